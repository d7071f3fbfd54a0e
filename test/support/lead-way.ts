/** All that a lead reads of one concern, from the notice to its end: their one card, drawn anew with every press. */
import { closedCard } from '../../dialogs/leads/card/closed-card.ts';
import { leadCard } from '../../dialogs/leads/card/lead-card.ts';
import { noticeCard } from '../../dialogs/leads/card/notice-card.ts';
import type { ConcernView } from '../../dialogs/leads/concern/concern-view.ts';
import { tasksOf } from '../../dialogs/leads/concern/duties.ts';
import { wordsIn } from '../../dialogs/look-up/short.ts';
import type { Message } from '../../dialogs/message.ts';
import { plainText } from '../../dialogs/plain.ts';

/** The notice, the card once they have it, after each thing that is done, once it is said how it ended, and closed. */
export function leadWay(taken: ConcernView, now: Date): readonly Message[] {
  const { owner = '', ...unowned } = taken;
  const tasks = tasksOf(taken.concern);
  const said = (count: number) =>
    new Map(tasks.slice(0, count).map((task) => [task, { how: 'done', at: now, who: owner, tries: [] }] as const));
  const cards = Array.from({ length: tasks.length + 1 }, (_, count) =>
    leadCard({ ...taken, said: said(count) }, now, owner),
  );
  const ended: ConcernView = { ...taken, said: said(tasks.length), outcome: 'advice' };
  const newest = {
    ...ended,
    history: [...taken.history, { at: now, what: 'no-answer', who: ['Somebody Else'] }],
  } as const;
  return [
    noticeCard({ ...unowned, stage: 'open' }, now),
    ...cards,
    leadCard(newest, now, owner),
    closedCard({ ...ended, stage: 'done' }),
  ];
}

/** Of a card that is drawn anew only what it did not say before is read; buttons count like words. */
export function wordsRead(screens: readonly Message[]): number {
  const parts = screens.map((message) =>
    plainText({ ...message, summary: '' })
      .replaceAll(/^Buttons?: /gm, '')
      .split(/\n|, (?=[A-Z])/),
  );
  return parts.reduce((sum, lines, i) => {
    const before = new Set(parts[i - 1]);
    return sum + wordsIn(lines.filter((line) => line && !before.has(line)).join(' '));
  }, 0);
}
