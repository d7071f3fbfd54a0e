/** Finds the entries a question is about, best first, with MiniSearch. Keeps nothing of what was typed. */
import MiniSearch from 'minisearch';
import type { LookUpEntry } from './entry.ts';
import { fold, meaningful, whole, withoutBrackets } from './words.ts';

export const mostResults = 3;

/** A result must score at least this part of the best one's score. */
const closeEnough = 0.3;

interface Index {
  readonly engine: MiniSearch;
  readonly byId: ReadonlyMap<string, LookUpEntry>;
}

/** One index per list of entries; a list is kept as long as its owner keeps it. */
const indexes = new WeakMap<readonly LookUpEntry[], Index>();

export function search(query: string, entries: readonly LookUpEntry[]): readonly LookUpEntry[] {
  const words = meaningful(query);
  if (words.length === 0) return [];
  const { engine, byId } = indexOf(entries);
  const asked = fold(query);
  const typed = words.join(' ');
  const results = engine
    .search(typed, {
      boostDocument: (id) => weight(byId.get(id), asked, typed),
      prefix: (word) => word.length >= 4 && !weak.has(word),
      fuzzy: (word) => (word.length < 5 ? false : word.length < 8 ? 1 : 2),
    })
    .flatMap(({ id, score, queryTerms }) => {
      const entry = byId.get(id);
      return entry && isEnough(queryTerms, words) ? [{ entry, score }] : [];
    })
    .filter(({ entry }) => !entry.adultsOnly || isNamed(entry, typed) || isAboutAnAdult(asked));
  const best = results[0]?.score ?? 0;
  const close = results.filter(({ score }) => score >= best * closeEnough).map(({ entry }) => entry);
  return close[0]?.alone ? close.slice(0, 1) : close.filter(({ alone }) => !alone).slice(0, mostResults);
}

/** Words that half of all entries share: alone among others they find nothing. */
const weak = new Set([
  'child',
  'children',
  'parent',
  'family',
  'school',
  'staff',
  'teacher',
  'young',
  'adult',
  'pupil',
  'student',
]);

function isEnough(matched: readonly string[], typed: readonly string[]): boolean {
  return matched.some((word) => !weak.has(word)) || typed.every((word) => weak.has(word));
}

function indexOf(entries: readonly LookUpEntry[]): Index {
  const known = indexes.get(entries);
  if (known) return known;
  const engine = new MiniSearch({
    fields: ['name', 'aliases', 'asks', 'about'],
    tokenize: (text) => [...meaningful(text, whole)],
    processTerm: (term) => term,
    searchOptions: { boost: { name: 3, aliases: 3, asks: 2, about: 0.5 }, weights: { fuzzy: 0.4, prefix: 0.5 } },
  });
  engine.addAll(
    entries.map(({ id, name, aliases, asks, about }) => ({ id, name, aliases: aliases.join(' . '), asks, about })),
  );
  const index = { engine, byId: new Map(entries.map((entry) => [entry.id, entry])) };
  indexes.set(entries, index);
  return index;
}

const wants: readonly (readonly [RegExp, (entry: LookUpEntry) => boolean])[] = [
  [/\b(law|laws|legal|illegal|crime|offence|offences|acts?)\b/, ({ kind }) => kind === 'law'],
  [/\b(checklist|agenda|collate|factors)\b/, ({ kind }) => kind === 'checklist'],
  [
    /\b(mean|means|meaning|definition|define|stand for|stands for)\b|^what (is|are) (a|an)?\b|^whats (a|an)\b/,
    ({ kind }) => kind === 'word',
  ],
  [/\b(guidance|guide|policy)\b/, ({ kind }) => kind === 'guidance'],
  [/\b(ring|call|phone|number|telephone|tel|helpline|hotline)\b/, ({ hasPhone }) => hasPhone === true],
  [/\b(helpline|hotline)\b/, ({ kind }) => kind === 'helpline'],
  [/\breport\b/, ({ kind }) => kind === 'report' || kind === 'local'],
];

/** People who look something up mostly want somebody to turn to, so contacts come before background unless asked otherwise. */
const usual: Readonly<Record<LookUpEntry['kind'], number>> = {
  local: 2.5,
  report: 1.5,
  helpline: 1.5,
  advice: 0.9,
  guidance: 0.6,
  law: 0.4,
  procedure: 0.7,
  question: 1.2,
  checklist: 0.7,
  word: 0.7,
};

/** The question is who to turn to, so what only explains comes after. */
const seeksSomebody = /\b(ring|call|phone|number|helpline|hotline|contact|report|who do i|who should i|who can i)\b/;
const background: ReadonlySet<LookUpEntry['kind']> = new Set([
  'advice',
  'guidance',
  'procedure',
  'law',
  'checklist',
  'word',
]);

/** A common word is often the name of a word or a law note as well, so for those a name counts for less. */
const whenNamed: Readonly<Record<LookUpEntry['kind'], number>> = {
  local: 6,
  report: 6,
  helpline: 6,
  advice: 6,
  guidance: 6,
  procedure: 6,
  question: 6,
  checklist: 6,
  law: 2,
  word: 2,
};

function weight(entry: LookUpEntry | undefined, asked: string, typed: string): number {
  if (!entry) return 1;
  const aside = seeksSomebody.test(asked) && background.has(entry.kind) ? 0.25 : 1;
  const wanted = wants.filter(([words, fits]) => words.test(asked) && fits(entry)).length;
  const named = isNamed(entry, typed) ? (isDefinition(entry, asked) ? whenDefined : whenNamed[entry.kind]) : 1;
  return aside * usual[entry.kind] * 1.8 ** wanted * named;
}

/** "What is a LADO" asks for the word, though people and bodies go by it too. */
const whenDefined = 40;
const asksForMeaning =
  /^(what|whats) (is|are) (a |an )?|^whats (a|an) |\b(mean|means|meaning|stand for|stands for)$|^define /;

function isDefinition({ kind }: LookUpEntry, asked: string): boolean {
  return kind === 'word' && asksForMeaning.test(asked) && !seeksSomebody.test(asked);
}

function isNamed({ name, aliases }: LookUpEntry, typed: string): boolean {
  return [withoutBrackets(name), ...aliases].some((one) => meaningful(one).join(' ') === typed);
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
