import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import * as answer from '../../dialogs/words/answer.ts';
import * as decision from '../../dialogs/words/decision.ts';
import * as leadDuties from '../../dialogs/words/lead-duties.ts';
import * as leads from '../../dialogs/words/leads.ts';
import { questionWords } from '../../dialogs/words/questions.ts';
import * as told from '../../dialogs/words/told.ts';

const root = join(import.meta.dirname, '../..');

/** Each table of words, by the file it stands in, its name there, and one of its keys. */
const tables = [
  ...inFile('decision', decision, [
    'routeNames',
    'routeWords',
    'doWords',
    'dontWords',
    'parentsWords',
    'nextWords',
    'notRequiredWords',
    'reassuranceWords',
    'becauseWords',
  ]),
  ...inFile('answer', answer, ['actorWords']),
  ...inFile('lead-duties', leadDuties, ['topicClass', 'dutyWords']),
  ...inFile('leads', leads, ['stands', 'notForUsWords']),
  ...inFile('told', told, ['told']),
  ...inFile('questions', { questionWords }, ['questionWords']),
];

function inFile<Words extends object>(file: string, words: Words, names: readonly (keyof Words & string)[]) {
  return names.map((name) => ({ file, name, key: String(Object.keys(words[name] as object).at(-1)) }));
}

/** Program text with a fault in it, and the same without. */
const plants = [
  ...tables.map(({ file, name, key }) => ({
    name: `${name} without "${key}"`,
    use: `import { ${name} } from '${root}/dialogs/words/${file}.ts';`,
    fault: `const { '${key}': _, ...less } = ${name}; export const table: typeof ${name} = less;`,
    sound: `export const table: typeof ${name} = { ...${name} };`,
  })),
  {
    name: 'a question without words for one of its answers',
    use: `import { questionWords as words } from '${root}/dialogs/words/questions.ts';`,
    fault: `const { unsure: _, ...less } = words.danger.options; export const table: typeof words = { ...words, danger: { ...words.danger, options: less } };`,
    sound: `export const table: typeof words = { ...words, danger: { ...words.danger } };`,
  },
  {
    name: 'a rule that says what has no words',
    use: `import { doThis } from '${root}/rules/rule.ts';`,
    fault: `export const said = doThis('said-without-words');`,
    sound: `export const said = doThis('offer-support');`,
  },
];

describe('what can be said and has no words does not build', () => {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-words-'));
  let problems = '';
  afterAll(() => rmSync(folder, { recursive: true }));

  beforeAll(() => {
    for (const [i, { use, fault, sound }] of plants.entries()) {
      writeFileSync(join(folder, `fault-${i}.ts`), `${use}\n${fault}\n`);
      writeFileSync(join(folder, `sound-${i}.ts`), `${use}\n${sound}\n`);
    }
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }));
    const options = { extends: join(root, 'tsconfig.json'), include: ['*.ts'], exclude: [] };
    const typeRoots = [join(root, 'node_modules/@types')];
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ ...options, compilerOptions: { typeRoots } }));
    problems = spawnSync(join(root, 'node_modules/.bin/tsc'), ['-p', folder, '--pretty', 'false'], {
      cwd: folder,
      encoding: 'utf8',
    }).stdout;
  });

  test.each(plants.map(({ name }, i) => ({ name, i })))('$name', ({ i }) => {
    expect(problems).toMatch(new RegExp(`^fault-${i}\\.ts\\(2,`, 'm'));
  });

  test('and nothing else is found fault with', () => {
    expect(problems.split('\n').filter((line) => /^\S/.test(line) && !/^fault-\d+\.ts\(2,/.test(line))).toEqual([]);
  });
});
