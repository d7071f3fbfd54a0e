/** What the answer says: one entry for each route, do, don't and note that the rules can give. */
import type { Fact, Topic, ValueOf } from '../../rules/facts.ts';
import type { DoId, DontId, NextId, NotRequiredId, ParentsId, ReassuranceId } from '../../rules/ids.ts';
import type { PeopleRoute, Route } from '../../rules/outcome.ts';
import { minutesForALead, minutesInDanger } from '../../rules/waiting.ts';

/** Where nobody knows whether anyone is in danger. */
export const emergencyInDoubt = `If nobody can say within ${minutesInDanger} minutes that they are safe: ring 999`;

/** People and bodies as they are named in a sentence. */
export const routeNames: Readonly<Record<Exclude<PeopleRoute, 'emergency'>, string>> = {
  'safeguarding-lead': 'your safeguarding lead',
  police: 'the police',
  'childrens-social-care': "children's social care",
  lado: 'the LADO',
  'fostering-service': 'the fostering service',
  'police-advice': 'the police for advice',
  'social-care-advice': 'social care for advice',
};

/** A route as an order: who it is for is said by the actor before it. */
export const routeWords: Readonly<Record<Route, { readonly order: string }>> = {
  emergency: { order: 'Ring 999' },
  'safeguarding-lead': {
    order: 'Tell your safeguarding lead, in person or by phone. No lead answers? Ring social care yourself',
  },
  police: { order: 'Report it to the police. Ring 101, day and night, or 999 in danger' },
  'childrens-social-care': {
    order: "Refer to children's social care. That means: ring the council's team and tell them",
  },
  lado: { order: 'Tell the LADO, the council officer for worries about people who work with children' },
  'fostering-service': { order: 'If they, or someone they live with, foster: tell the fostering service too' },
  'police-advice': { order: 'Ask the police for advice. Ring 101, day and night' },
  'social-care-advice': { order: "Ask children's social care for advice" },
  'procedure:making-a-referral': { order: 'Follow the procedure "Making a Referral to Social Care"' },
  'procedure:exploitation': { order: 'Follow the procedure "Children at Risk of Exploitation"' },
  'procedure:allegations': { order: 'Follow the procedure "Allegations Against Staff, Carers and Volunteers"' },
  'procedure:risk-to-others': {
    order:
      'Follow the procedure "Children who Present a Risk of Harm to Others", for a child who looked or passed it on as well',
  },
  'procedure:managing-individuals': {
    order: 'See the procedure "Managing Individuals who Pose a Risk of Harm to Children"',
  },
  'procedure:radicalisation': {
    order: 'Follow the procedure "Safeguarding against Radicalisation and Violent Extremism"',
  },
  'procedure:domestic-abuse': { order: 'Follow the procedure "Domestic Abuse"' },
  'service:papyrus': { order: 'Ring Papyrus about someone under 35 who thinks of suicide' },
  'service:samaritans': { order: 'Tell them of Samaritans, who listen at any age' },
  'service:childline': { order: 'Tell them of Childline, for those under 19' },
  'service:shout': { order: 'Tell them of Shout, who answer by text' },
  'service:beat': { order: 'Ask Beat about a worry over food and weight' },
  'service:domestic-abuse-helpline': { order: 'Tell women of the helpline for abuse at home' },
  'service:mens-advice-line': { order: "Tell men of the Men's Advice Line" },
  'service:ceop': { order: 'Report online contact or abuse to CEOP, part of the police' },
  'service:iwf': {
    order: 'If it is on a web page: give the address, never the picture, to the Internet Watch Foundation',
  },
  'service:report-remove': {
    order:
      'Help the young person use Report Remove to get the picture taken down. Ask the police first if they are involved',
  },
  'service:report-harmful-content': {
    order: 'If the platform has refused or not answered: use Report Harmful Content. Never for illegal content',
  },
  'service:act': { order: 'Report it to ACT, the police page for terrorist content' },
  'service:platform': { order: "Report it with the app or site's own report tool" },
  'service:posh': { order: 'Ask the Professionals Online Safety Helpline for advice' },
  'service:stop-it-now': { order: 'Stop It Now gives advice in confidence about an adult who may be abusing a child' },
  'service:prevent': { order: 'Talk the worry through with ACT Early, the Prevent advice line' },
};

