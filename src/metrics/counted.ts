/** What people do and what platforms take, counted on the way. */
import type { Channel, Incoming, Taken } from '../contract.ts';
import type { Metrics } from './port.ts';

export const countedTurns =
  (take: (incoming: Incoming) => Promise<Taken>, metrics: Pick<Metrics, 'turn'>) =>
  async (incoming: Incoming): Promise<Taken> => {
    const taken = await take(incoming);
    metrics.turn(incoming.from.channel, incoming.input.kind, taken.status);
    return taken;
  };

export function countedChannel<C extends Channel>(channel: C, metrics: Pick<Metrics, 'delivered'>): C {
  return {
    ...channel,
    async deliver(outgoing, signal) {
      const began = performance.now();
      const delivered = await channel.deliver(outgoing, signal);
      metrics.delivered(channel.name, delivered.status, performance.now() - began);
      return delivered;
    },
  };
}
