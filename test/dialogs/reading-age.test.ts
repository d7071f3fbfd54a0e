import { describe, expect, test } from 'vitest';
import { fieldTerms, gradeOf } from '../../src/review/reading-age.ts';
import { prompts } from '../support/prompts.ts';

/** A formula for running text says nothing of a label of four words. */
const sentences = prompts.filter(({ text }) => (text.match(/[A-Za-z]+/g) ?? []).length >= 5);
const graded = sentences.map((prompt) => ({ ...prompt, grade: gradeOf(prompt.text) }));

describe('every prompt can be read at about eleven', () => {
  test('the median grade is 6 or below', () => {
    expect(graded.length).toBeGreaterThan(250);
    const median = graded.map(({ grade }) => grade).toSorted((a, b) => a - b)[Math.floor(graded.length / 2)];
    expect(median).toBeLessThanOrEqual(6);
  });

  test('no prompt is above grade 9', () => {
    const hard = graded
      .filter(({ grade }) => grade > 9)
      .map(({ at, text, grade }) => `${grade.toFixed(1)} ${at}: ${text}`);
    expect(hard).toEqual([]);
  });

  test('the terms taken out of the measure are used, each of them', () => {
    const all = prompts.map(({ text }) => text.toLowerCase()).join('\n');
    expect(fieldTerms.filter((term) => !all.includes(term.toLowerCase()))).toEqual([]);
  });

  test('people are told to ring, never to call a person', () => {
    for (const { at, text } of prompts)
      expect(text, at).not.toMatch(
        /\b(phone|call|telephone|contact) (your|the|a) (lead|police|safeguarding|social|LADO)/i,
      );
  });
});

describe('the measure itself', () => {
  test('finds a hard sentence hard and an easy one easy', () => {
    expect(
      gradeOf('Practitioners should ensure that appropriate consideration is given to contextual vulnerabilities.'),
    ).toBeGreaterThan(14);
    expect(gradeOf('Stay with the child. Do not look.')).toBeLessThan(3);
  });

  test('counts a term of the field as one short word', () => {
    expect(gradeOf('Ring your safeguarding lead now.')).toBe(gradeOf('Ring your lead now.'));
  });
});
