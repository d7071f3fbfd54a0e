/** The aims of hearing typed words, over what people reported and over sentences of ours; `npm run -s hear` lists misses. */
import { expect, test } from 'vitest';
import { lookUp } from '../../dialogs/look-up.ts';
import { plainText } from '../../dialogs/plain.ts';
import { readTyped } from '../../dialogs/typed/read.ts';
import { committedCalendar } from '../../rules/calendar.ts';
import { type Figure, hearing } from '../support/hearing.ts';

const aims: Readonly<Record<string, number>> = {
  'look-ups right first': 0.9,
  'replies taken': 0.95,
  'danger caught': 0.9,
  'danger alarms, never learnt': 0.85,
  'danger alarms or is asked about, never learnt': 0.95,
  'ordinary does not alarm, never learnt': 0.9,
  'ordinary is not asked about either, never learnt': 0.7,
  'ordinary sentences that do not alarm': 0.95,
  'topics right among at most three': 0.85,
  'topics not only wrong': 0.96,
};
const figures = hearing();

test.each(figures.map((figure) => [figure.of, figure] as [string, Figure]))('%s', (of, { right, all, misses }) => {
  const aim = aims[of] ?? Object.entries(aims).find(([name]) => of.startsWith(name))?.[1] ?? 1;
  expect(all).toBeGreaterThan(10);
  expect(right / all, misses.join('\n')).toBeGreaterThanOrEqual(aim);
});

test('after "Look something up" words are a look-up first', () => {
  const words = 'grooming online';
  expect(readTyped(words, undefined, { lookingUp: true }).kind).toBe('look-up');
  expect(readTyped('he is grooming her online', undefined, { lookingUp: true }).kind).toBe('topics');
});

test.each([
  'pomocy dziecko',
  'cymorth plentyn',
  'مدد',
  'ajutor copil',
  'مساعدة طفل',
  'ayuda niño',
  'допоможіть дитина',
])('another language gets the plain menu: %s', (text) => {
  expect(readTyped(text, undefined)).toMatchObject({ kind: 'look-up', query: 'ask:plain-help' });
});

/** Help, emergency and child, as the phrase pages of the NHS and of police forces give them. */
const languages = {
  Welsh: ['cymorth', 'argyfwng', 'plentyn'],
  Polish: ['pomoc', 'nagły wypadek', 'dziecko'],
  Urdu: ['مدد', 'ہنگامی', 'بچہ'],
  Romanian: ['ajutor', 'urgență', 'copil'],
  Arabic: ['مساعدة', 'طوارئ', 'طفل'],
  Spanish: ['ayuda', 'emergencia', 'niño'],
  Ukrainian: ['допомога', 'надзвичайна', 'дитина'],
} as const;

test.each(Object.entries(languages))('%s: help, emergency and child, with and without accents', (_, words) => {
  for (const word of words)
    for (const text of [word, word.toUpperCase(), `${word}!`, word.normalize('NFKD').replace(/\p{M}/gu, '')])
      expect(readTyped(text, undefined), text).toMatchObject({ kind: 'look-up', query: 'ask:plain-help' });
});

test.each(['nina is being bullied in the group chat', 'he says he will plant a bomb'])('is English: %s', (text) => {
  expect(readTyped(text, undefined).kind).toBe('topics');
});

test('the menu in plain words begins with the number, and claims no other language', () => {
  const at = { moment: new Date('2026-11-27T10:00:00Z'), calendar: committedCalendar };
  const text = plainText(lookUp('ask:plain-help', at));
  const first = text.split('\n').find((line) => /\d/.test(line));
  expect(first).toMatch(/999/);
  expect(text).toContain('0800 1111');
  expect(text.indexOf('999')).toBeLessThan(text.indexOf('0800 1111'));
  expect(text).not.toMatch(/translat|Polski|Cymraeg|in your language/i);
});

test.each(['thanks', 'ok', 'thank you so much'])('%s gets a kind word, and begins nothing', (text) => {
  expect(readTyped(text, undefined).kind).toBe('thanks');
});

test.each(['is this anonymous', 'is this confidential', 'who can see this'])('%s is told what is kept', (text) => {
  expect(readTyped(text, undefined).kind).toBe('data');
});

test.each(['please help', 'report a concern', 'worried', 'safeguarding concern'])('%s begins a concern', (text) => {
  expect(readTyped(text, undefined)).toMatchObject({ kind: 'topics', topics: [] });
});

test('a line that nothing fits names the nearest look-ups, two at most', () => {
  const typed = readTyped('zxcv child qwerty', undefined);
  expect(typed.kind === 'unclear' && typed.near.length).toBeLessThanOrEqual(2);
});
