/**
 * `npm run -s hear`: how well typed words are heard, with what was misheard. `npm run -s hear -- WORDS`: what is heard
 * of danger in these words, and which of them weigh most.
 */
import { dangerIn, phrasesIn } from '../../dialogs/typed/danger.ts';
import { tokensOf } from '../../dialogs/typed/tokens.ts';
import { likelihoodOf, weighed } from '../../dialogs/typed/weigh.ts';
import { hearing } from './hearing.ts';

const mostShown = 16;
const words = process.argv.slice(2).join(' ');

function explained(text: string): readonly string[] {
  const tokens = tokensOf(text);
  const phrases = phrasesIn(tokens);
  const heaviest = weighed(tokens, phrases).toSorted(([, a], [, b]) => Math.abs(b) - Math.abs(a));
  return [
    `${dangerIn(tokens)}, ${likelihoodOf(tokens, phrases).toFixed(2)}`,
    `phrases: ${[...phrases].join(', ') || 'none'}`,
    ...heaviest.slice(0, mostShown).map(([feature, weight]) => `${weight.toFixed(2)}  ${feature || '(every line)'}`),
  ];
}

const figures = () =>
  hearing().flatMap(({ of, right, all, misses }) => [
    `${of}: ${right} of ${all} (${Math.round((100 * right) / all)}%)`,
    ...misses.map((miss) => `  - ${miss}`),
  ]);

process.stdout.write(`${(words === '' ? figures() : explained(words)).join('\n')}\n`);
