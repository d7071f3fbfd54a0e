/** A service or a piece of guidance as a look-up shows it. */
import type { Service } from '../../rules/services.ts';
import { platformTools, services } from '../../rules/services.ts';
import { type Standing, standingOf } from '../../rules/standing.ts';
import type { ListLine, Rich } from '../message.ts';
import { sayDate, sayWhen } from '../said.ts';
import { asksOf } from './asks.ts';
import type { At, LookUpEntry, LookUpFacts } from './entry.ts';
import { placeNamed } from './web-address.ts';

/** Everything but the law, which law.ts shows with what the chapter says of it. */
export function serviceEntries(): readonly LookUpEntry[] {
  return [...services, platformTools].flatMap((service) => (service.kind === 'law' ? [] : [serviceEntry(service)]));
}

export function serviceEntry(service: Service): LookUpEntry {
  const { id, kind, name, purpose, phone, adultsOnly = false } = service;
  return {
    id,
    kind: kind as Exclude<Service['kind'], 'law'>,
    name,
    aliases: namesOf(service),
    asks: asksOf[id] ?? '',
    about: purpose,
    hasPhone: phone !== undefined,
    adultsOnly,
    facts: (at) => serviceFacts(service, at),
    ...(takesPeople(service) ? { answersNow: (at: At) => standingOf(service, at.moment, at.calendar).answersNow } : {}),
  };
}

/** Its other names, and the one it has on the web. */
function namesOf({ aliases = [], url, reportUrl }: Service): readonly string[] {
  const onTheWeb = [url, reportUrl].flatMap((address) => (address && placeNamed(address)) ?? []);
  return [...new Set([...aliases, ...onTheWeb])];
}

const takesPeople = ({ kind }: Service) => kind === 'report' || kind === 'helpline';

function serviceFacts(service: Service, at: At): LookUpFacts {
  const { name, forWhom, purpose, notes, adultsOnly } = service;
  const stands = standingOf(service, at.moment, at.calendar);
  const [careful] = sentencesOf(notes ?? '');
  const caution = careful ? [{ text: [careful] }] : [];
  const whom = { text: [`For: ${lower(withStop(forWhom))}`] };
  const lines: readonly ListLine[] = [
    reachLine(service, stands, at),
    // Who must not use it comes before what it is good for.
    ...(adultsOnly || service.first ? caution : []),
    ...(takesPeople(service) ? [whom] : []),
    ...(adultsOnly || service.first ? [] : caution),
    { text: [purpose] },
  ];
  return { heading: headingOf(service), lines, whole: [{ kind: 'list', lines: wholeLines(service, stands) }] };

  function headingOf({ phone }: Service): string {
    return phone ? `${name.replace(/: \d+$/, '')}: ${phone}` : name;
  }
}

/** How to reach it and whether somebody answers: the first line of all. */
function reachLine(service: Service, stands: Standing, { moment }: At): ListLine {
  const { phone, textOnly, otherAccess, reportUrl, url, kind } = service;
  const link = reportUrl ?? url;
  const open = sayStanding(service, stands, moment);
  if (phone) return { text: ['Ring ', { phone }, `. ${open}`] };
  if (textOnly && otherAccess) return { text: [{ bold: otherAccess }, ` ${open}`] };
  if (link) return { text: [{ link, label: `${kind === 'report' ? 'Report' : 'Read'}: ${host(link)}` }, `. ${open}`] };
  return { text: [open === '' ? 'We have no confirmed link or number.' : open] };
}

/** Open or closed in as few words as are true. */
function sayStanding(service: Service, { state, sentence, always, opens, probably }: Standing, moment: Date): string {
  if (service.first) return 'After the site or app refused, or was silent for a week.';
  if (service.stillOpen) return 'We could not confirm that it is still open.';
  if (always) return 'Open now, day and night.';
  if (state === 'open') return 'Open now.';
  if (state === 'closed') return opens ? `Closed now. Opens ${sayWhen(opens, moment)}.` : 'Closed now.';
  if (probably) return `Probably ${probably} now (hours not confirmed).`;
  if (state === 'online') return takesPeople(service) ? 'Online, any time.' : '';
  if (service.hours) return 'We do not know if it is open today.';
  return sentence;
}

