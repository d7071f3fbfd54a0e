/**
 * How the lines to the platforms are, as far as this process has met them: which are down, which are slow, and how much
 * is under way on each. So that what hangs or is refused in one workspace takes a small part of the sweep, and nothing
 * of another's.
 */
import { LRUCache } from 'lru-cache';
import type { Delivered } from '../contract.ts';
import type { Key } from '../store/store.ts';

/** Notices and timers have a lane of their own on each line: no reply stands in front of them. */
export type Lane = 'urgent' | 'reply';

export interface OutboxLines {
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
  /**
   * It was refused by its place, or by all of the workspace. @param began when this try began. @returns `place` where
   * others got through by this line since its first try, or nobody else is refused so and it was for long; else `wait`:
   * it is one fault of them all.
   */
  judge(key: Key, code: string, began: number, now: number): 'place' | 'wait';
  /** How many are down. */
  down(): number;
}

interface OutboxLine {
  readonly under: Record<Lane, number>;
  /** How much may be under way at once: less while it is slow. */
  readonly width: Record<Lane, number>;
  /** Nothing gets through: it is tried with one message at a time, at these times. */
  down?: { readonly tries: number; readonly until: number };
  /** When something last got through. */
  sentAt: number;
  /** What was refused in a word that may mean all of the workspace, since when. */
  refused?: LRUCache<Key, { readonly code: string; readonly since: number }>;
}

const widest = { urgent: 6, reply: 4 } as const;
const narrowest = { urgent: 2, reply: 1 } as const;
const firstPauseMs = 2_000;
const longestPauseMs = 30_000;
/** A place that alone is refused is believed to be its own fault after this time. */
const aloneMs = 8_000;
/** Of keys; the oldest are forgotten, and met anew. */
const mostKnown = 20_000;
const mostRefused = 1_000;

/** @param random from 0 up to 1 */
export function createLines(random: () => number): OutboxLines {
  const lines = new Map<string, OutboxLine>();
  const slow = new Set<Key>();
  const known = new LRUCache<Key, string>({
    max: mostKnown,
    dispose: (_, key, why) => why === 'evict' && slow.delete(key),
  });

  function lineOf(name: string): OutboxLine {
    const line: OutboxLine = lines.get(name) ?? {
      under: { urgent: 0, reply: 0 },
      width: { ...widest },
      sentAt: Number.NEGATIVE_INFINITY,
    };
    lines.set(name, line);
    return line;
  }

  function goesDown(line: OutboxLine, now: number): number {
    // Of many that were under way together, the first has said it.
    if (line.down && now < line.down.until) return line.down.until;
    const tries = (line.down?.tries ?? 0) + 1;
    const pause = Math.min(firstPauseMs * 2 ** (tries - 1), longestPauseMs) * (0.5 + random() / 2);
    line.down = { tries, until: now + Math.round(pause) };
    return line.down.until;
  }

  return {
    of: (key) => known.get(key),
    learn: (key, line) => void known.set(key, line),
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
      if (delivered.status === 'retry' || (delivered.status === 'failed' && delivered.of === 'place-or-all'))
        return undefined;
      if (delivered.status === 'sent') {
        line.sentAt = now;
        line.refused?.delete(key);
      }
      delete line.down;
      line.width[lane] = widest[lane];
      return undefined;
    },
    judge(key, code, began, now) {
      const line = lineOf(known.get(key) ?? '');
      line.refused ??= new LRUCache({ max: mostRefused });
      const { since } = line.refused.get(key) ?? { since: began };
      line.refused.set(key, { code, since });
      if (line.sentAt > since) return 'place';
      const others = [...line.refused.entries()].some(
        ([other, met]) => other !== key && met.code === code && met.since >= line.sentAt,
      );
      return others || now - since < aloneMs ? 'wait' : 'place';
    },
    down: () => [...lines.values()].filter(({ down }) => down).length,
  };
}
