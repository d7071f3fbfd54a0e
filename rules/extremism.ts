/** Extremist, gang or county lines material or contact (section 4). */
import { dont, doThis, mayReport, notStated, ours, refer, rule } from './rule.ts';
import { all, topic, worried } from './when.ts';

const extremism = topic('extremism');

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