export const doWords: Readonly<Record<DoId, string>> = {
  'stay-with-the-child': 'Stay with the child.',
  'do-not-leave-them-alone': 'Do not leave the young person alone.',
  'ask-before-home-time':
    'Before the child goes home, ask social care: may they, with whom, and who tells the parents? No answer by then, or the adult arrives: ring 999. Do not confront the adult.',
  'comfort-the-child':
    'If a child told you, say: "You are not in trouble. You were right to tell me. I have to tell people who can help."',
  'write-down-their-words': 'Write down their own words by hand, with the time.',
  'ask-about-suicide':
    'You may ask the young person once, directly, whether they think of suicide. Asking does not put the idea there. If yes: do not leave them, and tell your lead now. A plan, the means, or something taken: ring 999.',
  'put-safety-first': "Put the child's safety first in every step.",
  'pass-over-anyone-involved':
    'If your lead or head may be involved, or close to them: do not tell them. Tell the next person up, or the LADO.',
  'own-staff-tell-the-head':
    'Do they work or volunteer at your own place? Tell the head, not the lead. Is it the head? Tell the chair or owner. Either way you can ring the LADO yourself.',
  'went-by-may-be-known':
    'You said a stranger, and something else that does not fit. We go by the safer answer: people here may know them. Tell whoever you ring about both.',
  'went-by-only-online':
    'You said twice that they are met only online. So we treat them as a stranger, also where they may be near children.',
  'left-the-role-still-counts': 'Tell the LADO even if the adult has left the job.',
  'keep-the-evidence': 'Keep messages, names and payment details as they are.',
  'ask-for-a-safe-way': 'Ask for a safe way to make contact.',
  'write-the-address-by-hand': 'Stop looking. Write the web address down by hand.',
  'tell-lead-what-was-found': 'Tell your lead what you found and how you came across it.',
  'reporting-is-not-referring': 'Reporting a page does not replace telling someone about the child.',
  'duty-covers-all-harm':
    'Tell your lead today, in person or by phone. This bot covers online harm only. Your duty covers all harm.',
  'head-tells-the-lado':
    'The head tells the LADO today, before anyone looks into it or tells the adult. In doubt: ask the LADO.',
  'low-level-concerns': 'The head writes it down, and goes by your policy on low-level concerns.',
  'record-a-decision-to-view':
    'If someone has seen the picture, or decides that it must be seen: write down who decided, when and why. Tell your lead.',
  'count-money-demands-as-blackmail':
    'Treat any demand for money as blackmail. Organised criminals or another child can be behind it too.',
  'lead-decides-today': `Your lead decides today whether to refer. No lead within ${minutesForALead} minutes? Ring social care for advice yourself.`,
  'support-the-child-pictured': 'Support the child in the picture.',
  'see-those-who-shared-separately': 'See any young people who shared it one by one, apart from the child pictured.',
  'treat-as-child-on-child-abuse': 'Treat it as abuse by another child.',
  'offer-support': 'Offer the young person support.',
  'help-take-it-down':
    'Offer help to get the picture taken down and off devices. Our advice: where police are involved, when they have agreed.',
  'do-not-blame': 'Do not blame them. Many do not know that it is against the law.',
  'take-it-seriously': 'Take it seriously and write it down.',
  'think-what-lies-behind': 'Think what may lie behind it: abuse of this child, an adult showing it, or grooming.',
  'support-those-close-later': 'Plan support for people close to the adult, for after they may be told.',
  'support-the-bullied-child': 'Support the child who is bullied.',
  'work-with-the-child-who-bullies': 'Where you know who it is, work with the child who bullies too.',
  'help-block-and-remove': 'Help to block, report and remove what was posted.',
  'consider-child-on-child-abuse': 'Think about whether this is abuse by another child.',
  'your-school-must-act': 'Your school has a duty to protect its pupils from bullying, online too.',
  'lead-makes-prevent-referral': 'Make a Prevent referral. Nobody has to agree to it first.',
  'prevent-referral-today': 'Make a Prevent referral today. Nobody has to agree to it first.',
  'nobody-has-to-agree':
    'Nobody has to agree to a referral. A parent who says no does not stop it. Nor does a child who wants it kept secret.',
  'phone-in-hand':
    'A phone in your hand? Do not look through it, switch nothing, keep it as it is. Give it to your lead, who asks the police.',
  'child-in-care': 'In care? Tell their own social worker, and the council that placed them, too.',
  'child-elsewhere':
    'Living elsewhere, or abroad? Ring your own social care, who reach the services there. Abused online: CEOP too.',
  'eighteen-or-over':
    "Is the person 18 or over? These help, and the police, and your council's adult safeguarding team. Under 18 when it was made: police and the IWF, as for a child. Never take an adult's device.",
  'share-and-arrange-support': 'Make sure that those who need to know are told, and that support is set up.',
};

