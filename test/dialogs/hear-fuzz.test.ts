/** Ten thousand lines of anything: always read, never thrown at, in a bounded time. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTyped } from '../../dialogs/typed/read.ts';
import { standing } from '../support/hearing.ts';
import { lines, long } from '../support/strange-lines.ts';

const asks = [undefined, standing(), standing(['danger', 'no'])];
/** Far above what a line takes; a search that runs away takes seconds. The machine of a test may be busy. */
const mostMs = 1_000;

test('any line', { timeout: 60_000 }, () => {
  const slowest = { ms: 0, line: '' };
  const read = (line: string, which: number) => {
    const began = performance.now();
    const typed = readTyped(line, asks[which]);
    const ms = performance.now() - began;
    if (ms > slowest.ms) Object.assign(slowest, { ms, line: line.slice(0, 80) });
    expect(typeof typed.kind).toBe('string');
    if (typed.kind === 'answer')
      expect(typed.values.every((value) => asks[which]?.options.some((one) => one.value === value))).toBe(true);
  };
  fc.assert(fc.property(lines, fc.nat({ max: 2 }), read), { numRuns: 9_800 });
  fc.assert(fc.property(long, fc.nat({ max: 2 }), read), { numRuns: 200 });
  expect(slowest.ms, slowest.line).toBeLessThan(mostMs);
});
