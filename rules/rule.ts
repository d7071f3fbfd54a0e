/** The shape of a rule, and the short forms the topic files are written in. */
import type { Topic } from './facts.ts';
import type { DoId, DontId, NextId, NotRequiredId, ParentsId, ReadingId, ReassuranceId } from './ids.ts';
import type { Actor, Basis, Deadline, ParagraphId, ParentsStatus, Route, Source, Strength } from './outcome.ts';
import type { Condition } from './when.ts';

/** Advice of each kind, by the names it may have. */
export interface AdviceIds {
  readonly do: DoId;
  readonly dont: DontId;
  readonly notRequired: NotRequiredId;
  readonly reassurance: ReassuranceId;
  readonly seeAlso: ReadingId;
}
export type AdviceKind = keyof AdviceIds;

interface AdviceSaying<Kind extends AdviceKind> {
  readonly kind: Kind;
  readonly id: AdviceIds[Kind];
  readonly actor: Actor;
  readonly strength: Strength;
  /** Left unsaid when any rule makes one of these due. */
  readonly unlessDue?: readonly Route[];
  readonly from?: Partial<Source>;
}

/** One thing a rule says when it fires. */
export type RuleSaying =
  | {
      readonly kind: 'duty';
      readonly route: Route;
      readonly actor: Actor;
      readonly strength: Strength;
      readonly deadline: Deadline;
      readonly oneOf?: 'police-or-social-care';
      readonly from?: Partial<Source>;
    }
  | { readonly [Kind in AdviceKind]: AdviceSaying<Kind> }[AdviceKind]
  | {
      readonly kind: 'next';
      readonly id: NextId;
      readonly actor: Actor;
      readonly strength: Strength;
      readonly deadline: Deadline;
      readonly from?: Partial<Source>;
    }
  | {
      readonly kind: 'parents';
      readonly id: ParentsId;
      readonly status: ParentsStatus;
      readonly unlessDue?: readonly Route[];
      readonly from?: Partial<Source>;
    }
  | { readonly kind: 'goThrough'; readonly topic: Topic }
  /** Only people picked as safe may be told. */
  | { readonly kind: 'guard' };

/** A saying that another due route can make needless. */
type Unless = Extract<RuleSaying, { readonly unlessDue?: readonly Route[] }>;

/** One statement of the chapter, or one of practice's additions, as one sentence. */
export interface Rule {
  /** Topic and point, never a number. */
  readonly id: string;
  readonly when: Condition;
  /** Where what it says comes from, unless a saying names another source. */
  readonly basis: Basis;
  readonly cites: readonly ParagraphId[];
  readonly says: readonly RuleSaying[];
  /** Statements of the chapter (rules/data/statements.json) that this rule carries. */
  readonly encodes: readonly string[];
}

/** Every paragraph a rule rests on, its sayings' own sources included. */
export function citedBy(rule: Rule): readonly ParagraphId[] {
  const own = rule.says.flatMap((saying) => ('from' in saying ? (saying.from?.cites ?? []) : []));
  return [...new Set([...rule.cites, ...own])];
}

/** Raised for a source given on one saying: another basis, or other paragraphs than the rule's own. */
type From = Partial<Source>;

export const now: Deadline = { kind: 'now' };
export const today: Deadline = { kind: 'today', urgent: false };
export const todayUrgently: Deadline = { kind: 'today', urgent: true };
/** The chapter names no limit. "Today" beside it is ours. */
export const notStated: Deadline = { kind: 'notStated', precaution: 'today' };
export const noLimit: Deadline = { kind: 'notStated', precaution: 'none' };
export const withinWorkingDays = (days: number): Deadline => ({ kind: 'workingDays', days });

export const ours: From = { basis: 'ours' };
export const follows = (...cites: ParagraphId[]): From => ({ basis: 'follows', cites });
export const chapter = (...cites: ParagraphId[]): From => ({ basis: 'chapter', cites });

const source = (from: From | undefined) => (from ? { from } : {});

