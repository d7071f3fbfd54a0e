/** Who of a site can be rung over the next days, from one change to the next. */

import type { WorkingCalendar } from './calendar.ts';
import type { Organisation, Site } from './local.ts';
import { dayOf, endOf } from './london.ts';
import { type PersonInRole, ringOrder } from './on-cover.ts';

/** `now`: who can act, in the order to ring; nobody where it is empty. */
export interface Stretch {
  readonly from: Date;
  readonly to: Date;
  readonly now: readonly PersonInRole[];
}

const aheadMs = 7 * 24 * 3_600_000;

/** Seven days from this moment, without a hole. Restricted concerns are told otherwise: to those picked alone. */
export function weekAhead(
  site: Site,
  { organisation, calendar, moment }: { organisation: Organisation; calendar: WorkingCalendar; moment: Date },
): readonly Stretch[] {
  const until = new Date(moment.getTime() + aheadMs);
  const found: Stretch[] = [];
  for (let from = moment; from < until; ) {
    const { now, later } = ringOrder(site, 'open', { organisation, calendar, moment: from });
    // Leave and bank holidays begin and end with a day.
    const changes = [...now.map(({ closes }) => closes), ...later.map(({ opens }) => opens), endOf(dayOf(from)), until];
    const next = changes.flatMap((at) => (at && at > from ? [at.getTime()] : []));
    const to = new Date(Math.min(...next));
    const before = found.at(-1);
    if (before && idsOf(before.now) === idsOf(now)) found[found.length - 1] = { ...before, to };
    else found.push({ from, to, now });
    from = to;
  }
  return found;
}

const idsOf = (people: readonly PersonInRole[]): string => JSON.stringify(people.map(({ person }) => person.id));
