import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainText } from '../../dialogs/plain.ts';
import { again, storeDown, withoutStoreWords } from '../../dialogs/words/screens.ts';
import type { Taken } from '../../src/contract.ts';
import { StoreUnavailable } from '../../src/store/store.ts';
import { type Desk, openDesk } from '../support/bot.ts';
import { organisationWith, writtenOrganisation } from '../support/organisation.ts';
import { openReady } from '../support/ready-store.ts';
import { type RedisServer, startRedis } from '../support/redis.ts';
import { onBothStores, type Part } from '../support/stores.ts';
import { createTalker, type Talker } from '../support/talker.ts';

/** Who to ring, without a store: 999, the lead's role, social care of each council. */
function expectWhoToRing(taken: Taken) {
  if (taken.status !== 'unknown') throw new Error(`It was ${taken.status}`);
  const said = plainText(taken.say);
  expect(said).toContain(storeDown.title);
  expect(said).toContain('999');
  expect(said).toContain('Ring the safeguarding lead of your place of work now.');
  expect(said).toContain('North Council');
  expect(said).toContain('01632 960002');
}

onBothStores((fresh) => {
  let desk: Desk;
  let staff: Talker;
  beforeEach(async () => {
    desk = await openDesk(fresh);
    staff = createTalker(desk);
    await staff.start();
  });
  afterEach(() => desk.data.close());

  const down = () => {
    throw new StoreUnavailable('no', 'down');
  };

  describe('a store that is down', () => {
    it('says so at once, with who to ring, whatever comes in; back again, the same press counts', async () => {
      desk.before = down;
      expectWhoToRing(await staff.press({ do: 'answer', value: 'no' }));
      expectWhoToRing(await staff.type('yes'));
      expectWhoToRing(await staff.hello());
      expectWhoToRing(await staff.file());
      expectWhoToRing(await staff.press({ do: 'why' }));
      desk.before = () => {};
      expect(await staff.press({ do: 'answer', value: 'no' })).toMatchObject({ status: 'taken' });
      expect(staff.asked()).toBe('site');
    });

    describe('at the answer', () => {
      const guarded = {
        danger: 'no',
        site: 'school',
        topics: ['adult'],
        adultConduct: 'images',
        adultKnown: 'yes',
        safeToTell: ['lead', 'deputy'],
      };
      const sends = ({ from }: Talker, token: string) => desk.send(from, { kind: 'press', token });
      const saidBy = (taken: Taken) => (taken.status === 'unknown' ? plainText(taken.say) : taken.status);
      beforeEach(async () => {
        await staff.go(guarded);
        desk.before = down;
      });

      it('parts open all the same', async () => {
        const said = saidBy(await sends(staff, staff.last().token({ do: 'part', part: 'do' })));
        expect(said).toContain('Do not question the child');
        expect(said).not.toContain(storeDown.title);
      });

      it('"No answer" and "I have rung" show who is next, and say that nobody was told', async () => {
        const missed = saidBy(await staff.press({ do: 'called', result: 'no-answer' }));
        expect(missed).toContain(withoutStoreWords.nobodyTold);
        expect(missed).toMatch(/No answer from Lead, .*\n2\. Ring Deputy/);
        expect(missed).not.toContain('01632 960023');
        const rung = saidBy(await staff.press({ do: 'called', result: 'rung' }));
        expect(rung).toMatch(/✓ Lead: rung/);
        desk.before = () => {};
        await staff.press({ do: 'called', result: 'no-answer' });
        expect(staff.reads()).toMatch(/No answer from Lead/);
      });

      it('somebody else opens nothing with that button, nor does one that was altered or packed by another version', async () => {
        const value = staff.last().token({ do: 'part', part: 'do' });
        const other = createTalker(desk, { channel: 'slack', tenant: 'T1', person: 'U-another' });
        expectWhoToRing(await sends(other, value));
        const [token, carried = ''] = value.split('~');
        expectWhoToRing(await sends(staff, `${token}~${carried.slice(0, -2)}`));
        expectWhoToRing(await sends(staff, token ?? ''));
      });

      it('whoever was picked and is no longer who they were is not named: whom to ring without us is said', async () => {
        const value = staff.last().token({ do: 'called', result: 'rung', whom: 'lead' });
        desk.organisation = organisationWith({
          sites: writtenOrganisation.sites.map((site) => ({
            ...site,
            leads: site.leads.map((lead) => ({ ...lead, name: `${lead.name} the second` })),
            deputies: site.deputies?.map((each) => ({ ...each, name: `${each.name} the second` })),
          })),
        });
        expectWhoToRing(await sends(staff, value));
      });
    });

    it('words of danger come first all the same, and no name stands without "skip who may be involved"', async () => {
      await staff.go({ site: 'school' }, { until: 'topics' });
      desk.organisation = organisationWith({ sites: writtenOrganisation.sites.slice(0, 1) });
      desk.before = down;
      const said = async (words: string) => {
        const taken = await staff.type(words);
        return taken.status === 'unknown' ? plainText(taken.say) : taken.status;
      };
      const calm = await said('hello');
      expect(calm).toMatch(/Lead, 01632 960021(.|\n)*Skip anyone who may be involved/);
      expect(calm).not.toContain('Is anyone in danger now?');
      expect(await said('he has a knife and is at the door')).toMatch(/^.*\n.*Is anyone in danger now\? Ring 999/);
    });

    it('does not stop a look-up', async () => {
      desk.before = down;
      expect(await staff.type('number for childline')).toMatchObject({ status: 'taken' });
      expect(staff.reads()).toContain('0800 1111');
    });
  });

  it('slow at a press: "not known" before it has ended, and its reply still comes, once', async () => {
    const before = staff.posts().length;
    const { promise: slow, resolve: ends } = Promise.withResolvers<void>();
    desk.before = (method) => (method === 'step' ? slow : undefined);
    expectWhoToRing(await staff.pressOnly({ do: 'answer', value: 'no' }));
    ends();
    await desk.idle();
    expect(staff.posts()).toHaveLength(before + 1);
    expect(staff.asked()).toBe('site');
  });

  it('slow at both commands of typed words: "not known" before the second has ended', async () => {
    let ended = 0;
    desk.before = async () => {
      await sleep(900);
      ended++;
    };
    expectWhoToRing(await desk.send(staff.from, { kind: 'text', text: 'no' }));
    expect(ended).toBeLessThan(2);
    await desk.idle();
    expect(staff.asked()).toBe('site');
  });

  it('a look-up does not wait for a slow platform, and its failure is told without words', async () => {
    desk.platform = [400];
    const before = staff.posts().length;
    await desk.send(staff.from, { kind: 'text', text: 'number for childline' });
    expect(staff.posts()).toHaveLength(before);
    await desk.idle();
    expect(staff.reads()).toContain('0800 1111');
    const refused = { status: 'failed', reason: 'channel_not_found' } as const;
    desk.platform = [new TypeError('canary'), new TypeError('canary'), refused];
    await staff.type('number for childline');
    await staff.type('number for childline');
    expect(desk.lost).toEqual(['TypeError', 'channel_not_found']);
  });

  describe('what is stored is damaged', () => {
    const damage = async (part: Part) => desk.use(await desk.data.damage(staff.key, part));

    it.each([['entries'], ['all']] as const)('%s: it is said plainly, and starting again works', async (part) => {
      await staff.choose(['no']);
      await damage(part);
      await staff.choose(['school']);
      expect(staff.reads()).toContain(again.broken);
      expect(staff.reads()).toContain('999');
      await staff.press({ do: 'start' });
      expect(staff.asked()).toBe('danger');
      await staff.go();
      expect(staff.hasAnswer()).toBe(true);
      // What could not be opened is stored all the same, beside the new beginning.
      if (part === 'entries') expect(await desk.data.everything()).toContain('trial.spoilt');
    });

    it('entries: typing gets on too', async () => {
      await damage('entries');
      await staff.type('yes');
      expect(staff.reads()).toContain(again.broken);
      await staff.type('start');
      expect(staff.asked()).toBe('danger');
    });

    it('cards: only the old card keeps its buttons', async () => {
      await damage('cards');
      await staff.choose(['no']);
      expect(staff.asked()).toBe('site');
      await staff.choose(['school']);
      expect(staff.asked()).toBe('topics');
    });

    it('the reply that is owed: it waits, and the next turn is answered', async () => {
      desk.platform = ['hang'];
      await staff.pressOnly({ do: 'answer', value: 'no' });
      await damage('reply');
      await desk.sweepLater();
      expect(desk.events.at(-1)).toMatchObject({ result: 'later', reason: 'unreadable' });
      await staff.type('show');
      expect(staff.asked()).toBe('site');
    });
  });
});