/** Where the bullying is a picture taken under clothes and nothing more. */
export const upskirtingWords: Readonly<Partial<Record<string, string>>> = {
  'support-the-bullied-child': 'Support the child it was done to.',
  'work-with-the-child-who-bullies': 'Where you know which child did it, work with that child too.',
  'help-block-and-remove': 'Help to block, report and remove it where it was posted.',
} satisfies Readonly<Partial<Record<DoId, string>>>;

export const dontWords: Readonly<Record<DontId, string>> = {
  'tell-the-adult-or-those-around': 'Do not tell the adult, their partner, the children, or anyone else.',
  look: 'Do not look at the picture or video.',
  'copy-or-send': 'Do not copy, save, print or send it, and do not have it sent to you. That can be a crime.',
  'contact-those-around':
    'Until they are known to be safe: do not contact the adult, the parents or the home, and do not question the child.',
  'contact-a-watched-device': 'Do not ring, text or e-mail a device or account that the other person may watch.',
  'warn-the-stranger': 'Do not write to the person or let them know.',
  pay: 'Do not pay, or pay no more.',
  'go-on-replying': 'Stop replying. Then block them.',
  'delete-anything': 'Do not delete messages, names or payment details.',
  'delete-yet':
    'Do not have it deleted until the police say so. Where they are not involved: until your lead says so, after Report Remove.',
  'remove-trackers': 'Do not remove a tracker or an app yet.',
  'touch-devices': 'Do not touch or take devices in a way that warns the adult: evidence could be destroyed.',
  'question-or-search': 'Do not question the child, look, or search a phone to find out more.',
  'question-beyond-suicide': 'Ask the child nothing else. Do not look, or search a phone, to find out more.',
  'investigate-yourself': 'Do not look into it yourself. Pass it on.',
  'tell-others': 'Do not tell anyone except the people named here.',
  'promise-secrecy': 'Do not promise to keep it secret.',
  'send-the-link': 'Do not send the link to colleagues.',
  'download-or-share': 'Do not download or share the material.',
  'take-agreement-as-safe':
    'Do not take "they agreed" as an answer. Nobody under 18 can agree to being abused. Fear can look like agreeing.',
};

/** Advice left out where another line of the same card already says as much. */
export const saidBy: Readonly<Partial<Record<string, readonly (DoId | DontId | ParentsId)[]>>> = {
  'tell-others': ['parents-tell-nobody'],
  'keep-the-evidence': ['delete-anything'],
  'do-not-leave-them-alone': ['stay-with-the-child'],
  'lead-makes-prevent-referral': ['prevent-referral-today'],
};

export const parentsWords: Readonly<Record<ParentsId, string>> = {
  'parents-lead-decides': 'Do not contact parents yet. Your lead decides.',
  'parents-lead-decides-in-doubt': 'Do not contact parents yet. Your lead decides today.',
  'parents-told-by-lead-today':
    'Do not contact parents yet. Your lead decides. Parents are usually told the same day, by the lead.',
  'parents-involve': 'Involve the parents or carers early.',
  'parents-stranger':
    'Your lead or the police tell the parents today, before the child goes home, unless that adds risk.',
  'parents-hold': 'Do not tell the parents or carers yet. Ask social care who should tell them, and when.',
  'parents-own-people':
    'Do not contact parents yet. Someone who works here, or their family, may be part of it. Whoever you report it to decides.',
  'parents-domestic-abuse': 'Do not contact the parents yet. Your lead decides, and finds a safe way first.',
  'parents-tell-nobody': 'Tell nobody else until the police or social care say so. That goes for parents too.',
};

