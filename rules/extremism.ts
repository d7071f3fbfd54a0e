/** Extremist, gang or county lines material or contact (section 4). */
import { dont, doThis, follows, leadToday, mayReport, notStated, now, ours, refer, rule, today } from './rule.ts';
import { all, any, is, topic, worried } from './when.ts';

const extremism = topic('extremism');
/** Prevent takes a fixation on mass violence too, with no ideology at all. */
const preventToday = all(extremism, any(worried('supportsExtremism'), worried('fixedOnViolence')));

export const extremismRules = [
  rule('extremism-report-content', {
    when: extremism,
    cites: ['p234'],
    says: [mayReport('service:platform', 'p234'), mayReport('service:report-harmful-content', 'p18')],
    encodes: ['R163'],
  }),
  rule('extremism-radicalisation-procedure', {
    when: all(extremism, worried('extremistMaterial')),
    cites: ['p236'],
    says: [
      refer('procedure:radicalisation', 'should', notStated),
      doThis('lead-makes-prevent-referral', 'should', ours, 'lead'),
      mayReport('service:prevent'),
    ],
    encodes: ['R164'],
  }),
  rule('extremism-prevent-today', {
    when: preventToday,
    basis: 'ours',
    cites: [],
    says: [
      leadToday,
      doThis('prevent-referral-today', 'should', ours, 'lead'),
      refer('service:prevent', 'should', today, ours, 'lead'),
      refer('procedure:radicalisation', 'should', notStated, follows('p236')),
    ],
    encodes: [],
  }),
  /** 999 is the police. Whether a child may come to harm is asked beside it. */
  rule('extremism-attack', {
    when: all(extremism, is('attackThreat', 'yes')),
    basis: 'ours',
    cites: [],
    says: [refer('emergency', 'must', now), dont('contact-those-around', 'must')],
    encodes: [],
  }),
  /** As danger in doubt: 999 where nobody can say within minutes that people are safe. */
  rule('extremism-attack-in-doubt', {
    when: all(extremism, is('attackThreat', 'unsure')),
    basis: 'ours',
    cites: [],
    says: [refer('emergency', 'must', now), dont('contact-those-around', 'must')],
    encodes: [],
  }),
  rule('extremism-terrorist-content', {
    when: all(extremism, worried('terrorContent')),
    cites: ['p20'],
    says: [mayReport('service:act', 'p20')],
    encodes: ['R6'],
  }),
  rule('extremism-do-not-spread', {
    when: extremism,
    basis: 'ours',
    cites: [],
    says: [dont('download-or-share')],
    encodes: [],
  }),
];
