/**
 * A walk over every concern that is kept: nothing that runs stands without what comes due for it, whatever was lost
 * on the way, and nobody has a picked person's place unnoticed, nor any place in the organisation file. Those that cannot be opened are counted, and wait.
 */
import type { Organisation } from '../../../rules/local.ts';
import type { Tenant } from '../../seal/index-key.ts';
import { type Concern, runs } from '../concern/concern.ts';
import { listJoined, partAlone } from '../concern/joined.ts';
import { noteOpen } from '../concern/open-list.ts';
import { noteGone } from '../concern/picked-gone.ts';
import type { DeskPorts, LeadsPorts } from '../concern/ports.ts';
import { mark, readableState } from '../concern/reading.ts';
import { keepMs } from '../concern/retention.ts';
import { isSiteGone } from '../concern/unowned.ts';
import { timerItems } from './come-due.ts';
import { notePeople } from './people-changed.ts';

export interface Walked {
  /** The names of those that cannot be opened. */
  readonly unopened: readonly string[];
  /** How many run whose site has left the organisation file: nobody can be told of them until it is back. */
  readonly withoutSite: number;
}

/** @throws {StoreUnavailable} */
export async function wakeConcerns(tenants: readonly Tenant[], ports: DeskPorts): Promise<Walked> {
  const unopened: string[] = [];
  let withoutSite = 0;
  for (const tenant of tenants) {
    const organisation = ports.organisationOf(tenant);
    const moved = organisation !== undefined && (await notePeople(tenant, organisation, ports));
    const group = ports.names.workspace(tenant);
    for (const key of await ports.store.members(group)) {
      if (ports.names.kindOf(key) !== 'concern') continue;
      const found = await wake(tenant, key, moved, ports);
      if (found === 'unreadable') unopened.push(key);
      if (found === 'without-site') withoutSite += 1;
    }
  }
  return { unopened, withoutSite };
}

/** @param moved others stand in the file: whoever is new there gets the card of what runs, now and not with its next news */
async function wake(
  tenant: Tenant,
  key: string,
  moved: boolean,
  ports: LeadsPorts,
): Promise<'unreadable' | 'without-site' | undefined> {
  const { concern, revision } = await readableState(key, ports);
  const organisation = ports.organisationOf(tenant);
  if (concern === 'unreadable') return concern;
  if (!concern || !organisation) return undefined;
  // A lead may have changed in the file while nothing was due.
  for (const reply of await noteGone(key, organisation, ports)) void ports.outbox().sendNow(reply);
  // Of what an older version joined nothing was listed.
  if (concern.closed === 'joined')
    await listJoined(key, concern, keepMs(concern, undefined, organisation, ports), ports);
  for (const reply of await partAlone(key, concern, organisation, ports)) void ports.outbox().sendNow(reply);
  const items = timerItems(key, concern, organisation, ports);
  // Of what an older version raised there is no line yet; and the file may name other hours and people.
  if (runs(concern))
    await noteOpen(key, { concern, revision }, organisation, keepMs(concern, undefined, organisation, ports), ports);
  // Those that stand already are ignored.
  if (items.length > 0) await ports.store.settle({ key, items });
  if (moved && !concern.closed && !concern.report.withdrawn) await drawAnew(tenant, key, concern, organisation, ports);
  return runs(concern) && isSiteGone(concern, organisation) ? 'without-site' : undefined;
}

async function drawAnew(
  { channel, tenant }: Tenant,
  key: string,
  concern: Concern,
  organisation: Organisation,
  ports: LeadsPorts,
): Promise<void> {
  const keep = keepMs(concern, undefined, organisation, ports);
  const reply = ports.seal.spread({ channel, tenant }, key);
  const delivery = `people ${ports.clock()}`;
  const step = { delivery, expected: null, change: { do: 'nothing' }, reply, keepMs: keep } as const;
  for (const each of (await mark(key, step, ports.store)).follow) void ports.outbox().sendNow(each);
}
