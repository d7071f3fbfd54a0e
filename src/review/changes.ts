/** What differs between two decisions, line by line, in the words of somebody who must say whether it may. */
import { verbWords } from '../../dialogs/words/answer.ts';
import { parentsIds } from '../../rules/ids.ts';
import type { Strength } from '../../rules/outcome.ts';
import { type DecisionLine, lineKey, nameOf, sayActor, sayDeadline, soon, textOf } from './lines.ts';

/** `weaker`: somebody could be told less, later or more loosely. */
export type Turn = 'weaker' | 'stronger' | 'other';

export interface LineChange {
  readonly turn: Turn;
  /** What matters most is smallest. */
  readonly grave: number;
  /** Of the line that changed, as keyOf gives it. */
  readonly key: string;
  /** Follows "these ways": "now also tell the LADO today". */
  readonly says: string;
}

/** Weaker first, the gravest first. */
export function changesBetween(before: readonly DecisionLine[], after: readonly DecisionLine[]): readonly LineChange[] {
  const was = new Map(before.map((line) => [lineKey(line), line]));
  const is = new Map(after.map((line) => [lineKey(line), line]));
  return [...new Set([...was.keys(), ...is.keys()])]
    .flatMap((key) => lineChanges(was.get(key), is.get(key)).map((change) => ({ ...change, key })))
    .toSorted(byGravity);
}

const turns: readonly Turn[] = ['weaker', 'stronger', 'other'];
export const byGravity = (a: LineChange, b: LineChange) =>
  turns.indexOf(a.turn) - turns.indexOf(b.turn) || a.grave - b.grave;

function lineChanges(
  before: DecisionLine | undefined,
  after: DecisionLine | undefined,
): readonly Omit<LineChange, 'key'>[] {
  if (before && after) return altered(before, after);
  if (before) return [{ turn: gone[before.kind], grave: graveOf(before), says: `no longer ${order(before)}` }];
  if (after) return [{ turn: come[after.kind], grave: graveOf(after), says: `now also ${order(after, true)}` }];
  return [];
}

const gone: Readonly<Record<DecisionLine['kind'], Turn>> = {
  duty: 'weaker',
  dont: 'weaker',
  do: 'weaker',
  parents: 'weaker',
  guard: 'weaker',
  next: 'weaker',
  notRequired: 'stronger',
  reassurance: 'stronger',
  seeAlso: 'other',
};
const come: Readonly<Record<DecisionLine['kind'], Turn>> = {
  duty: 'stronger',
  dont: 'stronger',
  do: 'stronger',
  parents: 'stronger',
  guard: 'stronger',
  next: 'stronger',
  notRequired: 'weaker',
  reassurance: 'weaker',
  seeAlso: 'other',
};

const bodies = ['emergency', 'police', 'childrens-social-care', 'lado', 'safeguarding-lead', 'fostering-service'];

/** A body outside before its advice, before what not to do, before what may be done. */
function graveOf({ kind, id, strength }: DecisionLine): number {
  if (kind === 'guard') return 1;
  if (kind === 'duty') {
    if (strength === 'may') return 30;
    return bodies.includes(id) ? bodies.indexOf(id) / 10 : 12;
  }
  return { dont: 10, do: 14, parents: 2, next: 16, notRequired: 18, reassurance: 17, seeAlso: 31 }[kind];
}

/** "tell the LADO today", "say “Do not look.”". */
function order(line: DecisionLine, withLimit = false): string {
  const limit = withLimit ? sayDeadline(line.deadline) : '';
  if (line.kind === 'guard') return 'keep it to the people whom the reporter picks';
  if (line.kind !== 'duty') return `say ${nameOf(line)}`;
  const may = line.strength === 'may' ? ' (they may)' : '';
  if (line.id === 'emergency') return `ring 999${line.inDoubt ? ' if nobody can say that they are safe' : ''}`;
  const body = /^(procedure|service):/.test(line.id) ? `say ${nameOf(line)}` : `tell ${nameOf(line)}`;
  return `${body}${limit ? ` ${limit}` : ''}${may}`;
}

const strengths: Readonly<Record<Strength, number>> = { must: 0, oneOf: 0, should: 1, may: 2 };

type Said = Pick<LineChange, 'turn' | 'says'>;

function altered(before: DecisionLine, after: DecisionLine): readonly Omit<LineChange, 'key'>[] {
  const grave = graveOf(before.strength === 'may' ? after : before) + 3;
  const found = [limit(before, after), verb(before, after), doubt(before, after), ofParents(before, after)];
  return [...found, actor(before, after), source(before, after)].flatMap((change) =>
    change ? [{ ...change, grave }] : [],
  );
}

const act = (line: DecisionLine) => (line.id === 'emergency' ? 'ring 999' : order({ ...line, strength: 'must' }));

function limit(before: DecisionLine, after: DecisionLine): Said | undefined {
  const later = soon(after.deadline) - soon(before.deadline);
  if (later === 0) return undefined;
  const [was, is] = [before, after].map(({ deadline }) => sayDeadline(deadline) || 'without a limit');
  return {
    turn: later > 0 ? 'weaker' : 'stronger',
    says: `${act(before)} ${is} instead of ${was}: ${later > 0 ? 'later' : 'sooner'}`,
  };
}

function verb(before: DecisionLine, after: DecisionLine): Said | undefined {
  const weaker = strengths[after.strength] - strengths[before.strength];
  if (weaker === 0) return undefined;
  const [was, is] = [before, after].map(({ strength }) => verbWords[strength]);
  return { turn: weaker > 0 ? 'weaker' : 'stronger', says: `${act(before)} with “${is}” instead of “${was}”` };
}

function doubt(before: DecisionLine, after: DecisionLine): Said | undefined {
  if (before.inDoubt === after.inDoubt || before.id !== 'emergency') return undefined;
  return after.inDoubt
    ? { turn: 'weaker', says: 'ring 999 only if nobody can say that they are safe' }
    : { turn: 'stronger', says: 'ring 999 at once, and not only in doubt' };
}

function ofParents(before: DecisionLine, after: DecisionLine): Said | undefined {
  if (before.kind !== 'parents' || before.id === after.id) return undefined;
  const [was = 0, is = 0] = [before, after].map(({ id }) => (parentsIds as readonly string[]).indexOf(id));
  const says = `say of the parents “${textOf('parents', after.id)}” instead of “${textOf('parents', before.id)}”`;
  return { turn: is < was ? 'weaker' : 'stronger', says };
}

function actor(before: DecisionLine, after: DecisionLine): Said | undefined {
  if (before.actor === after.actor) return undefined;
  const [was, is] = [before, after].map((line) => sayActor(line.actor));
  return { turn: 'other', says: `leave it to “${is}” instead of “${was}” to ${act(before)}` };
}

function source(before: DecisionLine, after: DecisionLine): Said | undefined {
  const of = ({ basis, limitBasis }: DecisionLine) => (basis === limitBasis ? basis : `${basis}, limit ${limitBasis}`);
  if (of(before) === of(after)) return undefined;
  const [was, is] = [before, after].map(({ limitBasis }) => ['chapter', 'follows'].includes(limitBasis));
  if (was && !is && before.kind === 'duty')
    return { turn: 'weaker', says: `${act(before)} by our limit, where it was the chapter’s` };
  return { turn: 'other', says: `${act(before)} as “${of(after)}” instead of “${of(before)}”` };
}