export function refer(
  route: Route,
  strength: Strength,
  deadline: Deadline,
  from?: From,
  actor: Actor = 'you',
): RuleSaying {
  return { kind: 'duty', route, actor, strength, deadline, ...source(from) };
}

/** Line 113's "Police and/or Children's Social Care": at least one, in doubt both. */
export function policeAndOrSocialCare(): readonly RuleSaying[] {
  const group = { kind: 'duty', strength: 'oneOf', deadline: todayUrgently, oneOf: 'police-or-social-care' } as const;
  return [
    { ...group, route: 'police', actor: 'you' },
    { ...group, route: 'childrens-social-care', actor: 'you' },
    ...withAnyReferral,
  ];
}

/** A referral to social care, and the procedure it is made by. */
export function referToSocialCare(strength: Strength, deadline: Deadline, from?: From): readonly RuleSaying[] {
  return [refer('childrens-social-care', strength, deadline, from), ...withAnyReferral];
}

export function police(strength: Strength, deadline: Deadline, from?: From): readonly RuleSaying[] {
  return [refer('police', strength, deadline, from), nobodyHasToAgree];
}

/** Advice instead of a referral: weaker, never later. */
export function socialCareAdvice(actor: Actor): RuleSaying {
  return refer('social-care-advice', 'should', today, ours, actor);
}

/** Due anyway: it gives the answer that makes it matter. */
export const leadToday: RuleSaying = refer('safeguarding-lead', 'must', today, ours);

/** Said with every referral: a parent who refuses, or a child who asks for secrecy, does not stop it. */
const nobodyHasToAgree: RuleSaying = doThis('nobody-has-to-agree', 'must', ours);

/**
 * What comes with every referral to social care: its procedure, what social care does next, and who else
 * has to hear of it where the child is in care or lives elsewhere.
 */
const withAnyReferral: readonly RuleSaying[] = [
  refer('procedure:making-a-referral', 'should', noLimit, chapter('p121')),
  next('strategy-discussion', 'socialCare', 'must', noLimit, chapter('p123')),
  nobodyHasToAgree,
  doThis('child-in-care', 'should', ours, 'lead'),
  doThis('child-elsewhere', 'should', ours, 'lead'),
];

export const mayReport = (route: Route, ...cites: ParagraphId[]): RuleSaying =>
  refer(route, 'may', noLimit, cites.length > 0 ? chapter(...cites) : ours);

export function doThis(id: DoId, strength: Strength = 'should', from?: From, actor: Actor = 'you'): Unless {
  return { kind: 'do', id, actor, strength, ...source(from) };
}

export function dont(id: DontId, strength: Strength = 'should', from?: From, actor: Actor = 'you'): Unless {
  return { kind: 'dont', id, actor, strength, ...source(from) };
}

export function next(id: NextId, actor: Actor, strength: Strength, deadline: Deadline, from?: From): RuleSaying {
  return { kind: 'next', id, actor, strength, deadline, ...source(from) };
}

export function parents(status: ParentsStatus, id: ParentsId, from?: From): Unless {
  return { kind: 'parents', status, id, ...source(from) };
}

export function notRequired(id: NotRequiredId, from?: From): Unless {
  return { kind: 'notRequired', id, actor: 'you', strength: 'may', ...source(from) };
}

export function reassure(id: ReassuranceId, from?: From): Unless {
  return { kind: 'reassurance', id, actor: 'police', strength: 'should', ...source(from) };
}

export function seeAlso(id: ReadingId, from?: From): Unless {
  return { kind: 'seeAlso', id, actor: 'you', strength: 'may', ...source(from) };
}

/** Said only while none of these routes is due. */
export function unlessDue(routes: readonly Route[], saying: Unless): Unless {
  return { ...saying, unlessDue: routes };
}

export const goThrough = (topic: Topic): RuleSaying => ({ kind: 'goThrough', topic });
export const guard: RuleSaying = { kind: 'guard' };

export function rule(id: string, parts: Omit<Rule, 'id' | 'basis'> & { readonly basis?: Basis }): Rule {
  return { basis: 'chapter', ...parts, id };
}
