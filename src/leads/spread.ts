/** A concern has changed: it is listed where it belongs, its timers are set, and every place is marked to be brought up to date. */
import { siteOf } from '../../rules/local.ts';
import type { Arranged } from '../outbox/outbox.ts';
import type { NewItem, OwedReply } from '../store/store.ts';
import { standing } from './come-due.ts';
import { type Concern, foldConcern, maySee } from './concern.ts';
import type { LeadsPorts } from './ports.ts';
import { dayMs, mark, tenantOf } from './reading.ts';

/** Whoever raised it hears of it too. */
export const reporterPlace = '@reporter';

/** How long after its moment a timer still counts: a weekend with the program down is covered. */
const timerLifeMs = 7 * dayMs;

export async function spread(owed: OwedReply, ports: LeadsPorts): Promise<Arranged> {
  const concern = foldConcern(ports.seal.openEntries(owed.entries, owed.key));
  const organisation = concern && ports.organisationOf(tenantOf(concern));
  if (!concern || !organisation) return { items: [], follow: [] };
  const keepMs = organisation.retention.concernDays * dayMs;
  await list(owed.key, concern, siteOf(organisation, concern.report.site)?.id, keepMs, ports);

  const places = [reporterPlace, ...concern.told.filter((each) => maySee(concern, each))];
  const marked = await Promise.all(places.map((destination) => markPlace(owed, destination, concern, keepMs, ports)));
  const items = standing(owed.key, concern, organisation, ports).map((timer): NewItem => {
    const tenant = tenantOf(concern);
    const key = ports.names.item(tenant, owed.key, 'timer', JSON.stringify(timer));
    const payload = ports.seal.item({ item: 'timer', ...tenantFields(concern), concern: owed.key, timer }, key);
    return { key, payload, due: timer.due, expires: timer.due + timerLifeMs };
  });
  return { items, follow: marked.flat() };
}

const tenantFields = ({ report: { channel, tenant } }: Concern) => ({ channel, tenant });

async function markPlace(
  { key, revision }: OwedReply,
  destination: string,
  concern: Concern,
  keepMs: number,
  { store, seal, names }: LeadsPorts,
): Promise<readonly OwedReply[]> {
  const place = names.place(tenantOf(concern), key, destination);
  const reply = seal.place({ ...tenantFields(concern), concern: key, destination }, place);
  // Another process may be posting there at this moment; only once its card is known can the next be drawn on it.
  const isBusy = (await store.read(place)).owed !== null;
  const request = { delivery: String(revision), expected: null, change: { do: 'nothing' }, reply, keepMs } as const;
  const { follow } = await mark(place, request, store);
  return isBusy ? [] : follow;
}

/** Open ones stand in the site's list; restricted ones only in the lists of those picked. Calls in none. */
async function list(
  key: string,
  concern: Concern,
  site: string | undefined,
  keepMs: number,
  { store, names }: LeadsPorts,
): Promise<void> {
  const { guard, kind } = concern.report;
  if (site === undefined || kind === 'call') return;
  const tenant = tenantOf(concern);
  const everybody = names.list(tenant, site);
  if (guard === 'open') return store.enlist(everybody, key, keepMs);
  await store.leave(everybody, key);
  await Promise.all(guard.map((person) => store.enlist(names.list(tenant, site, person), key, keepMs)));
}
