/** The messages of one browser session, newest last, in memory only. When it is full the oldest goes. */
import { EventEmitter, once } from 'node:events';
import type { PageEntry } from './view.ts';

export interface Timeline {
  /** Returns the entry's number. */
  add(entry: Omit<PageEntry, 'number'>): number;
  /** Whether the entry is still kept. */
  has(number: number): boolean;
  /** Draws an entry anew where it stands. False when it is no longer kept. */
  redraw(number: number, drawn: Pick<PageEntry, 'summary' | 'slack' | 'teams'>): boolean;
  /** Every entry added or redrawn after `revision`, as it is now, in that order. */
  since(revision: number): readonly TimelineChange[];
  /** Resolves at the next change. Rejects when `signal` is aborted. */
  next(signal: AbortSignal): Promise<unknown>;
}

export interface TimelineChange {
  /** Counts the changes of this timeline, from 1. */
  readonly revision: number;
  readonly entry: PageEntry;
}

export function createTimeline(most: number): Timeline {
  /** By number; an entry that changes moves to the end. */
  const changes = new Map<number, TimelineChange>();
  const changed = new EventEmitter().setMaxListeners(0);
  let number = 0;
  let revision = 0;

  function put(entry: PageEntry): void {
    revision += 1;
    changes.delete(entry.number);
    changes.set(entry.number, { revision, entry });
    if (changes.size > most) changes.delete(Math.min(...changes.keys()));
    changed.emit('change');
  }

  return {
    add(entry) {
      number += 1;
      put({ ...entry, number });
      return number;
    },
    has: (which) => changes.has(which),
    redraw(which, drawn) {
      const change = changes.get(which);
      if (change === undefined) return false;
      put({ ...change.entry, ...drawn });
      return true;
    },
    since: (known) => [...changes.values()].filter((change) => change.revision > known),
    next: (signal) => once(changed, 'change', { signal }),
  };
}
