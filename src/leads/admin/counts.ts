/** What a lead sees of a site as counts: the last 30 days, and the terms that are over. Never of several sites together. */
import { countedDays } from '../../../dialogs/keeping.ts';
import { monthCounts } from '../../../dialogs/leads/admin/month-counts.ts';
import { type TermReport, termCard } from '../../../dialogs/leads/admin/term-report.ts';
import { nextReport } from '../../../dialogs/leads/admin/terms.ts';
import { refusalLine } from '../../../dialogs/leads/concern/refusals.ts';
import type { Message } from '../../../dialogs/message.ts';
import type { Organisation, Site } from '../../../rules/local.ts';
import { dayOf } from '../../../rules/london.ts';
import type { Account } from '../../contract.ts';
import type { Tenant } from '../../seal/index-key.ts';
import type { DeskPorts } from '../concern/ports.ts';
import { dayMs } from '../concern/reading.ts';
import { leadsOf } from '../concern/roles.ts';
import { type CountPorts, countable, tallyBetween } from './tally.ts';
import { termsOf } from './week-counts.ts';

const filters = /^(month|term)(?::(.+))?$/;

/** @returns nothing where the filter asks for no counts */
export function countsFor(
  from: Account,
  organisation: Organisation,
  filter: string | undefined,
  ports: DeskPorts,
): Promise<Message> | undefined {
  const [, what, wanted] = filters.exec(filter ?? '') ?? [];
  if (what === undefined) return undefined;
  const sites = countedSites(organisation, from);
  const site = wanted === undefined ? sites[0] : sites.find(({ id }) => id === wanted);
  if (!site) return Promise.resolve(refusalLine('not-yours'));
  const others = sites.filter((each) => each !== site);
  return what === 'month' ? month(from, organisation, site, others, ports) : term(from, site, ports);
}

/** The chair learns of a concern only when picked, so of counts nothing. */
export function countedSites(organisation: Organisation, from: Account): readonly Site[] {
  const leads = leadsOf(organisation, from).filter(({ site, person }) => person.id !== site.chair?.id);
  return [...new Set(leads.map(({ site }) => site))];
}

async function month(
  tenant: Tenant,
  organisation: Organisation,
  site: Site,
  others: readonly Site[],
  ports: CountPorts,
): Promise<Message> {
  const now = ports.clock();
  const concerns = await countable(tenant, organisation, site, ports);
  const tally = tallyBetween(concerns, [now - countedDays * dayMs + 1, now + 1], organisation, ports);
  return monthCounts({ id: site.id, name: site.name, tally, others });
}

async function term(from: Account, site: Site, ports: DeskPorts): Promise<Message> {
  const report = await termReport(from, site, ports);
  return termCard(report, report.terms.length > 0 ? ports.links.term(from, site.id) : undefined);
}

export async function termReport(tenant: Tenant, site: Site, ports: CountPorts): Promise<TermReport> {
  const terms = await termsOf(tenant, site, ports);
  return { site: site.name, terms, next: nextReport(dayOf(new Date(ports.clock()))) };
}
