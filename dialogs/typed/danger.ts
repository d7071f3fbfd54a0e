/**
 * Danger in everyday words: who does or will do what to whom, with what, when. Put together from groups of words, so
 * that a sentence nobody wrote down is heard as well. What is over, denied, taught or only a saying does not alarm.
 */
import { dangerWords } from './lexicon/danger.ts';
import { frames } from './lexicon/danger-frames.ts';
import type { Frame, Softener } from './lexicon/frames/frame.ts';
import { harmlessSayings } from './lexicon/harmless.ts';
import { softeners } from './lexicon/softeners.ts';
import { createReader, type Line, type Match } from './pattern.ts';
import { stemOf, type Token } from './tokens.ts';

/** `alarm`: the emergency card first. `ask`: spoken of, but over, denied, taught or unsure: only the question about danger. */
export type Danger = 'alarm' | 'ask' | 'none';

const softening: readonly string[] = Object.values(softeners).flat();
const reader = createReader(dangerWords, [...frames.flatMap(({ said }) => said), ...harmlessSayings, ...softening]);

/** @param tokens as tokens.ts gives them. */
export function dangerIn(tokens: readonly Token[]): Danger {
  const line = withoutSayings(reader.line(tokens));
  let danger: Danger = 'none';
  for (const frame of frames)
    for (const pattern of frame.said)
      for (const match of everyMatch(pattern, line)) {
        if (!isSofter(frame, pattern, match, line)) return 'alarm';
        danger = 'ask';
      }
  return danger;
}

const mostMatches = 12;

function* everyMatch(pattern: string, line: Line): Generator<Match> {
  let start = 0;
  for (let found = 0; found < mostMatches; found++) {
    const match = reader.find(pattern, line, start);
    if (!match) return;
    yield match;
    start = match.from + 1;
  }
}

/** Nothing of a saying is a word of danger. */
function withoutSayings(line: Line): Line {
  const tokens = [...line.tokens];
  for (const saying of harmlessSayings)
    for (const { from, to } of everyMatch(saying, line))
      for (let at = from; at < to; at++) tokens[at] = { stem: '', clause: tokens[at]?.clause ?? 0 };
  return reader.line(tokens);
}

function isSofter({ softer }: Frame, pattern: string, { from, to }: Match, line: Line): boolean {
  const match = { from, to: saysNot.test(pattern) ? from : to };
  return softer.some((softener) => softens[softener](match, line));
}

const softens: Readonly<Record<Softener, (match: Match, line: Line) => boolean>> = {
  denied: (match, line) => denied(match, line),
  over: (match, line) => stands('over', match, line) && !stands('again', match, line),
  taught: (match, line) => stands('taught', match, line) && !stands('somebody', match, line),
  story: (match, line) => stands('story', match, line) && !stands('sincere', match, line),
  accident: (match, line) => stands('accident', match, line) && !stands('onPurpose', match, line),
  ours: (match, line) => startsWith('ours', match, line) && !stands('quoted', match, line),
  work: (match, line) => stands('work', match, line),
  play: (match, line) => stands('play', match, line),
  outing: (match, line) => stands('outing', match, line),
  practised: (match, line) => stands('practised', match, line),
  treated: (match, line) => stands('overdoneOn', match, line) && !stands('drug', match, line),
  unsure: () => true,
};

/** Said anywhere in the same sentence. */
function stands(name: keyof typeof softeners, match: Match, line: Line): boolean {
  const clause = line.tokens[match.from]?.clause;
  return softeners[name].some((pattern) =>
    [...everyMatch(pattern, line)].some(({ from }) => line.tokens[from]?.clause === clause),
  );
}

/** A pattern that says "not" itself is not denied by it. */
const saysNot = /\b(not|never|no|nobody|nothing|without)\b/;
const before = 4;
const nots: ReadonlySet<string> = new Set(softeners.not.map(stemOf));

/** "Not" shortly before it or in it, unless it is "not sure if" or "will not stop". */
function denied({ from, to }: Match, line: Line): boolean {
  const clause = line.tokens[from]?.clause;
  const places = line.tokens.slice(Math.max(0, from - before), to).map(({ stem }, i) => ({
    stem,
    at: Math.max(0, from - before) + i,
  }));
  return places.some(({ stem, at }) => {
    if (!nots.has(stem) || line.tokens[at]?.clause !== clause) return false;
    return !softeners.notDenied.some((pattern) => reader.find(pattern, line, at)?.from === at);
  });
}

function startsWith(name: 'ours', { from }: Match, line: Line): boolean {
  const clause = line.tokens[from]?.clause;
  return softeners[name].some((pattern) =>
    [...everyMatch(pattern, line)].some(
      ({ from: at, to }) => line.tokens[at]?.clause === clause && at <= from && to >= from - 2,
    ),
  );
}
