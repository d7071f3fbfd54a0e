/** What is allowed in an organisation file and still unwise. Told to administrators at the start, and by the check of a file. */

import { type Gap, gapsIn } from '../../rules/cover.ts';
import type { Hours, Range } from '../../rules/hours.ts';
import { capital, sayClock } from '../../rules/hours-said.ts';
import {
  type Council,
  contactsIn,
  type Organisation,
  type Person,
  peopleOf,
  type Site,
  staleContacts,
} from '../../rules/local.ts';
import { isDrama, looksBritish } from '../../rules/phone.ts';
import type { FieldPath } from './file.ts';

/** One matter, as a plain sentence that says what to do. Nothing here stops the start. */
export interface Warning {
  readonly path: FieldPath;
  /** The same in words, as `sites.riverside-school.head`. */
  readonly at: string;
  readonly said: string;
}

export type ChatPlatform = 'slack' | 'teams';

export interface WarningScope {
  readonly moment: Date;
  /** Where people can meet the program. A trial has none: its file may be the example. */
  readonly platforms: readonly ChatPlatform[];
}

export function warningsFor(organisation: Organisation, { moment, platforms }: WarningScope): readonly Warning[] {
  const people = placedPeople(organisation);
  return [
    ...organisation.sites.flatMap((site, i) => [...coverWarnings(site, i), ...roleWarnings(site, i)]),
    ...organisation.councils.flatMap(nightWarnings),
    ...platforms.flatMap((platform) => [
      ...workspaceWarnings(organisation, platform),
      ...accountWarnings(organisation, people, platform),
      ...channelWarnings(organisation, platform),
    ]),
    ...phoneWarnings(organisation, people, platforms.length > 0),
    ...staleContacts(organisation, moment).map(({ at, contact, days }) => ({
      path: contactPath(organisation, at),
      at,
      said: `${contact.name} was last checked ${days} days ago. Read ${contact.source} again, then change lastChecked.`,
    })),
  ];
}

/** The chair is told of a worry about the head; the chair does not cover for the leads. */
function coverWarnings(site: Site, i: number): readonly Warning[] {
  const covering = [...site.leads, ...site.deputies, ...(site.head ? [site.head] : [])];
  const times = sayGaps(covering.map(({ cover }) => cover));
  if (times === '') return [];
  const said = `nobody covers ${times}. People are then told to ring children's social care themselves.`;
  return [{ path: ['sites', i], at: `sites.${site.id}`, said }];
}

function roleWarnings(site: Site, i: number): readonly Warning[] {
  const here = { path: ['sites', i], at: `sites.${site.id}` };
  return [
    ...(site.head ? [] : [{ ...here, said: 'no head is named. A worry about staff then goes to the LADO directly.' }]),
    ...(site.chair
      ? []
      : [{ ...here, said: 'no chair is named. A worry about the head then goes to the LADO directly.' }]),
  ];
}

/** Said only where the hours of both teams are known. */
function nightWarnings(
  { id, childrensSocialCare: { officeHours, outOfHours } }: Council,
  i: number,
): readonly Warning[] {
  const hours = [officeHours, outOfHours].map((contact) => contact?.hours);
  const times = hours.every((each) => each !== undefined) ? sayGaps(hours) : '';
  if (times === '') return [];
  const said = `no team of children's social care answers ${times}. Read the council's page again, and mend the hours.`;
  return [{ path: ['councils', i, 'childrensSocialCare'], at: `councils.${id}.childrensSocialCare`, said }];
}

function workspaceWarnings({ workspaces }: Organisation, platform: ChatPlatform): readonly Warning[] {
  if (workspaces[platform].length > 0) return [];
  const id = platform === 'slack' ? 'workspace id, which starts with T' : 'directory (tenant) id';
  const said = `nobody is named here, so everybody in ${nameOf[platform]} is turned away. Add your ${id}.`;
  return [{ path: ['workspaces'], at: `workspaces.${platform}`, said }];
}

const nameOf = { slack: 'Slack', teams: 'Teams' } as const;

interface PlacedPerson {
  readonly path: FieldPath;
  readonly at: string;
  readonly person: Pick<Person, 'name' | ChatPlatform> & {
    readonly phone?: string;
    readonly mobile?: string | undefined;
  };
}

function placedPeople({ sites, administrators }: Organisation): readonly PlacedPerson[] {
  return [
    ...sites.flatMap((site, i) =>
      peopleOf(site).map((person) => ({
        path: ['sites', i, ...placeOf(site, person)],
        at: `sites.${site.id}.${person.id}`,
        person,
      })),
    ),
    ...administrators.map((person, i) => ({
      path: ['administrators', i],
      at: `administrators.${person.name}`,
      person: {
        name: person.name,
        ...(person.slack && { slack: person.slack }),
        ...(person.teams && { teams: person.teams }),
      },
    })),
  ];
}

