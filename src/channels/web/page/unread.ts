/** How many messages of a room came since it was last in front. */
import { useEffect, useState } from 'react';
import type { PageEntry } from '../view.ts';
import { type Room, roomOf } from './rooms.ts';

/** @param shown the rooms in front, in any order */
export function useUnread(entries: readonly PageEntry[], shown: readonly Room[]): (room: Room) => number {
  const [read, setRead] = useState<ReadonlyMap<Room, number>>(new Map());
  const newest = entries.at(-1)?.number ?? 0;
  const front = shown.join(' ');

  useEffect(() => {
    const rooms = front.split(' ') as Room[];
    // A new session counts from the start.
    setRead((before) => new Map([...(newest === 0 ? [] : before), ...rooms.map((room) => [room, newest] as const)]));
  }, [newest, front]);

  return (room) =>
    front.split(' ').includes(room)
      ? 0
      : entries.filter((entry) => roomOf(entry) === room && entry.number > (read.get(room) ?? 0)).length;
}
