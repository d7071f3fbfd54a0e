/** Who is told when: evenings, weekends, Christmas, leave, and both nights on which the clocks change. Times are London's. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainText } from '../../dialogs/plain.ts';
import { reminder } from '../../dialogs/words/lead-news.ts';
import type { Post } from '../support/bot.ts';
import { bullying, type LeadDesk, minute, openLeadDesk, staffed } from '../support/lead-desk.ts';
import { onBothStores } from '../support/stores.ts';
import { buttonsOn } from '../support/talker.ts';

/** In winter London keeps UTC; in summer it is an hour ahead. */
const winter = (text: string) => new Date(`${text}:00Z`);
const summer = (text: string) => new Date(`${text}:00+01:00`);

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
