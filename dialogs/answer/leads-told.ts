/** What the leads know of a concern, as the person who raised it is told, and what can be done about that. */
import { guardOf } from '../guard.ts';
import type { State } from '../state.ts';
import type { Context, Step } from '../steps.ts';
import type { toldShort } from '../words/acts.ts';
import { besides, type Told, told } from '../words/told.ts';
import { andList } from './citation.ts';
import { namesPicked, type ShownOutcome } from './picked.ts';

/** Whether somebody learned of this concern from us, and may learn more. */
export function wasTold(step: Step, state: State, { organisation }: Context, leads: Told): boolean {
  if (step.kind !== 'answer' || state.practice) return false;
  const guard = guardOf(state, step.outcome, organisation);
  return leads === 'sent' || leads === 'picked' || (leads === 'already' && guard.length > 0);
}

/** What nobody was told needs no taking back. */
export function canTakeBack(step: Step, state: State, context: Context, leads: Told): boolean {
  if (state.stage !== 'open' || state.practice || state.withdrawn) return false;
  return state.early || leads === 'already' || wasTold(step, state, context, leads);
}

/** In one line: nobody was reached, of those who may be told. */
export function shownAs(leads: Told, { withdrawn }: State, { outcome }: ShownOutcome): keyof typeof toldShort {
  if (withdrawn) return 'takenBack';
  return leads === 'nowhere' && outcome.told === 'picked' ? 'notReached' : leads;
}

/** For a finished concern. */
export function leadsTold(leads: Told, state: State, shown: ShownOutcome): readonly string[] {
  if (state.withdrawn) return [besides.takenBack];
  const { told: only } = shown.outcome;
  const names = leads === 'picked' || leads === 'already' ? namesPicked(shown) : [];
  return [
    leads === 'nowhere' && only === 'picked' ? besides.notReached : told[leads],
    ...(names.length > 0 ? [`${besides.namesPicked}${andList(names)}.`] : []),
    ...(state.early && only ? [besides.calledBefore] : []),
    ...(state.referred ? [besides.referralMade] : []),
  ];
}
