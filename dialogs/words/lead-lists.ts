/** Sentences of the leads' list and the counts. */
import { countedDays, settleDays } from '../keeping.ts';
import type { Ending } from '../leads/admin/tally.ts';

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
} as const;

/** Under and around the counts, in the card and on the page. */
export const countWords = {
  raised: 'Concerns: ',
  taken: 'Half of those taken were taken ',
  dealt: 'Half of those closed were closed ',
  within: 'within ',
  takenLonger: 'after more than a day',
  dealtLonger: 'after more than a week',
  topics: 'What they were about',
  endings: 'How they ended',
  rest: 'Each of the others: fewer than 5.',
  each: 'Each: fewer than 5.',
  tooFew: 'Fewer than 5 concerns, or none. So no number is given.',
  hidden: 'There are too few to show this without pointing at somebody.',
  means:
    'Below 5 we give no number, so that nobody can be picked out. It may be none. A concern with two sides counts under both.',
  report: 'Term report for governors',
} as const;

export const endingWords: Readonly<Record<Ending, string>> = {
  referred: 'referred',
  advice: 'advice taken',
  'in-school': 'handled in school',
  'no-action': 'no further action',
  'not-ours': 'withdrawn, joined or not for us',
  open: 'still open, or no end noted',
};

export const termWords = {
  summary: 'Term report, as counts',
  title: 'Term report',
  intro:
    'Safeguarding concerns raised through Signpost, as counts. No child, no adult and no concern can be found in it.',
  restricted: 'Concerns that only some people may know of are never counted.',
  other: 'It does not count what was raised in other ways. Your case system has those.',
  open: 'Open the report, to print',
  from: 'Weeks that begin from ',
  missing: 'Weeks that were not counted, as Signpost did not run then: ',
  settled: `Each week as it stood ${settleDays} days after it began.`,
  none: 'No term is over yet that was counted here.',
  ready: 'The next report is ready on ',
  number: 'Concerns',
  fewer: 'fewer than 5',
} as const;
