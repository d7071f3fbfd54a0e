import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dangerIn } from '../../dialogs/typed/danger.ts';
import { tokensOf } from '../../dialogs/typed/tokens.ts';

const { reported, danger, ordinary }: Record<'reported' | 'danger' | 'ordinary', readonly string[]> = JSON.parse(
  readFileSync(new URL('../hear/danger.json', import.meta.url), 'utf8'),
);
const heard = (text: string) => dangerIn(tokensOf(text));

describe('danger in everyday words', () => {
  test('nine in ten of all sentences alarm, and of those that people reported', () => {
    const missed = (all: readonly string[]) => all.filter((one) => heard(one) !== 'alarm');
    expect(missed(danger).length, missed(danger).join('\n')).toBeLessThanOrEqual(danger.length / 10);
    expect(missed(reported).length, missed(reported).join('\n')).toBeLessThanOrEqual(reported.length / 10);
  });

  test('at most three of every sixty ordinary sentences alarm', () => {
    const alarms = ordinary.filter((one) => heard(one) === 'alarm');
    expect(alarms.length, alarms.join('\n')).toBeLessThanOrEqual((3 * ordinary.length) / 60);
  });

  test.each([
    ['he wants to kill himself', 'he does not want to kill himself'],
    ['she took an overdose', 'she took an overdose three years ago'],
    ['he has a knife', 'we learnt about knife crime in the lesson'],
    ['he kills himself', 'in the film he kills himself'],
    ['she is meeting a man tonight', 'I am meeting the social worker tonight'],
    ['she hurt herself', 'she fell over in PE and hurt herself'],
  ])('%s alarms; %s does not', (alarming, other) => {
    expect(heard(alarming)).toBe('alarm');
    expect(heard(other)).not.toBe('alarm');
  });

  test.each([
    'he tried to kill himself last year and says he will do it again tonight',
    'she does not want to live',
    'he will not stop saying he will kill her',
    'not sure if he will kill her',
    'I do not know if she is safe. she said she wants to die',
    'we talked about suicide in class and then she told me she wants to kill herself',
  ])('what is over, denied or taught hides nothing that is not: %s', (text) => {
    expect(heard(text)).toBe('alarm');
  });

  test.each([
    'SHE WANTS TO DIEEEE',
    'she wnats to kil herslef',
    "he's gonna k1ll her",
    'k y s',
    'suicdal',
    'shes got a knfe',
  ])('slips, shorthand and shouting: %s', (text) => {
    expect(heard(text)).toBe('alarm');
  });
});

test('a line of any length takes a bounded time', () => {
  const long = ['he ', 'kill ', 'she will not ', 'a'.repeat(50), 'meet a man tonight outside her house '];
  for (const words of long) {
    const text = words.repeat(Math.ceil(10_000 / words.length));
    const began = performance.now();
    heard(text);
    expect(performance.now() - began, words).toBeLessThan(500);
  }
});
