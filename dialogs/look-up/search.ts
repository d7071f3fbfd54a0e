/**
 * Finds the entries a question is about, best first: by name, by a name within it, by its words (MiniSearch). What
 * matches only in a lesser part is not held: a wrong body shown as found would cost a call. Keeps nothing.
 */
import MiniSearch from 'minisearch';
import { type Vocabulary, vocabularyWith, wordMeant } from '../typed/spelling.ts';
import type { LookUpEntry } from './entry.ts';
import { foldLetters, meaningful, smallWords, unshortened, withoutBrackets } from './words.ts';

export const mostResults = 3;

/** A result must score at least this part of the best one's score. */
const closeEnough = 0.3;

export interface FoundEntry {
  readonly entry: LookUpEntry;
  /** `named`: the question is its name and nothing else. `within`: its name stands in it. */
  readonly how: 'named' | 'within' | 'words';
  /** The question is that name letter for letter, small words too. */
  readonly whole: boolean;
  /** How much of the question it answers, 0 to 1. */
  readonly share: number;
}

/** A name as its meaningful words, and as it is written. */
interface Name {
  readonly words: string;
  readonly whole: string;
}

interface Index {
  readonly engine: MiniSearch;
  readonly byId: ReadonlyMap<string, LookUpEntry>;
  /** Every name and alias, as its words joined by spaces. */
  readonly names: ReadonlyMap<string, readonly Name[]>;
  /** What a slip can have meant here. */
  readonly vocabulary: Vocabulary;
}

/** One index per list of entries; a list is kept as long as its owner keeps it. */
const indexes = new WeakMap<readonly LookUpEntry[], Index>();

export function search(query: string, entries: readonly LookUpEntry[]): readonly LookUpEntry[] {
  const close = findEntries(query, entries).map(({ entry }) => entry);
  return close[0]?.alone ? close.slice(0, 1) : close.filter(({ alone }) => !alone).slice(0, mostResults);
}

/** The same with how well each fits. */
export function findEntries(query: string, entries: readonly LookUpEntry[]): readonly FoundEntry[] {
  const index = indexOf(entries);
  const asked = corrected(foldLetters(query), index.vocabulary);
  const words = meaningful(asked);
  if (words.length === 0) return onlySmallWords(asked, entries);
  const typed = words.join(' ');
  const results = index.engine
    .search(typed, {
      prefix: (word) => word.length >= 4 && !weak.has(word),
      fuzzy: (word) => (word.length < 5 ? false : word.length < 8 ? 1 : 2),
    })
    .flatMap(({ id, score, queryTerms }) => {
      const entry = index.byId.get(id);
      if (!entry) return [];
      const { name, how, whole } = nameIn(typed, asked, index.names.get(entry.id) ?? []);
      const part = name === undefined ? 0 : name.split(' ').length / words.length;
      const share = Math.max(shareOf(queryTerms, words), part >= namesIt ? enough : 0);
      return [{ entry, how, whole, share, score: score * weight(entry, asked, how, part ** 2) * share }];
    })
    .filter(({ share }) => share >= enough)
    .filter(({ entry, how }) => !entry.adultsOnly || how === 'named' || isAboutAnAdult(asked))
    .toSorted((a, b) => b.score - a.score);
  const best = results[0]?.score ?? 0;
  return results.filter(({ score }) => score >= best * closeEnough);
}

/** Slips of the finger put right. */
const corrected = (asked: string, vocabulary: Vocabulary): string =>
  asked
    .split(' ')
    .map((word) => wordMeant(word, vocabulary))
    .join(' ');

/** A name of small words alone, like "phone number", holds nothing to search for. */
function onlySmallWords(asked: string, entries: readonly LookUpEntry[]): readonly FoundEntry[] {
  if (asked === '') return [];
  const named = entries.filter(({ aliases }) => aliases.some((alias) => foldLetters(alias) === asked));
  return named.map((entry) => ({ entry, how: 'named', whole: true, share: 1 }));
}

/** A name that is so much of a question is what it is about. */
const namesIt = 0.3;

/** The part of a question that must be answered for it to be held here. */
const enough = 0.6;

/** Words that half of all entries share: they count for little. */
const weak = new Set(
  meaningful('child children parent family school staff teacher young adult pupil student worried concern'),
);
const weakly = 0.25;

function shareOf(matched: readonly string[], words: readonly string[]): number {
  const worth = (word: string) => (weak.has(word) ? weakly : 1);
  const all = words.reduce((sum, word) => sum + worth(word), 0);
  return words.filter((word) => matched.includes(word)).reduce((sum, word) => sum + worth(word), 0) / all;
}

/** How the question holds a name: nothing else, the whole of it among other words, or not at all. */
function nameIn(
  typed: string,
  asked: string,
  names: readonly Name[],
): { readonly name?: string; readonly how: FoundEntry['how']; readonly whole: boolean } {
  const says = (whole: string) => ` ${asked} `.includes(` ${whole} `);
  const same = names.find(({ words, whole }) => words === typed && (isTelling(words, whole) || says(whole)));
  if (same) return { name: same.words, how: 'named', whole: names.some(({ whole }) => whole === asked) };
  const within = names
    .filter(({ words, whole }) => !weak.has(words) && (says(whole) || (isTelling(words, whole) && says(words))))
    .toSorted((one, other) => other.words.length - one.words.length)[0];
  return within ? { name: within.words, how: 'within', whole: false } : { how: 'words', whole: false };
}

