/** Setting up the leads' channels from inside: a test notice counts once a lead of the site has pressed that they see it. */

import {
  ownId,
  type SetUpPage,
  setupDone,
  setupList,
  setupSent,
  setupTest,
  setupTrouble,
  sitesOnPage,
  weeksList,
} from '../../../dialogs/leads/admin/set-up.ts';
import { type Week, weekCard } from '../../../dialogs/leads/admin/week.ts';
import { refusalLine } from '../../../dialogs/leads/concern/refusals.ts';
import type { Action, Message } from '../../../dialogs/message.ts';
import { type Organisation, peopleOf, type Site } from '../../../rules/local.ts';
import type { Account, Delivered, Incoming } from '../../contract.ts';
import { accountOf } from '../../conversation/picks.ts';
import type { Tenant } from '../../seal/index-key.ts';
import { SealBroken } from '../../seal/seal.ts';
import { buttonsFor } from '../concern/buttons.ts';
import type { LeadsPorts } from '../concern/ports.ts';
import { isAdministrator, leadsOf } from '../concern/roles.ts';
import type { SetUp } from '../concern/sealed.ts';
import { troubleOf, watched } from '../notify/channel-health.ts';
import { administratorId, noteAct } from './audit.ts';
import { testTexts } from './test-texts.ts';
import { weekOf } from './week.ts';

const sendMs = 8_000;

/** @returns what is said to the one who pressed. */
export async function setUp(
  incoming: Incoming,
  organisation: Organisation,
  { site: wanted, act, page = 0 }: Extract<Action, { do: 'setup' }>,
  ports: LeadsPorts,
): Promise<Message> {
  const { from, address } = incoming;
  const site = organisation.sites.find(({ id }) => id === wanted);
  const theirs = leadsOf(organisation, from).map((lead) => lead.site);
  if (act === 'seen') return site ? acknowledge(site) : refusalLine('unknown');
  if (act === 'me') return idOf(from, site !== undefined && theirs.includes(site));
  const administers = isAdministrator(organisation, from);
  if (act === 'week' && site && (administers || theirs.includes(site))) return weekCard(site.name, weekHere(site));
  if (!administers) return site || theirs.length === 0 ? refusalLine('not-yours') : weeksOf(theirs);
  if (site && act === 'texts') return tryTexts(site);
  return site ? test(site) : list();

  function weekHere(of: Site): Week {
    return weekOf(of, organisation, from.channel, ports);
  }

  function weeksOf(sites: readonly Site[]): Message {
    const { shown, at } = paged([...new Set(sites)], page);
    return weeksList(
      shown.map((each) => ({ id: each.id, name: each.name, week: weekHere(each) })),
      at,
    );
  }

  async function acknowledge(of: Site): Promise<Message> {
    const lead = leadsOf(organisation, from).find((each) => each.site.id === of.id);
    if (!lead) return idOf(from, false);
    const done = { who: lead.person.id, what: 'test-seen', site: of.id } as const;
    await noteAct(incoming, organisation, done, ports);
    const seen = { by: lead.person.id, at: ports.clock() };
    const now = { ...(await setUpOf(from, of, ports)), seen };
    await keep(of, now);
    // Whatever comes of it: that it was seen is noted.
    await drawTest(from, of, now, ports);
    return setupDone(of.name);
  }

  async function test(of: Site): Promise<Message> {
    const channel = ports.channelOf(from.channel);
    const to = channel?.leadsAddress(of, address);
    if (!channel || !to) return setupTrouble(of.name, 'no-channel');
    const done = { who: administratorId(organisation, from), what: 'test-sent', site: of.id } as const;
    // One press sent again by the platform posts one notice.
    if (!(await noteAct(incoming, organisation, done, ports))) return setupSent(of.name);
    const outgoing = { to, post: [setupTest(of)], token: buttonsFor(from, ports) };
    const sent = await watched(channel, from, of, ports).deliver(outgoing, AbortSignal.timeout(sendMs));
    if (sent.status !== 'sent') return setupTrouble(of.name, sent.reason);
    const [card] = sent.cards;
    if (card) await keep(of, { ...(await setUpOf(from, of, ports)), card: { ...card } });
    return setupSent(of.name);
  }

  async function tryTexts(of: Site): Promise<Message> {
    const done = { who: administratorId(organisation, from), what: 'test-sent', site: of.id } as const;
    await noteAct(incoming, organisation, done, ports);
    return testTexts(from, of, organisation, ports);
  }

  async function keep(of: Site, standing: SetUp): Promise<void> {
    const key = ports.names.setUp(from, of.id);
    await ports.store.put(key, ports.seal.setUp(standing, key));
  }

  async function list(): Promise<Message> {
    const { shown, at } = paged(organisation.sites, page);
    const sites = await Promise.all(
      shown.map(async (each) => {
        const seen = seenIn(each, await setUpOf(from, each, ports));
        const trouble = await troubleOf(from, each, ports);
        return {
          id: each.id,
          name: each.name,
          texts: ports.pager !== undefined && peopleOf(each).some(({ mobile }) => mobile !== undefined),
          channel: ports.channelOf(from.channel)?.leadsAddress(each, address) !== undefined,
          people: each.leads.filter((person) => accountOf(person, from.channel) !== undefined).length,
          week: weekHere(each),
          ...(seen ? { seen } : {}),
          ...(trouble ? { trouble: trouble.reason } : {}),
        };
      }),
    );
    return setupList(sites, organisation.review, at);
  }
}

/** A page that is not there any more: the last one. */
function paged(sites: readonly Site[], wanted: number): { readonly shown: readonly Site[]; readonly at: SetUpPage } {
  const pages = Math.max(1, Math.ceil(sites.length / sitesOnPage));
  const page = Math.min(wanted, pages - 1);
  return { shown: sites.slice(page * sitesOnPage, (page + 1) * sitesOnPage), at: { page, pages } };
}

/** @param isNamed false: they pressed as a lead of a place that does not name them */
export function idOf({ channel, person }: Account, isNamed: boolean): Message {
  return ownId(channel === 'web' ? undefined : `${channel}: ${person}`, isNamed);
}

/**
 * Draws a test notice anew where it stands. Nobody hears of it, and only a channel that still takes what is sent lets it.
 * Nothing when no test was posted.
 */
export async function drawTest(
  tenant: Tenant,
  site: Site,
  standing: SetUp,
  ports: Pick<LeadsPorts, 'channelOf' | 'tokens' | 'names'>,
): Promise<Delivered | undefined> {
  const { card } = standing;
  const seen = seenIn(site, standing);
  const message = setupTest({ ...site, ...(seen ? { seen } : {}) });
  return (
    card &&
    ports
      .channelOf(tenant.channel)
      ?.deliver(
        { to: card, post: [], edit: [{ card, message }], token: buttonsFor(tenant, ports) },
        AbortSignal.timeout(sendMs),
      )
  );
}

function seenIn({ leads, deputies }: Site, standing: SetUp | undefined) {
  const seen = standing?.seen;
  const by = leads.concat(deputies).find(({ id }) => id === seen?.by);
  return seen && { at: new Date(seen.at), who: by?.name ?? 'a lead' };
}

/** How the set-up of a site stands; nothing when no test was ever sent. */
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
