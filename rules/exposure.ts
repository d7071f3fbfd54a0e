/** A child has seen sexual or abusive material (lines 85 and 105 to 111). */
import {
  chapter,
  dont,
  doThis,
  follows,
  goThrough,
  mayReport,
  notStated,
  ours,
  parents,
  refer,
  referToSocialCare,
  rule,
} from './rule.ts';
import { all, any, clear, is, topic, worried } from './when.ts';

const exposure = topic('exposure');
const abuseImages = all(exposure, is('materialSeen', 'abuseImages', 'unsure'));

export const exposureRules = [
  rule('exposure-abuse-images', {
    when: abuseImages,
    cites: ['p109', 'p111'],
    says: [
      doThis('take-it-seriously', 'must', chapter('p109')),
      doThis('think-what-lies-behind', 'must', chapter('p109')),
      refer('procedure:risk-to-others', 'should', notStated, chapter('p111')),
      mayReport('service:iwf', 'p14'),
    ],
    encodes: ['R44', 'R46', 'R48'],
  }),
  rule('exposure-possible-victims', {
    when: all(abuseImages, any(worried('childrenAtHome'), worried('harmConcern'))),
    cites: ['p109'],
    says: [...referToSocialCare('should', notStated, follows('p109'))],
    encodes: ['R47'],
  }),
  rule('exposure-encouraged', {
    when: all(exposure, any(worried('encouraged'), worried('byAdult'))),
    cites: ['p85'],
    says: [
      ...referToSocialCare('should', notStated, follows('p85')),
      dont('investigate-yourself', 'should', follows('p85')),
    ],
    encodes: ['R29', 'R30'],
  }),
  /** Showing a child such material is an adult's behaviour: it is asked about as that. */
  rule('exposure-by-an-adult', {
    when: all(exposure, worried('byAdult')),
    basis: 'follows',
    cites: ['p85', 'p109'],
    says: [goThrough('adult'), dont('investigate-yourself')],
    encodes: [],
  }),
  rule('exposure-harmful-content', {
    when: all(exposure, is('materialSeen', 'pornography', 'unsure')),
    cites: ['p18'],
    says: [mayReport('service:report-harmful-content', 'p18')],
    encodes: ['R5'],
  }),
  rule('exposure-involve-parents', {
    when: all(exposure, clear('tellingParentsRisky')),
    cites: ['p105'],
    says: [parents('involve', 'parents-involve')],
    encodes: ['R40'],
  }),
  rule('exposure-hold-parents', {
    when: all(exposure, worried('tellingParentsRisky')),
    cites: ['p105'],
    says: [parents('hold', 'parents-hold')],
    encodes: ['R41'],
  }),
  rule('exposure-support', {
    when: exposure,
    basis: 'ours',
    cites: [],
    says: [doThis('offer-support', 'should', ours)],
    encodes: [],
  }),
];
