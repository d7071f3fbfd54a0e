/** The call that stands to be made, as somebody means it who types "rung" or "no answer". */
import type { State } from '../state.ts';
import { type Context, stepOf } from '../steps.ts';
import { amongPicked } from './picked.ts';
import { planOf, standingAct } from './plan.ts';

/** By its name in the plan; nothing before the answer, or when all calls are made. */
export function whomStands(state: State, context: Context): string | undefined {
  const step = stepOf(state, context);
  if (step.kind !== 'answer') return undefined;
  const shown = amongPicked(state, step.outcome, context);
  return standingAct(planOf(shown.outcome, shown.context, state.tried))?.whom;
}
