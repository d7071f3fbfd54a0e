import { describe, expect, test } from 'vitest';
import * as duties from '../../../dialogs/words/lead-duties.ts';
import * as lists from '../../../dialogs/words/lead-lists.ts';
import * as news from '../../../dialogs/words/lead-news.ts';
import * as record from '../../../dialogs/words/lead-record.ts';
import * as setUp from '../../../dialogs/words/lead-set-up.ts';
import * as leads from '../../../dialogs/words/leads.ts';
import { topics } from '../../../rules/facts.ts';
import { gradeOf } from '../../../src/review/reading-age.ts';

const words = stringsIn({ duties, lists, news, record, setUp, leads });
/** A formula for running text says nothing of a label of four words. */
const graded = words
  .filter((text) => (text.match(/[A-Za-z]+/g) ?? []).length >= 5)
  .map((text) => ({ text, grade: gradeOf(text) }));

function stringsIn(node: unknown): readonly string[] {
  if (typeof node === 'string') return [node];
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(stringsIn) : [];
}

describe('what leads read', () => {
  test('can be read at about eleven', () => {
    expect(graded.length).toBeGreaterThan(100);
    const median = graded.map(({ grade }) => grade).toSorted((a, b) => a - b)[Math.floor(graded.length / 2)];
    expect(median).toBeLessThanOrEqual(6);
    expect(graded.filter(({ grade }) => grade > 9)).toEqual([]);
  });

  test('says ring, never call a person', () => {
    for (const text of words) expect(text).not.toMatch(/\b(phone|call|telephone) (your|the|a|them|whoever)\b/i);
  });

  test('every topic has a class of its own', () => {
    expect(Object.keys(duties.topicClass)).toEqual([...topics]);
    expect(new Set(Object.values(duties.topicClass)).size).toBe(topics.length);
  });

  test('fits on buttons', () => {
    const labels = [
      ...Object.values(leads.leadActWords),
      ...Object.values(leads.notForUsWords),
      ...Object.values(lists.listWords.filters),
    ];
    for (const label of labels) expect(label.length).toBeLessThanOrEqual(75);
    for (const { ticked } of Object.values(duties.dutyWords))
      expect(`Take back: ${ticked}`.length).toBeLessThanOrEqual(38);
  });
});
