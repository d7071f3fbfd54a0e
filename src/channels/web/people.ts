/** As whom one can look at the leads' side of a trial: everybody named, site by site, and the administrator. */
import type { Organisation, Person, Site } from '../../../rules/local.ts';
import type { NamedPerson } from './view.ts';

export function peopleIn({ sites }: Organisation): readonly NamedPerson[] {
  return [...sites.flatMap(peopleAt), administrator];
}

/** By this id src/leads/concern/roles.ts knows them. */
const administrator: NamedPerson = { id: 'administrator', name: 'Administrator', inChannel: false };

function peopleAt({ id, name, leads, deputies, head, chair }: Site): readonly NamedPerson[] {
  const site = { id, name };
  const as =
    (role: string, inChannel = true) =>
    (person: Person): NamedPerson => ({ id: person.id, name: `${person.name} (${role})`, site, inChannel });
  return [
    ...leads.map(as('lead')),
    ...deputies.map(as('deputy')),
    ...[head ?? []].flat().map(as('head')),
    // Told only when the worry is about the head, so not a reader of the channel.
    ...[chair ?? []].flat().map(as('chair', false)),
  ];
}
