/**
 * A person who may be known in real life, whatever the topic: silence (line 153), the position of trust (149, 157), and
 * the stranger met only online, who silences nobody and brings in the LADO only where somebody says they have a role.
 */
import {
  chapter,
  dont,
  doThis,
  follows,
  guard,
  next,
  notStated,
  ours,
  parents,
  refer,
  rule,
  withinWorkingDays,
} from './rule.ts';
import { all, any, is, worried } from './when.ts';
import {
  anyAdult,
  imagesOfKnownAdult,
  mayBeKnown,
  sideWithoutAdult,
  staffConduct,
  strangerOnline,
  strangerOutweighed,
  strangerTwice,
} from './who.ts';

export const knownAdultRules = [
  rule('silence-about-images', {
    when: imagesOfKnownAdult,
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
    when: mayBeKnown,
    basis: 'ours',
    cites: ['p153'],
    says: [
      parents('tell-nobody', 'parents-tell-nobody'),
      dont('tell-the-adult-or-those-around', 'should'),
      dont('touch-devices', 'should'),
      doThis('support-those-close-later', 'may'),
      doThis('pass-over-anyone-involved', 'must'),
      guard,
    ],
    encodes: [],
  }),
  rule('stranger-outweighed', {
    when: strangerOutweighed,
    basis: 'ours',
    cites: ['p153', 'p155'],
    says: [doThis('went-by-may-be-known', 'should')],
    encodes: [],
  }),
  rule('stranger-met-online', {
    when: strangerOnline,
    basis: 'ours',
    cites: [],
    says: [parents('involve', 'parents-stranger'), dont('warn-the-stranger')],
    encodes: [],
  }),
  rule('stranger-said-twice', {
    when: strangerTwice,
    basis: 'ours',
    cites: [],
    says: [doThis('went-by-only-online', 'should')],
    encodes: [],
  }),
  rule('position-of-trust', {
    when: any(all(mayBeKnown, is('positionOfTrust', 'unsure')), all(anyAdult, is('positionOfTrust', 'yes'))),
    cites: ['p149', 'p157'],
    says: [
      refer('procedure:allegations', 'should', notStated, chapter('p149')),
      refer('lado', 'must', notStated, follows('p149', 'p157')),
      refer('fostering-service', 'should', notStated, ours),
      next('lado-meeting', 'lado', 'must', withinWorkingDays(5), chapter('p157')),
      doThis('own-staff-tell-the-head', 'must', ours),
      doThis('left-the-role-still-counts', 'must', ours),
      dont('investigate-yourself', 'should', ours),
    ],
    encodes: ['R79', 'R87', 'R88'],
  }),
  rule('household-works-with-children', {
    when: all(anyAdult, is('positionOfTrust', 'household')),
    basis: 'ours',
    cites: ['p149'],
    says: [
      refer('lado', 'must', notStated),
      refer('fostering-service', 'should', notStated),
      refer('procedure:allegations', 'should', notStated),
      doThis('own-staff-tell-the-head', 'must'),
    ],
    encodes: [],
  }),
  /** Whoever may be told could be part of it, or close to somebody who is: the same silence, on any topic. */
  rule('own-people-may-be-part', {
    when: any(is('colleague', 'yes'), all(sideWithoutAdult, worried('colleague')), staffConduct),
    basis: 'ours',
    cites: ['p153'],
    says: [parents('hold', 'parents-own-people'), doThis('pass-over-anyone-involved', 'must'), guard],
    encodes: [],
  }),
];
