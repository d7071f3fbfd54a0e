/**
 * The services that take reports or give advice, the guidance and the law: what was confirmed about them, in our words.
 * A field that could not be confirmed is absent. Whether one may be offered now is in standing.ts.
 */
import { z } from 'zod';
import data from './data/services.json' with { type: 'json' };
import { readingIds } from './ids.ts';
import type { ServiceRoute } from './outcome.ts';

/** What somebody needs a service for, as far as it decides who must never be named. */
export const matters = [
  'emergency',
  'image-of-under-18',
  'image-of-adult',
  'illegal-content',
  'terrorism',
  'bullying',
  'child-blackmailed',
] as const;
export type Matter = (typeof matters)[number];

const hours = z.strictObject({
  /** As people read them, without a full stop at the end. */
  text: z.string(),
  /** As an organisation file writes hours, without its bank holidays. */
  open: z.union([z.literal('always'), z.record(z.string(), z.string())]),
  /** Absent: not known, so nobody can tell whether it answers on a bank holiday. */
  bankHolidays: z.enum(['closed', 'as usual']).optional(),
  /** Who answers outside these hours; then the line counts as open. */
  outside: z.string().optional(),
});

const service = z.strictObject({
  id: z.string(),
  kind: z.enum(['report', 'helpline', 'advice', 'guidance', 'law']),
  name: z.string(),
  /** Other names, old ones included; searched, not shown. */
  aliases: z.array(z.string()).optional(),
  forWhom: z.string(),
  purpose: z.string(),
  url: z.url().optional(),
  /** Where to report, or how to reach it. */
  reportUrl: z.url().optional(),
  phone: z.string().optional(),
  email: z.string().optional(),
  hours: hours.optional(),
  /** Last seen on a page that is old, undated or contradicted: shown as "usually", never as known. */
  usualHours: hours.omit({ outside: true, bankHolidays: true }).optional(),
  onlineAnyTime: z.literal(true).optional(),
  textOnly: z.literal(true).optional(),
  otherAccess: z.string().optional(),
  /** When not to use it, and what else to know first. */
  notes: z.string().optional(),
  /** Where the chapter has it wrong or out of date. Ours. */
  chapterNote: z.string().optional(),
  adultsOnly: z.literal(true).optional(),
  never: z.array(z.enum(matters)).optional(),
  /** It helps only after the site or app itself refused. */
  first: z.literal('platform-refusal').optional(),
  /** No page says that it closed, and none recent enough that it is open. */
  stillOpen: z.literal('not confirmed').optional(),
  /** The day it was last compared with a published page. */
  lastChecked: z.iso.date(),
  /** The page it was read on. Absent: nobody has seen one, and it is said to be unconfirmed. */
  source: z.url().optional(),
});

export const servicesFileSchema = z.strictObject({ services: z.array(service) });
export type ServiceHours = z.infer<typeof hours>;
export type Service = Readonly<z.infer<typeof service>>;

export const services = data.services as readonly Service[];

/** The report button of the site or app itself. It has no address of its own, so it is not in the data. */
export const platformTools: Service = {
  id: 'platform',
  kind: 'report',
  name: 'The report button of the site or app itself',
  forWhom: 'Anyone who can see the post, message or account',
  purpose: 'Ask the site or app to take something down or to stop an account.',
  onlineAnyTime: true,
  otherAccess: 'Look for Report, often behind three dots.',
  notes: 'It does not replace a referral. If police may need it, ask them before anything is taken down.',
  never: ['child-blackmailed'],
  lastChecked: '2026-11-27',
};

const byRoute: Readonly<Record<ServiceRoute, string>> = {
  'service:papyrus': 'papyrus-hopeline247',
  'service:samaritans': 'samaritans',
  'service:childline': 'childline',
  'service:shout': 'shout',
  'service:beat': 'beat',
  'service:domestic-abuse-helpline': 'national-domestic-abuse-helpline',
  'service:mens-advice-line': 'mens-advice-line',
  'service:ceop': 'ceop-safety-centre',
  'service:iwf': 'iwf-report',
  'service:report-remove': 'report-remove',
  'service:report-harmful-content': 'report-harmful-content',
  'service:act': 'report-terrorist-content',
  'service:platform': platformTools.id,
  'service:posh': 'posh',
  'service:stop-it-now': 'stop-it-now',
  'service:prevent': 'act-early-support-line',
};

/** @throws {Error} for an id that is not in the data: a rule or a page names a service that does not exist. */
export function serviceById(id: string): Service {
  const found = id === platformTools.id ? platformTools : services.find((one) => one.id === id);
  if (!found) throw new Error(`There is no service ${id} in rules/data/services.json`);
  return found;
}

// One that a rule names and the data does not have stops the start, and not somebody's answer.
for (const id of [...Object.values(byRoute), ...readingIds]) serviceById(id);

export function serviceFor(route: ServiceRoute): Service {
  return serviceById(byRoute[route]);
}

/** False where the service must not be named for this at all, whatever the hour. Only the police take an emergency. */
export function suits(one: Service, matter: Matter): boolean {
  return matter === 'emergency' ? one.id === 'police-emergency' : !one.never?.includes(matter);
}
