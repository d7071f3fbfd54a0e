/** What stands around every look-up: under it 999 and the lead, then the ways on and back. */
import type { Block, Button, Message } from '../message.ts';
import { shortened } from '../plain.ts';
import { heading, move, quiet, text } from '../screens/frame.ts';
import type { At, LookUpEntry, LookUpFacts } from './entry.ts';
import { fitting, wordsAlone, wordsBeside, wordsIn, wordsOn } from './short.ts';
import { withoutBrackets } from './words.ts';

const back: Button = { ...move.show, label: 'Return' };

const foot = quiet('In danger: ', { phone: '999' }, '. Worried about a child: your safeguarding lead, now.');
const footWords = wordsIn('In danger: 999. Worried about a child: your safeguarding lead, now.');

const longestLabel = 75;

export function ask(label: string, query: string): Button {
  return { label: shortened(label, longestLabel), action: { do: 'look-up', query } };
}

export function framedEntry(
  summary: string,
  blocks: readonly Block[],
  buttons: readonly Button[] = [move.lookUp],
): Message {
  return { summary, blocks: [...blocks, foot, { kind: 'buttons', buttons: [...buttons, back] }] };
}

/** The asked-for thing on top, in few words; the rest a press away. */
export function framedEntries(found: readonly LookUpEntry[], at: At): Message {
  const [first, ...others] = found;
  if (!first) throw new Error('A look-up is framed only when something was found');
  const summary = `Look-up: ${first.name}`;
  if (others.length === 0) return framedAlone(first, summary, at);
  const drawn = found.flatMap((entry, i) => [
    ...(i > 0 ? [{ kind: 'divider' } as const] : []),
    ...shortly(entry.facts(at), wordsBeside),
  ]);
  return framedEntry(summary, drawn, [...found.map(({ id, name }) => ask(withoutBrackets(name), id)), move.lookUp]);
}

function framedAlone({ id, facts }: LookUpEntry, summary: string, at: At): Message {
  const drawn = facts(at);
  const parts = (drawn.parts ?? []).map(({ label }, i) => ask(label, `${id}${partMark}${i}`));
  const more = drawn.whole.length > 0 ? [ask('More', `${moreMark}${id}`)] : [];
  const buttons = [...(drawn.see ?? []), ...parts, ...more, move.lookUp];
  return framedEntry(summary, shortly(drawn, wordsAlone - footWords - wordsOn([...buttons, back])), buttons);
}

function shortly({ heading: title, lines }: LookUpFacts, room: number): readonly Block[] {
  return [heading(title), { kind: 'list', lines: fitting(lines, room - wordsIn(title)) }];
}

const moreMark = 'more:';
const partMark = '#';

/** Everything about one entry, or one part of a long one; undefined where the query asks for neither. */
export function framedWhole(query: string, entries: readonly LookUpEntry[], at: At): Message | undefined {
  const [id, part] = query.replace(moreMark, '').split(partMark);
  const entry = entries.find((one) => one.id === id);
  if (!entry || (!query.startsWith(moreMark) && part === undefined)) return undefined;
  const facts = entry.facts(at);
  const chosen = part === undefined ? undefined : facts.parts?.[Number(part)];
  const blocks = chosen?.blocks ?? facts.whole;
  return framedEntry(
    `Look-up: ${entry.name}`,
    [heading(chosen ? chosen.label : facts.heading), ...blocks],
    chosen ? [ask('All parts', entry.id), move.lookUp] : [...(facts.see ?? []), move.lookUp],
  );
}

export function nothingFound(buttons: readonly Button[]): Message {
  return framedEntry(
    'Look-up: nothing found',
    [
      heading('Sorry, I did not find that'),
      text('Try one or two words, like Childline or LADO. Or choose below.'),
      text('What we do not hold, your safeguarding lead may know.'),
    ],
    buttons,
  );
}
