/** What the rules can say. Words live in dialogs/words; here are only ids, so that rules stay logic. */
import type { Fact } from './facts.ts';
import type { DoId, DontId, LocalId, NextId, NotRequiredId, ParentsId, ReadingId, ReassuranceId } from './ids.ts';

/** Who acts on a line. */
export type Actor = 'you' | 'lead' | 'socialCare' | 'police' | 'lado';

/** The chapter's own verb class. `oneOf`: at least one of the routes of its group; in doubt all of them. */
export const strengths = ['must', 'oneOf', 'should', 'may'] as const;
export type Strength = (typeof strengths)[number];

/** Where a statement comes from: the chapter says it / it follows from a cited line / we add it / a local rule adds it. */
export type Basis = 'chapter' | 'follows' | 'ours' | 'local';

/** A paragraph of the chapter: `p` and its line in the edition on record. chapter.ts resolves it. */
export type ParagraphId = `p${number}`;

export interface Source {
  readonly basis: Basis;
  readonly cites: readonly ParagraphId[];
}

/**
 * By when. `today` is the calendar day of the report in Europe/London. `notStated`: the chapter sets no limit;
 * `precaution` is then ours, shown beside it as ours. `workingDays` count from the day after the report.
 */
export type Deadline =
  | { readonly kind: 'now' }
  | { readonly kind: 'today'; readonly urgent: boolean }
  | { readonly kind: 'workingDays'; readonly days: number }
  | { readonly kind: 'notStated'; readonly precaution: 'now' | 'today' | 'none' };

/** Where a concern goes: people and bodies, then procedures, then services that take reports or give advice. */
export const peopleRoutes = [
  'emergency',
  'safeguarding-lead',
  'police',
  'childrens-social-care',
  'lado',
  'fostering-service',
  'police-advice',
  'social-care-advice',
] as const;
export const procedureRoutes = [
  'procedure:making-a-referral',
  'procedure:exploitation',
  'procedure:allegations',
  'procedure:risk-to-others',
  'procedure:managing-individuals',
  'procedure:radicalisation',
  'procedure:domestic-abuse',
] as const;
export const serviceRoutes = [
  'service:papyrus',
  'service:samaritans',
  'service:childline',
  'service:shout',
  'service:beat',
  'service:domestic-abuse-helpline',
  'service:mens-advice-line',
  'service:ceop',
  'service:iwf',
  'service:report-remove',
  'service:report-harmful-content',
  'service:act',
  'service:platform',
  'service:posh',
  'service:stop-it-now',
  'service:prevent',
] as const;
export type PeopleRoute = (typeof peopleRoutes)[number];
export type ProcedureRoute = (typeof procedureRoutes)[number];
export type ServiceRoute = (typeof serviceRoutes)[number];
export type Route = PeopleRoute | ProcedureRoute | ServiceRoute;

/** One answer that made a line apply. `precaution`: it counts only because the answer was "not sure". */
export interface Because {
  readonly fact: Fact | 'topics';
  readonly value: string;
  readonly precaution: boolean;
}

/** One thing due: who tells whom, how strongly, by when, and where each of those comes from. */
export interface Duty {
  readonly route: Route;
  readonly actor: Actor;
  readonly strength: Strength;
  readonly strengthFrom: Source;
  readonly deadline: Deadline;
  readonly deadlineFrom: Source;
  /** Routes that share a group are alternatives: at least one is required. */
  readonly oneOf?: 'police-or-social-care';
  readonly because: readonly Because[];
  readonly rules: readonly string[];
}

/** Something to do, not to do, or to know that is not itself a route. `id` is the key of its words. */
export interface Advice<Id extends string = string> {
  readonly id: Id;
  readonly actor: Actor;
  readonly strength: Strength;
  readonly from: Source;
  readonly because: readonly Because[];
  readonly rules: readonly string[];
}

/** An organisation's own do or don't. It carries its own words, and says where they come from. */
export interface LocalAdvice extends Advice<LocalId> {
  readonly text: string;
  readonly source: string;
}

/** What others do next, so that nobody takes their limit for the reporter's. */
export interface NextStep extends Advice<NextId> {
  readonly deadline: Deadline;
}

/** Exactly one holds in every decision. */
export type ParentsStatus = 'involve' | 'hold' | 'tell-nobody';

export interface Decision {
  /** Due routes, worst first. */
  readonly duties: readonly Duty[];
  readonly dos: readonly (Advice<DoId> | LocalAdvice)[];
  readonly donts: readonly (Advice<DontId> | LocalAdvice)[];
  readonly parents: Advice<ParentsId> & { readonly status: ParentsStatus };
  /** Only people picked as safe may learn of it: somebody who could be told may be part of it (line 153). */
  readonly guarded: boolean;
  readonly next: readonly NextStep[];
  /** What the chapter does not require on these answers, and why; only where leaving it out would do harm. */
  readonly notRequired: readonly Advice<NotRequiredId>[];
  /** Reassurance is rare: five clear "no", not passed on, nobody under 13. */
  readonly reassurance: readonly Advice<ReassuranceId>[];
  /** Guidance worth reading, by service id. */
  readonly seeAlso: readonly Advice<ReadingId>[];
  readonly rules: readonly string[];
}
