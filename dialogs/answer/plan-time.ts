/** By when the plan is to be done: now, or today by a time at which people can still be reached. */

import { dueBy } from '../../rules/deadlines.ts';
import { nationOf, siteOf } from '../../rules/local.ts';
import { isNeededNow } from '../../rules/needed-now.ts';
import { minutesInDanger } from '../../rules/waiting.ts';
import type { Context, Outcome } from '../steps.ts';
import { todayBy } from './today.ts';

export type PlanTime =
  /** `minutes`: what is left until midnight; nothing where the clock is not known. */
  | { readonly kind: 'now'; readonly minutes?: number }
  /** `by`: nothing where the clock is not known. */
  | { readonly kind: 'today'; readonly by?: Date; readonly minutes?: number };

export function timeOf(outcome: Outcome, context: Context): PlanTime {
  const minutes = minutesLeft(outcome, context);
  const left = minutes === undefined ? {} : { minutes };
  if (isNeededNow(outcome.decision)) return { kind: 'now', ...left };
  const by = todayBy(outcome, context);
  return { kind: 'today', ...left, ...(by ? { by } : {}) };
}

/** How long the first is waited for; near midnight only what is left. */
export function minutesToWait({ kind, minutes }: PlanTime, { organisation }: Context): number {
  const { nowMinutes, todayMinutes } = organisation.escalation;
  const wait = kind === 'now' ? Math.min(minutesInDanger, nowMinutes) : todayMinutes;
  return Math.max(1, Math.min(wait, minutes ?? wait));
}

function minutesLeft({ place }: Outcome, { organisation, now, calendar }: Context): number | undefined {
  const nation = nationOf(organisation, siteOf(organisation, place.site));
  const due = dueBy({ kind: 'today', urgent: false }, now, nation, calendar);
  return due.kind === 'today' ? due.minutesLeft : undefined;
}
