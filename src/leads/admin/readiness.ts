/** What would keep leads from hearing of concerns, found out before one is raised. Of concerns themselves it knows nothing. */
import { findingsNote, type LeadsFinding } from '../../../dialogs/leads/admin/administrator.ts';
import type { Organisation, Site } from '../../../rules/local.ts';
import { dayOf } from '../../../rules/london.ts';
import type { Address } from '../../contract.ts';
import type { Tenant } from '../../seal/index-key.ts';
import { buttonsFor } from '../concern/buttons.ts';
import { levelsOf } from '../concern/levels.ts';
import type { DeskPorts } from '../concern/ports.ts';
import { dayMs } from '../concern/reading.ts';
import { addressesOf } from '../notify/administrators-chats.ts';
import { troubleOf } from '../notify/channel-health.ts';
import { elsewhereOf, isGone } from '../notify/uninstalled.ts';
import { createProbe, type Probe } from './probe.ts';
import { setUpOf } from './set-up.ts';

export interface Readiness {
  /** Read from the store at most once a minute, however often it is asked. @throws {StoreUnavailable} */
  findings(): Promise<readonly LeadsFinding[]>;
  /**
   * Tells each administrator whose private chat is known, once a day over all processes, where something is wrong.
   * @returns how many were told. @throws {StoreUnavailable}
   */
  tell(): Promise<number>;
}

/** An answer is this fresh. */
const freshMs = 60_000;
const sendMs = 10_000;

/** @param tenants that are served here now; the organisation file may change. */
export function createReadiness(tenants: () => readonly Tenant[], ports: DeskPorts): Readiness {
  const { store, names, clock, organisationOf } = ports;
  const probe = createProbe(ports);
  let known: { readonly at: number; readonly findings: Promise<readonly LeadsFinding[]> } | undefined;

  async function tellIn(tenant: Tenant, organisation: Organisation): Promise<number> {
    const findings = await findingsIn(tenant, organisation, probe, ports);
    const addresses = findings.length > 0 ? await whomToTell(tenant, organisation) : [];
    if (addresses.length === 0) return 0;
    const delivery = dayOf(new Date(clock()));
    const once = {
      key: names.told(tenant),
      delivery,
      expected: null,
      change: { do: 'nothing' },
      keepMs: dayMs,
    } as const;
    if ((await store.step(once)).outcome === 'repeated') return 0;
    const sent = await Promise.all(addresses.map(({ by, to }) => send(by, to, findings)));
    return sent.filter((each) => each).length;
  }

  /** Where the app is gone, on the other platform. */
  async function whomToTell(tenant: Tenant, organisation: Organisation) {
    if (await isGone(tenant, ports)) {
      return (await elsewhereOf(tenant, organisation, ports)).map(({ tenant: by, near: to }) => ({ by, to }));
    }
    return (await addressesOf(tenant, organisation, ports)).map((to) => ({ by: tenant, to }));
  }

  async function send({ channel, tenant }: Tenant, to: Address, findings: readonly LeadsFinding[]): Promise<boolean> {
    const outgoing = { to, post: [findingsNote(findings)], token: buttonsFor({ channel, tenant }, ports) };
    const sent = await ports.channelOf(channel)?.deliver(outgoing, AbortSignal.timeout(sendMs));
    if (sent?.status !== 'sent') ports.onLost(sent?.reason ?? 'no-channel');
    return sent?.status === 'sent';
  }

  const served = () =>
    tenants().flatMap((tenant) => {
      const organisation = organisationOf(tenant);
      return organisation ? [{ tenant, organisation }] : [];
    });
  return {
    findings() {
      const at = clock();
      if (!known || at - known.at >= freshMs || at < known.at) {
        const all = served().map(({ tenant, organisation }) => findingsIn(tenant, organisation, probe, ports));
        known = { at, findings: Promise.all(all).then((each) => each.flat()) };
        // A failure is not kept: the next one asks again.
        known.findings.catch(() => {
          known = undefined;
        });
      }
      return known.findings;
    },
    async tell() {
      const told = await Promise.all(served().map(({ tenant, organisation }) => tellIn(tenant, organisation)));
      return told.reduce((sum, each) => sum + each, 0);
    },
  };
}

type ReadingPorts = Pick<DeskPorts, 'store' | 'seal' | 'names' | 'calendar' | 'channelOf' | 'clock' | 'onFault'>;

async function findingsIn(
  tenant: Tenant,
  organisation: Organisation,
  probe: Probe,
  ports: ReadingPorts,
): Promise<readonly LeadsFinding[]> {
  const each = organisation.sites.map((site) => findingOf(tenant, organisation, site, probe, ports));
  const found = await Promise.all(each);
  return found.flat();
}

/** The gravest one of a site. */
async function findingOf(
  tenant: Tenant,
  organisation: Organisation,
  site: Site,
  probe: Probe,
  ports: ReadingPorts,
): Promise<readonly LeadsFinding[]> {
  const { channel } = tenant;
  const found = { channel, site: { id: site.id, name: site.name } };
  if (await isGone(tenant, ports)) return [{ ...found, finding: 'removed' }];
  const { calendar, onFault } = ports;
  const telling = { organisation, site, channel, calendar, guard: 'open', called: false, onFault } as const;
  if (levelsOf(telling, new Date(ports.clock())).length === 0) return [{ ...found, finding: 'nobody-reachable' }];
  // Where people are told one by one there is no channel to test.
  if (channel !== 'web' && site.channel[channel] === undefined) return [];
  const trouble = await troubleOf(tenant, site, ports);
  if (trouble) return [{ ...found, finding: 'not-arriving', reason: trouble.reason }];
  const standing = await setUpOf(tenant, site, ports);
  if (!standing?.seen) return [{ ...found, finding: 'not-tested' }];
  const reason = await probe(tenant, site, standing);
  if (reason === undefined) return [];
  return [reason === 'card-gone' ? { ...found, finding: 'test-gone' } : { ...found, finding: 'not-arriving', reason }];
}
