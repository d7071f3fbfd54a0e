/**
 * How much one concern can hold, and for what. Its entries are only ever added to, so what can be done and undone
 * without end would fill it, and then nobody could take it. So:
 *
 * 1. What takes something back, or hands it to and fro, has a number of times for each person. All that can be done
 *    again only because it was taken back is bounded by that, too.
 * 2. What is harmless stops first, at the store's ordinary limit; who has it, who is told and how it ends go on far
 *    beyond; and what its reporter says of it, a restriction above all, goes on beyond that.
 * 3. Telling never ends, so it grows rarer: see timers.ts.
 *
 * Pure. test/leads/capacity.test.ts tries it with presses in any order.
 */
import { mostOfTalk } from '../../conversation/room.ts';
import { mostEntries, mostRoom } from '../../store/store.ts';
import type { Concern, ConcernEntry } from './concern.ts';

/** For who has it, who is told, what is done, and how it ends. A talk reports at most once for each of its entries. */
const mostVital = mostRoom - mostOfTalk;

/** How many entries a concern may have once this one is added. */
export function roomFor({ type }: ConcernEntry): number {
  switch (type) {
    case 'report':
    case 'picked':
      return mostRoom;
    case 'undone':
    case 'tried':
    case 'not-mine':
    case 'snooze':
    case 'seen':
    case 'contact':
    case 'gained':
    case 'erase':
    case 'not-reached':
    case 'text':
      return mostEntries;
    default:
      return mostVital;
  }
}

/** Far past what anybody does in earnest. */
const mostTimes = {
  undone: 20,
  tried: 40,
  'not-needed': 20,
  'not-mine': 20,
  outcome: 10,
  reopen: 10,
  snooze: 10,
  seen: 1,
  contact: 10,
  untake: 20,
  hand: 20,
} as const satisfies Partial<Record<ConcernEntry['type'], number>>;
type Bounded = keyof typeof mostTimes;

const isBounded = (type: string): type is Bounded => type in mostTimes;

/** Whether this person did this so often here that it must stand as it is now. */
export function isSpent({ entries }: Concern, { type }: ConcernEntry, person: string): boolean {
  if (!isBounded(type)) return false;
  const times = entries.filter((entry) => entry.type === type && 'by' in entry && entry.by === person).length;
  return times >= mostTimes[type];
}

/** A place that is found dead again and again is passed over; the timers go on without another note of it. */
const mostNotes = 20;

export function isNotedEnough({ entries }: Concern, destination: string): boolean {
  const notes = entries.filter((entry) => entry.type === 'not-reached' && entry.destination === destination);
  return notes.length >= mostNotes;
}
