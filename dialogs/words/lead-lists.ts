/** Sentences of the leads' list and the counts. */
import { countedDays } from '../keeping.ts';
import type { ConcernView } from '../leads/concern/concern-view.ts';

export const listWords = {
  summary: 'Your concerns',
  titles: {
    all: 'Open concerns',
    mine: 'Concerns that you have',
    untaken: 'Concerns that nobody has',
    late: 'Concerns with something late',
  },
  filters: { all: 'All open', mine: 'Mine', untaken: 'Nobody has it', late: 'Late', month: `Last ${countedDays} days` },
  none: 'There are none here now.',
  nobody: 'Nobody has it',
  due: 'Due: ',
  late: 'late',
  now: 'now',
  today: 'today',
  nothingDue: 'no limit left',
  page: 'Page',
  before: 'Page before',
  next: 'Next page',
  open: 'Open',
  unreadable: 'more cannot be opened. Tell whoever looks after this app now.',
} as const;

export const monthWords = {
  summary: `Concerns of the last ${countedDays} days, as counts`,
  title: `The last ${countedDays} days`,
  topics: 'What they were about',
  outcomes: 'What became of them',
  several: 'A concern with two sides counts under both.',
  few: 'fewer than 5',
  hidden: 'There are too few to show this without pointing at somebody.',
  fewMeans: 'Below 5 we give no number, so that nobody can be picked out. It may be none.',
} as const;

export type CountedOutcome = 'open' | Exclude<ConcernView['stage'], 'open' | 'owned' | 'ended'>;

export const outcomeWords: Readonly<Record<CountedOutcome, string>> = {
  open: 'Still open',
  done: 'All done',
  withdrawn: 'Withdrawn',
  'not-for-us': 'Not for us',
  joined: 'Joined to another',
};
