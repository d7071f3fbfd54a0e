/** Sentences of the leads' cards. What stands in the channel may be read by anyone who passes. */
import type { ConcernView, NotForUs } from '../leads/concern/concern-view.ts';

export const neededWords = {
  now: 'A concern needs a safeguarding lead now',
  today: 'A concern needs a safeguarding lead today',
  by: 'A concern needs a safeguarding lead by',
} as const;

/** How a concern stands, once somebody is needed no longer. */
export const stands: Readonly<Record<Exclude<ConcernView['stage'], 'open'>, string>> = {
  owned: 'A safeguarding lead has this concern',
  done: 'A concern was dealt with and closed',
  withdrawn: 'A concern was withdrawn',
  'not-for-us': 'A concern was closed as not for us',
  joined: 'A concern was joined to another',
  ended: 'A concern has ended',
};

export const card = {
  nobody: 'Nobody has it yet.',
  pastLimit: 'Its time limit has passed.',
  notRinging: 'A press here does not ring anyone. Ring whoever must be told.',
  withdrawn: 'The person who raised it took it back. Do you still worry? Speak with them.',
  changed: 'An answer changed after this was sent. Look again.',
  moved: 'There is a newer message here about this concern. Use that one.',
  ended: 'It is over. If you do not know who went, ask your team who needed you.',
  seeAgain: 'To see it again, send us its reference.',
} as const;

export const details = {
  summary: 'A concern, for you alone',
  alone: 'Only you see this. Do not show it on a shared screen.',
  restricted: 'Only people picked as safe know of this. Speak of it with nobody else.',
  picked: 'They are ',
  title: 'What it is about',
  about: 'About: ',
  soonest: 'Soonest: ',
  advised: 'We advised: ',
  parents: 'Whoever raised it was told of the parents: ',
  speakWith: 'Speak with: ',
  reporter: 'the person who raised it',
  theirDuties: 'The person who raised it was asked to do this. Check that it is done, or do it.',
  leadsDuty: 'For a lead to do.',
  due: 'What must be done',
  nothingDue: 'Nothing has to be ticked. The lead decides.',
  textDelivered: 'text delivered',
  textFailed: 'text not delivered.',
} as const;

export const call = {
  asked: 'Somebody here asked for a safeguarding lead.',
  unnamed: 'We do not know who or where. Look out for whoever needs you, and ask your team.',
  rings: 'They were told to ring as well, so keep your phone free.',
} as const;

export const leadActWords = {
  take: 'I have this',
  going: 'I am going',
  notGoing: 'I cannot go after all',
  open: 'What is it about?',
  untake: 'Give it back',
  hand: 'Hand it over',
  contact: 'Ask them to contact me',
  same: 'Same as another concern',
  notForUs: 'Not for us',
  record: 'The record',
  erase: 'Erase it',
  back: 'Back to the concern',
  advice: 'Advice',
  more: 'More',
  task: 'Something else',
  snooze: 'Remind me later',
  close: 'It is logged: close it',
  reopen: 'Open it again',
} as const;

export const choose = {
  handSummary: 'Choose who takes a concern over',
  hand: 'Who takes it over?',
  handHelp: 'Speak with them first. They are told, and so is the person who raised it.',
  handNobody: 'Nobody else is named who may know of it.',
  handReasonSummary: 'Why a concern is handed over',
  handReason: 'Why are you handing it over?',
  handReasonHelp: 'They and the record are told why.',
  handChanged: 'The list of people has changed since you saw it. It was handed to nobody, and nobody was told.',
  sameSummary: 'Choose the other concern',
  same: 'Which concern is it the same as?',
  sameHelp: 'Both go on as one, under the reference that you choose. Each person who raised one is told.',
  sameNone: 'There is no other open concern here.',
  reasonSummary: 'Choose why a concern is not for you',
  reason: 'Why is it not for you?',
  reasonHelp: 'We ask once more before we close it.',
  sureSummary: 'Close a concern as not for you?',
  sure: 'Close it as not for you?',
  sureHelp: [
    'Nobody is reminded of it after that.',
    'We tell the person who raised it why, and that they can refer it themselves.',
    "It lifts nobody's duty to report. In doubt, keep it.",
  ],
  sureYes: 'Yes, close it',
  sureNo: 'No, keep it',
} as const;

export const notForUsWords: Readonly<Record<NotForUs, string>> = {
  'other-organisation': 'It belongs to another school or service',
  'no-child': 'No child is at risk',
  test: 'It was a test',
  'known-and-handled': 'We know of it and have dealt with it',
};

/** `hidden` says the same whether it is over, was never there, or is not theirs to know of. */
export const refusals = {
  summary: 'Nothing has changed',
  hidden: 'You cannot open this. It is over, or it is not for you. If somebody needs a lead now, go to them.',
  taken: 'has it already. Speak with them if you want to take it over.',
  takenUnnamed: 'Another lead has it already. Ask your team who.',
  nobody: 'Nobody has it now. To take it, press "I have this".',
  closed: 'This is closed already. Nothing has changed.',
  'not-settled': 'Something is still to be dealt with, or it is not said how it ended. Look at it again.',
  urgent: 'This one needs somebody now, so it cannot wait. If you cannot go on, hand it over.',
  'day-ends': 'The day here ends before that, so it cannot wait so long. Do it now, or hand it over.',
  already: 'That was done already. Nothing has changed.',
  asked: 'They were asked a few minutes ago. Give them a moment.',
  'not-over': 'It is not over, so it cannot be erased. Whoever has it closes it first.',
  'second-person': 'You asked for this already. A second person who may see it has to do the same.',
  'not-told': 'We cannot reach its cards or the person who raised it now, so nothing is erased. Try again later.',
  often: 'You have done this too many times here, so it stays as it is. Speak with your team about what is right.',
  full: 'No more of this can be kept here, so it stays as it is. It can still be taken, handed over, ticked and closed.',
  unreadable:
    'We cannot open this now. It is kept. Tell whoever looks after this app now, and ring whoever must be told.',
  'put-back':
    'This card is newer than what is stored: what was done since is missing. Tell whoever looks after this app now. Do again what you see is missing, or ring.',
  busy: 'Others pressed at the same moment. Look at it, and press again if it still needs it.',
} as const;
