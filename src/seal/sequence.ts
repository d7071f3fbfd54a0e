/**
 * Entries of one key, each bound to the revision that it made, the first one as the first: whoever can write to the
 * store can neither mix nor move them, nor cut any out before the last. A whole key put back to an older state is not
 * seen here.
 */
import { type Seal, SealBroken } from './seal.ts';

/** Where an entry will stand. `undefined`: it rests on no reading, and may stand anywhere. */
export type Place = { readonly revision: number; readonly first: boolean } | undefined;

export function boundToPlace(boundTo: string, place: Place): string {
  return place ? `${boundTo}|${place.revision}${place.first ? '|first' : ''}` : boundTo;
}

/**
 * @param revision of the key with all of these entries: the last one made it.
 * @throws {SealBroken} when one was altered, belongs elsewhere, or stands at another place than it was stored at.
 */
export function openInPlace(
  sealed: readonly string[],
  boundTo: string,
  revision: number,
  seal: Pick<Seal, 'open'>,
): readonly string[] {
  return sealed.map((each, index) => {
    const place = { revision: revision - (sealed.length - 1 - index), first: index === 0 };
    try {
      return seal.open(each, boundToPlace(boundTo, place));
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      return seal.open(each, boundTo);
    }
  });
}
