/** Whatever a screen or the documents tell people to type is understood. The words are found where they are told. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { leadCommand } from '../../dialogs/leads/commands.ts';
import type { Action } from '../../dialogs/message.ts';
import { fold, startEntry } from '../../dialogs/state.ts';
import { readTyped } from '../../dialogs/typed/read.ts';
import { show } from '../../dialogs/view.ts';
import { again, help, kept } from '../../dialogs/words/screens.ts';
import { askedByCommand } from '../../src/conversation/heard.ts';
import { contextOf, example, sample, singlePaths, statesOn } from '../support/every-message.ts';
import { standing } from '../support/hearing.ts';

const read = (name: string) => readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8');
const frame = read('dialogs/look-up/frame.ts');
/** What is said where there are no tick boxes. */
const [plain = ''] = read('dialogs/plain.ts').match(/No tick boxes[^']*/) ?? [];

/** Words in quotation marks, those after "the word", "like" or "numbers", and lists of words that "work". */
function toldIn(text: string): readonly string[] {
  const quoted = [...text.matchAll(/"([^"\n]{2,60})"/g)].map(([, words = '']) => words);
  const named = [...text.matchAll(/\bword (\w+),/g)].map(([, word = '']) => word);
  const examples = [...text.matchAll(/, like ([\w ]+?)(?: or ([\w ]+?))?(?:[,.]|$)/g)].flatMap(([, one, other]) => [
    one,
    other,
  ]);
  const lists = [...text.matchAll(/work everywhere: ([^".]+), and/g)].flatMap(([, words = '']) => words.split(', '));
  return [...quoted, ...named, ...examples, ...lists].flatMap((words) => (words ? [words] : []));
}

/** What can be asked for by a word wherever the talk stands; what fits only somewhere is judged there. */
const byWord: readonly Action['do'][] = ['back', 'restart', 'stop', 'help', 'why', 'now', 'record', 'referred'];

const asks = [undefined, standing(), standing(['danger', 'no'], ['site', 'riverside-school'])];
const told = [
  ...help.lines,
  ...Object.values(again),
  kept(1),
  plain,
  ...(frame.match(/Try one or two words[^']*/) ?? []),
].flatMap((text) => toldIn(text));

/** What the documents tell people to type to Signpost, by the document. */
const documents = ['README.md', 'docs/slack.md', 'docs/teams.md', 'docs/leads.md'] as const;
const inDocuments = documents.flatMap((name) => {
  const text = read(name).replace(/\s+/g, ' ');
  const marked = /\b(?:types?|writes?) (?:\*\*([^*]+)\*\*|`([^`/]+)`|"([^"]+)")/gi;
  const words = [...text.matchAll(marked)].flatMap(([, bold, code, quoted]) => bold ?? code ?? quoted ?? []);
  const erasing = [...text.matchAll(/\*\*(erase [^*]+)\*\*/g)].map(([, one = '']) => one);
  const [pressed = ''] = text.match(/press [^|]+ above the box \| the same as typing it/) ?? [];
  words.push(...erasing, ...[...pressed.matchAll(/\*\*([^*]+)\*\*/g)].map(([, one = '']) => one));
  const commands = [...text.matchAll(/`\/signpost ([^`]+)`/g)].map(([, command = '']) => command);
  return [...words.map((one) => ({ name, words: one })), ...commands.map((one) => ({ name, command: one }))];
});

test('there are such words in the documents', () => {
  expect(inDocuments).toEqual(
    expect.arrayContaining([
      { name: 'docs/leads.md', words: 'concerns' },
      { name: 'docs/slack.md', command: 'helplines childline' },
    ]),
  );
});

test.each(inDocuments)('%j', (told) => {
  if ('command' in told) expect(askedByCommand(told.command)).toBeDefined();
  else expect(leadCommand(told.words) ?? readTyped(told.words, undefined).kind).not.toBe('unclear');
});

/** The buttons of the talk, each by its label as it stands on a question, an answer or a screen beside them. */
function pressed(): ReadonlyMap<string, Action['do']> {
  const context = contextOf(example, 'a normal morning');
  const begun = fold([startEntry(false)]);
  const messages = sample(singlePaths(), 20).flatMap((path, choice) =>
    [...statesOn(path, context, choice, begun)].flatMap((state) =>
      (['step', 'help', 'why', 'change'] as const).flatMap(
        (view) => show({ show: view }, state, context, 'sent').messages,
      ),
    ),
  );
  const buttons = messages
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'buttons' ? [...block.buttons, ...(block.rare ?? [])] : []));
  return new Map(buttons.flatMap(({ label, action }) => (byWord.includes(action.do) ? [[label, action.do]] : [])));
}

test('the label of a button, typed, is the button', () => {
  const labels = pressed();
  expect(new Set(labels.values())).toEqual(new Set(byWord));
  for (const [label, what] of labels) {
    const kinds = asks.map((ask) => readTyped(label, ask));
    expect(
      kinds.map((typed) => (typed.kind === 'do' ? typed.action.do : typed.kind)),
      label,
    ).toEqual(kinds.map(() => what));
  }
});

test('there are such words', () => {
  expect(told).toEqual(expect.arrayContaining(['Childline', 'LADO', 'yes', 'not sure', 'back', 'stop', '1 and 3']));
});

test.each([...new Set(told)])('%s', (words) => {
  const kinds = asks.map((ask) => readTyped(words, ask).kind);
  expect(
    kinds.some((kind) => kind !== 'unclear'),
    kinds.join(),
  ).toBe(true);
});
