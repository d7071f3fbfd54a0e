/** What happens when messages arrive: focus moves, or a screen reader is told, never both. */
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { Entry, Place } from '../view.ts';

/** A press waits for its answer: the heading of the first message after it takes the focus, in the same pane. */
export interface Awaited {
  readonly pane: string;
  readonly place: Place;
  readonly after: number;
}

export interface Announcement {
  readonly number: number;
  readonly text: string;
}

/** Moves the focus to an awaited message. Gives what else to read out: the newest of what came together. */
export function useNewest(entries: readonly Entry[], awaited: RefObject<Awaited | undefined>): readonly Announcement[] {
  const [announced, setAnnounced] = useState<readonly Announcement[]>([]);
  const seen = useRef(0);

  useEffect(() => {
    const fresh = entries.filter(({ number }) => number > seen.current);
    seen.current = entries.at(-1)?.number ?? 0;
    const newest = fresh.at(-1);
    if (newest === undefined) return;

    const wait = awaited.current;
    const answer = wait && fresh.find(({ number, place }) => place === wait.place && number > wait.after);
    if (answer) {
      awaited.current = undefined;
      document.getElementById(`${wait.pane}-${answer.number}`)?.focus({ preventScroll: true });
      return;
    }
    const text = newest.place === 'leads' ? `New in the leads’ channel: ${newest.summary}` : newest.summary;
    setAnnounced((before) => [...before.slice(-2), { number: newest.number, text }]);
  }, [entries, awaited]);

  return announced;
}

/** How many of `count` messages came since they were last shown. */
export function useUnseen(count: number, shown: boolean): number {
  const [last, setLast] = useState(0);
  useEffect(() => {
    if (shown) setLast(count);
  }, [count, shown]);
  return shown ? 0 : Math.max(0, count - last);
}
