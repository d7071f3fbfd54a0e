/** Sentences for administrators: setting up the leads' channel, and erasing one concern. */
import { eraseDays } from '../keeping.ts';

export const setup = {
  summary: "Setting up the leads' channel",
  title: "Set up the leads' channel",
  what: 'We send a test notice. It counts once a lead has pressed the button under it.',
  noChannel: 'No channel is named in the organisation file. Add one there first.',
  nobody: 'No lead here can be reached alone. Concerns reach nobody.',
  notSeen: 'Not tested yet. Concerns may reach nobody.',
  seen: 'Set up. Seen by ',
  before: 'Places before these',
  after: 'More places',
  send: 'Test: ',
  none: 'There are no places in the organisation file.',
  testSummary: 'A test notice for safeguarding leads',
  testTitle: 'This is a test. No child is in it',
  testWhat: 'This is where you hear of concerns. Press the button, so that we know you can see it.',
  testSee: 'I can see this',
  testMe: 'I am not in the file',
  testSeen: 'Seen by ',
  sentSummary: 'The test notice is sent',
  sent: 'We posted it for ',
  sentNext: 'Ask a lead to press the button under it. Until then it does not count as set up.',
  doneSummary: "The leads' channel is set up",
  done: 'Thank you. Notices can be seen at ',
  troubleSummary: "The leads' channel does not work",
  trouble: 'Concerns may reach nobody at ',
  troubleNext: 'Until it works, staff must ring their leads. Mend it, then test it again.',
  sendTexts: 'Test the texts: ',
  textsSummary: 'Test texts for safeguarding leads',
  textsNext: 'Each gets one test a day. It says TEST ONLY. Press again in a minute to see what came of it.',
  otherTrouble: 'The notice did not arrive. The code for your technical team: ',
} as const;

/** Who is told when. */
export const weekWords = {
  summary: 'Who is told when, for seven days',
  title: 'Who is told when: ',
  fold: 'Week: ',
  full: 'Next seven days: two or more people on cover at all times.',
  covered: 'Next seven days: somebody is on cover at all times.',
  nobody: 'Next seven days: NOBODY on cover ',
  alone: 'One person alone: ',
  first: 'first from ',
  from: 'from ',
  noone: 'NOBODY',
  besides:
    'These people are told first, each alone, beside the channel. While nobody is on cover, everybody is told by rank.',
  withoutAccount: 'No account here in the file, so no message reaches: ',
  findId: 'Ask them to send us "my id", and add what it says.',
} as const;

/** Somebody's own id on a platform, as the organisation file needs it. */
export const idWords = {
  summary: 'Your id for the organisation file',
  notNamed: 'You are not named as a lead of this place.',
  give: 'Give this line to whoever keeps the organisation file. It goes under your name:',
  none: 'There are no ids on the try page.',
} as const;

/** What came of a test text, after somebody's name. */
export const textCame = {
  sent: 'sent. It is not known yet whether it came.',
  delivered: 'delivered.',
  failed: 'not delivered. Check the mobile number in the organisation file.',
  'no-number': 'the file has no mobile number of theirs.',
  number: 'not sent. This is not a mobile number that can be texted.',
  'not-allowed': 'not sent. GOV.UK Notify may not text them: is your service live, and the key a live one?',
  limit: 'not sent. GOV.UK Notify has reached its own limit for today.',
  full: 'not sent. Today has as many texts as the organisation file says.',
  key: 'not sent. GOV.UK Notify refuses our key.',
  away: 'not known. GOV.UK Notify does not answer.',
} as const;

const tokenGone = "The app's token no longer works. Install the app again.";
const noAccess = 'The channel is gone, or the app is not in it. Invite the app, or name another channel.';

/** What a platform's code means, and what to do. */
export const troubles: Readonly<Record<string, string>> = {
  'no-channel': 'No channel is named in the organisation file. Add one there first.',
  address: 'The channel in the organisation file cannot be read. Check its id.',
  channel_not_found: noAccess,
  not_in_channel: 'The app is not in the channel. Invite it, then test again.',
  is_archived: 'The channel is archived. Open it again, or name another one.',
  'not-installed': 'The app is not installed here. Install it.',
  token_revoked: tokenGone,
  token_expired: tokenGone,
  account_inactive: tokenGone,
  invalid_auth: tokenGone,
  not_authed: tokenGone,
  missing_scope: 'The app may not post here. Install it again with all its rights.',
  BotNotInConversationRoster: 'The app is not in the channel. Add it, then test again.',
  ConversationNotFound: noAccess,
  'http-404': noAccess,
  'http-403': 'The app may not post here. Add it to the team again.',
  timeout: 'The platform did not answer in time. Test again in a minute.',
  network: 'The platform could not be reached. Test again in a minute.',
  ratelimited: 'The platform asks us to wait. Test again in a minute.',
};

export const erasing = {
  askedSummary: 'You asked to erase a concern',
  asked: `Nothing is erased yet. A second person who may see it has to agree within ${eraseDays} days: they open it and press "Erase it", or type "erase" and its reference.`,
  doneSummary: 'A concern is erased',
  done: 'Its cards say so, and the person who raised it is told. Other messages that were posted before stay where they are.',
  noteSummary: 'This concern was erased',
  note: 'It was over. Two people agreed to erase it, and Signpost keeps it no longer.',
  stillWorried: 'Do you still worry? Speak with your lead, or start a new concern.',
} as const;
