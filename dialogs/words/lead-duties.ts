/** Topics and duties as leads read them: a class of concern, never an answer. */
import type { Topic } from '../../rules/facts.ts';
import type { PeopleRoute } from '../../rules/outcome.ts';

/** What a concern is about, in a few words. */
export const topicClass: Readonly<Record<Topic, string>> = {
  blackmail: 'threats over pictures',
  imagery: 'a nude or sexual picture',
  adult: "an adult's behaviour",
  exposure: 'a child saw sexual or abusive material',
  bullying: 'bullying or pressure from another child',
  extremism: 'extremism, gangs or county lines',
  harmfulSites: 'sites about self-harm, suicide or weight loss',
  content: 'content found online',
  domesticAbuse: 'control or stalking by phone or app',
  other: 'something else',
};

export interface DutyWords {
  /** An order without its end: "Report it to the police". */
  readonly order: string;
  /** What is so once it is done: stands on a button. */
  readonly ticked: string;
  /** Which one it is, in a word or two. */
  readonly short: string;
}

export const dutyWords: Readonly<Record<PeopleRoute, DutyWords>> = {
  emergency: { order: 'Ring 999 for whoever is in danger', ticked: '999 rung, or safe', short: '999' },
  'safeguarding-lead': { order: 'Tell a safeguarding lead', ticked: 'dealt with', short: 'deal with it' },
  police: { order: 'Report it to the police', ticked: 'police told', short: 'police' },
  'childrens-social-care': {
    order: "Refer to children's social care",
    ticked: 'social care told',
    short: 'social care',
  },
  lado: { order: 'Tell the LADO', ticked: 'LADO told', short: 'LADO' },
  'fostering-service': {
    order: 'Tell the fostering service, if they foster',
    ticked: 'fostering service told',
    short: 'fostering service',
  },
  'police-advice': { order: 'Ask the police for advice', ticked: 'police asked', short: 'police advice' },
  'social-care-advice': {
    order: 'Ask social care for advice',
    ticked: 'social care asked',
    short: 'social care advice',
  },
};

/** What a lead has to do where nobody else has to be told. */
export const decideAndAct = 'Decide what is needed, and do it';

export const limitWords = {
  late: 'late. The limit was',
  lateShort: 'late',
  none: 'no time limit is given',
  noneShort: 'no limit given',
  oursShort: 'ours',
  ours: 'our limit',
} as const;

export const changeWords = {
  title: 'An answer changed. What is different',
  same: 'What is due is the same as before.',
  added: 'New',
  gone: 'No longer due',
  sooner: 'Sooner than before',
  later: 'Later than before',
  parents: 'About the parents, they now read',
} as const;
