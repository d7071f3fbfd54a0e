/** Every way through the questions: every answer to each of them, and every finished path. */
import { type Answers, type Asked, answer, isQuestion, walk } from '../../dialogs/flow.ts';
import { valuesOf } from '../../dialogs/questions.ts';
import { type Facts, factValues, type Topic } from '../../rules/facts.ts';

/**
 * Every answer a question takes. A tick list takes every set of ticks (of a long one: one, two or all), "none", and
 * "unknown" alone or beside one tick or all; a list of doubts one, all or "cannot tell".
 */
export function everyAnswer(asked: Asked, facts: Facts): readonly (readonly string[])[] {
  if (!isQuestion(asked)) return asked.id === 'danger' ? factValues.danger.map((value) => [value]) : [];
  const values = valuesOf(asked, facts);
  if (asked.kind === 'one') return values.map((value) => [value]);
  const options = values.filter((value) => value !== 'none' && value !== 'unknown');
  const upTo = (most: number) => subsets(options).filter((set) => set.length <= most || set.length === options.length);
  const some = upTo(options.length > 4 ? 2 : options.length).filter((set) => set.length > 0);
  return asked.kind === 'doubt'
    ? [...upTo(1).filter((set) => set.length > 0), ['unknown']]
    : [...some, ['none'], ...upTo(1).map((set) => [...set, 'unknown'])];
}

export function subsets<T>(items: readonly T[]): T[][] {
  return items.reduce<T[][]>((sets, item) => sets.concat(sets.map((set) => [...set, item])), [[]]);
}

/**
 * Every finished path of these topics. Where an answer hands over to one more topic, one answer is followed each time, in
 * turn: those questions have the paths of their own topic. So is it with `colleague`, the last: what it says depends on
 * no other answer.
 *
 * @param colleague the one answer to follow there instead.
 */
export function* finishedPaths(topics: readonly Topic[], colleague?: 'yes' | 'no' | 'unsure'): Generator<Answers> {
  let turn = 0;
  yield* from(new Map());

  function* from(answers: Answers): Generator<Answers> {
    const { facts, next } = walk(answers);
    if (!next) {
      yield answers;
      return;
    }
    const all = next.id === 'topics' ? [topics] : everyAnswer(next, facts);
    const handedOver = facts.topics.length > topics.length && !('kind' in next && next.kind === 'doubt');
    const inTurn = () => [all[turn++ % all.length] as readonly string[]];
    const last = next.id === 'colleague';
    // Danger to an adult alone opens no question that "no" does not: one way through each topic is followed.
    const asNo = facts.danger === 'onlyAdult' && next.id !== 'topics';
    const choices = last && colleague ? [[colleague]] : last || handedOver || asNo ? inTurn() : all;
    for (const choice of choices) yield* from(answer(answers, next.id, choice));
  }
}
