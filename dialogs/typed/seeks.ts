/** How sure it is that a line asks for something that can be looked up, and how sure that it tells of a concern. */
import type { LookUpEntry } from '../look-up/entry.ts';
import { type FoundEntry, findEntries } from '../look-up/search.ts';
import { politeness, seeking, telling } from './lexicon/seeking.ts';
import { createReader, type TypedLine } from './pattern.ts';
import type { WordToken } from './tokens.ts';
import type { Spoken } from './topics.ts';

const reader = createReader({}, [...seeking, ...politeness, ...telling]);
const said = (patterns: readonly string[], line: TypedLine) =>
  patterns.some((pattern) => reader.find(pattern, line) !== undefined);

export interface Sought {
  /** 0 to 1. */
  readonly sure: number;
  readonly found: readonly FoundEntry[];
}

/** Look-ups are short; a longer text is a description. */
const longestQuery = 200;
const mostWords = 14;
const fewWords = 4;

/** @param first words after "Look something up" are a look-up first. */
export function soughtIn(
  text: string,
  tokens: readonly WordToken[],
  { entries, first }: { readonly entries: readonly LookUpEntry[]; readonly first: boolean },
): Sought {
  // A number or an age answers something, or nothing.
  const isNumber = /^\W*\d{1,2}(?:\W+(?:and|or)?\W*\d{1,2})*\W*(?:years?|yrs?|yo)?(?: old)?\W*$/i.test(text);
  if (isNumber || text.length > longestQuery || tokens.length > mostWords) return { sure: 0, found: [] };
  const line = reader.line(tokens);
  const found = findEntries(text, entries);
  const best = found[0];
  const asks = said(seeking, line);
  const tells = said(telling, line);
  const few = unpolite(line).length <= fewWords;
  const named = best?.how === 'named';
  const fits = named ? 1 : best?.how === 'within' ? 0.8 : (best?.share ?? 0) * 0.6;
  const sure = [
    named && !tells && (few || asks) && 0.95,
    best?.whole && few && 0.9,
    named && asks && 0.9,
    asks && !tells && best && 0.55 + fits * 0.3,
    asks && !tells && 0.5,
    asks && best && 0.3 + fits * 0.3,
    best && few && !tells && 0.25 + fits * 0.5,
    best && !tells && fits >= 0.6 && 0.55,
  ].filter((one) => typeof one === 'number');
  const likely = Math.max(0, ...sure);
  return {
    sure: first && best && !tells ? Math.max(likely, 0.9) : first && best ? Math.max(likely, 0.6) : likely,
    found,
  };
}

function unpolite(line: TypedLine): readonly WordToken[] {
  const polite = new Set<number>();
  for (const pattern of politeness) {
    const match = reader.find(pattern, line);
    for (let at = match?.from ?? 0; at < (match?.to ?? 0); at++) polite.add(at);
  }
  return line.tokens.filter((_, at) => !polite.has(at));
}

/** Whether it asks for something, whatever it is about. */
export const asksFor = (tokens: readonly WordToken[]): boolean => said(seeking, reader.line(tokens));

/** How sure it is that the line tells of a concern. */
export function toldIn(tokens: readonly WordToken[], spoken: readonly Spoken[]): number {
  const weight = spoken[0]?.weight ?? 0;
  if (weight === 0) return 0;
  const tells = said(telling, reader.line(tokens));
  return Math.min(1, 0.35 + weight * 0.03 + (tells ? 0.35 : 0) + (tokens.length > 6 ? 0.15 : 0));
}
