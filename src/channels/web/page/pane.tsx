import { Fragment, type ReactNode, useEffect, useRef } from 'react';
import type { PageEntry } from '../view.ts';
import { shownDay } from './london.ts';
import { type DrawnProgram, MessageView, OwnView } from './message.tsx';
import type { Own } from './model.ts';
import type { Press } from './press.ts';
import type { Room } from './rooms.ts';

interface Props {
  readonly id: string;
  readonly title: string;
  /** Whose screen it is. */
  readonly whose: string;
  readonly as: DrawnProgram;
  readonly dark: boolean;
  readonly entries: readonly PageEntry[];
  readonly own: readonly Own[];
  readonly onPress: (press: Press) => void;
  /** Shown while there is nothing. */
  readonly empty: string;
  readonly tabbed: boolean;
  readonly room: Room | 'none';
  /** The tab in `bar` whose panel the messages are. */
  readonly panel?: string;
  /** Between the head and the messages, and below them. */
  readonly bar?: ReactNode;
  readonly foot?: ReactNode;
  readonly children?: ReactNode;
}

/** One program's window on the messages of one room. */
export function Pane(props: Props) {
  const { id, title, whose, as, dark, entries, own, onPress, empty, tabbed, room, panel, bar, foot, children } = props;
  const messages = useRef<HTMLDivElement>(null);
  const seen = useRef({ room, act: -1 });
  const top = topOf(entries, own);
  const act = own.at(-1)?.key ?? -1;

  useEffect(() => {
    if (top === undefined) return;
    const answers = act > seen.current.act;
    const follows = answers || seen.current.room === room;
    seen.current = { room, act: Math.max(act, seen.current.act) };
    // The drawings take their full height only after this effect.
    const frame = requestAnimationFrame(() => reveal(messages.current, top, follows));
    return () => cancelAnimationFrame(frame);
  }, [top, room, act]);

  return (
    <section
      className="pane"
      data-as={as}
      id={tabbed ? `panel-${id}` : undefined}
      role={tabbed ? 'tabpanel' : undefined}
      aria-labelledby={`title-${id}`}
    >
      <div className="pane-head">
        <div>
          <h2 id={`title-${id}`}>{title}</h2>
          <p className="whose">{whose}</p>
        </div>
        {children}
      </div>
      {bar}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <div className="messages" ref={messages} tabIndex={0} {...named(title, panel)}>
        {entries.length === 0 && <p className="empty">{empty}</p>}
        {own
          .filter(({ after }) => after < (entries[0]?.number ?? 1))
          .map((each) => (
            <OwnView key={each.key} own={each} />
          ))}
        {entries.map((entry, index) => (
          <Fragment key={entry.number}>
            <DayLine entry={entry} before={entries.slice(0, index).findLast(isCard)} />
            <MessageView entry={entry} as={as} pane={id} dark={dark} onPress={onPress} />
            {own
              .filter(({ after }) => after >= entry.number && after < (entries[index + 1]?.number ?? Infinity))
              .map((each) => (
                <OwnView key={each.key} own={each} />
              ))}
          </Fragment>
        ))}
      </div>
      {foot}
    </section>
  );
}

const named = (title: string, panel: string | undefined) =>
  panel === undefined
    ? { role: 'group', 'aria-label': `${title}: messages` }
    : { role: 'tabpanel', id: `panel-${panel}`, 'aria-labelledby': `tab-${panel}` };

function DayLine({ entry, before }: { readonly entry: PageEntry; readonly before: PageEntry | undefined }) {
  if (!isCard(entry)) return null;
  const day = shownDay(new Date(entry.at));
  if (before && shownDay(new Date(before.at)) === day) return null;
  return <p className="day">{day}</p>;
}

const isCard = ({ under }: PageEntry): boolean => under === undefined;

/** What is sent together arrives within this time. */
const togetherMs = 3_000;

/**
 * The message to begin reading at: the first of those that came together last, because what matters most in an answer
 * of several messages stands in its first. Nothing when nothing came since the person last did something.
 */
function topOf(entries: readonly PageEntry[], own: readonly Own[]): number | undefined {
  const since = entries
    .filter(({ number }) => number > (own.at(-1)?.after ?? 0))
    .sort((one, other) => other.number - one.number);
  const apart = since.findIndex((entry, i) => i > 0 && msBetween(entry, since[i - 1]) > togetherMs);
  return since.at(apart < 0 ? -1 : apart - 1)?.number;
}

const msBetween = (one: PageEntry, other: PageEntry = one): number => Date.parse(other.at) - Date.parse(one.at);

/**
 * Brings the top of a message to the top of its pane, or of the page where the pane does not scroll; there only what
 * `follows` from what was done, because who has just looked in from another room stays where they are.
 */
function reveal(pane: HTMLElement | null, number: number, follows: boolean): void {
  const message = pane?.querySelector<HTMLElement>(`[data-number="${number}"]`);
  if (!pane || !message) return;
  const scrolls = getComputedStyle(pane).overflowY === 'auto';
  if (scrolls) pane.scrollTo({ top: message.offsetTop - 12 });
  else if (number > 1 && follows) message.scrollIntoView();
}
