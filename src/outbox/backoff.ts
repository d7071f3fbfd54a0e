/** When to try again. Pure. */

const firstMs = 2_000;
/** For about the first five minutes: a platform that was away for one is not waited for much longer. */
const shortMs = 15_000;
const shortTries = 24;
const longestMs = 5 * 60_000;

/**
 * Doubles from 2 to 15 seconds, stays there for some minutes, then doubles up to 5 minutes; each between half and the
 * whole of it, so that many replies that failed together do not come back together. What the platform asks for
 * (Retry-After) is the least.
 * @param attempts tries begun so far, from 1. @param random from 0 up to 1. @returns milliseconds
 */
export function backoff(attempts: number, random: number, afterMs = 0): number {
  const whole =
    attempts <= shortTries
      ? Math.min(firstMs * 2 ** (attempts - 1), shortMs)
      : Math.min(shortMs * 2 ** Math.min(attempts - shortTries, 10), longestMs);
  const jittered = whole / 2 + (whole / 2) * random;
  return Math.round(afterMs > 0 ? afterMs + jittered / 4 : jittered);
}
