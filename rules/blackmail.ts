/** Threats over pictures, or demands for money or more pictures (line 116; what to do is practice's). */
import {
  chapter,
  dont,
  doThis,
  follows,
  noLimit,
  notStated,
  ours,
  policeAndOrSocialCare,
  refer,
  rule,
} from './rule.ts';
import { topic } from './when.ts';

export const blackmailRules = [
  rule('blackmail-referral', {
    when: topic('blackmail'),
    cites: ['p113', 'p116', 'p121'],
    says: [...policeAndOrSocialCare(), doThis('count-money-demands-as-blackmail', 'should', follows('p58'))],
    encodes: ['R18', 'R50'],
  }),
  rule('blackmail-first-steps', {
    when: topic('blackmail'),
    basis: 'ours',
    cites: [],
    says: [
      dont('pay'),
      dont('go-on-replying'),
      dont('delete-anything'),
      doThis('keep-the-evidence'),
      doThis('do-not-leave-them-alone', 'must'),
      refer('service:report-remove', 'should', notStated, ours, 'lead'),
      refer('service:ceop', 'may', noLimit, chapter('p16'), 'lead'),
    ],
    encodes: ['R4'],
  }),
];
