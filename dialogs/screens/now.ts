/** "What must I do now?" before the end: what is certain so far, then "if ..., then ...", never an order too early. */
import { leadSentence } from '../answer/first-screen.ts';
import { dutyLine } from '../answer/lines.ts';
import type { Message } from '../message.ts';
import type { State } from '../state.ts';
import { type Context, outcomeOf } from '../steps.ts';
import { nowScreen as words } from '../words/screens.ts';
import { alert, framed, heading, list, move, text } from './frame.ts';

export function nowScreen(state: State, context: Context): Message {
  const outcome = outcomeOf(state, context);
  const certain = outcome.decision.duties.filter(
    ({ route, strength }) => strength !== 'may' && route !== 'safeguarding-lead' && !route.startsWith('service:'),
  );
  return framed(state, {
    summary: words.summary,
    body: [
      heading(words.title),
      { kind: 'text', text: leadSentence(true, outcome, context) },
      alert('In danger: ring ', { phone: '999' }, '.'),
      list(words.always),
      ...(certain.length > 0
        ? [text(words.soFar), { kind: 'list', lines: certain.map((duty) => dutyLine(duty, outcome, context)) } as const]
        : [text(words.nothingYet)]),
      list(words.ifs),
    ],
    moves: [move.show],
  });
}
