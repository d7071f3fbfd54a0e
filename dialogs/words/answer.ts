/** Fixed sentences of the answer. */
import type { Actor, Strength } from '../../rules/outcome.ts';

export const actorWords: Readonly<Record<Actor, string>> = {
  you: 'You',
  lead: 'Your lead',
  socialCare: 'Social care',
  police: 'The police',
  lado: 'The LADO',
};

/** The verb of a line. Where the chapter says less, the line says so. */
export const verbWords: Readonly<Record<Strength, string>> = {
  must: 'must',
  oneOf: 'must (the chapter: should; police or social care; in doubt, both)',
  should: 'should',
  may: 'may',
};

export const answerWords = {
  summary: 'Your answer: who to tell, and by when',
  ringLeadYourself: 'Ring the safeguarding lead of your place of work now.',
  ringNow: 'Ring now: ',
  noAnswerThen: 'No answer? Ring ',
  nobodyPickedOnCover: 'Nobody you picked is on cover now.',
  peoplePicked: 'The people you picked',
  pickedOrder: 'Tell only the people you picked, in person or by phone. Tell nobody else where you work',
  nobodyOrder: 'Tell nobody where you work yet. Ask whoever you ring outside who to tell',
  alreadySeen: 'If you have already seen it, say so to your lead.',
  alreadySeenGuarded: 'If you have already seen it, say so when you ring.',
  leadMeans: {
    picked: 'Where it says "your lead", that means the people you picked.',
    nobody: 'Where it says "your lead", ask social care or the LADO first who that can be.',
    noLado: 'Where it says "your lead", ask whoever you ring outside first who that can be.',
  },
  policeAlready: {
    asked: 'Do the police know already?',
    ring: 'Still ring ',
    number: 'Ask the police for the crime reference number.',
    told: 'Do not assume that they told the others.',
  },
  oneOf: 'Tell at least one of the police and social care. In doubt, tell both.',
  harmWhatever: 'If you think that a child is being seriously harmed: tell social care, whatever else.',
  oursToday: 'Where it says "our limit", the chapter gives no time limit.',
  countedFrom: 'The chapter does not say when the count starts. We start on the day after today.',
  contentIsNotReferral: 'Reporting content does not replace telling someone about the child.',
  marks: 'Lines marked "Our advice" or "Local rule" are not in the chapter.',
  selfHarmGuidance: 'To read: Self Harm Practice Guidance, in your local procedures.',
  /** `cite` in answer/citation.ts writes them. */
  howToRead:
    'In brackets: section and paragraphs of the chapter. →: it follows from there. °: ours. †: your local rule.',
  yourEdition: 'Your own edition: ',
  judgement: 'This guides your judgement. It does not replace your safeguarding lead.',
  numbersChecked: 'We did not ring these numbers. They were read on published pages, last checked on',
  socialCareSite: 'Tell your duty manager, and ask for a strategy discussion',
  socialCareSiteAdvice: 'Ask your duty manager today',
} as const;

export const record = {
  summary: 'Text for your record',
  title: 'Record of a safeguarding concern',
  intro: 'Copy this into your own record. Write the names by hand after printing. We keep no names.',
  keep: 'Write by hand: what you saw or heard, in their own words; whom you rang, when, and what they said they would do.',
  copy: 'For a text to copy, press "More", then "Copy for your record".',
  page: 'A page to print:',
  open: 'open the record',
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

/** What the people answerable have decided of it. */
export const reviewWords = {
  open: 'Lines of ours (°) here are not yet accepted by your partnership.',
  refused: 'Your partnership does not accept a line of ours (°) here. Ask your lead.',
  changed: 'The rules have changed since your partnership accepted them.',
  newEdition: 'A newer edition of the chapter is being checked.',
  toAccept: ' entries of ours are not yet accepted by your partnership. The review pack lists them.',
} as const;
