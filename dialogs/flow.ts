/**
 * From answers to facts, and from facts to the next question. The answers are the state; the path is recomputed from
 * the start after every change, and answers off the new path are dropped.
 */
import { topics as allTopics, type Fact, type Facts, factValues, type Topic, type ValueOf } from '../rules/facts.ts';
import { withHandedOver } from '../rules/hand-over.ts';
import { onceFor } from './once.ts';
import { type Question, questions, shownOptions, valuesOf } from './questions.ts';

/** Question id to the values chosen, in the order answered. */
export type Answers = ReadonlyMap<string, readonly string[]>;

/** What is asked about the concern: `danger`, `topics`, or one of questions.ts. */
export type Asked = { readonly id: 'danger' } | { readonly id: 'topics' } | Question;

export interface Path {
  /** The facts that the answers on this path give. `topics` is empty until it is answered. */
  readonly facts: Facts;
  /** The questions answered on this path, in order. */
  readonly answered: readonly Asked[];
  /** The facts as they stood when each of them was put: its options may depend on them. */
  readonly before: ReadonlyMap<string, Facts>;
  /** The values that each of them offered, in one string: what "none of these" was said of. */
  readonly offered: ReadonlyMap<string, string>;
  /** What to ask next; nothing when the path is finished. */
  readonly next: Asked | undefined;
}

/** Walks the questions over the answers given so far; the same answers once. Answers are never changed in place. */
export const walk: (answers: Answers) => Path = onceFor((answers: Answers) => {
  const earlier = grownFrom.get(answers);
  return earlier ? walkOn(walk(earlier), answers) : walkOn(start, answers);
});

/** Answers that only say one thing more than these, to the question that came next: their walk goes on from there. */
const grownFrom = new WeakMap<Answers, Answers>();

/** Goes on from the question that comes next there. */
function walkOn(from: Path, answers: Answers): Path {
  const answered = [...from.answered];
  const before = new Map(from.before);
  const offered = new Map(from.offered);
  let { facts, next } = from;
  for (; next; next = nextOf(facts, offered)) {
    const values = answers.get(next.id);
    if (!values || !isAnswer(next, values, facts)) break;
    answered.push(next);
    before.set(next.id, facts);
    offered.set(next.id, isQuestion(next) ? valuesOf(next, facts).join() : '');
    const topics = before.has('topics') ? answers.get('topics') : [];
    facts = withHandedOver({ ...facts, ...told(next, values, facts), topics } as Facts);
  }
  return { facts, answered, before, offered, next };
}

/** The first that is still worth asking. An answer can open one that stands before it, by handing over to a topic. */
function nextOf(facts: Facts, answered: ReadonlyMap<string, string>): Asked | undefined {
  for (const question of everyQuestion) {
    if (answered.has(question.id)) continue;
    const asked = asPut(question, answered);
    if (!isQuestion(asked) || worthAsking(asked, facts)) return asked;
  }
  return undefined;
}

/** A doubt is about what its own list asked: what an earlier one has settled is not undone by leaving it unticked. */
function asPut(asked: Asked, offered: ReadonlyMap<string, string>): Asked {
  if (!isQuestion(asked) || asked.kind !== 'doubt') return asked;
  const own = offered.get(asked.about)?.split(',') ?? [];
  return { ...asked, options: asked.options.filter(({ fact }) => own.includes(fact)) };
}

const doubts = questions.filter(({ kind }) => kind === 'doubt');

/** A doubt is settled at once: until then it could hand over to a topic that nobody means. */
const everyQuestion: readonly Asked[] = [
  { id: 'danger' },
  { id: 'topics' },
  ...doubts,
  ...questions.filter(({ kind }) => kind !== 'doubt'),
];

const start: Path = {
  facts: { topics: [] },
  answered: [],
  before: new Map(),
  offered: new Map(),
  next: everyQuestion[0],
};

