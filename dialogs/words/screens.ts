/** Sentences of every screen that is neither a question nor the answer. */
import type { Route } from '../../rules/outcome.ts';
import { workplaceDays } from '../keeping.ts';

const peopleToTell: readonly Route[] = ['police', 'childrens-social-care'];

export const emergencyLine = 'Anyone in danger? Ring 999.';
/** On a question, where less room is; the number follows. */
export const inDanger = 'Danger: ';
export const practiceLine = 'Practice. Nobody is told, and no notice is sent.';

export const first = {
  summary: 'Signpost: start a concern or look something up',
  title: 'Worried about a child online?',
  what: 'A few questions, then whom to ring.',
  keep: 'Type no names, no story: Slack and Teams keep it.',
  told: 'Leads are then told, with your answers. Someone you know? You pick who.',
  start: 'Start',
  practice: 'Practice',
  lookUp: 'Look something up',
};

export const again = {
  outdated:
    'The questions have changed since you began. We kept your answers and worked everything out again. Please check them.',
  stale: 'That button was from an older card. Nothing has changed. Here is where you are now.',
  'put-back':
    'What is saved here is older than the card you pressed, so answers may be missing. Please check them. If leads should know more, ring them.',
  unclear: 'Sorry, we did not understand that. Nothing has changed. Press or type one of these.',
  expired:
    'That button is from an earlier talk that has ended, or one we cannot read now. You can start again. What leads were told stays with them.',
  'press-again': 'We could not read that press. Nothing has changed. Please press again here.',
  edited:
    'We do not read messages that you change later, so your answer is as it was. To change it, press "Change an answer", or type "change".',
  broken:
    'We could not read what was saved, so we cannot go on from there. It is not thrown away. Please start again. Do not wait for us.',
  unread: 'That came before this question was there, so we did not count it. Please answer now.',
  'picks-changed':
    'The list of people has changed since you saw it, so nobody was picked and nobody was told. Please pick again.',
  suggested:
    'We ticked what your words may be about. Please check the ticks. We kept none of your words. Slack or Teams does: type no names.',
  describing:
    'We are not sure what you need. Press Start, or type one or two words to look up. We kept none of your words. Slack or Teams does: type no names.',
  either: 'We are not sure which you mean. Choose one, or go on below.',
  'more-topics': 'Nothing has changed. If your words are part of this concern, add them. Then go on below.',
  'same-topics': 'That is part of what you have told us already. Please go on below.',
  thanks: 'You are welcome. In doubt, ring your safeguarding lead.',
  data: 'What we keep, and who sees it:',
  noted:
    'First this question. Then we tick what your words may be about, for you to check. We kept none of your words. Slack or Teams does: type no names.',
  ticked: 'We ticked what we understood. Please check it, then press the button below the list.',
  'lead-asked':
    'We are telling a lead that you need them now. They see only that somebody needs them. Ring them as well.',
  'lead-asked-already': 'You have asked for a lead already, so we do nothing more. Ring them as well.',
  'lead-held': 'We tell no lead now, because an adult may be known here. Ring someone who cannot be involved.',
  'lead-practice': 'Practice. In a real concern, this tells a lead at once. Nobody is told now.',
  'lead-begin': 'To get a lead now, press the button below the question. Or ring your lead.',
  withdrawn: 'You took this concern back.',
  referred: 'We noted that you made the referral. Those we told see that.',
  forgotten:
    'We have forgotten your answers here. A concern that you raised stays with those who were told, with its answers. Once it is over, two of them can delete it before its time.',
};

/** What was understood of typed words. */
export const heard = {
  understood: 'Your words may be about:',
  lookUp: 'Look up:',
  start: 'Start a concern',
  add: 'Add:',
  danger: { ask: 'Is anyone in danger now?', ring: 'Ring ', yes: 'Yes, or not sure', no: 'No, go on' },
  data: [
    `We keep your answers for a day, where you work for ${workplaceDays} days, both locked, and no words of yours. Slack or Teams keeps what you type here.`,
    first.told,
  ],
};

export const getLead = {
  label: 'Get a lead to me now',
  careful: 'About a lead, or anyone close? Do not press.',
  /** While nobody knows which leads. */
  where: 'Say where you work. Then we tell a lead at once.',
  nowhere: 'We could not tell a lead: no channel is set up for them here. Ring now.',
};

/** "Forget", at the answer of a real concern. */
export const kept = (days: number): string =>
  `You have your answer, so this concern stays. We delete it ${days} days after it is over. Once it is over, two people who may know of it can delete it sooner, and you hear it. To clear it from this talk, type "stop".`;