/** Who a sentence may speak of only where they stand on the card. */
export type OutsideBody = 'police' | 'social care' | 'lado' | 'Report Remove';

/** What is said instead where these are not on the card; the first that fits. */
export const unlessThere: Readonly<
  Partial<Record<string, readonly { readonly without: readonly OutsideBody[]; readonly said: string }[]>>
> = {
  'parents-hold': [
    {
      without: ['social care'],
      said: 'Do not tell the parents or carers yet. Ask whoever you ring outside who should tell them, and when.',
    },
  ],
  'parents-tell-nobody': [
    { without: ['social care'], said: 'Tell nobody else until the police say so. That goes for parents too.' },
    { without: ['police'], said: 'Tell nobody else until social care say so. That goes for parents too.' },
  ],
  'pass-over-anyone-involved': [
    {
      without: ['lado'],
      said: 'If your lead or head may be involved, or close to them: do not tell them. Tell the next person up.',
    },
  ],
  'own-staff-tell-the-head': [
    {
      without: ['lado'],
      said: 'Do they work or volunteer at your own place? Tell the head, not the lead. Is it the head? Tell the chair or owner.',
    },
  ],
  'delete-yet': [
    { without: ['police', 'Report Remove'], said: 'Do not have it deleted until your lead says so.' },
    { without: ['police'], said: 'Do not have it deleted until your lead says so, after Report Remove.' },
    {
      without: ['Report Remove'],
      said: 'Do not have it deleted until the police say so. Where they are not involved: until your lead says so.',
    },
  ],
  'phone-in-hand': [
    {
      without: ['police'],
      said: 'A phone in your hand? Do not look through it, switch nothing, keep it as it is. Give it to your lead.',
    },
  ],
  'eighteen-or-over': [
    {
      without: ['police'],
      said: "Is the person 18 or over? These help, and your council's adult safeguarding team. Under 18 when it was made: the IWF, as for a child. Never take an adult's device.",
    },
  ],
  'help-take-it-down': [{ without: ['police'], said: 'Offer help to get the picture taken down and off devices.' }],
  'service:report-remove': [
    { without: ['police'], said: 'Help the young person use Report Remove to get the picture taken down' },
  ],
};

/** Whose line it is, where the words do not say so themselves. */
export const parentsActor: Readonly<Partial<Record<ParentsId, 'lead'>>> = { 'parents-involve': 'lead' };

export const nextWords: Readonly<Record<NextId, string>> = {
  'strategy-discussion':
    'If they fear serious harm, social care will call a strategy discussion: a meeting with police, health and others about keeping the child safe.',
  'urgent-strategy-discussion':
    'Social care must hold an urgent strategy discussion the same day. Say that the pictures may show a child the adult knows.',
  'strategy-discussion-on-arrest':
    'When the adult is arrested, a strategy discussion is held about children they meet.',
  'act-before-a-meeting': 'Where the risk cannot wait, police and social care may act before any meeting.',
  'lado-meeting': 'The LADO holds a meeting. This limit is theirs, not yours: you tell the LADO first.',
};

export const notRequiredWords: Readonly<Record<NotRequiredId, string>> = {
  'no-trigger-no-referral':
    'On these answers the chapter does not ask for a referral to police or social care. If you still worry, you can always ring them.',
  'no-contact-no-social-care':
    'On these answers the chapter does not ask for a referral to social care, because nobody knows of contact with children. Tell the police: they may find some.',
  'no-role-no-lado': 'On these answers the LADO is not needed, because nobody knows of work with children.',
};

