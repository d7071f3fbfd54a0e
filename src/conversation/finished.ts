/**
 * Whether a conversation is a concern to be raised, and who may hear of it. Each has a way out where a fault of ours
 * stops it, so that neither whoever raised it nor a lead is left in silence: in the end what the stored answers say by
 * themselves. Where they do not say clearly who may hear of it, nobody does.
 */
import { asStored } from '../../dialogs/as-stored.ts';
import { walk } from '../../dialogs/flow.ts';
import { guardOf } from '../../dialogs/guard.ts';
import { type Entry, keepsSilent, nobody, type State } from '../../dialogs/state.ts';
import { type Context, type Outcome, stepOf } from '../../dialogs/steps.ts';
import type { Organisation } from '../../rules/local.ts';
import type { OnFault } from '../contract.ts';
import { orPlainer } from './faults.ts';
import { stillThere } from './picks.ts';

/** `undecided`: enough is answered, and what is due on the answers cannot be worked out. */
export type Finished = Outcome | 'undecided';

export type Guard = 'open' | readonly string[];

/** What is stored of a conversation, and what it adds up to. */
export interface Talk {
  readonly entries: readonly Entry[];
  readonly state: State;
}

/** Whatever is shown: the reply that first showed the answer may have been replaced before it was sent. */
export function outcomeNow(state: State, context: Context): Outcome | undefined {
  const step = stepOf(state, context);
  return step.kind === 'answer' ? step.outcome : undefined;
}

/** Nothing where answers are missing, or are being changed. */
export function finishedNow(
  { state, entries }: Talk,
  context: Context,
  onFault: OnFault,
  id: string,
): Finished | undefined {
  const undecided = (is: boolean) => (is ? 'undecided' : undefined);
  // Not every answer may be there. But those that are say who may hear of it, and no more will be understood.
  const enough = () => undecided(guardAsStored(entries, context.organisation) !== undefined);
  return orPlainer<Finished | undefined>(
    () => outcomeNow(state, context),
    () => orPlainer(() => undecided(isAnswered(state)), enough, 'reply', onFault, id),
    'reply',
    onFault,
    id,
  );
}

const isAnswered = ({ stage, reopened, answers }: State) =>
  stage === 'open' && reopened === undefined && walk(answers).next === undefined;

/** Everybody named for the site, or these people of it by id. Nothing: it cannot be known. */
export function guardNow(
  { state, entries }: Talk,
  finished: Finished,
  organisation: Organisation,
  onFault: OnFault,
  id?: string,
): Guard | undefined {
  return orPlainer<Guard | undefined>(
    () => (finished === 'undecided' ? plainGuard(state) : guardOf(state, finished, organisation)),
    () =>
      orPlainer(
        () => plainGuard(state),
        () => guardAsStored(entries, organisation),
        'raise',
        onFault,
        id,
      ),
    'raise',
    onFault,
    id,
  );
}

/** Of a conversation that is no concern yet. */
export function guardSoFar({ state, entries }: Talk): Guard {
  try {
    return keepsSilent(state.answers) ? [] : 'open';
  } catch {
    return asStored(entries).guard;
  }
}

/** From the answers alone. Where they ask for silence and nobody was asked yet who is safe to tell, it is not known. */
function plainGuard({ answers, safe }: State): Guard | undefined {
  if (!keepsSilent(answers)) return 'open';
  return safe.length > 0 ? safe.filter((each) => each !== nobody) : undefined;
}

/** Of the people picked only those who are still who they were. Nothing: the answers do not say it clearly. */
function guardAsStored(entries: readonly Entry[], organisation: Organisation): Guard | undefined {
  const { state, guard } = asStored(entries);
  if (guard === 'open') return guard;
  const picked = orNobody(() => stillThere(guard, state, organisation));
  return picked.length > 0 ? picked : undefined;
}

function orNobody(work: () => readonly string[]): readonly string[] {
  try {
    return work();
  } catch {
    return [];
  }
}
