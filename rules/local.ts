/**
 * One organisation: its councils, sites, people and settings, as its own file gives them (src/organisation.ts reads it).
 * Each contact says when it was last checked and where it was read; nothing here is ever filled in by guess.
 */
import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';
import { z } from 'zod';
import { type Nation, nations } from './calendar.ts';
import { settings } from './facts.ts';
import { hoursSchema } from './hours-file.ts';
import { localDutySchema } from './local-duties.ts';
import { dayOf, isUsableClock } from './london.ts';
import { procedureRoutes } from './outcome.ts';
import { isBritishMobile } from './phone.ts';

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is small letters, digits and hyphens, like "derby-east"')
  .max(64, 'an id has 64 characters at most')
  .refine((name) => name !== 'none', '"none" is taken; choose another id');
/** Spaces, control characters and characters without a picture of their own. */
const unseen = String.raw`[\s\p{Z}\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]`;
const unseenEnds = new RegExp(`^${unseen}+|${unseen}+$`, 'gu');
/** Without what nobody sees at its ends: what is left of a name is what stands on a card. */
const seen = (written: string) => written.replaceAll(unseenEnds, '');
const text = z.string().overwrite(seen).min(1, 'this must not be empty; write what people should read here');
/** Text, so that leading zeros stay: unquoted and without spaces, YAML reads 01332641172 as a plain number. */
const phone = z
  .string('write a phone number in quotes, like "01332 641172"')
  .overwrite(seen)
  .min(3, 'this is too short for a phone number; write it in full, like "01332 641172"');

const contactSchema = z
  .strictObject({
    /** The team or body as people should ask for it. */
    name: text,
    phone: phone.optional(),
    email: z.email('this is not an e-mail address').optional(),
    url: z.url('write the whole address, with https://').optional(),
    /** Left out: not known, and said so. */
    hours: hoursSchema.optional(),
    note: text.optional(),
    lastChecked: z.iso.date('write the day as year-month-day, like 2026-11-23'),
    /** The page it was read on. */
    source: text,
  })
  .refine(({ phone, email, url }) => phone ?? email ?? url, 'give a phone number, an e-mail address or a web address');
export type Contact = z.infer<typeof contactSchema>;

const councilSchema = z.strictObject({
  id: id.refine((name) => name !== 'elsewhere', '"elsewhere" is taken; choose another id'),
  name: text,
  nation: z.enum(nations),
  childrensSocialCare: z.strictObject({
    officeHours: contactSchema.optional(),
    outOfHours: contactSchema.optional(),
    /** A referral by phone is confirmed in writing. */
    writtenFollowUp: z.strictObject({ withinHours: z.int().min(1), how: text, source: text }).optional(),
  }),
  /** Advice for professionals who are not sure whether to refer. */
  advice: contactSchema.optional(),
  lado: contactSchema.optional(),
  police: contactSchema.optional(),
});
export type Council = z.infer<typeof councilSchema>;

/** The platform's own id of a person. */
const accounts = { slack: text.optional(), teams: text.optional() };

const personSchema = z.strictObject({
  /** Stays the same when the person in the role changes. */
  id,
  /** A name or a role, as it should stand on a card. */
  name: text,
  phone,
  /** Texted where chat may not be seen. It is shown to nobody. */
  mobile: phone
    .refine(isBritishMobile, 'this is not a mobile number of the United Kingdom; write it in full, like "07911 123456"')
    .optional(),
  /** When this person can be rung, bank holidays included. */
  cover: hoursSchema,
  /** Leave: first and last day away. */
  away: z
    .array(
      z
        .strictObject({
          from: z.iso.date('write the day as year-month-day'),
          to: z.iso.date('write the day as year-month-day'),
        })
        .refine(({ from, to }) => from <= to, 'the last day must not be before the first'),
    )
    .default([]),
  ...accounts,
});
export type Person = z.infer<typeof personSchema>;

