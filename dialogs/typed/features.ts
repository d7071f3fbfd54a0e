/**
 * What of a line is weighed: its words, the classes they belong to, which class stands before which, and which frames
 * of danger and softeners it holds. Nothing of the words is kept beyond the turn.
 */
import { concepts } from './lexicon/concepts.ts';
import { stemOf, type WordToken } from './tokens.ts';

/** A phrase in stems, and the classes it belongs to. */
const classes = new Map<string, string[]>();
let longest = 1;
for (const [name, phrases] of Object.entries(concepts))
  for (const phrase of phrases) {
    const words = phrase.split(' ');
    longest = Math.max(longest, words.length);
    const stems = words.map(stemOf).join(' ');
    const known = classes.get(stems) ?? [];
    if (!known.includes(name)) classes.set(stems, [...known, name]);
  }

interface Sign {
  readonly name: string;
  readonly at: number;
}

function signsIn(tokens: readonly WordToken[]): readonly Sign[] {
  const signs: Sign[] = [];
  tokens.forEach((token, at) => {
    let phrase = '';
    for (let length = 1; length <= longest; length++) {
      const next = tokens[at + length - 1];
      if (next?.clause !== token.clause) break;
      phrase = phrase === '' ? next.stem : `${phrase} ${next.stem}`;
      for (const name of classes.get(phrase) ?? []) signs.push({ name, at });
    }
  });
  return signs;
}

/** So far apart two classes still belong together. */
const near = 5;

/** Each once, however often it stands in the line. */
export function featuresOf(tokens: readonly WordToken[]): ReadonlySet<string> {
  const features = new Set<string>(['']);
  const signs = signsIn(tokens);
  for (const { name } of signs) features.add(`@${name}`);
  signs.forEach(({ name, at }, i) => {
    for (let j = i + 1; j < signs.length; j++) {
      const other = signs[j];
      if (!other || other.at > at + near) break;
      if (other.at > at && tokens[other.at]?.clause === tokens[at]?.clause) features.add(`@${name} @${other.name}`);
    }
  });
  tokens.forEach(({ stem, clause }, at) => {
    const word = plain(stem);
    if (!small.has(word)) features.add(word);
    const next = tokens[at + 1];
    if (next?.clause !== clause) return;
    const after = plain(next.stem);
    if (!small.has(word) || !small.has(after)) features.add(`${word} ${after}`);
  });
  return features;
}

/** Of no weight alone: what stands beside them has it. */
const small: ReadonlySet<string> = new Set('a an the and or but of be do so if then'.split(' '));

/** Who it is and how many makes no difference to the danger. */
const same: Readonly<Record<string, string>> = {
  she: 'he',
  they: 'he',
  her: 'him',
  them: 'him',
  their: 'his',
};
const plain = (stem: string): string => (/^\d+$/.test(stem) ? '#number' : (same[stem] ?? stem));
