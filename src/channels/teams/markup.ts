/** Typed words as they were typed: Teams writes mentions, quotes and attachments in mark-up of its own. Pure. */

/** What somebody else said, or what is shown elsewhere: the whole of it goes, once it is closed. */
const ofOthers = ['at', 'quoted', 'quote', 'attachment', 'blockquote', 'img', 'emoji'];
/** How it looks. What stands in it stays. */
const ofLooks =
  'p|div|span|br|b|strong|i|em|u|s|strike|a|ul|ol|li|pre|code|h[1-6]|font|codeblock|readonly|systemeventmessage';
const tags = new RegExp(`<(/?)(${ofLooks}|${ofOthers.join('|')})((?:\\s[^<>]*?)?)(/?)>`, 'gi');
/** Teams' own copy of the message that is replied to, which is mostly ours. */
const ofReply = /schema\.skype\.com\/Reply/i;

interface Opened {
  /** How many pieces there were before it. */
  readonly from: number;
  readonly ofReply: boolean;
}

/** Read once from its beginning to its end, however much mark-up there is. What only looks like it stays as typed. */
function read(text: string): { readonly own: string; readonly quoted: string } {
  const pieces: string[] = [];
  const quoted: string[] = [];
  const open = new Map<string, Opened[]>(ofOthers.map((tag) => [tag, []]));
  let done = 0;
  for (const { 0: tag, 1: slash, 2: name = '', 3: attributes = '', 4: closed, index } of text.matchAll(tags)) {
    pieces.push(text.slice(done, index), ' ');
    done = index + tag.length;
    const opened = open.get(name.toLowerCase());
    if (!opened || closed === '/') continue;
    if (slash === '') opened.push({ from: pieces.length, ofReply: ofReply.test(attributes) });
    const begun = slash === '/' ? opened.pop() : undefined;
    // What stood around it may be gone already, where two cross each other.
    if (!begun || begun.from > pieces.length) continue;
    const inside = pieces.splice(begun.from).join('');
    if (/quote$/i.test(name) && !begun.ofReply) quoted.push(inside);
  }
  return { own: typed(pieces.join('') + text.slice(done)), quoted: typed(quoted.join(' ')) };
}

const typed = (text: string): string =>
  text
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .trim();

/** @param text as an activity has it, in plain text or in HTML */
export const withoutMarkup = (text: string): string => read(text).own;

/** What stands in quotes that are closed, but in copies of a message replied to. It is nobody's answer. */
export const quotedText = (text: string): string => read(text).quoted;

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
    .map(([, each]) => (typeof each === 'string' ? withoutMarkup(each) : textInShare(each, depth + 1)))
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
