/**
 * By when "today" is: before the day at the site ends, or before an office closes that must hear of it. Never midnight:
 * by then nobody can be reached. The card, the notice and the duties draw it from here.
 */
import { contactsFor } from '../../rules/contacts.ts';
import { siteOf } from '../../rules/local.ts';
import { dayOf, endOf, isUsableClock } from '../../rules/london.ts';
import { ringOrder } from '../../rules/on-cover.ts';
import type { PeopleRoute, Route } from '../../rules/outcome.ts';
import { dayEnds } from '../../rules/site-day.ts';
import type { Context, Outcome } from '../steps.ts';

type Today = Pick<Outcome, 'decision' | 'place'>;

const offices: readonly PeopleRoute[] = ['childrens-social-care', 'social-care-advice', 'lado'];
const minute = 60_000;

/** The moment on the day of the report; nothing where the clock is not known. */
export function todayBy({ decision, place }: Today, context: Context): Date | undefined {
  if (!isUsableClock(context.now)) return undefined;
  return closesToday({ decision, place }, context) ?? lastGoesOff(place, context) ?? nextAreTold(context);
}

/** When the first of them ends today: the day at the site, or an office that must hear of it. */
export function closesToday({ decision, place }: Today, context: Context): Date | undefined {
  const { organisation, calendar, now: moment } = context;
  const site = siteOf(organisation, place.site);
  const due = decision.duties.filter(({ strength }) => strength !== 'may');
  const dayOver = dayEnds(site, { organisation, calendar, moment });
  return earliest([dayOver, ...due.map(({ route }) => officeCloses(route, place, context))]);
}

/** On the day of the report, of an office that is open then, where its hours are known. */
function officeCloses(route: Route, place: Outcome['place'], context: Context): Date | undefined {
  const { organisation, calendar, now: moment } = context;
  const office = offices.find((each) => each === route);
  if (!office) return undefined;
  const lines = contactsFor(office, { organisation, calendar, moment, ...place });
  const closings = lines.flatMap((line) =>
    line.kind !== 'missing' && line.openNow === true && line.closes instanceof Date ? [line.closes] : [],
  );
  return earliest(closings.filter((closing) => isToday(closing, moment)));
}

/** When the last of those on cover at the site goes off. */
function lastGoesOff({ site: id }: Outcome['place'], context: Context): Date | undefined {
  const { organisation, calendar, now: moment } = context;
  const site = siteOf(organisation, id);
  const onCover = site ? ringOrder(site, 'open', { organisation, calendar, moment }).now : [];
  const closings = onCover.flatMap(({ closes }) => (closes && isToday(closes, moment) ? [closes] : []));
  return closings.toSorted((a, b) => b.getTime() - a.getTime())[0];
}

/** Where nothing closes any more: when the next people are told, and before the day is over. */
function nextAreTold({ organisation, now }: Context): Date {
  const next = now.getTime() + organisation.escalation.todayMinutes * minute;
  return new Date(Math.min(next, endOf(dayOf(now)).getTime() - minute));
}

const isToday = (closing: Date, moment: Date) => closing.getTime() < endOf(dayOf(moment)).getTime();

const earliest = (moments: readonly (Date | undefined)[]): Date | undefined =>
  moments.filter((each) => each !== undefined).toSorted((a, b) => a.getTime() - b.getTime())[0];
