/**
 * From answers to facts, and from facts to the next question. The answers are the state; the path is recomputed from
 * the start after every change, and answers off the new path are dropped.
 */
import { topics as allTopics, type Fact, type Facts, factValues, type Topic } from '../rules/facts.ts';
import { withHandedOver } from '../rules/hand-over.ts';
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
  /** The values that each of them offered, in one string: what "none of these" was said of. */
  readonly offered: ReadonlyMap<string, string>;
  /** What to ask next; nothing when the path is finished. */
  readonly next: Asked | undefined;
}

/** Walks the questions over the answers given so far; the same answers once. */
export function walk(answers: Answers): Path {
  const known = walked.get(answers) ?? walkAfresh(answers);
  walked.set(answers, known);
  return known;
}

/** Answers are never changed in place. */
const walked = new WeakMap<Answers, Path>();

function walkAfresh(answers: Answers): Path {
  const answered: Asked[] = [];
  const offered = new Map<string, string>();
  let facts: Facts = { topics: [] };
  for (let asked = nextOf(facts, offered); asked; asked = nextOf(facts, offered)) {
    const values = answers.get(asked.id);
    if (!values || !isAnswer(asked, values, facts)) return { facts, answered, offered, next: asked };
    answered.push(asked);
    offered.set(asked.id, isQuestion(asked) ? valuesOf(asked, facts).join() : '');
    facts = withHandedOver({ ...facts, ...told(asked, values, facts), topics: answers.get('topics') ?? [] } as Facts);
  }
  return { facts, answered, offered, next: undefined };
}

/** The first that is still worth asking. An answer can open one that stands before it, by handing over to a topic. */
function nextOf(facts: Facts, answered: ReadonlyMap<string, string>): Asked | undefined {
  return everyQuestion
    .filter(({ id }) => !answered.has(id))
    .map((asked) => asPut(asked, answered))
    .find((asked) => !isQuestion(asked) || worthAsking(asked, facts));
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
  const before = walk(answers).offered;
  const after = walk(changed).offered;
  const stands = (other: string) => other === id || before.get(other) === after.get(other);
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
  if (asked.id === 'danger') return { danger: values[0] as 'yes' | 'no' | 'unsure' };
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
