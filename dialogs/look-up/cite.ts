/** Places in the chapter as people can find them: "Section 2.1, paragraph 5". */
import { paragraph, sectionName } from '../../rules/chapter.ts';
import type { ParagraphId } from '../../rules/outcome.ts';

export function sayCites(cites: readonly ParagraphId[]): string {
  const bySection = new Map<string, number[]>();
  for (const id of cites) {
    const { section, paragraph: position } = paragraph(id);
    bySection.set(section, [...(bySection.get(section) ?? []), position]);
  }
  const places = [...bySection].map(
    ([section, positions]) =>
      `${sectionName(section)}, paragraph${positions.length > 1 ? 's' : ''} ${positions.join(' and ')}`,
  );
  return `Chapter: ${places.join('; ')}.`;
}
