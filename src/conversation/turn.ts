/**
 * One turn: what came in, one step in the store, what is owed. Nothing is decided twice: the messages are computed
 * from what is stored, by whoever sends them.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { whomStands } from '../../dialogs/answer/standing-call.ts';
import { isGuard } from '../../dialogs/guard.ts';
import type { Message } from '../../dialogs/message.ts';
import { plainCard } from '../../dialogs/screens/plain-card.ts';
import { storeDownScreen } from '../../dialogs/screens/store-down.ts';
import { withoutStore } from '../../dialogs/screens/without-store.ts';
import { fold, newState, type State, startingAt } from '../../dialogs/state.ts';
import { type Context, stepOf } from '../../dialogs/steps.ts';
import { readTyped, type Typed } from '../../dialogs/typed/read.ts';
import { askFor, type View } from '../../dialogs/view.ts';
import type { Organisation } from '../../rules/local.ts';
import type { Address, Incoming, Input, Outgoing, Taken } from '../contract.ts';
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
  silentMs,
} from '../store/store.ts';
import { splitToken } from './carried.ts';
import { actsCard, answeredCard, type ComposePorts } from './compose.ts';
import { speaksOfDanger } from './danger.ts';
import { isFault, orPlainer } from './faults.ts';
import { createGlance, type GlancePorts } from './glance.ts';
import { createLookUps, type LookUpPorts } from './look-ups.ts';
import { createNotWorkedOut } from './not-worked-out.ts';
import type { Cards, Reply } from './owed.ts';
import { bound, markNow, stillPicked } from './picks.ts';
import { type Plan, planPress, planPressAt, planTyped } from './plan.ts';
import { roomForEntry } from './room.ts';
import { sayOnce } from './say-once.ts';
import { createWorkplaces } from './workplace.ts';

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
  /** The question whose card was pressed, and where that stood, where the channel says so. */
  readonly pressed?: string;
  readonly card?: Address;
  /** A mark of the people on the card that is answered. */
  readonly shown?: string;
  /** Something is stored. A repeat of a "forget" finds nothing, and must not take the reply to the first away. */
  readonly stored?: true;
  /** What was typed since the last reply that arrived, this included. */
  readonly typed?: readonly string[];
  /** What is stored cannot be opened. It is kept, and the new beginning stands beside it. */
  readonly aside?: true;
  /** The same words again, before anybody can have read an answer to them: a platform sent them twice. */
  readonly twice?: true;
  /** A look-up after all, read beside the question that stands: nothing is stored. */
  readonly lookUp?: string;
}

