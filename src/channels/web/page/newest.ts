/** What happens when messages arrive: focus moves, or a screen reader is told, never both. */
import { type RefObject, useEffect, useRef, useState } from 'react';
import type { PageEntry } from '../view.ts';
import { type Room, roomOf } from './rooms.ts';

/** A press waits for its answer: the heading of the first message after it takes the focus, in the same pane. */
export interface Awaited {
  readonly pane: string;
  readonly room: Room;
  readonly after: number;
}

export interface Announcement {
  readonly number: number;
  readonly text: string;
}

interface Listening {
  readonly awaited: RefObject<Awaited | undefined>;
  /** Brings a room to the front: the answer to a press can come in another one. */
  readonly show: (room: Room) => void;
  /** What is read out of a message. */
  readonly say: (entry: PageEntry) => string;
}

/** Moves the focus to an awaited message. Gives what else to read out: the newest of what came together. */
export function useNewest(entries: readonly PageEntry[], listening: Listening): readonly Announcement[] {
  const [announced, setAnnounced] = useState<readonly Announcement[]>([]);
  const [answer, setAnswer] = useState<string>();
  const seen = useRef(0);
  const current = useRef(listening);
  current.current = listening;

  useEffect(() => {
    const fresh = entries.filter(({ number }) => number > seen.current);
    seen.current = entries.at(-1)?.number ?? 0;
    const newest = fresh.at(-1);
    if (newest === undefined) return;

    const { awaited, show, say } = current.current;
    const wait = awaited.current;
    const found = wait && fresh.find((entry) => roomOf(entry) === wait.room && entry.number > wait.after);
    if (found) {
      awaited.current = undefined;
      show(wait.room);
      setAnswer(`${wait.pane}-${found.number}`);
      return;
    }
    setAnnounced((before) => [...before.slice(-2), { number: newest.number, text: say(newest) }]);
  }, [entries]);

  // By now the answer's room is in front.
  useEffect(() => {
    if (answer !== undefined) document.getElementById(answer)?.focus({ preventScroll: true });
  }, [answer]);

  return announced;
}
