/**
 * One turn: what came in, one step in the store, what is owed. Nothing is decided twice: the messages are computed
 * from what is stored, by whoever sends them.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Message } from '../../dialogs/message.ts';
import { plainCard } from '../../dialogs/screens/plain-card.ts';
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
  type State as Stored,
  StoreRefused,
  StoreUnavailable,
} from '../store/store.ts';
import { answeredCard, type ComposePorts, openCards } from './compose.ts';
import { isFault, orPlainer } from './faults.ts';
import { createGlance, type GlancePorts } from './glance.ts';
import { createLookUps, type LookUpPorts } from './look-ups.ts';
import { type Plan, planPress, planPressAt, planTyped } from './plan.ts';
import type { Incoming, Input, Outgoing, Taken } from './ports.ts';
import { roomForEntry } from './room.ts';
import { sayOnce } from './say-once.ts';

export interface TurnPorts extends ComposePorts, LookUpPorts {
  readonly store: Store;
  readonly outbox: Pick<Outbox, 'sendNow'>;
  /** What leads and administrators do. */
  readonly leads: GlancePorts['leads'] & {
    isOne(incoming: Incoming, organisation: Organisation): boolean;
    take(incoming: Incoming, organisation: Organisation): Promise<Taken>;
  };
}

export interface Conversation {
  /** @returns once the step is durable, or known not to be. The reply is sent meanwhile. */
  take(incoming: Incoming): Promise<Taken>;
}

/** What to do, and the revision it was meant for. */
interface Planned {
  readonly plan: Plan;
  readonly expected: number | null;
  /** The question whose card was pressed. */
  readonly pressed?: string;
  /** Something is stored. A repeat of a "forget" finds nothing, and must not take the reply to the first away. */
  readonly stored?: true;
  /** Words typed while the question that stands is still on its way: a platform sent the ones before it twice. */
  readonly unseen?: true;
}

/** Platforms wait 3 seconds, people less. A step that takes longer may still land; its reply then still comes. */
const turnMs = 1_400;
/** Enough of a sealed entry to know it again. */
const markLength = 24;

