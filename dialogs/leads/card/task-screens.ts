/** What is true of one thing to do can be said: done, tried, not needed, not theirs. How it ended; what else can be done. */

import { capital } from '../../../rules/hours-said.ts';
import type { Button, ListLine, Message } from '../../message.ts';
import { framed, heading, quiet, text } from '../../screens/frame.ts';
import { notNeededWords, saidWords, snoozeWords, taskScreens as words } from '../../words/lead-tasks.ts';
import { leadActWords } from '../../words/leads.ts';
import { type ConcernView, type DutySaid, notNeededReasons, snoozes, type Task } from '../concern/concern-view.ts';
import { ringFor, sayLimit, shortOrderOf, tasksOf, tickable, type Worked } from '../concern/duties.ts';
import { guarded } from '../concern/guarded.ts';
import { leadButton } from '../concern/lead-button.ts';
import { sayMoment } from '../concern/times.ts';
import { taskWords } from './task-words.ts';

/** Of which? */
export function tasksScreen(view: ConcernView): Message {
  const each = tasksOf(view.concern).map((task) => leadButton('task', view.id, capital(taskWords(task).short), task));
  return screen(view, words.otherSummary, words.other, [text(words.otherHelp)], each);
}

/** One of them: how it stands, whom to ring, and what can be said of it. */
export function taskScreen(known: ConcernView, task: Task, now: Date): Message {
  const view = guarded(known);
  const { id, concern, said } = view;
  const before = said.get(task);
  const line = concern && taskLine(task, concern, before, now);
  return screen(
    view,
    words.taskSummary,
    capital(taskWords(task).short),
    line ? [{ kind: 'list', lines: [line] }] : [],
    [
      ...(before?.how === 'done' ? [] : [leadButton('done', id, words.done, task)]),
      leadButton('tried', id, words.tried, task),
      leadButton('not-needed', id, words.notNeeded, task),
      ...(before?.how === 'not-mine' ? [] : [leadButton('not-mine', id, words.notMine, task)]),
      ...(before ? [leadButton('done', id, words.takeBack, `-${task}`)] : []),
    ],
  );
}

/** What is due, by when, and what was said of it. */
export function taskLine(task: Task, concern: Worked, said: DutySaid | undefined, now: Date): ListLine {
  const duty = tickable(concern.outcome.decision.duties).find(({ route }) => route === task);
  const order = { bold: duty ? shortOrderOf(duty, concern) : taskWords(task).order };
  if (said) return { text: [order, `: ${saySaid(said)}`] };
  const note = duty ? ringFor(duty, concern, now) : [];
  return {
    text: [order, duty ? `: ${sayLimit(duty, concern, now)}.` : '.'],
    ...(note.length > 0 ? { note } : {}),
  };
}

/** "Sam Okafor got no answer, Friday 27 November at 6.37pm." */
export function saySaid({ how, who, at, reason, tries }: DutySaid, say: (at: Date) => string = sayMoment): string {
  const why = reason ? ` ${notNeededWords[reason]}.` : '';
  const earlier = how === 'tried' ? tries.slice(0, -1) : tries;
  const also = earlier.length > 0 ? ` ${saidWords.alsoTried}${earlier.map((each) => say(each)).join('; ')}.` : '';
  return `${who} ${saidWords[how]} ${say(at)}.${why}${also}`;
}

export function notNeededScreen(view: ConcernView, task: Task): Message {
  const reasons = notNeededReasons.map((reason) =>
    leadButton('not-needed', view.id, notNeededWords[reason], `${task}!${reason}`),
  );
  return screen(view, words.whySummary, words.why, [], reasons);
}

export function snoozeScreen(view: ConcernView): Message {
  const each = snoozes.map((minutes) =>
    leadButton('snooze', view.id, `${snoozeWords.minutes}${minutes} minutes`, String(minutes)),
  );
  return screen(view, snoozeWords.summary, snoozeWords.title, [text(snoozeWords.help)], each);
}

/** @param viewer who looks: what only its holder can do is left out for others. @param canHand somebody else may know */
export function moreScreen(view: ConcernView, viewer: string, canHand: boolean): Message {
  const { id, stage, owner } = view;
  const theirs = stage === 'owned' && owner === viewer;
  const running = stage === 'open' || stage === 'owned';
  return screen(
    view,
    words.moreSummary,
    words.more,
    [],
    [
      ...(theirs && canHand ? [leadButton('hand', id, leadActWords.hand)] : []),
      ...(theirs ? [leadButton('untake', id, leadActWords.untake)] : []),
      ...(theirs && view.limit !== 'now' ? [leadButton('snooze', id, leadActWords.snooze)] : []),
      leadButton('contact', id, leadActWords.contact),
      ...(running ? [leadButton('same', id, leadActWords.same), leadButton('not-us', id, leadActWords.notForUs)] : []),
      leadButton('record', id, leadActWords.record),
    ],
  );
}

/** One thing to choose, and the way back to the card. */
export function screen(
  { id, reference }: Pick<ConcernView, 'id' | 'reference'>,
  summary: string,
  title: string,
  body: Message['blocks'],
  choices: readonly Button[],
): Message {
  return framed(
    { practice: false },
    {
      summary,
      discreet: true,
      body: [
        heading(title),
        ...body,
        quiet(`Reference ${reference}.`),
        ...(choices.length > 0 ? [{ kind: 'buttons', buttons: choices } as const] : []),
      ],
      moves: [leadButton('back', id, leadActWords.back)],
    },
  );
}
