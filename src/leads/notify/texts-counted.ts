/** How many texts an organisation sent today. It stops no concern's text; reaching the number is told to administrators. */
import { textsNote } from '../../../dialogs/leads/admin/administrator.ts';
import type { Organisation } from '../../../rules/local.ts';
import { dayOf } from '../../../rules/london.ts';
import type { Tenant } from '../../seal/index-key.ts';
import { StoreRefused, StoreUnavailable } from '../../store/store.ts';
import { buttonsFor } from '../concern/buttons.ts';
import type { LeadsPorts } from '../concern/ports.ts';
import { dayMs } from '../concern/reading.ts';
import { addressesOf } from './administrators-chats.ts';

const sendMs = 5_000;

/** @param key of the text: it counts once, however often it is sent. What cannot be counted is sent all the same. */
export async function countText(
  tenant: Tenant,
  key: string,
  organisation: Organisation,
  ports: LeadsPorts,
): Promise<void> {
  const { store } = ports;
  try {
    await store.enlist(groupOf(tenant, ports), key, 2 * dayMs);
    if ((await textsToday(tenant, ports)) >= organisation.texts.aDay) await tell(tenant, organisation, ports);
  } catch (error) {
    if (!(error instanceof StoreRefused || error instanceof StoreUnavailable)) throw error;
  }
}

export async function textsToday(
  tenant: Tenant,
  ports: Pick<LeadsPorts, 'store' | 'names' | 'clock'>,
): Promise<number> {
  return (await ports.store.members(groupOf(tenant, ports))).length;
}

const groupOf = (tenant: Tenant, { names, clock }: Pick<LeadsPorts, 'names' | 'clock'>, ...parts: string[]) =>
  names.texts(tenant, dayOf(new Date(clock())), ...parts);

/** Once a day, over all processes. */
async function tell(tenant: Tenant, organisation: Organisation, ports: LeadsPorts): Promise<void> {
  const { store, channelOf } = ports;
  const once = { delivery: 'told', expected: null, change: { do: 'nothing' }, keepMs: 2 * dayMs } as const;
  if ((await store.step({ key: groupOf(tenant, ports, 'told'), ...once })).outcome === 'repeated') return;
  const post = [textsNote(organisation.texts.aDay)];
  const token = buttonsFor(tenant, ports);
  const addresses = await addressesOf(tenant, organisation, ports);
  await Promise.all(
    addresses.map((to) => channelOf(tenant.channel)?.deliver({ to, post, token }, AbortSignal.timeout(sendMs))),
  );
}
