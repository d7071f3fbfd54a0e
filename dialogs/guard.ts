/**
 * The tip-off guard (line 153): where somebody who could be told may be part of it, only people picked as safe may learn
 * of the concern. The rules say when that holds (`guarded`); this says who can be picked, and who was.
 */
import type { Facts } from '../rules/facts.ts';
import { type Organisation, type Person, type Place, peopleOf, type Site, siteOf } from '../rules/local.ts';
import type { Role } from '../rules/on-cover.ts';
import type { Decision } from '../rules/outcome.ts';
import { guardQuestion, keepsSilent, nobody, type State } from './state.ts';

/** A concern with all its answers, as steps.ts works it out. */
interface ConcernAnswers {
  readonly facts: Facts;
  readonly decision: Decision;
  readonly place: Place;
}

export interface Pickable {
  readonly person: Person;
  readonly role: Role;
}

/** A tick list holds ten options, and one of them is "nobody". */
const most = 9;

/**
 * The people to choose from, in the order shown. Where the adult may work with children, the head and the chair stand
 * first; they are never among those that do not fit.
 */
export function peopleToPick(site: Site, { positionOfTrust, colleague, staffConduct }: Facts): readonly Pickable[] {
  const as = (role: Role, people: readonly (Person | undefined)[]): readonly Pickable[] =>
    people.filter((person) => person !== undefined).map((person) => ({ person, role }));
  const above = [...as('head', [site.head]), ...as('chair', [site.chair])];
  const leads = [...as('lead', site.leads), ...as('deputy', site.deputies)].slice(0, most - above.length);
  const mayBeStaff = [positionOfTrust, colleague, staffConduct].some(
    (answer) => answer === 'yes' || answer === 'unsure',
  );
  return mayBeStaff ? [...above, ...leads] : [...leads, ...above];
}

/**
 * Who may learn of this concern: `open` is everybody named for the site, else these people of the site by id. Nobody
 * where nobody was picked, or it was not answered yet.
 */
export function guardOf(
  state: State,
  { decision, place }: ConcernAnswers,
  organisation: Organisation,
): 'open' | readonly string[] {
  if (!decision.guarded) return 'open';
  const site = siteOf(organisation, place.site);
  const ids = site ? peopleOf(site).map(({ id }) => id) : [];
  return state.safe.filter((id) => id !== nobody && ids.includes(id));
}

/** Whether it is still to be asked. Picks that have all left the organisation's file count as no answer. */
export function guardIsOpen(state: State, concern: ConcernAnswers, organisation: Organisation): boolean {
  if (!siteOf(organisation, concern.place.site) || state.safe.includes(nobody)) return false;
  const guard = guardOf(state, concern, organisation);
  return guard !== 'open' && guard.length === 0;
}

/** Whether the answers so far let a lead be called at once, and it was not done yet. */
export function canCallLead({ stage, early, withdrawn, answers }: State): boolean {
  const [danger] = answers.get('danger') ?? [];
  return stage === 'open' && !early && !withdrawn && danger !== 'no' && !keepsSilent(answers);
}

export const isGuard = (question: string): question is typeof guardQuestion => question === guardQuestion;
