/** A session's messages as server-sent events: first what the page does not have yet, then each change as it comes. */
import { setTimeout as pause } from 'node:timers/promises';
import type { TrialSession } from './sessions.ts';

/** Shorter than the time after which browsers and proxies give up on a silent stream. */
const silence = 20_000;

/** Ends when the asker leaves, the program stops or the session ends. `known`: the last revision the page has. */
export async function* eventsOf(session: TrialSession, known: number, gone: AbortSignal): AsyncGenerator<string> {
  const stop = AbortSignal.any([gone, session.ended]);
  let last = known;
  // Sends the headers at once, so that the page knows it is connected.
  yield ': open\n\n';
  while (!stop.aborted) {
    const changes = session.timeline.since(last);
    if (changes.length === 0 && !(await changedWithin(session, silence, stop))) yield ': still here\n\n';
    const newest = changes.at(-1);
    if (newest === undefined) continue;
    last = newest.revision;
    yield `id: ${last}\nevent: entries\ndata: ${JSON.stringify(changes.map(({ entry }) => entry))}\n\n`;
  }
}

/** False after `ms` without a change, and when `stop` is aborted. */
async function changedWithin(session: TrialSession, ms: number, stop: AbortSignal): Promise<boolean> {
  const done = new AbortController();
  const signal = AbortSignal.any([stop, done.signal]);
  try {
    return await Promise.race([
      session.timeline.next(signal).then(() => true),
      pause(ms, false, { signal, ref: false }),
    ]);
  } catch {
    return false;
  } finally {
    done.abort();
  }
}
