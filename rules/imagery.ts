/**
 * A nude or sexual picture or video of somebody under 18 (section 2.1).
 *
 * The five triggers of lines 115 to 119 each give the same referral. Practice names three exceptions to "not sure
 * counts as yes": what the picture shows, pressure or grooming, and capacity. There doubt means advice today, because
 * the chapter asks for "reason to believe" and staff must not look to find out.
 */
import type { Route } from './outcome.ts';
import {
  chapter,
  doThis,
  follows,
  goThrough,
  mayReport,
  notRequired,
  notStated,
  ours,
  parents,
  police,
  policeAndOrSocialCare,
  reassure,
  refer,
  rule,
  seeAlso,
  socialCareAdvice,
  unlessDue,
} from './rule.ts';
import { all, any, clear, is, setting, topic, worried } from './when.ts';

const imagery = topic('imagery');
/** Threats over pictures are about a picture too. */
const picture = topic('imagery', 'blackmail');
const softTrigger = any(is('pressureOrGrooming', 'yes'), is('capacity', 'yes'), is('contentConcern', 'yes'));
const softDoubt = any(is('pressureOrGrooming', 'unsure'), is('capacity', 'unsure'), is('contentConcern', 'unsure'));
/** Any of the lines 115 to 119; doubt counts where practice does not name it an exception. */
export const trigger = any(
  worried('adultInvolved'),
  worried('blackmail'),
  worried('sexualActsUnder13'),
  worried('danger'),
  softTrigger,
);
const noTrigger = all(
  clear('adultInvolved'),
  clear('blackmail'),
  clear('pressureOrGrooming'),
  clear('capacity'),
  clear('contentConcern'),
  clear('sexualActsUnder13'),
  clear('danger'),
);
const referral: readonly Route[] = ['police', 'childrens-social-care'];
const anyAdvice: readonly Route[] = [...referral, 'lado', 'police-advice', 'social-care-advice'];
const nothingElse = all(noTrigger, clear('under13'), clear('passedOn'), clear('harmConcern'));

export const imageryRules = [
  rule('imagery-adult', {
    when: all(imagery, worried('adultInvolved')),
    cites: ['p113', 'p115', 'p121'],
    says: [...policeAndOrSocialCare()],
    encodes: ['R49', 'R55'],
  }),
  /** Line 101 sends a picture that an adult is behind to section 2.2, where the police are always told (145). */
  rule('imagery-adult-police-always', {
    when: all(imagery, worried('adultInvolved')),
    basis: 'follows',
    cites: ['p101', 'p145'],
    says: [...police('must', notStated)],
    encodes: ['R37'],
  }),
  rule('imagery-blackmail', {
    when: all(imagery, worried('blackmail')),
    cites: ['p113', 'p116', 'p121'],
    says: [...policeAndOrSocialCare(), goThrough('blackmail')],
    encodes: ['R50'],
  }),
  rule('imagery-pressure-or-grooming', {
    when: all(imagery, is('pressureOrGrooming', 'yes')),
    cites: ['p113', 'p116', 'p121'],
    says: [...policeAndOrSocialCare()],
    encodes: ['R50'],
  }),
  rule('imagery-capacity', {
    when: all(imagery, is('capacity', 'yes')),
    cites: ['p113', 'p116', 'p121'],
    says: [...policeAndOrSocialCare()],
    encodes: ['R51'],
  }),
  rule('imagery-content', {
    when: all(imagery, is('contentConcern', 'yes')),
    cites: ['p113', 'p117', 'p121'],
    says: [...policeAndOrSocialCare()],
    encodes: ['R52'],
  }),
  rule('imagery-under-13-sexual-acts', {
    when: all(imagery, worried('sexualActsUnder13')),
    cites: ['p113', 'p118', 'p121'],
    says: [...policeAndOrSocialCare()],
    encodes: ['R53'],
  }),
  rule('imagery-danger', {
    when: all(imagery, worried('danger')),
    cites: ['p113', 'p119', 'p121'],
    says: [...policeAndOrSocialCare()],
    encodes: ['R54'],
  }),
  rule('imagery-doubt', {
    when: all(imagery, softDoubt),
    basis: 'ours',
    cites: ['p116', 'p117'],
    says: [
      socialCareAdvice('lead'),
      unlessDue(referral, doThis('lead-decides-today', 'must', ours, 'lead')),
      unlessDue(['police'], parents('hold', 'parents-lead-decides-in-doubt')),
    ],
    encodes: [],
  }),
  rule('imagery-under-13', {
    when: all(imagery, worried('under13')),
    basis: 'ours',
    cites: ['p118'],
    says: [socialCareAdvice('lead')],
    encodes: [],
  }),
  rule('imagery-passed-on', {
    when: any(topic('blackmail'), all(imagery, any(worried('passedOn'), trigger))),
    basis: 'ours',
    cites: [],
    says: [
      refer('procedure:risk-to-others', 'should', notStated, follows('p111')),
      doThis('support-the-child-pictured', 'should', ours, 'lead'),
      doThis('see-those-who-shared-separately', 'should', ours, 'lead'),
    ],
    encodes: [],
  }),
  rule('imagery-passed-on-advice', {
    when: all(imagery, worried('passedOn')),
    basis: 'ours',
    cites: [],
    says: [
      refer('police-advice', 'should', notStated, ours, 'lead'),
      unlessDue(['police'], doThis('treat-as-child-on-child-abuse', 'should', ours, 'lead')),
    ],
    encodes: [],
  }),
  rule('imagery-support', {
    when: picture,
    cites: ['p139'],
    says: [
      doThis('offer-support'),
      doThis('help-take-it-down', 'should', chapter('p139'), 'lead'),
      doThis('count-money-demands-as-blackmail', 'should', follows('p58')),
      doThis('do-not-blame', 'should', follows('p95', 'p99', 'p141')),
      refer('service:report-remove', 'may', notStated, ours, 'lead'),
      mayReport('service:iwf', 'p14'),
      mayReport('service:ceop', 'p16'),
    ],
    encodes: ['R3', 'R4', 'R18', 'R35', 'R36', 'R69', 'R72'],
  }),
  /** It may turn out that somebody was older than they were thought to be. */
  rule('imagery-eighteen-or-over', {
    when: picture,
    basis: 'ours',
    cites: [],
    says: [doThis('eighteen-or-over', 'may')],
    encodes: [],
  }),
  rule('imagery-involve-parents', {
    when: all(imagery, clear('tellingParentsRisky')),
    cites: ['p105'],
    says: [parents('involve', 'parents-involve')],
    encodes: ['R40'],
  }),
  rule('imagery-hold-parents', {
    when: all(imagery, worried('tellingParentsRisky')),
    cites: ['p105'],
    says: [parents('hold', 'parents-hold')],
    encodes: ['R41'],
  }),
  rule('imagery-no-trigger', {
    when: all(imagery, nothingElse),
    cites: ['p133', 'p137'],
    says: [
      unlessDue(anyAdvice, reassure('safeguarding-before-crime', chapter('p133'))),
      unlessDue(anyAdvice, reassure('first-time-not-usually-prosecuted', chapter('p137'))),
      unlessDue(referral, notRequired('no-trigger-no-referral', follows('p113'))),
    ],
    encodes: ['R64', 'R66'],
  }),
  rule('imagery-school-advice', {
    when: all(imagery, setting('school')),
    cites: ['p93', 'p103'],
    says: [seeAlso('ukcis-sharing-nudes')],
    encodes: ['R34', 'R38'],
  }),
];
