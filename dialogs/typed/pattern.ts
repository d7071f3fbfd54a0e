/**
 * Phrases with room in them, matched over stems without backtracking that could run away: every gap is short.
 *
 * `kill` a word in any form; `kill/@hurt` one of them; `that?` may be left out; `@person` any phrase of that group;
 * `!@thing` nothing of that group stands here; `..` up to 3 words between, `...` up to 8. All within one sentence.
 */
import { learn } from './spelling.ts';
import { stemOf, type WordToken } from './tokens.ts';

type Part =
  | {
      readonly is: 'said';
      readonly stems: ReadonlySet<string>;
      readonly groups: readonly string[];
      readonly optional: boolean;
    }
  | { readonly is: 'not'; readonly name: string }
  | { readonly is: 'gap'; readonly most: number };

export interface Match {
  readonly from: number;
  /** The place after its last word. */
  readonly to: number;
}

export type Groups = Readonly<Record<string, readonly string[]>>;
type Node = { ends: boolean; readonly next: Map<string, Node> };

export interface Reader {
  /** Where a pattern first stands, reading from `start`. */
  find(pattern: string, line: TypedLine, start?: number): Match | undefined;
  line(tokens: readonly WordToken[]): TypedLine;
}

export interface TypedLine {
  readonly tokens: readonly WordToken[];
  /** For each place and group: where its phrases end. Worked out when asked. */
  readonly ends: Map<string, readonly number[]>[];
  /** For each pattern: the places with a word it can begin with. */
  readonly starts: ReadonlyMap<string, readonly number[]>;
  readonly stems: ReadonlySet<string>;
  /** Whether a word that begins a phrase of the group stands anywhere. Worked out when asked. */
  readonly present: Map<string, boolean>;
}

const gaps: Readonly<Record<string, number>> = { '..': 3, '...': 8 };

