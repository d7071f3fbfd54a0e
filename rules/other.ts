/** Technology used to control a family (line 54), staff conduct (all of it ours), and everything the chapter does not cover. */
import {
  dont,
  doThis,
  goThrough,
  mayReport,
  notStated,
  parents,
  police,
  refer,
  rule,
  today,
  unlessDue,
} from './rule.ts';
import { all, any, is, topic, worried } from './when.ts';
import { staffConduct } from './who.ts';

/** Keeping Children Safe in Education, part four: any one of its four tests, if it may be met, is the LADO's. */
const testMayBeMet = all(
  staffConduct,
  any(worried('staffHarmed'), worried('staffCrime'), worried('staffRisk'), worried('staffUnsuitable')),
);

export const otherRules = [
  rule('domestic-abuse-procedure', {
    when: topic('domesticAbuse'),
    cites: ['p54'],
    says: [refer('procedure:domestic-abuse', 'should', notStated)],
    encodes: ['R16'],
  }),
  rule('domestic-abuse-safe-contact', {
    when: topic('domesticAbuse'),
    basis: 'ours',
    cites: [],
    says: [
      dont('contact-a-watched-device', 'must'),
      dont('remove-trackers'),
      doThis('ask-for-a-safe-way'),
      parents('hold', 'parents-domestic-abuse'),
      mayReport('service:domestic-abuse-helpline'),
      mayReport('service:mens-advice-line'),
    ],
    encodes: [],
  }),
  rule('other-tell-your-lead', {
    when: topic('other'),
    basis: 'ours',
    cites: [],
    says: [doThis('duty-covers-all-harm', 'must')],
    encodes: [],
  }),
  /** Whom to tell and the guard stand in known-adult.ts, with everybody else who may be part of it. */
  rule('staff-conduct', {
    when: staffConduct,
    basis: 'ours',
    cites: [],
    says: [
      doThis('own-staff-tell-the-head', 'must'),
      dont('tell-the-adult-or-those-around'),
      dont('investigate-yourself'),
      unlessDue(['lado', 'police', 'childrens-social-care'], doThis('low-level-concerns', 'should', undefined, 'lead')),
    ],
    encodes: [],
  }),
  /**
   * Signs of grooming are asked about as an adult's contact. Where nobody can say that it is about such an adult at all,
   * there is no contact to ask about: the head asks the LADO.
   */
  rule('staff-conduct-signs-of-grooming', {
    when: all(topic('other'), is('staffConduct', 'yes'), worried('contactSigns')),
    basis: 'ours',
    cites: ['p16'],
    says: [goThrough('adult')],
    encodes: [],
  }),
  rule('staff-conduct-for-the-lado', {
    when: testMayBeMet,
    basis: 'ours',
    cites: [],
    says: [
      refer('lado', 'must', today, undefined, 'lead'),
      doThis('head-tells-the-lado', 'must', undefined, 'lead'),
      doThis('left-the-role-still-counts', 'must'),
    ],
    encodes: [],
  }),
  /** In doubt the LADO asks the police, or says to ring them. */
  rule('staff-conduct-crime', {
    when: all(staffConduct, is('staffCrime', 'yes')),
    basis: 'ours',
    cites: [],
    says: [...police('must', today)],
    encodes: [],
  }),
];
