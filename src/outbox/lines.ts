/**
 * How the lines to the platforms are, as far as this process has met them: which are down, which are slow, and how much
 * is under way on each. So that what hangs or is refused in one workspace takes a small part of the sweep, and nothing
 * of another's.
 */
import type { Delivered } from '../conversation/ports.ts';
import type { Key } from '../store/store.ts';

/** Notices and timers have a lane of their own on each line: no reply stands in front of them. */
export type Lane = 'urgent' | 'reply';

export interface Lines {
  /** The line that something went by before; nothing while it was never tried here. */
  of(key: Key): string | undefined;
  learn(key: Key, line: string): void;
  /** The last try of it took too long. */
  isSlow(key: Key): boolean;
  /** @returns whether there is room for one more just now; then it is taken, until `leave`. */
  enter(line: string, lane: Lane, now: number): boolean;
  leave(line: string, lane: Lane): void;
  /** @returns where the line is down, when to try it again. */
  note(key: Key, lane: Lane, delivered: Delivered, now: number): number | undefined;
  /** How many are down. */
  down(): number;
}

interface Line {
  readonly under: Record<Lane, number>;
  /** How much may be under way at once: less while it is slow. */
  readonly width: Record<Lane, number>;
  /** Nothing gets through: it is tried with one message at a time, at these times. */
  down?: { readonly tries: number; readonly until: number };
}

const widest = { urgent: 6, reply: 4 } as const;
const narrowest = { urgent: 2, reply: 1 } as const;
const firstPauseMs = 2_000;
const longestPauseMs = 30_000;
/** Of keys; the oldest are forgotten, and met anew. */
const mostKnown = 20_000;

/** @param random from 0 up to 1 */
export function createLines(random: () => number): Lines {
  const lines = new Map<string, Line>();
  const known = new Map<Key, string>();
  const slow = new Set<Key>();

  function lineOf(name: string): Line {
    const line = lines.get(name) ?? { under: { urgent: 0, reply: 0 }, width: { ...widest } };
    lines.set(name, line);
    return line;
  }

  function goesDown(line: Line, now: number): number {
    // Of many that were under way together, the first has said it.
    if (line.down && now < line.down.until) return line.down.until;
    const tries = (line.down?.tries ?? 0) + 1;
    const pause = Math.min(firstPauseMs * 2 ** (tries - 1), longestPauseMs) * (0.5 + random() / 2);
    line.down = { tries, until: now + Math.round(pause) };
    return line.down.until;
  }

  return {
    of: (key) => known.get(key),
    learn: (key, line) => remember(known, key, line),
    isSlow: (key) => slow.has(key),
    enter(name, lane, now) {
      const line = lineOf(name);
      const { under, width, down } = line;
      const free = down ? now >= down.until && under.urgent + under.reply === 0 : under[lane] < width[lane];
      if (free) under[lane] += 1;
      return free;
    },
    leave(name, lane) {
      lineOf(name).under[lane] -= 1;
    },
    note(key, lane, delivered, now) {
      const line = lineOf(known.get(key) ?? '');
      if (delivered.status === 'down') return goesDown(line, now);
      if (delivered.status === 'retry' && delivered.reason === 'timeout') {
        slow.add(key);
        line.width[lane] = Math.max(narrowest[lane], Math.floor(line.width[lane] / 2));
        return undefined;
      }
      slow.delete(key);
      if (delivered.status === 'retry') return undefined;
      delete line.down;
      line.width[lane] = widest[lane];
      return undefined;
    },
    down: () => [...lines.values()].filter(({ down }) => down).length,
  };

  function remember(kept: Map<Key, string>, key: Key, line: string): void {
    kept.delete(key);
    kept.set(key, line);
    const [oldest] = kept.size > mostKnown ? kept.keys() : [];
    if (oldest === undefined) return;
    kept.delete(oldest);
    slow.delete(oldest);
  }
}
