/** What the set-up shows before anything is raised: who is told when, and somebody's own id. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { plainText } from '../../dialogs/plain.ts';
import { committedCalendar } from '../../rules/calendar.ts';
import { weekOf } from '../../src/leads/admin/week.ts';
import { levelsOf } from '../../src/leads/concern/levels.ts';
import { type LeadDesk, openLeadDesk, staffed } from '../support/lead-desk.ts';
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
