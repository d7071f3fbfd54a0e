/** What was read from published pages, and how long ago: numbers of services, and bank holidays. */
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import type { WorkingCalendar } from '../../rules/calendar.ts';
import { dayOf } from '../../rules/london.ts';
import type { Service } from '../../rules/services.ts';
import { type DoctorFinding, fine, unwise, wrong } from './finding.ts';

/** Numbers of national services change seldom; the council's own have their time in the organisation file. */
const serviceDays = 180;
/** Bank holidays must be known this far ahead: a deadline of working days may pass the new year. */
const aheadDays = 60;

export function contactsOf(
  services: readonly Service[],
  calendar: WorkingCalendar,
  moment: Date,
): readonly DoctorFinding[] {
  return [...servicesOf(services, moment), holidaysOf(calendar, moment)];
}

function servicesOf(services: readonly Service[], moment: Date): readonly DoctorFinding[] {
  const today = dayOf(moment);
  const stale = services.filter(({ lastChecked }) => differenceInCalendarDays(today, lastChecked) > serviceDays);
  if (stale.length === 0) return [fine('contacts', `All ${services.length} services were checked within half a year.`)];
  return stale.map(({ name, lastChecked, source }) =>
    unwise(
      'contacts',
      `${name} was last checked on ${lastChecked}.`,
      'A number may have changed.',
      `read ${source ?? 'its own page'}, then change lastChecked in rules/data/services.json.`,
    ),
  );
}

function holidaysOf({ lastYear }: WorkingCalendar, moment: Date): DoctorFinding {
  const ends = `${lastYear}-12-31`;
  const left = differenceInCalendarDays(ends, dayOf(moment));
  const fix = 'run: npm run holidays';
  const why = 'Deadlines in working days then say "not known, ring".';
  if (left < 0) return wrong('contacts', `Bank holidays are known to ${lastYear} only.`, why, fix);
  if (left < aheadDays) return unwise('contacts', `Bank holidays end with ${lastYear}.`, why, fix);
  return fine('contacts', `Bank holidays are known to the end of ${lastYear}.`);
}
