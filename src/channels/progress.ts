/**
 * How far a message of several parts has got. The outbox tries a whole reply again; parts that the platform has taken must not
 * come twice. Kept as hashes, in this process: after a crash between two parts the first can come again.
 */
import { createHash } from 'node:crypto';
import type { Address } from '../conversation/ports.ts';

export interface Progress {
  /** Addresses of the parts that were posted at an earlier try. */
  posted(id: string): readonly Address[];
  note(id: string, cards: readonly Address[]): void;
  done(id: string): void;
}

const mostKept = 2_000;

export function createProgress(): Progress {
  const begun = new Map<string, readonly Address[]>();
  return {
    posted: (id) => begun.get(id) ?? [],
    note(id, cards) {
      begun.set(id, cards);
      const [oldest] = begun.size > mostKept ? begun.keys() : [];
      if (oldest !== undefined) begun.delete(oldest);
    },
    done: (id) => void begun.delete(id),
  };
}

/** The same reply for the same place, to the last signed button, has the same id. */
export function progressId(...parts: readonly unknown[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('base64url');
}