export const withdraw = {
  label: 'I raised this by mistake',
  summary: 'Take a concern back',
  title: 'Did you raise this by mistake?',
  lines: [
    'Those we told still see that you raised it, and that you took it back.',
    'If you are in doubt, do not take it back.',
  ],
  sure: 'Yes, take it back',
};

export const file = {
  title: 'Do not send pictures or files',
  lines: [
    'Do not send it here or to anyone. We did not open or keep it.',
    'Do not look at it, copy it or save it. With a sexual picture of a child that can be a crime.',
    'Slack or Teams may still hold what you sent. Tell your safeguarding lead, and do not delete it yourself: ask them first.',
  ],
};

export const stopped = {
  summary: 'Stopped. Your answers here are gone',
  title: 'Stopped',
  lines: [
    'We have forgotten your answers here. A concern that you raised stays with those who were told, with its answers.',
    'If you still worry about a child, tell your safeguarding lead today, in person or by phone.',
  ],
};

export const help = {
  summary: 'Help',
  title: 'How this works',
  lines: [
    'Press a button to answer. You can go back, or change an answer, at any time.',
    'You can type too: "yes", "no", "not sure", or the number of a choice, like 2, or 1 and 3.',
    'These words work everywhere: back, change, start again, stop, help, why, and "what must I do now?".',
    'For a phone number, ask by name, like "number for Childline".',
    `We keep your answers here for a day and where you work for ${workplaceDays} days, locked, and no words of yours. Do not type names or what happened.`,
    'Once you have your answer, a concern is raised. Those who may know of it see your answers as you chose them, until it is over and its time has passed.',
    'This guides your judgement. It does not replace your safeguarding lead.',
  ],
};

export const nowWords = {
  summary: 'What you must do now',
  title: 'What you must do now',
  always: [
    'Do not look, and do not search a phone.',
    'Do not tell the parents or the adult yet.',
    'Do not promise to keep it secret.',
  ],
  notSettled: 'Not settled yet:',
  /** `routes`: those that the sentence orders; it is left out once they are all certain. */
  ifs: [
    { said: 'If an adult may be involved: tell the police and social care today.', routes: peopleToTell },
    {
      said: 'If there are threats over pictures, or demands for money: tell the police or social care today. Do not pay.',
      routes: peopleToTell,
    },
    { said: 'If a child may be seriously harmed: tell social care today.', routes: ['childrens-social-care'] },
    { said: 'If it may be a crime: tell the police, or ask them for advice, today.', routes: ['police'] },
    {
      said: 'If the adult works with children or fosters: tell the LADO today. The LADO is the council officer for worries about people who work with children.',
      routes: ['lado'],
    },
  ],
  calls: 'Their numbers:',
} as const;

export const change = {
  summary: 'Choose the answer to change',
  title: 'Which answer do you want to change?',
  none: 'You have not answered anything yet.',
  /** A phone cuts longer buttons off; the whole question stands in the list above them. */
  labelLength: 38,
};

/** Opens what is seldom wanted. */
export const menuLabel = 'More';

export const buttonWords = {
  back: 'Back',
  now: 'What must I do now?',
  why: 'Why do you ask?',
  more: 'Help and more choices',
  change: 'Change an answer',
  restart: 'Start again',
  stop: 'Stop and forget',
  show: 'Back to where you were',
  send: 'Send',
  notAt: 'Not at ',
  lookUp: 'Look something up',
  record: 'Copy for your record',
  referred: 'Referral made',
};

export const notOpen = {
  summary: 'We cannot write to you here. Here is what to do',
  title: 'Your direct message does not open',
  lines: [
    'We could not put our answer into your direct message with Signpost.',
    'Do not wait for us. Ring your safeguarding lead now. No answer? Ring children\u2019s social care.',
    'Tell whoever looks after Signpost that it cannot write to you.',
  ],
};

export const withoutStoreWords = {
  summary: 'We cannot save right now. Here is what is next',
  nobodyTold: 'We cannot save right now, so nobody was told of this. Go on:',
};

export const storeDown = {
  summary: 'We cannot save right now. Here is what to do',
  title: 'We cannot save right now',
  lines: [
    'Your last answer may not have been saved.',
    'Do not wait for us. Ring your safeguarding lead now. No answer? Ring children\u2019s social care.',
    'You can try again in a minute. Nothing is counted twice.',
  ],
};
