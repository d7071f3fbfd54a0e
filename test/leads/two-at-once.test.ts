/** Two processes on the same data, and two people at the same second: one owner, one card each place, nothing twice. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { plainText } from '../../dialogs/plain.ts';
import { reminder } from '../../dialogs/words/lead-news.ts';
import type { Bot } from '../../src/bot.ts';
import { bullying, type LeadDesk, minute, openLeadDesk } from '../support/lead-desk.ts';
import { onBothStores } from '../support/stores.ts';

onBothStores((fresh) => {
  let lead: LeadDesk;
  let other: Bot;
  beforeEach(async () => {
    lead = await openLeadDesk(fresh);
    other = lead.desk.newBot(await lead.desk.data.open());
  });
  afterEach(() => lead.desk.data.close());

  const both = async () => {
    await Promise.all([lead.desk.bot.outbox.sweep(), other.outbox.sweep()]);
    await lead.desk.idle();
  };

  it('a notice that both sweep at once is posted once', async () => {
    await lead.staff.start();
    await lead.staff.go(bullying, { until: 'colleague' });
    lead.desk.refuses = () => 'hang';
    await lead.staff.pressOnly({ do: 'answer', question: 'colleague', value: 'no' });
    lead.desk.die();
    lead.desk.refuses = () => undefined;
    other = lead.desk.newBot(await lead.desk.data.open());
    for (let sweep = 0; sweep < 4; sweep++) {
      lead.desk.now += minute;
      await both();
    }
    expect(lead.channel()).toHaveLength(1);
    expect(lead.staff.news()).toHaveLength(1);
  });

  it('what is pressed while a card is being drawn is drawn right after it, without waiting for the sweep', async () => {
    await lead.raise(bullying);
    await lead.press('lead', 'take');
    const details = lead.newest('lead');
    const concern = lead.concernIn(details);
    const token = (act: 'contact' | 'hand', detail?: string) =>
      details.token({ do: 'lead', act, concern, ...(detail && { detail }) });
    lead.desk.platform.push(300, 300, 300);
    const first = lead.pressToken('lead', token('contact'));
    await sleep(50);
    await lead.pressToken('lead', token('hand', lead.handTo('deputy')));
    await first;
    expect(plainText(lead.card().message)).toContain('Deputy has it');
    expect(lead.all(lead.thread())).toMatch(/handed it to Deputy/);
    expect(lead.staff.news().join()).toContain('Deputy has it now');
  });

  it('an escalation that both sweep at once is told once to each', async () => {
    await lead.raise(bullying);
    lead.desk.now += 31 * minute;
    for (let sweep = 0; sweep < 3; sweep++) {
      await both();
      lead.desk.now += minute;
    }
    // Once when it was raised, once now.
    expect(lead.privately('lead')).toHaveLength(2);
    expect(lead.privately('deputy')).toHaveLength(2);
    expect(lead.staff.news()).toHaveLength(2);
  });

  it('a reminder that both sweep at once is sent once', async () => {
    await lead.raise(bullying, { danger: 'yes' });
    await lead.press('lead', 'take');
    lead.desk.now += 16 * minute;
    for (let sweep = 0; sweep < 3; sweep++) {
      await both();
      lead.desk.now += minute;
    }
    const reminders = lead.privately('lead').filter(({ message }) => message.summary === reminder.summary);
    const said = reminders.map(({ message }) => plainText(message));
    expect(said.length).toBeGreaterThan(0);
    const duties = lead.desk.posts.filter(({ message }) => message.summary === reminder.summary).length;
    expect(duties).toBe(said.length);
    expect(lead.channel()).toHaveLength(1);
  });

  it.each([1, 2, 3, 4, 5])(
    'taken at the same second in two processes: one owner, said once everywhere (%i)',
    async () => {
      await lead.raise(bullying);
      const token = lead.token('take');
      await Promise.all([lead.pressToken('lead', token), lead.pressToken('deputy', token, { bot: other })]);
      await lead.settle();
      const card = plainText(lead.card().message);
      const [owner, loser, second] = card.includes('Lead has it')
        ? ['Lead', 'Deputy', 'deputy']
        : ['Deputy', 'Lead', 'lead'];
      expect(card).toContain(`${owner} has it`);
      expect(card).not.toContain(loser);
      expect(lead.channel()).toHaveLength(1);
      expect(lead.thread().filter(({ message }) => plainText(message).includes('has it'))).toHaveLength(1);
      expect(lead.staff.news().filter((news) => news.includes('has seen it'))).toHaveLength(1);
      expect(lead.all(lead.privately(second))).toContain(owner);
    },
  );

  it.each([1, 2, 3])('a report and an escalation at the same moment both count (%i)', async () => {
    await lead.raise(bullying);
    lead.desk.now += 31 * minute;
    const changed = lead.change('danger', ['yes'], { aboutBullying: ['none'] });
    await Promise.all([both(), changed]);
    await lead.settle();
    expect(lead.all(lead.thread())).toMatch(/changed an answer/);
    lead.desk.now += 11 * minute;
    await lead.settle();
    expect(lead.privately('deputy').length).toBeGreaterThan(0);
  });

  it('a place that was busy is brought up to date by the sweep', async () => {
    await lead.raise(bullying);
    lead.desk.platform = [];
    lead.desk.refuses = ({ place }) =>
      place === 'leads' || place === undefined ? { status: 'retry', reason: '503' } : undefined;
    await lead.press('lead', 'take');
    lead.desk.refuses = () => undefined;
    await lead.press('lead', 'contact', { on: lead.newest('lead') });
    expect(lead.thread()).toHaveLength(0);
    await lead.settle();
    expect(plainText(lead.card().message)).toContain('Lead has it');
    expect(lead.thread()).toHaveLength(2);
  });
});