function worthAsking(question: Question, facts: Facts): boolean {
  if (question.kind === 'one' && facts[question.fact] !== undefined) return false;
  // One alone needs no question.
  if (question.kind === 'doubt') return shownOptions(question, facts).length > 1;
  return question.askWhen(facts) && valuesOf(question, facts).length > 0;
}

/** The answers that lie on the path, without those that a change has made irrelevant. */
export function pruned(answers: Answers): Answers {
  return new Map(walk(answers).answered.map(({ id }) => [id, answers.get(id) ?? []]));
}

/**
 * One more answer, or a changed one. What has left the path is dropped, and so is the answer to a list that now offers
 * other values: "none of these" was said of what the person saw.
 */
export function answer(answers: Answers, id: string, values: readonly string[]): Answers {
  const changed: Answers = new Map([...answers, [id, values]]);
  const before = walk(answers);
  if (before.next?.id === id) grownFrom.set(changed, answers);
  const after = walk(changed);
  const stands = (other: string) => other === id || before.offered.get(other) === after.offered.get(other);
  const ids = [...changed.keys()];
  const isPath = after.answered.length === ids.length && after.answered.every((asked, at) => asked.id === ids[at]);
  if (isPath && ids.every(stands)) return changed;
  return pruned(new Map([...changed].filter(([other]) => stands(other))));
}

/** The facts that the questions would ask for, where a missing fact counts as "not sure" once it is asked for. */
export function needed(known: Facts): readonly Fact[] {
  const asked: Fact[] = ['danger'];
  const done = new Map(['danger', 'topics', ...doubts.map(({ id }) => id)].map((id) => [id, '']));
  let facts = withHandedOver({ topics: known.topics, danger: known.danger ?? 'unsure' });
  for (let question = nextOf(facts, done); question && isQuestion(question); question = nextOf(facts, done)) {
    const names = question.kind === 'one' ? [question.fact] : shownOptions(question, facts);
    facts = withHandedOver({ ...facts, ...Object.fromEntries(names.map((fact) => [fact, known[fact] ?? 'unsure'])) });
    asked.push(...names);
    done.set(question.id, '');
  }
  return asked;
}

/** Whether these values are an answer to this question, as it stands on these facts. */
export function isAnswer(asked: Asked, values: readonly string[], facts: Facts): boolean {
  if (values.length === 0 || new Set(values).size !== values.length) return false;
  if (asked.id === 'danger') return values.length === 1 && isOneOf(factValues.danger, values);
  if (asked.id === 'topics') return isOneOf(allTopics, values);
  if (!isQuestion(asked)) return false;
  if (!isOneOf(valuesOf(asked, facts), values)) return false;
  return asked.kind === 'one' ? values.length === 1 : !(values.includes('none') && values.length > 1);
}

const isOneOf = (allowed: readonly string[], values: readonly string[]) =>
  values.every((value) => allowed.includes(value));

export function isQuestion(asked: Asked): asked is Question {
  return 'kind' in asked;
}

/** What an answer tells: the facts it sets. */
function told(asked: Asked, values: readonly string[], facts: Facts): Partial<Facts> {
  if (asked.id === 'danger') return { danger: values[0] as ValueOf<'danger'> };
  if (asked.id === 'topics') return { topics: values as Topic[] };
  const question = asked as Question;
  if (question.kind === 'one') return { [question.fact]: values[0] };
  const shown = shownOptions(question, facts);
  if (question.kind === 'doubt') {
    return values.includes('unknown') ? {} : setEach(shown, (fact) => (values.includes(fact) ? 'unsure' : 'no'));
  }
  const rest = values.includes('unknown') ? 'unsure' : 'no';
  return setEach(shown, (fact) => (values.includes(fact) ? 'yes' : rest));
}

function setEach(names: readonly Fact[], value: (fact: Fact) => 'yes' | 'no' | 'unsure'): Partial<Facts> {
  return Object.fromEntries(names.map((fact) => [fact, value(fact)]));
}

/** Which question this is. How many there will be is not known, so nothing is promised that could grow. */
export function position(answers: Answers): number {
  return walk(answers).answered.length + 1;
}
