/** Typed words as they were typed: Teams writes mentions, quotes and attachments in mark-up of its own. Pure. */

/** What somebody else said, or what is shown elsewhere: the whole of it goes. */
const ofOthers = ['at', 'quoted', 'quote', 'attachment', 'blockquote', 'img', 'emoji'];
/** How it looks. What stands in it stays. */
const ofLooks =
  'p|div|span|br|b|strong|i|em|u|s|strike|a|ul|ol|li|pre|code|h[1-6]|font|codeblock|readonly|systemeventmessage';

const wholes = ofOthers.map(
  (tag) => new RegExp(`<${tag}(?:\\s[^<>]*)?(?:/>|>(?:(?!<${tag}[\\s>])[\\s\\S]){0,20000}?</${tag}\\s*>)`, 'gi'),
);
const tags = new RegExp(`</?(?:${ofLooks}|${ofOthers.join('|')})(?:\\s[^<>]*)?/?>`, 'gi');

/** @param text as an activity has it, in plain text or in HTML */
export function plainText(text: string): string {
  return wholes
    .reduce((rest, whole) => rest.replace(whole, ' '), text)
    .replace(tags, ' ')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();
}

/** `quoted` stands for the message replied to, mostly ours; its attachment says whose it is. */
const quotes = /<(quote|blockquote)((?:\s[^<>]*)?)>([\s\S]{0,20000}?)<\/\1\s*>/gi;
/** Teams' own copy of the message that is replied to, which is mostly ours. */
const ofReply = /schema\.skype\.com\/Reply/i;

/** What stands in quotes. It is nobody's answer. */
export const quotedText = (text: string): string =>
  [...text.matchAll(quotes)]
    .filter(([, , attributes = '']) => !ofReply.test(attributes))
    .map(([, , , inside = '']) => plainText(inside))
    .join(' ')
    .trim();

/** Of what says who, where, when and how it looks nothing is read. */
const notWords = /(id|url|link|type|name|locale|version|color|style|size|time|date)$/i;
const deepest = 8;

/** The words of what is forwarded, quoted or shared as a card: not of a quote of what a program wrote, such as ours. */
export function textInShare(content: unknown, depth = 0): string {
  const value = depth === 0 ? parsed(content) : content;
  if (typeof value !== 'object' || value === null || depth > deepest) return '';
  if (depth === 0 && isOfProgram(value)) return '';
  return Object.entries(value)
    .filter(([key]) => !notWords.test(key))
    .map(([, each]) => (typeof each === 'string' ? plainText(each) : textInShare(each, depth + 1)))
    .filter((text) => text !== '')
    .join(' ');
}

const isOfProgram = (value: object): boolean =>
  'messageSender' in value &&
  typeof value.messageSender === 'object' &&
  value.messageSender !== null &&
  'application' in value.messageSender &&
  Boolean(value.messageSender.application);

/** Teams sends it as an object, or as the text of one. */
function parsed(content: unknown): unknown {
  try {
    return typeof content === 'string' ? JSON.parse(content) : content;
  } catch {
    return undefined;
  }
}
