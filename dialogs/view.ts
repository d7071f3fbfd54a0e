/**
 * What to show, as closed values: small enough to be owed, and enough to compute the messages again after a crash.
 * Nothing a person typed is in it.
 */
import { z } from 'zod';
import { topics } from '../rules/facts.ts';
import { siteOf } from '../rules/local.ts';
import { firstToRing, nobodySafe, ringSentence } from './answer/acts.ts';
import { answerCard, partMessage } from './answer/card.ts';
import { canTakeBack, leadsTold, shownAs, wasTold } from './answer/leads-told.ts';
import { amongPicked } from './answer/picked.ts';
import { planOf } from './answer/plan.ts';
import { recordScreen } from './answer/record.ts';
import { type Ask, askOf } from './ask.ts';
import { position, walk } from './flow.ts';
import { isGuard } from './guard.ts';
import { type Block, type Message, type PartName, partNames, type Rich } from './message.ts';
import { alert, dangerNow } from './screens/frame.ts';
import { dangerQuestion, heardBlocks } from './screens/heard.ts';
import { nowScreen } from './screens/now.ts';
import {
  changeScreen,
  fileNotice,
  firstScreen,
  helpScreen,
  stoppedScreen,
  whyScreen,
  withdrawScreen,
} from './screens/plain-screens.ts';
import { dangerSaid, questionScreen } from './screens/question.ts';
import { guardQuestion, isPlace, keepsSilent, placeIds, type State } from './state.ts';
import { type Context, outcomeOf, placeIn, type Step, siteIsOpen, stepOf } from './steps.ts';
import { acts as actWords } from './words/acts.ts';
import { refused } from './words/limits.ts';
import { again, getLead, kept } from './words/screens.ts';
import { besides, type Told } from './words/told.ts';

export const viewSchema = z.strictObject({
  /** `step`: where the conversation stands. The others show something beside it and change nothing. */
  show: z.enum(['step', 'help', 'why', 'now', 'change', 'record', 'withdraw', 'part']),
  /** Of the answer, to be shown as a message of its own. */
  part: z.enum(partNames).optional(),
  notice: z
    .enum([
      'stale',
      'put-back',
      'unclear',
      'expired',
      'broken',
      'refused',
      'suggested',
      'noted',
      'ticked',
      'file',
      'press-again',
      'edited',
      'describing',
      /** Says something only where a lead was asked for: naming one's place of work sends a call that waited for it. */
      'lead-asked',
      'lead-asked-already',
      'lead-held',
      'lead-practice',
      'lead-begin',
      'withdrawn',
      'referred',
      'forgotten',
      'kept',
      'unread',
      /** Others stand in the list of people than when it was shown, so nobody was picked. */
      'picks-changed',
      /** Typed words that can mean a look-up or a concern. */
      'either',
      /** Typed words that speak of topics not answered yet. */
      'more-topics',
      /** Typed words that speak of nothing but what was answered. */
      'same-topics',
      'thanks',
      'data',
    ])
    .optional(),
  /** Ticks to check in the question that stands. */
  ticked: z.array(z.string().max(64)).max(30).optional(),
  /** Look-ups that come near to what was typed, by id. */
  near: z.array(z.string().max(64)).max(2).optional(),
  /** Topics that the typed words may be about. */
  topics: z.array(z.enum(topics)).max(3).optional(),
  /** Words of immediate danger were typed: the emergency card comes first. */
  danger: z.boolean().optional(),
  /** Words that may speak of danger were typed: whether anyone is in danger is asked above the question that stands. */
  doubt: z.boolean().optional(),
});
export type View = z.infer<typeof viewSchema>;

export interface ShownMessages {
  readonly messages: readonly Message[];
  /** The question put, when one is. */
  readonly question?: string;
  /** Shown beside what stands: the card of the question that stands keeps its buttons. */
  readonly aside?: true;
  /** The card of acts, which lives on: it is drawn anew where it stands. */
  readonly isAnswer?: true;
}

