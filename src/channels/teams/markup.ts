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
