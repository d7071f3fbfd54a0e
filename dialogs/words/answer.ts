/** Fixed sentences of the answer. */
import type { Actor } from '../../rules/outcome.ts';

export const actorWords: Readonly<Record<Actor, string>> = {
  you: 'You',
  lead: 'Your lead',
  socialCare: 'Social care',
  police: 'The police',
  lado: 'The LADO',
};

export const answer = {
  summary: 'Your answer: who to tell, and by when',
  fullSummary: 'The full answer',
  /** After "Ring 999". */
  emergencyFirst: 'now, unless you can make sure within minutes that they are safe. Stay with the child.',
  ringLead: 'Ring your safeguarding lead now: ',
  ringLeadYourself: 'Ring the safeguarding lead of your place of work now.',
  tellLead: 'Tell your safeguarding lead today, in person or by phone: ',
  noAnswer: 'No answer in 10 minutes? Ring ',
  stillNone: 'Still none?',
  nobodyOnCover: 'No lead is on cover now.',
  ringInstead: 'Ring ',
  findNumber: "Find social care's number at ",
  orRing: 'or ring ',
  tellLater: 'Tell a lead later.',
  nobodyElse: 'No answer in 10 minutes?',
  callBelow: 'Make the calls below yourself. Then tell them.',
  notTelling: 'A chat post is not telling.',
  skipInvolved: 'Skip anyone who may be involved, or close to the adult.',
  skip: 'Skip anyone involved. ',
  ownStaff: 'Your staff? Ring the head: ',
  theHead: 'The head? ',
  blackmail: 'Do not pay. Stop replying. Delete nothing.',
  briefly: 'Stay with the child. Write down their own words.',
  withTheChild: 'Stay with the child. Do not promise secrecy. Write down their own words, with the time.',
  inDanger: 'Do not promise secrecy.',
  withYourNotes: 'Do not promise secrecy. Write down what you know, with the time.',
  alreadySeen: 'If you have already seen it, say so to your lead.',
  policeAlready:
    'Do the police know already? Still ring social care and the LADO, where they are named here. Ask the police for the crime reference number. Do not assume that they told the others.',
  oneOf: 'Tell at least one of the police and social care. In doubt, tell both.',
  harmWhatever: 'If you think that a child is being seriously harmed: tell social care, whatever else.',
  todayMeans: '"Today" ends at midnight',
  oursToday: 'Where it says "our limit", the chapter gives no time limit.',
  countedFrom: 'The chapter does not say when the count starts. We start on the day after today.',
  contentIsNotReferral: 'Reporting content does not replace telling someone about the child.',
  marks: 'Lines marked "Our advice" or "Local rule" are not in the chapter.',
  judgement: 'This guides your judgement. It does not replace your safeguarding lead.',
  numbersChecked: 'We did not ring these numbers. They were read on published pages, last checked on',
  socialCareSite: 'Tell your duty manager, and ask for a strategy discussion',
  socialCareSiteAdvice: 'Ask your duty manager today',
} as const;

export const sections = {
  title: 'What to do, and by when',
  danger: 'If anyone is in danger now',
  contacts: 'Who to ring',
  donts: 'Do not',
  dos: 'Do',
  why: 'Why',
  content: 'Report the content, and get advice',
  next: 'What happens next',
  reassurance: 'Good to know',
  notRequired: 'Not asked for on these answers',
  alsoGoThrough: 'Also go through',
  read: 'Worth reading',
} as const;

export const record = {
  summary: 'Text for your record',
  title: 'Record of a safeguarding concern',
  intro: 'Copy this into your own record. Write the names by hand after printing. We keep no names.',
  blanks: [
    "Child's name: ______________________",
    'Your name and role: ______________________',
    'What was said or seen, in their own words: ______________________',
    'When and where: ______________________',
    'Who I told, and at what time: ______________________',
    'What they said they would do: ______________________',
    'If anyone saw a picture: who decided, when and why: ______________________',
    'Signed: ______________________',
  ],
} as const;
