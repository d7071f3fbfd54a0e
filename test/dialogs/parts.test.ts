import { describe, expect, test } from 'vitest';
import { cite } from '../../dialogs/answer/citation.ts';
import { mattersOf } from '../../dialogs/answer/matters.ts';
import type { AnswerPart } from '../../dialogs/answer/parts.ts';
import { isNeeded, partsOf } from '../../dialogs/answer/parts.ts';
import { richText } from '../../dialogs/plain.ts';
import type { ServiceRoute, Source } from '../../rules/outcome.ts';
import { serviceFor, suits } from '../../rules/services.ts';
import { answerOf, finished } from '../support/answers.ts';

const all = [...finished(110)].map(({ state, context: everywhere }) => {
  const { outcome, context, card } = answerOf(state, everywhere);
  return { outcome, card, parts: partsOf(outcome, context) };
});
type Each = (typeof all)[number];

/** Every line of the decision, with where it comes from. */
function linesOf({ outcome }: Each): readonly { readonly id: string; readonly from?: Source }[] {
  const { duties, dos, donts, parents, next, notRequired, reassurance, seeAlso } = outcome.decision;
  const matters = mattersOf(outcome);
  const fits = (route: string) =>
    !route.startsWith('service:') || matters.every((matter) => suits(serviceFor(route as ServiceRoute), matter));
  return [
    ...duties.filter(({ route }) => fits(route)).map(({ route, strengthFrom }) => ({ id: route, from: strengthFrom })),
    ...[...dos, ...donts].filter((each) => isNeeded(each, outcome)).map(({ id, from }) => ({ id, from })),
    ...[parents, ...next, ...notRequired, ...reassurance].map(({ id, from }) => ({ id, from })),
    ...seeAlso.map(({ id }) => ({ id })),
  ];
}

const placesOf = (id: string, parts: readonly AnswerPart[]) =>
  parts.flatMap((part) => part.lines.filter(({ of }) => of === id).map((line) => ({ part, line })));

describe('nothing is lost', () => {
  test('every line of the decision stands in exactly one part, with its citation and its mark', () => {
    for (const each of all)
      for (const { id, from } of linesOf(each)) {
        const places = placesOf(id, each.parts);
        expect(
          places.map(({ part }) => part.id),
          id,
        ).toHaveLength(1);
        const text = richText(places[0]?.line.text ?? []);
        if (from && from.basis !== 'local') expect(text, id).toContain(cite(from).trim());
        if (from?.basis === 'local') expect(text, id).toMatch(/†|Local rule/);
      }
  });

  test('every part of it is on the card, in order, with a way to the whole of it', () => {
    for (const { card, parts } of all) {
      const titles = new Set(parts.map(({ title }) => title));
      const folds = card.blocks.flatMap((block) => (block.kind === 'fold' ? [block] : []));
      // What others were told stands in one of them, and may be all of it.
      expect(folds.map(({ title }) => title).filter((title) => titles.has(title))).toEqual([...titles]);
      for (const { title, opens, blocks, rest } of folds) {
        const part = parts.find((each) => each.title === title);
        if (!part || part.id === 'next') continue;
        expect(opens).toEqual({ do: 'part', part: part.id });
        const shown = blocks.flatMap((block) => (block.kind === 'list' ? block.lines : [])).length;
        expect(rest !== undefined).toBe(shown < part.lines.length);
      }
    }
  });
});