const siteSchema = z.strictObject({
  id,
  name: text,
  kind: z.enum(settings),
  /** The council whose LADO serves this site; its nation decides the site's bank holidays. */
  ladoArea: id,
  /** When children are here, until the last has gone home. Left out: taken to end at six in the evening (site-day.ts). */
  day: hoursSchema.optional(),
  /** Where leads are told: a Slack channel, a Teams conversation. */
  channel: z.strictObject(accounts).default({}),
  /** Where they are told as well when nobody took it in time. */
  secondChannel: z.strictObject(accounts).default({}),
  leads: z.array(personSchema).min(1, 'a site needs at least one safeguarding lead'),
  deputies: z.array(personSchema).default([]),
  head: personSchema.optional(),
  /** Chair of governors or trustees, or proprietor: told when the worry is about the head. */
  chair: personSchema.optional(),
});
export type Site = z.infer<typeof siteSchema>;

/** Procedures that the chapter refers to. The last is social care's own, so no route of ours leads to it. */
export const manualChapters = [...procedureRoutes, 'procedure:section-47'] as const;
export type ManualChapter = (typeof manualChapters)[number];

const minutes = z.int().min(1).max(1440);

export const organisationSchema = z
  .strictObject({
    name: text,
    /** The local procedures, where people read on. Chapters whose address is not known are left out. */
    manual: z
      .strictObject({
        name: text,
        url: z.url('write the whole address, with https://'),
        chapters: z.partialRecord(z.enum(manualChapters), z.url('write the whole address, with https://')).default({}),
      })
      .optional(),
    /** Whose edition of the chapter counts here, where it is not the one that the rules encode. `npm run edition` compares them. */
    edition: z.strictObject({ publisher: text, version: text }).optional(),
    /** Workspaces and directories whose members may use the bot. */
    workspaces: z
      .strictObject({ slack: z.array(text).default([]), teams: z.array(text).default([]) })
      .default({ slack: [], teams: [] }),
    administrators: z.array(z.strictObject({ name: text, ...accounts })).default([]),
    /** Minutes without an owner until the next person is told. */
    escalation: z.strictObject({ nowMinutes: minutes.default(10), todayMinutes: minutes.default(30) }).prefault({}),
    /** Administrators are told on a day on which this many texts were sent. Only tests stop there; a concern's never do. */
    texts: z.strictObject({ aDay: z.int().min(1).max(10_000).default(100) }).prefault({}),
    retention: z
      .strictObject({
        /** A concern and its notices are forgotten this many days after it is over. */
        concernDays: z.int().min(1).max(365).default(30),
      })
      .prefault({}),
    /** Administrators are told of contacts not checked for longer than this. */
    checkContactsEveryDays: z.int().min(1).max(365).default(90),
    councils: z.array(councilSchema).min(1, 'name at least one council'),
    sites: z.array(siteSchema).min(1, 'name at least one site'),
    localDuties: z.array(localDutySchema).default([]),
  })
  .superRefine((organisation, context) => {
    const { councils, sites, localDuties } = organisation;
    const problem = (path: (string | number)[], message: string) => context.addIssue({ code: 'custom', path, message });
    const once = (path: (string | number)[], ids: readonly string[]) =>
      ids.forEach((name, i) => {
        if (ids.indexOf(name) < i) problem([...path, i, 'id'], `"${name}" is used twice; give each its own id`);
      });
    const councilIds = councils.map((council) => council.id);
    const knownCouncil = (path: (string | number)[], name: string | undefined) => {
      if (name !== undefined && !councilIds.includes(name))
        problem(path, `no council here has the id "${name}"; write one of: ${councilIds.join(', ')}`);
    };
    once(['councils'], councilIds);
    once(
      ['sites'],
      sites.map((site) => site.id),
    );
    once(
      ['localDuties'],
      localDuties.map((duty) => duty.id),
    );
    sites.forEach((site, i) => {
      knownCouncil(['sites', i, 'ladoArea'], site.ladoArea);
      const people = peopleOf(site).map((person) => person.id);
      const twice = people.find((name, j) => people.indexOf(name) < j);
      if (twice) problem(['sites', i], `two people here have the id "${twice}"; give each their own`);
    });
    localDuties.forEach((duty, i) => {
      knownCouncil(['localDuties', i, 'council'], duty.council);
    });
  });
/** What the people answerable have decided of the rules; read from the review file, beside the organisation file. */
export interface ReviewState {
  /** Entries of dialogs/ours.ts that are not accepted, or that changed since they were. */
  readonly open: readonly string[];
  readonly refused: readonly string[];
  /** Somebody signed, and the rules are others now. */
  readonly changed: boolean;
  /** A newer edition of the chapter whose paragraphs are not all read yet. */
  readonly newEdition?: string;
}

