/**
 * Entries of one key, each bound to the revision that it made, the first one as the first: whoever can write to the
 * store can neither mix nor move them, nor cut any out before the last. A whole key put back to an older state is not
 * seen here.
 */
import { SealBroken } from './seal.ts';

/** Where an entry will stand. `undefined`: it rests on no reading, and may stand anywhere. */
export type EntryPlace = { readonly revision: number; readonly first: boolean } | undefined;

/**
 * @param expected the revision that it rests on; `null`: on none
 * @param begins the revision that it makes where nothing is stored yet
 * @param clears what was there is forgotten, and this is the first again
 */
export function placeAfter(expected: number | null, begins: number, clears = false): EntryPlace {
  if (expected === null) return undefined;
  return { revision: expected === 0 ? begins : expected + 1, first: clears || expected === 0 };
}

export function boundToPlace(boundTo: string, place: EntryPlace): string {
  return place ? `${boundTo}|${place.revision}${place.first ? '|first' : ''}` : boundTo;
}

/**
 * @param revision of the key with all of these entries: the last one made it.
 * @param open what was sealed as bound to this; throws SealBroken where it was not
 * @throws {SealBroken} when one was altered, belongs elsewhere, or stands at another place than it was stored at.
 */
export function openInPlace<T>(
  sealed: readonly string[],
  boundTo: string,
  revision: number,
  open: (sealed: string, boundTo: string) => T,
): readonly T[] {
  return sealed.map((each, index) => {
    const place = { revision: revision - (sealed.length - 1 - index), first: index === 0 };
    try {
      return open(each, boundToPlace(boundTo, place));
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      return open(each, boundTo);
    }
  });
}
