/** Whatever question stands: each option's own words, and its number, mean that option and no other. */
import { expect, test } from 'vitest';
import type { Ask } from '../../dialogs/ask.ts';
import { fold, startEntry } from '../../dialogs/state.ts';
import { stepOf } from '../../dialogs/steps.ts';
import { readTyped, surelyLookUp } from '../../dialogs/typed/read.ts';
import { askFor } from '../../dialogs/view.ts';
import { contextOf, example, pathsOfSeveral, sample, singlePaths, statesOn } from '../support/every-message.ts';

const context = contextOf(example, 'a normal morning');

/** Every question with every set of options it can have, each once. */
function everyAsk(): readonly Ask[] {
  const asks = new Map<string, Ask>();
  for (const [choice, path] of [...sample(singlePaths(), 200), ...pathsOfSeveral()].entries()) {
    for (const state of statesOn(path, context, choice, fold([startEntry(false)]))) {
      const step = stepOf(state, context);
      if (step.kind !== 'ask') continue;
      const ask = askFor(step, state, context);
      asks.set(`${ask.id} ${ask.options.map(({ value }) => value).join(' ')}`, ask);
    }
  }
  return [...asks.values()];
}

const asks = everyAsk();

test.each(asks.map((ask) => [ask.id, ask] as const))('%s', (_, ask) => {
  expect(asks.length).toBeGreaterThan(20);
  for (const [at, { value, label }] of ask.options.entries())
    for (const text of [label, label.toLowerCase(), `${label}.`, String(at + 1), `number ${at + 1}`]) {
      expect(readTyped(text, ask), text).toMatchObject({ kind: 'answer', values: [value] });
      expect(surelyLookUp(text, { names: ask.options.map((option) => option.label) }), text).toBeUndefined();
    }
});

test.each(asks.filter(({ kind }) => kind === 'ticks').map((ask) => [ask.id, ask] as const))(
  '%s: to say that one is done answers nothing, and never "none"',
  (_, ask) => {
    const ticked = ask.options.slice(0, 1).map(({ value }) => value);
    for (const text of ['done', 'Done.', 'send it', 'next', 'ok', 'that is all']) {
      expect(readTyped(text, { ...ask, suggested: [] }), text).not.toMatchObject({ kind: 'answer' });
      expect(readTyped(text, { ...ask, suggested: ticked }), text).toMatchObject({ kind: 'suggest', values: ticked });
    }
  },
);
