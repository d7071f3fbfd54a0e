/** Sentences that stand in for what could not be drawn. They name nothing of the concern. */

export const plainCardWords = {
  summary: 'Something went wrong here. Who to ring now',
  title: 'Who to ring now',
  wrong: 'Something went wrong on our side, so we cannot show the rest. Do not wait for us.',
  lead: 'Ring your safeguarding lead now: ',
  anyLead: 'Ring a safeguarding lead who cannot be involved. In doubt, ring social care.',
  picked: 'Ring now: ',
  noAnswer: 'No answer? Ring ',
  skip: 'Skip anyone who may be involved, or close to the adult.',
  onlyPicked: 'Tell nobody else where you work.',
  nobody: 'Tell nobody where you work yet. Ring social care or the police, and ask them who to tell.',
  notPassedOn: 'We could not pass this on to the leads yet. We go on trying.',
  socialCare: "children's social care: ",
  police: 'The police: ring ',
} as const;

export const plainNoticeWords = {
  /** By when today is not known here. */
  today: 'A concern needs a safeguarding lead today',
  rest: 'Something went wrong on our side, so this is all we can show. Open it, or ask the person who raised it.',
  changedSummary: 'There is news of a concern',
  changed: 'There is news of this concern, and we cannot show it. Open it, or ask the person who raised it.',
  notShown: 'We cannot show this now. Your press may not have counted.',
  next: 'Do not wait for us. Ask the person who raised it, or your team. In danger, ring 999.',
  reporter: 'There is news of the concern you raised, and we cannot show it. Ring the people you told.',
} as const;
