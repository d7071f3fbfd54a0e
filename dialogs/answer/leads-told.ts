/** What the leads know of a concern, as the person who raised it is told, and what can be done about that. */
import { guardOf } from '../guard.ts';
import type { Block } from '../message.ts';
import { text } from '../screens/frame.ts';
import type { State } from '../state.ts';
import type { Context, Step } from '../steps.ts';
import { besides, type Told, told } from '../words/told.ts';
import { andList } from './citation.ts';
import { namesPicked, type Shown } from './picked.ts';

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

/** For a finished concern. */
export function leadsTold(leads: Told, state: State, shown: Shown): readonly Block[] {
  if (state.withdrawn) return [text(besides.takenBack)];
  const { told: only } = shown.outcome;
  const names = leads === 'picked' || leads === 'already' ? namesPicked(shown) : [];
  return [
    text(leads === 'nowhere' && only === 'picked' ? besides.notReached : told[leads]),
    ...(names.length > 0 ? [text(`${besides.namesPicked}${andList(names)}.`)] : []),
    ...(state.early && only ? [text(besides.calledBefore)] : []),
    ...(state.referred ? [text(besides.referralMade)] : []),
  ];
}
