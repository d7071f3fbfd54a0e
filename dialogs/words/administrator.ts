/** Sentences for administrators: what is kept, the audit, and what is wrong with telling the leads. */

export const administrator = {
  listSummary: 'Concerns that are kept',
  listTitle: 'Concerns kept: ',
  listNone: 'None is kept now.',
  listMost: 'Only the newest are shown.',
  listErase: 'To erase one that is over, type "erase" and its reference. A second person who may see it does the same.',
  exportSummary: 'The audit, to save',
  exportTitle: 'Who did what, and when',
  exportWhat: 'One line an act, as JSON. It holds no answers and no names.',
  exportLink: 'Save the audit',
  exportNoPage: 'There is no page to open: this program has no web address of its own. Set PUBLIC_URL, then try again.',
  packSummary: 'The review pack, to read',
  packTitle: 'The review pack',
  packWhat:
    'Every rule with its source, every card, and who is rung hour by hour, as this program and its organisation file have them now.',
  packLink: 'Open the review pack',
  readySummary: 'Concerns may reach nobody',
  readyTitle: 'Concerns may reach nobody',
  readyNext: 'Mend it, then send a test. Until then, staff must ring their leads.',
  readySetUp: "Set up the leads' channel",
} as const;

export const peopleChanged = {
  summary: 'The list of leads has changed',
  what: 'The organisation file names other people or accounts than before, for: ',
  left: 'The organisation file no longer has: ',
  leftMeans: 'A concern raised there can be told to nobody there until it is back, under the same id.',
  next: 'Is that right? If not, correct the file. It is read again by itself.',
} as const;

export const textsWords = {
  summary: 'Many texts were sent today',
  sent: 'Signpost has sent as many texts to leads today as the organisation file says: ',
  goOn: 'Texts about concerns go on. Only test texts stop until tomorrow.',
  next: 'Is that right? Ask the leads. If it is usual, raise "texts.aDay" in the file.',
} as const;

export const findingWords = {
  removed: 'Signpost was removed there, so it can tell nobody there. Install it again.',
  'nobody-reachable': 'No lead can be reached here: no channel and no accounts are in the organisation file.',
  'not-tested': 'No lead has pressed the button under a test notice yet.',
  'not-arriving': 'Notices do not arrive.',
  'test-gone': 'The test notice cannot be found any more. The channel may be gone, or the app not in it. Test again.',
} as const;

export const platformWords = { slack: 'Slack', teams: 'Teams', web: 'the try page' } as const;

export const removal = {
  summary: 'Signpost was removed',
  what: 'It can tell nobody any more in ',
  kept: 'Concerns that were raised are kept, and nobody is reminded of them there.',
  next: 'Ask your administrator to install Signpost again. Until then, speak with each other about every open concern.',
  away: 'A concern waits for a safeguarding lead',
  awayWhat: 'It was raised in ',
  awayRing:
    'Signpost was removed there, so it cannot be opened. Ring the other leads now: somebody must ask who raised it.',
} as const;
