/**
 * One turn: what came in, one step in the store, what is owed. Nothing is decided twice: the messages are computed
 * from what is stored, by whoever sends them.
 */

import type { LookUpEntry } from '../../dialogs/look-up/entry.ts';
import { lookUp } from '../../dialogs/look-up.ts';
import type { Message } from '../../dialogs/message.ts';
import { storeDownScreen } from '../../dialogs/screens/store-down.ts';
import { fold, newState, type State } from '../../dialogs/state.ts';
import { stepOf } from '../../dialogs/steps.ts';
import { readTyped } from '../../dialogs/typed/read.ts';
import { askFor } from '../../dialogs/view.ts';
import type { Organisation } from '../../rules/local.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { SealBroken } from '../seal/seal.ts';
import { type StepRequest, type StepResult, type Store, StoreUnavailable } from '../store/store.ts';
import type { ComposePorts } from './compose.ts';
import { type Plan, planPress, planPressAt, planTyped } from './plan.ts';
import type { Incoming, Input, Taken } from './ports.ts';

export interface TurnPorts extends ComposePorts {
  readonly store: Store;
  readonly outbox: Pick<Outbox, 'sendNow'>;
  /** The organisation's own contacts, to be found by look-ups. The same list each time. */
  readonly localEntries: (organisation: Organisation) => readonly LookUpEntry[];
  /** A look-up that could not be delivered; a reason, never words. */
  readonly onLost?: (reason: string) => void;
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

/** How long a look-up's message may take to send. Nothing of it is kept, so nothing retries it. */
const lookUpMs = 10_000;
/** Enough of a sealed entry to know it again. */
const markLength = 24;

export function createConversation(ports: TurnPorts): Conversation {
  const { store, index, tokens, owedSeal, calendar, organisationOf, channelOf, outbox, localEntries } = ports;

  async function take(incoming: Incoming): Promise<Taken> {
    const organisation = organisationOf(incoming.from);
    const query = queryOf(incoming);
    if (query !== undefined || !organisation) {
      return say(
        incoming,
        organisation ? lookUpFor(query ?? '', incoming, organisation) : lookUpFor(query ?? '', incoming),
      );
    }
    try {
      return await stepFor(incoming, organisation);
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      return { status: 'unknown', say: storeDownScreen({ organisation, calendar, now: incoming.at }) };
    }
  }

  /** Look-ups ask nothing, keep nothing, and work when the store does not. */
  function queryOf({ from, input }: Incoming): string | undefined {
    if (input.kind === 'text') {
      const typed = readTyped(input.text, undefined);
      if (typed.kind === 'look-up') return typed.query;
      return typed.kind === 'do' && typed.action.do === 'look-up' ? '' : undefined;
    }
    if (input.kind !== 'press') return undefined;
    const press = tokens.read(input.token, index.conversation(from));
    return press !== 'invalid' && press.action.do === 'look-up' ? (press.action.query ?? '') : undefined;
  }

  function lookUpFor(query: string, { at }: Incoming, organisation?: Organisation): Message {
    const local = organisation ? { localEntries: localEntries(organisation) } : {};
    return lookUp(query, { moment: at, calendar, ...local });
  }

  async function say({ from, address }: Incoming, message: Message): Promise<Taken> {
    const conversation = index.conversation(from);
    const token = (action: Parameters<typeof tokens.sign>[0]['action']) =>
      tokens.sign({ conversation, revision: 0, action });
    const signal = AbortSignal.timeout(lookUpMs);
    const delivered = await channelOf(from.channel)?.deliver({ to: address, post: [message], token }, signal);
    if (delivered?.status !== 'sent') ports.onLost?.(delivered?.reason ?? 'no channel');
    return { status: 'taken' };
  }

  async function stepFor(incoming: Incoming, organisation: Organisation): Promise<Taken> {
    const { from, delivery, address, at, input } = incoming;
    const key = index.conversation(from);
    const { plan, expected } = await planFor(incoming, key, organisation);
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

function statusOf({ outcome }: StepResult): 'taken' | 'repeated' | 'stale' {
  return outcome === 'read' ? 'taken' : outcome;
}
