/** The app was removed from a workspace: everything of it is forgotten, and what was still on its way raises nothing. */
import type { Tenant } from '../seal/index-key.ts';
import type { Report } from './concern.ts';
import type { LeadsPorts } from './ports.ts';

type Leaving = Pick<LeadsPorts, 'store' | 'seal' | 'names' | 'clock'>;

export async function forgetWorkspace(tenant: Tenant, { store, seal, names, clock }: Leaving): Promise<void> {
  const key = names.left(tenant);
  await store.put(key, seal.left({ at: clock() }, key));
  await store.disband(names.workspace(tenant));
}

/** Whether this was reported before the app was removed. Once it is back, what is reported then counts. */
export async function isOfBefore({ channel, tenant, at }: Report, { store, seal, names }: Leaving): Promise<boolean> {
  const key = names.left({ channel, tenant });
  const left = await store.get(key);
  return left !== null && at <= seal.openLeft(left, key).at;
}
