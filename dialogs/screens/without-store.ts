/** What a press on the answer shows while nothing can be saved, from the answers that its button carries. */
import { actBlocks } from '../answer/acts.ts';
import { partMessage } from '../answer/card.ts';
import { amongPicked } from '../answer/picked.ts';
import { planOf } from '../answer/plan.ts';
import type { Action, Message } from '../message.ts';
import type { State } from '../state.ts';
import { type Context, stepOf } from '../steps.ts';
import { withoutStoreWords as words } from '../words/screens.ts';
import { alert, framed } from './frame.ts';

/** @returns nothing where these answers reach no answer, or the press needs the store. */
export function withoutStore(action: Action, state: State, everywhere: Context): Message | undefined {
  const step = stepOf(state, everywhere);
  if (step.kind !== 'answer') return undefined;
  const { outcome, context } = amongPicked(state, step.outcome, everywhere);
  if (action.do === 'part') return partMessage(action.part, outcome, state, context, []);
  if (action.do !== 'called' || action.whom === undefined) return undefined;
  const { whom, result } = action;
  const plan = planOf(outcome, context, [...state.tried, { whom, result, at: context.now }]);
  return framed(state, {
    summary: words.summary,
    body: [alert(words.nobodyTold), ...actBlocks(plan, outcome, context)],
    ...(plan.danger === 'no' ? {} : { danger: true }),
  });
}
