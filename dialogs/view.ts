/**
 * What to show, as closed values: small enough to be owed, and enough to compute the messages again after a crash.
 * Nothing a person typed is in it.
 */
import { z } from 'zod';
import { answerFull } from './answer/card.ts';
import { answerFirst, leadSentence } from './answer/first-screen.ts';
import { recordScreen } from './answer/record.ts';
import { type Ask, askOf } from './ask.ts';
import { isQuestion, position, walk } from './flow.ts';
import type { Block, Message } from './message.ts';
import { alert, text } from './screens/frame.ts';
import { nowScreen } from './screens/now.ts';
import {
  changeScreen,
  fileNotice,
  firstScreen,
  helpScreen,
  stoppedScreen,
  whyScreen,
} from './screens/plain-screens.ts';
import { questionScreen } from './screens/question.ts';
import { isPlace, placeIds, type State } from './state.ts';
import { type Context, placeOf, type Step, stepOf } from './steps.ts';
import { answer as answerWords } from './words/answer.ts';
import { refused } from './words/limits.ts';
import { again } from './words/screens.ts';
import { type Told, told } from './words/told.ts';

export const viewSchema = z.strictObject({
  /** `step`: where the conversation stands. The others show something beside it and change nothing. */
  show: z.enum(['step', 'help', 'why', 'now', 'change', 'record']),
  notice: z
    .enum(['stale', 'unclear', 'expired', 'broken', 'refused', 'suggested', 'noted', 'ticked', 'file', 'describing'])
    .optional(),
  /** Ticks to check in the question that stands. */
  ticked: z.array(z.string().max(64)).max(12).optional(),
  /** Words of immediate danger were typed: the emergency card comes first. */
  danger: z.boolean().optional(),
});
export type View = z.infer<typeof viewSchema>;

export interface Shown {
  readonly messages: readonly Message[];
  /** The question put, when one is. */
  readonly question?: string;
  /** Shown beside what stands: the card of the question that stands keeps its buttons. */
  readonly aside?: true;
}

/** The messages of a view. */
export function show(view: View, state: State, context: Context, leads: Told): Shown {
  const step = stepOf(state, context);
  const notice = noticesOf(view, state, context);
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
      return { messages: [changeScreen(answeredAsks(state, context), state)], aside: true };
    case 'record':
      return step.kind === 'answer'
        ? { messages: [recordScreen(step.outcome, answeredAsks(state, context), state, context)], aside: true }
        : atStep();
    case 'step':
      return atStep();
  }

  function atStep(): Shown {
    switch (step.kind) {
      case 'first':
        return { messages: [firstScreen(state, notice)] };
      case 'stopped':
        return { messages: [stoppedScreen(state, notice)] };
      case 'ask': {
        const ask = askFor(step, state, context);
        const put = view.ticked ? { ...ask, suggested: view.ticked } : ask;
        const place = isPlace(ask.id) || state.reopened ? undefined : position(state.answers);
        return { messages: [questionScreen(put, place, state, notice)], question: ask.id };
      }
      case 'answer':
        return {
          messages: [
            answerFirst(step.outcome, state, context, notice),
            answerFull(step.outcome, state, context, [text(told[leads])]),
          ],
        };
    }
  }
}

type AskStep = Extract<Step, { kind: 'ask' }>;

export function askFor(step: AskStep, state: State, { organisation }: Context): Ask {
  return askOf(step.asked, step.facts, state, organisation);
}

/** Every answer so far with its question, in the order of the path, places last. */
export function answeredAsks(
  state: State,
  { organisation }: Context,
): readonly { ask: Ask; values: readonly string[] }[] {
  const { answered, facts } = walk(state.answers);
  const concern = answered.map((asked) => ({
    ask: askOf(asked, factsBefore(asked.id, state) ?? facts, state, organisation),
    values: state.answers.get(asked.id) ?? [],
  }));
  const places = placeIds
    .filter((place) => state.places.has(place))
    .map((place) => ({
      ask: askOf({ id: place }, facts, state, organisation),
      values: [state.places.get(place) ?? ''],
    }));
  return [...concern, ...places];
}

/** The facts as they stood when a question was put: its options may depend on them. */
function factsBefore(question: string, state: State) {
  const before = new Map([...state.answers].filter(([id]) => id !== question));
  const { next, facts } = walk(before);
  return next?.id === question && isQuestion(next) ? facts : undefined;
}

function noticesOf(view: View, state: State, context: Context): readonly Block[] {
  return [
    ...(view.danger ? emergencyCard(state, context) : []),
    ...(dangerAnswered(state) ? [alert('Ring ', { phone: '999' }, ` ${answerWords.emergencyFirst}`)] : []),
    ...(view.notice === 'file' ? fileNotice() : view.notice ? [alert({ ...again, refused }[view.notice])] : []),
    ...(state.outdated ? [alert(again.outdated)] : []),
  ];
}

export const dangerNow = alert('Is anyone in danger now? Ring ', { phone: '999' }, '. Stay with the child.');

/** First, whenever danger is spoken of; the place in the questions is kept. */
export function emergencyCard(state: State, context: Context): readonly Block[] {
  return [
    dangerNow,
    { kind: 'text', text: leadSentence(true, { place: placeOf(state, context.organisation) }, context) },
    { kind: 'divider' },
  ];
}

function dangerAnswered({ answers, stage }: State): boolean {
  const [value] = answers.get('danger') ?? [];
  return stage === 'open' && (value === 'yes' || value === 'unsure');
}
