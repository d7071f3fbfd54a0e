/**
 * Whole spaces of facts, cheap enough to prove things about two million vectors.
 *
 * A decision reads facts only through which rules fire. Each rule reads few facts, so its truth table is small; the
 * tables together put every vector into one of a few hundred classes, and each class is decided once.
 */
import { decide } from '../../rules/decide.ts';
import { type Fact, type Facts, factValues } from '../../rules/facts.ts';
import type { Decision } from '../../rules/outcome.ts';
import type { Rule } from '../../rules/rule.ts';
import { rules as allRules } from '../../rules/rules.ts';

export interface Space {
  readonly names: readonly Fact[];
  readonly size: number;
  /** How far apart two vectors lie that differ by one step in this fact. */
  readonly stride: (fact: Fact) => number;
  /** The vector at a place. */
  readonly at: (place: number) => Facts;
  /** The place of a vector. Every named fact must be there. */
  readonly place: (facts: Facts) => number;
  /** The class of each vector. */
  readonly classOf: Uint16Array;
  /** One decision a class. */
  readonly decisions: readonly Decision[];
}

const values = (fact: Fact): readonly string[] => factValues[fact];
const product = (names: readonly Fact[]) => names.reduce((size, fact) => size * values(fact).length, 1);

export function wholeSpace(names: readonly Fact[], given: Facts, rules: readonly Rule[] = allRules): Space {
  const base: Facts = { colleague: 'no', ...given };
  const size = product(names);
  const strides = new Map(names.map((fact, i) => [fact, product(names.slice(i + 1))]));
  const stride = (fact: Fact) => strides.get(fact) as number;
  const digit = (place: number, fact: Fact) => Math.floor(place / stride(fact)) % values(fact).length;
  const at = (place: number): Facts => ({
    ...base,
    ...Object.fromEntries(names.map((fact) => [fact, values(fact)[digit(place, fact)]])),
  });
  const place = (facts: Facts) =>
    names.reduce((sum, fact) => sum + stride(fact) * values(fact).indexOf(facts[fact] as string), 0);

  let classOf = new Uint16Array(size);
  let classes = 1;
  for (const rule of rules) {
    const reads = names.filter((fact) => rule.when.reads.includes(fact));
    const table = truthTable(rule, reads, base);
    if (!table.includes(1 - (table[0] as number))) continue;
    [classOf, classes] = refined(classOf, classes, placesIn(reads, names), table);
  }
  return { names, size, stride, at, place, classOf, decisions: decideEach(classOf, classes, at, rules) };
}

function truthTable(rule: Rule, reads: readonly Fact[], base: Facts): Uint8Array {
  return Uint8Array.from({ length: product(reads) }, (_, place) => {
    const told: Record<string, string> = {};
    let rest = place;
    for (const fact of reads.toReversed()) {
      told[fact] = values(fact)[rest % values(fact).length] as string;
      rest = Math.floor(rest / values(fact).length);
    }
    return Number(rule.when.holds({ ...base, ...told }));
  });
}

/** Where each vector's values stand in the table of a rule that reads only some facts, worked out in two halves. */
function placesIn(reads: readonly Fact[], names: readonly Fact[]): (place: number) => number {
  const half = Math.ceil(names.length / 2);
  const low = names.slice(half);
  const lowSize = product(low);
  const part = (slice: readonly Fact[]) =>
    Uint32Array.from({ length: product(slice) }, (_, place) => {
      let rest = place;
      let sum = 0;
      for (const fact of slice.toReversed()) {
        const i = reads.indexOf(fact);
        if (i >= 0) sum += (rest % values(fact).length) * product(reads.slice(i + 1));
        rest = Math.floor(rest / values(fact).length);
      }
      return sum;
    });
  const highPart = part(names.slice(0, half));
  const lowPart = part(low);
  return (place) => (highPart[Math.floor(place / lowSize)] as number) + (lowPart[place % lowSize] as number);
}

function refined(
  classOf: Uint16Array<ArrayBuffer>,
  classes: number,
  placeIn: (place: number) => number,
  table: Uint8Array,
): [Uint16Array<ArrayBuffer>, number] {
  const renamed = new Int32Array(classes * 2).fill(-1);
  let count = 0;
  for (let place = 0; place < classOf.length; place++) {
    const key = (classOf[place] as number) * 2 + (table[placeIn(place)] as number);
    if (renamed[key] === -1) renamed[key] = count++;
    classOf[place] = renamed[key] as number;
  }
  if (count > 65_536) throw new Error('Too many classes for a Uint16Array');
  return [classOf, count];
}

function decideEach(classOf: Uint16Array, classes: number, at: (place: number) => Facts, rules: readonly Rule[]) {
  const decisions: Decision[] = [];
  for (let place = 0, left = classes; place < classOf.length && left > 0; place++) {
    const id = classOf[place] as number;
    if (decisions[id]) continue;
    decisions[id] = decide(at(place), rules);
    left--;
  }
  return decisions;
}

/** The same space in fewer classes: decisions of one name count as one, and the first of them stands for all. */
export function coarser(space: Space, nameOf: (decision: Decision) => string): Space {
  const known = new Map<string, number>();
  const decisions: Decision[] = [];
  const renamed = space.decisions.map((decision) => {
    const name = nameOf(decision);
    const id = known.get(name) ?? decisions.push(decision) - 1;
    known.set(name, id);
    return id;
  });
  return { ...space, classOf: space.classOf.map((id) => renamed[id] as number), decisions };
}

/**
 * Every two classes that lie one step apart in this fact, `from` one value `to` another, each pair once.
 *
 * @param counts whether the step that begins at this place is to be seen
 */
export function* steps(
  space: Space,
  fact: Fact,
  from: string,
  to: string,
  counts: (place: number) => boolean = () => true,
): Generator<[Decision, Decision, number]> {
  const stride = space.stride(fact);
  const start = values(fact).indexOf(from) * stride;
  const jump = values(fact).indexOf(to) * stride - start;
  const block = stride * values(fact).length;
  const seen = new Uint8Array(space.decisions.length ** 2);
  for (let low = start; low < space.size; low += block) {
    for (let place = low; place < low + stride; place++) {
      const a = space.classOf[place] as number;
      const b = space.classOf[place + jump] as number;
      const pair = a * space.decisions.length + b;
      if (a === b || seen[pair] || !counts(place)) continue;
      seen[pair] = 1;
      yield [space.decisions[a] as Decision, space.decisions[b] as Decision, place];
    }
  }
}
