/**
 * A typed line read as an answer to the question that stands. A clear no is never made of words that are not one: that
 * is the costliest mistake there is.
 */
import type { Ask, AskOption } from '../ask.ts';
import { isGuard } from '../guard.ts';
import { isPlace } from '../state.ts';
import { areas, optionWords } from './lexicon/options.ts';
import { besideNumbers, numberWords, replies } from './lexicon/replies.ts';
import { createReader, type Line } from './pattern.ts';
import { stemOf, type Token, tokensOf } from './tokens.ts';
import { plainWords, theOneMeant } from './words.ts';

export type TypedAnswer =
  | { readonly kind: 'answer'; readonly values: readonly string[] }
  /** Understood, but to be looked at before it counts. */
  | { readonly kind: 'suggest'; readonly values: readonly string[] };

const reader = createReader({}, Object.values(replies).flat());
type Reply = keyof typeof replies;

/** @param danger the words speak of danger. */
export function answerIn(text: string, ask: Ask, danger: boolean): TypedAnswer | undefined {
  const plain = plainWords(text);
  const words = plain.split(' ');
  const named = plain === '' ? undefined : (byNumbers(text, words, ask) ?? byName(plain, words, ask));
  return named ?? byMeaning(text, ask, danger);
}

const answer = (...values: readonly string[]): TypedAnswer => ({ kind: 'answer', values });
const suggest = (...values: readonly string[]): TypedAnswer => ({ kind: 'suggest', values });
const has = (ask: Ask, value: string) => ask.options.some((option) => option.value === value);

/** "2", "1 and 3", "2,5", "number two", "the first one", "both", "12 years old". */
function byNumbers(text: string, words: readonly string[], ask: Ask): TypedAnswer | undefined {
  if (/\d[.]\d/.test(text)) return undefined;
  const age = ageIn(words);
  if (age !== undefined) return byAge(age, ask);
  const chosen = chosenNumbers(words, ask);
  if (chosen === undefined) return undefined;
  const values = [...new Set(chosen)].map((number) => ask.options[number - 1]?.value);
  const known = values.filter((value) => value !== undefined);
  if (known.length < values.length) return chosen.length === 1 ? byAge(chosen[0] ?? 0, ask) : undefined;
  const clear = ask.kind === 'one' ? known.length === 1 : !(known.includes('none') && known.length > 1);
  return clear ? answer(...known) : undefined;
}

function chosenNumbers(words: readonly string[], ask: Ask): readonly number[] | undefined {
  const said = words.filter((word) => !besideNumbers.has(word) || word in numberWords);
  // "The first one" is one number, "one" alone is another.
  const counted = said.filter(
    (word, at) => word !== 'one' || !/(?:st|nd|rd|th|first|second|last)$/.test(said[at - 1] ?? ''),
  );
  if (counted.length === 1 && counted[0] === 'last') return [ask.options.length];
  const numbers = counted.map((word) => numberWords[word] ?? (/^\d{1,2}$/.test(word) ? Number(word) : undefined));
  const all = numbers.filter((number) => number !== undefined);
  return all.length > 0 && all.length === numbers.length ? all : undefined;
}

/** "12 years old", "she is 12", "aged 9". */
function ageIn(words: readonly string[]): number | undefined {
  const said =
    / (?:years?(?: old)?|yrs?(?: old)?|yo)$|^(?:aged?|she is|he is|shes|hes|they are|they re|only|child is)\b/;
  const [number, ...more] = words.filter((word) => /^\d{1,2}$/.test(word));
  const short = words.length <= 6 && said.test(` ${words.join(' ')}`.trim()) && more.length === 0;
  return short && number !== undefined ? Number(number) : undefined;
}

/** An age is ticked for the person to check, never sent for them. */
function byAge(age: number, ask: Ask): TypedAnswer | undefined {
  return has(ask, 'under13') && age > 0 && age < 13 ? suggest('under13') : undefined;
}

const small = new Set(
  'the a an of or and to in on it is its at i we my our with for please thanks that this mr mrs ms miss dr someone he she they his her their him them was were be been has have had does did do who there are'.split(
    ' ',
  ),
);
const negations = new Set(
  'not no never but except apart without neither nor nobody none dont doesnt isnt arent wasnt cant anyone anybody'.split(
    ' ',
  ),
);

/** The option's own words, a part of them that only it has, its synonyms; for people and places, a part of the name. */
function byName(plain: string, words: readonly string[], ask: Ask): TypedAnswer | undefined {
  const phrases = phrasesOf(ask);
  const whole = phrases.get(plain);
  if (whole !== undefined) return answer(whole);
  const near = theOneMeant(plain, phrases);
  // A slip of the finger must not name the wrong person: what is only nearly a name is checked first.
  if (near !== undefined) return isGuard(ask.id) ? suggest(near) : answer(near);
  if (words.some((word) => negations.has(word))) return undefined;
  const parts = partsNamed(plain, ask, phrases);
  if (parts) return parts;
  if (ask.id.toLowerCase().includes('council') && words.some((word) => areas.has(word)) && has(ask, 'elsewhere')) {
    return answer('elsewhere');
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
  return mixed ? undefined : answer(...new Set(known));
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
  const said = part.split(' ').filter((word) => !small.has(word) && !/^\d+$/.test(word));
  if (said.length === 0 || said.length > longestAside) return undefined;
  const fits = ask.options.filter((option) => {
    const own = ownWords(option, ask);
    return said.every((word) => own.has(stemOf(word)));
  });
  return fits.length === 1 ? fits[0]?.value : undefined;
}

function ownWords({ value, label, help = '' }: AskOption, ask: Ask): ReadonlySet<string> {
  // Beside a person stands their part; beside other options, an explanation that may name the others.
  const named =
    isPlace(ask.id) || isGuard(ask.id) || ask.kind === 'ticks' ? `${label} ${isGuard(ask.id) ? help : ''}` : label;
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
    [
      plainWords(label),
      ...typed,
      ...(everyday[value] ?? []),
      ...(optionWords[ask.id === 'ladoCouncil' ? 'council' : ask.id]?.[value] ?? []),
    ].map((phrase) => [phrase, value] as const),
  );
  // Two people can have one name; then it names neither.
  return new Map(
    phrases.filter(([phrase, value]) => phrases.every(([same, other]) => same !== phrase || other === value)),
  );
}

