/** A newer edition is current once somebody has put their name to each of its paragraphs that is not as on record. */
import type { ReviewFile } from '../organisation/review-file.ts';
import { type EditionComparison, type EditionLine, fingerprint } from './editions.ts';

export type NewEdition = NonNullable<ReviewFile['newEdition']>;

/** The message says what to do. */
export class CannotBeCurrent extends Error {
  override readonly name = 'CannotBeCurrent';
}

/** What is still as it was read keeps the name of who read it. */
export function beginCheck(
  version: string,
  { changed, gone, added }: EditionComparison,
  lines: readonly EditionLine[],
  before: NewEdition | undefined,
): NewEdition {
  const hashAt = (line: number) => lines.find((each) => each.line === line)?.hash ?? fingerprint('');
  const found: NewEdition['paragraphs'] = [
    ...changed.map(({ id, line }) => ({ id, what: 'changed' as const, line, print: hashAt(line) })),
    ...gone.map((id) => ({ id, what: 'gone' as const, print: fingerprint('') })),
    ...added.map((line) => ({ id: `new-${hashAt(line)}`, what: 'new' as const, line, print: hashAt(line) })),
  ];
  const read = new Map(before?.paragraphs.map((each) => [`${each.id} ${each.print}`, each.read]));
  const paragraphs = found.map((each) => {
    const by = read.get(`${each.id} ${each.print}`);
    return by ? { ...each, read: by } : each;
  });
  const same = JSON.stringify(paragraphs) === JSON.stringify(before?.paragraphs) && before?.version === version;
  return { version, paragraphs, current: same && before.current };
}

/** @param ids of paragraphs, or `all` @throws {CannotBeCurrent} where one is not to be read */
export function markRead(check: NewEdition, ids: readonly string[], name: string, on: string): NewEdition {
  const unknown = ids.filter((id) => id !== 'all' && !check.paragraphs.some((each) => each.id === id));
  if (unknown.length > 0) throw new CannotBeCurrent(`Not among what is to be read: ${unknown.join(', ')}.`);
  const wanted = (id: string) => ids.includes('all') || ids.includes(id);
  return {
    ...check,
    paragraphs: check.paragraphs.map((each) =>
      wanted(each.id) && !each.read ? { ...each, read: { name, on } } : each,
    ),
  };
}

/** @throws {CannotBeCurrent} while a paragraph is unread */
export function makeCurrent(check: NewEdition): NewEdition {
  const unread = check.paragraphs.filter(({ read }) => !read);
  if (unread.length > 0) {
    throw new CannotBeCurrent(
      `${check.version} is not current: ${unread.length} of ${check.paragraphs.length} paragraphs are not read. Read what rests on each, then mark it: --read ${unread
        .slice(0, 3)
        .map(({ id }) => id)
        .join(',')} --name "YOUR NAME"`,
    );
  }
  return { ...check, current: true };
}

export function sayStanding({ version, paragraphs, current }: NewEdition): string {
  const unread = paragraphs.filter(({ read }) => !read);
  return [
    `${version}: ${paragraphs.length - unread.length} of ${paragraphs.length} paragraphs are read.${current ? ' It is current.' : ' Until it is current, answers say that a newer edition is being checked.'}`,
    ...unread.map(({ id, what, line }) => `  not read: ${id}, ${what}${line === undefined ? '' : `, line ${line}`}`),
    '',
  ].join('\n');
}
