/** Faults of our own since the start: counted by what failed, written to the log without a word of anybody. */
import type { OnFault, WhatFailed } from './contract.ts';
import { type Log, reasonOf } from './log.ts';

export interface Faults {
  readonly note: OnFault;
  /** What failed, each as often as it did. For `/readyz`: a fault that happened once happens again. */
  findings(): readonly string[];
}

export function createFaults(log: Log, count: (what: WhatFailed) => void): Faults {
  const seen = new Map<WhatFailed, number>();
  return {
    note(what, cause, id) {
      seen.set(what, (seen.get(what) ?? 0) + 1);
      count(what);
      const at = placeOf(cause);
      log.error('fault', { kind: what, reason: reasonOf(cause), ...(id && { id: shortened(id) }), ...(at && { at }) });
    },
    findings: () => [...seen].flatMap(([what, times]) => Array<string>(times).fill(`fault-${what}`)),
  };
}

/** The end of a name of the store, which reveals nobody; enough to tell one from another. */
const shortened = (id: string) => id.slice(id.lastIndexOf(':') + 1).slice(0, 12);

/** The file of ours and the line in it, never the error's own message. */
function placeOf(cause: unknown): string | undefined {
  const stack = cause instanceof Error ? (cause.stack ?? '') : '';
  return /\/((?:src|dialogs|rules)\/[\w./-]+\.tsx?:\d+)/.exec(stack)?.[1];
}
