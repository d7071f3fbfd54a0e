import { describe, expect, test } from 'vitest';
import { type Asked, isQuestion, walk } from '../../dialogs/flow.ts';
import { plainText } from '../../dialogs/plain.ts';
import { type Entry, fold, type State, startEntry, after as stateAfter } from '../../dialogs/state.ts';
import { stepOf } from '../../dialogs/steps.ts';
import { show } from '../../dialogs/view.ts';
import { record } from '../../dialogs/words/answer.ts';
import { topics } from '../../rules/facts.ts';
import { peopleOf } from '../../rules/local.ts';
import { everyAnswer } from '../../src/review/paths.ts';
import { contextOf, example, pathsOfSeveral, sample, singlePaths, statesOn } from '../support/every-message.ts';

const context = contextOf(example, 'a normal morning');
const begun = fold([startEntry(false)]);
const answered = (question: string, values: readonly string[]): Entry => ({
  type: 'answer',
  question,
  values: [...values],
});
const finished = (choice: number, path: State['answers']): State =>
  [...statesOn(path, context, choice, { ...begun, answers: path })].at(-1) as State;

const ends = [...sample(singlePaths(), 160), ...sample(pathsOfSeveral(), 30)].map((path, i) => finished(i, path));

/** Answers of a question other than the one given. */
function others(asked: Asked, state: State): readonly (readonly string[])[] {
  const given = state.answers.get(asked.id)?.join();
  const inOrder = [...state.answers];
  const { facts } = walk(new Map(inOrder.slice(0, [...state.answers.keys()].indexOf(asked.id))));
  const all = isQuestion(asked) || asked.id === 'danger' ? everyAnswer(asked, facts) : topics.map((topic) => [topic]);
  return sample(
    all.filter((values) => values.join() !== given),
    4,
  );
}

describe('changing an answer', { timeout: 60_000 }, () => {
  test('equals answering afresh: the same facts, the same next step, the same words', () => {
    for (const end of ends) {
      for (const asked of walk(end.answers).answered) {
        for (const values of others(asked, end)) {
          const changed = [{ type: 'reopen', question: asked.id } as const, answered(asked.id, values)].reduce(
            stateAfter,
            end,
          );
          const afresh = [...changed.answers].reduce<State>(
            (state, [id, given]) => stateAfter(state, answered(id, given)),
            {
              ...begun,
              places: changed.places,
              safe: changed.safe,
            },
          );
          expect([...changed.answers]).toEqual([...afresh.answers]);
          expect(walk(changed.answers).facts).toEqual(walk(afresh.answers).facts);
          expect(show({ show: 'step' }, changed, context, 'sent')).toEqual(
            show({ show: 'step' }, afresh, context, 'sent'),
          );
        }
      }
    }
  });

  test('to what it was changes nothing', () => {
    for (const end of ends)
      for (const [id, values] of end.answers) {
        const again = [{ type: 'reopen', question: id } as const, answered(id, values)].reduce(stateAfter, end);
        expect(stepOf(again, context)).toEqual(stepOf(end, context));
      }
  });

  test('shows the old answer, which stands until a new one is given', () => {
    for (const end of sample(ends, 60))
      for (const { id } of walk(end.answers).answered) {
        const open = stateAfter(end, { type: 'reopen', question: id });
        const [screen] = show({ show: 'step' }, open, context, 'sent').messages;
        expect(screen && plainText(screen)).toContain('Your answer until now: ');
        expect([...open.answers]).toEqual([...end.answers]);
      }
  });
});

describe('back', () => {
  test('takes the last answer alone: every earlier one stays', () => {
    for (const end of ends) {
      const left = [...walk(end.answers).answered].map(({ id }): string => id);
      let state: State = { ...end, places: new Map([...end.places].filter(([place]) => place === 'site')), safe: [] };
      while (left.length > 0) {
        left.pop();
        state = stateAfter(state, { type: 'back' });
        expect([...state.answers]).toEqual([...end.answers].filter(([id]) => left.includes(id)));
      }
      expect(stateAfter(state, { type: 'back' }).answers.size).toBe(0);
    }
  });

  test('and the same answer again comes to the same place', () => {
    for (const end of ends) {
      const last = walk(end.answers).answered.at(-1) as Asked;
      const state = { ...end, places: new Map([...end.places].filter(([place]) => place === 'site')), safe: [] };
      const again = [{ type: 'back' } as const, answered(last.id, end.answers.get(last.id) ?? [])].reduce(
        stateAfter,
        state,
      );
      expect([...again.answers]).toEqual([...end.answers]);
    }
  });

  test('while an answer is open again only closes it', () => {
    for (const end of sample(ends, 40)) {
      const open = stateAfter(end, { type: 'reopen', question: 'topics' });
      expect(stepOf(stateAfter(open, { type: 'back' }), context)).toEqual(stepOf(end, context));
    }
  });
});

describe('the text for the record', () => {
  const records = ends.map((end) => {
    const [screen] = show({ show: 'record' }, end, context, 'sent').messages;
    return screen ? plainText(screen) : '';
  });

  test('holds no name and no number of a person', () => {
    const people = example.sites.flatMap((site) => peopleOf(site));
    for (const text of records)
      for (const { name, phone } of people) for (const own of [name, phone]) expect(text).not.toContain(own);
  });

  test('has space to write by hand', () => {
    for (const text of records) for (const blank of record.blanks) expect(text).toContain(blank);
    for (const blank of record.blanks) expect(blank).toMatch(/: _{10,}$/);
  });

  test('has every answer, what is due, the day and the edition, and no web address', () => {
    ends.forEach((end, i) => {
      const text = records[i] ?? '';
      expect(text).toContain('Wednesday 25 November 2026, 10.30am');
      expect(text).toContain('v21, last updated Monday 9 September 2024, under review');
      expect(text).toMatch(/Tell (your safeguarding lead|only the people you picked|nobody where you work)/);
      expect(text.match(/^- .+\? \S/gm)?.length).toBeGreaterThanOrEqual(end.answers.size);
      expect(text).not.toMatch(/https?:/);
    });
  });
});
