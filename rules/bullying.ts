/** Bullying, sexual messages or pressure from another child, and upskirting (section 3). */
import {
  chapter,
  doThis,
  goThrough,
  leadToday,
  mayReport,
  noLimit,
  notStated,
  police,
  refer,
  rule,
  seeAlso,
} from './rule.ts';
import { all, is, setting, topic, worried } from './when.ts';

const bullying = topic('bullying');

export const bullyingRules = [
  rule('bullying-upskirting', {
    when: all(bullying, worried('upskirting')),
    cites: ['p218'],
    says: [...police('should', notStated)],
    encodes: ['R147', 'R148'],
  }),
  rule('bullying-severe', {
    when: all(bullying, worried('severe')),
    cites: ['p216'],
    says: [doThis('consider-child-on-child-abuse', 'may'), leadToday],
    encodes: ['R146'],
  }),
  rule('bullying-support', {
    when: bullying,
    cites: ['p222'],
    says: [
      doThis('take-it-seriously'),
      doThis('support-the-bullied-child'),
      doThis('work-with-the-child-who-bullies'),
      doThis('help-block-and-remove', 'may'),
      mayReport('service:platform', 'p222'),
      mayReport('service:report-harmful-content', 'p18'),
    ],
    encodes: ['R5', 'R151', 'R152', 'R153', 'R154'],
  }),
  rule('bullying-school-duty', {
    when: all(bullying, setting('school')),
    cites: ['p220', 'p222'],
    says: [
      doThis('your-school-must-act', 'must', chapter('p222')),
      seeAlso('dfe-cyberbullying-staff', chapter('p220')),
      seeAlso('childnet-cyberbullying', chapter('p220')),
    ],
    encodes: ['R149', 'R150'],
  }),
  rule('bullying-guidance-for-parents', {
    when: bullying,
    cites: ['p228'],
    says: [seeAlso('dfe-cyberbullying-parents')],
    encodes: ['R160'],
  }),
  /** "Where needed ... advice; if necessary ... report": yes reports, not sure asks for advice. */
  rule('bullying-police-advice', {
    when: all(bullying, worried('possibleCrime')),
    cites: ['p226'],
    says: [refer('police-advice', 'should', notStated)],
    encodes: ['R157'],
  }),
  rule('bullying-police-report', {
    when: all(bullying, is('possibleCrime', 'yes')),
    cites: ['p224', 'p226'],
    says: [...police('should', notStated)],
    encodes: ['R155', 'R156', 'R158'],
  }),
  rule('bullying-risk-to-others', {
    when: bullying,
    cites: ['p226'],
    says: [refer('procedure:risk-to-others', 'should', noLimit)],
    encodes: ['R159'],
  }),
  rule('bullying-nudes', {
    when: all(bullying, worried('nudesInvolved')),
    basis: 'follows',
    cites: ['p107', 'p113'],
    says: [goThrough('imagery'), leadToday],
    encodes: [],
  }),
];
