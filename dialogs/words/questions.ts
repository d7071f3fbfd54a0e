/** How each question is asked. Logic is in questions.ts; here are only sentences. */
import type { ParagraphId } from '../../rules/outcome.ts';
import type { OptionOf, QuestionId } from '../questions.ts';

export interface OptionWords {
  /** At most 75 characters. */
  readonly label: string;
  /** At most 75 characters. */
  readonly help?: string;
  /** Over the boxes from this one on: a platform takes ten in one list. */
  readonly group?: string;
}

export interface QuestionWords<Option extends string = string> {
  readonly ask: string;
  /** One line under the question, where it needs one. */
  readonly help?: string;
  /** What a hard word in the question means. */
  readonly meaning?: string;
  /** Why we ask, for those who want to know. */
  readonly why: string;
  /** Where the chapter makes this matter; nothing where the question is ours. */
  readonly cites: readonly ParagraphId[];
  readonly options: Readonly<Record<Option, OptionWords>>;
}

const yesNoUnsure = { yes: { label: 'Yes' }, no: { label: 'No' }, unsure: { label: 'Not sure' } };
const noneAndUnknown = {
  none: { label: 'None of these' },
  unknown: { label: 'I do not know', help: 'Or: I do not know about the others' },
};
const picture = {
  blackmail: { label: 'Threats over it, or a demand for money or more pictures' },
  pressureOrGrooming: { label: 'They were pressured, tricked or groomed into it' },
  capacity: {
    label: 'They may not have understood, or could not say no',
    help: 'Because of a disability, a special need, drink or drugs',
  },
  contentConcern: {
    label: 'It shows violence, or acts that do not fit their age or stage',
    help: 'Only what you were told. Do not look',
  },
  sexualActsUnder13: { label: 'It shows sexual acts. Someone is, or was when it was made, under 13' },
};
const harm = {
  label: 'I worry that a child is being, or may be, seriously harmed',
};

const exposure = {
  encouraged: { label: 'Someone showed it to the child, or pushed them to watch' },
  byAdult: { label: 'That was an adult, or someone who may be an adult' },
  childrenAtHome: { label: 'There are other children at home' },
  harmConcern: harm,
};
const bullying = {
  upskirting: { label: "A picture taken under someone's clothes", help: 'This is called upskirting. It is a crime' },
  possibleCrime: {
    label: 'Threats, stalking, hate, pushing others to harm, or the crime of harassment',
    help: 'Harassment: done again and again, so that someone is alarmed or distressed',
  },
  severe: { label: 'It is severe', help: 'For example: many against one, it will not stop, or great distress' },
  nudesInvolved: { label: 'Nude or sexual pictures are involved' },
  sexualPressure: { label: 'Sexual messages, or pressure to do or send something sexual' },
  harmConcern: harm,
};
const extremism = {
  exploitation: {
    label: 'A child is being used, or may be',
    help: 'For sex, crime, money or county lines: gangs have them sell drugs',
  },
  extremistMaterial: { label: 'A child has seen or shared extremist material' },
  terrorContent: { label: 'Something online backs or praises terrorism' },
  supportsExtremism: { label: 'They say they support, admire or want to join such a group' },
  fixedOnViolence: {
    label: 'They are fixed on massacres or mass violence',
    help: 'Also where no ideology or group is behind it',
  },
  attackThreat: { label: 'Someone talks of, threatens or plans an attack, on any day' },
  harmConcern: harm,
};
const staff = {
  staffHarmed: { label: 'They harmed a child, or may have' },
  staffCrime: { label: 'It may be a crime against a child, or about a child' },
  staffRisk: { label: 'They may be a risk to children' },
  staffUnsuitable: {
    label: 'They may not be right to work with children',
    help: 'Outside work counts too',
  },
  harmConcern: harm,
};
const aboutPicture = {
  under13: { label: 'Someone in the picture is, or was when it was made, under 13' },
  passedOn: {
    label: 'It was made, shown or passed on without someone agreeing',
    help: 'Edited or AI-made pictures count',
  },
  harmConcern: harm,
};

/** After "I do not know" to a tick list: which of its options. */
const doubtOf = <Option extends string>(
  options: Readonly<Record<Option, OptionWords>>,
  why: string,
  cites: QuestionWords['cites'],
): QuestionWords<Option | 'unknown'> => ({
  ask: 'Which do you not know about?',
  why,
  cites,
  options: { ...options, unknown: { label: 'All of them, or I cannot tell' } },
});
const onlyDoubt = 'Only what you are in doubt about is treated as a worry, not the whole list.';

