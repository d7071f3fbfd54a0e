/**
 * Every concern that is not over has an owner who can be reached, or is being told. Joins, hand-overs and the
 * organisation file are what could leave one with nobody.
 */
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainText } from '../../dialogs/plain.ts';
import { type Organisation, peopleOf } from '../../rules/local.ts';
import { type Concern, runs } from '../../src/leads/concern/concern.ts';
import { createLeadNames } from '../../src/leads/concern/names.ts';
import { addEntry, readConcern } from '../../src/leads/concern/reading.ts';
import { createLeadsSeal } from '../../src/leads/concern/sealed.ts';
import { createIndex } from '../../src/seal/index-key.ts';
import { createSeal } from '../../src/seal/seal.ts';
import type { Post } from '../support/bot.ts';
import { bullying, type LeadDesk, openLeadDesk, staffed } from '../support/lead-desk.ts';
import { onBothStores } from '../support/stores.ts';
import { buttonsOn } from '../support/talker.ts';

const tenant = { channel: 'slack', tenant: 'T1' } as const;
const again = 'Nobody has it now, so we are asking others';

onBothStores((fresh) => {
  let lead: LeadDesk;
  beforeEach(async () => {
    lead = await openLeadDesk(fresh);
  });
  afterEach(() => lead.desk.data.close());

  async function starts(people: Record<string, object> = {}) {
    lead.desk.organisation = staffed({}, people);
    lead.desk.die();
    await lead.desk.bot.wake([tenant]);
    await lead.desk.idle();
  }
  /** Two concerns, each with the talk that raised it. */
  async function two() {
    await lead.raise(bullying);
    const [one, oneCard] = [lead.staff, lead.card()];
    const other = lead.another();
    await lead.raise(bullying);
    return { one, oneCard, other, otherCard: lead.channel().at(-1) as Post };
  }
  const joins = (person: string, from: Post, to: Post) =>
    lead.pressToken(
      person,
      from.token({ do: 'lead', act: 'same', concern: lead.concernIn(from), detail: lead.concernIn(to) }),
    );
  const hands = (person: string, on: Post, detail?: string) =>
    lead.pressToken(
      person,
      on.token({
        do: 'lead',
        act: 'hand',
        concern: lead.concernIn(on),
        ...(detail ? { detail: lead.handTo(detail) } : {}),
      }),
    );
  const open = async () => [...new Set((await lead.typed('lead', 'concerns')).match(/\b[A-Z0-9]{4}-[A-Z0-9]{4}\b/g))];
  const tellings = (from: number, card: Post) =>
    lead.desk.posts
      .slice(from)
      .filter(({ to, message }) => to.place === 'private' && plainText(message).includes(lead.reference(card)));

  describe('joined', () => {
    it.each([[true], [false]])('to each other (at once: %s) one goes on', async (atOnce) => {
      const { oneCard, otherCard } = await two();
      const [first, second] = [() => joins('lead', oneCard, otherCard), () => joins('deputy', otherCard, oneCard)];
      if (atOnce) await Promise.all([first(), second()]);
      else {
        await first();
        await second();
      }
      await lead.settle();
      expect(await open()).toHaveLength(1);
    });

    it.each([
      [
        'taken back',
        async (other: LeadDesk['staff']) => {
          await other.press({ do: 'change' });
          await other.press({ do: 'withdraw' });
          await other.press({ do: 'withdraw', sure: true });
        },
      ],
      [
        'not for us',
        async (_: LeadDesk['staff'], on: Post) => {
          const concern = lead.concernIn(on);
          await lead.pressToken('lead', on.token({ do: 'lead', act: 'not-us', concern, detail: 'no-child!' }));
        },
      ],
    ])('to one that is then %s, it is open again and told anew', async (_, ends) => {
      const { one, oneCard, other, otherCard } = await two();
      await joins('lead', oneCard, otherCard);
      const from = lead.desk.posts.length;
      await ends(other, otherCard);
      await lead.settle();
      expect(await open()).toEqual([lead.reference(oneCard)]);
      expect(one.news().join()).toContain(again);
      expect(tellings(from, oneCard)).not.toEqual([]);
      const later = lead.desk.posts.length;
      await lead.pass(60, 10);
      expect(tellings(later, oneCard)).not.toEqual([]);
    });

    it('nothing is joined to one that is over', async () => {
      const { oneCard, otherCard } = await two();
      const concern = lead.concernIn(otherCard);
      await lead.pressToken('lead', otherCard.token({ do: 'lead', act: 'not-us', concern, detail: 'no-child!' }));
      await joins('lead', oneCard, otherCard);
      expect(await open()).toEqual([lead.reference(oneCard)]);
    });
  });

  describe('an owner', () => {
    it('without an account is not offered, and not made', async () => {
      await starts({ deputy: { slack: undefined } });
      await lead.raise(bullying);
      await lead.press('lead', 'take');
      await hands('lead', lead.card());
      const labels = buttonsOn(lead.desk.posts.at(-1)?.message as Post['message']).map(({ label }) => label);
      expect(labels).toContain('Head');
      expect(labels).not.toContain('Deputy');
      await hands('lead', lead.card(), 'deputy');
      expect(lead.staff.news().join()).not.toContain('Deputy has it now');
      expect(plainText(lead.card().message)).toContain('Lead');
    });

    it('whose account is dead has it no longer: the reporter hears it and others are told', async () => {
      await lead.raise(bullying);
      await lead.press('lead', 'take');
      lead.desk.refuses = ({ to }) => (to === 'U-deputy' ? { status: 'failed', reason: 'person-gone' } : undefined);
      const from = lead.desk.posts.length;
      await hands('lead', lead.card(), 'deputy');
      expect(lead.staff.news().join()).toContain(again);
      expect(tellings(from, lead.card())).not.toEqual([]);
      const later = lead.desk.posts.length;
      await lead.pass(60, 10);
      expect(tellings(later, lead.card())).not.toEqual([]);
    });

    it.each([
      ['has another in their place', { slack: 'U-new', name: 'New' }],
      ['lost their account', { slack: undefined }],
    ])('who %s has it no longer, each time', async (_, change) => {
      await lead.raise(bullying);
      for (let times = 1; times <= 2; times++) {
        const on = lead.channel().findLast(({ message }) => buttonsOn(message).length > 0) as Post;
        await lead.press('deputy', 'take', { on });
        const from = lead.desk.posts.length;
        await starts({ deputy: change });
        expect(lead.staff.news().filter((each) => each.includes(again))).toHaveLength(times);
        await lead.pass(60, 10);
        expect(tellings(from, lead.card())).not.toEqual([]);
        expect(lead.staff.news().join()).not.toContain('New has');
        await starts();
      }
    });

    it('whose number or name alone changed keeps it', async () => {
      await lead.raise(bullying);
      await lead.press('deputy', 'take');
      await starts({ deputy: { name: 'Deputy Married', phone: '01632 960044' } });
      expect(lead.staff.news().join()).not.toContain(again);
    });
  });

  describe('stored by an older version', () => {
    /** As it stored a press by the lead. */
    async function stored(on: Post, more: { type: 'same'; reference: string } | { type: 'hand'; to: string }) {
      const { desk } = lead;
      const names = createLeadNames(createIndex(desk.keys.index));
      const seal = createLeadsSeal(createSeal(desk.keys, randomBytes));
      const ports = { store: desk.store, seal, clock: () => desk.now };
      const entry = { ...more, at: desk.now, by: 'lead', account: 'U-lead' };
      const key = names.concernOf(tenant, lead.concernIn(on));
      const { follow } = await addEntry(key, tenant, entry, { delivery: 'old', keepMs: 1e9 }, ports);
      for (const reply of follow) await desk.bot.outbox.sendNow(reply);
      await desk.idle();
    }

    it('a join, which kept the reference alone, is followed to the one that goes on', async () => {
      const { one, oneCard, otherCard } = await two();
      await stored(oneCard, { type: 'same', reference: lead.reference(otherCard) });
      expect(await open()).toEqual([lead.reference(otherCard)]);
      await lead.desk.bot.wake([tenant]);
      const concern = lead.concernIn(otherCard);
      await lead.pressToken('lead', otherCard.token({ do: 'lead', act: 'not-us', concern, detail: 'no-child!' }));
      await lead.settle();
      expect(one.news().join()).toContain(again);
      expect(await open()).toEqual([lead.reference(oneCard)]);
    });

    it('a hand-over, which did not keep the account, is theirs by the account they press with', async () => {
      await lead.raise(bullying);
      await stored(lead.card(), { type: 'hand', to: 'deputy' });
      await lead.press('deputy', 'contact', { on: lead.newest('deputy') });
      await starts({ deputy: { slack: 'U-new', name: 'New' } });
      expect(lead.staff.news().join()).toContain(again);
      expect(lead.staff.news().join()).not.toContain('New has');
    });
  });

  describe('the organisation file', () => {
    const nobodyThere = 'has left the list of leads, so we can tell nobody there';
    const withoutSchool = (): Organisation => {
      const { sites, ...rest } = staffed();
      return { ...rest, sites: sites.filter(({ id }) => id !== 'school') };
    };
    const readsAgain = async (organisation: Organisation | undefined) => {
      lead.desk.organisation = organisation;
      await lead.desk.bot.wake([tenant]);
      await lead.desk.idle();
    };

    it.each([[true], [false]])(
      'without its site (taken: %s): the reporter hears it once, and telling goes on when it is back',
      async (taken) => {
        await readsAgain(staffed());
        await lead.typed('administrator', 'setup');
        await lead.raise(bullying);
        const card = lead.card();
        if (taken) await lead.press('lead', 'take');
        await readsAgain(withoutSchool());
        await lead.pass(120, 15);
        await readsAgain(withoutSchool());
        expect(lead.desk.bot.withoutSite()).toBe(1);
        expect(lead.staff.news().filter((each) => each.includes(nobodyThere))).toHaveLength(1);
        expect(lead.staff.news().at(-1)).toContain('999');
        const told = lead.desk.posts.filter(({ to }) => to.to === 'U-administrator');
        expect(lead.all(told)).toContain('no longer has: school.');

        const from = lead.desk.posts.length;
        await readsAgain(staffed());
        expect(lead.desk.bot.withoutSite()).toBe(0);
        await lead.pass(60, 10);
        expect(tellings(from, card)).not.toEqual([]);
        await lead.press('deputy', 'take', { on: lead.newest('deputy') });
        expect(lead.staff.news().at(-1)).toContain('Deputy');
      },
    );

    it('without anybody who can be told when it was time: they are told once somebody is there again', async () => {
      await readsAgain(staffed());
      await lead.raise(bullying);
      const nobody = Object.fromEntries(['lead', 'deputy', 'head'].map((id) => [id, { slack: undefined }]));
      const { sites, ...rest } = staffed({}, nobody);
      await readsAgain({ ...rest, sites: sites.map((site) => ({ ...site, channel: {} })) });
      await lead.pass(120, 15);
      const from = lead.desk.posts.length;
      await readsAgain(staffed());
      await lead.pass(15);
      expect(tellings(from, lead.card())).not.toEqual([]);
    });

    it('without its workspace for a while: what is owed waits, and comes when it is back', async () => {
      await lead.staff.start();
      await lead.staff.go(bullying, { until: 'colleague' });
      const [asked, from] = [lead.staff.posts().length, lead.desk.posts.length];
      lead.desk.platform = Array.from({ length: 20 }, () => ({ status: 'retry', reason: 'internal_error' }) as const);
      await lead.staff.choose(['no']);
      lead.desk.organisation = undefined;
      lead.desk.platform = [];
      await lead.pass(5);
      expect(lead.desk.posts.slice(from)).toEqual([]);
      await readsAgain(staffed());
      await lead.pass(2);
      expect(lead.staff.posts().length).toBe(asked + 1);
      expect(lead.staff.hasAnswer()).toBe(true);
      expect(lead.channel()).toHaveLength(1);

      // The same for what comes due meanwhile.
      lead.desk.organisation = undefined;
      await lead.pass(120, 15);
      const later = lead.desk.posts.length;
      await readsAgain(staffed());
      await lead.pass(2);
      expect(tellings(later, lead.card())).not.toEqual([]);
    });
  });

  it('whatever is joined, handed, closed and changed, in whatever order', async () => {
    const who = fc.constantFrom('lead', 'deputy', 'head');
    const card = fc.nat(2);
    const doing = fc.oneof(
      fc.record({ do: fc.constantFrom('join' as const, 'both' as const), who, card, to: card }),
      fc.record({ do: fc.constant('take' as const), who, card }),
      fc.record({ do: fc.constant('hand' as const), who, card, to: who }),
      fc.record({ do: fc.constant('withdraw' as const), card }),
      fc.record({ do: fc.constant('not-us' as const), who, card }),
      fc.record({ do: fc.constant('file' as const), who, slack: fc.constantFrom('U-new', undefined, 'as-was') }),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(doing, { minLength: 3, maxLength: 8 }), async (doings) => {
        await lead.desk.data.close();
        lead = await openLeadDesk(fresh);
        const raised: { talk: LeadDesk['staff']; on: Post }[] = [];
        for (let i = 0; i < 3; i++) {
          const talk = lead.another();
          await lead.raise(bullying);
          raised.push({ talk, on: lead.channel().at(-1) as Post });
        }
        const at = (i: number) => raised[i] as (typeof raised)[number];
        for (const each of doings) await act(each, at);
        await lead.settle();
        await lead.desk.bot.wake([tenant]);
        await lead.settle();
        const before = await Promise.all(raised.map(({ on }) => read(on)));
        await lead.pass(150, 15);
        for (const [i, { on }] of raised.entries()) isLookedAfter(before, before[i], await read(on));
      }),
      { numRuns: 8 },
    );

    async function act(
      each: typeof doing extends fc.Arbitrary<infer Doing> ? Doing : never,
      at: (i: number) => { talk: LeadDesk['staff']; on: Post },
    ) {
      switch (each.do) {
        case 'join':
          return joins(each.who, at(each.card).on, at(each.to).on);
        case 'both':
          return Promise.all([
            joins(each.who, at(each.card).on, at(each.to).on),
            joins('lead', at(each.to).on, at(each.card).on),
          ]);
        case 'hand':
          return hands(each.who, at(each.card).on, each.to);
        case 'take':
        case 'not-us': {
          const { on } = at(each.card);
          const detail = each.do === 'not-us' ? { detail: 'no-child!' } : {};
          const concern = lead.concernIn(on);
          return lead.pressToken(each.who, on.token({ do: 'lead', act: each.do, concern, ...detail }));
        }
        case 'withdraw':
          return withdraws(at(each.card).talk);
        case 'file':
          return starts(each.slack === 'as-was' ? {} : { [each.who]: { slack: each.slack } });
      }
    }
  });

  async function withdraws(talk: LeadDesk['staff']) {
    await talk.press({ do: 'change' });
    if (!buttonsOn(talk.last().message).some(({ action }) => action.do === 'withdraw')) return;
    await talk.press({ do: 'withdraw' });
    await talk.press({ do: 'withdraw', sure: true });
  }

  async function read(on: Post): Promise<Concern> {
    const key = createLeadNames(createIndex(lead.desk.keys.index)).concernOf(tenant, lead.concernIn(on));
    const seal = createLeadsSeal(createSeal(lead.desk.keys, randomBytes));
    return (await readConcern(key, { store: lead.desk.store, seal })).concern as Concern;
  }

  /** @param later the same one, hours afterwards */
  function isLookedAfter(all: readonly Concern[], concern: Concern | undefined, later: Concern) {
    if (!concern || concern.closed === 'not-for-us' || concern.report.withdrawn) return;
    const said = concern.entries.map(({ type }) => type).join();
    if (concern.closed === 'joined') {
      const last = concern.entries.findLast((entry) => entry.type === 'same');
      const other = all.find(({ report }) => report.reference === last?.reference);
      expect(other?.closed === 'joined' || (other && runs(other)), said).toBe(true);
      // And not round in a circle.
      expect(all.some(runs), said).toBe(true);
    } else if (concern.owner) {
      const { id } = concern.owner;
      const person = lead.desk.organisation?.sites.flatMap(peopleOf).find((each) => each.id === id);
      expect(person?.slack, said).toBe(concern.owner.account);
    } else expect(later.entries.length, said).toBeGreaterThan(concern.entries.length);
  }
});
