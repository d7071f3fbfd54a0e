/** The concerns that anybody named for their site may see: all that an administrator ever learns of. */
import { type Organisation, siteOf } from '../../../rules/local.ts';
import type { Tenant } from '../../seal/index-key.ts';
import type { Concern } from './concern.ts';
import type { LeadsPorts } from './ports.ts';
import { readableConcern } from './reading.ts';

export interface KeptConcern {
  readonly key: string;
  /** The list of its site, by its name in the store. */
  readonly list: string;
  readonly concern: Concern;
}

/** Newest first. One that was restricted a moment ago, and stands in the list still, is not among them. */
export async function keptConcerns(
  tenant: Tenant,
  organisation: Organisation,
  ports: Pick<LeadsPorts, 'store' | 'seal' | 'names'>,
): Promise<readonly KeptConcern[]> {
  const { store, names } = ports;
  const kept: KeptConcern[] = [];
  for (const { id } of organisation.sites) {
    const list = names.list(tenant, id);
    for (const key of await store.members(list)) {
      const concern = await readableConcern(key, ports);
      if (concern === 'unreadable' || concern?.report.guard !== 'open') continue;
      // One whose site was corrected stands in the lists of both.
      if (siteOf(organisation, concern.report.site)?.id === id) kept.push({ key, list, concern });
    }
  }
  return kept.sort((a, b) => b.concern.raisedAt - a.concern.raisedAt);
}
