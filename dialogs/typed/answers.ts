/**
 * A typed line read as an answer to the question that stands. A clear no is never made of words that are not one: that
 * is the costliest mistake there is.
 */
import type { Ask } from '../ask.ts';
import { isGuard } from '../guard.ts';
import { areas, optionWords } from './lexicon/options.ts';
import { besideNumbers, numberWords, replies } from './lexicon/replies.ts';
import { answering, byMention, byName, has, suggest, type TypedAnswer } from './naming.ts';
import { createReader, type TypedLine } from './pattern.ts';
import { tokensOf, type WordToken } from './tokens.ts';
import { plainWords } from './words.ts';

export type { TypedAnswer } from './naming.ts';

const reader = createReader({}, Object.values(replies).flat());
type ReplyKind = keyof typeof replies;

/** @param danger the words speak of danger. */
export function answerIn(text: string, ask: Ask, danger: boolean): TypedAnswer | undefined {
  const plain = plainWords(text);
  const words = plain.split(' ');
  if (ask.kind === 'ticks' && saysOnly('goOn', tokensOf(text))) {
    return ask.suggested.length > 0 ? suggest(...ask.suggested) : undefined;
  }
  const named = plain === '' ? undefined : (byNumbers(text, words, ask) ?? byName(plain, words, ask));
  return named ?? byMeaning(text, ask, danger) ?? byMention(words, ask);
}

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
  return clear ? answering(...known) : undefined;
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
    / (?:years?(?: old)?|yrs?(?: old)?|yo)$|^(?:aged?|(?:she|he|they|child|girl|boy) (?:is|was|are|were)|shes|hes|theyre|only)\b/;
  const [number, ...more] = words.filter((word) => /^\d{1,2}$/.test(word));
  const short = words.length <= 6 && said.test(` ${words.join(' ')}`.trim()) && more.length === 0;
  return short && number !== undefined ? Number(number) : undefined;
}

/** An age is ticked for the person to check, never sent for them. */
function byAge(age: number, ask: Ask): TypedAnswer | undefined {
  return has(ask, 'under13') && age > 0 && age < 13 ? suggest('under13') : undefined;
}

/** Yes, no, not sure and none, said in any way. */
function byMeaning(text: string, ask: Ask, danger: boolean): TypedAnswer | undefined {
  const tokens = tokensOf(text);
  const isWhole = (reply: ReplyKind) => saysOnly(reply, tokens);
  if (ask.id === 'danger') {
    if (danger || isWhole('soon')) return answering('yes');
    if (isWhole('later')) return answering('unsure');
  }
  if (isWhole('unsure')) {
    // Nobody is safe for certain: nobody is told.
    return answerOf(ask, isGuard(ask.id) ? ['none'] : ['unsure', 'unknown', 'notSure']);
  }
  if (isWhole('none') && (ask.kind === 'ticks' || has(ask, 'none'))) return answerOf(ask, ['none']);
  if (isWhole('no') && has(ask, 'no')) return answering('no');
  if (has(ask, 'no') && saysNoFirst(tokens, danger)) return answering('no');
  const yes = has(ask, 'yes') && (isWhole('yes') || (beginsWith('yesFirst', tokens) && !says('but', tokens)));
  return yes ? answering('yes') : undefined;
}

/** The first of these values that the question has. Where none of the topics fits, the last one is ticked. */
function answerOf(ask: Ask, values: readonly string[]): TypedAnswer | undefined {
  const value = values.find((one) => has(ask, one));
  if (value !== undefined) return answering(value);
  return ask.id === 'topics' && has(ask, 'other') ? suggest('other') : undefined;
}

function says(reply: ReplyKind, tokens: readonly WordToken[]): boolean {
  const line = reader.line(tokens);
  return replies[reply].some((pattern) => reader.find(pattern, line) !== undefined);
}

const longestAside = 14;

/** "Yes, her teacher": what follows does not take it back. */
function beginsWith(reply: ReplyKind, tokens: readonly WordToken[]): boolean {
  const line = reader.line(tokens);
  const negated = tokens.some(({ stem: word }) => word === 'not' || word === 'no' || word === 'never');
  return (
    tokens.length <= longestAside &&
    !negated &&
    replies[reply].some((pattern) => reader.find(pattern, line)?.from === 0)
  );
}

/** "No, it was another pupil": what follows may neither doubt it nor speak of what a yes would be. */
function saysNoFirst(tokens: readonly WordToken[], danger: boolean): boolean {
  const line = reader.line(tokens);
  const first = replies.noFirst.map((pattern) => reader.find(pattern, line)).find((match) => match?.from === 0);
  if (danger || !first || tokens.length > longestAside) return false;
  const rest = tokens.slice(first.to);
  const denied = rest.some(({ stem: word }) => /^(?:not|no|never|\d+)$/.test(word));
  const otherwise: readonly ReplyKind[] = ['yesFirst', 'unsure', 'but', 'noDoubt'];
  return rest.length > 0 && !denied && otherwise.every((reply) => !says(reply, rest)) && !says('unsure', tokens);
}

/** Whether it stands nowhere but in what is the answer already: "I do not think so" holds "think so". */
function isWithin(pattern: string, line: TypedLine, answered: ReadonlySet<number>): boolean {
  const match = reader.find(pattern, line);
  if (!match) return true;
  return Array.from({ length: match.to - match.from }, (_, at) => match.from + at).every((at) => answered.has(at));
}

/** The reply and nothing but manners beside it. */
function saysOnly(reply: ReplyKind, tokens: readonly WordToken[]): boolean {
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
  const doubts: readonly ReplyKind[] = reply === 'no' || reply === 'none' ? ['unsure', 'yes'] : [];
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
