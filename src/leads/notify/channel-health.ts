/** Whether notices arrive in the leads' channels: the newest failure of each site is kept until one gets through. */
import type { Site } from '../../../rules/local.ts';
import type { Channel } from '../../contract.ts';
import type { Tenant } from '../../seal/index-key.ts';
import { SealBroken } from '../../seal/seal.ts';
import type { LeadsPorts } from '../concern/ports.ts';
import type { PlaceTrouble } from '../concern/sealed.ts';

type TroublePorts = Pick<LeadsPorts, 'store' | 'seal' | 'names' | 'clock'>;

/** The channel, with a note of how each send to this site's leads went. */
export function watched(
  channel: Channel,
  tenant: Tenant,
  { id: site }: Pick<Site, 'id'>,
  ports: TroublePorts,
): Pick<Channel, 'deliver' | 'lineOf'> {
  const { store, seal, names, clock } = ports;
  return {
    ...(channel.lineOf && { lineOf: (to) => channel.lineOf?.(to) ?? '' }),
    async deliver(outgoing, signal) {
      const delivered = await channel.deliver(outgoing, signal);
      // A card that somebody deleted is posted anew: the channel itself is there.
      if (delivered.status !== 'sent' && delivered.reason === 'card-gone') return delivered;
      const key = names.trouble(tenant, site);
      const noted =
        delivered.status === 'sent'
          ? store.remove(key)
          : store.put(key, seal.trouble({ reason: delivered.reason, at: clock() }, key));
      // A store that is down must not hold up the notice; the next send notes it again.
      noted.catch(() => {});
      return delivered;
    },
  };
}

/** Nothing when the newest notice arrived, or none was ever sent. */
export async function troubleOf(
  tenant: Tenant,
  { id }: Pick<Site, 'id'>,
  { store, seal, names }: Pick<TroublePorts, 'store' | 'seal' | 'names'>,
): Promise<PlaceTrouble | undefined> {
  const key = names.trouble(tenant, id);
  const sealed = await store.get(key);
  try {
    return sealed === null ? undefined : seal.openTrouble(sealed, key);
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}
