/**
 * One typed line, read once into what it may mean, each with how sure: an answer to the question that stands, a move,
 * a look-up, a concern. Danger is heard beside all of them. Pure; nothing of the words is kept.
 */
import type { Topic } from '../../rules/facts.ts';
import type { Ask } from '../ask.ts';
import type { LookUpEntry } from '../look-up/entry.ts';
import { foldLetters } from '../look-up/words.ts';
import { everyEntry } from '../look-up.ts';
import type { Action } from '../message.ts';
import { answerIn, mayBeAnswer, type TypedAnswer } from './answers.ts';
import { commandIn } from './commands.ts';
import { type Danger, dangerIn } from './danger.ts';
import { alsoEnglish, otherLanguages, small } from './lexicon/seeking.ts';
import { createReader } from './pattern.ts';
import { asksFor, type Sought, soughtIn, toldIn } from './seeks.ts';
import { tokensOf, type WordToken } from './tokens.ts';
import { topicsIn } from './topics.ts';
import { plainWords } from './words.ts';

export type Typed = (
  | { readonly kind: 'do'; readonly action: Action }
  | TypedAnswer
  /** A description: these topics, unconfirmed. None: a worry without a word of what it is. */
  | { readonly kind: 'topics'; readonly topics: readonly Topic[] }
  /** `topics`: those that the words may be about as well. */
  | { readonly kind: 'look-up'; readonly query: string; readonly topics?: readonly Topic[] }
  /** Two near meanings, to be asked back. `entry`: the id of a look-up. */
  | { readonly kind: 'either'; readonly entry: string; readonly topics: readonly Topic[] }
  | { readonly kind: 'thanks' }
  /** Asks what is kept and who sees it. */
  | { readonly kind: 'data' }
  /** Not understood. `near`: ids of the look-ups that come nearest. */
  | { readonly kind: 'unclear'; readonly near: readonly string[] }
) & {
  /** Words of immediate danger stand in it: the emergency card comes first, whatever else it is. */
  readonly danger: boolean;
  /** Words that may speak of danger: whether anyone is in danger is asked once more, and the place is kept. */
  readonly doubt?: true;
};

export interface ReadingContext {
  /** What can be looked up: the organisation's own contacts. The same list each time. */
  readonly localEntries?: readonly LookUpEntry[];
  /** The names of the organisation's places and people: they answer questions. */
  readonly names?: readonly string[];
  /** The person has just asked to look something up. */
  readonly lookingUp?: boolean;
}

/** So much surer than the other is clear. */
const clearly = 0.15;
const enough = 0.5;
/** Beside a question a look-up must be surer. */
const enoughBeside = 0.6;
const mostNear = 2;
/** Stands for everything in other languages, where there is such an entry. */
const plainHelp = 'ask:plain-help';

const reader = createReader({}, Object.values(small).flat());

/** @param ask the question that stands, if one does. */
export function readTyped(text: string, ask: Ask | undefined, listening: ReadingContext = {}): Typed {
  const tokens = tokensOf(text);
  const heard = dangerIn(tokens);
  const meaning = meaningOf(text, tokens, ask, heard, listening);
  return { ...meaning, danger: heard === 'alarm', ...(heard === 'ask' && { doubt: true }) };
}

/** Whether words that answer nothing, such as those beside a file, speak of immediate danger. */
export const saysDanger = (text: string): boolean => dangerIn(tokensOf(text)) === 'alarm';

type Meaning = Typed extends infer Each ? (Each extends Typed ? Omit<Each, 'danger' | 'doubt'> : never) : never;

function meaningOf(
  text: string,
  tokens: readonly WordToken[],
  ask: Ask | undefined,
  heard: Danger,
  { localEntries, lookingUp = false }: ReadingContext,
): Meaning {
  const answer = ask && answerIn(text, ask, heard === 'alarm');
  if (answer) return answer;
  const entries = everyEntry(localEntries);
  if (isOther(text)) return { kind: 'look-up', query: entries.some(({ id }) => id === plainHelp) ? plainHelp : '' };
  const action = commandIn(plainWords(text));
  if (action) return { kind: 'do', action };
  const spoken = topicsIn(tokens);
  const topics = spoken.map(({ topic }) => topic);
  if (ask?.id === 'topics' && topics.length > 0 && !asksFor(tokens)) {
    return isBrief(tokens) ? { kind: 'answer', values: topics } : { kind: 'topics', topics };
  }
  if (foldLetters(text) === '') return wordless(text, tokens);
  const sought = soughtIn(text, tokens, { entries, first: lookingUp });
  const told = Math.max(toldIn(tokens, spoken), heard === 'none' ? 0 : enough);
  return littleIn(tokens) ?? weighed({ text, sought, told, topics, beside: ask !== undefined });
}

