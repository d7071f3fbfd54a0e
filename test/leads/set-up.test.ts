/** What the set-up shows before anything is raised: who is told when, and somebody's own id. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { decodeAction, encodeAction } from '../../dialogs/action-code.ts';
import { setupList, sitesOnPage } from '../../dialogs/leads/admin/set-up.ts';
import { plainText } from '../../dialogs/plain.ts';
import { setup } from '../../dialogs/words/lead-set-up.ts';
import { committedCalendar } from '../../rules/calendar.ts';
import { renderSlack } from '../../src/channels/slack/render.ts';
import { renderTeams } from '../../src/channels/teams/render.ts';
import { weekOf } from '../../src/leads/admin/week.ts';
import { levelsOf } from '../../src/leads/concern/levels.ts';
import { type LeadDesk, openLeadDesk, staffed } from '../support/lead-desk.ts';
import { token } from '../support/messages.ts';
import { onBothStores } from '../support/stores.ts';

onBothStores((fresh) => {
  let lead: LeadDesk;
  beforeEach(async () => {
    lead = await openLeadDesk(fresh);
    lead.desk.now = Date.UTC(2026, 10, 27, 18, 30);
  });
  afterEach(() => lead.desk.data.close());

  it('an administrator reads the gaps of each site first, and who is told when by one press', async () => {
    const said = await lead.typed('administrator', 'setup');
    expect(said).toContain(
      'NOBODY on cover Friday 27 November 8pm to Monday 30 November 7am; Monday 30 November 8pm to Tuesday 1 December 7am; 3 more',
    );
    const list = lead.desk.posts.at(-1);
    await lead.pressToken('administrator', list?.token({ do: 'setup', site: 'school', act: 'week' }) ?? '');
    const week = plainText(lead.newest('administrator').message);
    expect(week).toContain('Friday 27 November: from 6.30pm Head; from 8pm NOBODY');
    expect(week).toContain('Saturday 28 November to Sunday 29 November: NOBODY');
    expect(week).toContain('Monday 30 November to Thursday 3 December: NOBODY; from 7am Head; from 8am Lead · Head');
  });

  it('of many places ten stand on a page, each place on one, whatever the file has left since', async () => {
    const [school] = staffed().sites;
    const many = Array.from({ length: 23 }, (_, i) => ({ ...school, id: `school-${i}`, name: `School number ${i}.` }));
    lead.desk.organisation = { ...staffed(), sites: many as never };
    const pages = [await lead.typed('administrator', 'setup')];
    for (let page = 1; page < 4; page++) {
      const on = lead.desk.posts.at(-1);
      await lead.pressToken('administrator', on?.token({ do: 'setup', page }) ?? '');
      pages.push(plainText(lead.newest('administrator').message));
    }
    const named = pages.map((text) => new Set(text.match(/School number \d+\./g)));
    expect(named.map(({ size }) => size)).toEqual([10, 10, 3, 3]);
    expect(new Set(named.flatMap((each) => [...each])).size).toBe(23);
    const moves = pages.map((text) => [setup.before, setup.after].filter((label) => text.includes(label)));
    expect(moves).toEqual([[setup.after], [setup.before, setup.after], [setup.before], [setup.before]]);
  });

  it('a lead sees the weeks of their own sites, and tests nothing', async () => {
    const said = await lead.typed('lead', 'setup');
    expect(said).toContain('A school: Next seven days');
    expect(said).not.toMatch(/fostering|Test:/);
    const list = lead.desk.posts.at(-1);
    const token = (site: string) => list?.token({ do: 'setup', site, act: 'week' }) ?? '';
    await lead.pressToken('lead', token('team'));
    expect(plainText(lead.newest('lead').message)).not.toContain('Duty manager');
    await lead.pressToken('lead', token('school'));
    expect(plainText(lead.newest('lead').message)).toContain('Who is told when: A school');
  });

  it('anybody gets their own id as the file needs it; under a test notice, who is not named is told so', async () => {
    expect(await lead.typed('stranger', 'My id')).toContain('slack: U-stranger');
    await lead.typed('administrator', 'setup');
    await lead.pressToken('administrator', lead.desk.posts.at(-1)?.token({ do: 'setup', site: 'school' }) ?? '');
    for (const act of ['seen', 'me'] as const) {
      await lead.pressToken('stranger', lead.card().token({ do: 'setup', site: 'school', act }));
      const said = plainText(lead.newest('stranger').message);
      expect(said).toContain('You are not named as a lead of this place.');
      expect(said).toContain('slack: U-stranger');
    }
    await lead.pressToken('lead', lead.card().token({ do: 'setup', site: 'school', act: 'me' }));
    expect(plainText(lead.newest('lead').message)).not.toContain('not named');
  });
});

it('shows for each moment the people whom a concern would be told to first, and names who has no account', () => {
  const organisation = staffed({}, { deputy: { slack: undefined } });
  const clock = () => Date.UTC(2026, 11, 22, 9);
  for (const site of organisation.sites) {
    const { told, withoutAccount } = weekOf(site, organisation, 'slack', { calendar: committedCalendar, clock });
    expect(withoutAccount).toEqual(site.id === 'school' ? ['Deputy'] : []);
    const telling = {
      organisation,
      site,
      channel: 'slack',
      calendar: committedCalendar,
      guard: 'open',
      called: false,
    } as const;
    for (let at = clock(); at < clock() + 7 * 24 * 3_600_000; at += 1_800_000) {
      const shown = told.find(({ from, to }) => from.getTime() <= at && at < to.getTime())?.names ?? [];
      const [, next = []] = levelsOf({ ...telling, onFault: () => undefined }, new Date(at));
      const [first = []] = levelsOf({ ...telling, onFault: () => undefined }, new Date(at));
      const people = first.filter((id) => id !== '@channel');
      if (shown.length > 0) expect(people).toHaveLength(shown.length);
      // Nobody on cover: the channel alone, then everybody by rank.
      else expect([people, next.length > 0]).toEqual([[], true]);
    }
  }
});

it('a page of places with long names fits both platforms', () => {
  const organisation = staffed();
  const ports = { calendar: committedCalendar, clock: () => Date.UTC(2026, 11, 22, 9) };
  const [school] = organisation.sites;
  if (!school) throw new Error('No school');
  const week = weekOf(school, organisation, 'slack', ports);
  const sites = Array.from({ length: sitesOnPage }, (_, i) => ({
    id: `school-${i}`,
    name: `${'A very long name '.repeat(6)}${i}`,
    channel: true,
    texts: true,
    week,
  }));
  const list = setupList(sites, undefined, { page: 1, pages: 3 });
  expect(renderSlack(list, token).length).toBeGreaterThan(0);
  expect(renderTeams(list, token).length).toBeGreaterThan(0);
  for (const action of [{ do: 'setup', page: 12 }, { do: 'setup' }] as const)
    expect(decodeAction(encodeAction(action))).toEqual(action);
});
