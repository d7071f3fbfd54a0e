/** "What must I do now?" before the end: what is certain so far, then "if ..., then ...", never an order too early. */
import type { Route } from '../../rules/outcome.ts';
import { actBlocks } from '../answer/acts.ts';
import { certainDuties } from '../answer/certain.ts';
import type { DontShort } from '../answer/donts.ts';
import { amongPicked } from '../answer/picked.ts';
import { planOf } from '../answer/plan.ts';
import type { Message } from '../message.ts';
import type { State } from '../state.ts';
import { type Context, type Outcome, outcomeOf, stepOf } from '../steps.ts';
import { nowScreen as words } from '../words/screens.ts';
import { framed, heading, list, move, text } from './frame.ts';
import { leadOffer } from './get-lead.ts';

export function nowScreen(state: State, everywhere: Context): Message {
  const { outcome, context } = amongPicked(state, outcomeOf(state, everywhere), everywhere);
  const certain = certainSoFar(state, outcome, everywhere);
  const due = (route: Route) => certain.decision.duties.some((duty) => duty.route === route);
  const open = words.ifs.filter(({ routes }) => !routes.every(due));
  const made = planOf(certain, context);
  const plan = { ...made, donts: careful(made.donts) };
  return framed(state, {
    summary: words.summary,
    body: [
      heading(words.title),
      ...actBlocks(plan, certain, context),
      ...(open.length > 0 ? [text(words.notSettled), list(open.map(({ said }) => said))] : []),
      ...(stepOf(state, everywhere).kind === 'ask' ? leadOffer(state) : []),
    ],
    moves: [move.show],
    ...(plan.danger === 'yes' ? { danger: true } : {}),
  });
}

/** What it is about may not be known yet, so what is never right is always said. */
function careful(donts: readonly DontShort[]): readonly DontShort[] {
  const always: readonly DontShort[] = donts.includes('picture') ? ['secrecy'] : ['secrecy', 'look'];
  return [...new Set([...donts, ...always])];
}

/** The concern as far as it is certain: a later answer can only add to it. Somebody is rung now, not later today. */
function certainSoFar(state: State, outcome: Outcome, context: Context): Outcome {
  const duties = certainDuties(state, context)
    .filter(({ strength }) => strength !== 'may')
    .map((duty) => (duty.route === 'safeguarding-lead' ? { ...duty, deadline: { kind: 'now' } as const } : duty));
  return { ...outcome, decision: { ...outcome.decision, duties } };
}
