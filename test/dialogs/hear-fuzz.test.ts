/** Ten thousand lines of anything: always read, never thrown at, in a bounded time. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readTyped } from '../../dialogs/typed/read.ts';
import { hearing, standing } from '../support/hearing.ts';

const asks = [undefined, standing(), standing(['danger', 'no'])];
/** Words that patterns look for, so that lines come near to matching. */
const words = hearing().flatMap(({ misses }) => misses.flatMap((miss) => miss.split(' ')));
const near = [
  ...words,
  ...'he she will kill not never meet a man tonight outside her house with knife pills in the bag report number for'.split(
    ' ',
  ),
];
const strange = [
  '\u0000',
  '\u202e',
  '\ufeff',
  '\ud83d',
  '👩🏽‍⚕️',
  '🔪',
  '字',
  'ن',
  '<@U1>',
  '<script>',
  '```',
  '{{7*7}}',
  '\n',
  '!!!',
  '&lt;',
  'a'.repeat(300),
];
const lines = fc.oneof(
  fc.array(fc.constantFrom(...near, ...strange), { maxLength: 60 }).map((parts) => parts.join(' ')),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);
const long = fc
  .tuple(fc.constantFrom(...near, ...strange), fc.constantFrom(' ', '', ', '))
  .map(([part, between]) => `${part}${between}`.repeat(10_000).slice(0, 10_000));

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
