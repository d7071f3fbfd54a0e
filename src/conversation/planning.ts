/** What to do for what came in, and the revision it was meant for: read against what is stored, where that is needed. */
import { whomStands } from '../../dialogs/answer/standing-call.ts';
import { newState, type State } from '../../dialogs/state.ts';
import { type Context, stepOf } from '../../dialogs/steps.ts';
import { readTyped, type Typed } from '../../dialogs/typed/read.ts';
import { askFor, type View } from '../../dialogs/view.ts';
import type { Organisation } from '../../rules/local.ts';
import type { Address, Input } from '../contract.ts';
import { nameOfWords } from './again.ts';
import type { ComposePorts } from './compose.ts';
import { speaksOfDanger } from './danger.ts';
import { isFault } from './faults.ts';
import type { Heard } from './heard.ts';
import type { LookUps } from './look-ups.ts';
import { createNotWorkedOut } from './not-worked-out.ts';
import type { Cards } from './owed.ts';
import { markNow } from './picks.ts';
import { planPress, planPressAt, planTyped, type TurnPlan } from './plan.ts';
import { actsCard } from './shrinking.ts';
import { cardSeen, readTalk, replyIn, type StoredTalkPorts } from './stored-talk.ts';

export interface PlanningPorts
  extends StoredTalkPorts,
    Pick<ComposePorts, 'index' | 'calendar' | 'organisationOf' | 'onFault'> {
  readonly lookUps: Pick<LookUps, 'listening'>;
}

export interface Planned {
  readonly plan: TurnPlan;
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

export interface Planning {
  /** @throws what the store throws, and a fault of ours where what is stored can be worked out all the same */
  planFor(heard: Heard, organisation: Organisation): Promise<Planned>;
}

/** Two ids of the same words come this close together. */
const twiceMs = 2_000;
/** Nobody has read a question and answered it in that time. */
const unreadMs = 1_000;
const illegibleNotices = { press: 'press-again', edit: 'edited' } as const;

export function createPlanning(ports: PlanningPorts): Planning {
  const { index, owedSeal, calendar, lookUps, onFault } = ports;
  const notWorkedOut = createNotWorkedOut(ports);

  async function planFor(heard: Heard, organisation: Organisation): Promise<Planned> {
    try {
      return await planned(heard, organisation);
    } catch (error) {
      if (!isFault(error) || (await canBeWorkedOut(heard, organisation))) throw error;
      onFault('turn', error, heard.key);
      return { plan: await notWorkedOut.planFor(heard), expected: null };
    }
  }

  async function canBeWorkedOut(heard: Heard, organisation: Organisation): Promise<boolean> {
    try {
      const { state } = await readTalk(heard, organisation, ports);
      stepOf(state, { organisation, calendar, now: heard.at });
      return true;
    } catch (error) {
      if (!isFault(error)) throw error;
      return false;
    }
  }

  async function planned(heard: Heard, organisation: Organisation): Promise<Planned> {
    const { input } = heard;
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
        return forPress(input, heard, organisation);
      case 'text':
        return forText(heard, input.text, organisation);
    }
  }

  async function forPress(
    { ticked = [], card }: Extract<Input, { kind: 'press' }>,
    heard: Heard,
    organisation: Organisation,
  ): Promise<Planned> {
    if (!heard.press) return { plan: { view: { show: 'step', notice: 'expired' } }, expected: null };
    const { action, revision } = heard.press;
    const soon = planPress(action, ticked);
    const stored = soon ? undefined : await readTalk(heard, organisation, ports);
    const state = stored?.state ?? newState;
    // Another has the place of whom they rang since they saw the card: that one was not rung.
    const another = action.do === 'called' && action.shown !== markNow(action.whom, state, organisation);
    const plan = another ? { view: { show: 'step' as const } } : (soon ?? planPressAt(action, state, heard.at));
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

  async function forText(heard: Heard, text: string, organisation: Organisation): Promise<Planned> {
    const { key, at } = heard;
    const { state, revision, owed, cards, unreadable } = await readTalk(heard, organisation, ports);
    const context = { organisation, calendar, now: at };
    const stands = stepOf(state, context);
    const ask = stands.kind === 'ask' ? askFor(stands, state, context) : undefined;
    const read = readTyped(text, ask, lookUps.listening(heard, organisation));
    const seen = cardSeen(cards, actsCard, key, owedSeal);
    const typed = { ...aboutTheCall(read, state, context, seen), danger: speaksOfDanger(heard.input) };
    if (typed.kind === 'look-up') return { plan: { view: { show: 'step' } }, expected: null, lookUp: typed.query };
    const plan = planTyped(typed, ask?.id, state, at);
    const onItsWay = owed && replyIn(owed.to, key, owedSeal);
    const passed = at.getTime() - (owed?.since ?? 0);
    const before = onItsWay?.typed ?? [];
    const name = nameOfWords(heard, text, index);
    const again = before.includes(name);
    const unread = onItsWay?.wanted !== undefined && (again || passed < unreadMs);
    const aside = unreadable && plan.clear === true;
    // Who stood on the card that is answered by typing; nothing where that is not known.
    const shown = cardSeen(cards, ask?.id, key, owedSeal)?.shown;
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

  return { planFor };
}

/** Nothing of it is taken in; but where it speaks of danger, that comes first. */
const noticed = (notice: View['notice'], input: Heard['input']): Planned => ({
  plan: { view: { show: 'step', notice, ...(speaksOfDanger(input) && { danger: true }) } },
  expected: null,
});

/** An answer to a question that nobody can have read yet does not count; all else that was typed is heard at once. */
function unreadInstead(plan: TurnPlan): TurnPlan {
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
