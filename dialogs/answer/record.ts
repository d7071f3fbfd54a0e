/** The answer as text for the person's own record: answers as chosen, what is due and why, blanks for names. */
import { dayOf } from '../../rules/london.ts';
import { type Ask, chosenLabels } from '../ask.ts';
import { isGuard } from '../guard.ts';
import type { Block, Message } from '../message.ts';
import { richText } from '../plain.ts';
import { sayDate, sayTime } from '../said.ts';
import { framed, heading, list, move, quiet, text } from '../screens/frame.ts';
import type { State } from '../state.ts';
import type { Context, Outcome } from '../steps.ts';
import { record } from '../words/answer.ts';
import { linkLife, noPage } from '../words/pages.ts';
import { citesInferred, inferredNote } from './citation.ts';
import { dutyRecord, nextLine } from './lines.ts';
import { versionLines } from './version.ts';

/** @param page a link to the same as a page to print. */
export function recordScreen(
  outcome: Outcome,
  asks: readonly { ask: Ask; values: readonly string[] }[],
  state: State,
  context: Context,
  page?: string,
): Message {
  const { duties, next } = outcome.decision;
  const due = duties.filter((duty) => !duty.route.startsWith('service:'));
  const inferred = citesInferred(
    due.flatMap(({ strengthFrom, deadlineFrom }) => [...strengthFrom.cites, ...deadlineFrom.cites]),
  );
  return framed(state, {
    summary: record.summary,
    body: [
      heading(record.title),
      text(record.intro),
      ...(state.practice ? [] : [printed(page)]),
      text(`${sayDate(dayOf(context.now))}, ${sayTime(context.now)}`),
      heading('Answers'),
      list(asks.map(({ ask, values }) => `${ask.ask} ${answerSaid(ask, values)}`)),
      heading('Due'),
      list(due.map((duty) => dutyRecord(duty, outcome, context))),
      ...(next.length > 0
        ? [heading('Next'), list(next.map((step) => richText(nextLine(step, outcome, context, true).text)))]
        : []),
      heading('To write by hand'),
      list(record.blanks),
      ...(inferred ? [quiet(inferredNote)] : []),
      ...versionLines(state.begun).map((line) => quiet(line)),
    ],
    moves: [move.show],
  });
}

const printed = (page: string | undefined): Block =>
  page === undefined
    ? quiet(noPage)
    : { kind: 'text', text: [`${record.page} `, { link: page, label: record.open }, linkLife] };

/** No names: people stand in it by their part. */
function answerSaid(ask: Ask, values: readonly string[]): string {
  if (!isGuard(ask.id)) return chosenLabels(ask, values);
  const byPart = ask.options.map((option) => ({ ...option, label: option.help ?? option.label }));
  return chosenLabels({ ...ask, options: byPart }, values);
}
