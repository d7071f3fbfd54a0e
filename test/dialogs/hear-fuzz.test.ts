/** Ten thousand lines of anything: always read, never thrown at, in a bounded time. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTyped } from '../../dialogs/typed/read.ts';
import { standing } from '../support/hearing.ts';
import { lines, long } from '../support/strange-lines.ts';

const asks = [undefined, standing(), standing(['danger', 'no'])];
/** Of the processor's time, which others on the machine do not take. Far above what a line takes; what runs away takes seconds. */
const mostMs = 1_000;
const spentMs = () => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1_000;
};

test('any line', { timeout: 60_000 }, () => {
  const slowest = { ms: 0, line: '' };
  const read = (line: string, which: number) => {
    const began = spentMs();
    const typed = readTyped(line, asks[which]);
    const ms = spentMs() - began;
    if (ms > slowest.ms) Object.assign(slowest, { ms, line: line.slice(0, 80) });
    expect(typeof typed.kind).toBe('string');
    if (typed.kind === 'answer')
      expect(typed.values.every((value) => asks[which]?.options.some((one) => one.value === value))).toBe(true);
  };
  fc.assert(fc.property(lines, fc.nat({ max: 2 }), read), { numRuns: 9_800 });
  fc.assert(fc.property(long, fc.nat({ max: 2 }), read), { numRuns: 200 });
  expect(slowest.ms, slowest.line).toBeLessThan(mostMs);
});
