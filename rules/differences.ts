/**
 * Where what is said differs from the chapter, on purpose: statement by statement, with the reason. The one table of it.
 * test/rules/accounting.test.ts finds every difference by itself; one without a row here fails, and so does a row that
 * no difference needs. The review pack prints it for the policy owner.
 */

/** What differs: who acts, the verb, the time limit, a route, a prohibition, the words, that it is carried at all, or where. */
export const differenceFields = [
  'actor',
  'verb',
  'deadline',
  'route',
  'prohibition',
  'words',
  'carried',
  'trigger',
] as const;
export type DifferenceField = (typeof differenceFields)[number];

export interface DifferenceRow {
  /** Statements of the chapter (rules/data/statements.json). */
  readonly statements: readonly string[];
  /** What says it: a route, an id of advice, a checklist with its item, or the rule whose trigger differs. */
  readonly line: string;
  readonly field: DifferenceField;
  readonly ours: string;
  /** The chapter's. */
  readonly chapter: string;
  readonly reason: string;
}

const referralIsOurs =
  'A trigger of lines 115 to 119 is too grave for "should". The card says "must", and that the chapter says "should".';
const noLimitIsNotNoHurry =
  'The chapter states no limit. No limit is not "no hurry": the card says "today (our limit)", and that it is ours.';
const factMadeAdvice = 'The chapter states a fact. What to do about it follows from there, and is marked so.';

const stronger = (line: string): DifferenceRow => ({
  statements: ['R49', 'R50', 'R51', 'R52', 'R53', 'R54', 'R55'],
  line,
  field: 'verb',
  ours: 'must, "should" beside it',
  chapter: 'should',
  reason: referralIsOurs,
});

const today = (line: string, ...statements: readonly string[]): DifferenceRow => ({
  statements,
  line,
  field: 'deadline',
  ours: 'today (ours)',
  chapter: 'none',
  reason: noLimitIsNotNoHurry,
});

const advised = (line: string, ours: string, ...statements: readonly string[]): DifferenceRow => ({
  statements,
  line,
  field: 'verb',
  ours: `${ours} (follows)`,
  chapter: 'none',
  reason: factMadeAdvice,
});

const reported = (line: string, ours: string, ...statements: readonly string[]): DifferenceRow => ({
  statements,
  line,
  field: 'verb',
  ours: `${ours} (ours)`,
  chapter: 'may',
  reason: 'The chapter says who takes reports. Whoever has found such a page is told to report it; marked as ours.',
});

const wider = (line: string, topics: string, statements: readonly string[], reason: string): DifferenceRow => ({
  statements,
  line,
  field: 'trigger',
  ours: `also under ${topics}`,
  chapter: 'not',
  reason,
});
const adultBehindPicture =
  'Line 101 sends a picture that an adult is behind to section 2.2. Threats over pictures are such behaviour too, and the same event gets the same answer under each topic.';
const threatsAreAboutPicture = 'Threats over a picture are about a picture.';

export const differences: readonly DifferenceRow[] = [
  stronger('police'),
  stronger('childrens-social-care'),
  {
    statements: ['R79'],
    line: 'lado',
    field: 'verb',
    ours: 'must (follows)',
    chapter: 'should',
    reason: 'The chapter sends people to the allegations procedure. Telling the LADO follows from lines 149 and 157.',
  },
  {
    statements: ['R17'],
    line: 'take-agreement-as-safe',
    field: 'verb',
    ours: 'must',
    chapter: 'none',
    reason: 'Said in one line with the bar of line 68, which has no exception.',
  },
  {
    statements: ['R72'],
    line: 'do-not-blame',
    field: 'actor',
    ours: 'you',
    chapter: 'police',
    reason:
      'The chapter speaks of police enquiries. That staff do not blame either follows from there, and is marked so.',
  },
  {
    statements: ['R47'],
    line: 'childrens-social-care',
    field: 'verb',
    ours: 'should (follows)',
    chapter: 'none',
    reason: 'The chapter calls it a child protection issue and names no route. Social care follows, and is marked so.',
  },
  advised('count-money-demands-as-blackmail', 'should', 'R18'),
  advised('copy-or-send', 'must', 'R26'),
  advised('do-not-blame', 'should', 'R35', 'R36'),
  advised('touch-devices', 'should', 'R82'),
  reported('service:iwf', 'must', 'R3', 'R171'),
  reported('service:ceop', 'should', 'R4', 'R171'),
  reported('service:act', 'should', 'R6'),
  today('service:iwf', 'R3', 'R171'),
  today('service:ceop', 'R4', 'R171'),
  today('service:act', 'R6'),
  today('police', 'R37', 'R76', 'R148', 'R158'),
  today('police-advice', 'R157'),
  today('childrens-social-care', 'R30', 'R47', 'R77'),
  today('lado', 'R79'),
  today('safeguarding-lead', 'R167'),
  today('procedure:domestic-abuse', 'R16'),
  today('procedure:risk-to-others', 'R48'),
  today('procedure:allegations', 'R79', 'R88'),
  today('procedure:radicalisation', 'R164'),
  today('procedure:exploitation', 'R165'),
  wider(
    'nobody-under-18-agrees-to-abuse',
    'bullying, content, domesticAbuse, exposure, extremism, harmfulSites, other',
    ['R17'],
    'Said in one line with the bar of line 68, which stands on every topic.',
  ),
  wider(
    'imagery-support',
    'imagery',
    ['R18'],
    'Said with every picture, so that a demand for money is known for what it is when it comes.',
  ),
  wider('imagery-support', 'blackmail', ['R35', 'R36', 'R72'], threatsAreAboutPicture),
  wider('safety-first', 'blackmail', ['R39'], threatsAreAboutPicture),
  wider(
    'do-not-look',
    'bullying, exposure',
    ['R26'],
    'What a child saw, or what is passed round, may be such a picture: nobody looks to find out.',
  ),
  wider('adult-images-any-contact', 'blackmail, imagery', ['R77'], adultBehindPicture),
  wider('adult-strategy-discussion-on-arrest', 'blackmail, imagery', ['R85'], adultBehindPicture),
  wider('adult-images-of-known-children', 'blackmail, imagery', ['R86'], adultBehindPicture),
  wider(
    'exploitation-procedure',
    'imagery',
    ['R165'],
    'Danger over a picture may be a meeting that somebody has arranged (line 119).',
  ),
];
