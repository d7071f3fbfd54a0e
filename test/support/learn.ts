/** `npm run -s learn`: learns the weights of danger from the sentences in test/hear/ and writes them down. */
import { writeFileSync } from 'node:fs';
import { examples, learnt } from './learning.ts';

const weights = learnt(examples());
const file = new URL('../../dialogs/typed/lexicon/weights.json', import.meta.url);
writeFileSync(file, `${JSON.stringify(weights, null, 2)}\n`);
process.stdout.write(`${Object.keys(weights).length} weights from ${examples().length} sentences\n`);
