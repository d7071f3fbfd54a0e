/**
 * Neutral text as Slack's mrkdwn. Slack has no escape for its formatting signs, so those in literal text become
 * look-alikes; `&`, `<` and `>` are escaped as Slack asks, which disarms mentions, channels and links.
 */

import type { Rich, Span } from '../../../dialogs/message.ts';
import { clean, oneLine } from '../../../dialogs/plain.ts';
import { encodeSigns, telAddress, webAddress } from '../links.ts';
import { joinedSpans } from '../split.ts';

const lookAlikes: Readonly<Record<string, string>> = { '*': '∗', '~': '∼', '`': 'ˋ', _: 'ˍ' };
/** Breaks `:name:` emoji codes; takes no room and is no space. */
const joiner = '\u2060';

/** Breaks signs that Slack escapes or ignores, for every program that reads its messages less carefully. */
export function disarmed(text: string): string {
  return text.replace(/<(?=[^\s\u2060])|\](?=\()/g, (sign) => sign + joiner);
}

/** Text in which nothing is markup. An underscore inside a word stays: Slack leaves it alone, and addresses need it. */
function literal(text: string): string {
  return disarmed(clean(text))
    .replace(/[*~`]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g, (sign) => lookAlikes[sign] ?? sign)
    .replace(/^([^\S\n]*)(>+)/gm, (_, space: string, quotes: string) => space + '›'.repeat(quotes.length))
    .replace(/(?<!\d):(?=[\w+'-]+:)/g, `:${joiner}`)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** Spans as mrkdwn; phone numbers as `tel:` links that read as people write them. */
export function mrkdwn(rich: Rich): string {
  return joinedSpans(rich).map(span).join('');
}

/** Several lines of plain text for the message's `text`, which Slack reads as mrkdwn. Web addresses keep working. */
export function mrkdwnFallback(text: string): string {
  return text
    .split(/(https?:\/\/[^\s<>]+)/)
    .map((piece, index) => (index % 2 === 1 ? address(encodeSigns(piece)) : literal(piece)))
    .join('');
}

function span(of: Span): string {
  if (typeof of === 'string') return literal(of);
  if ('bold' in of) return bold(of.bold);
  if ('phone' in of) return link(telAddress(of.phone), of.phone, of.phone);
  if ('account' in of) return /^[UW][A-Z0-9]{5,}$/.test(of.account) ? `<@${of.account}>` : literal(of.label);
  return link(webAddress(of.link), of.label, `${of.label}: ${of.link}`);
}

/** Bold ends at a line break and must touch its words, so each line is marked by itself. */
function bold(text: string): string {
  return literal(text).replace(/\S.*\S|\S/gu, (words) => `*${words}*`);
}

function link(to: string | undefined, label: string, otherwise: string): string {
  const shown = literal(oneLine(label)).replaceAll('|', '∣');
  return to === undefined || shown === '' ? literal(otherwise) : `<${address(to)}|${shown}>`;
}

const address = (to: string): string => to.replaceAll('&', '&amp;');
