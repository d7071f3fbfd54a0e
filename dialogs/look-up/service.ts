/** A service, a piece of guidance or an Act as a look-up shows it. */
import type { Service } from '../../rules/services.ts';
import { platformTools, services } from '../../rules/services.ts';
import { standing } from '../../rules/standing.ts';
import type { Block, ListLine } from '../message.ts';
import { asksOf } from './asks.ts';
import type { At, LookUpEntry } from './entry.ts';

/** Everything but the law, which law.ts shows with what the chapter says of it. */
export function serviceEntries(): readonly LookUpEntry[] {
  return [...services, platformTools].flatMap((service) => (service.kind === 'law' ? [] : [serviceEntry(service)]));
}

function serviceEntry(service: Service): LookUpEntry {
  const { id, kind, name, aliases = [], purpose, phone, adultsOnly = false } = service;
  const contact = kind === 'report' || kind === 'helpline';
  return {
    id,
    kind: kind as Exclude<Service['kind'], 'law'>,
    name,
    aliases,
    asks: asksOf[id] ?? '',
    about: purpose,
    hasPhone: phone !== undefined,
    adultsOnly,
    draw: (at) => drawService(service, at),
    ...(contact ? { answersNow: (at: At) => standing(service, at.moment, at.calendar).answersNow } : {}),
  };
}

/** Every field that is known, and in plain words what is not. */
function drawService(service: Service, { moment, calendar }: At): readonly Block[] {
  const { kind, name, forWhom, purpose, url, reportUrl, phone, email, otherAccess, notes, chapterNote } = service;
  const contact = kind === 'report' || kind === 'helpline';
  const { sentence } = standing(service, moment, calendar);
  const lines: (ListLine | false)[] = [
    phone !== undefined && { text: [{ bold: 'Ring: ' }, { phone }] },
    contact && phone === undefined && { text: [noPhone(service)] },
    sentence !== '' && { text: [{ bold: contact ? 'When: ' : 'Where: ' }, sentence] },
    reportUrl !== undefined && { text: [{ link: reportUrl, label: `${contactPage(service)}: ${host(reportUrl)}` }] },
    url !== undefined && url !== reportUrl && { text: [{ link: url, label: `Website: ${host(url)}` }] },
    email !== undefined && { text: [{ bold: 'E-mail: ' }, email] },
    otherAccess !== undefined && { text: [{ bold: 'How: ' }, otherAccess] },
    { text: [{ bold: 'Who for: ' }, `${forWhom}${/[.]$/.test(forWhom) ? '' : '.'}`] },
    { text: [{ bold: 'What for: ' }, purpose] },
    notes !== undefined && { text: [{ bold: 'Know first: ' }, notes] },
    chapterNote !== undefined && { text: [chapterNote], note: ['This correction is ours.'] },
  ];
  return [
    { kind: 'heading', text: name },
    { kind: 'list', lines: lines.filter((line) => line !== false) },
  ];
}

function noPhone({ textOnly, id }: Service): string {
  if (textOnly) return 'Text only. It has no phone number to ring.';
  if (id === 'childrens-social-care') return 'Each council has its own number.';
  return 'We have no confirmed phone number for it.';
}

function contactPage({ kind }: Service): string {
  return kind === 'report' ? 'Report here' : 'Get in touch here';
}

function host(url: string): string {
  return new URL(url).host.replace(/^www\./, '');
}

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
