/**
 * What a platform's refusal means for what is owed. Each platform has one table of all its codes (slack/refusals.ts,
 * teams/refusals.ts); here is what becomes of each kind.
 */
import type { Delivered } from '../contract.ts';

export type RefusalKind =
  /** The same again may work in a moment. */
  | 'passing'
  /** This place, or this person, cannot be told: the next people are. */
  | 'place'
  /** This place, or everything in this workspace, by a rule of it or a key withheld: whether others get through tells. */
  | 'place-or-all'
  /** This card cannot be drawn anew: it is posted afresh. */
  | 'card'
  /** Nothing gets through to this workspace, whatever it is: all of it waits until somebody mends it. */
  | 'connection'
  /** We asked for something that the platform does not take. */
  | 'ours';

/** Of each code, what it means and why. */
export type Refusals = Readonly<Record<string, readonly [kind: RefusalKind, why: string]>>;

export type NotDelivered = Exclude<Delivered, { status: 'sent' }>;

const statusOf = {
  passing: 'retry',
  connection: 'down',
  card: 'failed',
  ours: 'failed',
} as const satisfies Record<Exclude<RefusalKind, 'place' | 'place-or-all'>, NotDelivered['status']>;

/** @param kind nothing where no table knows the code: it is believed to pass, for a while. */
export function refusedFor(kind: RefusalKind | undefined, reason: string): NotDelivered {
  if (kind === undefined) return { status: 'retry', reason, unknown: true };
  if (kind === 'place' || kind === 'place-or-all') return { status: 'failed', reason, of: kind };
  return { status: statusOf[kind], reason };
}