/** Yes, no, not sure and none, said in any way. */
function byMeaning(text: string, ask: Ask, danger: boolean): TypedAnswer | undefined {
  const tokens = tokensOf(text);
  const isWhole = (reply: Reply) => saysOnly(reply, tokens);
  if (ask.id === 'danger') {
    if (danger || isWhole('soon')) return answer('yes');
    if (isWhole('later')) return answer('unsure');
  }
  if (isWhole('unsure')) {
    // Nobody is safe for certain: nobody is told.
    return answerOf(ask, isGuard(ask.id) ? ['none'] : ['unsure', 'unknown', 'notSure']);
  }
  if (ask.kind === 'ticks' && isWhole('none')) return answerOf(ask, ['none']);
  if (isWhole('no') && has(ask, 'no')) return answer('no');
  const yes = has(ask, 'yes') && (isWhole('yes') || (beginsWith('yesFirst', tokens) && !says('but', tokens)));
  return yes ? answer('yes') : undefined;
}

/** The first of these values that the question has. Where none of the topics fits, the last one is ticked. */
function answerOf(ask: Ask, values: readonly string[]): TypedAnswer | undefined {
  const value = values.find((one) => has(ask, one));
  if (value !== undefined) return answer(value);
  return ask.id === 'topics' && has(ask, 'other') ? suggest('other') : undefined;
}

function says(reply: Reply, tokens: readonly Token[]): boolean {
  const line = reader.line(tokens);
  return replies[reply].some((pattern) => reader.find(pattern, line) !== undefined);
}

const longestAside = 14;

/** "Yes, her teacher": what follows does not take it back. */
function beginsWith(reply: Reply, tokens: readonly Token[]): boolean {
  const line = reader.line(tokens);
  const negated = tokens.some(({ stem: word }) => word === 'not' || word === 'no' || word === 'never');
  return (
    tokens.length <= longestAside &&
    !negated &&
    replies[reply].some((pattern) => reader.find(pattern, line)?.from === 0)
  );
}

/** Whether it stands nowhere but in what is the answer already: "I do not think so" holds "think so". */
function isWithin(pattern: string, line: Line, answered: ReadonlySet<number>): boolean {
  const match = reader.find(pattern, line);
  if (!match) return true;
  return Array.from({ length: match.to - match.from }, (_, at) => match.from + at).every((at) => answered.has(at));
}

/** The reply and nothing but manners beside it. */
function saysOnly(reply: Reply, tokens: readonly Token[]): boolean {
  if (tokens.length === 0 || tokens.length > longestAside) return false;
  const line = reader.line(tokens.map(({ stem: word }) => ({ stem: word, clause: 0 })));
  const covered = new Set<number>();
  const cover = (patterns: readonly string[]) => {
    for (const pattern of patterns)
      for (let match = reader.find(pattern, line); match; match = reader.find(pattern, line, match.from + 1))
        for (let at = match.from; at < match.to; at++) covered.add(at);
  };
  cover(replies[reply]);
  if (covered.size === 0) return false;
  const answered = new Set(covered);
  cover(replies.manners);
  if (covered.size < tokens.length) return false;
  // What also says yes, or that it is not known, is no clear no.
  const doubts: readonly Reply[] = reply === 'no' || reply === 'none' ? ['unsure', 'yes'] : [];
  return doubts.every((other) => replies[other].every((pattern) => isWithin(pattern, line, answered)));
}

const everyOption: ReadonlySet<string> = new Set(
  [...Object.values(optionWords).flatMap((options) => Object.values(options).flat()), ...Object.keys(numberWords)].map(
    plainWords,
  ),
);

/**
 * Whether the line might answer a question that we do not know: cheap, as every line is asked it first.
 *
 * @param names the places and people of the organisation.
 */
export function mayBeAnswer(text: string, names: readonly string[]): boolean {
  const plain = plainWords(text);
  const left = plain.split(' ').filter((word) => !besideNumbers.has(word) && !(word in numberWords));
  if (left.every((word) => /^\d{1,2}$/.test(word))) return plain !== '';
  if (names.some((name) => plainWords(name) === plain)) return true;
  const tokens = tokensOf(text);
  const isReply = (['yes', 'no', 'unsure', 'none'] as const).some((reply) => saysOnly(reply, tokens));
  return isReply || everyOption.has(plain) || [...areas].some((area) => plain === area);
}
