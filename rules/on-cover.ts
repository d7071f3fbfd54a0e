/**
 * Who of a site can be rung at a moment, and in which order: the one place that says so. A notice's levels and the
 * names on a card are both made from it. Cover and leave decide; rank only orders those who are equally able to answer.
 */
import type { Nation, WorkingCalendar } from './calendar.ts';
import { closesAt, isOpen, nextOpening } from './hours.ts';
import { nationOf, type Organisation, type Person, type Site } from './local.ts';
import { type Day, dayOf, daysLater, instantAt, isUsableClock } from './london.ts';

/** What a person is at a site. */
export type Role = 'lead' | 'deputy' | 'head' | 'chair';

/** Who may know: everybody named but the chair, who is told only when picked; or these people, by id. */
export type Allowed = 'open' | readonly string[];

export interface Cover {
  /** `not known` counts as able to answer: doubt counts as worry. */
  readonly openNow: boolean | 'not known';
  /** Off now: when they are next on, where that is known. */
  readonly opens?: Date;
  /** On now: until when, where it ends. */
  readonly closes?: Date;
}

export interface PersonInRole extends Cover {
  readonly person: Person;
  readonly role: Role;
}

export interface RingOrder {
  /** Who can act now; those who are known to be on before those of whom it is not known, by rank among these. */
  readonly now: readonly PersonInRole[];
  /** Who is off, the soonest back first. Nobody is sent to them while `now` holds anybody. */
  readonly later: readonly PersonInRole[];
}

interface Moment {
  readonly organisation: Organisation;
  readonly calendar: WorkingCalendar;
  readonly moment: Date;
}

/** Who can be rung for this site, of those allowed, at this moment. */
export function ringOrder(site: Site, allowed: Allowed, { organisation, calendar, moment }: Moment): RingOrder {
  const nation = nationOf(organisation, site);
  const people = everybody(site)
    .filter(({ person, role }) => (allowed === 'open' ? role !== 'chair' : allowed.includes(person.id)))
    .map((named): PersonInRole => ({ ...named, ...coverOf(named.person, moment, nation, calendar) }));
  const opens = ({ opens: next }: PersonInRole) => next?.getTime() ?? Number.POSITIVE_INFINITY;
  return {
    now: [
      ...people.filter(({ openNow }) => openNow === true),
      ...people.filter(({ openNow }) => openNow === 'not known'),
    ],
    later: people.filter(({ openNow }) => openNow === false).toSorted((a, b) => opens(a) - opens(b)),
  };
}

function everybody({ leads, deputies, head, chair }: Site): readonly Pick<PersonInRole, 'person' | 'role'>[] {
  const as = (role: Role, people: readonly (Person | undefined)[]) =>
    people.flatMap((person) => (person ? [{ person, role }] : []));
  return [...as('lead', leads), ...as('deputy', deputies), ...as('head', [head]), ...as('chair', [chair])];
}

/** How many stretches of leave, one after the other, are looked past. */
const mostLeave = 20;

/** Whether somebody is on cover, with their leave taken off their hours. */
export function coverOf({ cover, away }: Person, moment: Date, nation: Nation, calendar: WorkingCalendar): Cover {
  const leaveOn = (day: Day) => away.find(({ from, to }) => from <= day && day <= to);
  const onLeave = isUsableClock(moment) && leaveOn(dayOf(moment)) !== undefined;
  const openNow = onLeave ? false : isOpen(cover, moment, nation, calendar);
  if (openNow === false) {
    const opens = nextOn(moment);
    return { openNow, ...(opens ? { opens } : {}) };
  }
  const closes = closesAt(cover, moment, nation, calendar);
  const leaves = away.map(({ from }) => instantAt(from, 0)).filter((begins) => begins > moment);
  const ends = [...(closes instanceof Date ? [closes] : []), ...leaves].toSorted((a, b) => a.getTime() - b.getTime());
  return { openNow, ...(ends[0] ? { closes: ends[0] } : {}) };

  function nextOn(from: Date): Date | undefined {
    let start = from;
    for (let looked = 0; looked < mostLeave; looked++) {
      const leave = leaveOn(dayOf(start));
      if (leave) {
        start = instantAt(daysLater(leave.to, 1), 0);
        continue;
      }
      const next = nextOpening(cover, start, nation, calendar);
      if (!(next instanceof Date)) return undefined;
      if (!leaveOn(dayOf(next))) return next;
      start = next;
    }
    return undefined;
  }
}
