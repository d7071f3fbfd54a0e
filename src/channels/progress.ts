/**
 * How far a message of several parts has got. The outbox tries a whole reply again; parts that the platform has taken
 * must not come twice. Kept as hashes, in this process: after a crash between two parts the first can come again.
 */
import { createHash } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import type { Address } from '../contract.ts';

export interface PostProgress {
  /**
   * Posts every part that was not posted at an earlier try.
   * @param place where to, so that the same message elsewhere is another
   * @returns the last part of each message: what can be pressed is on it
   */
  post<Part>(
    place: readonly unknown[],
    messages: readonly (readonly Part[])[],
    postOne: (part: Part) => Promise<Address>,
  ): Promise<readonly Address[]>;
}

/** The part of what is one message in one part: only such a one can take the place of a card. */
export function onlyPart<Part>([parts, ...others]: readonly (readonly Part[])[]): Part | undefined {
  return parts?.length === 1 && others.length === 0 ? parts[0] : undefined;
}

const mostKept = 2_000;

export function createProgress(): PostProgress {
  const begun = new LRUCache<string, readonly Address[]>({ max: mostKept });

  return {
    async post(place, messages, postOne) {
      const id = idOf(place, messages);
      const cards = [...(begun.get(id) ?? [])];
      for (const part of messages.flat().slice(cards.length)) {
        try {
          cards.push(await postOne(part));
        } catch (error) {
          if (cards.length > 0) begun.set(id, cards);
          throw error;
        }
      }
      begun.delete(id);
      let end = 0;
      return messages.flatMap(({ length }) => {
        end += length;
        const last = cards[end - 1];
        return last ? [last] : [];
      });
    },
  };
}

/** The same reply for the same place, to the last signed button, has the same id. */
function idOf(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
