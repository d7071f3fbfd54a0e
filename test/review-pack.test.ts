/** The review pack says of the rules and the data what they are: its tables and lists are made from them, or checked. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import statements from '../rules/data/statements.json' with { type: 'json' };
import { differences } from '../rules/differences.ts';
import { platforms } from '../rules/platforms.ts';
import { rules } from '../rules/rules.ts';
import { services } from '../rules/services.ts';

const file = new URL('../docs/review-pack.md', import.meta.url);
const lines = readFileSync(file, 'utf8').split('\n');

/** The rows of the first table under a heading. */
function tableUnder(heading: string): { readonly from: number; readonly rows: readonly string[] } {
  const start = lines.indexOf(heading);
  const first = lines.findIndex((line, i) => i > start && line.startsWith('| ---')) + 1;
  const after = lines.findIndex((line, i) => i >= first && !line.startsWith('|'));
  return { from: first, rows: lines.slice(first, after) };
}

const place = (id: string) => {
  const [from, to] = statements.find((one) => one.id === id)?.lines ?? [];
  return `${id} (${from === to ? from : `${from} to ${to}`})`;
};

/** `UPDATE=1` writes the table anew. */
it('lists every difference from the chapter, with its reason', () => {
  const made = differences.map(
    ({ statements: ids, line, field, ours, chapter, reason }) =>
      `| ${ids.map(place).join(', ')} | \`${line}\` | ${field} | ${ours} | ${chapter} | ${reason} |`,
  );
  const { from, rows } = tableUnder('### Statement by statement');
  if (process.env.UPDATE === '1')
    writeFileSync(file, [...lines.slice(0, from), ...made, ...lines.slice(from + rows.length)].join('\n'));
  expect(process.env.UPDATE === '1' ? made : rows).toEqual(made);
});

describe('where we go past the chapter', () => {
  const { rows } = tableUnder('## Where we go past the chapter');
  const named = rows.flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map(([, name]) => name as string));

  it('names every rule that is ours', () => {
    const ours = rules.filter(({ basis }) => basis === 'ours').map(({ id }) => id);
    expect(ours.filter((id) => !named.includes(id))).toEqual([]);
  });

  it('names no rule and no file that is not there', () => {
    const known = [...rules.map(({ id }) => id), 'notStated'];
    const exists = (name: string) => known.includes(name) || existsSync(new URL(`../${name}`, import.meta.url));
    expect(named.filter((name) => !exists(name))).toEqual([]);
  });
});

it('names no file that is not there', () => {
  const files = lines.flatMap((line) =>
    [...line.matchAll(/`([\w./-]+\/[\w./-]*)`/g)].map(([, name]) => name as string),
  );
  expect(files.length).toBeGreaterThan(5);
  expect(files.filter((name) => !existsSync(new URL(`../${name}`, import.meta.url)))).toEqual([]);
});

describe('what a person has to check', () => {
  const people = services.filter(({ kind }) => kind !== 'law');
  const rung = people.filter(({ phone }) => phone);
  it.each([
    ['Known hours not confirmed lately, shown as "probably": ', rung.filter(({ usualHours }) => usualHours)],
    ['Hours not known at all: ', rung.filter(({ hours, usualHours }) => !hours && !usualHours)],
    ['No page seen: ', people.filter(({ source }) => !source)],
    ['No confirmed link: ', people.filter(({ kind, phone, url, reportUrl }) => ofTheWeb(kind, phone, url, reportUrl))],
    ['Platforms without a confirmed report page: ', platforms.filter(({ reportUrl, closed }) => !reportUrl && !closed)],
    ['Nothing dated 2026 was found that says it is open: ', people.filter(({ stillOpen }) => stillOpen)],
  ] as const)('%s', (begins, held) => {
    const line = lines.find((one) => one.startsWith(`- ${begins}`));
    expect(line?.slice(begins.length + 2).split(/\.(?: |$)/)[0]).toBe(held.map(({ name }) => name).join(', '));
  });

  function ofTheWeb(kind: string, ...ways: readonly (string | undefined)[]): boolean {
    return kind === 'guidance' && ways.every((way) => way === undefined);
  }
});
