/**
 * A pick means a person: the id in the organisation file, and a mark of who stood behind it when it was picked. Roles
 * change hands; whoever takes one over is a stranger to every concern for which somebody else was picked.
 */
import { createHash } from 'node:crypto';
import { type Entry, guardQuestion, nobody, type State } from '../../dialogs/state.ts';
import { placeOf } from '../../dialogs/steps.ts';
import { type Organisation, type Person, peopleOf, siteOf } from '../../rules/local.ts';
import type { ChannelName } from './ports.ts';

/** The person's account on a platform. On the try page everybody named is at the same browser. */
export function accountOf(person: Person, channel: ChannelName): string | undefined {
  return channel === 'web' ? person.id : person[channel];
}

/**
 * Tells one person from another behind the same id: by name and every account, and reveals none. A concern is told on
 * the other platform where the app has left its own, so an account there is part of who was meant.
 */
export function markOf({ name, slack, teams }: Person): string {
  const who = JSON.stringify([name, slack ?? null, teams ?? null]);
  return createHash('sha256').update(who).digest('base64url').slice(0, 22);
}

/** The answer as it is stored: with who is meant by each id. Other entries stay as they are. */
export function bound(entry: Entry, state: State, organisation: Organisation): Entry {
  if (entry.type !== 'answer' || entry.question !== guardQuestion) return entry;
  const site = siteOf(organisation, placeOf(state, organisation).site);
  const people = site ? peopleOf(site) : [];
  const marks = entry.values.map((id) => {
    const person = people.find((each) => each.id === id);
    return person ? markOf(person) : nobody;
  });
  return { ...entry, marks };
}

/**
 * Only those picks that still are the people they were. One stored without its mark, by an older version, is nobody:
 * who was meant cannot be known, so it is asked again.
 */
export function stillPicked(state: State, organisation: Organisation): State {
  const site = siteOf(organisation, placeOf(state, organisation).site);
  const people = site ? peopleOf(site) : [];
  const stands = (id: string) =>
    id === nobody || people.some((person) => person.id === id && state.marks.get(id) === markOf(person));
  return { ...state, safe: state.safe.filter(stands) };
}
