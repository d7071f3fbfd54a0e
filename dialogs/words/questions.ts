/** How each question is asked. Logic is in questions.ts; here are only sentences. */
import type { ParagraphId } from '../../rules/outcome.ts';
import type { OptionOf, QuestionId } from '../questions.ts';

export interface OptionWords {
  /** At most 75 characters. */
  readonly label: string;
  /** At most 75 characters. */
  readonly help?: string;
}

export interface QuestionWords<Option extends string = string> {
  readonly ask: string;
  /** One line under the question. */
  readonly help: string;
  /** What a hard word in the question means. */
  readonly meaning?: string;
  /** Why we ask, for those who want to know. */
  readonly why: string;
  /** Where the chapter makes this matter; nothing where the question is ours. */
  readonly cites: readonly ParagraphId[];
  readonly options: Readonly<Record<Option, OptionWords>>;
}

const yesNoUnsure = { yes: { label: 'Yes' }, no: { label: 'No' }, unsure: { label: 'Not sure' } };
const doubtIsYes = 'Not sure counts as yes, to be safe.';
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
  sexualActsUnder13: { label: 'It shows sexual acts. Someone in it is, or was when made, under 13' },
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
  harmConcern: harm,
};
const extremism = {
  exploitation: { label: 'A child is being used, or may be', help: 'For sex, crime, drugs, money, or county lines' },
  extremistMaterial: { label: 'A child has seen or shared extremist material' },
  terrorContent: { label: 'Something online backs or praises terrorism' },
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
  ask: 'Which of these do you not know about?',
  help: 'Cannot tell? Choose the last one.',
  why,
  cites,
  options: { ...options, unknown: { label: 'All of them, or I cannot tell' } },
});
const onlyDoubt = 'Only what you are in doubt about is treated as a worry, not the whole list.';

