/** The storyboard leaves no screen out: what draws one is found in the source, and what it shows is measured. */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { plainText } from '../../dialogs/plain.ts';
import { questions } from '../../dialogs/questions.ts';
import { viewSchema } from '../../dialogs/view.ts';
import { sayQuestion } from '../../src/review/conditions.ts';
import { measureOf } from '../../src/review/measure.ts';
import { storyboard } from '../../src/review/storyboard/storyboard.ts';
import { contextOf, example } from '../support/every-message.ts';

const root = new URL('../../', import.meta.url);
const sourcesIn = (folder: string) =>
  readdirSync(new URL(folder, root), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts'))
    .map((file) => ({ file: `${folder}/${file}`, text: readFileSync(new URL(`${folder}/${file}`, root), 'utf8') }));

const dialogs = sourcesIn('dialogs');
const board = sourcesIn('src/review/storyboard');
const chapters = storyboard(contextOf(example, 'a normal morning'));
const screens = chapters.flatMap((chapter) => chapter.screens);

test('everything in dialogs that draws a message is called for it, or by what it calls', () => {
  const drawing = dialogs.flatMap(({ file, text }) =>
    [
      ...text.matchAll(
        /^export (?:function|const) (\w+)[^;{]*?(?:\): Message(?: \| undefined)? (?:\{|=>)|: Message =)/gms,
      ),
    ].map(([, name = '']) => ({ file, name })),
  );
  expect(drawing.length).toBeGreaterThan(40);
  const calledIn = (sources: typeof dialogs, name: string, but: string) =>
    sources.some(({ file, text }) => file !== but && new RegExp(`\\b${name}\\b`).test(text));
  const missed = drawing.filter(
    ({ file, name }) => !calledIn(board, name, '') && !calledIn(dialogs, name, file) && !known.includes(name),
  );
  expect(missed).toEqual([]);
});
/** Said as one line each: the storyboard gives them all in one list. */
const known = ['threadLine'];

test('every question stands in it, and everything that is said above one', () => {
  const names = screens.map(({ name }) => name);
  for (const { id } of questions) expect(names).toContain(sayQuestion(id));
  const said = viewSchema.shape.notice.unwrap().options.map((notice) => `Said above: ${notice.replaceAll('-', ' ')}`);
  expect(said.filter((name) => !names.includes(name))).toEqual([]);
});

test('what stands under the name of a question asks it', () => {
  const asked = chapters.find(({ id }) => id === 'questions')?.screens ?? [];
  const names = new Set(['danger', 'topics', ...questions.map(({ id }) => id)].map(sayQuestion));
  const shown = asked.filter(({ name }) => names.has(name));
  expect(shown.length).toBeGreaterThanOrEqual(names.size);
  for (const { name, message } of shown) expect(plainText(message), name).toContain(name);
});

test('every screen says something', () => {
  for (const { name, message } of screens) expect(measureOf(message).words, name).toBeGreaterThan(0);
});

test('what is hard to read is found hard, and an address or a number is no word of it', () => {
  const of = (text: string) => measureOf({ summary: '', blocks: [{ kind: 'text', text: [text] }] });
  const hard = of('Practitioners should ensure that appropriate consideration is given to contextual vulnerabilities.');
  expect(hard.age).toBeGreaterThan(18);
  expect(of('Stay with the child. Do not look at any picture.').age).toBeLessThan(10);
  const linked = measureOf({
    summary: '',
    blocks: [
      { kind: 'text', text: ['Report it on this page: ', { link: 'https://a.example/x', label: 'a.example/x' }] },
    ],
  });
  expect(linked.hardest?.text).toBe('Report it on this page: .');
});
