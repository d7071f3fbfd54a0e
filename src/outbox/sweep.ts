/**
 * Takes up what is due, fairly. Notices and timers come before replies, what was quick before what was slow, and no line
 * takes more than its part: a platform that hangs in one workspace is not waited for by any other.
 *
 * A name in the store does not say by which line its message goes. It is learned when the message is made; until then it
 * counts to those unknown, which have a part of their own.
 */
import { type Key, type Owed, type Store, StoreUnavailable } from '../store/store.ts';
import type { Ages } from './ages.ts';
import type { Lane, OutboxLines } from './lines.ts';

/** What is under way for one key. */
export interface Ticket {
  readonly lane: Lane;
  /** The line is known now. @returns whether there is room on it; else it is to be put back. */
  enter(line: string): boolean;
  /** It is due again: it goes on as soon as there is room. */
  putBack(): void;
  /** Its room is free for the next. Saying it twice is the same as once. */
  leave(): void;
}

export interface SweepOptions {
  readonly store: Pick<Store, 'due' | 'claim'>;
  readonly lines: OutboxLines;
  readonly ages: Ages;
  readonly laneOf: (key: Key) => Lane;
  readonly clock: () => number;
  /** Never rejects. */
  readonly handle: (owed: Owed, ticket: Ticket) => Promise<unknown>;
  /** It could not be claimed. */
  readonly onTrouble: (error: unknown) => void;
  readonly stopped: () => boolean;
}

export interface Sweep {
  /** Looks what is due, and takes up as much as there is room for; the rest follows as room becomes free. @throws {StoreUnavailable} */
  refill(): Promise<void>;
  /** Waits until nothing more is under way. */
  settled(): Promise<void>;
  /** How many were claimed, ever. */
  taken(): number;
}

/** Far more than is ever due at once: what is refused or slow is due later. */
const mostDue = 5_000;
const widthUnknown = 16;

export function createSweep({ store, lines, ages, laneOf, clock, handle, onTrouble, stopped }: SweepOptions): Sweep {
  let waiting: Key[] = [];
  const busy = new Set<Key>();
  const tasks = new Set<Promise<unknown>>();
  let unknown = 0;
  let taken = 0;

  async function refill(): Promise<void> {
    const due = await store.due(mostDue);
    for (const key of due) ages.saw(key);
    const rank = (key: Key) => (laneOf(key) === 'urgent' ? 0 : 2) + (lines.isSlow(key) ? 1 : 0);
    // A sort keeps the order of equals: most overdue first.
    waiting = due
      .map((key) => ({ key, rank: rank(key) }))
      .sort((a, b) => a.rank - b.rank)
      .map(({ key }) => key);
    pump();
  }

  function pump(): void {
    if (stopped()) return;
    waiting = waiting.filter((key) => !busy.has(key) && !begin(key));
  }

  function begin(key: Key): boolean {
    const ticket = ticketFor(key);
    if (!ticket) return false;
    busy.add(key);
    const task = takeUp(key, ticket).finally(() => {
      ticket.leave();
      tasks.delete(task);
    });
    tasks.add(task);
    return true;
  }

  async function takeUp(key: Key, ticket: Ticket): Promise<void> {
    try {
      const owed = await store.claim(key);
      if (owed === null) return ages.done(key);
      taken += 1;
      await handle(owed, ticket);
    } catch (error) {
      // A store that is down is asked again at the next sweep, and not for each key.
      if (error instanceof StoreUnavailable) waiting = [];
      onTrouble(error);
    }
  }

  /** Nothing where there is no room. */
  function ticketFor(key: Key): Ticket | undefined {
    const lane = laneOf(key);
    let on = lines.of(key);
    if (on === undefined ? unknown >= widthUnknown : !lines.enter(on, lane, clock())) return undefined;
    let holds: 'unknown' | 'line' | 'nothing' = on === undefined ? 'unknown' : 'line';
    if (holds === 'unknown') unknown += 1;

    function free(): void {
      if (holds === 'unknown') unknown -= 1;
      if (holds === 'line' && on !== undefined) lines.leave(on, lane);
      holds = 'nothing';
    }
    let isBack = false;
    return {
      lane,
      enter(line) {
        lines.learn(key, line);
        if (holds === 'line' && on === line) return true;
        free();
        on = line;
        if (!lines.enter(line, lane, clock())) return false;
        holds = 'line';
        return true;
      },
      putBack() {
        isBack = true;
      },
      leave() {
        if (!busy.delete(key)) return;
        free();
        if (isBack) waiting = lane === 'urgent' ? [key, ...waiting] : [...waiting, key];
        pump();
      },
    };
  }

  return {
    refill,
    async settled() {
      while (tasks.size > 0) await Promise.all(tasks);
    },
    taken: () => taken,
  };
}
