/** Who is told when: evenings, weekends, Christmas, leave, and both nights on which the clocks change. Times are London's. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { reminder } from '../../dialogs/words/lead-news.ts';
import type { Post } from '../support/bot.ts';
import { bullying, colleague, type LeadDesk, minute, openLeadDesk, staffed } from '../support/lead-desk.ts';
import { onBothStores } from '../support/stores.ts';

/** In winter London keeps UTC; in summer it is an hour ahead. */
const winter = (text: string) => new Date(`${text}:00Z`);
const summer = (text: string) => new Date(`${text}:00+01:00`);

/** Nothing else of this concern is due to the LADO, so this is its limit. */
const ladoInOneDay = {
  id: 'lado-one-day',
  kind: 'route',
  route: 'lado',
  actor: 'lead',
  strength: 'must',
  deadline: { workingDays: 1 },
  text: 'Tell the LADO within one working day.',
  source: 'a page',
};

onBothStores((fresh) => {
  let lead: LeadDesk;
  beforeEach(async () => {
    lead = await openLeadDesk(fresh);
  });
  afterEach(() => lead.desk.data.close());

  const at = (moment: Date) => {
    lead.desk.now = moment.getTime();
  };
  /** Everybody's first telling after the report, in whole minutes. */
  async function firstTold(people: readonly string[], minutes: number): Promise<Record<string, number>> {
    const from = lead.desk.now;
    const told: Record<string, number> = {};
    for (let passed = 0; passed <= minutes; passed++) {
      for (const person of people) {
        if (lead.privately(person).length > 0) told[person] ??= Math.round((lead.desk.now - from) / minute);
      }
      if (passed < minutes) await lead.pass(1);
    }
    return told;
  }
  const reminders = (posts: readonly Post[]) => posts.filter(({ message }) => message.summary === reminder.summary);
  /** When each reminder came to this person, walking on by the minute or more. */
  async function remindedAt(person: string, until: Date, step = 5): Promise<readonly string[]> {
    const moments: string[] = [];
    while (lead.desk.now < until.getTime()) {
      const before = lead.desk.posts.length;
      await lead.pass(step, step);
      const to = lead.desk.posts.slice(before).filter((post) => post.to.to === `U-${person}`);
      if (reminders(to).length > 0) moments.push(new Date(lead.desk.now).toISOString().slice(0, 16));
    }
    return moments;
  }
  describe('nobody takes it', () => {
    const everybody = ['lead', 'deputy', 'head', 'chair'];
    const school = (people: Record<string, unknown>, site: Record<string, unknown> = {}) => {
      const organisation = staffed({}, people);
      const sites = organisation.sites.map((each) => (each.id === 'school' ? { ...each, ...site } : each));
      lead.desk.organisation = { ...organisation, sites } as typeof organisation;
    };
    const off = { cover: { weekdays: 'closed', bankHolidays: 'closed' } };
    const leave = { away: [{ from: '2026-11-25', to: '2026-11-27' }] };

    it('in the day: whoever is on cover is told in the first minute, whatever their rank, and again after 10 minutes', async () => {
      await lead.raise(bullying, { danger: 'yes' });
      expect(await firstTold(everybody, 1)).toEqual({ lead: 0, deputy: 0, head: 0 });
      expect(lead.channel()).toHaveLength(1);
      const heard = lead.privately('head').length;
      await lead.pass(10);
      expect(lead.privately('head').length).toBeGreaterThan(heard);
    });

    it('on Friday at 18:30: the head, who alone is on cover, is told at once; who is off is told once nobody is on', async () => {
      at(winter('2026-11-27T18:30'));
      await lead.raise(bullying, { danger: 'yes' });
      expect(await firstTold(everybody, 80)).toEqual({ head: 0 });
      expect(lead.staff.news()[0]).toContain('Head');
      expect(lead.staff.news().join()).not.toMatch(/01632 96002[12]/);
      let last = lead.desk.now;
      let count = lead.desk.posts.length;
      while (lead.desk.now < winter('2026-11-28T08:00').getTime()) {
        await lead.pass(10, 10);
        if (lead.desk.posts.length > count) last = lead.desk.now;
        count = lead.desk.posts.length;
        expect(lead.desk.now - last).toBeLessThanOrEqual(70 * minute);
      }
      expect(lead.channel().length).toBeGreaterThan(5);
      expect(lead.privately('deputy').length).toBeGreaterThan(0);
    });

    it('at the weekend, where nobody is on cover: all are told by rank, and the reporter is shown who outside answers', async () => {
      at(winter('2026-11-28T11:00'));
      await lead.raise(bullying, { danger: 'yes' });
      expect(await firstTold(everybody, 25)).toEqual({ lead: 10, deputy: 10, head: 20 });
      expect(lead.staff.news().join()).toContain('01632 960002');
      expect(lead.staff.news().join()).not.toMatch(/01632 96002\d/);
    });

    it.each([
      ['the lead', '2026-11-23T08:30', {}, ['lead', 'head']],
      ['the deputy, with the lead on leave', '2026-11-25T10:30', { lead: leave, head: off }, ['deputy']],
      ['the head, with lead and deputy on leave', '2026-11-26T11:00', { lead: leave, deputy: leave }, ['head']],
      ['the deputy in the night', '2026-11-24T02:00', { deputy: { cover: 'always' } }, ['deputy']],
      ['the head on Christmas Day', '2026-12-25T10:15', {}, ['head']],
      ['the lead on a Sunday', '2026-11-29T20:00', { lead: { cover: 'always' } }, ['lead']],
    ] as const)('%s: is told in the first minute, and nobody who is off', async (_, moment, people, on) => {
      school(people);
      at(winter(moment));
      await lead.raise(bullying, { danger: 'yes' });
      expect(await firstTold(everybody, 25)).toEqual(Object.fromEntries(on.map((person) => [person, 0])));
    });

    it('of those picked only who is on cover is told, in the first minute; the others while nobody is', async () => {
      at(winter('2026-11-27T18:30'));
      await lead.raise(colleague, { danger: 'yes', safeToTell: ['lead', 'head'] });
      expect(await firstTold(everybody, 60)).toEqual({ head: 0 });
    });

    it('where none of those picked is on cover nobody else is told, and the reporter is shown who outside can act', async () => {
      at(winter('2026-11-28T11:00'));
      await lead.raise(colleague, { danger: 'yes', safeToTell: ['head'] });
      expect(await firstTold(everybody, 60)).toEqual({ head: 0 });
      expect(lead.channel()).toEqual([]);
      const news = lead.staff.news().join();
      expect(news).toContain('01632 960002');
      expect(news).not.toMatch(/01632 96002\d/);
    });

    it('one who works alone, and is off: told, and the reporter is sent to who outside answers', async () => {
      school({}, { deputies: [], head: undefined, channel: {} });
      at(winter('2026-11-24T22:00'));
      await lead.raise(bullying, { danger: 'yes' });
      expect(await firstTold(everybody, 15)).toEqual({ lead: 0 });
      expect(lead.staff.news().join()).toContain('01632 960002');
    });

    it('nobody at all has an account: nobody is told, and the answer says whom to ring', async () => {
      school({ lead: { slack: undefined } }, { deputies: [], head: undefined, channel: {} });
      lead.desk.leads = undefined;
      await lead.raise(bullying, { danger: 'yes' });
      expect(await firstTold(everybody, 15)).toEqual({});
      expect(lead.staff.reads()).toContain('01632 960021');
    });

    it('a call is told at once to whoever is on cover, wherever the channel is', async () => {
      at(winter('2026-11-27T18:30'));
      await lead.call();
      expect(await firstTold(everybody, 12)).toEqual({ head: 0 });
      expect(lead.channel().length).toBeGreaterThan(0);
    });

    it.each([
      ['goes forward', winter('2027-03-28T00:45')],
      ['goes back', summer('2026-10-25T00:45')],
    ])('in the night that the clock %s: ten minutes are ten minutes', async (_, moment) => {
      at(moment);
      await lead.raise(bullying, { danger: 'yes' });
      expect(await firstTold(['lead', 'deputy', 'head'], 40)).toEqual({ lead: 10, deputy: 10, head: 20 });
    });
  });

  describe('taken and not done', () => {
    it('what is due now: the owner after a quarter of an hour, everybody after half an hour, and then no more', async () => {
      await lead.raise(bullying, { danger: 'yes' });
      await lead.press('lead', 'take');
      const after = await remindedAt('lead', winter('2026-11-23T11:00'), 1);
      expect(after[0]).toBe('2026-11-23T10:15');
      expect(reminders(lead.privately('deputy')).length).toBeGreaterThan(0);
      expect(reminders(lead.channel())).toEqual([]);
    });

    it('given back: the first people are told at once, and the wait begins anew from that moment', async () => {
      await lead.raise(bullying, { danger: 'yes' });
      await lead.press('head', 'take');
      const details = lead.newest('head');
      await lead.pass(30, 5);
      const heard = lead.privately('deputy').length;
      const cards = lead.channel().length;
      await lead.press('head', 'untake', { on: details });
      expect(lead.staff.news().slice(-2).join()).toMatch(/Nobody has it.*telling the leads’ channel, /s);
      expect(lead.channel()).toHaveLength(cards + 1);
      expect(lead.privately('deputy')).toHaveLength(heard + 1);
      await lead.pass(9);
      expect(lead.privately('deputy')).toHaveLength(heard + 1);
      await lead.pass(1);
      expect(lead.privately('deputy')).toHaveLength(heard + 2);
    });

    it('"Referral made" moves no limit: reminders come when they would have come', async () => {
      const heard = async (then: () => Promise<unknown>) => {
        at(winter('2026-11-23T10:00'));
        lead.desk.posts.length = 0;
        lead.another();
        await lead.raise(colleague, { safeToTell: ['head'] });
        await lead.press('head', 'take', { on: lead.newest('head') });
        await lead.pass(120, 15);
        await then();
        return remindedAt('head', winter('2026-11-24T02:00'), 15);
      };
      const without = await heard(async () => {});
      expect(without.length).toBeGreaterThan(0);
      expect(await heard(() => lead.staff.press({ do: 'referred' }))).toEqual(without);
    });

    it('once it is closed nothing more comes', async () => {
      await lead.raise(bullying, { danger: 'yes' });
      await lead.press('lead', 'take');
      await lead.closeIt('lead');
      expect(lead.staff.news().at(-1)).toContain('has dealt with it and closed it');
      const count = lead.desk.posts.length;
      await lead.pass(24 * 60, 60);
      expect(lead.desk.posts).toHaveLength(count);
    });

    it('a tick taken back brings its reminder again', async () => {
      await lead.raise(bullying, { danger: 'yes' });
      await lead.press('lead', 'take');
      await lead.tickAll('lead');
      await lead.pass(40, 5);
      const concern = lead.concernIn(lead.card());
      await lead.pressToken('lead', lead.card().token({ do: 'lead', act: 'done', concern, detail: '-emergency' }));
      await lead.pass(20, 5);
      expect(reminders(lead.privately('lead')).length).toBeGreaterThan(0);
    });

    it('handed over: the new owner is told and reminded, the old one is left in peace', async () => {
      await lead.raise(bullying, { danger: 'yes' });
      await lead.press('lead', 'take');
      const card = lead.card();
      await lead.pressToken(
        'lead',
        card.token({ do: 'lead', act: 'hand', concern: lead.concernIn(card), detail: lead.handTo('deputy') }),
      );
      expect(lead.privately('deputy')).toHaveLength(2);
      expect(lead.staff.news().at(-1)).toContain('Deputy has it now');
      await lead.pass(16);
      expect(reminders(lead.privately('deputy')).length).toBeGreaterThan(0);
      expect(reminders(lead.privately('lead'))).toEqual([]);
    });

    const aboutColleague = { ...colleague, positionOfTrust: 'yes', council: 'north', safeToTell: ['head'] };
    const takenByHead = async () => {
      await lead.raise(aboutColleague);
      await lead.press('head', 'take', { on: lead.newest('head') });
    };

    it('two hours and one before the council’s office closes, before which all of it is due', async () => {
      await takenByHead();
      expect(await remindedAt('head', winter('2026-11-24T03:00'), 15)).toEqual([
        '2026-11-23T15:00',
        '2026-11-23T16:00',
      ]);
    });

    it.each([
      ['at the weekend', winter('2026-11-28T09:00')],
      ['on Boxing Day’s holiday', winter('2026-12-28T09:00')],
    ])('%s no office closes: before the day at the site ends', async (_, moment) => {
      at(moment);
      await takenByHead();
      const day = moment.toISOString().slice(0, 10);
      const until = new Date(moment.getTime() + 18 * 60 * minute);
      expect(await remindedAt('head', until, 15)).toEqual([`${day}T16:00`, `${day}T17:00`]);
    });

    it('in summer the day ends by London’s clock', async () => {
      at(summer('2026-07-11T09:00'));
      await takenByHead();
      expect(await remindedAt('head', summer('2026-07-12T03:00'), 15)).toEqual([
        '2026-07-11T15:00',
        '2026-07-11T16:00',
      ]);
    });

    it.each([
      ['over a weekend', '2026-11-27', '2026-11-30'],
      ['over Christmas', '2026-12-24', '2026-12-29'],
      ['in the night that the clock goes forward', '2027-03-26', '2027-03-30'],
    ])('a limit in working days, %s: a day before it, and again on the last afternoon', async (_, from, last) => {
      lead.desk.organisation = staffed({ localDuties: [ladoInOneDay] });
      at(winter(`${from}T10:00`));
      await lead.raise(bullying, { ladoCouncil: 'north' });
      await lead.press('lead', 'take');
      const moments = await remindedAt('lead', new Date(Date.parse(`${last}T23:59:00Z`) + 4 * 60 * minute), 15);
      const afterwards = moments.filter((moment) => moment > `${from}T23:30`);
      const midnight = `${last}T24:00`;
      const end = (last < '2027-03-28' ? winter(midnight) : summer(midnight)).getTime();
      const hoursToGo = (hours: number) => new Date(end - hours * 60 * minute).toISOString().slice(0, 16);
      expect(afterwards).toEqual([hoursToGo(24), hoursToGo(9)]);
    });

    it('what is due today: before the office closes', async () => {
      at(winter('2026-11-23T10:00'));
      await lead.raise({
        danger: 'no',
        site: 'school',
        topics: ['exposure'],
        aboutExposure: ['none'],
        council: 'north',
      });
      await lead.press('lead', 'take', { on: lead.channel()[0] as Post });
      const moments = await remindedAt('lead', winter('2026-11-24T01:00'));
      for (const moment of moments) expect(moment < '2026-11-23T17:00' || moment > '2026-11-23T21:55').toBe(true);
      expect(moments.length).toBeGreaterThan(0);
    });
  });
});
