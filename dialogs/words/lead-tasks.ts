/** Words of what a lead has to do on a concern, and of what can be said of it. */
import type { ParentsStatus } from '../../rules/outcome.ts';
import type { HandReason, HowEnded, leadTasks, NotNeeded } from '../leads/concern/concern-view.ts';
import type { DutyWords } from './lead-duties.ts';

/** What only a lead decides, beside those to tell. */
export const leadTaskWords: Readonly<Record<(typeof leadTasks)[number], DutyWords>> = {
  parents: { order: 'Decide who tells the parents, and when', ticked: 'parents decided', short: 'parents' },
  support: { order: 'Decide what support the child gets', ticked: 'support decided', short: 'support for the child' },
};

/** The living card of one lead. */
export const leadCardWords = {
  news: 'News: go back to the card to see it.',
  summary: 'A concern, for you alone',
  yours: 'You have it',
  has: 'has it',
  about: 'About: ',
  and: 'and',
  more: 'more',
  next: 'Next: ',
  noNumber: "No number is in your organisation's file.",
  parents: 'Parents: ',
  raisedBy: 'Raised by ',
  picked: 'Tell only those picked.',
  pickedAre: 'Tell only ',
  noAnswer: 'No answer from ',
  referred: 'They have referred it, ',
  asked: 'Asked to contact ',
  changed: 'An answer changed. Look again.',
  allSettled: 'All is dealt with. How did it end?',
  log: 'Write it in your case system, then close it here.',
  later: 'You go on with it at ',
  alone: 'Only you see this.',
} as const;

export const parentsShort: Readonly<Record<ParentsStatus, string>> = {
  involve: 'to be told',
  hold: 'not to be told yet',
  'tell-nobody': 'tell nobody',
};

/** Behind the living card. */
export const taskScreens = {
  otherSummary: 'Say how something stands',
  other: 'Not done? Say how it stands',
  otherHelp: 'Pick which.',
  taskSummary: 'How one thing stands',
  done: 'Done',
  tried: 'Tried, no answer',
  notNeeded: 'Not needed, because...',
  notMine: 'Not mine to do',
  takeBack: 'Take that back',
  whySummary: 'Why something is not needed',
  why: 'Why is it not needed?',
  more: 'What else you can do',
  moreSummary: 'What else can be done with a concern',
} as const;

/** How a task stands, after who said it. */
export const saidWords = {
  done: 'said: done,',
  tried: 'got no answer,',
  'not-needed': 'said: not needed,',
  'not-mine': 'said that it is not theirs,',
  alsoTried: 'Tried as well: ',
} as const;

export const notNeededWords: Readonly<Record<NotNeeded, string>> = {
  known: 'They know of it already',
  advised: 'Social care or the police advised against it',
  another: 'Another service does it',
  facts: 'What we know now does not call for it',
  risk: 'It would put a child at risk',
};

export const outcomeLabels: Readonly<Record<HowEnded, string>> = {
  referred: 'Referred',
  advice: 'Advice taken',
  'in-school': 'Handled in school',
  'no-action': 'No further action',
};

export const handReasonWords: Readonly<Record<HandReason, string>> = {
  off: 'I am off, or about to be',
  busy: 'Something more urgent needs me',
  knows: 'They know the child or the family',
  role: 'It is part of their role',
  close: 'I am too close to it',
};

export const snoozeWords = {
  summary: 'Go on with it later',
  title: 'Remind me later',
  help: 'Nobody is reminded until then. The person who raised it is told the time.',
  minutes: 'In ',
} as const;
