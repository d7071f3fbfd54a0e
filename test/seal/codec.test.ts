/** What is held needs no opening; whatever is not the very text at the very place is opened, and refused. */
import { randomBytes } from 'node:crypto';
import { expect, it, vi } from 'vitest';
import { z } from 'zod';
import { createCodec } from '../../src/seal/codec.ts';
import { readKeys, trialSecrets } from '../../src/seal/keys.ts';
import { createSeal, SealBroken } from '../../src/seal/seal.ts';

const seal = createSeal(readKeys(trialSecrets(randomBytes)), randomBytes);
const schema = z.strictObject({ told: z.array(z.string()) });
const value = { told: ['lead'] };

it('what was sealed or opened here is not opened again', () => {
  const open = vi.spyOn(seal, 'open');
  const [one, other] = [createCodec(seal), createCodec(seal)];
  const text = one.put('entry', 128)(value, 'k');
  expect(one.take('entry', schema)(text, 'k')).toEqual(value);
  expect(open).not.toHaveBeenCalled();
  expect(other.take('entry', schema)(text, 'k')).toBe(other.take('entry', schema)(text, 'k'));
  expect(open).toHaveBeenCalledOnce();
  open.mockRestore();
});

it('nobody can change what others read', () => {
  const codec = createCodec(seal);
  const read = codec.take('entry', schema)(codec.put('entry', 128)(value, 'k'), 'k');
  expect(() => read.told.push('stranger')).toThrow(TypeError);
});

it.each([
  { how: 'at another place', key: 'other', use: 'entry', end: '' },
  { how: 'for another use', key: 'k', use: 'reply', end: '' },
  { how: 'altered', key: 'k', use: 'entry', end: 'AA' },
])('what is held is refused $how', ({ key, use, end }) => {
  const codec = createCodec(seal);
  const text = codec.put('entry', 128)(value, 'k');
  expect(() => codec.take(use, schema)(text.slice(0, text.length - end.length) + end, key)).toThrow(SealBroken);
});

it('a shape that this version does not know is refused, held or not', () => {
  const codec = createCodec(seal);
  const text = codec.put('entry', 128)({ other: 1 }, 'k');
  for (const each of [codec, createCodec(seal)]) {
    expect(() => each.take('entry', schema)(text, 'k')).toThrow('shape');
  }
});
