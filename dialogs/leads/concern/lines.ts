/** Short messages as a concern moves on: a line in its card's thread, news for the person who raised it, a reminder. */
import { dayOf } from '../../../rules/london.ts';
import type { Duty } from '../../../rules/outcome.ts';
import { andList } from '../../answer/citation.ts';
import type { Block, Message } from '../../message.ts';
import { sayTime } from '../../said.ts';
import { framed, heading, quiet, text } from '../../screens/frame.ts';
import { reminder, reporter, textWords, thread } from '../../words/lead-news.ts';
import { newsFor } from '../card/reporter-news.ts';
import type { ConcernView, Happening } from './concern-view.ts';
import { isPeopleDuty, ringFor, sayLimit, shortOrderOf } from './duties.ts';
import { guarded } from './guarded.ts';
import { leadButton } from './lead-button.ts';
import { sayMoment } from './times.ts';

/** Anyone who passes may read it: who did something and when, never to which duty or why. */
export function threadLine(happening: Happening, now: Date): Message {
  const { at } = happening;
  const when = dayOf(at) === dayOf(now) ? sayTime(at) : sayMoment(at);
  const line = `${when}: ${happened(happening)}`;
  return { summary: line, blocks: [text(line)] };
}

/** One sentence of what happened, that leaves out which duty. */
export function happened(happening: Happening): string {
  switch (happening.what) {
    case 'raised':
    case 'changed':
    case 'withdrawn':
    case 'referred':
    case 'ended':
    case 'gone':
    case 'owner-gone':
    case 'parted':
    case 'site-gone':
      return thread[happening.what];
    case 'told':
      return `${thread.told}${andList(happening.places)}.`;
    case 'no-answer':
      return `${thread.noAnswer}${andList(happening.who)} ${thread.goToThem}`;
    case 'not-reached':
      return `${thread.notReached}${andList(happening.places)}.`;
    case 'taken':
    case 'untaken':
    case 'contact':
    case 'gained':
    case 'erase-asked':
    case 'done':
    case 'undone':
    case 'tried':
    case 'not-needed':
    case 'not-mine':
    case 'outcome':
    case 'closed':
    case 'reopened':
    case 'seen':
      return `${happening.who} ${thread[happening.what]}`;
    case 'handed':
      return `${happening.who} ${thread.handed}${happening.to}.`;
    case 'snoozed':
      return `${happening.who} ${thread.snoozed}${sayTime(happening.until)}.`;
    case 'reminded':
      return `${thread.reminded}${andList(happening.who)}.`;
    case 'text':
      return `${textWords[happening.result]}${happening.who}.`;
    case 'joined':
      return `${happening.who} ${thread.joined}${happening.reference}.`;
    case 'not-for-us':
      return `${happening.who} ${thread.notForUs}`;
  }
}

/** News for the person who raised it, in their own talk with the bot. Nothing where there is nothing new for them. */
export function reporterLine(happening: Happening, view: ConcernView, now: Date): Message | undefined {
  const news = newsFor(happening, guarded(view), now);
  if (!news) return undefined;
  const body = [heading(reporter.title), ...news, quiet(`Reference ${view.reference}.`)];
  const moves = happening.what === 'gone' ? [leadButton('pick', view.id, reporter.pickButton)] : [];
  return framed({ practice: false }, { summary: reporter.summary, discreet: true, body, moves });
}

/**
 * Duties are near their limits and nobody ticked them.
 *
 * @param place only a person's own messages say which duty it is, and never of a concern that only some may know of.
 */
export function reminderLine(
  duties: readonly Duty[],
  view: ConcernView,
  now: Date,
  place: 'person' | 'channel' = 'channel',
): Message {
  const { concern, id, owner, reference, restricted } = guarded(view);
  const named = place === 'person' && !restricted;
  const due = duties.filter(isPeopleDuty).flatMap((duty): Block[] => {
    if (!concern) return [];
    if (!named) return [text(`${reminder.notTicked}${sayLimit(duty, concern, now)}.`)];
    const order = { bold: shortOrderOf(duty, concern) };
    const limit = `: ${sayLimit(duty, concern, now)}. `;
    return [{ kind: 'text', text: [order, limit, ...ringFor(duty, concern, now)] }];
  });
  return framed(
    { practice: false },
    {
      summary: reminder.summary,
      discreet: true,
      body: [
        heading(reminder.summary),
        quiet(`Reference ${reference}.`),
        text(owner ? `${owner} ${reminder.has}` : reminder.nobody),
        ...due,
        text(due.some(hasNumber) ? reminder.doIt : reminder.doItUnrung),
      ],
      moves: [leadButton('open', id, reminder.see)],
    },
  );
}

const hasNumber = (block: Block): boolean =>
  block.kind === 'text' && block.text.some((span) => typeof span !== 'string' && 'phone' in span);
