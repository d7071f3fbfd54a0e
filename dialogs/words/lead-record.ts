/** Words of a concern's record, on paper and as text. */
import type { Actor, Strength } from '../../rules/outcome.ts';

export const leadRecord = {
  summary: 'The record of a concern, to copy',
  title: 'Record of a safeguarding concern',
  intro: 'Print this, or copy it into your case file. Write the names by hand. We keep no names of children.',
  shared: 'On a shared computer, close this page when you have finished.',
  reference: 'Reference',
  site: 'Place',
  raised: 'Raised',
  changed: 'Last changed',
  stands: 'How it stands',
  owner: 'Who has it',
  outcome: 'How it ended',
  nobody: 'Nobody yet',
  made: 'This record was made',
  answers: 'Answers, as chosen',
  question: 'Question',
  answer: 'Answer',
  reason: 'Reason',
  reasonsTitle: 'Reasons',
  due: 'What was due, and why',
  what: 'Who, and what',
  by: 'By when',
  why: 'Why: the reasons above, and where it says so',
  done: 'Done',
  notTicked: 'Nothing was said of it.',
  /** Before the words of a duty that is done. */
  which: 'Which: ',
  happened: 'Who was told, and what happened',
  byHand: 'To write by hand',
  open: 'Nobody has taken it yet',
  byTime: 'By ',
  byEndOf: 'By midnight at the end of ',
  limits: { now: 'At once', none: 'No time limit is given', notKnown: 'Not known: ring and ask for the date' },
  strengths: {
    must: 'must',
    oneOf: 'must (police or social care; in doubt, both)',
    should: 'should',
    may: 'may',
  } satisfies Record<Strength, string>,
  printable: 'Open the page to print',
} as const;

export const recordActors: Readonly<Record<Actor, string>> = {
  you: 'The person who raised it',
  lead: 'The lead',
  socialCare: 'Social care',
  police: 'The police',
  lado: 'The LADO',
};

/** Each with how many lines it needs on paper. */
export const blanks: readonly { readonly label: string; readonly lines: number }[] = [
  { label: "Child's name and date of birth", lines: 1 },
  { label: 'Who raised it: name and role', lines: 1 },
  { label: 'What was said or seen, in their own words', lines: 5 },
  { label: 'When and where', lines: 1 },
  { label: 'Who was told, how, and at what time', lines: 3 },
  { label: 'What they said they would do', lines: 2 },
  { label: 'Reference numbers from the police and social care', lines: 1 },
  { label: 'Parents or carers: who told them and when, or why not yet', lines: 2 },
  { label: 'If anyone saw a picture: who decided, when and why', lines: 2 },
  { label: 'Written by: name, role, date and time', lines: 1 },
  { label: 'Signed', lines: 1 },
];

/** At the foot of each printed sheet. */
export const sheets = { record: 'Record ', page: 'Page ', of: ' of ' } as const;