/** `page`: a link to the record as a page to print. `reference`: by which the concern is spoken of. */
interface RaisedAs {
  readonly page?: string | undefined;
  readonly reference?: string | undefined;
}

/**
 * The messages of a view.
 *
 * @param leads who was told; while a lead was asked for and the answer is not reached, of that.
 */
export function show(view: View, state: State, context: Context, leads: Told, raised: RaisedAs = {}): ShownMessages {
  const step = stepOf(state, context);
  const notice = noticesOf(view, state, context, leads, step);
  switch (view.show) {
    case 'help':
      return { messages: [helpScreen(state)], aside: true };
    case 'now':
      return { messages: [nowScreen(state, context)], aside: true };
    case 'why':
      return step.kind === 'ask'
        ? { messages: [whyScreen(askFor(step, state, context), state)], aside: true }
        : atStep();
    case 'change':
      return {
        messages: [changeScreen(answeredAsks(state, context), state, canTakeBack(step, state, context, leads))],
        aside: true,
      };
    case 'withdraw':
      return canTakeBack(step, state, context, leads) ? { messages: [withdrawScreen(state)], aside: true } : atStep();
    case 'part':
      return step.kind === 'answer' && view.part ? { messages: [partAt(view.part, step)], aside: true } : atStep();
    case 'record':
      return step.kind === 'answer'
        ? {
            messages: [recordScreen(among(step).outcome, answeredAsks(state, context), state, context, raised.page)],
            aside: true,
          }
        : atStep();
    case 'step':
      return atStep();
  }

  function atStep(): ShownMessages {
    switch (step.kind) {
      case 'first':
        return { messages: [firstScreen(state, notice)] };
      case 'stopped':
        return { messages: [stoppedScreen(state, notice)] };
      case 'ask': {
        const ask = askFor(step, state, context);
        const put = view.ticked ? { ...ask, suggested: view.ticked } : ask;
        const besides = isPlace(ask.id) || isGuard(ask.id) || state.reopened;
        const number = besides ? undefined : position(state.answers);
        const { organisation } = context;
        const site =
          organisation.sites.length > 1 ? siteOf(organisation, placeIn(state, organisation).site) : undefined;
        return { messages: [questionScreen(put, number, state, notice, site?.name)], question: ask.id };
      }
      case 'answer': {
        const shown = among(step);
        const canReport = wasTold(step, state, context, leads) && !state.withdrawn && !state.referred;
        const told = {
          told: shownAs(leads, state, shown),
          inFull: leadsTold(leads, state, shown),
          canReport,
          ...(raised.reference && { reference: raised.reference }),
        };
        return { messages: [answerCard(shown.outcome, state, shown.context, notice, told)], isAnswer: true };
      }
    }
  }

  function partAt(part: PartName, answered: Extract<Step, { kind: 'answer' }>): Message {
    const shown = among(answered);
    return partMessage(part, shown.outcome, state, shown.context, leadsTold(leads, state, shown));
  }

  function among({ outcome }: Extract<Step, { kind: 'answer' }>) {
    return amongPicked(state, outcome, context);
  }
}

type AskStep = Extract<Step, { kind: 'ask' }>;

export function askFor(step: AskStep, state: State, { organisation }: Context): Ask {
  return askOf(step.asked, step.facts, state, organisation);
}

/** Every answer so far with its question, in the order of the path, places last. */
export function answeredAsks(state: State, context: Context): readonly { ask: Ask; values: readonly string[] }[] {
  const { organisation } = context;
  const { answered, before, facts, next } = walk(state.answers);
  const concern = answered.map((asked) => ({
    ask: askOf(asked, before.get(asked.id) ?? facts, state, organisation),
    values: state.answers.get(asked.id) ?? [],
  }));
  const places = placeIds
    .filter((place) => state.places.has(place))
    .map((place) => ({
      ask: askOf({ id: place }, facts, state, organisation),
      values: [state.places.get(place) ?? ''],
    }));
  const guarded = !next && state.safe.length > 0 && keepsSilent(state.answers);
  const safe = guarded ? [{ ask: askOf({ id: guardQuestion }, facts, state, organisation), values: state.safe }] : [];
  return [...concern, ...places, ...safe];
}