export const reassuranceWords: Readonly<Record<ReassuranceId, string>> = {
  'safeguarding-before-crime':
    'Police guidance treats this mainly as a matter of keeping young people safe, not of crime.',
  'first-time-not-usually-prosecuted': 'A young person should not usually be prosecuted for a first time.',
};

/** Answers that are no reason for anything: the mildest ones. */
type Mild = 'no' | 'none';

/** Why an answer counted, short: "because an adult may be involved". By its value where each is said otherwise. */
export const becauseWords: {
  readonly [F in Fact]: string | Readonly<Record<Exclude<ValueOf<F>, Mild>, string>>;
} & { readonly topics: Readonly<Record<Topic, string>> } = {
  danger: 'someone could come to harm now or tonight',
  adultInvolved: 'an adult may be involved',
  adultKnown: 'the adult may be known in real life',
  knownAfterAll: 'someone here may know that person after all',
  positionOfTrust: {
    yes: 'the adult works or volunteers with children, or fosters',
    household: 'someone they live with works with children or fosters',
    unsure: 'the adult may work with children or foster',
  },
  blackmail: 'there may be blackmail',
  pressureOrGrooming: 'there may have been pressure or grooming',
  capacity: 'they may not have understood, or could not say no',
  contentConcern: 'of what the picture may show',
  sexualActsUnder13: 'it may show sexual acts. Someone may be, or have been when it was made, under 13',
  under13: 'someone in it may be, or have been when it was made, under 13',
  passedOn: 'it may have been passed on without agreement',
  harmConcern: 'a child may be seriously harmed',
  tellingParentsRisky: 'telling the parents may put the child at risk',
  adultConduct: {
    images: 'the adult may have sexual pictures of children',
    contact: 'the adult may be in touch with a child',
    both: 'the adult may have sexual pictures of children, and be in touch with a child',
    unsure: 'the adult may have sexual pictures of children, or be in touch with a child',
  },
  contactSigns: 'it may be sexual or secret, or there were gifts or a meeting alone',
  knownChildrenInImages: 'the pictures may show a child the adult knows',
  childContact: 'the adult may have contact with children',
  materialSeen: {
    abuseImages: 'the child saw sexual pictures of children',
    pornography: 'the child saw pornography',
    unsure: 'the child may have seen sexual pictures of children',
  },
  encouraged: 'someone may have shown it or pushed them to watch',
  byAdult: 'an adult may have shown it to the child',
  childrenAtHome: 'other children may live there',
  upskirting: 'of a picture under clothes',
  possibleCrime: 'it may be a crime',
  severe: 'it may be severe',
  nudesInvolved: 'nude pictures may be involved',
  sexualPressure: 'there may be sexual messages or pressure',
  exploitation: 'a child may be used by others',
  extremistMaterial: 'of extremist material',
  terrorContent: 'it may back terrorism',
  supportsExtremism: 'someone may support such a group',
  fixedOnViolence: 'someone may be fixed on mass violence',
  attackThreat: 'there may be talk of an attack',
  obsessed: 'the child seems obsessed with such a site',
  contentKind: {
    childAbuseImages: 'you found sexual pictures of children',
    onlineContact: 'you found worrying contact with a child',
    terrorism: 'you found praise of terrorism',
    harmful: 'you found something harmful',
    unsure: 'what you found may be illegal',
  },
  childKnown: 'a child you know may be harmed',
  staffConduct: 'it is, or may be, about an adult who works with children',
  staffHarmed: 'that adult may have harmed a child',
  staffCrime: 'that adult may have done a crime against, or about, a child',
  staffRisk: 'that adult may be a risk to children',
  staffUnsuitable: 'that adult may not be right to work with children',
  colleague: 'someone who works here, or their family, may be part of it',
  topics: {
    blackmail: 'of threats over pictures',
    imagery: 'a picture of someone under 18 is involved',
    adult: 'the worry is about an adult',
    exposure: 'a child saw such material',
    bullying: 'it is about bullying',
    extremism: 'it is about extremism, gangs or county lines',
    harmfulSites: 'it is about harmful sites',
    content: 'you found content to report',
    domesticAbuse: 'phones or apps are used to control a family',
    other: 'it is not on our list',
  },
};