describe('a Redis that freezes, dies and comes back', () => {
  let server: RedisServer;
  let desk: Desk;
  let staff: Talker;
  beforeEach(async () => {
    server = await startRedis();
    desk = await openDesk(async (times) => {
      const { store } = await openReady({ ...times, redisUrl: server.url, dataDir: '' });
      const close = async () => {
        await store.close();
        await server.stop();
      };
      return { open: async () => store, damage: async () => store, everything: async () => '', close };
    });
    staff = createTalker(desk);
    await staff.start();
  });
  afterEach(() => desk.data.close());

  it('frozen: "not known" all the same; thawed, the press has landed and its reply comes', async () => {
    server.freeze();
    expectWhoToRing(await staff.pressOnly({ do: 'answer', value: 'no' }));
    server.thaw();
    await expect.poll(() => desk.store.ready().then(Boolean, () => false), { timeout: 5_000 }).toBe(true);
    await desk.sweepLater();
    expect(staff.asked()).toBe('site');
  });

  it('dead: "not known"; back, everything stored is there', async () => {
    await staff.choose(['no']);
    await server.kill();
    expectWhoToRing(await staff.pressOnly({ do: 'answer', value: 'school' }));
    await server.restart();
    await expect.poll(() => desk.store.ready().then(Boolean, () => false), { timeout: 5_000 }).toBe(true);
    await staff.choose(['school']);
    expect(staff.asked()).toBe('topics');
  });
});