function noticesOf(view: View, state: State, context: Context, leads: Told, step: Step): readonly Block[] {
  return [
    ...(view.danger ? emergencyCard(state, context) : []),
    ...(view.doubt && !view.danger ? dangerAsked(state, step) : []),
    ...(dangerSaid(state) && step.kind === 'ask' && !view.danger ? [dangerNotice(state, context)] : []),
    ...(state.withdrawn && step.kind === 'answer' ? [alert(besides.takenBack)] : []),
    ...(state.withdrawn && step.kind === 'answer' ? [] : said(view.notice, state, context, leads, step)),
    ...heardBlocks(view, { open: state.stage === 'open', organisation: context.organisation }),
    ...(state.early && step.kind === 'ask' && step.asked.id === 'site' ? [alert(getLead.where)] : []),
    ...(state.outdated ? [alert(again.outdated)] : []),
  ];
}

function said(notice: View['notice'], state: State, context: Context, leads: Told, step: Step): readonly Block[] {
  switch (notice) {
    case undefined:
      return [];
    case 'file':
      return fileNotice();
    case 'lead-asked':
    case 'lead-asked-already': {
      // Once the answer is there, or a lead may be involved, it is said otherwise who knows what.
      const calling = state.early && step.kind === 'ask' && step.asked.id !== 'site' && !keepsSilent(state.answers);
      return calling ? [alert(leads === 'nowhere' ? getLead.nowhere : again[notice]), whoToRing(state, context)] : [];
    }
    case 'kept':
      return [alert(kept(context.organisation.retention.concernDays))];
    case 'lead-held':
      return [alert(again[notice]), whoToRing(state, context)];
    default:
      return [alert({ ...again, refused }[notice])];
  }
}

/** Nobody who may be involved is ever named. */
function whoToRing(state: State, everywhere: Context): Block {
  const { outcome, context } = amongPicked(state, outcomeOf(state, everywhere), everywhere);
  return { kind: 'text', text: ringSentence(planOf(outcome, context)) };
}

/** Not where it is the question that stands, nor once it is answered with yes. */
function dangerAsked({ answers, stage, withdrawn }: State, step: Step): readonly Block[] {
  const isOpen = stage === 'open' && !withdrawn && answers.has('danger') && answers.get('danger')?.[0] !== 'yes';
  return isOpen && !(step.kind === 'ask' && step.asked.id === 'danger') ? dangerQuestion : [];
}

/** First, whenever danger is spoken of; the place in the questions is kept. */
export function emergencyCard(state: State, context: Context): readonly Block[] {
  return [dangerNow, whoToRing(state, context), { kind: 'divider' }];
}

/** On every question, once someone may come to harm: whom to ring, before any more is answered. */
function dangerNotice(state: State, everywhere: Context): Block {
  const { outcome, context } = amongPicked(state, outcomeOf(state, everywhere), everywhere);
  const plan = planOf(outcome, context);
  if (plan.danger === 'yes') return alert('Ring ', { phone: '999' }, actWords.emergencyAlone);
  // The lead is known from the place of work on: then it is said in full, once.
  const first = state.answers.size === 1 ? firstToRing(plan) : [];
  const unless = first.length > 0 && !siteIsOpen(state, everywhere.organisation) && plan.ifNobodySafe;
  const words: Rich = [...first, ...(unless ? nobodySafe(unless) : [{ bold: actWords.notSafe }])];
  return { kind: 'text', text: [...words, { phone: '999' }, '.'] };
}