export const questionWords: { readonly [Id in QuestionId]: QuestionWords<OptionOf<Id>> } = {
  danger: {
    ask: 'Could anyone come to harm now or tonight?',
    help: 'Talk of suicide or self-harm, meeting someone, threats, running away, a weapon. Not sure counts as yes.',
    why: 'If someone may come to harm, you need to act before you answer questions. With pictures, the chapter asks for a referral the same day.',
    cites: ['p119'],
    options: yesNoUnsure,
  },
  topics: {
    ask: 'What is it about?',
    help: 'If you do not know, tick the last one.',
    why: 'Each side of a worry has its own steps. We put them together into one answer.',
    cites: ['p46', 'p70'],
    options: {
      blackmail: {
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
      extremism: { label: 'Extremist, gang or county lines material or contact' },
      harmfulSites: { label: 'Sites about self-harm, suicide or weight loss' },
      content: { label: 'I found something online that should be reported' },
      domesticAbuse: { label: 'Phones or apps used to control or stalk a family' },
      other: { label: 'Something else, or I do not know' },
    },
  },
  adultInvolved: {
    ask: 'Did an adult ask for, make, get, share or threaten to share the picture?',
    help: 'An account that may be an adult’s counts. Not sure counts as yes.',
    meaning: 'An adult is 18 or over. One who only found out does not count.',
    why: 'When an adult is involved, the chapter asks for a referral the same day.',
    cites: ['p115', 'p145'],
    options: yesNoUnsure,
  },
  adultConduct: {
    ask: 'What is the worry about this adult?',
    help: 'Not sure counts as both.',
    meaning: 'Grooming: building trust with a child to abuse them.',
    why: 'Pictures and contact bring in different steps.',
    cites: ['p145', 'p153'],
    options: {
      images: { label: 'Abuse pictures', help: 'Having, making, taking or sharing sexual pictures of children' },
      contact: {
        label: 'Contact with a child',
        help: 'Grooming, sexual messages, showing them such things, meeting up',
      },
      both: { label: 'Both' },
      unsure: { label: 'Not sure' },
    },
  },
  adultKnown: {
    ask: 'Could the child, the family or your organisation know this person in real life?',
    help: 'A stranger met only online: No. Not sure counts as yes.',
    why: 'If they may be known, a wrong word could warn them. Then evidence is lost and children are less safe.',
    cites: ['p153'],
    options: yesNoUnsure,
  },
  knownAfterAll: {
    ask: 'You said a stranger met only online. Could someone here know them after all?',
    help: 'You also said that they may be near children. Not sure counts as yes.',
    why: 'The two answers do not fit. If people here may know them, a wrong word could warn them. Until you say, we go by that.',
    cites: ['p153'],
    options: {
      yes: { label: 'Yes, someone may' },
      no: { label: 'No, only online' },
      unsure: { label: 'Not sure' },
    },
  },
  blackmail: {
    ask: 'Are there threats over the picture, or a demand for money or more pictures?',
    help: doubtIsYes,
    why: 'Then there are steps that stop more harm: not paying, and keeping the messages.',
    cites: ['p116'],
    options: yesNoUnsure,
  },
  positionOfTrust: {
    ask: 'Does that adult, or anyone they live with, work or volunteer with children, or foster?',
    help: 'Just left? It still counts. Not sure counts as yes.',
    why: 'Then the LADO must know. The LADO is the council officer for worries about people who work with children.',
    cites: ['p149', 'p157'],
    options: {
      yes: { label: 'Yes, that adult' },
      household: { label: 'Only someone they live with' },
      no: { label: 'No' },
      unsure: { label: 'Not sure' },
    },
  },
  triggers: {
    ask: 'Have you been told any of these about the picture?',
    help: 'Cannot tell? Tick "I do not know".',
    meaning: 'Grooming: building trust with a child to abuse them.',
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
    help: 'Cannot tell? Tick "I do not know".',
    why: 'Even with no referral due, these mean that your lead must act today.',
    cites: ['p118', 'p123', 'p139'],
    options: { ...aboutPicture, ...noneAndUnknown },
  },
  aboutPictureDoubt: doubtOf(aboutPicture, onlyDoubt, ['p118', 'p123', 'p139']),
  knownChildrenInImages: {
    ask: 'Has anyone told you that the pictures may show a child the adult knows?',
    help: 'Their own children count. Not sure counts as yes.',
    why: 'Then social care must hold an urgent strategy discussion the same day.',
    cites: ['p155'],
    options: yesNoUnsure,
  },
  childContact: {
    ask: 'What contact does the adult have with children?',
    help: 'Not sure counts as living with them.',
    why: 'If they live with children or see them alone, social care must know the same day.',
    cites: ['p143', 'p145'],
    options: {
      livesWith: { label: 'Lives with children' },
      unsupervised: { label: 'Sees children with no other adult there' },
      otherContact: { label: 'Some other contact', help: 'Family, friends, clubs, work or volunteering' },
      none: { label: 'No contact that anyone knows of' },
      unsure: { label: 'Not sure' },
    },
  },
  materialSeen: {
    ask: 'What did the child see, as far as you have been told?',
    help: 'Not sure counts as both.',
    why: 'A child who has seen abuse pictures may be being hurt, or may hurt others.',
    cites: ['p85', 'p109'],
    options: {
      abuseImages: { label: 'Sexual pictures or videos of children' },
      pornography: { label: 'Adult sexual pictures or videos only' },
      unsure: { label: 'Not sure' },
    },
  },
  aboutExposure: {
    ask: 'Is any of this true of what the child saw?',
    help: 'Cannot tell? Tick "I do not know".',
    why: 'Someone who shows a child this may be breaking the law. Other children may need help too.',
    cites: ['p85', 'p109'],
    options: { ...exposure, ...noneAndUnknown },
  },
  aboutExposureDoubt: doubtOf(exposure, onlyDoubt, ['p85', 'p109']),
  aboutBullying: {
    ask: 'Is any of this part of the bullying?',
    help: 'Cannot tell? Tick "I do not know".',
    why: 'Some of these are crimes. Severe bullying may be abuse by another child.',
    cites: ['p216', 'p218', 'p224', 'p226'],
    options: { ...bullying, ...noneAndUnknown },
  },
  aboutBullyingDoubt: doubtOf(bullying, onlyDoubt, ['p216', 'p218', 'p224', 'p226']),
  aboutExtremism: {
    ask: 'Is any of this part of it?',
    help: 'Cannot tell? Tick "I do not know".',
    meaning: 'County lines is when gangs use children to move or sell drugs, often in another town.',
    why: 'Each of these has its own procedure to follow.',
    cites: ['p20', 'p236', 'p238'],
    options: { ...extremism, ...noneAndUnknown },
  },
  aboutExtremismDoubt: doubtOf(extremism, onlyDoubt, ['p20', 'p236', 'p238']),
  obsessed: {
    ask: 'Does the child seem stuck on, or obsessed with, one of these sites?',
    help: doubtIsYes,
    why: 'Then the chapter asks you to raise it with your safeguarding lead.',
    cites: ['p242'],
    options: yesNoUnsure,
  },
  contentKind: {
    ask: 'What kind of thing did you find?',
    help: 'Stop looking now.',
    why: 'Each kind is reported to a different place.',
    cites: ['p14', 'p16', 'p18', 'p20'],
    options: {
      childAbuseImages: { label: 'Sexual pictures or videos of children', help: 'Drawn or AI-made count too' },
      onlineContact: { label: 'Someone talking to a child in a worrying way' },
      terrorism: { label: 'Something that backs or praises terrorism' },
      harmful: { label: 'Other harmful content', help: 'Bullying, threats, self-harm, violence, pornography' },
      unsure: { label: 'Not sure' },
    },
  },
  childKnown: {
    ask: 'Is there a particular child you know of who may be harmed?',
    help: doubtIsYes,
    why: 'Reporting a website does not protect a child you know. That needs a person.',
    cites: ['p123'],
    options: yesNoUnsure,
  },
  harmConcern: {
    ask: 'Do you worry that a child is being, or may be, seriously harmed?',
    help: doubtIsYes,
    why: 'Then social care needs to know, whatever else is true.',
    cites: ['p123'],
    options: yesNoUnsure,
  },
  tellingParentsRisky: {
    ask: 'Could it put the child at risk if their parents or carers were told?',
    help: 'One of them may be involved? Say yes. Not sure means wait.',
    why: 'The chapter asks to involve parents early, unless that puts the child at risk.',
    cites: ['p105'],
    options: yesNoUnsure,
  },
  colleague: {
    ask: 'Could anyone who works, volunteers, governs or fosters here (agency staff too) be part of it? Or their family?',
    help: 'Then only people you pick are told. Not sure counts as yes.',
    why: 'Nobody has been told yet, unless you asked for a lead. A notice to someone who is part of it could warn them.',
    cites: ['p153'],
    options: yesNoUnsure,
  },
};

/** In full on the first question, and in few words on each after it. */
export const onlyKnown = {
  full: 'Only what you know. Do not ask the child, look, or search a phone.',
  short: 'Only what you already know.',
};

/** Over the boxes; the question itself is the heading. */
export const tickLabel = 'Tick all that fit';