export function createConversation(ports: TurnPorts): Conversation {
  const {
    store,
    index,
    tokens,
    owedSeal,
    calendar,
    organisationOf,
    channelOf,
    outbox,
    leads,
    onFault,
    onLost = () => {},
  } = ports;
  const lookUps = createLookUps(ports);
  const glance = createGlance(ports);

  /** Whatever fails for a fault of ours, whoever spoke is told whom to ring. */
  async function take(incoming: Incoming): Promise<Taken> {
    const organisation = organisationOf(incoming.from);
    try {
      return await taken(incoming, organisation);
    } catch (error) {
      if (!isFault(error)) throw error;
      const { from, address: to, input } = incoming;
      onFault(input.kind === 'glance' ? 'page' : 'turn', error, index.conversation(from));
      const plain = plainCard(organisation ? { organisation } : {});
      const token: Outgoing['token'] = (action) =>
        tokens.sign({ conversation: index.conversation(from), revision: 0, action });
      sayOnce(channelOf(from.channel), { to, post: [plain], token }, { onLost, onFault, plain });
      return { status: 'taken' };
    }
  }

  async function taken(incoming: Incoming, organisation: Organisation | undefined): Promise<Taken> {
    // What only leads may ask for comes before what anybody may look up by the same word.
    if (!organisation || (lookUps.isOne(incoming) && !leads.isOne(incoming, organisation))) {
      lookUps.answer(incoming, organisation);
      return { status: 'taken' };
    }
    if (incoming.input.kind === 'glance') return shown(incoming, organisation);
    return orElse(stepFor(incoming, organisation), () => ({
      status: 'unknown',
      say: orPlainer(
        () => storeDownScreen({ organisation, calendar, now: incoming.at }),
        () => plainCard({ organisation }),
        'reply',
        onFault,
      ),
    }));
  }

  /** Said once: opening the page again draws it again. */
  async function shown(incoming: Incoming, organisation: Organisation): Promise<Taken> {
    const { from, address: to } = incoming;
    const page = await orElse(glance.draw(incoming, organisation), () =>
      glance.drawWithoutStore(incoming, organisation),
    );
    sayOnce(channelOf(from.channel), { to, ...page }, { onLost, onFault, plain: plainCard({ organisation }) });
    return { status: 'taken' };
  }

  async function stepFor(incoming: Incoming, organisation: Organisation): Promise<Taken> {
    if (leads.isOne(incoming, organisation)) return leads.take(incoming, organisation);
    const key = index.conversation(incoming.from);
    try {
      const planned = await planFor(incoming, key, organisation);
      if (planned.unseen) return { status: 'stale' };
      if (planned.plan.forget && planned.stored) await store.forget(key);
      const result = await step(incoming, key, planned);
      const answered = planned.pressed && pressedCard(planned.pressed, result, key, organisation, incoming.at);
      return { status: statusOf(result), ...(answered && { answered }) };
    } catch (error) {
      const notice = await noticeInstead(error, key);
      const result = await step(incoming, key, { plan: { view: { show: 'step', notice } }, expected: null });
      return { status: statusOf(result) };
    }
  }

  /** Nothing when nothing was answered, or it cannot be read or drawn: the card stays as it is. */
  function pressedCard(
    question: string,
    { outcome, entries }: StepResult,
    key: string,
    organisation: Organisation,
    now: Date,
  ): Message | undefined {
    if (outcome === 'read') return undefined;
    try {
      return answeredCard(question, fold(owedSeal.entries(entries, key)), { organisation, calendar, now });
    } catch (error) {
      if (!(error instanceof SealBroken)) onFault('answered-card', error, key);
      return undefined;
    }
  }

  /** A talk grown too long stays as it is. One whose record is damaged is put aside, and begun again. */
  async function noticeInstead(error: unknown, key: string): Promise<'refused' | 'broken'> {
    if (error instanceof StoreRefused) return 'refused';
    if (!(error instanceof StoreCorrupt)) throw error;
    await store.setAside(key);
    return 'broken';
  }

  async function step(incoming: Incoming, key: string, { plan, expected }: Planned): Promise<StepResult> {
    const { from, delivery, address, at, input } = incoming;
    const entry = plan.entry && owedSeal.entry(plan.entry, key);
    const reply = owedSeal.reply(
      {
        channel: from.channel,
        tenant: from.tenant,
        person: from.person,
        to: address,
        at: at.getTime(),
        view: plan.view,
        ...(entry ? { wanted: entry.slice(-markLength) } : {}),
      },
      key,
    );
    const change: StepRequest['change'] = entry ? { do: plan.clear ? 'clear' : 'append', entry } : { do: 'nothing' };
    const most = plan.entry && roomForEntry(plan.entry);
    const request = { key, delivery: `${input.kind}:${delivery}`, expected, change, reply, ...(most && { most }) };
    const result = await store.step(request);
    if (result.reply === 'yours' && result.owed) {
      void outbox.sendNow({ ...result, kind: 'reply', key, owed: result.owed });
    }
    return result;
  }

  async function planFor(incoming: Incoming, key: string, organisation: Organisation): Promise<Planned> {
    const { input } = incoming;
    switch (input.kind) {
      case 'file':
        return { plan: { view: { show: 'step', notice: 'file' } }, expected: null };
      case 'look-up':
      case 'glance':
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
    const { action, revision: expected } = press;
    return { plan, expected, ...((action.do === 'answer' || action.do === 'ticks') && { pressed: action.question }) };
  }

  async function planForText(text: string, now: Date, key: string, organisation: Organisation): Promise<Planned> {
    const { state, revision, owed, cards } = await stateOf(key);
    const context = { organisation, calendar, now };
    const stands = stepOf(state, context);
    const ask = stands.kind === 'ask' ? askFor(stands, state, context) : undefined;
    const typed = readTyped(text, ask);
    const plan: Plan = typed.kind === 'look-up' ? { view: { show: 'step' } } : planTyped(typed, ask?.id, state);
    const posted = openCards({ cards, key }, owedSeal).some(({ question }) => question === ask?.id);
    const unseen = ask !== undefined && owed?.revision === revision && !posted;
    return {
      plan,
      expected: revision,
      ...(revision > 0 && { stored: true }),
      ...(unseen && isAboutStep(plan) && { unseen }),
    };
  }

  /** What is stored, as far as it can be read; unreadable entries count as none. */
  async function stateOf(key: string): Promise<Omit<Stored, 'entries'> & { state: State }> {
    const { entries, ...rest } = await store.read(key);
    try {
      return { ...rest, state: fold(owedSeal.entries(entries, key)) };
    } catch (error) {
      if (error instanceof SealBroken) return { ...rest, state: newState };
      throw error;
    }
  }

  return { take };
}

/** Danger, stopping, and what is shown beside the question are heard at any time. */
const isAboutStep = ({ entry, forget, view }: Plan) =>
  view.show === 'step' && !view.danger && !forget && entry?.type !== 'stop';

/** Where the store cannot be asked, or is not done within `turnMs`. What comes later is no longer waited for. */
async function orElse<T>(work: Promise<T>, otherwise: () => T): Promise<T> {
  const done = new AbortController();
  const late = sleep(turnMs, undefined, { signal: done.signal }).then(otherwise);
  try {
    return await Promise.race([work, late]);
  } catch (error) {
    if (error instanceof StoreUnavailable || error instanceof StoreCorrupt) return otherwise();
    throw error;
  } finally {
    done.abort();
  }
}

function statusOf({ outcome }: StepResult): 'taken' | 'repeated' | 'stale' {
  return outcome === 'read' ? 'taken' : outcome;
}
