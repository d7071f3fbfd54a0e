/** Whatever tells a lead to ring somebody has the number on it. */
import { expect, test } from 'vitest';
import { moreScreen, taskScreen } from '../../../dialogs/leads/card/task-screens.ts';
import { tasksOf, tickable } from '../../../dialogs/leads/concern/duties.ts';
import { reminderLine, threadLine } from '../../../dialogs/leads/concern/lines.ts';
import type { Message } from '../../../dialogs/message.ts';
import { plainText } from '../../../dialogs/plain.ts';
import { fold, startEntry } from '../../../dialogs/state.ts';
import { refusals } from '../../../dialogs/words/leads.ts';
import { happenings } from '../../support/concern-views.ts';
import { contextOf, example, leadsMessages, leadsView, singlePaths, statesOn } from '../../support/every-message.ts';

/** Somebody is to be rung: "Ring them", "Ring Jo Marsh", "ring now". Not that whoever must be told is still to be rung. */
const orders = /(?:^|[.!?:;,-] |\b(?:or|and|then) )ring (?!anyone\b|whoever\b|999\b)/im;
/** But for 999, which stands on every card. */
const number = /\b(?:0\d[\d ]{5,}|101|111|0?800 ?\d+)\b/;

const faults = (messages: readonly Message[]) =>
  messages
    .map(plainText)
    .filter(
      (text) => text.split('\n').some((line) => orders.test(line) && !/^Buttons?:/.test(line)) && !number.test(text),
    );

test('on every path, whichever card and however it stands', () => {
  let rung = 0;
  for (const moment of ['Friday at 18:30', 'a normal morning'] as const) {
    const context = contextOf(example, moment);
    for (const [choice, path] of singlePaths().entries()) {
      if (choice % 5 > 0) continue;
      const last = [...statesOn(path, context, choice, fold([startEntry(false)]))].at(-1);
      const view = last && leadsView(last, context);
      if (!last || !view?.concern) continue;
      const duties = tickable(view.concern.outcome.decision.duties);
      const messages = [
        ...leadsMessages(last, context).slice(0, 3),
        ...tasksOf(view.concern).map((task) => taskScreen(view, task, context.now)),
        moreScreen(view, 'A lead', true),
        ...(['person', 'channel'] as const).flatMap((place) =>
          [view, { ...view, restricted: true }].map((each) => reminderLine(duties, each, context.now, place)),
        ),
      ];
      expect(faults(messages)).toEqual([]);
      rung += messages.map(plainText).filter((text) => orders.test(text)).length;
    }
  }
  expect(rung).toBeGreaterThan(1_000);
});

const alone = (line: string): Message => ({ summary: '', blocks: [{ kind: 'text', text: [line] }] });

test('in every line and refusal', () => {
  const lines = happenings.map((each) => threadLine(each, new Date(each.at)));
  expect(faults([...lines, ...Object.values(refusals).map(alone)])).toEqual([]);
});
