/** Ends the parts one after the other, none waited for longer than its time: a deploy must not wait for what hangs. */
import { setTimeout as sleep } from 'node:timers/promises';

export interface StoppingPart {
  readonly name: string;
  readonly atMostMs: number;
  stop(): Promise<unknown>;
}

/**
 * Nothing is lost by it: what was accepted is stored, and what is owed is sent by the next process.
 * @param onLeft told of a part that did not end in its time, or failed
 */
export async function stopInOrder(parts: readonly StoppingPart[], onLeft: (name: string) => void): Promise<void> {
  for (const { name, atMostMs, stop } of parts) {
    const ended = stop().then(
      () => true,
      () => false,
    );
    const tooLong = sleep(atMostMs, false);
    if (!(await Promise.race([ended, tooLong]))) onLeft(name);
  }
}
