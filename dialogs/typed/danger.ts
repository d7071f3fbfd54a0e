/**
 * Danger in everyday words, heard twice: by phrases (who does or will do what to whom, with what, when; what is over,
 * denied, taught or only a saying does not alarm), and by the weight of all its words together, so that a sentence
 * nobody wrote down is heard as well.
 */
import { dangerWords } from './lexicon/danger.ts';
import { frames } from './lexicon/danger-frames.ts';
import type { DangerFrame, Softener } from './lexicon/frames/frame.ts';
import { harmlessSayings } from './lexicon/harmless.ts';
import { softeners } from './lexicon/softeners.ts';
import { createReader, type Match, type TypedLine } from './pattern.ts';
import { stemOf, type WordToken } from './tokens.ts';
import { likelihoodOf, type Weights } from './weigh.ts';

/**
 * `alarm`: the emergency card first. `ask`: spoken of, but over, denied, taught, unsure or only likely: the question
 * about danger, and nothing more.
 */
export type Danger = 'alarm' | 'ask' | 'none';

const softening: readonly string[] = Object.values(softeners).flat();
const reader = createReader(dangerWords, [...frames.flatMap(({ said }) => said), ...harmlessSayings, ...softening]);

/** How likely is enough, by what phrases say of the line: to alarm, and to ask. */
const enough = {
  /** A phrase of danger, and nothing softens it. */
  plain: { alarm: 0.2, ask: 0 },
  /** The same in a few words: there is little else to weigh. */
  brief: { alarm: 0.05, ask: 0 },
  /** Softened: denied, over, taught, a story. */
  soft: { alarm: 0.85, ask: 0 },
  /** No phrase: its words alone. */
  none: { alarm: 0.62, ask: 0.25 },
  /** Hardly a word: as good as an answer to something. */
  scant: { alarm: 0.65, ask: 0.5 },
} as const;
const fewWords = 4;

/**
 * @param tokens as tokens.ts gives them.
 * @param by the weights that were learnt, or others to try.
 */
export function dangerIn(tokens: readonly WordToken[], by?: Weights): Danger {
  const phrases = phrasesIn(tokens);
  const likely = likelihoodOf(tokens, phrases, by);
  const { alarm, ask } = enough[saidIn(tokens, phrases)];
  return likely >= alarm ? 'alarm' : likely >= ask ? 'ask' : 'none';
}

function saidIn(tokens: readonly WordToken[], phrases: ReadonlySet<string>): keyof typeof enough {
  if (phrases.has(plainly)) return tokens.length <= fewWords ? 'brief' : 'plain';
  if ([...phrases].some((one) => one.startsWith('?'))) return 'soft';
  return tokens.length <= fewWords ? 'scant' : 'none';
}

/** A phrase of danger stands in the line, and nothing softens it. */
const plainly = '!';

/** The kinds of phrases in a line: `!` as they are, `?` softened, `~` what softens; and `plainly`. */
export function phrasesIn(tokens: readonly WordToken[]): ReadonlySet<string> {
  const line = withoutSayings(reader.line(tokens));
  const found = new Set<string>();
  for (const frame of frames)
    for (const pattern of frame.said) {
      if (found.has(`!${frame.kind}`)) break;
      for (const match of everyMatch(pattern, line))
        found.add(`${isSofter(frame, pattern, match, line) ? '?' : '!'}${frame.kind}`);
    }
  if ([...found].some((one) => one.startsWith('!'))) found.add(plainly);
  for (const [name, said] of Object.entries(softeners))
    if (said.some((pattern) => reader.find(pattern, line))) found.add(`~${name}`);
  if (line.tokens.some(({ stem }) => stem === '')) found.add('~saying');
  return found;
}

const mostMatches = 12;

function* everyMatch(pattern: string, line: TypedLine): Generator<Match> {
  let start = 0;
  for (let found = 0; found < mostMatches; found++) {
    const match = reader.find(pattern, line, start);
    if (!match) return;
    yield match;
    start = match.from + 1;
  }
}

/** Nothing of a saying is a word of danger. */
function withoutSayings(line: TypedLine): TypedLine {
  const tokens = [...line.tokens];
  for (const saying of harmlessSayings)
    for (const { from, to } of everyMatch(saying, line))
      for (let at = from; at < to; at++) tokens[at] = { stem: '', clause: tokens[at]?.clause ?? 0 };
  return reader.line(tokens);
}

function isSofter({ softer }: DangerFrame, pattern: string, { from, to }: Match, line: TypedLine): boolean {
  const match = { from, to: saysNot.test(pattern) ? from : to };
  return softer.some((softener) => softens[softener](match, line));
}

const softens: Readonly<Record<Softener, (match: Match, line: TypedLine) => boolean>> = {
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
function stands(name: keyof typeof softeners, match: Match, line: TypedLine): boolean {
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
function denied({ from, to }: Match, line: TypedLine): boolean {
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

function startsWith(name: 'ours', { from }: Match, line: TypedLine): boolean {
  const clause = line.tokens[from]?.clause;
  return softeners[name].some((pattern) =>
    [...everyMatch(pattern, line)].some(
      ({ from: at, to }) => line.tokens[at]?.clause === clause && at <= from && to >= from - 2,
    ),
  );
}
