/** What is told as a concern moves on: one line in its thread, a line to the person who raised it, a reminder. */
import type { NotForUs } from '../leads/concern/concern-view.ts';

/** Anyone who passes may read these: what happened, never to which duty. */
export const thread = {
  raised: 'It was raised.',
  changed: 'The person who raised it changed an answer. Open it to see what is different.',
  withdrawn: 'The person who raised it took it back.',
  referred: 'The person who raised it has told someone who must be told.',
  ended: 'This is over.',
  told: 'Told: ',
  gone: 'Somebody else who was picked has changed in the list of leads. They are told nothing more.',
  'owner-gone': 'Whoever had it cannot be reached here. Nobody has it now.',
  parted: 'The one it was joined to is over, so this one is open again. Nobody has it now.',
  'site-gone': 'Its place of work left the list of leads. Nobody has it now.',
  notReached: 'We could not reach ',
  noAnswer: 'The person who raised it rang ',
  goToThem: 'and got no answer. Go to them now.',
  taken: 'has it.',
  untaken: 'gave it back. Nobody has it now.',
  contact: 'asked the person who raised it to get in touch.',
  handed: 'handed it to ',
  done: 'ticked one thing as done.',
  undone: 'took back what they said of one thing.',
  tried: 'tried one thing and got no answer.',
  'not-needed': 'said that one thing is not needed.',
  'not-mine': 'said that one thing is not theirs to do.',
  outcome: 'noted how it ended.',
  closed: 'dealt with it and closed it.',
  reopened: 'opened it again and has it now.',
  snoozed: 'goes on with it at ',
  seen: 'opened it.',
  reminded: 'Reminded: ',
  joined: 'joined it to reference ',
  gained: 'joined another concern to it.',
  'erase-asked': 'asked to erase it. A second person has to agree.',
  notForUs: 'closed it as not for us.',
} as const;

/** Before a name; the first of a line. */
export const textWords = { delivered: 'A text was delivered to ', failed: 'A text was not delivered to ' } as const;

export const reporter = {
  summary: 'News of the concern that you raised',
  title: 'Your concern',
  withdrawn:
    'You took it back. Your leads still see that there was one, marked as withdrawn. If you still worry, ring a lead.',
  told: 'We are telling ',
  ifNot: 'If that fails, we say so here.',
  notTelling: 'A message is not enough: ring them.',
  gone: 'Somebody you picked has changed in the list of leads. Whoever has their place is told nothing. The others you picked still know.',
  goneAll:
    'Everybody you picked has changed in the list of leads. Whoever has their place is told nothing, so nobody where you work has your concern.',
  pickAgainMore: 'Is somebody else safe to tell? Press the button, then pick.',
  pickAgain: 'Is somebody safe to tell? Press the button, then pick. Your concern is kept until then.',
  pickButton: 'Pick who is safe to tell',
  pickSummary: 'Pick who is told',
  pickTitle: 'Who is safe to tell?',
  pickHelp:
    'Press only somebody who cannot be part of it, or close to anyone who is. We tell them at once, and nobody else. You cannot tell? Press nobody, and ring.',
  pickNobody: 'Nobody else can be told from here. Ring somebody outside.',
  notReached: 'We could not reach ',
  ringYourself: 'Ring a safeguarding lead yourself now.',
  ringThem: 'Ring them yourself now.',
  nobodyYet: 'Nobody has taken it yet, after ',
  nowTold: 'Now we have told ',
  taken: 'has seen it and has it now. If they have not been in touch soon, ring them.',
  going: 'is going to you now. If nobody comes soon, ring them.',
  untaken: 'can no longer go on with it. Nobody has it now, so we are asking others.',
  'owner-gone': 'Whoever had it cannot be reached here. Nobody has it now, so we are asking others.',
  'site-gone':
    'The place where you work has left the list of leads, so we can tell nobody there. Nobody has your concern now.',
  parted:
    'The concern that yours was joined with is over, so yours is open again. Nobody has it now, so we are asking others.',
  handed: 'has handed it to ',
  handedTo: 'has it now.',
  contact: 'asks you to contact them, now if you can.',
  closed: 'has dealt with it and closed it. Not sure about something? Ring and ask.',
  reopened: 'has opened it again and has it now.',
  snoozed: 'goes on with it at ',
  snoozedRing: 'If it cannot wait, ring now.',
  tried: 'tried one thing that you were asked to do, and got no answer: ',
  triedCheck: 'It is still to be done. Ring them, and agree who does it.',
  notNeeded: 'says that one thing that you were asked to do is not needed: ',
  notMine: 'says that one thing is not theirs to do: ',
  done: 'has ticked one thing that you were asked to do: ',
  doneCheck: 'If that is not so, ring them now.',
  undone: 'says that one thing is not done after all: ',
  undoneCheck: 'Ring them now, and agree who does it.',
  joined: 'joined it with another concern about the same thing. Both are looked at as one. Its reference is now ',
  gained: 'joined another concern with it, about the same thing. Both are looked at as one. Its reference stays.',
  eraseAsked: 'asked to erase what Signpost keeps of it. It is over. A second person has to agree first.',
  notForUs: 'closed it.',
  stillWorried: 'If you still worry, you can refer it yourself:',
  dutyStays: 'Closing it lifts no duty of yours to report.',
  ended: 'Nobody has said that they are going to you.',
} as const;

/** To the person who raised it, after the name of who closed it. */
export const reasonsTold: Readonly<Record<NotForUs, string>> = {
  'other-organisation': 'The reason given: it belongs to another school or service.',
  'no-child': 'The reason given: no child is at risk.',
  test: 'The reason given: it was a test.',
  'known-and-handled': 'The reason given: they know of it and have dealt with it.',
};

export const reminder = {
  summary: 'Something is still due on a concern',
  notTicked: 'Nobody has ticked one thing that is due: ',
  has: 'has this concern.',
  nobody: 'Nobody has this concern.',
  doIt: 'Is it done? Then tick it. If not, ring now.',
  doItUnrung: 'Is it done? Then tick it. If not, do it now.',
  see: 'See it and tick it',
} as const;
