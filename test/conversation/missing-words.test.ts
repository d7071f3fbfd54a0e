/**
 * A word is missing from its table when the program runs: what somebody acts by is drawn as ever, or the card counts as
 * not drawn. Each word of each table is taken away in turn.
 */
import { expect, test } from 'vitest';
import type { Message } from '../../dialogs/message.ts';
import { plainText } from '../../dialogs/plain.ts';
import { fold, type State, startEntry } from '../../dialogs/state.ts';
import { show } from '../../dialogs/view.ts';
import { whole } from '../../dialogs/whole.ts';
import * as actWords from '../../dialogs/words/acts.ts';
import * as decisionWords from '../../dialogs/words/decision.ts';
import * as questionWords from '../../dialogs/words/questions.ts';
import * as screenWords from '../../dialogs/words/screens.ts';
import { contextOf, example, sample, singlePaths, statesOn } from '../support/every-message.ts';

const context = contextOf(example, 'Friday at 18:30');
const talks = (most: number): readonly (readonly State[])[] =>
  sample(singlePaths(), most).map((path, i) => [
    ...statesOn(path, context, i, fold([startEntry(false, 'riverside-school')])),
  ]);
const ends = talks(10).flatMap((states) => states.slice(-1));
const steps = talks(4).flat();

/** What is read without unfolding anything. */
const openPart = (message: Message) =>
  plainText({ ...message, blocks: message.blocks.filter(({ kind }) => kind !== 'fold') });
const drawn = (state: State) => show({ show: 'step' }, state, context, 'sent').messages.map(whole).map(openPart);

type Table = Record<string, unknown>;

/** Takes each word away, and puts it back. */
function* withoutEach(tables: Readonly<Record<string, unknown>>): Generator<string> {
  for (const [name, table] of Object.entries(tables)) {
    if (typeof table !== 'object' || table === null || Array.isArray(table)) continue;
    for (const [id, word] of Object.entries(table as Table)) {
      delete (table as Table)[id];
      try {
        yield `${name}.${id}`;
      } finally {
        (table as Table)[id] = word;
      }
    }
  }
}

test.each([
  ['the acts', actWords, ends],
  ['the decision', decisionWords, ends],
  ['the questions', questionWords, steps],
  ['the screens', screenWords, steps],
])('a card without a word of %s is whole, or counts as not drawn', (_, tables, states) => {
  const before = states.map(drawn);
  let missed = 0;
  const drawnOtherwise: string[] = [];
  for (const name of withoutEach(tables)) {
    for (const [i, state] of states.entries()) {
      const now = attempt(() => drawn(state));
      if (now === undefined) missed++;
      else if (JSON.stringify(now) !== JSON.stringify(before[i])) drawnOtherwise.push(name);
    }
  }
  expect(drawnOtherwise).toEqual([]);
  expect(missed).toBeGreaterThan(0);
});

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}
