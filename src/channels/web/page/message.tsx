import type { PageEntry } from '../view.ts';
import { dayAndTime, shownTime } from './london.ts';
import type { Own } from './model.ts';
import type { Press } from './press.ts';
import { SlackDrawing } from './slack/drawing.tsx';
import { TeamsDrawing } from './teams/drawing.tsx';

/** Which program a message is drawn as. */
export type DrawnProgram = 'slack' | 'teams';

interface Props {
  readonly entry: PageEntry;
  readonly as: DrawnProgram;
  /** Unique among the panes; the message's heading is `pane-number`. */
  readonly pane: string;
  readonly dark: boolean;
  readonly onPress: (press: Press) => void;
}

export function MessageView({ entry, as, pane, dark, onPress }: Props) {
  const id = `${pane}-${entry.number}`;
  const drawing = { dark, onPress };
  const at = new Date(entry.at);
  const isReply = entry.under !== undefined;
  return (
    <article className={isReply ? 'message in-thread' : 'message'} aria-labelledby={id} data-number={entry.number}>
      <img className="avatar" src="/try/icon.svg" alt="" width="36" height="36" />
      <h3 id={id} className="sender" tabIndex={-1}>
        Signpost <span className="app-badge">App</span>{' '}
        <time dateTime={entry.at}>{isReply ? dayAndTime(at) : shownTime(at)}</time>
        <span className="unseen-word">
          {isReply && ', in the thread'}: {entry.summary}
        </span>
      </h3>
      <div className="drawing">
        {as === 'slack'
          ? // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a message keep their order
            entry.slack.map((part, index) => <SlackDrawing key={index} message={part} {...drawing} />)
          : // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a message keep their order
            entry.teams.map((part, index) => <TeamsDrawing key={index} message={part} {...drawing} />)}
      </div>
    </article>
  );
}

/** What the person did. Words stand as their own message; a press leaves a trace only on this page, so it says so. */
export function OwnView({ own }: { readonly own: Own }) {
  if (own.kind === 'typed') {
    return (
      <article className="own-words" aria-label="You wrote">
        <p>{own.text}</p>
      </article>
    );
  }
  return (
    <p className="own-press">
      {own.kind === 'pressed' ? (
        <>
          You pressed <strong>{own.text}</strong>
        </>
      ) : (
        'You attached a picture. This page has none, so nothing was sent.'
      )}
    </p>
  );
}
