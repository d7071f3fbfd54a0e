/** How long a concern lives: until it is over, and then as long as the organisation says; and no longer than the app. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLeadNames } from '../../src/leads/names.ts';
import { createIndex } from '../../src/seal/index-key.ts';
import { StoreUnavailable } from '../../src/store/store.ts';
import type { Post } from '../support/bot.ts';
import { bullying, colleague, type LeadDesk, minute, openLeadDesk, referenceShape } from '../support/lead-desk.ts';
import { onBothStores } from '../support/stores.ts';
import { buttonsOn } from '../support/talker.ts';

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
  async function tickAll(person: string, card: Post): Promise<void> {
    await lead.press(person, 'open', { on: card });
    const details = lead.newest(person);
    for (const { action } of buttonsOn(details.message)) {
      if (action.do === 'lead' && action.act === 'done') await lead.pressToken(person, details.token(action));
    }
  }

  it('one that a lead has is kept until it is done, however long that takes, and 30 days from then', async () => {
    await lead.raise(bullying, { danger: 'yes' });
    await lead.press('lead', 'take');
    await days(90);
    expect(await lead.typed('lead', 'concerns')).toMatch(referenceShape);
    await tickAll('lead', lead.channel().at(-1) as Post);
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

  it('what was on its way when the app was removed raises nothing; once it is back, new concerns do', async () => {
    const { desk } = lead;
    await lead.staff.start();
    await lead.staff.go(bullying, { until: 'aboutBullying' });
    desk.before = (method) => {
      if (method === 'claim') throw new StoreUnavailable('no', 'It is away.');
    };
    await lead.staff.press({ do: 'ticks', question: 'aboutBullying' }, { ticked: ['none'] });
    desk.before = () => {};
    desk.now += minute;
    await desk.bot.left(tenant);
    await lead.settle();
    expect(lead.channel()).toEqual([]);

    desk.now += minute;
    lead.another();
    await lead.raise(bullying);
    expect(lead.channel()).toHaveLength(1);
  });
});
