/** What is said where the store cannot be asked, or is not done in time: from the button itself, or whom to ring. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Message } from '../../dialogs/message.ts';
import { plainCard } from '../../dialogs/screens/plain-card.ts';
import { storeDownScreen } from '../../dialogs/screens/store-down.ts';
import { withoutStore } from '../../dialogs/screens/without-store.ts';
import { fold } from '../../dialogs/state.ts';
import type { Organisation } from '../../rules/local.ts';
import { SealBroken } from '../seal/seal.ts';
import { StoreCorrupt, StoreUnavailable } from '../store/store.ts';
import type { ComposePorts } from './compose.ts';
import { speaksOfDanger } from './danger.ts';
import { orPlainer } from './faults.ts';
import type { Heard } from './heard.ts';
import { stillPicked } from './picks.ts';

type AwayPorts = Pick<ComposePorts, 'owedSeal' | 'calendar' | 'onFault'>;

/** Platforms wait 3 seconds, people less. A step that takes longer may still land; its reply then still comes. */
const turnMs = 1_400;

export function sayWithoutStore(heard: Heard, organisation: Organisation, ports: AwayPorts): Message {
  const { calendar, onFault } = ports;
  return orPlainer(
    () =>
      fromItsCard(heard, organisation, ports) ??
      storeDownScreen({ organisation, calendar, now: heard.at }, speaksOfDanger(heard.input)),
    () => plainCard({ organisation }),
    'reply',
    onFault,
  );
}

/** What the card that was pressed can show by itself. Nothing where it carries nothing, or another's. */
function fromItsCard(
  { press, key, at }: Heard,
  organisation: Organisation,
  { owedSeal, calendar }: AwayPorts,
): Message | undefined {
  if (press?.carried === undefined) return undefined;
  try {
    const state = stillPicked(fold(owedSeal.openCarried(press.carried, key)), organisation);
    return withoutStore(press.action, state, { organisation, calendar, now: at });
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}

/** Whoever was told that they were heard waits a little longer. */
export const laterMs = 4_000;

/** Where the store cannot be asked, or is not done in time. What comes later is no longer waited for. */
export async function orElse<T>(work: Promise<T>, otherwise: () => T, withinMs = turnMs): Promise<T> {
  const done = new AbortController();
  const late = sleep(withinMs, undefined, { signal: done.signal }).then(otherwise);
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    if (error instanceof StoreUnavailable || error instanceof StoreCorrupt) return otherwise();
    throw error;
  } finally {
    done.abort();
  }
}
