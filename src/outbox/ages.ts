/** How long things have been owed, as far as this process met them: what is behind when nothing else shows it. */
import type { Key } from '../store/store.ts';

export interface Ages {
  /** It is owed still. @param since milliseconds since 1970, where it is known; else it counts from now */
  saw(key: Key, since?: number): void;
  /** It is owed no longer, or is another's. */
  done(key: Key): void;
  /** Of the oldest. 0 where nothing waits. */
  oldestMs(): number;
}

/** Longer than the longest pause between two tries: what was not met for so long was sent by another process. */
const forgetMs = 11 * 60_000;

/** @param clock milliseconds since 1970 */
export function createAges(clock: () => number): Ages {
  const owed = new Map<Key, { readonly since: number; readonly met: number }>();
  return {
    saw(key, since = clock()) {
      owed.set(key, { since: Math.min(since, owed.get(key)?.since ?? since), met: clock() });
    },
    done: (key) => void owed.delete(key),
    oldestMs() {
      const now = clock();
      let oldest = now;
      for (const [key, { since, met }] of owed) {
        if (now - met > forgetMs) owed.delete(key);
        else oldest = Math.min(oldest, since);
      }
      return now - oldest;
    },
  };
}
