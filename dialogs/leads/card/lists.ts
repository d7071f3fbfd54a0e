/** The leads' list of concerns: age, owner and time left, each one press away. No topics: a home page is projected too. */
import type { Button, ListLine, Message } from '../../message.ts';
import { alert, framed, heading, quiet, text } from '../../screens/frame.ts';
import { listWords } from '../../words/lead-lists.ts';
import type { ConcernView } from '../concern/concern-view.ts';
import { isLate, mostPressing } from '../concern/duties.ts';
import { leadButton } from '../concern/lead-button.ts';
import { sayAge } from '../concern/times.ts';

const filters = ['mine', 'untaken', 'late'] as const;
type Filter = (typeof filters)[number] | 'all';

/** As many as one message and a home page hold. */
const mostShown = 20;

/**
 * @param views what the one who asks may see; closed ones are left out.
 * @param filter `mine`, `untaken` or `late`; anything else: all that are open.
 * @param names of the one who asks, as the organisation file gives them.
 * @param unreadable how many there are beside these that cannot be opened.
 */
export function concernList(
  views: readonly ConcernView[],
  filter: string | undefined,
  now: Date,
  names: readonly string[] = [],
  unreadable = 0,
): Message {
  const chosen: Filter = filters.find((each) => each === filter) ?? 'all';
  const found = views.filter((view) => isOpen(view) && fits(view, chosen, now, names)).toSorted(morePressing(now));
  const shown = found.slice(0, mostShown);
  const opens = shown.map(({ id, reference }) => leadButton('open', id, `${listWords.open} ${reference}`));
  return framed(
    { practice: false },
    {
      summary: listWords.summary,
      discreet: true,
      body: [
        heading(`${listWords.titles[chosen]}: ${found.length}`),
        ...(shown.length === 0
          ? [text(listWords.none)]
          : [
              { kind: 'list', lines: shown.map((view) => line(view, now)) } as const,
              { kind: 'buttons', buttons: opens } as const,
            ]),
        ...(found.length > shown.length ? [quiet(listWords.most)] : []),
        ...(unreadable > 0 ? [alert(`${unreadable} ${listWords.unreadable}`)] : []),
      ],
      moves: filterButtons(chosen),
    },
  );
}

const isOpen = ({ stage }: ConcernView) => stage === 'open' || stage === 'owned';

function fits(view: ConcernView, filter: Filter, now: Date, names: readonly string[]): boolean {
  switch (filter) {
    case 'mine':
      return view.owner !== undefined && names.includes(view.owner);
    case 'untaken':
      return view.stage === 'open';
    case 'late':
      return isLate(view, now);
    case 'all':
      return true;
  }
}

/** Late first, then what nobody has, then the oldest. */
function morePressing(now: Date) {
  const rank = (view: ConcernView) => (isLate(view, now) ? 0 : view.stage === 'open' ? 1 : 2);
  return (a: ConcernView, b: ConcernView) => rank(a) - rank(b) || a.raisedAt.getTime() - b.raisedAt.getTime();
}

function line(view: ConcernView, now: Date): ListLine {
  const { reference, site, raisedAt, owner, kind } = view;
  const limit = kind === 'call' ? 'now' : (mostPressing(view, now)?.limit ?? listWords.nothingDue);
  return {
    text: [
      { bold: reference },
      `: ${sayAge(raisedAt, now)} old. ${owner ? `${owner} has it` : listWords.nobody}. ${listWords.due}${limit}.`,
    ],
    ...(site && kind === 'concern' ? { note: [site] } : {}),
  };
}

/** To the other lists, the counts among them. */
export function filterButtons(here: Filter | 'month'): readonly Button[] {
  return (['all', ...filters, 'month'] as const)
    .filter((each) => each !== here)
    .map((each) => ({
      label: listWords.filters[each],
      action: each === 'all' ? { do: 'concerns' } : { do: 'concerns', filter: each },
    }));
}
