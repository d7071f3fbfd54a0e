/** One try at sending what was made: the card, or the plain one where the card cannot be drawn; never longer than its time. */
import type { Channel, Delivered, OnFault, Outgoing } from '../contract.ts';
import { leaseMs, type Owed, type Store } from '../store/store.ts';

/** What can be sent. */
export interface Sendable {
  readonly channel: Pick<Channel, 'deliver' | 'lineOf'>;
  readonly outgoing: Outgoing;
  /** Sent in its place where the channel cannot draw it. */
  readonly plain?: () => Outgoing;
}

export interface SendOptions {
  readonly store: Pick<Store, 'retry'>;
  /** How long one try may take. */
  readonly sendMs: number;
  readonly onFault: OnFault;
  readonly clock: () => number;
}

const notDrawn = { status: 'failed', reason: 'not-drawn' } as const satisfies Delivered;
/** Well within what the store takes for silence. */
const signMs = 1_000;

export function createSend({ store, sendMs, onFault, clock }: SendOptions) {
  /** Once: what cannot be drawn now cannot be drawn in an hour, so the plain one goes in its place. */
  async function deliver({ channel, outgoing, plain }: Sendable, key: string): Promise<Delivered> {
    try {
      return await within(sendMs, channel, outgoing);
    } catch (error) {
      onFault('drawing', error, key);
    }
    try {
      return plain ? await within(sendMs, channel, plain()) : notDrawn;
    } catch (error) {
      onFault('drawing', error, key);
      return notDrawn;
    }
  }

  /** While it is being sent the lease is taken anew each second, so that it shows whether its sender has died. */
  return async (owed: Owed, work: Sendable): Promise<Delivered> => {
    let sign: Promise<void> | undefined;
    const timer = setInterval(() => {
      sign ??= store
        .retry(owed, clock() + leaseMs)
        .catch(() => {})
        .finally(() => {
          sign = undefined;
        });
    }, signMs);
    try {
      return await deliver(work, owed.key);
    } finally {
      clearInterval(timer);
      // Or it could come after what is noted next.
      await sign;
    }
  };
}

/**
 * A channel that ignores its signal is left behind. Whether the platform took the message is then not known.
 * @throws where the channel cannot draw it
 */
async function within(ms: number, channel: Sendable['channel'], outgoing: Outgoing): Promise<Delivered> {
  const signal = AbortSignal.timeout(ms);
  const timedOut = new Promise<Delivered>((resolve) => {
    signal.addEventListener('abort', () => resolve({ status: 'retry', reason: 'timeout' }), { once: true });
  });
  return Promise.race([channel.deliver(outgoing, signal), timedOut]);
}