export const questionWords: { readonly [Id in QuestionId]: QuestionWords<OptionOf<Id>> } = {
  danger: {
    ask: 'Could anyone come to harm now or tonight?',
    help: 'Suicide or self-harm, meeting someone, threats, running away, a weapon, an attack on any day.',
    why: 'If someone may come to harm, you need to act before you answer questions. With pictures, the chapter asks for a referral the same day.',
    cites: ['p119', 'p123'],
    options: {
      yes: { label: 'Yes' },
      onlyAdult: { label: 'Only an adult' },
      no: { label: 'No' },
      unsure: { label: 'Not sure' },
    },
  },
  topics: {
    ask: 'What is it about?',
    why: 'Each side of a worry has its own steps. We put them together into one answer.',
    cites: ['p46', 'p70'],
    options: {
      blackmail: {
        group: 'Tick: people, pictures',
        label: 'Someone threatens a young person over pictures',
        help: 'Or wants money, or more pictures. Blackmail',
      },
      imagery: {
        label: 'A nude or sexual picture or video of anyone under 18',
        help: 'Real, edited or made by AI',
      },
      adult: {
        label: 'An adult: abuse pictures, grooming, sexual messages, meeting up',
        help: 'With any child under 18, even at 16 or 17 and "in a relationship"',
      },
      exposure: { label: 'A child has seen sexual or abusive material' },
      bullying: {
        label: 'Bullying, sexual messages or pressure from another child',
        help: "Or upskirting: taking a picture under someone's clothes",
      },
      extremism: { group: 'Anything else', label: 'Extremist, gang or county lines material or contact' },
      harmfulSites: { label: 'Sites about self-harm, suicide or weight loss' },
      content: { label: 'I found something online that should be reported' },
      domesticAbuse: { label: 'Phones or apps used to control or stalk a family' },
      other: { label: 'Something else, or I do not know' },
    },
  },
  adultInvolved: {
    ask: 'May an adult have asked for, made, got or shared the picture, or threatened to?',
    help: 'Not those who only found out.',
    why: 'When an adult is involved, the chapter asks for a referral the same day.',
    cites: ['p115', 'p145'],
    options: yesNoUnsure,
  },
  adultConduct: {
    ask: 'What worries you about the adult?',
    why: 'Pictures and contact bring in different steps.',
    cites: ['p145', 'p153'],
    options: {
      images: { label: 'Sexual pictures of children' },
      contact: { label: 'Contact with a child' },
      both: { label: 'Both' },
      unsure: { label: 'Not sure' },
    },
  },
  contactSigns: {
    ask: 'Is any of it sexual, secret, with gifts, or meeting alone?',
    why: 'These are signs of grooming. Secret also means hidden from parents or from work. With no sign, your lead looks at it today.',
    cites: ['p16', 'p83'],
    options: yesNoUnsure,
  },
  adultKnown: {
    ask: 'Could the child, family or anyone here know this person in real life?',
    help: 'A stranger met online: No.',
    why: 'If they may be known, a wrong word could warn them. Then evidence is lost and children are less safe.',
    cites: ['p153'],
    options: yesNoUnsure,
  },
  knownAfterAll: {
    ask: 'You said a stranger, but maybe near children. Could someone here know them after all?',
    why: 'The two answers do not fit. If people here may know them, a wrong word could warn them. Until you say, we go by that.',
    cites: ['p153'],
    options: {
      yes: { label: 'Yes, maybe' },
      no: { label: 'No' },
      unsure: { label: 'Not sure' },
    },
  },
  blackmail: {
    ask: 'Are there threats over the picture, or demands for money or more?',
    why: 'Then there are steps that stop more harm: not paying, and keeping the messages.',
    cites: ['p116'],
    options: yesNoUnsure,
  },
  positionOfTrust: {
    ask: 'Does the adult, or someone they live with, work, volunteer or foster with children?',
    help: 'Just left counts.',
    why: 'Then the LADO must know. The LADO is the council officer for worries about people who work with children.',
    cites: ['p149', 'p157'],
    options: {
      yes: { label: 'Yes' },
      household: { label: 'Only their household' },
      no: { label: 'No' },
      unsure: { label: 'Not sure' },
    },
  },
  triggers: {
    ask: 'Were you told any of these about the picture?',
    meaning: 'Grooming: winning trust to abuse.',
    why: 'The chapter asks for a referral the same day if any one of these is true.',
    cites: ['p116', 'p117', 'p118'],
    options: { ...picture, ...noneAndUnknown },
  },
  inDoubt: doubtOf(picture, 'Some doubts mean a referral today. Others mean that your lead decides today.', [
    'p116',
    'p117',
    'p118',
  ]),
  aboutPicture: {
    ask: 'Is any of this true of the picture?',
    why: 'Even with no referral due, these mean that your lead must act today.',
    cites: ['p118', 'p123', 'p139'],
    options: { ...aboutPicture, ...noneAndUnknown },
  },
  aboutPictureDoubt: doubtOf(aboutPicture, onlyDoubt, ['p118', 'p123', 'p139']),
  knownChildrenInImages: {
    ask: "May the pictures show the adult's child, or one they know?",
    why: 'Then social care must hold an urgent strategy discussion the same day.',
    cites: ['p155'],
    options: yesNoUnsure,
  },
  childContact: {
    ask: 'What contact has the adult with children?',
    why: 'If they live with children or see them alone, social care must know the same day.',
    cites: ['p143', 'p145'],
    options: {
      livesWith: { label: 'Lives with children' },
      unsupervised: { label: 'Sees them alone' },
      otherContact: { label: 'Other contact' },
      none: { label: 'None known' },
      unsure: { label: 'Not sure' },
    },
  },
  materialSeen: {
    ask: 'What did the child see, as far as you were told?',
    why: 'A child who has seen abuse pictures may be being hurt, or may hurt others.',
    cites: ['p85', 'p109'],
    options: {
      abuseImages: { label: 'Sexual pictures of children' },
      pornography: { label: 'Pornography, of adults only' },
      unsure: { label: 'Not sure' },
    },
  },
  aboutExposure: {
    ask: 'Is any of this true of what the child saw?',
    why: 'Someone who shows a child this may be breaking the law. Other children may need help too.',
    cites: ['p85', 'p109'],
    options: { ...exposure, ...noneAndUnknown },
  },
  aboutExposureDoubt: doubtOf(exposure, onlyDoubt, ['p85', 'p109']),
  aboutBullying: {
    ask: 'Is any of this part of the bullying?',
    why: 'Some of these are crimes. Severe bullying may be abuse by another child.',
    cites: ['p216', 'p218', 'p224', 'p226'],
    options: { ...bullying, ...noneAndUnknown },
  },
  aboutBullyingDoubt: doubtOf(bullying, onlyDoubt, ['p216', 'p218', 'p224', 'p226']),
  aboutExtremism: {
    ask: 'Is any of this part of it?',
    why: 'Each of these has its own procedure to follow.',
    cites: ['p20', 'p236', 'p238'],
    options: { ...extremism, ...noneAndUnknown },
  },
  aboutExtremismDoubt: doubtOf(extremism, onlyDoubt, ['p20', 'p236', 'p238']),
  obsessed: {
    ask: 'Does the child seem stuck on, or obsessed with, one of these sites?',
    why: 'Then the chapter asks you to raise it with your safeguarding lead.',
    cites: ['p242'],
    options: yesNoUnsure,
  },
  contentKind: {
    ask: 'What did you find?',
    help: 'Stop looking. Drawn or AI counts.',
    why: 'Each kind is reported to a different place.',
    cites: ['p14', 'p16', 'p18', 'p20'],
    options: {
      childAbuseImages: { label: 'Sexual pictures of children' },
      onlineContact: { label: 'Worrying contact with a child' },
      terrorism: { label: 'Praise of terrorism' },
      harmful: { label: 'Other harm' },
      unsure: { label: 'Not sure' },
    },
  },
  childKnown: {
    ask: 'May a child you know of be harmed?',
    why: 'Reporting a website does not protect a child you know. That needs a person.',
    cites: ['p123'],
    options: yesNoUnsure,
  },
  staffConduct: {
    ask: 'Is it how an adult behaves who works or volunteers with children?',
    help: 'For example: shouts, rough, drunk, favourites. The head too.',
    why: 'Then the head is told, or the chair if it is the head, and only people you pick. The adult must not hear of it first.',
    cites: [],
    options: yesNoUnsure,
  },
  aboutStaff: {
    ask: 'May any of this be true of that adult?',
    why: 'Any one is a reason for the head to tell the LADO today: the council officer for worries about people who work with children. The first four are the tests of Keeping Children Safe in Education, part four.',
    cites: [],
    options: { ...staff, ...noneAndUnknown },
  },
  aboutStaffDoubt: doubtOf(staff, onlyDoubt, []),
  harmConcern: {
    ask: 'Do you worry that a child is being, or may be, seriously harmed?',
    why: 'Then social care needs to know, whatever else is true.',
    cites: ['p123'],
    options: yesNoUnsure,
  },
  tellingParentsRisky: {
    ask: 'Could telling parents or carers put the child at risk?',
    help: 'One may be involved? Yes.',
    why: 'The chapter asks to involve parents early, unless that puts the child at risk.',
    cites: ['p105'],
    options: yesNoUnsure,
  },
  colleague: {
    ask: 'Could anyone who works, volunteers, governs or fosters here be part of it? Or their family?',
    help: 'Agency staff too.',
    why: 'Then only people you pick are told. Nobody has been told yet, unless you asked for a lead. A notice to someone who is part of it could warn them.',
    cites: ['p153'],
    options: yesNoUnsure,
  },
};

/** In full on the first question, and in few words where somebody could be tempted to go and look, or to ask. */
export const onlyKnown = {
  full: 'Only what you know. Do not ask the child, look, or search a phone. "Not sure" is a safe answer.',
  short: 'Only what you know. ',
};

/** They ask what was seen, done or said: the rest ask for a judgement, or where somebody is. */
export const asksWhatHappened: ReadonlySet<string> = new Set<QuestionId>([
  'adultInvolved',
  'adultConduct',
  'contactSigns',
  'adultKnown',
  'knownAfterAll',
  'blackmail',
  'positionOfTrust',
  'triggers',
  'aboutPicture',
  'knownChildrenInImages',
  'childContact',
  'materialSeen',
  'aboutExposure',
  'aboutBullying',
  'aboutExtremism',
  'obsessed',
  'staffConduct',
]);

/** Over the boxes; the question itself is the heading. */
export const tickLabel = 'Tick what fits';
