/**
 * A message as text alone: for notifications, screen readers, and whenever cards or buttons do not show.
 * Also the one place that numbers choices, so that "2" means the same on every channel and when it is typed.
 */
import type { Block, Button, ListLine, Message, Rich, Span, TickOption } from './message.ts';

/** A choice that can be sent as a number. Numbers run through the whole message, from 1, in reading order. */
export interface Choice {
  readonly number: number;
  readonly label: string;
  readonly of: Button | TickOption;
}

export const alertWord = 'Important:';
const tickHint = 'No tick boxes? Send the numbers, like 1 and 3.';
/** Where a part is cut, those who listen learn that there is more, and the word that brings it. */
const restHint = (label: string) => `${label}: send "more".`;
const summaryLimit = 150;
const oneLineLimit = 90;

/** Codes that could garble a line or turn the digits of a phone number round; line breaks stay. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are exactly what is taken out
const unsafe = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]/g;

/** Everything that has to be looked at more closely: `unsafe`, a tab, half a character perhaps. Most texts hold nothing of it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above
const odd = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff\ud800-\udfff]/;

/** Literal text made safe to show anywhere: no control or direction-override codes, no half characters. */
export function clean(text: string): string {
  if (!odd.test(text)) return text;
  return text
    .toWellFormed()
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(unsafe, '');
}

/** The same on one line, for labels, headings and summaries. */
export function oneLine(text: string): string {
  return clean(text).replace(/\s+/g, ' ').trim();
}

/** The lists that a tick list is drawn as: one, or one for each group of its options, in order. */
export function tickGroups({
  label,
  options,
}: Block & { kind: 'ticks' }): readonly { readonly label: string; readonly options: readonly TickOption[] }[] {
  const starts = options.flatMap((option, i) => (i === 0 || option.group !== undefined ? [i] : []));
  return starts.map((start, i) => ({
    label: options[start]?.group ?? label,
    options: options.slice(start, starts[i + 1]),
  }));
}

/** The answers and tick options of a message with their numbers. Other buttons are pressed, never numbered. */
export function choices(message: Message): readonly Choice[] {
  return message.blocks
    .flatMap((block): readonly (Button | TickOption)[] => {
      if (block.kind === 'ticks') return block.options;
      return block.kind === 'buttons' ? answers(block.buttons) : [];
    })
    .map((of, index) => ({ number: index + 1, label: oneLine(of.label), of }));
}

/** The numbers of one message's choices, by button or option. */
function numbersOf(message: Message): ReadonlyMap<Button | TickOption, number> {
  return new Map(choices(message).map(({ of, number }) => [of, number]));
}

/** "1 Yes, 2 No, 3 Not sure"; one to a line when that would be long. Empty when nothing is numbered. */
function numberedAnswers(buttons: readonly Button[], numbers: ReadonlyMap<Button | TickOption, number>): string {
  const written = answers(buttons).map((button) => `${numbers.get(button)} ${oneLine(button.label)}`);
  const line = written.join(', ');
  return line.length > oneLineLimit ? written.join('\n') : line;
}

/** So that nobody is stuck when buttons do not show or do not work. */
function numberHint(answered: string): string {
  if (answered === '') return '';
  return answered.includes('\n')
    ? `No buttons? Send a number:\n${answered}`
    : `No buttons? Send a number: ${answered}.`;
}

/** Spans as text: phone numbers as people write them, links as "label: address". */
export function richText(rich: Rich): string {
  return clean(rich.map(spanText).join(''));
}

/** The summary on one line, cut to 150 characters. */
export function summaryLine(message: Message): string {
  return shortened(oneLine(message.summary), summaryLimit);
}

/** At most `most` UTF-16 units, ending in "…" where something was left out; never half a character. */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text
    .slice(0, most - 1)
    .replace(/[\ud800-\udbff]$/, '')
    .trimEnd()}…`;
}

/**
 * The whole message: its summary first, then every block in order that the summary does not already say, with
 * numbered choices and other buttons named.
 */
export function plainText(message: Message): string {
  const numbers = numbersOf(message);
  const summary = summaryLine(message);
  const parts = message.blocks.map((block) => blockText(block, numbers));
  return [summary, ...parts.filter((text) => text.trim() !== '' && !summary.includes(text))].join('\n').trim();
}

/** The same where room is short: what is folded stands below all else, and only as much of it as `fits`. */
export function plainTextWithin(message: Message, fits: (text: string) => boolean): string {
  const folds = message.blocks.filter(({ kind }) => kind === 'fold');
  const open = plainText({ ...message, blocks: message.blocks.filter(({ kind }) => kind !== 'fold') });
  return folds.reduce((text, fold) => {
    const more = `${text}\n${blockText(fold, new Map())}`;
    return fits(more) ? more : text;
  }, open);
}

function blockText(block: Block, numbers: ReadonlyMap<Button | TickOption, number>): string {
  switch (block.kind) {
    case 'heading':
      return oneLine(block.text);
    case 'text':
      return block.tone === 'alert' ? `${alertWord} ${richText(block.text)}` : richText(block.text);
    case 'list':
      return block.lines.map((line, index) => lineText(line, block.numbered ? `${index + 1}.` : '-')).join('\n');
    case 'divider':
      return '';
    case 'buttons':
      return [
        numberHint(numberedAnswers(block.buttons, numbers)),
        buttonsText([...others(block.buttons), ...(block.rare ?? [])]),
      ]
        .filter(Boolean)
        .join('\n');
    case 'fold':
      return [
        oneLine(block.title),
        ...block.blocks.map((each) => blockText(each, numbers)),
        ...(block.rest ? [restHint(block.rest.label)] : []),
      ].join('\n');
    case 'ticks':
      return [
        ...tickGroups(block).flatMap(({ label, options }) => [
          oneLine(label),
          ...options.map((option) => tickText(option, numbers)),
        ]),
        tickHint,
        buttonsText([block.submit]),
      ].join('\n');
  }
}

function lineText(line: ListLine, mark: string): string {
  return `${mark} ${richText(line.text)}${line.note ? `\n  ${richText(line.note)}` : ''}`;
}

function tickText(option: TickOption, numbers: ReadonlyMap<Button | TickOption, number>): string {
  const ticked = option.ticked ? ' (ticked)' : '';
  const help = option.help ? `: ${oneLine(option.help)}` : '';
  return `${numbers.get(option)} ${oneLine(option.label)}${ticked}${help}`;
}

function buttonsText(buttons: readonly Button[]): string {
  if (buttons.length === 0) return '';
  return `${buttons.length === 1 ? 'Button' : 'Buttons'}: ${buttons.map((button) => oneLine(button.label)).join(', ')}`;
}

function spanText(span: Span): string {
  if (typeof span === 'string') return span;
  if ('bold' in span) return span.bold;
  if ('phone' in span) return span.phone;
  if ('account' in span) return span.label;
  return span.label === span.link ? span.link : `${span.label}: ${span.link}`;
}

const isAnswer = (button: Button): boolean => button.action.do === 'answer';
const answers = (buttons: readonly Button[]): readonly Button[] => buttons.filter(isAnswer);
const others = (buttons: readonly Button[]): readonly Button[] => buttons.filter((button) => !isAnswer(button));
