/** A concern that was joined to another: it stays closed only while that one runs or came to its end. */
import type { Organisation } from '../../../rules/local.ts';
import type { Key, OwedReply } from '../../store/store.ts';
import { type Concern, runs } from './concern.ts';
import type { LeadsPorts } from './ports.ts';
import { addEntry, readableConcern, readConcern, tenantOf } from './reading.ts';
import { keepMs } from './retention.ts';
import { freedEntry } from './unowned.ts';

/** Kept with the one it was joined to, so that it is looked at whenever that one changes. */
export async function listJoined(key: Key, concern: Concern, kept: number, ports: LeadsPorts) {
  const other = await otherOf(concern, ports);
  if (other !== undefined) await ports.store.enlist(ports.names.joined(tenantOf(concern), other), key, kept);
}

/** This one and those joined to it, where they now stand alone. @returns what is to be sent now */
export async function partAlone(
  key: Key,
  concern: Concern,
  organisation: Organisation,
  ports: LeadsPorts,
): Promise<readonly OwedReply[]> {
  const joined = await ports.store.members(ports.names.joined(tenantOf(concern), key));
  // Of one that is not joined to any there is nothing to part; should it be joined meanwhile, that spreads as well.
  const each = concern.closed === 'joined' ? [key, ...joined] : joined;
  const parted = await Promise.all(each.map((one) => part(one, organisation, ports)));
  return parted.flat();
}

async function part(key: Key, organisation: Organisation, ports: LeadsPorts): Promise<readonly OwedReply[]> {
  const read = await readableConcern(key, ports);
  if (read === undefined || read === 'unreadable' || read.closed !== 'joined') return [];
  const { concern, revision } = await readConcern(key, ports);
  if (concern?.closed !== 'joined' || concern.report.withdrawn) return [];
  if (await isLookedAfter(key, concern, ports)) return [];
  const entry = freedEntry(concern, 'parted', organisation, ports);
  const how = {
    delivery: `parted ${revision}`,
    expected: revision,
    keepMs: keepMs(concern, entry, organisation, ports),
  };
  return (await addEntry(key, tenantOf(concern), entry, how, ports)).follow;
}

/** Follows it to the one that goes on for it. Joined to each other, none does. What cannot be read is left as it is. */
async function isLookedAfter(key: Key, concern: Concern, ports: LeadsPorts): Promise<boolean> {
  const passed = new Set([key]);
  let each = concern;
  while (each.closed === 'joined') {
    const other = await otherOf(each, ports);
    if (other === undefined) return true;
    if (passed.has(other)) return false;
    passed.add(other);
    const next = await readableConcern(other, ports);
    if (next === undefined || next === 'unreadable') return true;
    each = next;
  }
  return runs(each) && (each.report.guard === 'open' || each.report.guard.length > 0);
}

/** The one it was joined to last. An older version kept its reference alone. */
async function otherOf(concern: Concern, ports: LeadsPorts): Promise<Key | undefined> {
  const { store, names } = ports;
  const last = concern.entries.findLast((entry) => entry.type === 'same');
  if (concern.closed !== 'joined' || last === undefined) return undefined;
  const tenant = tenantOf(concern);
  if (last.concern !== undefined) return names.concernOf(tenant, last.concern);
  for (const key of await store.members(names.workspace(tenant))) {
    const found = names.kindOf(key) === 'concern' ? await readableConcern(key, ports) : undefined;
    if (found !== undefined && found !== 'unreadable' && found.report.reference === last.reference) return key;
  }
  return undefined;
}