/** Without a review nothing of ours is accepted yet. */
export type Organisation = z.infer<typeof organisationSchema> & { readonly review?: ReviewState };

/** A council's id, or one of the two answers people can give instead. Council ids hold no capitals. */
export type CouncilChoice = string | 'elsewhere' | 'notSure';

/** Where a concern belongs. What was not asked, because there is one choice or it does not matter, is left out. */
export interface Place {
  readonly site?: string;
  /** Where the child lives. */
  readonly council?: CouncilChoice;
  /** Where the adult works or fosters. */
  readonly ladoCouncil?: CouncilChoice;
}

/** Everybody named for a site, in the order they are rung. The chair comes last and only about the head. */
export function peopleOf(site: Site): readonly Person[] {
  return [...site.leads, ...site.deputies, ...(site.head ? [site.head] : []), ...(site.chair ? [site.chair] : [])];
}

export function siteOf(organisation: Organisation, siteId: string | undefined): Site | undefined {
  const [only, ...others] = organisation.sites;
  return siteId === undefined && others.length === 0 ? only : organisation.sites.find((site) => site.id === siteId);
}

export function councilOf(organisation: Organisation, councilId: string | undefined): Council | undefined {
  const [only, ...others] = organisation.councils;
  if (councilId === undefined && others.length === 0) return only;
  return organisation.councils.find((council) => council.id === councilId);
}

/** The nation whose bank holidays a site keeps. */
export function nationOf(organisation: Organisation, site: Site | undefined): Nation {
  const council = councilOf(organisation, site?.ladoArea) ?? organisation.councils[0];
  return council?.nation ?? 'england-and-wales';
}

/**
 * The nations by whose bank holidays a limit of somebody's may be counted: the LADO's by the LADO's council, social
 * care's by the child's, anything else by the site's. Several where it is not known which: then the soonest counts.
 */
export function nationsFor(organisation: Organisation, place: Place, whose: string): readonly Nation[] {
  const site = siteOf(organisation, place.site);
  const choice = whose.startsWith('lado') ? (place.ladoCouncil ?? site?.ladoArea) : ofSocialCare(place, whose);
  if (choice === 'elsewhere') return nations;
  if (choice === 'notSure') return [...new Set(organisation.councils.map(({ nation }) => nation))];
  const council = choice === undefined ? undefined : councilOf(organisation, choice);
  return [council?.nation ?? nationOf(organisation, site)];
}

const ofSocialCare = ({ council }: Place, whose: string): CouncilChoice | undefined =>
  whose === 'childrens-social-care' || whose === 'social-care-advice' ? council : undefined;

/** Where a procedure is read: its own chapter, or the manual where the chapter's address is not known. */
export function manualLink(
  { manual }: Organisation,
  route: ManualChapter,
): { readonly name: string; readonly url: string; readonly exact: boolean } | undefined {
  if (!manual) return undefined;
  const chapter = manual.chapters[route];
  return { name: manual.name, url: chapter ?? manual.url, exact: chapter !== undefined };
}

/** A contact and where in the file it stands, as `councils.derby.lado`. */
export interface PlacedContact {
  readonly at: string;
  readonly contact: Contact;
}

export function contactsIn({ councils }: Organisation): readonly PlacedContact[] {
  return councils.flatMap(({ id, childrensSocialCare: { officeHours, outOfHours }, advice, lado, police }) =>
    Object.entries({ officeHours, outOfHours, advice, lado, police }).flatMap(([role, contact]) =>
      contact ? [{ at: `councils.${id}.${role}`, contact }] : [],
    ),
  );
}

/** Contacts not checked for more than `limitDays`, oldest first. With a clock that cannot be right: none. */
export function staleContacts(
  organisation: Organisation,
  moment: Date,
  limitDays: number = organisation.checkContactsEveryDays,
): readonly (PlacedContact & { readonly days: number })[] {
  if (!isUsableClock(moment)) return [];
  const today = dayOf(moment);
  return contactsIn(organisation)
    .map((placed) => ({ ...placed, days: differenceInCalendarDays(today, placed.contact.lastChecked) }))
    .filter(({ days }) => days > limitDays)
    .sort((a, b) => b.days - a.days);
}
