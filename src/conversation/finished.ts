/**
 * Whether a conversation is a concern to be raised, and who may hear of it. Each has a way out where a fault of ours
 * stops it, so that neither whoever raised it nor a lead is left in silence; where it cannot be known who may hear of
 * it, nobody does.
 */
import { walk } from '../../dialogs/flow.ts';
import { guardOf } from '../../dialogs/guard.ts';
import { keepsSilent, nobody, type State } from '../../dialogs/state.ts';
import { type Context, type Outcome, stepOf } from '../../dialogs/steps.ts';
import type { Organisation } from '../../rules/local.ts';
import { orPlainer } from './faults.ts';
import type { OnFault } from './ports.ts';

/** `undecided`: every question is answered, and what is due on the answers cannot be worked out. */
export type Finished = Outcome | 'undecided';

export type Guard = 'open' | readonly string[];
const unknown = () => undefined;

/** Whatever is shown: the reply that first showed the answer may have been replaced before it was sent. */
export function outcomeNow(state: State, context: Context): Outcome | undefined {
  const step = stepOf(state, context);
  return step.kind === 'answer' ? step.outcome : undefined;
}

/** Nothing where answers are missing, or are being changed. */
export function finishedNow(state: State, context: Context, onFault: OnFault, id: string): Finished | undefined {
  return orPlainer<Finished | undefined>(
    () => outcomeNow(state, context),
    () => orPlainer(() => (isAnswered(state) ? 'undecided' : undefined), unknown, 'reply', onFault, id),
    'reply',
    onFault,
    id,
  );
}

const isAnswered = ({ stage, reopened, answers }: State) =>
  stage === 'open' && reopened === undefined && walk(answers).next === undefined;

/** Everybody named for the site, or these people of it by id. Nothing: it cannot be known. */
export function guardNow(
  state: State,
  finished: Finished,
  organisation: Organisation,
  onFault: OnFault,
  id?: string,
): Guard | undefined {
  return orPlainer<Guard | undefined>(
    () => (finished === 'undecided' ? plainGuard(state) : guardOf(state, finished, organisation)),
    () => orPlainer(() => plainGuard(state), unknown, 'raise', onFault, id),
    'raise',
    onFault,
    id,
  );
}

/** From the answers alone. Where they ask for silence and nobody was asked yet who is safe to tell, it is not known. */
function plainGuard({ answers, safe }: State): Guard | undefined {
  if (!keepsSilent(answers)) return 'open';
  return safe.length > 0 ? safe.filter((each) => each !== nobody) : undefined;
}
