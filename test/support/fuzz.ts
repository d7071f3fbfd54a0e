/** `npm run -s fuzz`: ten thousand lines of anything typed to the running program; fails where one costs it too much. */
import { strangeLines } from './strange-lines.ts';
import { typedToProgram } from './typed-to-program.ts';

const mostMs = 50;
const count = Number(process.argv[2] ?? 10_000);
const { answered, slowest, line } = await typedToProgram(strangeLines(count).filter((text) => text !== ''));
process.stdout.write(
  `${answered} lines, all answered; the slowest took ${slowest.toFixed(1)} ms: ${JSON.stringify(line)}\n`,
);
process.exitCode = slowest > mostMs ? 1 : 0;
