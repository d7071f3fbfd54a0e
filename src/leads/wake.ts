/**
 * A walk over every concern that is kept: nothing that runs stands without what comes due for it, whatever was lost
 * on the way, and nobody has a picked person's place unnoticed, nor any place in the organisation file. Those that cannot be opened are counted, and wait.
 */
import type { Tenant } from '../seal/index-key.ts';
import { timerItems } from './come-due.ts';
import { noteGone } from './gone.ts';
import { notePeople } from './people-changed.ts';
import type { DeskPorts, LeadsPorts } from './ports.ts';
import { readableConcern } from './reading.ts';

/** @returns the names of those that cannot be opened. @throws {StoreUnavailable} */
export async function wakeConcerns(tenants: readonly Tenant[], ports: DeskPorts): Promise<readonly string[]> {
  const unopened: string[] = [];
  for (const tenant of tenants) {
    const organisation = ports.organisationOf(tenant);
    if (organisation) await notePeople(tenant, organisation, ports);
    const group = ports.names.workspace(tenant);
    for (const key of await ports.store.members(group)) {
      if (ports.names.kindOf(key) === 'concern' && (await wake(tenant, key, ports)) === 'unreadable')
        unopened.push(key);
    }
  }
  return unopened;
}

async function wake(tenant: Tenant, key: string, ports: LeadsPorts): Promise<'unreadable' | undefined> {
  const concern = await readableConcern(key, ports);
  const organisation = ports.organisationOf(tenant);
  if (concern === 'unreadable') return concern;
  if (!concern || !organisation) return undefined;
  // A lead may have changed in the file while nothing was due.
  for (const reply of await noteGone(key, organisation, ports)) void ports.outbox().sendNow(reply);
  const items = timerItems(key, concern, organisation, ports);
  // Those that stand already are ignored.
  if (items.length > 0) await ports.store.settle({ key, items });
  return undefined;
}
