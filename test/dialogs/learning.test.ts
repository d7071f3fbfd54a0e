/** The weights of danger: what the sentences teach, and nothing of what measures them. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { tokensOf } from '../../dialogs/typed/tokens.ts';
import { examples, learnt } from '../support/learning.ts';

const read = (name: string) => JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));

test('the weights are those that the sentences teach (npm run -s learn)', () => {
  const taught = learnt(examples());
  const kept: Readonly<Record<string, number>> = read('dialogs/typed/lexicon/weights.json');
  const names = new Set([...Object.keys(taught), ...Object.keys(kept)]);
  // Rounding may differ by a step between processors, and drop a weight at the edge.
  const other = [...names].filter((name) => Math.abs((taught[name] ?? 0) - (kept[name] ?? 0)) > 0.1);
  expect(other).toEqual([]);
});

test('no sentence that measures is learnt from, however it is spelled', () => {
  const { danger, ordinary }: Record<'danger' | 'ordinary', readonly string[]> = read('test/hear/unseen.json');
  const bare = (text: string) =>
    tokensOf(text)
      .map(({ stem }) => stem)
      .join(' ');
  const known = new Set(examples().map(({ text }) => bare(text)));
  expect([...danger, ...ordinary].filter((text) => known.has(bare(text)))).toEqual([]);
});

test('no sentence is taught as danger and as ordinary', () => {
  const all = examples();
  const ordinary = new Set(all.filter(({ isDanger }) => !isDanger).map(({ text }) => text.toLowerCase()));
  expect(all.filter(({ text, isDanger }) => isDanger && ordinary.has(text.toLowerCase()))).toEqual([]);
});
