/** A typed line as words that can be compared: folded, spelled out, stemmed. Nothing of it is kept beyond the turn. */
import { stemmer } from 'stemmer';
import { emojiWords, shorthand } from './lexicon/shorthand.ts';
import { wordMeant } from './spelling.ts';

export interface WordToken {
  /** As it is compared: the stem. */
  readonly stem: string;
  /** Counts sentences and lines: words of two never belong together. */
  readonly clause: number;
}

/** Of longer texts the beginning and the end are read, so that a line costs a bounded time. */
const longestBeginning = 2_000;
const longestEnd = 1_000;
const longestWord = 40;

/** Forms that no rule of spelling brings back to their word. */
const irregular: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({
    be: 'am is are was were been being s',
    have: 'has had having',
    do: 'does did done doing',
    die: 'dies died dying',
    hang: 'hung',
    shoot: 'shot shooting',
    take: 'took taken taking',
    run: 'ran running',
    go: 'goes gone went going',
    say: 'says said',
    tell: 'told',
    make: 'made making',
    send: 'sent',
    get: 'got gets getting gotten',
    bring: 'brought',
    buy: 'bought',
    keep: 'kept',
    find: 'found',
    hide: 'hid hidden hiding',
    drink: 'drank drunk',
    swallow: 'swallowed swallowing',
    beat: 'beaten',
    sit: 'sat sitting',
    hold: 'held',
    lay: 'laid laying lays',
    stand: 'stood',
    blow: 'blew blown blowing',
    bleed: 'bled',
    tie: 'tied ties tying',
    throw: 'threw thrown',
    write: 'wrote written',
    drive: 'drove driven',
    give: 'gave given giving',
    meet: 'met',
    see: 'saw seen sees',
    come: 'came coming',
    stick: 'stuck',
    wake: 'woke woken waking',
    steal: 'stole stolen',
    show: 'shown shows showed',
    speak: 'spoke spoken',
    catch: 'caught',
    child: 'children',
    man: 'men',
    woman: 'women',
    knife: 'knives',
    pay: 'paid pays',
    use: 'used using uses',
  }).flatMap(([word, forms]) => forms.split(' ').map((form) => [form, word])),
);

/** Short words are never cut: "his" is not "hi". */
const neverCut = new Set('this his us was has does always less yes plus bus gas news says'.split(' '));

/** "constructor" is a word that people can type, too. */
const own = (table: Readonly<Record<string, string>>, word: string): string | undefined =>
  Object.hasOwn(table, word) ? table[word] : undefined;

/** What a word is compared by; the words of every lexicon go the same way. */
export function stemOf(word: string): string {
  const known = own(irregular, word);
  if (known) return known;
  return word.length <= 3 || neverCut.has(word) ? word : stemmer(word);
}

/** The words of a line, in order. */
export function tokensOf(text: string): readonly WordToken[] {
  return clausesOf(text).flatMap((clause, at) =>
    joinedLetters(toForTwo(clause.split(' ').filter((word) => word !== '')))
      .flatMap((word) => spelledOut(word.slice(0, longestWord)))
      .map((word) => ({ stem: stemOf(word), clause: at })),
  );
}

/** What an apostrophe leaves out: "we're" is not "were". */
const endings: Readonly<Record<string, string>> = { re: 'are', ll: 'will', ve: 'have', m: 'am', d: 'would' };

const letterOf: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '!': 'i',
  $: 's',
  '@': 'a',
};

/** Lower case letters, digits and single spaces, cut at the ends of sentences. */
function clausesOf(text: string): readonly string[] {
  const read =
    text.length > longestBeginning + longestEnd
      ? `${text.slice(0, longestBeginning)}\n${text.slice(-longestEnd)}`
      : text;
  const words = read
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}]/gu, '')
    .toLowerCase()
    .replace(/\p{Extended_Pictographic}/gu, (emoji) => ` ${emojiWords[emoji] ?? ''} `)
    .replace(/['’‘`´](re|ll|ve|m|d)(?!\p{L})/gu, (_, end: string) => ` ${endings[end] ?? end}`)
    .replace(/['’‘`´]/g, '')
    .replace(/(?<=\p{L})[!$@](?=\p{L})/gu, (sign) => letterOf[sign] ?? ' ');
  return words
    .split(/[.!?;:\n\r…]+(?=\s|$)|[\n\r]+/)
    .map((clause) => clause.replace(/[^\p{L}\p{N}]+/gu, ' ').trim())
    .filter((clause) => clause !== '');
}

const beforeTo: ReadonlySet<string> = new Set(
  'going goin gon want wants wanted need needs try trying tries about plan plans planning used like ready hope hoping'.split(
    ' ',
  ),
);

/** "Wants 2 die" is no number. */
const toForTwo = (words: readonly string[]): readonly string[] =>
  words.map((word, at) => (word === '2' && beforeTo.has(words[at - 1] ?? '') ? 'to' : word));

/** "k y s" is one word. */
function joinedLetters(words: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let run: string[] = [];
  const close = () => {
    joined.push(...(run.length >= 3 ? [run.join('')] : run));
    run = [];
  };
  for (const word of words) {
    if (/^\p{L}$/u.test(word)) run.push(word);
    else {
      close();
      joined.push(word);
    }
  }
  close();
  return joined;
}

/** Shorthand in full, digits that stand for letters turned back, slips of the finger put right. */
function spelledOut(word: string): readonly string[] {
  const full = own(shorthand, word);
  if (full !== undefined) return full.split(' ');
  if (/\d/.test(word)) {
    const letters = word.replace(/[013457]/g, (digit) => letterOf[digit] ?? digit);
    const meant = /\d/.test(letters) || /^\d/.test(word) ? word : wordMeant(letters);
    return (own(shorthand, meant) ?? meant).split(' ');
  }
  const meant = wordMeant(word);
  return (shorthand[meant] ?? meant).split(' ');
}
