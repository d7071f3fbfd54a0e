/**
 * Facts in, decision out. Every rule that fires counts: routes are united, the strongest strength and the earliest
 * deadline of each stand, each with its own source. Nothing is ever matched "first".
 */
import type { Facts, Topic } from './facts.ts';
import { parentsIds } from './ids.ts';
import type {
  Actor,
  Advice,
  Basis,
  Because,
  Deadline,
  Decision,
  Duty,
  NextStep,
  ParagraphId,
  Route,
  Source,
  Strength,
} from './outcome.ts';
import { peopleRoutes, procedureRoutes, serviceRoutes, strengths } from './outcome.ts';
import type { AdviceIds, AdviceKind, Rule, Saying } from './rule.ts';
import { rules as allRules } from './rules.ts';

/** A referral makes asking the same body for advice needless. */
const covers: Partial<Record<Route, Route>> = {
  'police-advice': 'police',
  'social-care-advice': 'childrens-social-care',
};

/** Smaller is sooner. "Not stated" counts as its precaution, after a limit that the chapter does state. */
export function soonness(deadline: Deadline): number {
  switch (deadline.kind) {
    case 'now':
      return 0;
    case 'today':
      return deadline.urgent ? 10 : 11;
    case 'notStated':
      return { now: 1, today: 12, none: 1000 }[deadline.precaution];
    case 'workingDays':
      return 20 + deadline.days;
  }
}

/** Smaller is sooner; a limit of the chapter's stands before the same day of ours, so that its own source is named. */
function dueRank(deadline: Deadline, basis: Basis): number {
  const ours = basis === 'ours' || basis === 'local';
  return deadline.kind === 'today' && ours ? 11.5 : soonness(deadline);
}

/** Smaller is stronger. */
export const strengthRank = (strength: Strength): number => strengths.indexOf(strength);

const bases: readonly Basis[] = ['chapter', 'follows', 'local', 'ours'];
const basisRank = (basis: Basis): number => bases.indexOf(basis);
const routes: readonly Route[] = [...peopleRoutes, ...procedureRoutes, ...serviceRoutes];
const routeRank = (route: Route): number => routes.indexOf(route);

interface Fired {
  readonly saying: Saying;
  readonly source: Source;
  readonly because: readonly Because[];
  readonly rule: string;
}

/** Decides one concern. Pure: the same facts give the same decision. A missing fact reads as "not sure". */
export function decide(facts: Facts, rules: readonly Rule[] = allRules): Decision {
  const firing = rules.filter((rule) => rule.when.holds(facts));
  const fired = firing.flatMap((rule) => sayingsOf(rule, facts));
  const duties = mergeDuties(fired);
  const due = new Set(duties.filter((duty) => duty.strength !== 'may').map((duty) => duty.route));
  const said = fired.filter(
    ({ saying }) => !('unlessDue' in saying && saying.unlessDue?.some((route) => due.has(route))),
  );

  return {
    duties,
    dos: mergeAdvice(said, 'do'),
    donts: mergeAdvice(said, 'dont'),
    parents: mergeParents(said),
    guarded: said.some(({ saying }) => saying.kind === 'guard'),
    next: mergeNext(said),
    notRequired: mergeAdvice(said, 'notRequired'),
    reassurance: mergeAdvice(said, 'reassurance'),
    alsoGoThrough: unique(
      said.flatMap(({ saying }): Topic[] =>
        saying.kind === 'goThrough' && !facts.topics.includes(saying.topic) ? [saying.topic] : [],
      ),
    ),
    seeAlso: mergeAdvice(said, 'seeAlso'),
    rules: firing.map((rule) => rule.id),
  };
}

function sayingsOf(rule: Rule, facts: Facts): readonly Fired[] {
  const because = rule.when.because(facts);
  return sourced(rule).map(({ saying, source }) => ({ saying, source, because, rule: rule.id }));
}

/** What a rule says, each with its source: worked out once, since a rule never changes. */
function sourced(rule: Rule): readonly Pick<Fired, 'saying' | 'source'>[] {
  const known = sources.get(rule) ?? rule.says.map((saying) => ({ saying, source: sourceOf(saying, rule) }));
  sources.set(rule, known);
  return known;
}
const sources = new WeakMap<Rule, readonly Pick<Fired, 'saying' | 'source'>[]>();

function sourceOf(saying: Saying, rule: Rule): Source {
  const from = 'from' in saying ? saying.from : undefined;
  return { basis: from?.basis ?? rule.basis, cites: from?.cites ?? (from?.basis === 'ours' ? [] : rule.cites) };
}

type DutySaying = Extract<Saying, { kind: 'duty' }>;

