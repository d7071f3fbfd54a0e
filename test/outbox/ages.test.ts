import { expect, it } from 'vitest';
import { createAges } from '../../src/outbox/ages.ts';

it('knows how long the oldest was owed, until it is sent or another process has it', () => {
  let now = 1_000_000;
  const ages = createAges(() => now);
  expect(ages.oldestMs()).toBe(0);
  ages.saw('a', now - 60_000);
  ages.saw('b');
  now += 5_000;
  ages.saw('a');
  expect(ages.oldestMs()).toBe(65_000);
  ages.done('a');
  expect(ages.oldestMs()).toBe(5_000);
  // Not met again for longer than the longest pause between two tries.
  now += 12 * 60_000;
  expect(ages.oldestMs()).toBe(0);
});
