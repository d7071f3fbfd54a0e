/** A lead's list, where something in the store has gone wrong. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { createLeadNames } from '../../src/leads/concern/names.ts';
import { createIndex } from '../../src/seal/index-key.ts';
import { bullying, type LeadDesk, openLeadDesk, referenceShape } from '../support/lead-desk.ts';
import { onBothStores } from '../support/stores.ts';

const tenant = { channel: 'slack', tenant: 'T1' } as const;

onBothStores((fresh) => {
  let lead: LeadDesk;
  beforeEach(async () => {
    lead = await openLeadDesk(fresh);
  });
  afterEach(() => lead.desk.data.close());

  it('shows the others where one concern cannot be opened, and says that there is one', async () => {
    await lead.raise(bullying);
    const { store, keys } = lead.desk;
    const names = createLeadNames(createIndex(keys.index));
    const broken = names.concern(tenant, 'a conversation', 'its beginning', 'concern');
    const change = { do: 'append', entry: 'not what this program sealed' } as const;
    await store.step({ key: broken, delivery: 'd', expected: null, change, reply: 'nor this' });
    await store.enlist(names.list(tenant, 'school'), broken);

    const list = await lead.typed('lead', 'concerns');
    expect(list).toMatch(referenceShape);
    expect(list).toContain('1 more cannot be opened.');
    expect(await lead.typed('lead', 'concerns')).toContain('1 more cannot be opened.');
  });
});