function mergeDuties(fired: readonly Fired[]): readonly Duty[] {
  const byRoute = Map.groupBy(
    fired.filter((f): f is Fired & { saying: DutySaying } => f.saying.kind === 'duty'),
    (f) => f.saying.route,
  );
  return [...byRoute.entries()]
    .filter(([route]) => !(covers[route] && byRoute.has(covers[route])))
    .map(([route, parts]) => {
      const strongest = best(parts, (f) => strengthRank(f.saying.strength));
      const soonest = best(parts, (f) => dueRank(f.saying.deadline, f.source.basis));
      const urgent = parts.some(({ saying: { deadline } }) => deadline.kind === 'today' && deadline.urgent);
      const group = parts.find((f) => f.saying.oneOf)?.saying.oneOf;
      return {
        route,
        actor: parts.some((f) => f.saying.actor === 'you') ? ('you' as const) : strongest.saying.actor,
        strength: strongest.saying.strength,
        strengthFrom: strongest.source,
        deadline:
          soonest.saying.deadline.kind === 'today' ? { kind: 'today' as const, urgent } : soonest.saying.deadline,
        deadlineFrom: soonest.source,
        ...(group ? { oneOf: group } : {}),
        ...reasons(parts),
      };
    })
    .toSorted(
      (a, b) =>
        soonness(a.deadline) - soonness(b.deadline) ||
        strengthRank(a.strength) - strengthRank(b.strength) ||
        routeRank(a.route) - routeRank(b.route),
    );
}

/** Saying something by a name, as somebody's part. */
type Named<Id extends string> = Fired & {
  readonly saying: { readonly id: Id; readonly actor: Actor; readonly strength: Strength };
};

function mergeAdvice<Kind extends AdviceKind>(fired: readonly Fired[], kind: Kind): readonly Advice<AdviceIds[Kind]>[] {
  const said = fired.filter((f): f is Named<AdviceIds[Kind]> => f.saying.kind === kind);
  return [...Map.groupBy(said, (f) => f.saying.id).values()].map(adviceOf);
}

function adviceOf<Id extends string>(parts: readonly Named<Id>[]): Advice<Id> {
  const strongest = best(parts, (f) => strengthRank(f.saying.strength));
  const { id, actor, strength } = strongest.saying;
  return { id, actor, strength, from: strongest.source, ...reasons(parts) };
}

function mergeNext(fired: readonly Fired[]): readonly NextStep[] {
  const said = fired.filter(
    (f): f is Fired & { saying: Extract<Saying, { kind: 'next' }> } => f.saying.kind === 'next',
  );
  return [...Map.groupBy(said, (f) => f.saying.id).values()]
    .map((parts) => {
      const soonest = best(parts, (f) => soonness(f.saying.deadline));
      return { ...adviceOf(parts), deadline: soonest.saying.deadline };
    })
    .toSorted((a, b) => soonness(a.deadline) - soonness(b.deadline));
}

function mergeParents(fired: readonly Fired[]): Decision['parents'] {
  const said = fired.filter(
    (f): f is Fired & { saying: Extract<Saying, { kind: 'parents' }> } => f.saying.kind === 'parents',
  );
  const winner = best(said, (f) => -parentsIds.indexOf(f.saying.id));
  const { id, status } = winner.saying;
  const parts = said.filter((f) => f.saying.id === id);
  return { id, status, actor: 'lead', strength: 'should', from: winner.source, ...reasons(parts) };
}

/** The part that ranks first, then closest to the chapter; equals pool their citations, so that order never matters. */
function best<F extends Fired>(parts: readonly F[], rank: (part: F) => number): F {
  const leading = least(parts, rank);
  const equals = least(leading, (part) => basisRank(part.source.basis));
  const [winner] = equals;
  if (!winner) throw new Error('Nothing to choose from: no rule says this');
  if (equals.length === 1 && winner.source.cites.length < 2) return winner;
  const cites = unique(equals.flatMap((part) => part.source.cites)).toSorted(byLine);
  return { ...winner, source: { basis: winner.source.basis, cites } };
}

function least<F>(parts: readonly F[], rank: (part: F) => number): readonly F[] {
  if (parts.length < 2) return parts;
  const ranks = parts.map(rank);
  const first = Math.min(...ranks);
  return parts.filter((_, i) => ranks[i] === first);
}

const byLine = (a: ParagraphId, b: ParagraphId): number => Number(a.slice(1)) - Number(b.slice(1));

function reasons(parts: readonly Fired[]): { because: readonly Because[]; rules: readonly string[] } {
  return { because: unique(parts.flatMap((f) => f.because)), rules: unique(parts.map((f) => f.rule)) };
}

const unique = <T>(items: readonly T[]): T[] => [...new Set(items)];
