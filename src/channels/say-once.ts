/** Says something that nobody owes: whoever wants it again asks again. */
import { setImmediate } from 'node:timers/promises';
import type { Address, Channel, Later, OnFault, Outgoing, Saying } from '../contract.ts';

/** How long it may take to send. */
const sendMs = 10_000;

export interface Once {
  /** Why it did not arrive; a reason, never words. */
  readonly onLost: (reason: string) => void;
  readonly onFault: OnFault;
}

/** Whoever asked is answered first, also where the store reads in this very process. */
async function afterwards<T>(work: () => Promise<T>): Promise<T> {
  await setImmediate();
  return work();
}

/** Never throws. @param deliver the channel's own */
export async function sayOnce(
  deliver: Channel['deliver'],
  to: Address,
  saying: Saying,
  { onLost, onFault }: Once,
): Promise<void> {
  const send = (outgoing: Outgoing) => deliver(outgoing, AbortSignal.timeout(sendMs));
  const say = async ({ post, token = saying.token, on }: Later) => {
    const [first, ...rest] = post;
    const drawn = on && first ? await send({ to, post: rest, edit: [{ card: on, message: first }], token }) : undefined;
    const isGone = drawn?.status === 'failed' && drawn.reason === 'card-gone';
    const delivered = drawn && !isGone ? drawn : await send({ to, post, token });
    if (delivered.status !== 'sent') onLost(delivered.reason);
  };
  try {
    const said = saying.later ? await afterwards(saying.later) : saying;
    await say(said).catch((error: unknown) => {
      onFault('drawing', error);
      return say({ post: [saying.plain] });
    });
  } catch (error) {
    onLost(error instanceof Error ? error.name : 'unknown');
  }
}
