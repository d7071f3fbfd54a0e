/** When the office that must be told closes: what is due "today" has to reach somebody before that. */
import { contactsFor } from '../../rules/contacts.ts';
import { dayOf, endOf } from '../../rules/london.ts';
import type { Duty } from '../../rules/outcome.ts';
import { dueOf } from '../answer/lines.ts';
import { tickable, type Worked } from './duties.ts';

/** On the day of the report, of an office that is open then, where its hours are known. */
export function officeCloses({ route }: Duty, { outcome: { place }, context }: Worked): Date | undefined {
  if (route !== 'childrens-social-care' && route !== 'social-care-advice' && route !== 'lado') return undefined;
  const { organisation, calendar, now: moment } = context;
  const closings = contactsFor(route, { organisation, calendar, moment, ...place }).flatMap((line) =>
    line.kind !== 'missing' && line.openNow === true && line.closes instanceof Date ? [line.closes] : [],
  );
  const midnight = endOf(dayOf(moment));
  return earliest(closings.filter((closing) => closing.getTime() < midnight.getTime()));
}

/** When a lead has to be found, where an office that must hear today closes before midnight. */
export function leadNeededBy(worked: Worked): Date | undefined {
  const { outcome, context } = worked;
  const today = tickable(outcome.decision.duties).filter(
    ({ deadline }) => dueOf(deadline, outcome, context).kind === 'today',
  );
  return earliest(today.flatMap((duty) => officeCloses(duty, worked) ?? []));
}

const earliest = (moments: readonly Date[]): Date | undefined =>
  moments.toSorted((a, b) => a.getTime() - b.getTime())[0];
