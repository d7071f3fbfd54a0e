/** The lines of a decision, and of a rule, as a reader without code meets them: what, who, how strongly, by when, from where. */
import { actorWords } from '../../dialogs/words/answer.ts';
import * as said from '../../dialogs/words/decision.ts';
import type { Actor, Advice, Basis, Deadline, Decision, ParagraphId, Source, Strength } from '../../rules/outcome.ts';
import type { Rule, RuleSaying } from '../../rules/rule.ts';

export const lineKinds = [
  'duty',
  'dont',
  'do',
  'parents',
  'guard',
  'next',
  'notRequired',
  'reassurance',
  'seeAlso',
] as const;
export type LineKind = (typeof lineKinds)[number];

export interface DecisionLine {
  readonly kind: LineKind;
  /** A route, or the id of advice. Of parents and the guard there is one line, and here is what it says. */
  readonly id: string;
  readonly text: string;
  readonly actor: Actor;
  readonly strength: Strength;
  readonly deadline: Deadline;
  readonly basis: Basis;
  /** Whose limit it is. */
  readonly limitBasis: Basis;
  readonly cites: readonly ParagraphId[];
  /** It holds only because of an answer "not sure". */
  readonly inDoubt?: true;
}

/** The same line in two versions has the same key, whatever it says of it. */
export const lineKey = ({ kind, id }: Pick<DecisionLine, 'kind' | 'id'>): string =>
  kind === 'parents' || kind === 'guard' ? kind : `${kind} ${id}`;

const noLimit: Deadline = { kind: 'notStated', precaution: 'none' };

export function decisionLines(decision: Decision): readonly DecisionLine[] {
  const advice = (kind: LineKind, all: readonly Advice[]): readonly DecisionLine[] =>
    all.map(({ id, actor, strength, from }) => lineOf(kind, id, { actor, strength }, from));
  return [
    ...decision.duties.map((duty): DecisionLine => {
      const { route, actor, strength, strengthFrom, deadline, deadlineFrom, because } = duty;
      const line = lineOf('duty', route, { actor, strength, deadline }, strengthFrom, deadlineFrom);
      const inDoubt = because.length > 0 && because.every(({ precaution }) => precaution);
      return inDoubt ? { ...line, inDoubt } : line;
    }),
    ...advice('dont', decision.donts),
    ...advice('do', decision.dos),
    ...advice('parents', [decision.parents]),
    ...(decision.guarded ? [guardLine('ours')] : []),
    ...decision.next.map(({ id, actor, strength, deadline, from }) =>
      lineOf('next', id, { actor, strength, deadline }, from),
    ),
    ...advice('notRequired', decision.notRequired),
    ...advice('reassurance', decision.reassurance),
    ...advice('seeAlso', decision.seeAlso),
  ];
}

/** What one rule says by itself, in its order. */
export function saidByRule(rule: Rule): readonly DecisionLine[] {
  return rule.says.flatMap((saying): readonly DecisionLine[] => {
    const from = sourceOf(saying, rule);
    switch (saying.kind) {
      case 'duty':
        return [lineOf('duty', saying.route, saying, from)];
      case 'parents':
        return [lineOf('parents', saying.id, { actor: 'lead', strength: 'should' }, from)];
      case 'guard':
        return [guardLine(from.basis)];
      case 'goThrough':
        return [];
      default:
        return [lineOf(saying.kind, saying.id, saying, from)];
    }
  });
}

function sourceOf(saying: RuleSaying, rule: Rule): Source {
  const from = 'from' in saying ? saying.from : undefined;
  return {
    basis: from?.basis ?? rule.basis,
    cites: from?.cites ?? (from?.basis === 'ours' ? [] : rule.cites),
  };
}

function lineOf(
  kind: LineKind,
  id: string,
  how: { readonly actor: Actor; readonly strength: Strength; readonly deadline?: Deadline },
  { basis, cites }: Source,
  limit: Source = { basis, cites },
): DecisionLine {
  const { actor, strength, deadline = noLimit } = how;
  return { kind, id, text: textOf(kind, id), actor, strength, deadline, basis, limitBasis: limit.basis, cites };
}

const guardLine = (basis: Basis): DecisionLine => ({
  kind: 'guard',
  id: 'guard',
  text: 'Only people whom the reporter picks as safe are told. Until then: nobody.',
  actor: 'you',
  strength: 'must',
  deadline: noLimit,
  basis,
  limitBasis: basis,
  cites: [],
});

/** Its words, as the card has them; its own name where another version has none. */
export function textOf(kind: LineKind, id: string): string {
  if (kind === 'duty') return orders[id]?.order ?? id;
  const words = wordsOf[kind];
  return words?.[id] ?? (kind === 'seeAlso' ? `To read: ${id}` : id);
}

type Words = Readonly<Record<string, string>>;
const orders: Readonly<Record<string, { readonly order: string }>> = said.routeWords;
const wordsOf: Readonly<Partial<Record<LineKind, Words>>> = {
  do: said.doWords,
  dont: said.dontWords,
  parents: said.parentsWords,
  next: said.nextWords,
  notRequired: said.notRequiredWords,
  reassurance: said.reassuranceWords,
};

/** "now", "today, urgently", "today (our limit)", "in 5 working days"; empty without a limit. */
export function sayDeadline(deadline: Deadline): string {
  switch (deadline.kind) {
    case 'now':
      return 'now';
    case 'today':
      return deadline.urgent ? 'today, urgently' : 'today';
    case 'workingDays':
      return `within ${deadline.days} working days`;
    case 'notStated':
      return deadline.precaution === 'none' ? '' : `${deadline.precaution} (our limit)`;
  }
}

/** As a person feels it, whoever set the limit: smaller is sooner. */
export function soon(deadline: Deadline): number {
  switch (deadline.kind) {
    case 'now':
      return 0;
    case 'today':
      return deadline.urgent ? 1 : 2;
    case 'workingDays':
      return 10 + deadline.days;
    case 'notStated':
      return { now: 0, today: 2, none: 1000 }[deadline.precaution];
  }
}

/** How a body or an act is named in a heading: "the police", "999", "the IWF". */
export function nameOf({ kind, id, text }: Pick<DecisionLine, 'kind' | 'id' | 'text'>): string {
  if (kind !== 'duty') return `“${text.replace(/\.$/, '')}”`;
  if (id === 'emergency') return '999';
  const names: Words = said.routeNames;
  return names[id] ?? `“${text}”`;
}

export const sayActor = (actor: Actor): string => actorWords[actor];
