/**
 * The script of the pack's pages: the rules, the questions and the drawings themselves, put together by esbuild. A
 * production install has no esbuild: there it is taken from the file that was written before, if that is of these rules.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rulesPrint } from '../../dialogs/ours.ts';
import { bundled, checkPageInstalled } from '../channels/web/bundle.ts';
import { printOf } from '../organisation/review-file.ts';

const builtFile = join(import.meta.dirname, 'built.js');
const mark = () => `/* of the rules ${printOf(rulesPrint())} */\n`;

export async function packScript(): Promise<string> {
  try {
    checkPageInstalled();
  } catch {
    const built = await readFile(builtFile, 'utf8').catch(() => '');
    return built.startsWith(mark()) ? built : without;
  }
  return made();
}

/** Before what only the trial and the tests need is taken out. @returns where it is */
export async function keepScript(): Promise<string> {
  await writeFile(builtFile, mark() + (await made()));
  return builtFile;
}

const made = async (): Promise<string> => (await bundled(join(import.meta.dirname, 'page'), 'iife')).script;

/** What needs it says so, and nothing stands there that does nothing. */
const without = `const says = 'This needs a part that is not installed here. Whoever runs Signpost finds how in docs/review.md.';
const ask = document.getElementById('ask');
if (ask) ask.textContent = says;
for (const each of document.querySelectorAll('[data-card], [data-ways], #save, #accept-rest, .search')) each.remove();
for (const each of document.querySelectorAll('#saved')) each.textContent = says;
`;
