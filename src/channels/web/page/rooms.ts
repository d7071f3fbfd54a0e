/** Where a message is read: the worried person's conversation, a leads' channel, or one person's private messages. */
import type { NamedPerson, PageEntry } from '../view.ts';

export type Room = 'conversation' | `channel:${string}` | `private:${string}`;

export const privateRoom = (person: string): Room => `private:${person}`;

/** Nothing for somebody who reads none. */
export function channelRoom({ site, inChannel }: NamedPerson): Room | undefined {
  return inChannel && site ? `channel:${site.id}` : undefined;
}

export function roomOf({ place, as, site = '' }: PageEntry): Room {
  if (place === 'conversation') return 'conversation';
  return as === undefined ? `channel:${site}` : privateRoom(as);
}

/** What one person of the leads' side can look at, beside the conversation. */
export const isSeenBy = (person: NamedPerson, entry: PageEntry): boolean =>
  ['conversation', privateRoom(person.id), channelRoom(person)].includes(roomOf(entry));

/** Each card, then what stands in the thread under it. */
export function inThreads(entries: readonly PageEntry[]): readonly PageEntry[] {
  const kept = new Set(entries.map(({ number }) => number));
  const cards = entries.filter(({ under }) => under === undefined || !kept.has(under));
  return cards.flatMap((card) => [card, ...entries.filter(({ under }) => under === card.number)]);
}
