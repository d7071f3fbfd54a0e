/** Says something that nobody owes: whoever wants it again asks again. */
import type { Message } from '../../dialogs/message.ts';
import type { Channel, OnFault, Outgoing } from '../contract.ts';

/** How long it may take to send. */
const sendMs = 10_000;

export interface SayOnce {
  /** Why it did not arrive; a reason, never words. */
  readonly onLost: (reason: string) => void;
  readonly onFault: OnFault;
  /** Said where the channel cannot draw what was to be said. */
  readonly plain: Message;
}

/** Never throws, and waits for nobody. */
export function sayOnce(
  channel: Pick<Channel, 'deliver'> | undefined,
  outgoing: Outgoing,
  { onLost, onFault, plain }: SayOnce,
): void {
  if (!channel) {
    onLost('no-channel');
    return;
  }
  const say = async (what: Outgoing) => {
    const delivered = await channel.deliver(what, AbortSignal.timeout(sendMs));
    if (delivered.status !== 'sent') onLost(delivered.reason);
  };
  const { to, token } = outgoing;
  say(outgoing)
    .catch((error: unknown) => {
      onFault('drawing', error);
      return say({ to, post: [plain], token });
    })
    .catch((error: unknown) => onLost(error instanceof Error ? error.name : 'unknown'));
}
