/**
 * A pick means a person: the id in the organisation file, and a mark of who stood behind it when it was picked. Roles
 * change hands; whoever takes one over is a stranger to every concern for which somebody else was picked. And it means whoever
 * was shown: a card, and what is typed below it, counts only while the same people stand in the list.
 */
import { createHash } from 'node:crypto';
import { isGuard, type Pickable, peopleToPick } from '../../dialogs/guard.ts';
import type { Action } from '../../dialogs/message.ts';
import { type Entry, guardQuestion, nobody, type State } from '../../dialogs/state.ts';
import { type Context, placeIn, stepOf } from '../../dialogs/steps.ts';
import type { Facts } from '../../rules/facts.ts';
import { type Organisation, type Person, peopleOf, type Site, siteOf } from '../../rules/local.ts';
import type { ChannelName } from '../contract.ts';

/** The person's account on a platform. On the try page everybody named is at the same browser. */
export function accountOf(person: Person, channel: ChannelName): string | undefined {
  return channel === 'web' ? person.id : person[channel];
}

/**
 * Tells one person from another behind the same id: by name and every account, and reveals none. A concern is told on
 * the other platform where the app has left its own, so an account there is part of who was meant.
 */
export function markOf({ name, slack, teams }: Person): string {
  return hashed([name, slack ?? null, teams ?? null]);
}

const hashed = (what: unknown) => createHash('sha256').update(JSON.stringify(what)).digest('base64url').slice(0, 22);

/** Tells the list of people to pick from, as it stands now, from every other. Nothing where nobody is to be picked. */
function listShown(state: State, context: Context): string | undefined {
  const step = stepOf(state, context);
  if (step.kind !== 'ask' || !isGuard(step.asked.id)) return undefined;
  const site = siteOfTalk(state, context.organisation);
  return listOf(site, site ? peopleToPick(site, step.facts) : []);
}

const listOf = (site: Site | undefined, people: readonly Pickable[]) =>
  hashed([site?.id ?? null, ...people.map(({ person, role }) => [role, person.id, markOf(person)])]);

/** Who stands on the buttons of a card: the list of people to pick from, and the site whose people can be rung. */
export interface OnCard {
  readonly list?: string | undefined;
  readonly site?: Site | undefined;
}

export function onCard(state: State, context: Context): OnCard {
  return { list: listShown(state, context), site: siteOfTalk(state, context.organisation) };
}

/** A button that names people carries who they are; every other one stays as it is. */
export function withShown(action: Action, { list, site }: OnCard): Action {
  if (action.do === 'ticks' && action.question === guardQuestion && list !== undefined)
    return { ...action, shown: list };
  const rung = action.do === 'called' ? markIn(action.whom, site) : undefined;
  return action.do === 'called' && rung !== undefined ? { ...action, shown: rung } : action;
}

/** A mark of who stands behind this id now; nothing where it is nobody's. */
export const markNow = (id: string | undefined, state: State, organisation: Organisation): string | undefined =>
  markIn(id, siteOfTalk(state, organisation));

function markIn(id: string | undefined, site: Site | undefined): string | undefined {
  const person = site && peopleOf(site).find((each) => each.id === id);
  return person && markOf(person);
}

const siteOfTalk = (state: State, organisation: Organisation) =>
  siteOf(organisation, placeIn(state, organisation).site);

/**
 * The answer as it is stored: with who is meant by each id. Other entries stay as they are.
 *
 * @param shown the list that was answered. @returns nothing where others stand in the list now: then nobody is picked
 */
export function bound(entry: Entry, state: State, context: Context, shown: string | undefined): Entry | undefined {
  if (entry.type !== 'answer' || entry.question !== guardQuestion) return entry;
  const { organisation } = context;
  const picksNobody = entry.values.every((id) => id === nobody);
  if (!picksNobody && (shown === undefined || shown !== listShown(state, context))) return undefined;
  return marked(entry, siteOfTalk(state, organisation));
}

function marked(entry: Extract<Entry, { type: 'answer' }>, site: Site | undefined): Entry {
  const people = site ? peopleOf(site) : [];
  const marks = entry.values.map((id) => {
    const person = people.find((each) => each.id === id);
    return person ? markOf(person) : nobody;
  });
  return { ...entry, marks };
}

/**
 * The same, where it cannot be worked out which list was shown: it was one of the two orders in which the people of the
 * site are listed, as they stand in the file.
 */
export function boundInTheFile(
  entry: Entry,
  state: Pick<State, 'places'>,
  organisation: Organisation,
  shown: string | undefined,
): Entry | undefined {
  const site = siteOf(organisation, state.places.get('site'));
  if (entry.type !== 'answer' || !site) return undefined;
  const lists = orders.map((facts) => listOf(site, peopleToPick(site, facts)));
  return shown !== undefined && lists.includes(shown) ? marked(entry, site) : undefined;
}

const orders: readonly Facts[] = [{ topics: [] }, { topics: [], colleague: 'yes' }];

/**
 * Only those picks, and those calls, that still are of the people they were. A pick stored without its mark, by an older
 * version, is nobody: who was meant cannot be known, so it is asked again.
 */
export function stillPicked(state: State, organisation: Organisation): State {
  const site = siteOfTalk(state, organisation);
  return {
    ...state,
    safe: state.safe.filter((id) => id === nobody || isStill(id, state, site)),
    tried: state.tried.filter(({ whom, mark }) => mark === undefined || mark === markIn(whom, site)),
  };
}

const isStill = (id: string, { marks }: Pick<State, 'marks'>, site: Site | undefined): boolean =>
  marks.has(id) && marks.get(id) === markIn(id, site);

/** Of these ids those who still are the people they were, where nothing but the file and the answers can be read. */
export function stillThere(
  ids: readonly string[],
  state: Pick<State, 'marks' | 'places'>,
  organisation: Organisation,
): readonly string[] {
  const site = siteOf(organisation, state.places.get('site'));
  return ids.filter((id) => isStill(id, state, site));
}
