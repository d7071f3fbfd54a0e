/** Lines of anything, typed to the running program: always an answer, never a fault, in a bounded time of its own. */
import { expect, it } from 'vitest';
import { strangeLines } from '../support/strange-lines.ts';
import { typedToProgram } from '../support/typed-to-program.ts';

const some = 60;
/** `npm run -s fuzz` holds 50 ms over ten thousand lines, once the program is warm. */
const mostMs = 250;

it('any line is answered, costs little, and none of it is written down', { timeout: 60_000 }, async () => {
  const lines = strangeLines(some).filter((text) => text !== '');
  const { answered, slowest, line, output } = await typedToProgram(lines);
  expect(answered).toBe(lines.length);
  expect(slowest, line).toBeLessThan(mostMs);
  expect(output).not.toMatch(/"level":(?:50|60)/);
  for (const text of lines.filter(({ length }) => length > 20)) expect(output).not.toContain(text);
});
