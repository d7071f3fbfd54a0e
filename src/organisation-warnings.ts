/** What is allowed in an organisation file and still unwise. Told to administrators at the start, and while running. */

import { type Gap, gapsIn } from '../rules/cover.ts';
import type { Range } from '../rules/hours.ts';
import { capital, sayClock } from '../rules/hours-said.ts';
import { contactsIn, type Organisation, peopleOf, type Site, staleContacts } from '../rules/local.ts';

/** Plain sentences, one a matter. Nothing here stops the start. */
export function warningsFor(organisation: Organisation, moment: Date): readonly string[] {
  return [
    ...organisation.sites.flatMap((site) => [...coverWarnings(site), ...roleWarnings(site)]),
    ...phoneWarnings(organisation),
    ...staleContacts(organisation, moment).map(
      ({ at, contact, days }) =>
        `${at}: ${contact.name} was last checked ${days} days ago. Read ${contact.source} again, then change lastChecked.`,
    ),
  ];
}

/** The chair is told of a worry about the head; the chair does not cover for the leads. */
function coverWarnings(site: Site): readonly string[] {
  const covering = [...site.leads, ...site.deputies, ...(site.head ? [site.head] : [])];
  const { week, bankHoliday, dayAfter } = gapsIn(covering.map(({ cover }) => cover));
  const times = [
    ...week.map(sayGap),
    ...bankHoliday.map((range) => `bank holidays ${sayRange(range)}`),
    ...dayAfter.map((range) => `days after a bank holiday ${sayRange(range)}`),
  ];
  if (times.length === 0) return [];
  return [
    `sites.${site.id}: nobody covers ${times.join('; ')}. People are then told to ring children's social care themselves.`,
  ];
}

function roleWarnings(site: Site): readonly string[] {
  return [
    ...(site.head ? [] : [`sites.${site.id}: no head is named. A worry about staff then goes to the LADO directly.`]),
    ...(site.chair
      ? []
      : [`sites.${site.id}: no chair is named. A worry about the head then goes to the LADO directly.`]),
  ];
}

function phoneWarnings(organisation: Organisation): readonly string[] {
  const contacts = contactsIn(organisation).map(({ at, contact }) => ({ at, phone: contact.phone }));
  const people = organisation.sites.flatMap((site) =>
    peopleOf(site).map((person) => ({ at: `sites.${site.id}.${person.id}`, phone: person.phone })),
  );
  return [...contacts, ...people]
    .filter(({ phone }) => phone !== undefined && !looksBritish(phone))
    .map(
      ({ at, phone }) => `${at}: ${phone} does not look like a phone number in the United Kingdom. Ring it to check.`,
    );
}

/** Ten or eleven digits with a leading 0 or +44, or one of the short national numbers. */
function looksBritish(phone: string): boolean {
  const digits = phone.replaceAll(/[\s()-]/g, '').replace(/^(\+|00)44/, '0');
  return /^(0[1235789]\d{8,9}|08001111|999|101|105|111|112|119|116\d{3})$/.test(digits);
}

function sayGap({ fromDay, from, toDay, to }: Gap): string {
  if (fromDay === toDay && from < to) return `${capital(fromDay)} ${sayRange({ from, to })}`;
  return `${capital(fromDay)} ${sayClock(from)} to ${capital(toDay)} ${sayClock(to)}`;
}

function sayRange({ from, to }: Range): string {
  return from === 0 && to === 24 * 60 ? 'all day' : `${sayClock(from)} to ${sayClock(to)}`;
}
