/**
 * One turn: what came in, one step in the store, what is owed. Nothing is decided twice: the messages are computed
 * from what is stored, by whoever sends them.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { storeDownScreen } from '../../dialogs/screens/store-down.ts';
import { fold, newState, type State } from '../../dialogs/state.ts';
import { stepOf } from '../../dialogs/steps.ts';
import { readTyped } from '../../dialogs/typed/read.ts';
import { askFor } from '../../dialogs/view.ts';
import type { Organisation } from '../../rules/local.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { SealBroken } from '../seal/seal.ts';
import {
  type StepRequest,
  type StepResult,
  type Store,
  StoreCorrupt,
  StoreRefused,
  StoreUnavailable,
} from '../store/store.ts';
import type { ComposePorts } from './compose.ts';
import { createLookUps, type LookUpPorts } from './look-ups.ts';
import { type Plan, planPress, planPressAt, planTyped } from './plan.ts';
import type { Incoming, Input, Taken } from './ports.ts';

export interface TurnPorts extends ComposePorts, LookUpPorts {
  readonly store: Store;
  readonly outbox: Pick<Outbox, 'sendNow'>;
}

export interface Conversation {
  /** @returns once the step is durable, or known not to be. The reply is sent meanwhile. */
  take(incoming: Incoming): Promise<Taken>;
}

/** What to do, and the revision it was meant for. */
interface Planned {
  readonly plan: Plan;
  readonly expected: number | null;
}

/** Platforms wait 3 seconds, people less. A step that takes longer may still land; its reply then still comes. */
const turnMs = 1_400;
/** Enough of a sealed entry to know it again. */
const markLength = 24;

export function createConversation(ports: TurnPorts): Conversation {
  const { store, index, tokens, owedSeal, calendar, organisationOf, outbox } = ports;
  const lookUps = createLookUps(ports);

  async function take(incoming: Incoming): Promise<Taken> {
    const organisation = organisationOf(incoming.from);
    if (!organisation || lookUps.isOne(incoming)) {
      lookUps.answer(incoming, organisation);
      return { status: 'taken' };
    }
    const unknown = (): Taken => ({
      status: 'unknown',
      say: storeDownScreen({ organisation, calendar, now: incoming.at }),
    });
    try {
      return await inTime(stepFor(incoming, organisation), unknown);
    } catch (error) {
      if (error instanceof StoreUnavailable || error instanceof StoreCorrupt) return unknown();
      throw error;
    }
  }

  async function stepFor(incoming: Incoming, organisation: Organisation): Promise<Taken> {
    const key = index.conversation(incoming.from);
    try {
      return await step(incoming, key, await planFor(incoming, key, organisation));
    } catch (error) {
      const notice = await noticeInstead(error, key);
      return step(incoming, key, { plan: { view: { show: 'step', notice } }, expected: null });
    }
  }

  /** A talk grown too long stays as it is. One whose record is damaged can only be begun again, and says so. */
  async function noticeInstead(error: unknown, key: string): Promise<'refused' | 'broken'> {
    if (error instanceof StoreRefused) return 'refused';
    if (!(error instanceof StoreCorrupt)) throw error;
    await store.forget(key);
    return 'broken';
  }

  async function step(incoming: Incoming, key: string, { plan, expected }: Planned): Promise<Taken> {
    const { from, delivery, address, at, input } = incoming;
    const entry = plan.entry && owedSeal.entry(plan.entry, key);
    const reply = owedSeal.reply(
      {
        channel: from.channel,
        tenant: from.tenant,
        to: address,
        at: at.getTime(),
        view: plan.view,
        ...(entry ? { wanted: entry.slice(-markLength) } : {}),
      },
      key,
    );
    const change: StepRequest['change'] = entry ? { do: plan.clear ? 'clear' : 'append', entry } : { do: 'nothing' };
    const result = await store.step({ key, delivery: `${input.kind}:${delivery}`, expected, change, reply });
    if (result.reply === 'yours' && result.owed) {
      void outbox.sendNow({ ...result, kind: 'reply', key, owed: result.owed });
    }
    return { status: statusOf(result) };
  }

  async function planFor(incoming: Incoming, key: string, organisation: Organisation): Promise<Planned> {
    const { input } = incoming;
    switch (input.kind) {
      case 'file':
        return { plan: { view: { show: 'step', notice: 'file' } }, expected: null };
      case 'look-up':
      case 'hello':
        return { plan: { view: { show: 'step' } }, expected: null };
      case 'press':
        return planForPress(input, key);
      case 'text':
        return planForText(input.text, incoming.at, key, organisation);
    }
  }

  async function planForPress(
    { token, ticked = [] }: Extract<Input, { kind: 'press' }>,
    key: string,
  ): Promise<Planned> {
    const press = tokens.read(token, key);
    if (press === 'invalid') return { plan: { view: { show: 'step', notice: 'expired' } }, expected: null };
    const plan = planPress(press.action, ticked) ?? planPressAt(press.action, (await stateOf(key)).state);
    return { plan, expected: press.revision };
  }

  async function planForText(text: string, now: Date, key: string, organisation: Organisation): Promise<Planned> {
    const { state, revision } = await stateOf(key);
    const context = { organisation, calendar, now };
    const stands = stepOf(state, context);
    const ask = stands.kind === 'ask' ? askFor(stands, state, context) : undefined;
    const typed = readTyped(text, ask);
    const plan: Plan = typed.kind === 'look-up' ? { view: { show: 'step' } } : planTyped(typed, ask?.id, state);
    return { plan, expected: revision };
  }

  /** What is stored, as far as it can be read; unreadable entries count as none. */
  async function stateOf(key: string): Promise<{ state: State; revision: number }> {
    const { entries, revision } = await store.read(key);
    try {
      return { state: fold(owedSeal.entries(entries, key)), revision };
    } catch (error) {
      if (error instanceof SealBroken) return { state: newState, revision };
      throw error;
    }
  }

  return { take };
}

/** What comes later than `turnMs` is no longer waited for. */
async function inTime(turn: Promise<Taken>, otherwise: () => Taken): Promise<Taken> {
  const answered = new AbortController();
  const late = sleep(turnMs, undefined, { signal: answered.signal }).then(otherwise);
  try {
    return await Promise.race([turn, late]);
  } finally {
    answered.abort();
  }
}

function statusOf({ outcome }: StepResult): 'taken' | 'repeated' | 'stale' {
  return outcome === 'read' ? 'taken' : outcome;
}
