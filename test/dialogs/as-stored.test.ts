/** What the stored answers say by themselves never lets more people know than what is worked out from them. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type AsStored, asStored } from '../../dialogs/as-stored.ts';
import { type Answers, type Asked, walk } from '../../dialogs/flow.ts';
import { type Entry, fold, keepsSilent, startEntry } from '../../dialogs/state.ts';
import { topics } from '../../rules/facts.ts';
import { everyAnswer, subsets } from '../../src/review/paths.ts';
import { pathsOfSeveral, singlePaths } from '../support/every-message.ts';
import { decisionOf } from '../support/space.ts';

const answered = (question: string, ...values: readonly string[]): Entry => ({
  type: 'answer',
  question,
  values: [...values],
});
const entriesOf = (answers: Answers): readonly Entry[] => [
  startEntry(false, 'school'),
  ...[...answers].map(([question, values]) => answered(question, ...values)),
];
const isOpen = ({ guard }: AsStored) => guard === 'open';

test('on no path, and nowhere on the way, may everybody know where at its end they may not', () => {
  let [free, open] = [0, 0];
  for (const path of [...singlePaths(), ...pathsOfSeveral()]) {
    const entries = entriesOf(path);
    const { guarded } = decisionOf(path);
    if (!guarded) free++;
    for (let length = 1; length <= entries.length; length++) {
      const early = isOpen(asStored(entries.slice(0, length)));
      if (early) expect(guarded, JSON.stringify([...path].slice(0, length))).toBe(false);
      if (early && length === entries.length) open++;
    }
  }
  // Or it would help nobody.
  expect(open / free).toBeGreaterThan(0.3);
});

/** What would be said of it from here on by somebody who worries about everybody. */
function worstEnd(answers: Answers): Answers {
  let all = answers;
  for (let next = walk(all).next; next; next = walk(all).next) {
    const values = worst(next, all);
    all = new Map([...all, [next.id, values]]);
  }
  return all;
}
const worst = (asked: Asked, answers: Answers) => {
  if (asked.id === 'topics') return [...topics];
  const choices = everyAnswer(asked, walk(answers).facts);
  return choices.find(([value]) => value === 'yes') ?? choices.at(-1) ?? [];
};

test('nor after going back and changing answers, in any order', () => {
  const doing = fc.record({
    what: fc.constantFrom('answer', 'answer', 'answer', 'answer', 'answer', 'back', 'reopen', 'called', 'site'),
    which: fc.nat(400),
  });
  const sets = subsets([...topics]).filter(({ length }) => length > 0 && length < 3);
  let open = 0;
  fc.assert(
    fc.property(fc.array(doing, { minLength: 3, maxLength: 24 }), (doings) => {
      const entries: Entry[] = [startEntry(false)];
      for (const { what, which } of doings) {
        const state = fold(entries);
        const path = walk(state.answers);
        const asked = path.answered.find(({ id }) => id === state.reopened) ?? path.next;
        const again = path.answered[which % Math.max(path.answered.length, 1)];
        if (what === 'back') entries.push({ type: 'back' });
        else if (what === 'called') entries.push({ type: 'called', whom: 'lead', result: 'rung', at: 1 });
        else if (what === 'site') entries.push(answered('site', String(which % 2)));
        else if (what === 'reopen' && again) entries.push({ type: 'reopen', question: again.id });
        else if (asked) {
          const choices = asked.id === 'topics' ? sets : everyAnswer(asked, path.facts);
          // Most often the clear one, so that many ends are open.
          const clear = choices.find(([value]) => value === 'no' || value === 'none');
          const chosen = clear && which % 3 > 0 ? clear : (choices[which % choices.length] as readonly string[]);
          entries.push(answered(asked.id, ...chosen));
        }
        if (!isOpen(asStored(entries))) continue;
        open++;
        const { answers } = fold(entries);
        expect(keepsSilent(worstEnd(answers)), JSON.stringify(entries)).toBe(false);
      }
    }),
    { numRuns: 600, seed: 20_261_127 },
  );
  expect(open).toBeGreaterThan(200);
});

test('those picked are who may know, until one is taken back, asked again or elsewhere', () => {
  const picked: readonly Entry[] = [
    startEntry(false, 'school'),
    answered('topics', 'adult'),
    answered('adultKnown', 'yes'),
    { type: 'answer', question: 'safeToTell', values: ['deputy', 'none'], marks: ['a mark', 'none'] },
  ];
  const guardAfter = (...more: readonly Entry[]) => asStored([...picked, ...more]).guard;
  expect(guardAfter()).toEqual(['deputy']);
  expect(asStored(picked).state.marks.get('deputy')).toBe('a mark');
  expect(guardAfter({ type: 'called', whom: 'deputy', result: 'rung', at: 1 })).toEqual(['deputy']);
  expect(guardAfter({ type: 'back' })).toEqual([]);
  expect(guardAfter({ type: 'reopen', question: 'danger' })).toEqual([]);
  expect(guardAfter(answered('site', 'elsewhere'))).toEqual([]);
  expect(guardAfter({ type: 'stop' })).toEqual([]);
  expect(guardAfter(startEntry(false, 'school'))).toEqual([]);
});

test('what cannot be read at all lets nobody know', () => {
  expect(asStored([null as unknown as Entry])).toMatchObject({ guard: [], worries: true });
  expect(asStored([])).toMatchObject({ guard: [], state: { stage: 'new' } });
});
