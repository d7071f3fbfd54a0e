/** Who is told when: evenings, weekends, Christmas, leave, and both nights on which the clocks change. Times are London's. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainText } from '../../dialogs/plain.ts';
import { reminder } from '../../dialogs/words/lead-news.ts';
import type { Post } from '../support/bot.ts';
import { bullying, colleague, type LeadDesk, minute, openLeadDesk, staffed } from '../support/lead-desk.ts';
import { onBothStores } from '../support/stores.ts';
import { buttonsOn } from '../support/talker.ts';

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
      const before = reminders(lead.privately(person)).length;
      await lead.pass(step, step);
      if (reminders(lead.privately(person)).length > before)
        moments.push(new Date(lead.desk.now).toISOString().slice(0, 16));
    }
    return moments;
  }
  async function tickAll(person: string): Promise<void> {
    await lead.press(person, 'open', { on: lead.channel().at(-1) as Post });
    const details = lead.newest(person);
    for (const { action } of buttonsOn(details.message)) {
      if (action.do === 'lead' && action.act === 'done') await lead.pressToken(person, details.token(action));
    }
  }

  describe('nobody takes it', () => {
    it('in the day: after 10 minutes where it is needed now', async () => {
      await lead.raise(bullying, { danger: 'yes' });
      expect(await firstTold(['lead', 'deputy', 'head'], 25)).toEqual({ lead: 10, deputy: 10, head: 20 });
    });

    it('on Friday at 18:30: who has no cover now is told all the same where nobody has, and again and again to Monday', async () => {
      at(winter('2026-11-27T18:30'));
      await lead.raise(bullying, { danger: 'yes' });
      expect(await firstTold(['lead', 'deputy', 'head'], 21)).toEqual({ lead: 10, deputy: 10, head: 20 });
      let last = lead.desk.now;
      let count = lead.desk.posts.length;
      while (lead.desk.now < winter('2026-11-30T08:00').getTime()) {
        await lead.pass(10, 10);
        if (lead.desk.posts.length > count) last = lead.desk.now;
        count = lead.desk.posts.length;
        expect(lead.desk.now - last).toBeLessThanOrEqual(70 * minute);
      }
      expect(lead.channel().length).toBeGreaterThan(5);
    });

    it('with only the lead on cover, the deputy is left in peace', async () => {
      at(winter('2026-11-23T08:30'));
      await lead.raise(bullying, { danger: 'yes' });
      expect(await firstTold(['lead', 'deputy'], 12)).toEqual({ lead: 10 });
    });

    it('where today is enough: after 30 minutes', async () => {
      await lead.raise(bullying);
      expect(await firstTold(['lead', 'deputy', 'head'], 35)).toEqual({ lead: 30, deputy: 30 });
    });

    it('with the lead on leave, the deputy alone is told', async () => {
      lead.desk.organisation = staffed({}, { lead: { away: [{ from: '2026-11-25', to: '2026-11-27' }] } });
      at(winter('2026-11-25T10:30'));
      await lead.raise(bullying, { danger: 'yes' });
      expect(await firstTold(['lead', 'deputy'], 12)).toEqual({ deputy: 10 });
    });

    it('on Christmas Day: the head has two hours’ cover, and is told first when her turn comes', async () => {
      at(winter('2026-12-25T10:15'));
      await lead.raise(bullying, { danger: 'yes' });
      expect(await firstTold(['lead', 'deputy', 'head'], 21)).toEqual({ lead: 10, deputy: 10, head: 20 });
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
      expect(lead.staff.news().slice(-2).join()).toMatch(/Nobody has it.*telling the leads’ channel now/s);
      expect(lead.channel()).toHaveLength(cards + 1);
      await lead.pass(9);
      expect(lead.privately('deputy')).toHaveLength(heard);
      await lead.pass(1);
      expect(lead.privately('deputy')).toHaveLength(heard + 1);
    });

    it('"I have made the referral" moves no limit: reminders come when they would have come', async () => {
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

    it('once all is ticked nothing more comes', async () => {
      await lead.raise(bullying, { danger: 'yes' });
      await lead.press('lead', 'take');
      await tickAll('lead');
      expect(lead.staff.news().at(-1)).toContain('ticked everything');
      const count = lead.desk.posts.length;
      await lead.pass(24 * 60, 60);
      expect(lead.desk.posts).toHaveLength(count);
    });

    it('a tick taken back brings its reminder again', async () => {
      await lead.raise(bullying, { danger: 'yes' });
      await lead.press('lead', 'take');
      await tickAll('lead');
      await lead.pass(40, 5);
      await lead.press('lead', 'open');
      const details = lead.newest('lead');
      const undo = buttonsOn(details.message).find(
        ({ action }) => action.do === 'lead' && action.act === 'done' && action.detail?.startsWith('-'),
      );
      if (!undo) throw new Error(`No tick to take back on ${plainText(details.message)}`);
      await lead.pressToken('lead', details.token(undo.action));
      await lead.pass(20, 5);
      expect(reminders(lead.privately('lead')).length).toBeGreaterThan(0);
    });

    it('handed over: the new owner is told and reminded, the old one is left in peace', async () => {
      await lead.raise(bullying, { danger: 'yes' });
      await lead.press('lead', 'take');
      const card = lead.card();
      await lead.pressToken(
        'lead',
        card.token({ do: 'lead', act: 'hand', concern: lead.concernIn(card), detail: 'deputy' }),
      );
      expect(lead.privately('deputy')).toHaveLength(1);
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

    it('duty by duty: two hours and one before the council’s office closes, and before midnight for the rest', async () => {
      await takenByHead();
      expect(await remindedAt('head', winter('2026-11-24T03:00'), 15)).toEqual([
        '2026-11-23T15:00',
        '2026-11-23T16:00',
        '2026-11-23T22:00',
        '2026-11-23T23:00',
      ]);
    });

    it.each([
      ['at the weekend', winter('2026-11-28T09:00')],
      ['on Boxing Day’s holiday', winter('2026-12-28T09:00')],
    ])('%s no office closes: before midnight', async (_, moment) => {
      at(moment);
      await takenByHead();
      const day = moment.toISOString().slice(0, 10);
      const until = new Date(moment.getTime() + 18 * 60 * minute);
      expect(await remindedAt('head', until, 15)).toEqual([`${day}T22:00`, `${day}T23:00`]);
    });

    it('in summer midnight is London’s', async () => {
      at(summer('2026-07-11T09:00'));
      await takenByHead();
      expect(await remindedAt('head', summer('2026-07-12T03:00'), 15)).toEqual([
        '2026-07-11T21:00',
        '2026-07-11T22:00',
      ]);
    });

    it.each([
      ['over a weekend', '2026-11-27', '2026-11-30'],
      ['over Christmas', '2026-12-24', '2026-12-29'],
      ['in the night that the clock goes forward', '2027-03-26', '2027-03-30'],
    ])('a limit in working days, %s: a day before it, and again on the last afternoon', async (_, from, last) => {
      lead.desk.organisation = staffed({ localDuties: [ladoInOneDay] });
      at(winter(`${from}T10:00`));
      await lead.raise(bullying);
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
      await lead.raise({ danger: 'no', site: 'school', topics: ['exposure'], council: 'north' });
      await lead.press('lead', 'take', { on: lead.channel()[0] as Post });
      const moments = await remindedAt('lead', winter('2026-11-24T01:00'));
      for (const moment of moments) expect(moment < '2026-11-23T17:00' || moment > '2026-11-23T21:55').toBe(true);
      expect(moments.length).toBeGreaterThan(0);
    });
  });
});
