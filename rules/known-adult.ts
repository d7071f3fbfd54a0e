/**
 * An adult who may be known in real life, whatever the topic: silence (line 153), the position of trust (149, 157),
 * and the stranger met only online, who silences nobody and never brings in the LADO.
 */
import {
  chapter,
  dont,
  doThis,
  follows,
  leadNow,
  next,
  notStated,
  ours,
  parents,
  refer,
  rule,
  withinWorkingDays,
} from './rule.ts';
import { all, any, clear, is, topic, worried } from './when.ts';

const namedAdult = any(topic('adult'), all(topic('imagery'), worried('adultInvolved')));
const anyAdult = any(namedAdult, topic('blackmail'));
const mayBeKnown = worried('adultKnown');

export const knownAdultRules = [
  rule('silence-about-images', {
    when: all(topic('adult'), is('adultConduct', 'images', 'both', 'unsure'), mayBeKnown),
    cites: ['p153'],
    says: [
      parents('tell-nobody', 'parents-tell-nobody'),
      dont('tell-the-adult-or-those-around', 'should'),
      dont('touch-devices', 'should', follows('p153')),
      doThis('support-those-close-later', 'may', chapter('p151')),
    ],
    encodes: ['R80', 'R81', 'R82'],
  }),
  /** The chapter's silence is about adults found with images. We extend it to any adult who may be known. */
  rule('silence-about-a-known-adult', {
    when: all(anyAdult, mayBeKnown),
    basis: 'ours',
    cites: ['p153'],
    says: [
      parents('tell-nobody', 'parents-tell-nobody'),
      dont('tell-the-adult-or-those-around', 'should'),
      doThis('pass-over-anyone-involved', 'must'),
    ],
    encodes: [],
  }),
  rule('stranger-met-online', {
    when: all(anyAdult, clear('adultKnown')),
    basis: 'ours',
    cites: [],
    says: [parents('involve', 'parents-stranger'), dont('warn-the-stranger')],
    encodes: [],
  }),
  rule('position-of-trust', {
    when: all(namedAdult, mayBeKnown, is('positionOfTrust', 'yes', 'unsure')),
    cites: ['p149', 'p157'],
    says: [
      refer('procedure:allegations', 'should', notStated, chapter('p149')),
      refer('lado', 'must', notStated, follows('p149', 'p157')),
      refer('fostering-service', 'should', notStated, ours),
      next('lado-meeting', 'lado', 'must', withinWorkingDays(5), chapter('p157')),
      doThis('own-staff-tell-the-head', 'must', ours),
      doThis('left-the-role-still-counts', 'must', ours),
      leadNow,
    ],
    encodes: ['R79', 'R87', 'R88'],
  }),
  rule('household-works-with-children', {
    when: all(namedAdult, mayBeKnown, is('positionOfTrust', 'household')),
    basis: 'ours',
    cites: ['p149'],
    says: [
      refer('lado', 'must', notStated),
      refer('fostering-service', 'should', notStated),
      refer('procedure:allegations', 'should', notStated),
      doThis('own-staff-tell-the-head', 'must'),
      leadNow,
    ],
    encodes: [],
  }),
  rule('known-blackmailer-and-children', {
    when: all(topic('blackmail'), mayBeKnown),
    basis: 'ours',
    cites: ['p149'],
    says: [doThis('if-they-work-with-children-tell-the-lado')],
    encodes: [],
  }),
];
