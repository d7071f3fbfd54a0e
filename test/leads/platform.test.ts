/** The platform refuses, for an hour or for good: the notice arrives, time goes on, the next people are told, the reporter hears. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { plainText } from '../../dialogs/plain.ts';
import type { Address } from '../../src/contract.ts';
import { StoreUnavailable } from '../../src/store/store.ts';
import { bullying, colleague, type LeadDesk, minute, openLeadDesk, staffed } from '../support/lead-desk.ts';
import { onBothStores } from '../support/stores.ts';

const busy = { status: 'retry', reason: '503' } as const;
const archived = { status: 'failed', reason: 'is_archived' } as const;
const gone = { status: 'failed', reason: 'card-gone' } as const;
const isChannel = ({ place, channel }: Address) => place === 'leads' && channel === 'C-school';
const isPerson = ({ place }: Address) => place === 'private';
const isReporter = ({ place }: Address) => place === 'chat';

onBothStores((fresh) => {
  let lead: LeadDesk;
  beforeEach(async () => {
    lead = await openLeadDesk(fresh);
  });
  afterEach(() => lead.desk.data.close());

  it('the channel refuses for an hour: the deputies are told meanwhile, and the notice arrives once, as it stands then', async () => {
    lead.desk.refuses = (to) => (isChannel(to) ? busy : undefined);
    await lead.raise(bullying);
    await lead.pass(60);
    expect(lead.channel()).toHaveLength(0);
    expect(lead.privately('deputy').length).toBeGreaterThan(0);
    await lead.press('deputy', 'take', { on: lead.newest('deputy') });
    lead.desk.refuses = () => undefined;
    await lead.pass(10);
    expect(lead.channel()).toHaveLength(1);
    expect(plainText(lead.card().message)).toContain('Deputy has it');
  });

  it('everybody refuses for an hour, the reporter too: everything arrives then, and of the news the newest alone', async () => {
    await lead.staff.start();
    await lead.staff.go(bullying, { until: 'colleague' });
    lead.desk.refuses = () => busy;
    await lead.staff.pressOnly({ do: 'answer', question: 'colleague', value: 'no' });
    await lead.pass(60);
    expect(lead.channel()).toHaveLength(0);
    lead.desk.refuses = () => undefined;
    await lead.pass(10);
    expect(lead.staff.hasAnswer()).toBe(true);
    expect(lead.channel()).toHaveLength(1);
    expect(lead.privately('deputy')).toHaveLength(1);
    expect(lead.staff.news()).toHaveLength(1);
    expect(lead.staff.news().join()).toContain('Nobody has taken it yet, after 1 hour');
  });

  it('a channel that is archived: whoever is on cover is told all the same, once, and the reporter hears who could not be reached', async () => {
    lead.desk.refuses = (to) => (isChannel(to) ? archived : undefined);
    await lead.raise(bullying);
    await lead.desk.idle();
    for (const person of ['lead', 'deputy', 'head']) expect(lead.privately(person)).toHaveLength(1);
    expect(lead.staff.news().filter((news) => /could not reach the leads’ channel/.test(news))).toHaveLength(1);
    expect(lead.staff.news().join()).toContain('Deputy');
    const { length } = lead.desk.posts;
    await lead.settle();
    expect(lead.desk.posts).toHaveLength(length);
  });

  it('nobody at all can be reached: everybody is tried once a round, the reporter is told, and it goes on', async () => {
    lead.desk.refuses = (to) => (isReporter(to) ? undefined : { status: 'failed', reason: 'token_revoked' });
    await lead.raise(bullying);
    await lead.settle();
    const failed = lead.desk.events.filter(({ result }) => result === 'failed').length;
    // The channel, the lead, the deputy, the head.
    expect(failed).toBe(4);
    expect(lead.staff.news().join()).toMatch(/could not reach/);
    await lead.settle();
    expect(lead.desk.events.filter(({ result }) => result === 'failed')).toHaveLength(failed);
    lead.desk.refuses = () => undefined;
    await lead.pass(240);
    expect(lead.channel().length).toBeGreaterThan(0);
    expect(lead.privately('deputy').length).toBeGreaterThan(0);
  });

  it('one of those told cannot be reached: the others have it, so nobody is told anew before their time', async () => {
    lead.desk.refuses = (to) => (to.to === 'U-lead' ? archived : undefined);
    await lead.raise(bullying);
    await lead.pass(28);
    expect(lead.privately('lead')).toHaveLength(0);
    expect(lead.privately('deputy')).toHaveLength(1);
    expect(lead.privately('head')).toHaveLength(1);
    expect(lead.staff.news().join()).toMatch(/could not reach Lead/);
  });

  it('the only person picked cannot be reached: the reporter hears it, nobody else does, and it is tried again', async () => {
    lead.desk.refuses = (to) => (isPerson(to) ? { status: 'failed', reason: 'user_disabled' } : undefined);
    await lead.raise(colleague, { safeToTell: ['head'] });
    await lead.settle();
    expect(lead.staff.news().join()).toMatch(/could not reach Head/);
    lead.desk.refuses = () => undefined;
    await lead.pass(70);
    expect(lead.privately('head').length).toBeGreaterThan(0);
    expect(lead.desk.posts.filter(({ to }) => !isReporter(to) && to.to !== 'U-head')).toEqual([]);
  });

  it('a reporter who cannot be reached stops nothing', async () => {
    await lead.staff.start();
    await lead.staff.go(bullying, { until: 'colleague' });
    lead.desk.refuses = (to) => (isReporter(to) ? { status: 'failed', reason: 'user_disabled' } : undefined);
    await lead.staff.press({ do: 'answer', question: 'colleague', value: 'no' });
    expect(lead.channel()).toHaveLength(1);
    await lead.press('deputy', 'take', { on: lead.newest('deputy') });
    expect(plainText(lead.card().message)).toContain('Deputy has it');
    // What they missed comes with the next news.
    lead.desk.refuses = () => undefined;
    await lead.press('deputy', 'contact', { on: lead.newest('deputy') });
    expect(lead.staff.news().join()).toMatch(/We are telling .*Deputy has seen it/s);
  });

  it('a card that somebody deleted is posted anew', async () => {
    await lead.raise(bullying);
    const token = lead.token('take');
    lead.desk.posts.splice(lead.desk.posts.indexOf(lead.card()), 1);
    await lead.pressToken('lead', token);
    await lead.settle();
    expect(lead.channel()).toHaveLength(1);
    expect(plainText(lead.card().message)).toContain('Lead has it');
    expect(lead.staff.news().join()).not.toMatch(/could not reach/);
  });

  it('a channel whose cards are always gone is not posted to for ever', async () => {
    await lead.raise(bullying);
    const token = lead.token('take');
    lead.desk.refuses = (to) => (to.place === 'leads' || to.place === undefined ? gone : undefined);
    await lead.pressToken('lead', token);
    await lead.settle();
    expect(lead.desk.events.filter(({ result }) => result === 'failed').length).toBeLessThan(5);
  });

  it('after half a day without the program everything still comes', async () => {
    lead.desk.refuses = () => 'hang';
    await lead.staff.start().catch(() => {});
    lead.desk.die();
    lead.desk.refuses = () => undefined;
    lead.another();
    await lead.staff.start();
    await lead.staff.go(bullying, { until: 'colleague' });
    lead.desk.refuses = () => 'hang';
    await lead.staff.pressOnly({ do: 'answer', question: 'colleague', value: 'no' });
    lead.desk.die();
    lead.desk.refuses = () => undefined;
    lead.desk.now += 14 * 60 * minute;
    for (let sweep = 0; sweep < 3; sweep++) await lead.settle();
    expect(lead.channel()).toHaveLength(1);
  });

  it('what a reporter has an answer to reaches the leads even after a long weekend without the program', async () => {
    await lead.staff.start();
    await lead.staff.go(bullying, { until: 'colleague' });
    lead.desk.before = (method) => {
      if (method === 'claim') throw new StoreUnavailable('no', 'It is away.');
    };
    await lead.staff.press({ do: 'answer', question: 'colleague', value: 'no' });
    expect(lead.staff.hasAnswer()).toBe(true);
    lead.desk.die();
    lead.desk.before = () => {};
    lead.desk.now += 90 * 60 * minute;
    for (let sweep = 0; sweep < 3; sweep++) await lead.settle();
    expect(lead.channel().length).toBeGreaterThan(0);
  });

  it('a timer that a change of the organisation’s file has overtaken is set anew', async () => {
    await lead.raise(bullying);
    lead.desk.organisation = staffed({ escalation: { todayMinutes: 20 } });
    await lead.pass(31);
    expect(lead.privately('deputy').length).toBeGreaterThan(0);
  });
});
