/** Says something that nobody owes: whoever wants it again asks again. */
import type { Address, Channel, OnFault, Saying } from '../contract.ts';

/** How long it may take to send. */
const sendMs = 10_000;

export interface Once {
  /** Why it did not arrive; a reason, never words. */
  readonly onLost: (reason: string) => void;
  readonly onFault: OnFault;
}

/** Never throws. @param deliver the channel's own */
export async function sayOnce(
  deliver: Channel['deliver'],
  to: Address,
  { post, token, plain }: Saying,
  { onLost, onFault }: Once,
): Promise<void> {
  const say = async (messages: Saying['post']) => {
    const delivered = await deliver({ to, post: messages, token }, AbortSignal.timeout(sendMs));
    if (delivered.status !== 'sent') onLost(delivered.reason);
  };
  try {
    await say(post).catch((error: unknown) => {
      onFault('drawing', error);
      return say([plain]);
    });
  } catch (error) {
    onLost(error instanceof Error ? error.name : 'unknown');
  }
}
