/** The one step of a turn: the entry and the reply that is owed for it, sealed and stored together; then it is sent. */
import { setTimeout as sleep } from 'node:timers/promises';
import { isGuard } from '../../dialogs/guard.ts';
import type { Message } from '../../dialogs/message.ts';
import { fold } from '../../dialogs/state.ts';
import type { Organisation } from '../../rules/local.ts';
import type { Taken } from '../contract.ts';
import type { Outbox } from '../outbox/outbox.ts';
import { SealBroken } from '../seal/seal.ts';
import { placeAfter } from '../seal/sequence.ts';
import { firstRevision, type StepRequest, type StepResult, type Store, silentMs } from '../store/store.ts';
import { deliveryOf } from './again.ts';
import type { ComposePorts } from './compose.ts';
import { isFault } from './faults.ts';
import type { Heard } from './heard.ts';
import { createNotWorkedOut } from './not-worked-out.ts';
import type { Reply } from './owed.ts';
import { bound } from './picks.ts';
import type { TurnPlan } from './plan.ts';
import type { Planned } from './planning.ts';
import { roomForEntry } from './room.ts';
import { answeredCard } from './shrinking.ts';
import { readTalk } from './stored-talk.ts';
import type { Workplaces } from './workplace.ts';

export interface SteppingPorts
  extends Pick<ComposePorts, 'index' | 'owedSeal' | 'calendar' | 'organisationOf' | 'onFault'> {
  readonly store: Pick<Store, 'read' | 'step'>;
  readonly outbox: Pick<Outbox, 'sendNow'>;
  readonly workplaces: Pick<Workplaces, 'of' | 'keep'>;
  /** The store's. */
  readonly clock: () => number;
}

export interface Stepping {
  step(heard: Heard, planned: Planned, organisation: Organisation): Promise<Extract<Taken, { answered?: Message }>>;
}

/** As many as one reply on its way can be overtaken by. */
const mostTyped = 4;
/** Enough of a sealed entry to know it again. */
const markLength = 24;

export function createStepping(ports: SteppingPorts): Stepping {
  const { store, index, owedSeal, calendar, clock, outbox, workplaces, onFault } = ports;
  const notWorkedOut = createNotWorkedOut(ports);

  async function step(heard: Heard, planned: Planned, organisation: Organisation): ReturnType<Stepping['step']> {
    const { plan: meant, expected, shown, pressed: question } = planned;
    const { from, key } = heard;
    const plan = await asShown(meant, shown, heard, organisation);
    const begins = firstRevision(clock());
    const entry = plan.entry && owedSeal.entry(plan.entry, key, placeAfter(expected, begins, plan.clear));
    const reply = owedSeal.reply(replyTo(heard, plan, entry, planned), key);
    const change: StepRequest['change'] = entry ? { do: plan.clear ? 'clear' : 'append', entry } : { do: 'nothing' };
    const most = plan.entry && roomForEntry(plan.entry);
    const request = { key, delivery: deliveryOf(heard, index), expected, begins, change, reply, ...(most && { most }) };
    const taken = await store.step(request);
    const result = isPutBack(taken, expected) ? await sayPutBack(taken, request, heard, planned) : taken;
    sendOwn(result, key);
    if (result.outcome === 'repeated' && result.reply === 'none' && result.owed) void lookAgain(request);
    if (result.outcome === 'taken' && plan.entry?.type === 'answer' && plan.entry.question === 'site') {
      await workplaces.keep(from, plan.entry.values[0] ?? '', request.delivery);
    }
    const answered = question === undefined ? undefined : cardOf(question, result, heard, organisation);
    return { status: result.outcome === 'read' ? 'taken' : result.outcome, ...(answered && { answered }) };
  }

  /** A card carries a newer revision than is stored: the store was put back to an older state, by whatever or whomever. */
  async function sayPutBack(
    taken: StepResult,
    request: StepRequest,
    heard: Heard,
    planned: Planned,
  ): Promise<StepResult> {
    onFault('turn', new PutBack(), request.key);
    const view = { ...planned.plan.view, show: 'step', notice: 'put-back' } as const;
    const reply = owedSeal.reply(replyTo(heard, { view }, undefined, planned), request.key);
    const delivery = `${request.delivery} put back`;
    const said = await store.step({ key: request.key, delivery, expected: null, change: { do: 'nothing' }, reply });
    return { ...said, outcome: taken.outcome };
  }

  /** The card that was pressed from now on. Nothing when nothing was answered, or it cannot be read or drawn. */
  function cardOf(
    question: string,
    { outcome, entries, revision }: StepResult,
    { key, at }: Heard,
    organisation: Organisation,
  ): Message | undefined {
    if (outcome === 'read') return undefined;
    try {
      return answeredCard(question, fold(owedSeal.entries(entries, key, revision)), {
        organisation,
        calendar,
        now: at,
      });
    } catch (error) {
      if (!(error instanceof SealBroken)) onFault('answered-card', error, key);
      return undefined;
    }
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
  async function asShown(
    plan: TurnPlan,
    shown: string | undefined,
    heard: Heard,
    organisation: Organisation,
  ): Promise<TurnPlan> {
    const { entry } = plan;
    try {
      if (entry?.type !== 'answer' || !isGuard(entry.question)) return plan;
      const { state } = await readTalk(heard, organisation, ports);
      const meant = bound(entry, state, { organisation, calendar, now: heard.at }, shown);
      return meant ? { ...plan, entry: meant } : { view: { ...plan.view, show: 'step', notice: 'picks-changed' } };
    } catch (error) {
      if (!isFault(error)) throw error;
      onFault('turn', error, heard.key);
      return notWorkedOut.picked(plan, shown, heard);
    }
  }

  return { step };
}

/** For the log: its name is all that is said of it. */
class PutBack extends Error {
  override name = 'PutBack';
}

const isPutBack = ({ outcome, revision }: StepResult, expected: number | null): boolean =>
  outcome === 'stale' && expected !== null && revision > 0 && expected > revision;

/** All that is needed to compute the reply again after a crash. */
function replyTo(
  { from, address, at }: Heard,
  { view }: TurnPlan,
  entry: string | undefined,
  { typed, pressed: question, card }: Planned,
): Reply {
  return {
    channel: from.channel,
    tenant: from.tenant,
    person: from.person,
    to: address,
    at: at.getTime(),
    view,
    ...(entry ? { wanted: entry.slice(-markLength) } : {}),
    ...(typed ? { typed: typed.slice(-mostTyped) } : {}),
    ...(question !== undefined && card ? { pressed: { question, card } } : {}),
  };
}
