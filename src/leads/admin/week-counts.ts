/**
 * Counts by week and site, kept longer than the concerns they are of. A week is counted anew until its numbers settle:
 * what is restricted, erased or ended by then is so in its count. Whether anything was raised stands nowhere: every week
 * of every site has its counts.
 */
import { randomUUID } from 'node:crypto';
import { weekCountsDays } from '../../../dialogs/keeping.ts';
import { type Tally, tallied } from '../../../dialogs/leads/admin/tally.ts';
import type { TermCounts } from '../../../dialogs/leads/admin/term-report.ts';
import { isWeekSettled, mondayOf, type Term, termsOver } from '../../../dialogs/leads/admin/terms.ts';
import type { Organisation, Site } from '../../../rules/local.ts';
import { type Day, dayOf, daysLater, instantAt } from '../../../rules/london.ts';
import type { Tenant } from '../../seal/index-key.ts';
import { SealBroken } from '../../seal/seal.ts';
import type { LeadsPorts } from '../concern/ports.ts';
import { dayMs } from '../concern/reading.ts';
import { type CountPorts, countable, tallyBetween } from './tally.ts';

/** Doing it again, or by two processes at once, changes nothing. @throws {StoreUnavailable} */
export async function countWeeks(
  tenants: readonly Tenant[],
  ports: CountPorts & Pick<LeadsPorts, 'organisationOf'>,
): Promise<void> {
  for (const tenant of tenants) {
    const organisation = ports.organisationOf(tenant);
    for (const site of organisation?.sites ?? []) if (organisation) await countSite(tenant, organisation, site, ports);
  }
}

async function countSite(tenant: Tenant, organisation: Organisation, site: Site, ports: CountPorts): Promise<void> {
  const concerns = await countable(tenant, organisation, site, ports);
  for (const monday of unsettled(dayOf(new Date(ports.clock())), organisation)) {
    const week = [instantAt(monday, 0).getTime(), instantAt(daysLater(monday, 7), 0).getTime()] as const;
    await keep(tenant, site, monday, tallyBetween(concerns, week, organisation, ports), ports);
  }
}

/** The Mondays of the weeks that are counted still. All that was raised in them is kept still. */
function unsettled(today: Day, { retention }: Organisation): readonly Day[] {
  const mondays = [0, 7, 14].map((ago) => daysLater(mondayOf(today), -ago));
  return mondays.filter((monday) => !isWeekSettled(monday, today) && daysLater(monday, retention.concernDays) > today);
}

async function keep(tenant: Tenant, site: Site, monday: Day, tally: Tally, ports: CountPorts): Promise<void> {
  const { store, seal, names, clock } = ports;
  const key = names.counts(tenant, site.id, monday);
  const before = await keptTally(key, ports);
  if (before && JSON.stringify(before) === JSON.stringify(tally)) return;
  const change = { do: 'clear', entry: seal.counts(tally, key) } as const;
  const keepMs = instantAt(monday, 0).getTime() + weekCountsDays * dayMs - clock();
  await store.step({ key, delivery: `counts ${randomUUID()}`, expected: null, change, keepMs });
}

async function keptTally(key: string, { store, seal }: Pick<CountPorts, 'store' | 'seal'>): Promise<Tally | undefined> {
  const [sealed] = (await store.read(key)).entries;
  try {
    return sealed === undefined ? undefined : seal.openCounts(sealed, key);
  } catch (error) {
    // As good as not counted: the report says so.
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}

/** The terms that are over and were counted at all, the newest first. */
export async function termsOf(tenant: Tenant, site: Site, ports: CountPorts): Promise<readonly TermCounts[]> {
  const terms = await Promise.all(
    termsOver(dayOf(new Date(ports.clock()))).map((term) => termCounts(tenant, site, term, ports)),
  );
  return terms.flatMap((term) => (term ? [term] : []));
}

async function termCounts(
  tenant: Tenant,
  site: Site,
  { name, mondays }: Term,
  ports: CountPorts,
): Promise<TermCounts | undefined> {
  const weeks = await Promise.all(
    mondays.map((monday) => keptTally(ports.names.counts(tenant, site.id, monday), ports)),
  );
  const counted = weeks.flatMap((tally) => (tally ? [tally] : []));
  const [first = '', last = ''] = [mondays[0], mondays.at(-1)];
  if (counted.length === 0) return undefined;
  return { name, first, last, missing: weeks.length - counted.length, tally: tallied(counted) };
}
