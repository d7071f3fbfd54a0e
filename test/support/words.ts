/**
 * How much there is to read, over every path of one topic and many of several: `npm run -s words`, or `-- --json`.
 * Counted as Slack draws it, before anything is unfolded; test/dialogs/budgets.test.ts holds the limits.
 */
import { measured } from './budgets.ts';

const figures = measured();
const row = (cells: readonly (string | number)[]) =>
  cells.map((cell, i) => (i === 0 ? String(cell).padEnd(14) : String(cell).padStart(8))).join('');
const table = [
  row(['words', 'median', 'p95', 'most']),
  ...Object.entries(figures).map(([name, { median, p95, most }]) => row([name, median, p95, most])),
];
process.stdout.write(`${process.argv.includes('--json') ? JSON.stringify(figures) : table.join('\n')}\n`);
