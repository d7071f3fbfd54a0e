/** Which concern somebody means by the reference on a card. A reference is worked out from a name: none is opened for it. */
import type { Organisation } from '../../../rules/local.ts';
import type { Account } from '../../contract.ts';
import type { Key } from '../../store/store.ts';
import type { LeadsPorts } from './ports.ts';
import { leadsOf } from './roles.ts';

/** Of a site that they are named for. Whether it is theirs to see is asked when it is read: nothing here tells. */
export async function keyOf(
  reference: string,
  from: Account,
  organisation: Organisation,
  { store, names }: Pick<LeadsPorts, 'store' | 'names'>,
): Promise<Key | undefined> {
  for (const site of new Set(leadsOf(organisation, from).map((lead) => lead.site.id))) {
    const keys = await store.members(names.list(from, site));
    const found = keys.find((key) => names.reference(from, key) === reference);
    if (found !== undefined) return found;
  }
  return undefined;
}
