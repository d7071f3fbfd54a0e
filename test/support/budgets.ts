/** The figures behind the budgets: words that are seen on each kind of screen, over every path. */

import { wordsIn } from '../../dialogs/look-up/short.ts';
import { everyEntry, lookUp } from '../../dialogs/look-up.ts';
import type { Message } from '../../dialogs/message.ts';
import { plainText } from '../../dialogs/plain.ts';
import { fold, newState, type State, startEntry } from '../../dialogs/state.ts';
import type { Context } from '../../dialogs/steps.ts';
import { show } from '../../dialogs/view.ts';
import { visibleWords } from '../../src/review/visible-words.ts';
import { contextOf, example, leadsView, pathsOfSeveral, singlePaths, statesOn } from './every-message.ts';
import { leadWay, wordsRead } from './lead-way.ts';

export interface Figure {
  readonly median: number;
  readonly p95: number;
  readonly most: number;
}

const begun = fold([startEntry(false)]);

/** @param apart every so-manieth path */
export function measured(context: Context = contextOf(example, 'Friday at 18:30'), apart = 1) {
  const question: number[] = [];
  const way: number[] = [];
  const answer: number[] = [];
  const part: number[] = [];
  const leadCard: number[] = [];
  const leadConcern: number[] = [];
  const single = singlePaths();
  const first = seen(firstOf(newState, context));
  for (const [choice, path] of [...single, ...pathsOfSeveral()].entries()) {
    if (choice % apart > 0) continue;
    const states = [...statesOn(path, context, choice, begun)];
    const asked = states.slice(0, -1).map((state) => seen(firstOf(state, context)));
    question.push(...asked);
    if (choice < single.length) way.push(asked.reduce((sum, words) => sum + words, first));
    const last = states.at(-1) as State;
    const card = firstOf(last, context, last.safe.length > 0 ? 'picked' : 'sent');
    answer.push(seen(card));
    part.push(...unfolded(card));
    const view = choice % 12 > 0 ? undefined : leadsView(last, context);
    if (!view) continue;
    const screens = leadWay(view, context.now);
    leadCard.push(...screens.map(seen));
    leadConcern.push(wordsRead(screens));
  }
  return {
    firstScreen: figure([first]),
    question: figure(question),
    way: figure(way),
    answer: figure(answer),
    part: figure(part),
    leadCard: figure(leadCard),
    leadConcern: figure(leadConcern),
    lookUp: figure(everyEntry().map(({ id }) => seen(lookUp(id, { moment: context.now, calendar: context.calendar })))),
  };
}

const firstOf = (state: State, context: Context, told: 'sent' | 'picked' = 'sent') =>
  show({ show: 'step' }, state, context, told, { reference: 'AB12-CD34' }).messages[0] as Message;

/** Most screens are met on many paths. */
const known = new Map<string, number>();
function seen(message: Message): number {
  const key = JSON.stringify(message);
  const found = known.get(key) ?? visibleWords(message, { options: false });
  known.set(key, found);
  return found;
}

function unfolded({ blocks }: Message): readonly number[] {
  return blocks.flatMap((block) =>
    block.kind === 'fold' ? [wordsIn(plainText({ summary: '', blocks: block.blocks }))] : [],
  );
}

function figure(counts: readonly number[]): Figure {
  const sorted = counts.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { median: at(0.5), p95: at(0.95), most: sorted.at(-1) ?? 0 };
}
