/** How long a concern lives: until it is over, and then as long as the organisation says; and no longer than the app. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removal } from '../../dialogs/words/administrator.ts';
import { createLeadNames } from '../../src/leads/concern/names.ts';
import { createIndex } from '../../src/seal/index-key.ts';
import { StoreUnavailable } from '../../src/store/store.ts';
import type { Post } from '../support/bot.ts';
import {
  bullying,
  colleague,
  type LeadDesk,
  minute,
  openLeadDesk,
  referenceShape,
  staffed,
} from '../support/lead-desk.ts';
import { onBothStores } from '../support/stores.ts';
import type { Answers } from '../support/talker.ts';

const day = 24 * 60 * minute;
const tenant = { channel: 'slack', tenant: 'T1' } as const;

onBothStores((fresh) => {
  let lead: LeadDesk;
  beforeEach(async () => {
    lead = await openLeadDesk(fresh);
  });
  afterEach(() => lead.desk.data.close());

  async function days(many: number): Promise<void> {
    for (let passed = 0; passed < many; passed++) {
      lead.desk.now += day;
      await lead.sweep();
    }
  }
  it('one that a lead has is kept until it is done, however long that takes, and 30 days from then', async () => {
    await lead.raise(bullying, { danger: 'yes' });
    await lead.press('lead', 'take');
    await days(90);
    expect(await lead.typed('lead', 'concerns')).toMatch(referenceShape);
    await lead.closeIt('lead');
    const [reference] = referenceShape.exec(JSON.stringify(lead.card().message)) ?? [];
    await days(29);
    expect(await lead.typed('administrator', 'list')).toContain(reference);
    await days(2);
    expect(await lead.typed('administrator', 'list')).not.toContain(reference);
  });

  it('one that nobody may know of goes after 30 days: nobody could ever end it', async () => {
    await lead.raise(colleague, { safeToTell: ['none'] });
    const { store, keys } = lead.desk;
    const group = createLeadNames(createIndex(keys.index)).workspace(tenant);
    const before = await concerns();
    expect(before).toHaveLength(1);
    await days(31);
    expect(await concerns()).toEqual([]);

    async function concerns(): Promise<readonly string[]> {
      const kept = await Promise.all(
        (await store.members(group)).map(async (key) => ({ key, ...(await store.read(key)) })),
      );
      return kept.flatMap(({ key, entries }) => (key.includes(':concern:') && entries.length > 0 ? [key] : []));
    }
  });

  describe('the app is removed', () => {
    const reached = async (answers: Answers, last: string) => {
      await lead.staff.start();
      await lead.staff.go(answers, { until: last });
    };

    it('talks go; a raised concern stays, is told on by what is left, and goes on when the app is back', async () => {
      const { desk } = lead;
      await lead.raise(bullying);
      const before = lead.all(lead.channel());
      await desk.bot.left(tenant);
      expect(lead.all(lead.channel())).toContain(removal.summary);
      expect(before).toMatch(referenceShape);
      desk.refuses = () => ({ status: 'failed', reason: 'account_inactive' });
      await lead.pass(60, 10);
      await desk.bot.back(tenant);
      desk.refuses = () => undefined;
      await lead.pass(180, 30);
      expect(lead.privately('deputy').length).toBeGreaterThan(0);
      await lead.press('deputy', 'take', { on: lead.newest('deputy') });
      expect(lead.staff.news().join()).toContain('Deputy');
      expect(await lead.typed('administrator', 'list')).toMatch(referenceShape);
    });

    it('what was on its way is raised all the same', async () => {
      const { desk } = lead;
      await reached(bullying, 'colleague');
      desk.before = (method) => {
        if (method === 'claim') throw new StoreUnavailable('no', 'It is away.');
      };
      await lead.staff.press({ do: 'answer', question: 'colleague', value: 'no' });
      desk.before = () => {};
      desk.now += minute;
      await desk.bot.left(tenant);
      await desk.bot.back(tenant);
      await lead.settle();
      expect(lead.all(lead.channel())).toMatch(referenceShape);
    });

    it('on the other platform, who has an account there hears that a concern waits, and nothing of what it is', async () => {
      const { desk } = lead;
      const teams: Post[] = [];
      const people = Object.fromEntries(['lead', 'deputy', 'head'].map((id) => [id, { teams: `T-${id}` }]));
      desk.organisation = staffed(
        {
          workspaces: { slack: ['T1'], teams: ['D1'] },
          administrators: [{ name: 'Administrator', slack: 'U-administrator', teams: 'T-administrator' }],
        },
        people,
      );
      desk.bot.addChannel({
        name: 'teams',
        leadsAddress: () => undefined,
        personAddress: (account) => ({ to: account }),
        async deliver({ to, post, token }) {
          for (const message of post) teams.push({ id: '', to, message, token });
          return { status: 'sent', cards: post.map(() => ({ id: 'x' })) };
        },
      });
      const from = { channel: 'teams', tenant: 'D1', person: 'T-administrator' } as const;
      await desk.send(from, { kind: 'text', text: 'setup' });
      await lead.raise(bullying);
      await desk.bot.left(tenant);
      expect(lead.all(teams)).toContain(removal.summary);
      const slack = desk.posts.length;
      await lead.pass(120, 5);
      const away = teams.filter(({ message }) => message.summary === removal.away);
      expect(away.map(({ to }) => to.to)).toContain('T-deputy');
      expect(lead.all(away)).toMatch(referenceShape);
      expect(lead.all(away).toLowerCase()).not.toContain('bully');
      expect(desk.posts.slice(slack).filter(({ to }) => to.place === 'chat')).toEqual([]);
    });
  });
});
