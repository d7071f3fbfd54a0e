/** An adult's behaviour towards children online: abusive images, grooming, sexual messages (section 2.2). */
import {
  chapter,
  follows,
  mayReport,
  next,
  noLimit,
  notRequired,
  notStated,
  ours,
  parents,
  police,
  refer,
  rule,
  socialCare,
  today,
  todayUrgently,
  unlessDue,
} from './rule.ts';
import { all, any, clear, is, topic, worried } from './when.ts';

const adult = topic('adult');
const images = all(adult, is('adultConduct', 'images', 'both', 'unsure'));
const trusted = all(worried('adultKnown'), is('positionOfTrust', 'yes', 'unsure'));
const noRole = any(clear('adultKnown'), is('positionOfTrust', 'no'));

export const adultRules = [
  rule('adult-images', {
    when: images,
    cites: ['p145'],
    says: [...police('must', notStated), mayReport('service:iwf', 'p14')],
    encodes: ['R76'],
  }),
  /** Narrower than line 145 and timed; that one is wider and untimed. Both apply. */
  rule('adult-images-lives-with-children', {
    when: all(images, is('childContact', 'livesWith', 'unsupervised', 'unsure')),
    cites: ['p143'],
    says: [...socialCare('should', today)],
    encodes: ['R73', 'R74'],
  }),
  rule('adult-images-any-contact', {
    when: all(images, any(is('childContact', 'livesWith', 'unsupervised', 'otherContact', 'unsure'), trusted)),
    cites: ['p145'],
    says: [...socialCare('must', notStated)],
    encodes: ['R77'],
  }),
  rule('adult-images-of-known-children', {
    when: all(images, worried('knownChildrenInImages')),
    cites: ['p155'],
    says: [
      ...socialCare('must', todayUrgently, follows('p155')),
      ...police('must', todayUrgently, follows('p155')),
      next('urgent-strategy-discussion', 'socialCare', 'must', todayUrgently, chapter('p155')),
    ],
    encodes: ['R86'],
  }),
  rule('adult-contact', {
    when: all(adult, is('adultConduct', 'contact', 'both', 'unsure')),
    basis: 'ours',
    cites: ['p16', 'p83', 'p115', 'p238'],
    says: [
      ...police('must', todayUrgently, ours),
      ...socialCare('must', todayUrgently, ours),
      mayReport('service:ceop', 'p16'),
    ],
    encodes: [],
  }),
  rule('adult-strategy-discussion-on-arrest', {
    when: images,
    cites: ['p155'],
    says: [next('strategy-discussion-on-arrest', 'socialCare', 'should', noLimit)],
    encodes: ['R85'],
  }),
  rule('adult-managing-individuals', {
    when: adult,
    cites: ['p147'],
    says: [refer('procedure:managing-individuals', 'should', noLimit), mayReport('service:stop-it-now', 'p26')],
    encodes: ['R8', 'R78'],
  }),
  rule('adult-parents', {
    when: all(adult, clear('adultKnown'), worried('tellingParentsRisky')),
    basis: 'follows',
    cites: ['p105'],
    says: [parents('hold', 'parents-hold')],
    encodes: [],
  }),
  rule('adult-without-contact', {
    when: all(
      adult,
      is('adultConduct', 'images'),
      clear('knownChildrenInImages'),
      is('childContact', 'none'),
      clear('harmConcern'),
      clear('danger'),
      noRole,
    ),
    cites: ['p143', 'p145', 'p149'],
    says: [
      unlessDue(['childrens-social-care'], notRequired('no-contact-no-social-care', follows('p143', 'p145'))),
      unlessDue(['lado', 'childrens-social-care'], notRequired('no-role-no-lado', follows('p149', 'p157'))),
    ],
    encodes: [],
  }),
];
