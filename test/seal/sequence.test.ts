import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readKeys, trialSecrets } from '../../src/seal/keys.ts';
import { createSeal, SealBroken } from '../../src/seal/seal.ts';
import { boundToPlace, openInPlace } from '../../src/seal/sequence.ts';

const seal = createSeal(readKeys(trialSecrets(randomBytes)), randomBytes);
const boundTo = '{p01}:concern:abc|concern';

/** A key as the store fills it: each entry rests on the revision before it. */
function filled(first: number, words: readonly string[]): readonly string[] {
  return words.map((word, at) => seal.seal(word, boundToPlace(boundTo, { revision: first + at, first: at === 0 })));
}
const open = (sealed: readonly string[], revision: number) => openInPlace(sealed, boundTo, revision, seal.open);

const began = 1_795_000_000;
const word = fc.string({ minLength: 1, maxLength: 3 });
const words = fc.array(word, { minLength: 1, maxLength: 8 });

it('opens what was stored, in its order', () => {
  fc.assert(
    fc.property(words, (said) => {
      expect(open(filled(began, said), began + said.length - 1)).toEqual(said);
    }),
  );
});

it('opens what rests on no reading, and what was stored before entries were bound to a place', () => {
  const sealed = ['a', 'b', 'c'].map((each) => seal.seal(each, boundToPlace(boundTo, undefined)));
  expect(open(sealed, began + 2)).toEqual(['a', 'b', 'c']);
  const mixed = [...sealed.slice(0, 2), seal.seal('d', boundToPlace(boundTo, { revision: began + 2, first: false }))];
  expect(open(mixed, began + 2)).toEqual(['a', 'b', 'd']);
});

it('does not open what was moved, doubled, cut out before the last, or taken from another time of the same key', () => {
  const three = fc.array(word, { minLength: 3, maxLength: 8 });
  fc.assert(
    fc.property(three, fc.nat(), fc.nat(), (said, one, two) => {
      const stored = filled(began, said);
      const revision = began + said.length - 1;
      const [at, other] = [one % said.length, two % said.length].toSorted((a, b) => a - b) as [number, number];
      const refused = (forged: readonly string[], told: number) => expect(() => open(forged, told)).toThrow(SealBroken);
      if (at !== other) refused(stored.with(at, stored[other] ?? '').with(other, stored[at] ?? ''), revision);
      for (const told of [revision, revision + 1]) refused([...stored, stored[other] ?? ''], told);
      if (other < said.length - 1) {
        const cut = stored.toSpliced(other, 1);
        for (const told of [revision, revision - 1]) refused(cut, told);
      }
      const later = filled(began + 500, said);
      refused(stored.with(at, later[at] ?? ''), revision);
      if (other < said.length - 1) refused(stored.slice(other + 1), revision);
    }),
  );
});