/** "Talk" does not stand for "someone to talk to". */
const isTelling = (words: string, whole: string) => words.split(' ').length * 2 > whole.split(' ').length;

function indexOf(entries: readonly LookUpEntry[]): Index {
  const known = indexes.get(entries);
  if (known) return known;
  const engine = new MiniSearch({
    fields: ['name', 'aliases', 'asks', 'about'],
    tokenize: (text) => [...meaningful(text, unshortened)],
    processTerm: (term) => term,
    searchOptions: { boost: { name: 3, aliases: 3, asks: 2, about: 0.5 }, weights: { fuzzy: 0.4, prefix: 0.5 } },
  });
  engine.addAll(
    entries.map(({ id, name, aliases, asks, about }) => ({ id, name, aliases: aliases.join(' . '), asks, about })),
  );
  const names = entries.map(({ id, name, aliases }) => {
    const all = [withoutBrackets(name), name, ...aliases].map((one) => ({
      words: meaningful(one).join(' '),
      whole: foldLetters(one),
    }));
    return [id, all.filter(({ words }) => words !== '')] as const;
  });
  const said = entries.flatMap(({ name, aliases, asks }) =>
    foldLetters([name, ...aliases, asks].join(' '), unshortened).split(' '),
  );
  const index = {
    engine,
    byId: new Map(entries.map((entry) => [entry.id, entry])),
    names: new Map(names),
    vocabulary: vocabularyWith([...smallWords, ...said]),
  };
  indexes.set(entries, index);
  return index;
}

type Kinds = Readonly<Record<string, number>>;

/** What the question is after, and how much more each kind then counts. */
const wants: readonly (readonly [RegExp, Kinds])[] = [
  [/\b(law|laws|legal|illegal|crime|offence|offences|acts?|legislation|against the law)\b/, { law: 6 }],
  [/\b(checklist|agenda|collate|factors|minutes)\b/, { checklist: 5 }],
  [
    /\b(mean|means|meaning|definition|define|stand for|stands for)\b|^(so )?what (is|are)\b|^whats\b/,
    { word: 8, question: 1.5 },
  ],
  [/\b(guidance|guide|policy|document|statutory)\b/, { guidance: 5 }],
  [/\b(procedure|procedures)\b/, { procedure: 6 }],
  [/\b(helpline|hotline|line)\b/, { helpline: 2 }],
  [
    /\b(report|reporting|remove|take down|takedown|block|delete)\b/,
    { report: 2, local: 1.5, word: 0.1, law: 0.2, guidance: 0.3 },
  ],
  [/\bhow (do|can|should|to)\b.*\b(refer|referral)\b/, { procedure: 6 }],
  [
    /\babout (an? |my |our |the |another |this |that |one of (our|the) )?(teachers?|ta|tas|colleagues?|coach(es)?|tutors?|staff|member of staff|volunteers?|governors?|head ?teacher|head|youth worker|social worker|foster carers?|carers?)\b/,
    { question: 6, helpline: 0.05, advice: 0.3 },
  ],
  [/\b(do i|can i|should i|must i|how do i|what do i|am i)\b/, { question: 2, law: 1.3, procedure: 1.2 }],
];

/** Who to turn to: what only explains comes after. */
const seeksSomebody =
  /\b(ring|call|phone|number|telephone|tel|helpline|hotline|contact|who do i|who should i|who can i)\b/;
const somebody: Kinds = { local: 3, helpline: 2, report: 1.5, word: 0.05, law: 0.05, guidance: 0.1, checklist: 0.02 };

/** People who look something up mostly want somebody to turn to, so contacts come before background. */
const usual: Kinds = {
  local: 2.5,
  report: 1.5,
  helpline: 1.5,
  question: 1.2,
  advice: 0.9,
  procedure: 0.7,
  checklist: 0.7,
  word: 0.7,
  guidance: 0.6,
  law: 0.5,
};

/** A common word is often the name of a word or a law note as well, so for those a name counts for less. */
const whenNamed: Kinds = { word: 10, law: 3, checklist: 4 };
const whenNamedUsually = 8;
/** "What is a LADO" asks for the word before the person. */
const whenDefined = 20;
const defines = /\b(mean|means|meaning|definition|define|stands? for)\b|^(so )?(what (is|are)|whats) (an? |the )?\w+$/;
const whenWithin = 4;

function weight({ kind, hasPhone }: LookUpEntry, asked: string, how: FoundEntry['how'], part: number): number {
  const named = (whenNamed[kind] ?? whenNamedUsually) * (kind === 'word' && defines.test(asked) ? whenDefined : 1);
  const name = how === 'named' ? named : how === 'within' ? 1 + whenWithin * part : 1;
  const wanted = wants.filter(([words]) => words.test(asked)).reduce((all, [, kinds]) => all * (kinds[kind] ?? 1), 1);
  const turnedTo = seeksSomebody.test(asked) ? (somebody[kind] ?? 0.5) * (hasPhone ? 1.5 : 1) : 1;
  return (usual[kind] ?? 1) * name * wanted * turnedTo;
}

/** Words of a child keep services for adults away, even beside words of an adult. */
function isAboutAnAdult(asked: string): boolean {
  const child =
    /\b(child|children|kid|kids|pupil|pupils|student|students|girl|girls|boy|boys|teen|teenager|minor|under ?(18|eighteen)|year ?\d+|young)\b/;
  return (
    /\b(adult|adults|over 18|18 or over|grown up|teacher s own|staff member|colleague)\b/.test(asked) &&
    !child.test(asked)
  );
}
