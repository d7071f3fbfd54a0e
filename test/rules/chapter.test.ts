import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { lookUpEncodes } from '../../dialogs/look-up.ts';
import { allParagraphs, edition, paragraph, sectionName } from '../../rules/chapter.ts';
import type { ParagraphId } from '../../rules/outcome.ts';
import { citedBy } from '../../rules/rule.ts';
import { rules } from '../../rules/rules.ts';

interface Statement {
  readonly id: string;
  /** First and last line of the chapter. */
  readonly lines: readonly [number, number];
}

const statements: readonly Statement[] = JSON.parse(
  readFileSync(new URL('../../rules/data/statements.json', import.meta.url), 'utf8'),
);
const statement = new Map(statements.map((one) => [one.id, one]));
const byRule = new Set(rules.flatMap(({ encodes }) => encodes));
const byLookUp = new Set(lookUpEncodes());
const eachRule = rules.map((rule) => [rule.id, rule] as const);

describe('the edition on record', () => {
  test('v21 of 9 September 2024, under review', () => {
    expect(edition).toMatchObject({ version: 'v21', lastUpdated: '2024-09-09', status: 'under review' });
  });

  test('every paragraph has a section, a place in it and a fingerprint', () => {
    for (const { id, hash } of allParagraphs()) {
      expect(hash).toMatch(/^[0-9a-f]{16}$/);
      expect(paragraph(id).heading.title).not.toBe('');
    }
    const places = allParagraphs().map(({ section, paragraph: place }) => `${section} ${place}`);
    expect(new Set(places).size).toBe(places.length);
  });

  test('headings that the published copy lost are marked as inferred', () => {
    expect(paragraph('p115').heading.known).toBe('inferred');
    expect(paragraph('p145').heading.known).toBe('cross-reference');
    expect(paragraph('p81').heading.known).toBe('printed');
  });

  test('sections are named as people find them', () => {
    expect(sectionName('2.1')).toBe('Section 2.1');
    expect(sectionName('0.R')).toBe('Scope, Reporting');
  });

  test('a paragraph that does not exist is refused by name', () => {
    expect(() => paragraph('p3' as ParagraphId)).toThrow('The chapter has no paragraph p3');
  });
});

describe('every rule cites an existing paragraph', () => {
  test.each(eachRule)('%s', (_, rule) => {
    for (const id of citedBy(rule)) expect(paragraph(id).id).toBe(id);
    if (rule.basis !== 'ours') expect(rule.cites).not.toEqual([]);
  });

  test.each(eachRule)(
    '%s: whatever is said as the chapter’s, or as following from it, cites a paragraph',
    (_, rule) => {
      for (const saying of rule.says) {
        const from = 'from' in saying ? saying.from : undefined;
        if ((from?.basis ?? rule.basis) !== 'ours') expect(from?.cites ?? rule.cites).not.toEqual([]);
      }
    },
  );
});

describe('every statement of the chapter is accounted for', () => {
  test('there are 174', () => {
    expect(statements.map(({ id }) => id)).toEqual(Array.from({ length: 174 }, (_, i) => `R${i + 1}`));
  });

  test('each is carried by a rule or a look-up, and no id is made up', () => {
    const missing = statements.filter(({ id }) => !byRule.has(id) && !byLookUp.has(id));
    expect(missing.map(({ id }) => id)).toEqual([]);
    for (const id of [...byRule, ...byLookUp]) expect(statement.has(id), id).toBe(true);
  });

  test.each(eachRule)('%s cites the lines of what it encodes', (_, rule) => {
    const cited = citedBy(rule).map((id) => Number(id.slice(1)));
    for (const id of rule.encodes) {
      const [from, to] = (statement.get(id) as Statement).lines;
      expect(
        cited.some((line) => line >= from && line <= to),
        `${id}, lines ${from} to ${to}`,
      ).toBe(true);
    }
  });
});
