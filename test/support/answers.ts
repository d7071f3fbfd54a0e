/** Finished concerns over both organisations, every moment and a spread of paths, each as the card of acts shows it. */
import { amongPicked } from '../../dialogs/answer/picked.ts';
import { planOf } from '../../dialogs/answer/plan.ts';
import type { Message } from '../../dialogs/message.ts';
import { fold, type State, startEntry } from '../../dialogs/state.ts';
import { type Context, stepOf } from '../../dialogs/steps.ts';
import { show } from '../../dialogs/view.ts';
import {
  bare,
  contextOf,
  example,
  type MomentName,
  moments,
  pathsOfSeveral,
  sample,
  singlePaths,
  statesOn,
} from './every-message.ts';

const begun = fold([startEntry(false)]);

/** @param most paths of one topic at each moment; fewer for the moments that differ least. */
export function* finished(most = 160): Generator<{ readonly state: State; readonly context: Context }> {
  const several = pathsOfSeveral();
  for (const organisation of [example, bare])
    for (const moment of Object.keys(moments) as MomentName[]) {
      const context = contextOf(organisation, moment);
      const wanted = moment === 'Friday at 18:30' ? most : Math.ceil(most / 3);
      const paths = [...sample(singlePaths(), wanted), ...sample(several, wanted)];
      for (const [choice, path] of paths.entries()) {
        const state = [...statesOn(path, context, choice, { ...begun, answers: path })].at(-1) as State;
        yield { state, context };
      }
    }
}

/** What a finished concern is shown from. */
export function answerOf(state: State, everywhere: Context) {
  const step = stepOf(state, everywhere);
  if (step.kind !== 'answer') throw new Error('This concern is not finished');
  const { outcome, context } = amongPicked(state, step.outcome, everywhere);
  const [card] = show({ show: 'step' }, state, everywhere, 'sent').messages as [Message];
  return { card, outcome, context, plan: planOf(outcome, context, state.tried) };
}

/** The card before anything of it is unfolded. */
export const closed = (card: Message): Message => ({
  ...card,
  blocks: card.blocks.filter(({ kind }) => kind !== 'fold'),
});
