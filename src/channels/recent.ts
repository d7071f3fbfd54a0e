/**
 * What happened a short while ago in this process, so that it is not done again: look-ups that the platform sends twice,
 * people who were just told something. What must hold for longer, or across replicas, is the store's.
 */
import { LRUCache } from 'lru-cache';

export interface Recent {
  /** Whether it is new; from then on it is not, until its time is over. */
  isNew(id: string, now: number): boolean;
  /** It did not happen after all. */
  forget(id: string): void;
}

const mostKept = 10_000;

export function createRecent(keepMs: number): Recent {
  const seen = new LRUCache<string, number>({ max: mostKept });
  return {
    isNew(id, now) {
      if ((seen.get(id) ?? 0) > now) return false;
      seen.set(id, now + keepMs);
      return true;
    },
    forget: (id) => void seen.delete(id),
  };
}
