/** Slash commands that wait for their answer: a look-up is handed to the one that asked, in the same process. */
import type { SlackMessage } from './render.ts';

export interface Answers {
  /** Opens a place for the answer; `take` gives what was handed in, and closes it. */
  open(id: string): { take(): SlackMessage | undefined };
  /** False when nobody waits any more. */
  hand(id: string, message: SlackMessage): boolean;
}

export function createAnswers(): Answers {
  const waiting = new Map<string, SlackMessage | undefined>();
  return {
    open(id) {
      waiting.set(id, undefined);
      return {
        take() {
          const message = waiting.get(id);
          waiting.delete(id);
          return message;
        },
      };
    },
    hand(id, message) {
      if (!waiting.has(id) || waiting.get(id) !== undefined) return false;
      waiting.set(id, message);
      return true;
    },
  };
}
