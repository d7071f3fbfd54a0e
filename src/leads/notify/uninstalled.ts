/**
 * The app was removed from a workspace. What people said to it there is forgotten; what was raised stays for its time,
 * and is told by what is left: its leads' accounts on the other platform, and the administrators.
 */
import { removalNote } from '../../../dialogs/leads/admin/removal.ts';
import type { Message } from '../../../dialogs/message.ts';
import type { Organisation } from '../../../rules/local.ts';
import type { Address, Channel } from '../../contract.ts';
import type { Tenant } from '../../seal/index-key.ts';
import { buttonsFor } from '../concern/buttons.ts';
import type { DeskPorts, LeadsPorts } from '../concern/ports.ts';
import { readableConcern } from '../concern/reading.ts';
import { addressesOf } from './administrators-chats.ts';

/** Slack is answered within three seconds, whatever comes of this. */
const sendMs = 1_200;

export async function leaveWorkspace(tenant: Tenant, ports: DeskPorts): Promise<void> {
  const { store, seal, names, clock } = ports;
  const organisation = ports.organisationOf(tenant);
  const members = await store.members(names.workspace(tenant));
  if (organisation) await tellLeaving(tenant, organisation, members, ports);
  const key = names.left(tenant);
  await store.put(key, seal.left({ at: clock() }, key));
  for (const member of members.filter((each) => names.kindOf(each) === 'conversation')) {
    await store.forget(member);
    await store.leave(names.workspace(tenant), member);
  }
}

/** It is there again. */
export const returnToWorkspace = (tenant: Tenant, { store, names }: Pick<LeadsPorts, 'store' | 'names'>) =>
  store.remove(names.left(tenant));

/** Whether the app is gone from there. */
export async function isGone(tenant: Tenant, { store, names }: Pick<LeadsPorts, 'store' | 'names'>): Promise<boolean> {
  return (await store.get(names.left(tenant))) !== null;
}

/** The leads while its token may still work, and the administrators everywhere. It says nothing of any concern. */
async function tellLeaving(
  tenant: Tenant,
  organisation: Organisation,
  members: readonly string[],
  ports: DeskPorts,
): Promise<void> {
  const { names, channelOf } = ports;
  const channel = channelOf(tenant.channel);
  const near = (await addressesOf(tenant, organisation, ports))[0] ?? (await addressOfAny(members, ports));
  const note = removalNote(tenant.channel);
  const own = channel && near ? organisation.sites.map((site) => channel.leadsAddress(site, near)) : [];
  const elsewhere = await elsewhereOf(tenant, organisation, ports);
  await Promise.all([
    ...own.map((to) => to && send(channel, to, note, tenant)),
    ...elsewhere.map(({ channel: other, near: to, tenant: there }) => send(other, to, note, there)),
  ]);

  async function send(by: Channel | undefined, to: Address, message: Message, signedFor: Tenant): Promise<void> {
    const outgoing = { to, post: [message], token: buttonsFor(signedFor, { tokens: ports.tokens, names }) };
    const sent = await by?.deliver(outgoing, AbortSignal.timeout(sendMs)).catch(() => undefined);
    if (sent?.status !== 'sent') ports.onLost(sent?.reason ?? 'not-told');
  }
}

async function addressOfAny(members: readonly string[], ports: LeadsPorts): Promise<Address | undefined> {
  for (const key of members.filter((each) => ports.names.kindOf(each) === 'concern')) {
    const concern = await readableConcern(key, ports);
    if (concern !== undefined && concern !== 'unreadable') return concern.report.to;
  }
  return undefined;
}

export interface Elsewhere {
  readonly tenant: Tenant;
  readonly channel: Channel;
  /** An administrator's private chat: from there the others can be reached. */
  readonly near: Address;
}

/** Where else this organisation's people can be reached, one for each workspace in which an administrator has spoken. */
export async function elsewhereOf(
  tenant: Tenant,
  organisation: Organisation,
  ports: LeadsPorts,
): Promise<readonly Elsewhere[]> {
  const found: Elsewhere[] = [];
  for (const name of ['slack', 'teams'] as const) {
    const channel = ports.channelOf(name);
    for (const id of channel ? organisation.workspaces[name] : []) {
      const there = { channel: name, tenant: id };
      if ((name === tenant.channel && id === tenant.tenant) || (await isGone(there, ports))) continue;
      const [near] = await addressesOf(there, organisation, ports);
      if (channel && near) found.push({ tenant: there, channel, near });
    }
  }
  return found;
}
