/** Says something that nobody owes: whoever wants it again asks again. */
import type { Channel, Outgoing } from './ports.ts';

/** How long it may take to send. */
const sendMs = 10_000;

/** Never throws, and waits for nobody. @param onLost why it did not arrive; a reason, never words */
export function sayOnce(
  channel: Pick<Channel, 'deliver'> | undefined,
  outgoing: Outgoing,
  onLost: (reason: string) => void,
): void {
  const sent = channel?.deliver(outgoing, AbortSignal.timeout(sendMs));
  if (!sent) onLost('no-channel');
  sent?.then(
    (delivered) => delivered.status === 'sent' || onLost(delivered.reason),
    (error: unknown) => onLost(error instanceof Error ? error.name : 'unknown'),
  );
}
