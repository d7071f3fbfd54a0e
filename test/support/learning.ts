/**
 * Learns the weights of dialogs/typed/weigh.ts: a logistic regression over the sentences in test/hear/. The same
 * sentences give the same weights.
 */
import { readFileSync } from 'node:fs';
import { phrasesIn } from '../../dialogs/typed/danger.ts';
import { featuresOf } from '../../dialogs/typed/features.ts';
import { tokensOf } from '../../dialogs/typed/tokens.ts';
// The lexicons that a typed line is read with: which words are known decides what is a slip.
import '../../dialogs/typed/read.ts';

const read = <T>(name: string): T =>
  JSON.parse(readFileSync(new URL(`../hear/${name}.json`, import.meta.url), 'utf8')) as T;

interface Taught {
  readonly danger: readonly string[];
  readonly ordinary: readonly string[];
}

interface Example {
  readonly text: string;
  readonly isDanger: boolean;
  /** The phrases were made for it: what they find in it says nothing of what they find elsewhere. */
  readonly known: boolean;
}

/** All that is learnt from. The sentences of unseen.json are only ever measured. */
export function examples(): readonly Example[] {
  const { reported, danger, ordinary } = read<Taught & { readonly reported: readonly string[] }>('danger');
  const taught = read<Taught>('taught');
  const lookUps = read<Record<'reported' | 'ours', readonly { readonly typed: string }[]>>('look-ups');
  const replies =
    read<Record<'reported' | 'ours', readonly { readonly typed: string; readonly question: string }[]>>('replies');
  const answers = [...replies.reported, ...replies.ours].filter(({ question }) => !asksOfHarm.has(question));
  const all = (texts: readonly string[], isDanger: boolean, known: boolean) =>
    texts.map((text) => ({ text, isDanger, known }));
  return [
    ...all([...reported, ...danger], true, true),
    ...all(ordinary, false, true),
    ...all(taught.danger, true, false),
    ...all(taught.ordinary, false, false),
    ...all(
      [...lookUps.reported, ...lookUps.ours, ...answers].map(({ typed }) => typed),
      false,
      false,
    ),
  ];
}

/** What answers these may well be danger. */
const asksOfHarm: ReadonlySet<string> = new Set(['danger', 'topics']);

/** What stands in one sentence only is chance. */
const least = 2;
const rounds = 40;
const pace = 0.05;
/** Keeps weights small, so that no one sentence decides. */
const restraint = 0.003;
/** Smaller weights change nothing. */
const smallest = 0.06;
/** Pairs say less than the words they are made of. */
const scaleOf = (feature: string): number => (/^[^!?~].* /.test(feature) ? 0.5 : 1);

export function learnt(from: readonly Example[]): Readonly<Record<string, number>> {
  const sets = from.map(({ text, known }) => {
    const tokens = tokensOf(text);
    return [...featuresOf(tokens), ...(known ? [] : phrasesIn(tokens))];
  });
  const counts = new Map<string, number>();
  for (const set of sets) for (const feature of set) counts.set(feature, (counts.get(feature) ?? 0) + 1);
  const names = [...counts].filter(([, count]) => count >= least).map(([name]) => name);
  const places = new Map(names.map((name, at) => [name, at]));
  const scales = names.map(scaleOf);
  const rows = sets.map((set) => set.flatMap((feature) => places.get(feature) ?? []));
  const weights = descended(
    rows,
    from.map(({ isDanger }) => (isDanger ? 1 : 0)),
    scales,
  );
  const rounded = names.map(
    (name, at) => [name, Math.round(100 * (weights[at] ?? 0) * (scales[at] ?? 1)) / 100] as const,
  );
  return Object.fromEntries(
    rounded
      .filter(([, weight]) => Math.abs(weight) >= smallest)
      .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)),
  );
}

/** Stochastic descent with a pace for each weight (AdaGrad), over the rows in an order that is the same each time. */
function descended(
  rows: readonly (readonly number[])[],
  wanted: readonly number[],
  scales: readonly number[],
): Float64Array {
  const weights = new Float64Array(scales.length);
  const steps = new Float64Array(scales.length).fill(1e-6);
  const order = rows.map((_, at) => at);
  let seed = 1;
  const below = (most: number) => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed % most;
  };
  for (let round = 0; round < rounds; round++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = below(at + 1);
      [order[at], order[other]] = [order[other] ?? 0, order[at] ?? 0];
    }
    for (const at of order) {
      const row = rows[at] ?? [];
      let sum = 0;
      for (const place of row) sum += (weights[place] ?? 0) * (scales[place] ?? 1);
      const wrong = 1 / (1 + Math.exp(-sum)) - (wanted[at] ?? 0);
      for (const place of row) {
        const slope = wrong * (scales[place] ?? 1) + restraint * (weights[place] ?? 0);
        steps[place] = (steps[place] ?? 0) + slope * slope;
        weights[place] = (weights[place] ?? 0) - (pace * slope) / Math.sqrt(steps[place] ?? 1);
      }
    }
  }
  return weights;
}
