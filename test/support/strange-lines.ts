/** Lines that nobody thought of: words of patterns, scripts, emoji, mark-up, control characters, and 10,000 characters. */
import fc from 'fast-check';
import { hearing } from './hearing.ts';

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
export const lines = fc.oneof(
  fc.array(fc.constantFrom(...near, ...strange), { maxLength: 60 }).map((parts) => parts.join(' ')),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({ unit: 'grapheme', maxLength: 200 }),
);
export const long = fc
  .tuple(fc.constantFrom(...near, ...strange), fc.constantFrom(' ', '', ', '))
  .map(([part, between]) => `${part}${between}`.repeat(10_000).slice(0, 10_000));

/** The same ones each time. Every fiftieth is long. */
export function strangeLines(count: number): readonly string[] {
  const few = Math.ceil(count / 50);
  return [...fc.sample(lines, { numRuns: count - few, seed: 1 }), ...fc.sample(long, { numRuns: few, seed: 2 })];
}
