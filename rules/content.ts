/** Something found online that should be reported (the Reporting box, and section 6). */
import { dont, doThis, goThrough, leadToday, mayReport, notStated, ours, refer, rule } from './rule.ts';
import { all, is, topic, worried } from './when.ts';

const content = topic('content');

export const contentRules = [
  rule('content-child-abuse-images', {
    when: all(content, is('contentKind', 'childAbuseImages', 'unsure')),
    cites: ['p14', 'p248'],
    says: [
      refer('service:iwf', 'must', notStated, { basis: 'ours', cites: ['p14', 'p248'] }),
      mayReport('service:ceop', 'p16', 'p248'),
    ],
    encodes: ['R3', 'R171'],
  }),
  rule('content-contact', {
    when: all(content, is('contentKind', 'onlineContact', 'unsure')),
    cites: ['p16', 'p248'],
    says: [refer('service:ceop', 'should', notStated, { basis: 'ours', cites: ['p16', 'p248'] })],
    encodes: ['R4', 'R171'],
  }),
  rule('content-terrorism', {
    when: all(content, is('contentKind', 'terrorism', 'unsure')),
    cites: ['p20'],
    says: [
      refer('service:act', 'should', notStated, { basis: 'ours', cites: ['p20'] }),
      dont('download-or-share', 'should', ours),
    ],
    encodes: ['R6'],
  }),
  rule('content-harmful', {
    when: all(content, is('contentKind', 'harmful', 'unsure')),
    cites: ['p18'],
    says: [
      mayReport('service:report-harmful-content', 'p18'),
      refer('service:platform', 'should', notStated, { basis: 'ours', cites: ['p18'] }),
    ],
    encodes: ['R5'],
  }),
  rule('content-stop-looking', {
    when: content,
    basis: 'ours',
    cites: [],
    says: [doThis('tell-lead-what-was-found'), doThis('write-the-address-by-hand'), dont('send-the-link')],
    encodes: [],
  }),
  /** Reporting content never replaces telling somebody about a child. */
  rule('content-known-child', {
    when: all(content, worried('childKnown')),
    basis: 'ours',
    cites: [],
    says: [leadToday, doThis('reporting-is-not-referring', 'must')],
    encodes: [],
  }),
  rule('content-pictures-of-a-known-child', {
    when: all(content, worried('childKnown'), is('contentKind', 'childAbuseImages', 'unsure')),
    basis: 'follows',
    cites: ['p101'],
    says: [goThrough('imagery')],
    encodes: [],
  }),
  rule('content-contact-with-a-known-child', {
    when: all(content, worried('childKnown'), is('contentKind', 'onlineContact', 'unsure')),
    basis: 'follows',
    cites: ['p101'],
    says: [goThrough('adult')],
    encodes: [],
  }),
  rule('content-draws-in-a-known-child', {
    when: all(content, worried('childKnown'), is('contentKind', 'terrorism', 'unsure')),
    basis: 'follows',
    cites: ['p232'],
    says: [goThrough('extremism')],
    encodes: [],
  }),
];
