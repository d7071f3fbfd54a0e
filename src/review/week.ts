/** Who is rung and told over a week, those alike joined. */
import { addMinutes } from 'date-fns/addMinutes';
import type { WorkingCalendar } from '../../rules/calendar.ts';
import { type ContactLine, contactsFor } from '../../rules/contacts.ts';
import type { Organisation, Site } from '../../rules/local.ts';
import type { PersonInRole } from '../../rules/on-cover.ts';
import { weekAhead } from '../../rules/week.ts';

const lookMinutes = 15;
const looks = (7 * 24 * 60) / lookMinutes;

export interface WeekFrom {
  readonly organisation: Organisation;
  readonly calendar: WorkingCalendar;
  readonly from: Date;
}

export interface SaidStretch {
  readonly from: Date;
  readonly said: string;
}

/** Those on cover, in the order that they are told. */
export function toldFirst(site: Site, { organisation, calendar, from }: WeekFrom): readonly SaidStretch[] {
  const week = weekAhead(site, { organisation, calendar, moment: from });
  return week.map((stretch) => ({ from: stretch.from, said: names(stretch.now) }));
}

/** Social care of the council that the site belongs to, as far as it answers then. */
export function socialCareOpen(site: Site, { organisation, calendar, from }: WeekFrom): readonly SaidStretch[] {
  return stretches(from, (moment) => {
    const place = { site: site.id, council: site.ladoArea };
    const lines = contactsFor('childrens-social-care', { organisation, calendar, moment, ...place });
    const open = lines.filter((line) => line.kind === 'contact' && line.openNow === true);
    return (open.length > 0 ? open : lines).map(sayContact).join(' · ');
  });
}

function sayContact(line: ContactLine): string {
  if (line.kind === 'missing') return `${line.who}: ${line.said}`;
  const open = line.openNow === 'not known' ? ', hours not known' : line.openNow ? '' : ', CLOSED';
  return `${line.who}, ${line.phone ?? line.email ?? line.url}${open}`;
}

const names = (people: readonly PersonInRole[]) =>
  people.length > 0 ? people.map(({ person }) => person.name).join(' · ') : 'NOBODY ON COVER, so everybody by rank';

/** Quarter by quarter of an hour. */
function stretches(moment: Date, at: (quarter: Date) => string): readonly SaidStretch[] {
  const found: SaidStretch[] = [];
  for (let look = 0; look < looks; look++) {
    const from = look === 0 ? moment : startOf(addMinutes(moment, look * lookMinutes));
    const said = at(from);
    if (found.at(-1)?.said !== said) found.push({ from, said });
  }
  return found;
}

function startOf(moment: Date): Date {
  const quarter = lookMinutes * 60_000;
  return new Date(Math.floor(moment.getTime() / quarter) * quarter);
}
