/** Typed text made comparable. Nothing of it is kept beyond the turn. */
import leven from 'leven';

/** Longer texts are read this far only. */
const longest = 2000;

/** Lower case letters, digits and single spaces; apostrophes gone, so that "don't" and "dont" are one. */
export function plainWords(text: string): string {
  return text
    .slice(0, longest)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’`]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/**
 * The same, or so close that it can only be a slip of the finger: one slip in four letters or more, two in twelve
 * or more. Two neighbours changed round are one slip.
 */
function sameButForSlips(typed: string, phrase: string): boolean {
  if (typed === phrase) return true;
  const allowed = phrase.length >= 12 ? 2 : phrase.length >= 4 ? 1 : 0;
  if (allowed === 0 || Math.abs(typed.length - phrase.length) > allowed) return false;
  return leven(typed, phrase) <= allowed || neighboursChangedRound(typed, phrase);
}

function neighboursChangedRound(typed: string, phrase: string): boolean {
  const at = [...phrase].findIndex((letter, i) => typed[i] !== letter);
  const back = phrase.slice(0, at) + phrase.charAt(at + 1) + phrase.charAt(at) + phrase.slice(at + 2);
  return at >= 0 && typed === back;
}

/** The one thing whose phrases fit: exactly before nearly. Nothing when two different things fit. */
export function theOneMeant<T>(typed: string, phrases: ReadonlyMap<string, T>): T | undefined {
  const exact = phrases.get(typed);
  if (exact !== undefined) return exact;
  const near = new Set([...phrases].filter(([phrase]) => sameButForSlips(typed, phrase)).map(([, thing]) => thing));
  return near.size === 1 ? [...near][0] : undefined;
}
