/** A rule's condition in the words of the questions that feed it. */
import { type Question, questions } from '../../dialogs/questions.ts';
import { type QuestionWords, questionWords } from '../../dialogs/words/questions.ts';
import { type Fact, factValues, type Setting } from '../../rules/facts.ts';
import * as imagery from '../../rules/imagery.ts';
import type { Condition, Shape } from '../../rules/when.ts';
import * as who from '../../rules/who.ts';

/** One answer that may hold, or several joined. */
export type ToldCondition =
  | { readonly one: string }
  /** What several answers come to; `named` says which. */
  | { readonly named: string }
  | { readonly joined: 'all of these' | 'any of these' | 'none of these'; readonly parts: readonly ToldCondition[] };

const words: Readonly<Record<string, QuestionWords>> = questionWords;

export interface FactWords {
  /** As the card asks it: a question of its own, or a box to tick. */
  readonly asks: string;
  readonly isBox: boolean;
  /** Questions that set it. */
  readonly questions: readonly string[];
  readonly says: (value: string) => string;
}

const boxSays: Readonly<Record<string, string>> = { yes: 'ticked', no: 'not ticked', unsure: 'in doubt' };

/** How a fact is asked. */
export function factWords(fact: Fact): FactWords {
  const setBy = questions.filter((question) => factsSetBy(question).includes(fact)).map(({ id }) => id as string);
  const own = fact === 'danger' ? words.danger : questions.some(({ id }) => id === fact) ? words[fact] : undefined;
  if (own) {
    const asked = [...new Set(fact === 'danger' ? ['danger', ...setBy] : setBy)];
    return { asks: own.ask, isBox: false, questions: asked, says: (value) => own.options[value]?.label ?? value };
  }
  const label = setBy.map((id) => words[id]?.options[fact]?.label).find((each) => each !== undefined) ?? fact;
  return { asks: label, isBox: true, questions: setBy, says: (value) => boxSays[value] ?? value };
}

const factsSetBy = (question: Question): readonly Fact[] =>
  question.kind === 'one' ? [question.fact] : question.options.map(({ fact }) => fact as Fact);

const topicLabel = (topic: string) => words.topics?.options[topic]?.label ?? topic;
const settingWords: Readonly<Record<Setting, string>> = {
  school: 'a school',
  socialCare: "children's social care",
  youthWork: 'youth work',
  fostering: 'fostering',
  other: 'another place',
};

/**
 * What several answers come to, in the words of those who work with it. The rules have it once, under one name; another
 * version may lack one, and then its answers are told instead.
 */
const names: Readonly<Record<string, string>> = {
  trigger: 'One of the five triggers of lines 115 to 119',
  pictureByAdult: 'An adult may have asked for, made, got or shared the picture',
  adultImages: 'The adult may have sexual pictures of children',
  adultContact: 'An adult may be in touch with a child: grooming, messages, threats',
  anyAdult: 'An adult is part of it',
  nearChildren: 'The adult may be near children',
  mayBeKnown: 'The adult may be known in real life',
  strangerContradicted: '“A stranger” was said, and the adult may be near children',
  strangerOutweighed: '“A stranger” was said, and another answer outweighs it',
  strangerOnline: 'The adult is a stranger met only online',
  strangerTwice: 'Twice said to be met only online, although near children',
  imagesOfKnownChild: 'The pictures may show a child whom the adult knows',
  imagesAndContact: 'Sexual pictures, and any contact with children',
  imagesOfKnownAdult: 'Sexual pictures, and the adult may be known',
  pictureInIt: 'A picture or video is part of it',
  mayLiveWithChild: 'The adult may live with the child or fetch them',
  staffConduct: 'It is about how an adult who works with children behaves',
  sideWithoutAdult: 'A side of the concern that is not about an adult',
  sideOfNobodyKnown: 'A side of it where nobody has yet asked who is behind it',
};

const isCondition = (each: unknown): each is Condition =>
  typeof each === 'object' && each !== null && 'shape' in each && 'holds' in each;
const exported: Readonly<Record<string, unknown>> = { ...imagery, ...who };
const named: ReadonlyMap<Shape, string> = new Map(
  Object.entries(names).flatMap(([name, says]) => {
    const condition = exported[name];
    return isCondition(condition) ? [[condition.shape, says] as const] : [];
  }),
);

/** It has a name of its own, and is told apart. */
export const isNamed = (shape: Shape): boolean => named.has(shape);

/** What each of them means, in the order above. */
export function definitions(): readonly { readonly name: string; readonly means: ToldCondition }[] {
  return [...named].map(([shape, name]) => ({ name, means: toldInFull(shape) }));
}

/** "always" where nothing is asked. */
export function sayCondition({ shape }: Condition): ToldCondition {
  return told(shape);
}

function told(shape: Shape): ToldCondition {
  const name = named.get(shape);
  return name === undefined ? toldInFull(shape) : { named: name };
}

function toldInFull(shape: Shape): ToldCondition {
  if ('fact' in shape) return { one: sayFact(shape.fact, shape.values) };
  if ('topics' in shape) return { one: `It is about: ${shape.topics.map(topicLabel).join(' — or: ')}` };
  if ('settings' in shape)
    return { one: `The place of work is ${shape.settings.map((each) => settingWords[each]).join(' or ')}` };
  if ('not' in shape) return { joined: 'none of these', parts: [told(shape.not)] };
  const all = 'all' in shape;
  const parts = flat('all' in shape ? shape.all : shape.any, all ? 'all' : 'any').map(told);
  if (parts.length === 0) return { one: 'Always' };
  const [only] = parts;
  return only && parts.length === 1 ? only : { joined: all ? 'all of these' : 'any of these', parts };
}

/** All within all, and any within any, are one list. */
function flat(shapes: readonly Shape[], kind: 'all' | 'any'): readonly Shape[] {
  return shapes.flatMap((shape) =>
    named.has(shape)
      ? [shape]
      : kind === 'all' && 'all' in shape
        ? flat(shape.all, kind)
        : kind === 'any' && 'any' in shape
          ? flat(shape.any, kind)
          : [shape],
  );
}

export function sayFact(fact: Fact, values: readonly string[]): string {
  const { asks, isBox, says } = factWords(fact);
  const which = values.map(says);
  const all: readonly string[] = factValues[fact];
  if (values.length === all.length) return `“${asks}”: whatever was answered`;
  return isBox ? `“${asks}” is ${which.join(' or ')}` : `“${asks}” Answer: ${which.join(' or ')}`;
}

/** On one line, for comparing and for text. */
export function sayInline(one: ToldCondition): string {
  if ('one' in one) return one.one;
  if ('named' in one) return one.named;
  return `${one.joined} (${one.parts.map(sayInline).join('; ')})`;
}

/** What an answer to a question is called. */
export function sayAnswer(question: string, values: readonly string[]): string {
  return values.map((value) => words[question]?.options[value]?.label ?? value).join(' + ');
}
export const sayQuestion = (question: string): string => words[question]?.ask ?? question;
export const sayTopic = topicLabel;
