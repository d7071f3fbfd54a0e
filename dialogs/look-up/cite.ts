/** Places in the chapter as people can find them: "Section 2.1, paragraph 5". */
import { paragraph, sectionName } from '../../rules/chapter.ts';
import type { ParagraphId } from '../../rules/outcome.ts';

export function sayCites(cites: readonly ParagraphId[]): string {
  const bySection = Map.groupBy(
    [...new Set(cites)].map((id) => paragraph(id)),
    ({ section }) => section,
  );
  const places = [...bySection].map(([section, found]) => {
    const runs = inRuns(found.map(({ paragraph: position }) => position));
    const several = found.length > 1 ? 's' : '';
    return `${sectionName(section)}, paragraph${several} ${runs.join(' and ')}`;
  });
  return `Chapter: ${places.join('; ')}.`;
}

/** 6, 7, 8, 11 as "6 to 8" and "11". */
function inRuns(positions: readonly number[]): readonly string[] {
  const runs: { first: number; last: number }[] = [];
  for (const position of positions.toSorted((a, b) => a - b)) {
    const run = runs.at(-1);
    if (run && position <= run.last + 1) run.last = position;
    else runs.push({ first: position, last: position });
  }
  return runs.map(({ first, last }) => (first === last ? `${first}` : `${first} to ${last}`));
}
