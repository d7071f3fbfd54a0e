/** The leads' list of concerns: age, owner and time left, each one press away. */
import type { Button, ListLine, Message } from '../../message.ts';
import { alert, framed, heading, quiet, text } from '../../screens/frame.ts';
import { topicClass } from '../../words/lead-duties.ts';
import { listWords } from '../../words/lead-lists.ts';
import type { ConcernView } from '../concern/concern-view.ts';
import { leadButton } from '../concern/lead-button.ts';
import { pressingOf, sayPressing } from '../concern/pressing.ts';
import { sayAge } from '../concern/times.ts';

export const listFilters = ['mine', 'untaken', 'late'] as const;
export type ListFilter = (typeof listFilters)[number];
type Filter = ListFilter | 'all';

/** As many as one message and a home page hold. */
export const mostOnPage = 20;

export interface ListPage {
  /** Those of this page, in the order in which they press. */
  readonly views: readonly ConcernView[];
  /** Of all that fit, on every page. */
  readonly count: number;
  /** From 0. */
  readonly page: number;
  readonly pages: number;
  /** How many there are beside these that cannot be opened. */
  readonly unreadable: number;
}

/** @param where in private they read what each is about; a home page is projected too, and shows none of it. */
export function concernList(
  { views, count, page, pages, unreadable }: ListPage,
  { filter = 'all', now, where }: { readonly filter?: Filter; readonly now: Date; readonly where: 'private' | 'home' },
): Message {
  const opens = views.map(({ id, reference }) => leadButton('open', id, `${listWords.open} ${reference}`));
  return framed(
    { practice: false },
    {
      summary: listWords.summary,
      discreet: true,
      body: [
        heading(`${listWords.titles[filter]}: ${count}`),
        ...(pages > 1 ? [quiet(`${listWords.page} ${page + 1} of ${pages}.`)] : []),
        ...(views.length === 0
          ? [text(listWords.none)]
          : [
              { kind: 'list', lines: views.map((view) => line(view, now, where)) } as const,
              { kind: 'buttons', buttons: opens } as const,
            ]),
        ...(unreadable > 0 ? [alert(`${unreadable} ${listWords.unreadable}`)] : []),
      ],
      moves: [...turns(filter, page, pages), ...filterButtons(filter)],
    },
  );
}

function line(view: ConcernView, now: Date, where: 'private' | 'home'): ListLine {
  const { reference, site, raisedAt, owner } = view;
  const due = sayPressing(pressingOf(view), now);
  const notes = [...(site ? [site] : []), ...(where === 'private' ? topicsOf(view) : [])];
  return {
    text: [
      { bold: reference },
      `: ${sayAge(raisedAt, now)} old. ${owner ? `${owner} has it` : listWords.nobody}. ${listWords.due}${due}.`,
    ],
    ...(notes.length > 0 ? { note: [notes.join(' · ')] } : {}),
  };
}

/** Of a restricted one it stands on no list: whoever may know opens it. */
const topicsOf = ({ restricted, concern }: ConcernView): readonly string[] =>
  restricted ? [] : (concern?.outcome.facts.topics ?? []).map((topic) => topicClass[topic]);

function turns(filter: Filter, page: number, pages: number): readonly Button[] {
  const to = (at: number, label: string): Button => ({ label, action: concernsAction(filter, at) });
  return [
    ...(page > 0 ? [to(page - 1, listWords.before)] : []),
    ...(page < pages - 1 ? [to(page + 1, listWords.next)] : []),
  ];
}

const concernsAction = (filter: Filter | 'month', page = 0): Button['action'] => ({
  do: 'concerns',
  ...(filter === 'all' ? {} : { filter }),
  ...(page > 0 ? { page } : {}),
});

/** To the other lists, the counts among them. */
export function filterButtons(here: Filter | 'month'): readonly Button[] {
  return (['all', ...listFilters, 'month'] as const)
    .filter((each) => each !== here)
    .map((each) => ({ label: listWords.filters[each], action: concernsAction(each) }));
}
