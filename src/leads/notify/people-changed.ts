/**
 * The organisation file names other people, accounts or sites than when it was last looked at: the administrators hear that,
 * whether or not a concern is touched by it, so that it tells them of none.
 */
import { peopleChangedNote } from '../../../dialogs/leads/admin/administrator.ts';
import { type Organisation, peopleOf } from '../../../rules/local.ts';
import { markOf } from '../../conversation/picks.ts';
import type { Tenant } from '../../seal/index-key.ts';
import { SealBroken } from '../../seal/seal.ts';
import { buttonsFor } from '../concern/buttons.ts';
import type { DeskPorts, LeadsPorts } from '../concern/ports.ts';
import { addressesOf } from './administrators-chats.ts';

const sendMs = 8_000;

/** At each start, and from time to time: says it once. @returns whether it has changed */
export async function notePeople(tenant: Tenant, organisation: Organisation, ports: DeskPorts): Promise<boolean> {
  const { store, seal, names } = ports;
  const key = names.people(tenant);
  const now = marksIn(organisation);
  const before = await marksBefore(tenant, ports);
  const changed = organisation.sites.filter(({ id }) => before?.[id] !== undefined && before[id] !== now[id]);
  const left = Object.keys(before ?? {}).filter((id) => now[id] === undefined);
  if (JSON.stringify(before) === JSON.stringify(now)) return false;
  await store.put(key, seal.people(now, key));
  if (changed.length === 0 && left.length === 0) return false;
  const post = [peopleChangedNote({ changed: changed.map(({ name }) => name), left })];
  const token = buttonsFor(tenant, ports);
  for (const to of await addressesOf(tenant, organisation, ports)) {
    const sent = await ports.channelOf(tenant.channel)?.deliver({ to, post, token }, AbortSignal.timeout(sendMs));
    if (sent?.status !== 'sent') ports.onLost(sent?.reason ?? 'no-channel');
  }
  return true;
}

/** By site: a mark of everybody named for it. */
const marksIn = ({ sites }: Organisation): Readonly<Record<string, string>> =>
  Object.fromEntries(sites.map((site) => [site.id, peopleOf(site).map(markOf).join(' ')]));

/** What cannot be read is as if it was never looked at: the next change is told. */
async function marksBefore(
  tenant: Tenant,
  { store, seal, names }: Pick<LeadsPorts, 'store' | 'seal' | 'names'>,
): Promise<Readonly<Record<string, string>> | undefined> {
  const key = names.people(tenant);
  const sealed = await store.get(key);
  try {
    return sealed === null ? undefined : seal.openPeople(sealed, key);
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}
