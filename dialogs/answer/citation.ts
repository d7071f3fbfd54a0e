/** Where a line comes from, in words: the chapter, what follows from it, a local rule, or us. */
import { paragraph, sectionName } from '../../rules/chapter.ts';
import type { Basis, ParagraphId, Source } from '../../rules/outcome.ts';
import { joined } from '../whole.ts';

const basisWords: Readonly<Record<Basis, string>> = {
  chapter: 'Chapter',
  follows: 'Follows from the chapter',
  ours: 'Our advice',
  local: 'Local rule',
};

const inferredMark = '*';
export const inferredNote = `${inferredMark} This heading is not on the chapter's page. We inferred it.`;

/** "Chapter, Section 2.1*, paragraphs 6 to 8 and 11." The star marks an inferred heading: see `inferredNote`. */
export function citation({ basis, cites }: Source): string {
  if (cites.length === 0) return `${basisWords[basis]}.`;
  const near = basis === 'ours' ? '. See the chapter' : '';
  return `${basisWords[basis]}${near}, ${places(cites).join('; ')}.`;
}

/** What is ours and what is local; the chapter's own has none. */
export const marks: Readonly<Record<Basis, string>> = { ours: '°', local: '†', chapter: '', follows: '' };

/** The same in few signs, to stand at the end of a line: "[2.1*: 6–8, 11]", "°". The part "Why" says how to read it. */
export function cite({ basis, cites }: Source): string {
  const follows = basis === 'follows' ? '→ ' : '';
  return `${cites.length > 0 ? ` [${follows}${shortPlaces(cites).join('; ')}]` : ''}${marks[basis]}`;
}

function shortPlaces(cites: readonly ParagraphId[]): readonly string[] {
  const bySection = Map.groupBy(cites.map(paragraph), (found) => found.section);
  return [...bySection.entries()].map(([section, found]) => {
    const inferred = found[0]?.heading.known === 'inferred' ? inferredMark : '';
    const numbers = [...new Set(found.map((each) => each.paragraph))].toSorted((a, b) => a - b);
    return `${sectionName(section).replace('Section ', '')}${inferred}: ${runs(numbers).join(', ').replaceAll(' to ', '–')}`;
  });
}

/** Whether a citation of these carries the star. */
export function citesInferred(cites: readonly ParagraphId[]): boolean {
  return cites.some((id) => paragraph(id).heading.known === 'inferred');
}

function places(cites: readonly ParagraphId[]): readonly string[] {
  const bySection = Map.groupBy(cites.map(paragraph), (found) => found.section);
  return [...bySection.entries()].map(([section, found]) => {
    const inferred = found[0]?.heading.known === 'inferred' ? inferredMark : '';
    const numbers = [...new Set(found.map((each) => each.paragraph))].toSorted((a, b) => a - b);
    return `${sectionName(section)}${inferred}, paragraph${numbers.length > 1 ? 's' : ''} ${andList(runs(numbers))}`;
  });
}

/** 6, 7, 8, 11 as "6 to 8" and "11". */
function runs(numbers: readonly number[]): readonly string[] {
  const found: { first: number; last: number }[] = [];
  for (const number of numbers) {
    const run = found.at(-1);
    if (run && number === run.last + 1) run.last = number;
    else found.push({ first: number, last: number });
  }
  return found.flatMap(({ first, last }) => {
    if (last - first > 1) return [`${first} to ${last}`];
    return first === last ? [`${first}`] : [`${first}`, `${last}`];
  });
}

/** @throws {WordsMissing} where one of them is not there */
export function andList(items: readonly (string | number)[]): string {
  const said = items.map(String);
  return said.length < 2 ? joined(said, '') : `${joined(said.slice(0, -1), ', ')} and ${said.at(-1)}`;
}
