/** Setting up the leads' channels from inside: a test notice counts once a lead of the site has pressed that they see it. */

import { refusalLine } from '../../dialogs/leads/refusals.ts';
import { setupDone, setupList, setupSent, setupTest, setupTrouble } from '../../dialogs/leads/set-up.ts';
import type { Action, Message } from '../../dialogs/message.ts';
import type { Organisation, Site } from '../../rules/local.ts';
import type { Incoming } from '../conversation/ports.ts';
import type { Tenant } from '../seal/index-key.ts';
import { SealBroken } from '../seal/seal.ts';
import { administratorId, noteAct } from './audit.ts';
import type { SetUp } from './leads-seal.ts';
import { accountOf } from './levels.ts';
import { buttonsFor } from './notices.ts';
import type { LeadsPorts } from './ports.ts';
import { troubleOf, watched } from './trouble.ts';
import { isAdministrator, leadsOf } from './who.ts';

const sendMs = 8_000;

/** @returns what is said to the one who pressed. */
export async function setUp(
  incoming: Incoming,
  organisation: Organisation,
  { site: wanted, seen }: Extract<Action, { do: 'setup' }>,
  ports: LeadsPorts,
): Promise<Message> {
  const { from, address } = incoming;
  const site = organisation.sites.find(({ id }) => id === wanted);
  if (seen) return site ? acknowledge(site) : refusalLine('unknown');
  if (!isAdministrator(organisation, from)) return refusalLine('not-yours');
  return site ? test(site) : list();

  async function acknowledge(of: Site): Promise<Message> {
    const lead = leadsOf(organisation, from).find((each) => each.site.id === of.id);
    if (!lead) return refusalLine('not-yours');
    const act = { who: lead.person.id, what: 'test-seen', site: of.id } as const;
    await noteAct(incoming, organisation, act, ports);
    const key = ports.names.setUp(from, of.id);
    await ports.store.put(key, ports.seal.setUp({ by: lead.person.id, at: ports.clock() }, key));
    return setupDone(of.name);
  }

  async function test(of: Site): Promise<Message> {
    const channel = ports.channelOf(from.channel);
    const to = channel?.leadsAddress(of, address);
    if (!channel || !to) return setupTrouble(of.name, 'no-channel');
    const act = { who: administratorId(organisation, from), what: 'test-sent', site: of.id } as const;
    await noteAct(incoming, organisation, act, ports);
    const outgoing = { to, post: [setupTest(of)], token: buttonsFor(from, ports) };
    const sent = await watched(channel, from, of, ports).deliver(outgoing, AbortSignal.timeout(sendMs));
    return sent.status === 'sent' ? setupSent(of.name) : setupTrouble(of.name, sent.reason);
  }

  async function list(): Promise<Message> {
    const sites = await Promise.all(
      organisation.sites.map(async (each) => {
        const seenBy = await setUpOf(from, each, ports);
        const trouble = await troubleOf(from, each, ports);
        const by = each.leads.concat(each.deputies).find(({ id }) => id === seenBy?.by);
        return {
          id: each.id,
          name: each.name,
          channel: ports.channelOf(from.channel)?.leadsAddress(each, address) !== undefined,
          people: each.leads.filter((person) => accountOf(person, from.channel) !== undefined).length,
          ...(seenBy ? { seen: { at: new Date(seenBy.at), who: by?.name ?? 'a lead' } } : {}),
          ...(trouble ? { trouble: trouble.reason } : {}),
        };
      }),
    );
    return setupList(sites);
  }
}

/** Who acknowledged the test notice of a site; nothing when nobody did. */
export async function setUpOf(
  tenant: Tenant,
  site: Site,
  { store, seal, names }: Pick<LeadsPorts, 'store' | 'seal' | 'names'>,
): Promise<SetUp | undefined> {
  const key = names.setUp(tenant, site.id);
  const sealed = await store.get(key);
  try {
    return sealed === null ? undefined : seal.openSetUp(sealed, key);
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}
