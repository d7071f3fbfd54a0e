/** A typed line read as the name of an option: its words, its synonyms, a part of a name that only it has. */
import leven from 'leven';
import type { Ask, AskOption } from '../ask.ts';
import { isGuard } from '../guard.ts';
import { isPlace } from '../state.ts';
import { areas, optionWords } from './lexicon/options.ts';
import { isWord } from './spelling.ts';
import { stemOf } from './tokens.ts';
import { plainWords, theOneMeant } from './words.ts';

export type TypedAnswer =
  | { readonly kind: 'answer'; readonly values: readonly string[] }
  /** Understood, but to be looked at before it counts. */
  | { readonly kind: 'suggest'; readonly values: readonly string[] };

export const answering = (...values: readonly string[]): TypedAnswer => ({ kind: 'answer', values });
export const suggest = (...values: readonly string[]): TypedAnswer => ({ kind: 'suggest', values });
export const has = (ask: Ask, value: string) => ask.options.some((option) => option.value === value);

const small = new Set(
  'the a an of or and to in on it is its at i we my our with for please thanks that this mr mrs ms miss dr someone he she they his her their him them was were be been has have had does did do who there are one ones those these im ive hes shes its theyre just'.split(
    ' ',
  ),
);
const negations = new Set(
  'not no never but except apart without neither nor nobody none dont doesnt isnt arent wasnt cant anyone anybody'.split(
    ' ',
  ),
);

/** The option's own words, a part of them that only it has, its synonyms; for people and places, a part of the name. */
export function byName(plain: string, words: readonly string[], ask: Ask): TypedAnswer | undefined {
  const phrases = phrasesOf(ask);
  const whole = phrases.get(plain);
  if (whole !== undefined) return answering(whole);
  // "Done" is a word of its own, and no slip for "none".
  const near = words.length === 1 && isWord(plain) ? undefined : theOneMeant(plain, phrases);
  // A slip of the finger must not name the wrong person: what is only nearly a name is checked first.
  if (near !== undefined) return isGuard(ask.id) ? suggest(near) : answering(near);
  if (words.some((word) => negations.has(word))) return undefined;
  const parts = partsNamed(plain, ask, phrases);
  if (parts) return parts;
  if (ask.id.toLowerCase().includes('council') && words.some((word) => areas.has(word)) && has(ask, 'elsewhere')) {
    return answering('elsewhere');
  }
  return undefined;
}

/** "priya and jo": each part names one option. */
function partsNamed(plain: string, ask: Ask, phrases: ReadonlyMap<string, string>): TypedAnswer | undefined {
  const bare = bareOf(phrases, ask);
  const parts = ask.kind === 'ticks' ? plain.split(/ (?:and|plus|also|as well as|n) /) : [plain];
  const values = parts.map((part) => phrases.get(part) ?? bare.get(withoutSmall(part)) ?? theOneWith(part, ask));
  const known = values.filter((value) => value !== undefined);
  if (known.length < values.length || known.length === 0) return undefined;
  const mixed = known.length > 1 && known.some((value) => value === 'none' || value === 'unknown');
  return mixed ? undefined : answering(...new Set(known));
}

const withoutSmall = (phrase: string) =>
  phrase
    .split(' ')
    .filter((word) => !small.has(word))
    .join(' ');

/** "Her partner does" is "partner". People are named by their whole name or a part of it only. */
function bareOf(phrases: ReadonlyMap<string, string>, ask: Ask): ReadonlyMap<string, string> {
  const bare = isGuard(ask.id) ? [] : [...phrases].map(([phrase, value]) => [withoutSmall(phrase), value] as const);
  const clear = bare.filter(
    ([phrase, value]) => phrase !== '' && bare.every(([same, other]) => same !== phrase || other === value),
  );
  return new Map(clear);
}

