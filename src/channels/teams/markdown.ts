/**
 * Neutral text as the Markdown of Teams' cards. Backslash escapes show as backslashes on some phones
 * (AdaptiveCards 5590), so literal signs are disarmed by look-alikes and by an invisible joiner instead.
 */
import type { Rich, Span } from '../../../dialogs/message.ts';
import { clean, oneLine } from '../../../dialogs/plain.ts';
import { encodeSigns, telAddress, webAddress } from '../links.ts';
import { joinedSpans } from '../split.ts';

const lookAlikes: Readonly<Record<string, string>> = { '*': '∗', '~': '∼', '`': 'ˋ', _: 'ˍ' };
/** Takes no room and is neither space nor punctuation, so what it parts is no longer one sign. */
const joiner = '\u2060';

/** Text in which nothing is markup: no link, mention, list, heading, emphasis or date function. */
export function literal(text: string): string {
  return clean(text)
    .replace(/[*~`]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, (sign) => lookAlikes[sign] ?? sign)
    .replace(/[<\]{\\]|&(?=[A-Za-z#]|$)|!$/g, (sign) => sign + joiner)
    .replace(/^([^\S\n]*)(?=[#>+=|-])/gm, `$1${joiner}`)
    .replace(/^([^\S\n]*\d+)(?=[.)])/gm, `$1${joiner}`)
    .replace(/\s*\n\s*/g, '\n\n');
}

/** Spans as Markdown; phone numbers as `tel:` links that read as people write them. Bold beside a space needs no joiner. */
export function markdown(rich: Rich): string {
  return joinedSpans(rich)
    .map(span)
    .join('')
    .replace(/(?<=^|\s)\*\*\u2060|\u2060\*\*(?=\s|$)/g, '**')
    .trim();
}

/** Several lines of plain text where Teams reads Markdown. Web addresses keep working. */
export function markdownFallback(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>]+)/)
    .map((piece, index) => (index % 2 === 1 ? encodeSigns(piece) : literal(piece)))
    .join('');
}

/** How a card names somebody; the card says beside it who that is. */
export const mention = (label: string): string => `<at>${oneLine(label).replace(/[<>]/g, '')}</at>`;

/** A person's id in a directory. What else stands there is no account of Teams. */
export const isAccount = (account: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(account);

function span(of: Span): string {
  if (typeof of === 'string') return literal(of);
  if ('bold' in of) return bold(of.bold);
  if ('phone' in of) return link(telAddress(of.phone), of.phone, of.phone);
  if ('account' in of) return isAccount(of.account) ? mention(of.label) : literal(of.label);
  return link(webAddress(of.link), of.label, `${of.label}: ${of.link}`);
}

/** Each line by itself, and with joiners inside where Markdown would not see punctuation as a bold edge. */
function bold(text: string): string {
  return literal(text).replace(/\S.*\S|\S/gu, (words) => {
    const start = /^[\p{L}\p{N}]/u.test(words) ? '' : joiner;
    const end = /[\p{L}\p{N}]$/u.test(words) ? '' : joiner;
    return `**${start}${words}${end}**`;
  });
}

function link(to: string | undefined, label: string, otherwise: string): string {
  const shown = literal(oneLine(label));
  return to === undefined || shown === '' ? literal(otherwise) : `[${shown}](${to})`;
}
