/**
 * `npm run -s bench`: our Slack and Teams paths beside what others would use, in one run on a real Redis of its own.
 * Commands, keys, bytes and verdicts are counts; times are only good beside the others of the same run.
 *
 *   --people 32     how many at once, beside one alone
 *   --full          200 people at once as well
 *   --quick         few conversations, and 5 s instead of 45 for the reply after a crash (too short for ours)
 *   --only NAME     subjects whose name holds NAME
 *   --rules         the rule engines alone
 *   --json          everything as JSON
 */
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Cell, table } from '../proofs/common/figures.ts';
import { costsOf, type Figures } from './costs.ts';
import { subjects } from './subjects.ts';
import { verdictsOf } from './verdicts.ts';

interface EngineFigures {
  readonly rules: number;
  readonly vectors: number;
  readonly equal: boolean;
  readonly decisionsASecond: Readonly<Record<string, number>>;
}

const { values: given } = parseArgs({
  options: {
    people: { type: 'string', default: '32' },
    full: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    rules: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
  },
});
const here = import.meta.dirname;
if (!existsSync(join(here, 'node_modules'))) {
  process.stderr.write('The peers are installed first, from bench/package-lock.json.\n');
  execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: here, stdio: ['ignore', 2, 2] });
}

const say = (text: string) => process.stderr.write(`${text}\n`);
const chosen = given.rules ? [] : subjects.filter(({ name }) => name.includes(given.only));
const alone = given.quick ? 4 : 8;
const together = [Number(given.people), ...(given.full ? [200] : [])];

let steps = 8;
const costs = new Map<string, Figures>();
const verdicts = new Map<string, Readonly<Record<string, boolean>>>();
for (const subject of chosen) {
  say(`${subject.name}: costs`);
  const found = await costsOf(subject, { alone, together, steps });
  // Peers ask as many questions as ours does.
  if (subject.file.startsWith('src/')) steps = found.steps;
  costs.set(subject.name, found.figures);
  say(`${subject.name}: verdicts`);
  verdicts.set(subject.name, await verdictsOf(subject, { steps, crashSeconds: given.quick ? 5 : 45 }));
}
say('rule engines');
const engines: EngineFigures = JSON.parse(
  execFileSync(process.execPath, [join(here, 'peers', 'rules.ts'), given.quick ? '1' : '3'], { encoding: 'utf8' }),
);
if (!engines.equal) process.exitCode = 1;

if (given.json) {
  const all = { steps, costs: Object.fromEntries(costs), verdicts: Object.fromEntries(verdicts), engines };
  process.stdout.write(`${JSON.stringify(all, null, 2)}\n`);
} else process.stdout.write(`${written()}\n`);

function written(): string {
  const names = chosen.map(({ name }) => name);
  const ratio = (of: string, to: string, row: (name: string) => Cell): Cell => {
    const [one, other] = [row(of), row(to)];
    return typeof one === 'number' && typeof other === 'number' && other > 0 ? `${(one / other).toFixed(1)} x` : '';
  };
  const rows = (from: ReadonlyMap<string, Readonly<Record<string, Cell>>>) =>
    [...new Set([...from.values()].flatMap((each) => Object.keys(each)))].map((figure) => {
      const cell = (name: string) => from.get(name)?.[figure];
      return [
        figure,
        ...names.map(cell),
        ratio('ours, Slack', 'Bolt 5', cell),
        ratio('ours, Teams', 'botbuilder', cell),
      ];
    });
  const columns = ['', ...names, 'Slack / Bolt', 'Teams / botbuilder'];
  const fastest = engines.decisionsASecond;
  const ours = fastest['ours, a whole decision'] ?? Number.NaN;
  return [
    ...(chosen.length > 0
      ? [`A conversation of ${steps} answers.`, '', table(columns, [...rows(costs), ...rows(verdicts)]), '']
      : []),
    `${engines.rules} rules over ${engines.vectors} vectors of facts; the same rules fire in all: ${engines.equal ? 'yes' : 'NO'}.`,
    '',
    table(
      ['', 'a second', 'our whole decision is faster by'],
      Object.entries(fastest).map(([name, count]) => [name, Math.round(count), `${(ours / count).toFixed(1)} x`]),
    ),
  ].join('\n');
}
