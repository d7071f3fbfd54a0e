/** By when the plan is to be done: now, or today by a time at which people can still be reached. */

import { dueBy } from '../../rules/deadlines.ts';
import { nationOf, siteOf } from '../../rules/local.ts';
import { dayOf } from '../../rules/london.ts';
import { soonness } from '../../rules/ranks.ts';
import type { Context, Outcome } from '../steps.ts';
import { callsDue, peopleToRing } from './calls.ts';

export type PlanTime =
  /** `minutes`: what is left until midnight; nothing where the clock is not known. */
  | { readonly kind: 'now'; readonly minutes?: number }
  /** `by`: when the first of those to be rung goes; nothing where nobody does before midnight. */
  | { readonly kind: 'today'; readonly by?: Date; readonly minutes?: number };

export function timeOf(outcome: Outcome, context: Context): PlanTime {
  const { duties } = outcome.decision;
  const people = duties.filter(({ route, strength }) => strength !== 'may' && !route.includes(':'));
  const soonest = Math.min(...people.map(({ deadline }) => soonness(deadline)));
  const minutes = minutesLeft(outcome, context);
  const left = minutes === undefined ? {} : { minutes };
  if (soonest <= 10) return { kind: 'now', ...left };
  const by = closing(outcome, context);
  return { kind: 'today', ...left, ...(by ? { by } : {}) };
}

/** How long the first is waited for; near midnight only what is left. */
export function minutesToWait({ kind, minutes }: PlanTime, { organisation }: Context): number {
  const { nowMinutes, todayMinutes } = organisation.escalation;
  const wait = kind === 'now' ? Math.min(10, nowMinutes) : todayMinutes;
  return Math.max(1, Math.min(wait, minutes ?? wait));
}

function closing(outcome: Outcome, context: Context): Date | undefined {
  const people = peopleToRing(outcome, context);
  const lines = [...people.slice(0, 1), ...callsDue(outcome, context).map(({ contact }) => contact)];
  const today = dayOf(context.now);
  return lines
    .flatMap(({ closes }) => (closes && dayOf(closes) === today ? [closes] : []))
    .toSorted((a, b) => a.getTime() - b.getTime())[0];
}

function minutesLeft({ place }: Outcome, { organisation, now, calendar }: Context): number | undefined {
  const nation = nationOf(organisation, siteOf(organisation, place.site));
  const due = dueBy({ kind: 'today', urgent: false }, now, nation, calendar);
  return due.kind === 'today' ? due.minutesLeft : undefined;
}