function placeOf({ leads, deputies, head }: Site, person: Person): FieldPath {
  if (leads.includes(person)) return ['leads', leads.indexOf(person)];
  if (deputies.includes(person)) return ['deputies', deputies.indexOf(person)];
  return [person === head ? 'head' : 'chair'];
}

function accountWarnings(
  organisation: Organisation,
  people: readonly PlacedPerson[],
  platform: ChatPlatform,
): readonly Warning[] {
  const channels = organisation.sites.flatMap((site) => [site.channel[platform], site.secondChannel[platform]]);
  return people.flatMap(({ path, at, person }): readonly Warning[] => {
    const account = person[platform];
    const here = { path: [...path, platform], at: `${at}.${platform}` };
    if (account === undefined) {
      if (at.startsWith('administrators')) return [];
      const said = `${person.name} has no account in ${nameOf[platform]} here, so no message reaches them there. Add it.`;
      return [{ path, at, said }];
    }
    if (channels.includes(account) || (platform === 'slack' && !/^[UW][A-Z0-9]+$/.test(account))) {
      return [{ ...here, said: `${account} is not the id of a person. ${howToFind[platform]}` }];
    }
    const same = people.find((other) => other.person[platform] === account);
    // One person may serve several sites under one name.
    if (!same || same.person.name === person.name) return [];
    const said = `${person.name} has the same account as ${same.person.name}. Whoever is told next would be the same person: give each their own.`;
    return [{ ...here, said }];
  });
}

const howToFind = {
  slack: 'In Slack open their profile, press the three dots, then "Copy member ID": it starts with U or W.',
  teams: 'It is their object id in your directory.',
} as const;

function channelWarnings({ sites }: Organisation, platform: ChatPlatform): readonly Warning[] {
  const placed = sites.flatMap((site, i) =>
    (['channel', 'secondChannel'] as const).flatMap((field) => {
      const id = site[field][platform];
      return id === undefined
        ? []
        : [{ site, id, path: ['sites', i, field, platform], at: `sites.${site.id}.${field}` }];
    }),
  );
  return placed.flatMap(({ site, id, path, at }): readonly Warning[] => {
    if (platform === 'slack' && !/^[CG][A-Z0-9]+$/.test(id)) {
      return [
        {
          path,
          at,
          said: `${id} is not the id of a channel. In Slack it stands at the end of the channel's details, and starts with C.`,
        },
      ];
    }
    const other = placed.find((each) => each.id === id)?.site;
    if (!other || other === site) return [];
    const said = `this is the channel of ${other.name}, too: the leads of each would read the other's concerns. Give each site its own.`;
    return [{ path, at, said }];
  });
}

function phoneWarnings(
  organisation: Organisation,
  people: readonly PlacedPerson[],
  isReal: boolean,
): readonly Warning[] {
  const contacts = contactsIn(organisation).map(({ at, contact }) => ({
    path: contactPath(organisation, at),
    at,
    phone: contact.phone,
  }));
  const theirs = people.flatMap(({ path, at, person: { phone, mobile } }) => [
    { path, at, phone },
    { path: [...path, 'mobile'], at: `${at}.mobile`, phone: mobile },
  ]);
  return [...contacts, ...theirs].flatMap(({ path, at, phone }): readonly Warning[] => {
    if (phone === undefined) return [];
    if (!looksBritish(phone)) {
      const said = `${phone} does not look like a phone number in the United Kingdom. Ring it to check.`;
      return [{ path, at, said }];
    }
    if (!isReal || !isDrama(phone)) return [];
    return [{ path, at, said: `${phone} is one of Ofcom's numbers for drama. It reaches nobody: write the real one.` }];
  });
}

/** `councils.derby.officeHours` as it stands in the file. */
function contactPath({ councils }: Organisation, at: string): FieldPath {
  const [, id, role = ''] = at.split('.');
  const council = councils.findIndex((each) => each.id === id);
  const isSocialCare = role === 'officeHours' || role === 'outOfHours';
  return ['councils', council, ...(isSocialCare ? ['childrensSocialCare'] : []), role];
}

/** When none of these answers; empty where one always does. */
function sayGaps(cover: readonly Hours[]): string {
  const { week, bankHoliday, dayAfter } = gapsIn(cover);
  return [
    ...week.map(sayGap),
    ...bankHoliday.map((range) => `bank holidays ${sayRange(range)}`),
    ...dayAfter.map((range) => `days after a bank holiday ${sayRange(range)}`),
  ].join('; ');
}

function sayGap({ fromDay, from, toDay, to }: Gap): string {
  if (fromDay === toDay && from < to) return `${capital(fromDay)} ${sayRange({ from, to })}`;
  return `${capital(fromDay)} ${sayClock(from)} to ${capital(toDay)} ${sayClock(to)}`;
}

function sayRange({ from, to }: Range): string {
  return from === 0 && to === 24 * 60 ? 'all day' : `${sayClock(from)} to ${sayClock(to)}`;
}
