/**
 * Who to ring for a route at the moment of report, in the order to ring them. Somebody who answers now comes first;
 * what is not in the organisation's file is said, never left blank and never guessed.
 */
import type { Nation, WorkingCalendar } from './calendar.ts';
import { closesAt, type Hours, isOpen, nextOpening } from './hours.ts';
import { hoursSchema } from './hours-file.ts';
import { sayHours } from './hours-said.ts';
import { type Contact, type Council, councilOf, type Organisation, type Place, type Site, siteOf } from './local.ts';
import { type PersonInRole, type Role, ringOrder } from './on-cover.ts';
import type { PeopleRoute } from './outcome.ts';
import { serviceById } from './services.ts';

export interface ContactNow {
  readonly kind: 'contact';
  readonly who: string;
  readonly phone?: string;
  readonly email?: string;
  readonly url?: string;
  readonly note?: string;
  readonly openNow: boolean | 'not known';
  /** Day and night, every day. */
  readonly always?: true;
  /** Usual hours in words; left out where they are not known. */
  readonly hoursSaid?: string;
  /** Closed now: when it next opens, where that is known. */
  readonly opens?: Date;
  /** Open now: when it closes, where it does. */
  readonly closes?: Date;
  /** The day it was last checked, where the file says so. */
  readonly lastChecked?: string;
  /** The id of the person in the site's list, where it is one. */
  readonly person?: string;
}

/** Something the file does not give, with what to do instead. */
export interface ContactMissing {
  readonly kind: 'missing';
  readonly who: string;
  readonly said: string;
}

export type ContactLine = ContactNow | ContactMissing;

/** Everything the answer depends on. */
export interface ContactMoment extends Place {
  readonly organisation: Organisation;
  readonly calendar: WorkingCalendar;
  readonly moment: Date;
}

export const councilFinder = 'https://www.gov.uk/report-child-abuse-to-local-council';

/** Never empty. */
export function contactsFor(route: PeopleRoute, at: ContactMoment): readonly ContactLine[] {
  const site = siteOf(at.organisation, at.site);
  switch (route) {
    case 'emergency':
      return [emergency];
    case 'safeguarding-lead':
      return leads(site, at);
    case 'police':
      return [police(at), emergency];
    case 'police-advice':
      return [{ ...police(at), note: 'Say that you want advice about a child. You need not give a name.' }, emergency];
    case 'childrens-social-care':
      return site?.kind === 'socialCare' ? [...leads(site, at), ...socialCare(at, 'refer')] : socialCare(at, 'refer');
    case 'social-care-advice':
      return socialCareAdvice(at);
    case 'lado':
      return lado(at);
    case 'fostering-service':
      return site?.kind === 'fostering' ? leads(site, at) : [otherFosteringService];
  }
}

const emergency: ContactNow = {
  kind: 'contact',
  who: 'Police, ambulance',
  phone: '999',
  note: 'If anyone is in danger now.',
  openNow: true,
  hoursSaid: '24 hours, every day.',
};

const otherFosteringService: ContactMissing = {
  kind: 'missing',
  who: 'Fostering service',
  said: "The fostering service is not in your organisation's file. Children's social care or the LADO can tell you who it is.",
};

const roleSaid: Readonly<Record<Role, string>> = {
  lead: 'Safeguarding lead',
  deputy: 'Deputy lead',
  head: 'Head',
  chair: 'Chair',
};

/** Lead, deputy, head: those on cover now, then those who are not, the soonest back first. */
function leads(site: Site | undefined, at: ContactMoment): readonly ContactLine[] {
  if (!site) {
    const said =
      'We do not know where you work, so we cannot name your lead. Ask the person in charge who your lead is.';
    return [{ kind: 'missing', who: 'Safeguarding lead', said }];
  }
  const { now, later } = ringOrder(site, 'open', at);
  if (now.length > 0) return [...now, ...later].map(personNow);
  const said = "No lead is on cover now. Ring children's social care yourself. Tell a lead when one is back.";
  return [{ kind: 'missing', who: 'Safeguarding lead', said }, ...later.map(personNow)];
}

function personNow({ person, role, ...cover }: PersonInRole): ContactNow {
  const { id, name, phone, cover: hours } = person;
  return { kind: 'contact', who: name, phone, note: roleSaid[role], person: id, hoursSaid: sayHours(hours), ...cover };
}

/** 101 is the same everywhere in the United Kingdom and answers day and night, so a file need not say so. */
function police(at: ContactMoment): ContactNow {
  const { phone = '', hours } = serviceById('police-non-emergency');
  const dayAndNight = opening(hours ? hoursSchema.parse(hours.open) : undefined, 'england-and-wales', at);
  const council = councilOf(at.organisation, at.council) ?? nearest(at);
  if (!council?.police) return { kind: 'contact', who: 'Police', phone, ...dayAndNight };
  const line = contactNow(council.police, council, at);
  return line.phone === phone && !council.police.hours ? { ...line, ...dayAndNight } : line;
}

/** What the number is rung for: only a referral is confirmed in writing. */
type Purpose = 'refer' | 'ask';

function socialCare(at: ContactMoment, purpose: Purpose): readonly ContactLine[] {
  const council = councilOf(at.organisation, at.council);
  if (council) return socialCareOf(council, at, purpose);
  const near = nearest(at);
  const local = near ? socialCareOf(near, at, purpose) : [];
  const passOn = 'Say that the child may live elsewhere. They pass it on.';
  const nearLines = noted(passOn, local);
  const finder = finderLine("Children's social care where the child lives");
  return at.council === 'elsewhere' ? [finder, ...nearLines] : [...nearLines, finder];
}