interface Weighed {
  readonly text: string;
  readonly sought: Sought;
  /** How sure it is a concern. */
  readonly told: number;
  readonly topics: readonly Topic[];
  /** A question stands. */
  readonly beside: boolean;
}

/** A look-up or a concern, whichever is clearly surer; where neither is, both are asked back. */
function weighed({ text, sought: { sure, found }, told, topics, beside }: Weighed): Meaning {
  const [best] = found;
  const isSought = sure >= (beside ? enoughBeside : enough);
  // Its very name: itself, with the way to a concern beside it.
  if (isSought && (best?.whole || sure >= told + clearly)) {
    return { kind: 'look-up', query: best?.how === 'named' ? best.entry.id : text, topics };
  }
  if (told >= enough && told >= sure + clearly) return { kind: 'topics', topics };
  if (best && isSought) return { kind: 'either', entry: best.entry.id, topics };
  if (isSought) return { kind: 'look-up', query: text, topics };
  if (topics.length > 0) return { kind: 'topics', topics };
  return { kind: 'unclear', near: found.slice(0, mostNear).map(({ entry }) => entry.id) };
}

const askedBySign: Readonly<Record<string, string>> = {
  sad: 'someone to talk to',
  help: plainHelp,
  phone: 'phone number',
};

/** "??" asks what there is; a sad face for somebody to talk to. */
function wordless(text: string, tokens: readonly WordToken[]): Meaning {
  const [sign] = tokens;
  if (sign?.stem === 'yes') return { kind: 'thanks' };
  const asked = sign && askedBySign[sign.stem];
  if (asked !== undefined) return { kind: 'look-up', query: asked };
  return text.includes('?') ? { kind: 'look-up', query: '' } : { kind: 'unclear', near: [] };
}

/** The name of a topic, not a story. */
const isBrief = (tokens: readonly WordToken[]) => tokens.length <= 3;

/** "Help" in another language. */
function isOther(text: string): boolean {
  const words = foldLetters(text).split(' ');
  if (words.every((word) => otherLanguages.has(word))) return true;
  return words.length <= 12 && words.some((word) => otherLanguages.has(word) && !alsoEnglish.has(word));
}

/** Thanks, a greeting of a worry, a question about what is kept: the whole line and nothing else. */
function littleIn(tokens: readonly WordToken[]): Meaning | undefined {
  if (isAll(small.thanks, tokens)) return { kind: 'thanks' };
  if (says(small.data, tokens) && tokens.length <= 10) return { kind: 'data' };
  return isAll(small.begin, tokens) ? { kind: 'topics', topics: [] } : undefined;
}

const says = (patterns: readonly string[], tokens: readonly WordToken[]): boolean => {
  const line = reader.line(tokens);
  return patterns.some((pattern) => reader.find(pattern, line)?.from === 0);
};

function isAll(patterns: readonly string[], tokens: readonly WordToken[]): boolean {
  if (tokens.length === 0 || tokens.length > 10) return false;
  const line = reader.line(tokens.map(({ stem }) => ({ stem, clause: 0 })));
  const covered = new Set<number>();
  for (const pattern of patterns)
    for (let match = reader.find(pattern, line); match; match = reader.find(pattern, line, match.from + 1))
      for (let at = match.from; at < match.to; at++) covered.add(at);
  return covered.size === tokens.length;
}

/**
 * What is a look-up whatever question stands, so that it is answered without the store: it asks for something in so
 * many words, or is the very name of a service. What might answer a question is read beside that question.
 */
export function surelyLookUp(text: string, listening: ReadingContext = {}): string | undefined {
  if (!listening.lookingUp && mayBeAnswer(text, listening.names ?? [])) return undefined;
  const typed = readTyped(text, undefined, listening);
  if (typed.kind === 'do' && typed.action.do === 'look-up') return '';
  if (typed.kind !== 'look-up') return undefined;
  const named = everyEntry(listening.localEntries).find(({ id }) => id === typed.query);
  const sure =
    listening.lookingUp || asksFor(tokensOf(text)) || (named ? services.has(named.kind) : typed.query !== text);
  return sure ? typed.query : undefined;
}

/**
 * What words that look something up ask for, so that the same words find the same wherever they are typed: after a
 * command, in a message, in a search box.
 */
export function soughtBy(words: string, localEntries?: readonly LookUpEntry[]): string {
  const typed = readTyped(words, undefined, { lookingUp: true, ...(localEntries && { localEntries }) });
  if (typed.kind === 'look-up') return typed.query;
  return typed.kind === 'do' && typed.action.do === 'look-up' ? '' : words;
}

/** Their names are no words that answer a question. */
const services: ReadonlySet<LookUpEntry['kind']> = new Set(['report', 'helpline', 'advice', 'guidance']);

// What is looked up is indexed when the program starts, not while the first person waits.
readTyped('number for childline', undefined);
