/** What somebody learns who reads the store without a key: not which concern is restricted, nor for whom. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { plainText } from '../../dialogs/plain.ts';
import { refusals } from '../../dialogs/words/leads.ts';
import { bullying, colleague, type LeadDesk, openLeadDesk, referenceShape } from '../support/lead-desk.ts';
import { onBothStores } from '../support/stores.ts';
import type { Answers } from '../support/talker.ts';

const alike = { danger: 'no', site: 'school', topics: ['bullying'] } as const;

onBothStores((fresh) => {
  let lead: LeadDesk;
  beforeEach(async () => {
    lead = await openLeadDesk(fresh);
  });
  afterEach(() => lead.desk.data.close());

  const names = async (kind: string) => {
    const found = (await lead.desk.data.everything()).match(new RegExp(`\\{p\\d\\d\\}:${kind}:[A-Za-z0-9_-]{24}`, 'g'));
    return [...new Set(found)];
  };

  it('open or restricted, a concern stands in the one list of its site', async () => {
    await lead.raise(bullying);
    const [list = '', ...others] = await names('lead-list');
    expect(others).toEqual([]);
    lead.another();
    await lead.raise({ ...colleague, safeToTell: ['head', 'deputy'] });
    await lead.desk.idle();
    expect(await names('lead-list')).toEqual([list]);
    expect(await lead.desk.store.members(list)).toHaveLength(2);
    const seenBy = async (who: string) =>
      new Set((await lead.typed(who, 'concerns')).match(new RegExp(referenceShape, 'g'))).size;
    expect([await seenBy('lead'), await seenBy('deputy')]).toEqual([1, 2]);
  });

  it('the length of what is sealed tells neither who may know nor how many were picked', async () => {
    const lengths = async (answers: Answers): Promise<string[]> => {
      await lead.desk.data.close();
      lead = await openLeadDesk(fresh);
      await lead.raise(answers);
      const sizes = (await lead.desk.store.sample(1_000))
        .filter(({ key }) => /:(?:concern|place):/.test(key))
        .map(({ key, sealed }) => `${key.split(':')[1]} ${sealed.length}`);
      return [...new Set(sizes)].toSorted();
    };
    const open = await lengths({ ...alike, colleague: 'no' });
    expect(open.length).toBeGreaterThan(0);
    expect(await lengths({ ...alike, colleague: 'yes', safeToTell: ['head'] })).toEqual(open);
    expect(await lengths({ ...alike, colleague: 'yes', safeToTell: ['head', 'deputy'] })).toEqual(open);
  });

  it('a reference, which stands on cards and is read out on the phone, names nothing that is stored', async () => {
    await lead.raise(bullying);
    const said = await lead.typed('lead', 'concerns');
    const reference = (referenceShape.exec(said)?.[0] ?? '').replace('-', '');
    expect(reference).toHaveLength(8);
    const stored = (await lead.desk.data.everything()).replace(/[^A-Za-z0-9]/g, '').toUpperCase();
    expect(stored).not.toContain(reference);
  });

  it('entries that were moved or cut out in the store are noticed: the concern is kept, and nothing is taken for done', async () => {
    await lead.raise(bullying, { danger: 'yes' });
    await lead.press('lead', 'take');
    const details = lead.newest('lead');
    const token = details.token({
      do: 'lead',
      act: 'hand',
      concern: lead.concernIn(details),
      detail: `${lead.markOf('deputy')}!off`,
    });
    await lead.pressToken('lead', token);
    const open = details.token({ do: 'lead', act: 'open', concern: lead.concernIn(details) });
    const told = async (change: (entries: readonly string[]) => readonly string[]) => {
      const { read } = lead.desk.store;
      lead.desk.store.read = async (key) => {
        const state = await read(key);
        return key.includes(':concern:') ? { ...state, entries: change(state.entries) } : state;
      };
      await lead.pressToken('deputy', open);
      lead.desk.store.read = read;
      return plainText(lead.newest('deputy').message);
    };
    expect(await told((entries) => entries)).toContain('You have it');
    const forgeries: readonly ((entries: readonly string[]) => readonly string[])[] = [
      ([first = '', second = '', ...rest]) => [first, ...rest, second],
      ([first = '', , ...rest]) => [first, ...rest],
      ([, ...rest]) => rest,
      (entries) => [...entries, entries[1] ?? ''],
    ];
    for (const forge of forgeries) expect(await told(forge)).toContain(refusals.unreadable);
  });

  it('a concern that was put back, or lost its last entries, is noticed by a newer card: said once, nothing done, and then it goes on', async () => {
    await lead.raise(bullying);
    const card = lead.card();
    const before = new Map<string, Awaited<ReturnType<typeof lead.desk.store.read>>>();
    const { read } = lead.desk.store;
    lead.desk.store.read = async (key) => {
      const state = await read(key);
      if (!before.has(key)) before.set(key, state);
      return state;
    };
    await lead.press('lead', 'take');
    const newer = lead.newest('lead');
    const concern = lead.concernIn(newer);
    const handOver = newer.token({ do: 'lead', act: 'untake', concern });
    // As somebody would who copied the store earlier, and puts that back under the same names.
    let puts = true;
    lead.desk.store.read = async (key) => {
      const state = await read(key);
      const older = before.get(key);
      return puts && key.includes(':concern:') && older ? { ...state, ...older, owed: state.owed } : state;
    };
    const faults = lead.desk.faults.length;
    await lead.pressToken('lead', handOver);
    expect(lead.desk.posts.map(({ message }) => plainText(message)).join('\n')).toContain(refusals['put-back']);
    expect(lead.desk.faults.slice(faults)).toContain('lead');
    puts = false;
    const said = () =>
      lead.desk.posts.filter(({ message }) => plainText(message).includes(refusals['put-back'])).length;
    const times = said();
    await lead.pressToken('lead', card.token({ do: 'lead', act: 'open', concern }));
    expect(said()).toBe(times);
    expect(plainText(lead.newest('lead').message)).toContain('You have it');
  });
});
