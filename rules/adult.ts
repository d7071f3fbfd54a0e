/**
 * An adult's behaviour towards children online: abusive images, grooming, sexual messages (section 2.2), under whatever
 * topic it is told: a picture that an adult asked for, or threats over pictures, are such behaviour too.
 */
import {
  chapter,
  follows,
  goThrough,
  mayReport,
  next,
  noLimit,
  notRequired,
  notStated,
  ours,
  parents,
  police,
  refer,
  referToSocialCare,
  rule,
  today,
  todayUrgently,
  unlessDue,
} from './rule.ts';
import { all, any, clear, is, topic, worried } from './when.ts';
import {
  adultContact,
  adultImages,
  anyAdult,
  calmContact,
  imagesAndContact,
  imagesOfKnownChild,
  pictureByAdult,
  worryingAdult,
} from './who.ts';

const adult = topic('adult');
const noRole = any(clear('adultKnown'), is('positionOfTrust', 'no'));

export const adultRules = [
  rule('adult-images', {
    when: any(adultImages, pictureByAdult),
    cites: ['p145'],
    says: [...police('must', notStated), mayReport('service:iwf', 'p14')],
    encodes: ['R76'],
  }),
  /** Narrower than line 145 and timed; that one is wider and untimed. Both apply. */
  rule('adult-images-lives-with-children', {
    when: all(adultImages, is('childContact', 'livesWith', 'unsupervised', 'unsure')),
    cites: ['p143'],
    says: [...referToSocialCare('should', today)],
    encodes: ['R73', 'R74'],
  }),
  rule('adult-images-any-contact', {
    when: imagesAndContact,
    cites: ['p145'],
    says: [...referToSocialCare('must', notStated)],
    encodes: ['R77'],
  }),
  rule('adult-images-of-known-children', {
    when: imagesOfKnownChild,
    cites: ['p155'],
    says: [
      ...referToSocialCare('must', todayUrgently, follows('p155')),
      ...police('must', todayUrgently, follows('p155')),
      next('urgent-strategy-discussion', 'socialCare', 'must', todayUrgently, chapter('p155')),
    ],
    encodes: ['R86'],
  }),
  rule('adult-contact', {
    when: adultContact,
    basis: 'ours',
    cites: ['p16', 'p83', 'p115', 'p238'],
    says: [
      ...police('must', todayUrgently, ours),
      ...referToSocialCare('must', todayUrgently, ours),
      mayReport('service:ceop', 'p16'),
    ],
    encodes: [],
  }),
  /** What is left is how an adult behaves: asked about as that, so that staff are the head's and their own are guarded. */
  rule('adult-calm-contact', {
    when: calmContact,
    basis: 'ours',
    cites: [],
    says: [goThrough('other')],
    encodes: [],
  }),
  rule('adult-strategy-discussion-on-arrest', {
    when: any(adultImages, pictureByAdult, topic('blackmail')),
    cites: ['p155'],
    says: [next('strategy-discussion-on-arrest', 'socialCare', 'should', noLimit)],
    encodes: ['R85'],
  }),
  /** Line 153 speaks of a risk that is bound to a time: nobody has to wait for the meeting. */
  rule('adult-risk-before-a-meeting', {
    when: all(any(adultImages, topic('imagery', 'blackmail')), worried('danger')),
    cites: ['p153'],
    says: [next('act-before-a-meeting', 'socialCare', 'may', noLimit)],
    encodes: ['R83'],
  }),
  rule('adult-managing-individuals', {
    when: anyAdult,
    cites: ['p147'],
    says: [refer('procedure:managing-individuals', 'should', noLimit), mayReport('service:stop-it-now', 'p26')],
    encodes: ['R8', 'R78'],
  }),
  rule('adult-parents', {
    when: all(any(worryingAdult, topic('blackmail')), worried('tellingParentsRisky')),
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
