/** By when "today" is: before the office that must be told closes, or the day at the site ends. Never midnight. */
import { contactsFor } from '../../rules/contacts.ts';
import { siteOf } from '../../rules/local.ts';
import { dayOf, endOf } from '../../rules/london.ts';
import { ringOrder } from '../../rules/on-cover.ts';
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

/**
 * When a lead has to be found, of what is due today: before an office that must hear of it closes, and before the last
 * lead of the site goes home. Where that is past already: when the next people are told.
 */
export function leadNeededBy(worked: Worked): Date {
  const { outcome, context } = worked;
  const today = tickable(outcome.decision.duties).filter((duty) => dueOf(duty, outcome, context).kind === 'today');
  const ends = [...today.flatMap((duty) => officeCloses(duty, worked) ?? []), ...siteDayEnds(worked)];
  const { now, organisation } = context;
  return earliest(ends) ?? new Date(now.getTime() + organisation.escalation.todayMinutes * 60_000);
}

/** When the last of those on cover at the site goes off, where that is before midnight. */
function siteDayEnds({ outcome: { place }, context }: Worked): readonly Date[] {
  const { organisation, calendar, now: moment } = context;
  const site = siteOf(organisation, place.site);
  const onCover = site ? ringOrder(site, 'open', { organisation, calendar, moment }).now : [];
  const midnight = endOf(dayOf(moment)).getTime();
  const closings = onCover.flatMap(({ closes }) => (closes && closes.getTime() < midnight ? [closes] : []));
  return closings.toSorted((a, b) => b.getTime() - a.getTime()).slice(0, 1);
}

const earliest = (moments: readonly Date[]): Date | undefined =>
  moments.toSorted((a, b) => a.getTime() - b.getTime())[0];
