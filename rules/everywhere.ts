/** What holds whatever the concern is about. Nearly all of it is ours: the chapter gives no emergency line and no lead. */
import {
  chapter,
  dont,
  doThis,
  follows,
  mayReport,
  notStated,
  now,
  ours,
  parents,
  police,
  refer,
  referToSocialCare,
  rule,
  today,
} from './rule.ts';
import { all, always, any, is, not, topic, worried } from './when.ts';
import { inTouch, pictureInIt } from './who.ts';

const suicideMayBeSpokenOf = topic('harmfulSites', 'blackmail');
const harmIsAsked = any(
  topic('imagery', 'adult', 'exposure', 'bullying', 'extremism', 'harmfulSites', 'domesticAbuse', 'other'),
  all(topic('content'), worried('childKnown')),
);

export const everywhere = [
  rule('tell-your-lead', {
    when: always,
    basis: 'ours',
    cites: [],
    says: [
      refer('safeguarding-lead', 'must', today),
      doThis('comfort-the-child'),
      doThis('write-down-their-words'),
      dont('promise-secrecy'),
      dont('tell-others'),
      parents('hold', 'parents-lead-decides'),
      mayReport('service:posh', 'p30'),
    ],
    encodes: ['R10'],
  }),

  rule('do-not-question', {
    when: not(suicideMayBeSpokenOf),
    basis: 'ours',
    cites: [],
    says: [dont('question-or-search')],
    encodes: [],
  }),
  /** To ask once about suicide saves lives; nothing else is asked. */
  rule('suicide-may-be-spoken-of', {
    when: suicideMayBeSpokenOf,
    basis: 'ours',
    cites: [],
    says: [
      doThis('ask-about-suicide'),
      dont('question-beyond-suicide'),
      mayReport('service:papyrus'),
      mayReport('service:samaritans'),
      mayReport('service:childline'),
      mayReport('service:shout'),
    ],
    encodes: [],
  }),

  rule('danger-now', {
    when: is('danger', 'yes', 'onlyAdult'),
    basis: 'ours',
    cites: [],
    says: [refer('emergency', 'must', now)],
    encodes: [],
  }),
  /** A child who may come to serious harm is line 123's. Of anybody else that line says nothing. */
  rule('danger-to-a-child', {
    when: is('danger', 'yes'),
    basis: 'follows',
    cites: ['p123'],
    says: [
      ...referToSocialCare('must', notStated),
      doThis('stay-with-the-child', 'must', ours),
      dont('contact-those-around', 'must', ours),
    ],
    encodes: [],
  }),
  rule('danger-to-an-adult', {
    when: is('danger', 'onlyAdult'),
    basis: 'ours',
    cites: [],
    says: [...police('must', notStated)],
    encodes: [],
  }),
  /** Not known to be safe: somebody finds out within minutes, without a word to those who may be the danger. */
  rule('danger-in-doubt', {
    when: is('danger', 'unsure'),
    basis: 'ours',
    cites: [],
    says: [
      refer('emergency', 'must', now),
      doThis('stay-with-the-child', 'must'),
      dont('contact-those-around', 'must'),
    ],
    encodes: [],
  }),

  rule('significant-harm', {
    when: all(worried('harmConcern'), harmIsAsked),
    cites: ['p123'],
    says: [...referToSocialCare('must', notStated, follows('p123'))],
    encodes: ['R56', 'R57'],
  }),

  rule('nobody-under-18-agrees-to-abuse', {
    when: always,
    cites: ['p56', 'p68'],
    says: [dont('take-agreement-as-safe', 'must')],
    encodes: ['R17', 'R23'],
  }),

  rule('do-not-look', {
    when: pictureInIt,
    cites: ['p107'],
    says: [
      dont('look'),
      dont('copy-or-send', 'must', follows('p81', 'p107')),
      doThis('record-a-decision-to-view', 'should', chapter('p107')),
    ],
    encodes: ['R26', 'R42', 'R43'],
  }),

  rule('keep-what-is-there', {
    when: pictureInIt,
    basis: 'ours',
    cites: [],
    says: [dont('delete-yet'), doThis('phone-in-hand', 'must')],
    encodes: [],
  }),

  rule('safety-first', {
    when: topic('imagery', 'blackmail', 'exposure'),
    cites: ['p105'],
    says: [doThis('put-safety-first')],
    encodes: ['R39'],
  }),

  /** The chapter's one "must" addressed to every practitioner, and not limited to its own section ("any concerns"). */
  rule('exploitation-procedure', {
    when: any(
      all(topic('extremism'), worried('exploitation')),
      inTouch,
      topic('blackmail'),
      all(topic('exposure'), any(worried('encouraged'), worried('byAdult'))),
      all(topic('content'), is('contentKind', 'onlineContact', 'unsure')),
      all(topic('bullying'), worried('sexualPressure')),
      all(
        topic('imagery'),
        any(worried('adultInvolved'), worried('blackmail'), worried('pressureOrGrooming'), worried('danger')),
      ),
    ),
    cites: ['p238'],
    says: [refer('procedure:exploitation', 'must', notStated)],
    encodes: ['R165'],
  }),
];