/** The one option that has all these words in its own. */
function theOneWith(part: string, ask: Ask): string | undefined {
  const aside = (word: string) => small.has(word) || (isPlace(ask.id) && besidePlaces.has(word));
  const said = part.split(' ').filter((word) => !aside(word) && !/^\d+$/.test(word));
  if (said.length === 0 || said.length > longestName) return undefined;
  const fits = ask.options.filter((option) => {
    const own = ownWords(option, ask);
    return said.every((word) => own.has(stemOf(word)) || (isPlace(ask.id) && isNearly(word, own)));
  });
  return fits.length === 1 ? fits[0]?.value : undefined;
}

const longestName = 14;
const besidePlaces = new Set('work works working based am from team one'.split(' '));
const longWord = 6;

/** One slip in a long word of a place. */
const isNearly = (word: string, own: ReadonlySet<string>): boolean =>
  word.length >= longWord && [...own].some((one) => one.length >= longWord && leven(stemOf(word), one) <= 1);

/** "He is a football coach": the one option whose synonyms are spoken of, where it is the more careful answer. */
export function byMention(words: readonly string[], ask: Ask): TypedAnswer | undefined {
  const longest = ask.kind === 'ticks' ? longestTick : longestMention;
  if (words.length > longest || words.some((word) => negations.has(word))) return undefined;
  const line = ` ${words.map(stemOf).join(' ')} `;
  const spoken = ask.options.filter(({ value, typed = [] }) =>
    [...typed, ...synonymsOf(ask, value)].some((phrase) =>
      line.includes(` ${phrase.split(' ').map(stemOf).join(' ')} `),
    ),
  );
  const [only, ...others] = spoken.map(({ value }) => value);
  if (only === undefined || others.length > 0 || carefree.has(only) || isGuard(ask.id)) return undefined;
  if (ask.id === 'topics' || isPlace(ask.id)) return undefined;
  return ask.kind === 'ticks' ? suggest(only) : answering(only);
}

const longestMention = 7;
/** On a tick list more words are a story, whose topics may be others. */
const longestTick = 4;
/** Never taken from a word that only stands in a line. */
const carefree: ReadonlySet<string> = new Set([
  'no',
  'none',
  'unknown',
  'unsure',
  'notSure',
  'elsewhere',
  'other',
  'pornography',
]);

const synonymsOf = (ask: Ask, value: string): readonly string[] =>
  optionWords[ask.id === 'ladoCouncil' ? 'council' : ask.id]?.[value] ?? [];

function ownWords({ value, label, help = '' }: AskOption, ask: Ask): ReadonlySet<string> {
  // Beside a person stands their part; beside other options, an explanation that may name the others.
  const synonyms = ask.kind === 'ticks' && ask.id !== 'topics' ? synonymsOf(ask, value) : [];
  const named = `${label} ${isGuard(ask.id) ? help : synonyms.join(' ')}`;
  const own = value === 'none' || value === 'unknown' || value === 'notSure' || value === 'unsure' ? '' : named;
  return new Set(
    plainWords(own)
      .split(' ')
      .filter((word) => !small.has(word))
      .map(stemOf),
  );
}

/** Short words in which slips are common, and which no longer word brings back. */
const everyday: Readonly<Record<string, readonly string[]>> = {
  yes: ['y', 'yes', 'yeah'],
  no: ['n', 'no', 'nope'],
  unsure: ['not sure', 'unsure', 'no idea', 'dont know', 'i dont know', 'maybe'],
  unknown: ['not sure', 'unsure', 'no idea', 'dont know', 'i dont know', 'maybe'],
  notSure: ['not sure', 'unsure', 'no idea', 'dont know', 'i dont know', 'maybe'],
  none: ['none', 'none of these', 'none of them', 'nothing', 'neither', 'n a', 'na'],
};

/** Everything that names one option: its label, its synonyms. */
function phrasesOf(ask: Ask): ReadonlyMap<string, string> {
  const phrases = ask.options.flatMap(({ value, label, typed = [] }) =>
    [plainWords(label), ...typed, ...(everyday[value] ?? []), ...synonymsOf(ask, value)].map(
      (phrase) => [phrase, value] as const,
    ),
  );
  // Two people can have one name; then it names neither.
  return new Map(
    phrases.filter(([phrase, value]) => phrases.every(([same, other]) => same !== phrase || other === value)),
  );
}
