/** One typed line, read against the question that stands. */
import type { Topic } from '../../rules/facts.ts';
import type { Ask } from '../ask.ts';
import { looksLikeLookUp } from '../look-up.ts';
import type { Action } from '../message.ts';
import { answerIn } from './answers.ts';
import { commandIn } from './commands.ts';
import { dangerIn } from './danger.ts';
import { topicsIn } from './signs.ts';
import { tokensOf } from './tokens.ts';
import { plainWords } from './words.ts';

export type Typed = (
  | { readonly kind: 'do'; readonly action: Action }
  | { readonly kind: 'answer'; readonly values: readonly string[] }
  /** Ticked for the person to check. */
  | { readonly kind: 'suggest'; readonly values: readonly string[] }
  /** A description: these topics, unconfirmed. */
  | { readonly kind: 'topics'; readonly topics: readonly Topic[] }
  | { readonly kind: 'look-up'; readonly query: string }
  | { readonly kind: 'unclear' }
) & {
  /** Words of immediate danger stand in it: the emergency card comes first, whatever else it is. */
  readonly danger: boolean;
};

/** Look-ups are short; a longer text is a description. */
const longestQuery = 200;

/** @param ask the question that stands, if one does. */
export function readTyped(text: string, ask: Ask | undefined): Typed {
  const plain = plainWords(text);
  const danger = dangerIn(tokensOf(text)) === 'alarm';
  const answer = ask && answerIn(plain, ask);
  if (answer) return { ...answer, danger };
  const action = commandIn(plain);
  if (action) return { kind: 'do', action, danger };
  if (text.length <= longestQuery && looksLikeLookUp(text)) return { kind: 'look-up', query: text, danger };
  const topics = topicsIn(plain);
  if (topics.length > 0 && (!ask || ask.id === 'topics')) return { kind: 'topics', topics, danger };
  return { kind: 'unclear', danger };
}
