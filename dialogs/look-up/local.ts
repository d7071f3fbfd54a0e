/** The organisation's own contacts as look-ups: "number for social care", "LADO", "who is my safeguarding lead". */
import { type ContactLine, contactsFor } from '../../rules/contacts.ts';
import type { Organisation, Place } from '../../rules/local.ts';
import type { PeopleRoute } from '../../rules/outcome.ts';
import { contactLine } from '../answer/lines.ts';
import type { Block } from '../message.ts';
import type { At, LookUpEntry } from './entry.ts';

/** One entry for each council's team and LADO, and for the leads of each site. */
export function localEntries(organisation: Organisation): readonly LookUpEntry[] {
  const councils = organisation.councils.flatMap(({ id, name }): LookUpEntry[] => [
    entry(organisation, {
      id: `local:${id}:social-care`,
      name: `${name}: children's social care`,
      aliases: [`${name} social care`, 'social care', 'MASH', 'front door'],
      asks: 'refer referral child at risk council team duty out of hours night',
      about: 'Tell the council that a child may be at risk.',
      route: 'childrens-social-care',
      place: { council: id },
    }),
    entry(organisation, {
      id: `local:${id}:lado`,
      name: `${name}: LADO`,
      aliases: [`${name} LADO`, 'LADO', 'designated officer'],
      asks: 'allegation staff volunteer teacher colleague foster carer works with children',
      about: 'The council officer for worries about people who work with children.',
      route: 'lado',
      place: { ladoCouncil: id },
    }),
  ]);
  const sites = organisation.sites.map(({ id, name }) =>
    entry(organisation, {
      id: `local:${id}:leads`,
      name: `${name}: safeguarding leads`,
      aliases: ['safeguarding lead', 'DSL', 'designated safeguarding lead', `${name} lead`],
      asks: 'who is my lead deputy head tell',
      about: 'The people to tell at your place of work.',
      route: 'safeguarding-lead',
      place: { site: id },
    }),
  );
  return [...councils, ...sites];
}

interface LocalEntry extends Pick<LookUpEntry, 'id' | 'name' | 'aliases' | 'asks' | 'about'> {
  readonly route: PeopleRoute;
  readonly place: Place;
}

function entry(organisation: Organisation, { route, place, ...words }: LocalEntry): LookUpEntry {
  const lines = ({ moment, calendar }: At): readonly ContactLine[] =>
    contactsFor(route, { organisation, calendar, moment, ...place });
  return {
    ...words,
    kind: 'local',
    hasPhone: true,
    answersNow: (at) => lines(at).some((line) => line.kind === 'contact' && line.openNow === true),
    draw: (at): readonly Block[] => [
      { kind: 'heading', text: words.name },
      { kind: 'list', lines: lines(at).map((line) => contactLine(line, at.moment)) },
    ],
  };
}