/** @param groups their phrases may name other groups, and use `/`, but have no gaps. */
export function createReader(groups: Groups, patterns: readonly string[]): Reader {
  const tries = new Map<string, Node>();
  for (const name of Object.keys(groups)) tries.set(name, trieOf(name));
  const compiled = new Map(patterns.map((pattern) => [pattern, compile(pattern)]));
  const byStart = new Map<string, string[]>();
  for (const [pattern, parts] of compiled)
    for (const stem of firstStems(parts)) byStart.set(stem, [...(byStart.get(stem) ?? []), pattern]);

  function phrasesOf(name: string): readonly string[] {
    const phrases = groups[name];
    if (!phrases) throw new Error(`No group of words is called @${name}`);
    return phrases.flatMap(spread);
  }

  /** Every way to say a phrase of a group, as plain words. */
  function spread(phrase: string): readonly string[] {
    const ways = phrase.split(' ').map((part): readonly string[] => {
      const optional = part.endsWith('?');
      const bare = optional ? part.slice(0, -1) : part;
      const said = bare.split('/').flatMap((way) => (way.startsWith('@') ? phrasesOf(way.slice(1)) : [way]));
      return optional ? [...said, ''] : said;
    });
    return ways
      .reduce<readonly string[]>((all, way) => all.flatMap((one) => way.map((word) => `${one} ${word}`.trim())), [''])
      .map((one) => one.replace(/ +/g, ' '));
  }

  function trieOf(name: string): Node {
    const root: Node = { ends: false, next: new Map() };
    for (const phrase of phrasesOf(name)) {
      const words = phrase.split(' ');
      learn(words);
      let node = root;
      for (const word of words) {
        const stem = stemOf(word);
        let next = node.next.get(stem);
        if (!next) {
          next = { ends: false, next: new Map() };
          node.next.set(stem, next);
        }
        node = next;
      }
      node.ends = true;
    }
    return root;
  }

  function compile(pattern: string): readonly Part[] {
    return pattern.split(' ').map((part): Part => {
      const most = gaps[part];
      if (most !== undefined) return { is: 'gap', most };
      if (part.startsWith('!@')) return { is: 'not', name: known(part.slice(2)) };
      const optional = part.endsWith('?');
      const ways = (optional ? part.slice(0, -1) : part).split('/');
      const words = ways.filter((way) => !way.startsWith('@'));
      learn(words);
      const named = ways.filter((way) => way.startsWith('@')).map((way) => known(way.slice(1)));
      return { is: 'said', stems: new Set(words.map(stemOf)), groups: named, optional };
    });
  }

  function firstStems([first, ...rest]: readonly Part[]): ReadonlySet<string> {
    if (first?.is !== 'said') throw new Error('A pattern begins with a word or a group');
    const named = first.groups.flatMap((name) => [...(tries.get(name)?.next.keys() ?? [])]);
    return new Set([...first.stems, ...named, ...(first.optional ? firstStems(rest) : [])]);
  }

  function startsIn(tokens: readonly WordToken[]): ReadonlyMap<string, readonly number[]> {
    const starts = new Map<string, number[]>();
    tokens.forEach(({ stem }, at) => {
      for (const pattern of byStart.get(stem) ?? []) {
        const places = starts.get(pattern);
        if (places) places.push(at);
        else starts.set(pattern, [at]);
      }
    });
    return starts;
  }

  function known(name: string): string {
    if (!tries.has(name)) throw new Error(`No group of words is called @${name}`);
    return name;
  }

  function endsAt({ tokens, ends }: TypedLine, name: string, at: number): readonly number[] {
    const here = ends[at];
    if (!here) return [];
    const worked = here.get(name);
    if (worked) return worked;
    const found: number[] = [];
    let node = tries.get(name);
    for (let i = at; node && i < tokens.length && tokens[i]?.clause === tokens[at]?.clause; i++) {
      node = node.next.get(tokens[i]?.stem ?? '');
      if (node?.ends) found.push(i + 1);
    }
    here.set(name, found);
    return found;
  }

  /** Whether a part can stand anywhere in the line: most patterns end here. */
  function canStand(part: Part, line: TypedLine): boolean {
    if (part.is !== 'said' || part.optional) return true;
    for (const stem of part.stems) if (line.stems.has(stem)) return true;
    return part.groups.some((name) => isPresent(name, line));
  }

  function isPresent(name: string, { stems, present }: TypedLine): boolean {
    let known = present.get(name);
    if (known === undefined) {
      const first = tries.get(name)?.next;
      known = first !== undefined && [...stems].some((stem) => first.has(stem));
      present.set(name, known);
    }
    return known;
  }

  /** Where the parts from `part` on end, when they stand at `at`. */
  function follow(
    parts: readonly Part[],
    part: number,
    line: TypedLine,
    at: number,
    clause: number,
  ): number | undefined {
    const wanted = parts[part];
    if (!wanted) return at;
    for (const next of placesAfter(wanted, line, at, clause)) {
      const end = follow(parts, part + 1, line, next, clause);
      if (end !== undefined) return end;
    }
    return undefined;
  }

  /** Where the next part may stand, when this one stands at `at`. */
  function placesAfter(part: Part, line: TypedLine, at: number, clause: number): readonly number[] {
    const here = line.tokens[at];
    const inside = here?.clause === clause;
    if (part.is === 'not') return inside && endsAt(line, part.name, at).length > 0 ? [] : [at];
    if (part.is === 'gap') {
      const room = line.tokens.slice(at, at + part.most).findIndex((token) => token.clause !== clause);
      const left = Math.min(room < 0 ? part.most : room, line.tokens.length - at);
      return Array.from({ length: left + 1 }, (_, skipped) => at + skipped);
    }
    return [
      ...(inside && part.stems.has(here.stem) ? [at + 1] : []),
      ...(inside ? part.groups.flatMap((name) => endsAt(line, name, at)) : []),
      ...(part.optional ? [at] : []),
    ];
  }

  return {
    line: (tokens) => ({
      tokens,
      ends: tokens.map(() => new Map()),
      starts: startsIn(tokens),
      stems: new Set(tokens.map(({ stem }) => stem)),
      present: new Map(),
    }),
    find(pattern, line, start = 0) {
      const parts = compiled.get(pattern);
      if (!parts) throw new Error(`Not one of this reader's patterns: ${pattern}`);
      const places = line.starts.get(pattern);
      if (!places || !parts.every((part) => canStand(part, line))) return undefined;
      for (const from of places) {
        if (from < start) continue;
        const to = follow(parts, 0, line, from, line.tokens[from]?.clause ?? 0);
        if (to !== undefined) return { from, to };
      }
      return undefined;
    },
  };
}
