/** Technology used to control a family (line 54), and everything the chapter does not cover. */
import { dont, doThis, mayReport, notStated, parents, refer, rule } from './rule.ts';
import { topic } from './when.ts';

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
];