/** Platforms wait 3 seconds, people less. A step that takes longer may still land; its reply then still comes. */
const turnMs = 1_400;
/** Two ids of the same words come this close together. */
const twiceMs = 2_000;
/** Nobody has read a question and answered it in that time. */
const unreadMs = 1_000;
/** As many as one reply on its way can be overtaken by. */
const mostTyped = 4;
const illegibleNotices = { press: 'press-again', edit: 'edited' } as const;
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
  const workplaces = createWorkplaces(ports);
  const notWorkedOut = createNotWorkedOut(ports);

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
    if (!organisation || (lookUps.isOne(incoming, organisation) && !leads.isOne(incoming, organisation))) {
      lookUps.answer(incoming, organisation);
      return { status: 'taken' };
    }
    if (incoming.input.kind === 'glance') return shown(incoming, organisation);
    return orElse(stepFor(incoming, organisation), () => ({
      status: 'unknown',
      say: orPlainer(
        () =>
          fromItsCard(incoming, organisation) ??
          storeDownScreen({ organisation, calendar, now: incoming.at }, speaksOfDanger(incoming.input)),
        () => plainCard({ organisation }),
        'reply',
        onFault,
      ),
    }));
  }

  /** What the card that was pressed can show by itself. Nothing where it carries nothing, or another's. */
  function fromItsCard({ from, input, at }: Incoming, organisation: Organisation): Message | undefined {
    if (input.kind !== 'press') return undefined;
    const key = index.conversation(from);
    const { token, carried } = splitToken(input.token);
    const press = tokens.read(token, key);
    if (press === 'invalid' || carried === undefined) return undefined;
    try {
      const state = stillPicked(fold(owedSeal.openCarried(carried, key)), organisation);
      return withoutStore(press.action, state, { organisation, calendar, now: at });
    } catch (error) {
      if (error instanceof SealBroken) return undefined;
      throw error;
    }
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
      const planned = await plannedFor(incoming, key, organisation);
      if (planned.twice) return { status: 'stale' };
      if (planned.lookUp !== undefined) {
        lookUps.answer(incoming, organisation, planned.lookUp);
        return { status: 'taken' };
      }
      if (planned.plan.forget && planned.stored) await store.forget(key);
      if (planned.plan.forget) await workplaces.forget(incoming.from);
      if (planned.aside) await store.setAside(key);
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

  async function step(
    incoming: Incoming,
    key: string,
    { plan: meant, expected, typed, shown, pressed: question, card }: Planned,
  ): Promise<StepResult> {
    const { from, address, at } = incoming;
    const plan = await asShown(meant, shown, key, incoming);
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
        ...(typed ? { typed: typed.slice(-mostTyped) } : {}),
        ...(question !== undefined && card ? { pressed: { question, card } } : {}),
      },
      key,
    );
    const change: StepRequest['change'] = entry ? { do: plan.clear ? 'clear' : 'append', entry } : { do: 'nothing' };
    const most = plan.entry && roomForEntry(plan.entry);
    const request = { key, delivery: deliveryOf(incoming), expected, change, reply, ...(most && { most }) };
    const result = await store.step(request);
    sendOwn(result, key);
    if (result.outcome === 'repeated' && result.reply === 'none' && result.owed) void lookAgain(request);
    if (result.outcome === 'taken' && plan.entry?.type === 'answer' && plan.entry.question === 'site') {
      await workplaces.keep(from, plan.entry.values[0] ?? '', request.delivery);
    }
    return result;
  }

  function sendOwn(result: StepResult, key: string): void {
    if (result.reply !== 'yours' || !result.owed) return;
    void outbox.sendNow({ ...result, kind: 'reply', key, owed: result.owed });
  }

  /**
   * What came before was taken, and its reply is still owed: whoever began it may be sending it, or may have gone, or was
   * told by its store in vain. Looked at once more when the silence tells which, since nothing else may come for long.
   */
  async function lookAgain(request: StepRequest): Promise<void> {
    await sleep(silentMs + 500, undefined, { ref: false });
    try {
      sendOwn(await store.step(request), request.key);
    } catch {
      // The sweep sends it.
    }
  }

  /** People are picked as they were shown; where others stand in the list now, nobody is, and it is asked again. */
  async function asShown(plan: Plan, shown: string | undefined, key: string, incoming: Incoming): Promise<Plan> {
    const { entry } = plan;
    const { from, at } = incoming;
    try {
      if (entry?.type !== 'answer' || !isGuard(entry.question)) return plan;
      const organisation = organisationOf(from);
      const { state } = await stateOf(key, from);
      const meant = organisation && bound(entry, state, { organisation, calendar, now: at }, shown);
      return meant ? { ...plan, entry: meant } : { view: { ...plan.view, show: 'step', notice: 'picks-changed' } };
    } catch (error) {
      if (!isFault(error)) throw error;
      onFault('turn', error, key);
      return notWorkedOut.picked(plan, shown, incoming);
    }
  }

  /** Who stood on the card that is answered by typing; nothing where that is not known. */
  const shownOn = (cards: string | null, question: string | undefined, key: string) =>
    cardSeen(cards, question, key)?.shown;

  /** The newest card of this question, or of acts. */
  function cardSeen(cards: string | null, question: string | undefined, key: string): Cards[number] | undefined {
    try {
      return owedSeal.openCards(cards, key).findLast((card) => card.question === question);
    } catch (error) {
      if (error instanceof SealBroken) return undefined;
      throw error;
    }
  }

  /** Names what was typed and reveals nothing of it. What its platform gives a moment is the same only at that moment. */
  const nameOf = ({ from, said = '' }: Incoming, text: string) =>
    index.name('typed', from, from.person, said, text).slice(-24);

  function deliveryOf(incoming: Incoming): string {
    const { input, delivery, said } = incoming;
    // A change is told once for each message; but danger that is written into it later is answered as well.
    if (input.kind === 'illegible' && input.beside !== undefined && speaksOfDanger(input)) {
      return `danger:${delivery}:${nameOf(incoming, input.beside)}`;
    }
    return `${input.kind}:${input.kind === 'text' && said ? nameOf(incoming, input.text) : delivery}`;
  }

  async function plannedFor(incoming: Incoming, key: string, organisation: Organisation): Promise<Planned> {
    try {
      return await planFor(incoming, key, organisation);
    } catch (error) {
      if (!isFault(error) || (await canBeWorkedOut(key, incoming))) throw error;
      onFault('turn', error, key);
      return { plan: await notWorkedOut.planFor(incoming), expected: null };
    }
  }

  async function canBeWorkedOut(key: string, { from, at }: Incoming): Promise<boolean> {
    const organisation = organisationOf(from);
    try {
      const { state } = await stateOf(key, from);
      if (organisation) stepOf(state, { organisation, calendar, now: at });
      return true;
    } catch (error) {
      if (!isFault(error)) throw error;
      return false;
    }
  }

  async function planFor(incoming: Incoming, key: string, organisation: Organisation): Promise<Planned> {
    const { input } = incoming;
    switch (input.kind) {
      case 'file':
        return noticed('file', input);
      case 'illegible':
        return noticed(illegibleNotices[input.what], input);
      case 'look-up':
      case 'glance':
      case 'hello':
        return { plan: { view: { show: 'step' } }, expected: null };
      case 'press':
        return planForPress(input, incoming.at, key, incoming.from, organisation);
      case 'text':
        return planForText(incoming, input.text, key, organisation);
    }
  }

  async function planForPress(
    { token, ticked = [], card }: Extract<Input, { kind: 'press' }>,
    at: Date,
    key: string,
    from: Incoming['from'],
    organisation: Organisation,
  ): Promise<Planned> {
    const press = tokens.read(splitToken(token).token, key);
    if (press === 'invalid') return { plan: { view: { show: 'step', notice: 'expired' } }, expected: null };
    const { action, revision } = press;
    const soon = planPress(action, ticked);
    const stored = soon ? undefined : await stateOf(key, from);
    const state = stored?.state ?? newState;
    // Another has the place of whom they rang since they saw the card: that one was not rung.
    const another = action.do === 'called' && action.shown !== markNow(action.whom, state, organisation);
    const plan = another ? { view: { show: 'step' as const } } : (soon ?? planPressAt(action, state, at));
    const aside = stored?.unreadable === true && plan.clear === true;
    // However old the card: a cry for help counts, judged by where the talk stands now.
    const meant = action.do === 'get-lead' ? (stored?.revision ?? revision) : revision;
    return {
      plan,
      expected: aside ? null : meant,
      ...(aside && { aside }),
      ...((action.do === 'answer' || action.do === 'ticks') && { pressed: action.question, ...(card && { card }) }),
      ...(action.do === 'ticks' && action.shown !== undefined && { shown: action.shown }),
    };
  }

  async function planForText(
    incoming: Incoming,
    text: string,
    key: string,
    organisation: Organisation,
  ): Promise<Planned> {
    const { state, revision, owed, cards, unreadable } = await stateOf(key, incoming.from);
    const context = { organisation, calendar, now: incoming.at };
    const stands = stepOf(state, context);
    const ask = stands.kind === 'ask' ? askFor(stands, state, context) : undefined;
    const heard = readTyped(text, ask, lookUps.listening(incoming.from, incoming.at, organisation));
    const seen = cardSeen(cards, actsCard, key);
    const typed = { ...aboutTheCall(heard, state, context, seen), danger: speaksOfDanger(incoming.input) };
    if (typed.kind === 'look-up') return { plan: { view: { show: 'step' } }, expected: null, lookUp: typed.query };
    const plan = planTyped(typed, ask?.id, state, incoming.at);
    const onItsWay = owed && replyIn(owed.to, key);
    const passed = incoming.at.getTime() - (owed?.since ?? 0);
    const before = onItsWay?.typed ?? [];
    const name = nameOf(incoming, text);
    const again = before.includes(name);
    const unread = onItsWay?.wanted !== undefined && (again || passed < unreadMs);
    const aside = unreadable && plan.clear === true;
    const shown = shownOn(cards, ask?.id, key);
    return {
      plan: unread ? unreadInstead(plan) : plan,
      expected: aside ? null : revision,
      ...(aside && { aside }),
      typed: [...before, name],
      ...(shown !== undefined && { shown }),
      ...(revision > 0 && { stored: true }),
      ...(again && passed < twiceMs && { twice: true }),
    };
  }

  function replyIn(sealed: string, key: string): Reply | undefined {
    try {
      return owedSeal.openReply(sealed, key);
    } catch (error) {
      if (error instanceof SealBroken) return undefined;
      throw error;
    }
  }

  /** What is stored, as far as it can be read; unreadable entries count as none. */
  async function stateOf(
    key: string,
    from: Incoming['from'],
  ): Promise<Omit<Stored, 'entries'> & { state: State; unreadable: boolean }> {
    const { entries, ...rest } = await store.read(key);
    try {
      const told = fold(owedSeal.entries(entries, key));
      const state = told.stage === 'new' ? startingAt(await workplaces.of(from)) : told;
      const organisation = organisationOf(from);
      const stands = organisation ? stillPicked(state, organisation) : state;
      return { ...rest, state: stands, unreadable: false };
    } catch (error) {
      if (error instanceof SealBroken) return { ...rest, state: newState, unreadable: true };
      throw error;
    }
  }

  return { take };
}

/** Nothing of it is taken in; but where it speaks of danger, that comes first. */
const noticed = (notice: View['notice'], input: Input): Planned => ({
  plan: { view: { show: 'step', notice, ...(speaksOfDanger(input) && { danger: true }) } },
  expected: null,
});

/** An answer to a question that nobody can have read yet does not count; all else that was typed is heard at once. */
function unreadInstead(plan: Plan): Plan {
  if (plan.entry?.type !== 'answer') return plan;
  return { view: { show: 'step', notice: 'unread', ...(plan.view.danger && { danger: true }) } };
}

/** "Rung" and "no answer" mean the call that stands, where it is the same person's as on the card that they saw. */
function aboutTheCall(typed: Typed, state: State, context: Context, seen: Cards[number] | undefined): Typed {
  if (typed.kind !== 'do' || typed.action.do !== 'called') return typed;
  const whom = whomStands(state, context);
  const shown = markNow(whom, state, context.organisation);
  if (whom === undefined || (seen && seen.shown !== shown)) return typed;
  return { ...typed, action: { ...typed.action, whom, ...(shown === undefined ? {} : { shown }) } };
}

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
