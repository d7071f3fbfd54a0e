/**
 * A concern that some people may not learn of, as it may be shown: in a place where only those picked as safe work.
 * Whatever is drawn from it can name nobody else.
 */
import { siteOf } from '../../rules/local.ts';
import { guardOf, peopleToPick } from '../guard.ts';
import type { State } from '../state.ts';
import type { Context, Outcome } from '../steps.ts';

export interface ShownOutcome {
  readonly outcome: Outcome;
  readonly context: Context;
}

export function amongPicked(state: State, outcome: Outcome, context: Context): ShownOutcome {
  const { organisation } = context;
  const guard = guardOf(state, outcome, organisation);
  const site = siteOf(organisation, outcome.place.site);
  if (guard === 'open') return { outcome, context };
  const picked = site ? peopleToPick(site, outcome.facts).filter(({ person }) => guard.includes(person.id)) : [];
  const quiet = { leads: picked.map(({ person }) => person), deputies: [], head: undefined, chair: undefined };
  return {
    // A duty manager or a fostering service of one's own is a colleague too: such a place counts as any other.
    outcome: {
      ...outcome,
      facts: { ...outcome.facts, setting: 'other' },
      told: picked.length > 0 ? 'picked' : 'nobody',
    },
    context: {
      ...context,
      organisation: {
        ...organisation,
        sites: organisation.sites.map((each) => (each === site ? { ...each, ...quiet, kind: 'other' } : each)),
      },
    },
  };
}

/** Names of those picked, in the order they are rung. */
export function namesPicked({ outcome, context }: ShownOutcome): readonly string[] {
  if (outcome.told !== 'picked') return [];
  return siteOf(context.organisation, outcome.place.site)?.leads.map(({ name }) => name) ?? [];
}