/** Every field that is known, and in plain words what is not. */
function wholeLines(service: Service, { sentence }: Standing): readonly ListLine[] {
  const { forWhom, purpose, url, reportUrl, phone, email, otherAccess, notes, chapterNote } = service;
  const contact = takesPeople(service);
  const lines: (ListLine | false)[] = [
    phone !== undefined && { text: [{ bold: 'Ring: ' }, { phone }] },
    contact && phone === undefined && { text: [noPhone(service)] },
    sentence !== '' && { text: [{ bold: contact ? 'When: ' : 'Where: ' }, sentence] },
    reportUrl !== undefined && { text: [{ link: reportUrl, label: `${contactPage(service)}: ${host(reportUrl)}` }] },
    url !== undefined && url !== reportUrl && { text: [{ link: url, label: `Website: ${host(url)}` }] },
    email !== undefined && { text: [{ bold: 'E-mail: ' }, email] },
    otherAccess !== undefined && { text: [{ bold: 'How: ' }, otherAccess] },
    { text: [{ bold: 'Who for: ' }, withStop(forWhom)] },
    { text: [{ bold: 'What for: ' }, purpose] },
    notes !== undefined && { text: [{ bold: 'Know first: ' }, notes] },
    chapterNote !== undefined && { text: [chapterNote], note: ['This correction is ours.'] },
    { text: checked(service) },
  ];
  return lines.filter((line) => line !== false);
}

/** When it was last compared with a page, and with which. */
export function checked({ lastChecked, source, phone }: Pick<Service, 'lastChecked' | 'source' | 'phone'>): Rich {
  if (!source) return ['Not confirmed: we have seen no page about it.'];
  const rung = phone ? '. Nobody rang it.' : '.';
  return [`We read it on ${sayDate(lastChecked)}, at `, { link: source, label: host(source) }, rung];
}

function noPhone({ textOnly, id }: Service): string {
  if (textOnly) return 'Text only. It has no phone number to ring.';
  if (id === 'childrens-social-care') return 'Each council has its own number.';
  return 'We have no confirmed phone number for it.';
}

function contactPage({ kind }: Service): string {
  return kind === 'report' ? 'Report here' : 'Get in touch here';
}

export function host(url: string): string {
  return new URL(url).host.replace(/^www\./, '');
}

export function sentencesOf(text: string): readonly string[] {
  return text.split(/(?<=[.!?])\s+/).filter((sentence) => sentence !== '');
}

const withStop = (words: string) => (/[.]$/.test(words) ? words : `${words}.`);
const lower = (words: string) => (/^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words);

/** Statements of the chapter that the services shown here carry. */
export const serviceStatements: Readonly<Record<string, readonly string[]>> = {
  'iwf-report': ['R3', 'R171'],
  'ceop-safety-centre': ['R4', 'R171'],
  'report-harmful-content': ['R5'],
  'report-terrorist-content': ['R6'],
  'ceop-education': ['R7'],
  'stop-it-now': ['R8'],
  'lucy-faithfull-foundation': ['R9'],
  posh: ['R10'],
  'nspcc-helpline': ['R11'],
  childline: ['R11'],
  childnet: ['R11'],
  'get-safe-online': ['R11'],
  'uk-safer-internet-centre': ['R10', 'R11'],
  'ukcis-sharing-nudes': ['R34', 'R38'],
  'rcpch-screen-time': ['R21', 'R172'],
  'dfe-cyberbullying-staff': ['R149'],
  'childnet-cyberbullying': ['R149'],
  'dfe-cyberbullying-parents': ['R160'],
  'internet-matters': ['R171'],
  'self-harm-guidance': ['R173'],
};
