/** `npm run -s hear`: how well typed words are heard, with what was misheard. */
import { hearing } from './hearing.ts';

for (const { of, right, all, misses } of hearing()) {
  process.stdout.write(`${of}: ${right} of ${all} (${Math.round((100 * right) / all)}%)\n`);
  for (const miss of misses) process.stdout.write(`  - ${miss}\n`);
}
