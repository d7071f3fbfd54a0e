/** Where a line comes from, in words: the chapter, what follows from it, a local rule, or us. */
import { paragraph, sectionName } from '../../rules/chapter.ts';
import type { Basis, ParagraphId, Source } from '../../rules/outcome.ts';

const basisWords: Readonly<Record<Basis, string>> = {
  chapter: 'The chapter',
  follows: 'Follows from the chapter',
  ours: 'Our advice',
  local: 'Local rule',
};

/** "The chapter, Section 2.1 (heading inferred), paragraphs 6 and 12." */
export function citation({ basis, cites }: Source): string {
  if (cites.length === 0) return `${basisWords[basis]}.`;
  const near = basis === 'ours' ? '. See the chapter' : '';
  return `${basisWords[basis]}${near}, ${places(cites).join('; ')}.`;
}

function places(cites: readonly ParagraphId[]): readonly string[] {
  const bySection = Map.groupBy(cites.map(paragraph), (found) => found.section);
  return [...bySection.entries()].map(([section, found]) => {
    const inferred = found[0]?.heading.known === 'inferred' ? ' (heading inferred)' : '';
    const numbers = found.map((each) => each.paragraph).toSorted((a, b) => a - b);
    return `${sectionName(section)}${inferred}, paragraph${numbers.length > 1 ? 's' : ''} ${andList(numbers)}`;
  });
}

export function andList(items: readonly (string | number)[]): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} and ${items.at(-1)}`;
}
