/**
 * Answers that contradict "a stranger met only online": whatever says that the adult is near a child known here silences
 * and guards, until it is asked once more; for ever where pictures may show such a child. Over every vector.
 */
import { describe, expect, test } from 'vitest';
import { walk } from '../../dialogs/flow.ts';
import { decide } from '../../rules/decide.ts';
import { facts as everyFact, type Facts, factsSchema, factValues, settled, topics } from '../../rules/facts.ts';
import type { Decision } from '../../rules/outcome.ts';
import { finishedPaths } from '../../src/review/paths.ts';
import { dueRoutes, ids } from '../support/decisions.ts';
import { wholeSpace } from '../support/whole-space.ts';

const stranger: Facts = settled({ topics: ['adult'], danger: 'no', adultKnown: 'no', contactSigns: 'yes' });
const names = [
  'adultConduct',
  'adultKnown',
  'knownAfterAll',
  'positionOfTrust',
  'knownChildrenInImages',
  'childContact',
  'tellingParentsRisky',
] as const;

/** Near a child known here, by any answer; once "only online" is said twice, only by pictures of such a child. */
function saysNear({
  adultConduct,
  adultKnown,
  knownAfterAll,
  positionOfTrust,
  knownChildrenInImages,
  childContact,
}: Facts) {
  const pictures =
    knownChildrenInImages === 'yes' || (knownChildrenInImages === 'unsure' && adultConduct !== 'contact');
  const contact =
    ['livesWith', 'unsupervised', 'otherContact'].includes(childContact ?? '') ||
    (childContact === 'unsure' && adultConduct !== 'contact');
  const role = positionOfTrust === 'yes' || positionOfTrust === 'household';
  return adultKnown !== 'no' || pictures || ((contact || role) && knownAfterAll !== 'no');
}

describe('whenever an answer says that the adult is near a child known here', () => {
  const space = wholeSpace(names, stranger);
  const everyPlace = Array.from({ length: space.size }, (_, place) => ({
    facts: space.at(place),
    decision: space.decisions[space.classOf[place] as number] as Decision,
  }));

  test('no line tells the parents, and no notice goes beyond those picked', () => {
    const wrong = everyPlace.filter(({ facts, decision: { guarded, parents, donts } }) => {
      const quiet = parents.status === 'tell-nobody' && ids(donts).includes('tell-the-adult-or-those-around');
      return saysNear(facts) ? !(guarded && quiet) : guarded;
    });
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(everyPlace.filter(({ facts }) => saysNear(facts)).length).toBeGreaterThan(1_000);
  });

  test('the card says which it went by, only where two answers do not fit', () => {
    const wrong = everyPlace.filter(
      ({ facts, decision }) =>
        ids(decision.dos).includes('went-by-may-be-known') !== (facts.adultKnown === 'no' && saysNear(facts)),
    );
    expect(wrong.slice(0, 3)).toEqual([]);
  });

  test('a role said of a stranger brings the LADO, also once they are said to be only online again', () => {
    for (const positionOfTrust of ['yes', 'household'] as const) {
      for (const knownAfterAll of factValues.knownAfterAll) {
        const decision = decide({ ...stranger, adultConduct: 'images', positionOfTrust, knownAfterAll });
        expect(dueRoutes(decision)).toContain('lado');
        expect(decision.guarded).toBe(knownAfterAll !== 'no');
      }
    }
  });
});

test('after a second "only online" the parents are told by the lead or police; social care stays', () => {
  const decision = decide({ ...stranger, adultConduct: 'images', childContact: 'otherContact', knownAfterAll: 'no' });
  expect(decision.parents.id).toBe('parents-stranger');
  expect(dueRoutes(decision)).toContain('childrens-social-care');
  expect(ids(decision.dos)).toContain('went-by-only-online');
});

test('it is asked once more on every path where the answers do not fit, and on no other', () => {
  for (const path of finishedPaths(['adult'])) {
    const { facts } = walk(path);
    const fits = facts.childContact === undefined || facts.childContact === 'none';
    const again = facts.adultKnown === 'no' && !fits;
    if (path.has('knownAfterAll') !== again) expect.fail(JSON.stringify([...path]));
  }
});

describe('a fact file', () => {
  test('with every fact missing is read as worry on every topic, and guards', () => {
    for (const topic of topics) {
      const decision = decide({ topics: [topic] });
      expect(dueRoutes(decision)).toContain('safeguarding-lead');
      expect(decision.guarded).toBe(true);
      expect(decision.parents.status).not.toBe('involve');
    }
  });

  test('with a value or a fact that does not exist is refused, not guessed', () => {
    expect(() => factsSchema.parse({ topics: ['adult'], adultKnown: 'maybe' })).toThrow(/adultKnown/);
    expect(() => factsSchema.parse({ topics: ['adult'], neighbour: 'yes' })).toThrow(/neighbour/);
    expect(() => factsSchema.parse({ topics: [] })).toThrow();
  });

  test('with every fact at once, however they fit, is decided', () => {
    for (let turn = 0; turn < 5; turn++) {
      const all = Object.fromEntries(
        everyFact.map((fact, i) => [fact, factValues[fact][(turn + i) % factValues[fact].length]]),
      );
      expect(dueRoutes(decide({ topics: [...topics], ...all }))).toContain('safeguarding-lead');
    }
  });
});
