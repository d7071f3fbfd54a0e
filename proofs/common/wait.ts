/** Waiting for what is to happen, without a test runner. */
import { setTimeout as sleep } from 'node:timers/promises';

/** It did not happen in its time. */
class NeverHappened extends Error {
  override readonly name = 'NeverHappened';
}

/** Looks every few milliseconds until `look` gives something. @throws {NeverHappened} */
export async function until<T>(
  what: string,
  look: () => T | undefined | false | Promise<T | undefined | false>,
  ms = 30_000,
  everyMs = 4,
): Promise<T> {
  for (const ends = performance.now() + ms; ; ) {
    const found = await look();
    if (found !== undefined && found !== false) return found;
    if (performance.now() > ends) throw new NeverHappened(`${what} did not happen within ${ms} ms.`);
    await sleep(everyMs);
  }
}

/** As {@link until}, for what may never happen. */
export const happens = (look: () => boolean | Promise<boolean>, ms: number): Promise<boolean> =>
  until('it', look, ms).then(
    () => true,
    (error) => {
      if (error instanceof NeverHappened) return false;
      throw error;
    },
  );