function socialCareOf(council: Council, at: ContactMoment, purpose: Purpose): readonly ContactLine[] {
  const { officeHours, outOfHours, writtenFollowUp } = council.childrensSocialCare;
  const inWriting =
    writtenFollowUp && purpose === 'refer'
      ? `Then confirm it in writing within ${writtenFollowUp.withinHours} hours: ${writtenFollowUp.how}`
      : undefined;
  const lines = [officeHours, outOfHours]
    .filter((contact) => contact !== undefined)
    .map((contact) => contactNow({ ...contact, note: joined(contact.note, inWriting) }, council, at));
  const missing = (what: string, instead: string): ContactMissing => ({
    kind: 'missing',
    who: `${council.name}, ${what}`,
    said: `No number for this is in your organisation's file. ${instead}`,
  });
  if (lines.length === 0)
    return [
      missing("children's social care", `Find the council's number at ${councilFinder}`),
      finderLine(council.name),
    ];
  const ready = soonestFirst(lines);
  if (!officeHours) return [...ready, missing('office hours', 'Ring the number above.')];
  const coversNight = outOfHours ?? (officeHours.hours?.kind === 'always' ? officeHours : undefined);
  return coversNight
    ? ready
    : [...ready, missing('out of hours', `Find it at ${councilFinder}, or ring the police on 101.`)];
}

/** The advice line while it may answer; else the referral number, whose team gives advice too. */
function socialCareAdvice(at: ContactMoment): readonly ContactLine[] {
  const council = councilOf(at.organisation, at.council) ?? nearest(at);
  const refer = noted('Say that you want advice.', socialCare(at, 'ask'));
  if (!council?.advice) return refer;
  const advice = contactNow(council.advice, council, at);
  return advice.openNow === false ? [...refer, advice] : [advice, ...refer];
}

function lado(at: ContactMoment): readonly ContactLine[] {
  const council = councilOf(at.organisation, at.ladoCouncil);
  if (council?.lado) {
    const line = contactNow(council.lado, council, at);
    return line.phone && line.openNow === true ? [line] : [line, ...byAskingFor(council, at)];
  }
  if (council) {
    const said = "No LADO contact is in your organisation's file. Ring children's social care and ask for the LADO.";
    return [{ kind: 'missing', who: `${council.name}, LADO`, said }, ...byAskingFor(council, at)];
  }
  const near = nearest(at);
  const finder = finderLine('The council where the adult works. Ask for the LADO');
  const local = near?.lado ? [contactNow(near.lado, near, at)] : near ? byAskingFor(near, at) : [];
  const pass = 'If you cannot find the right council, ask this LADO who to tell.';
  const localLines = noted(pass, local);
  return at.ladoCouncil === 'elsewhere' ? [finder, ...localLines] : [...localLines, finder];
}

/** A LADO who may not answer is never the only contact: social care can reach one. */
function byAskingFor(council: Council, at: ContactMoment): readonly ContactLine[] {
  return noted('Ask for the LADO.', socialCareOf(council, at, 'ask'));
}

function finderLine(who: string): ContactNow {
  return { kind: 'contact', who, url: councilFinder, note: 'Find the number by postcode.', openNow: 'not known' };
}

/** The team to ring when the right council is not known: the site's own area. */
function nearest(at: ContactMoment): Council | undefined {
  return councilOf(at.organisation, siteOf(at.organisation, at.site)?.ladoArea) ?? at.organisation.councils[0];
}

function contactNow(contact: Contact, council: Council, at: ContactMoment): ContactNow {
  const { name, phone, email, url, note, lastChecked } = contact;
  return {
    kind: 'contact',
    who: name,
    ...(phone ? { phone } : {}),
    ...(email ? { email } : {}),
    ...(url ? { url } : {}),
    ...(note ? { note } : {}),
    lastChecked,
    ...opening(contact.hours, council.nation, at),
  };
}

function opening(hours: Hours | undefined, nation: Nation, { moment, calendar }: ContactMoment) {
  if (!hours) return { openNow: 'not known' as const };
  const opens = nextOpening(hours, moment, nation, calendar);
  const closes = closesAt(hours, moment, nation, calendar);
  const openNow = isOpen(hours, moment, nation, calendar);
  return {
    openNow,
    hoursSaid: sayHours(hours),
    ...(hours.kind === 'always' ? ({ always: true } as const) : {}),
    ...(openNow === false && opens instanceof Date ? { opens } : {}),
    ...(closes instanceof Date ? { closes } : {}),
  };
}

/** Each contact with this said first. */
function noted(note: string, lines: readonly ContactLine[]): readonly ContactLine[] {
  return lines.map((line) => (line.kind === 'contact' ? { ...line, note: joined(note, line.note) } : line));
}

/** Open now, then not known, then closed; otherwise as the file has them. */
function soonestFirst(lines: readonly ContactNow[]): readonly ContactNow[] {
  const place = ({ openNow }: ContactNow) => (openNow === true ? 0 : openNow === false ? 2 : 1);
  return lines.toSorted((a, b) => place(a) - place(b));
}

function joined(...notes: readonly (string | undefined)[]): string {
  return notes.filter((note) => note !== undefined).join(' ');
}
