/** Private chats of the administrators who have spoken with the program in a workspace. */
import type { Organisation } from '../../../rules/local.ts';
import type { Address } from '../../contract.ts';
import type { Tenant } from '../../seal/index-key.ts';
import { SealBroken } from '../../seal/seal.ts';
import type { LeadsPorts } from '../concern/ports.ts';

/** Only from there is it known where they are. */
export async function addressesOf(
  tenant: Tenant,
  { administrators }: Organisation,
  { store, seal, names, channelOf }: Pick<LeadsPorts, 'store' | 'seal' | 'names' | 'channelOf'>,
): Promise<readonly Address[]> {
  const { channel } = tenant;
  const accounts = administrators.flatMap((each) => (channel === 'web' ? [] : (each[channel] ?? [])));
  const addresses = accounts.map(async (account): Promise<readonly Address[]> => {
    const key = names.administrator(tenant, account);
    const sealed = await store.get(key);
    if (sealed === null) return [];
    try {
      const to = channelOf(channel)?.personAddress(account, seal.openAddress(sealed, key));
      return to ? [to] : [];
    } catch (error) {
      if (error instanceof SealBroken) return [];
      throw error;
    }
  });
  return (await Promise.all(addresses)).flat();
}
