/** Figures of one run: medians, and a table that a person reads. */

/** The value below which this part of the figures lies. Not a number where there are none. */
export function quantile(figures: readonly number[], part: number): number {
  const sorted = figures.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

export const median = (figures: readonly number[]): number => quantile(figures, 0.5);

export type Cell = string | number | boolean | undefined;

/** As Markdown, in which the columns also stand under each other. */
export function table(columns: readonly string[], rows: readonly (readonly Cell[])[]): string {
  const written = [columns, ...rows.map((row) => row.map(say))];
  const widths = columns.map((_, at) => Math.max(3, ...written.map((row) => row[at]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${widths.map((width, at) => (row[at] ?? '').padEnd(width)).join(' | ')} |`;
  const [head = [], ...rest] = written;
  return [line(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rest.map(line)].join('\n');
}

function say(cell: Cell): string {
  if (cell === undefined) return '–';
  if (typeof cell === 'boolean') return cell ? 'yes' : 'NO';
  if (typeof cell === 'string') return cell;
  return Number.isInteger(cell) ? String(cell) : cell.toFixed(Math.abs(cell) < 10 ? 2 : 1);
}
