/** Counts of a site: kept by the week longer than the concerns, never of a restricted one, told term by term. */
import { createHash } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { plainText } from '../../dialogs/plain.ts';
import { StoreUnavailable } from '../../src/store/store.ts';
import { bullying, colleague, type LeadDesk, openLeadDesk } from '../support/lead-desk.ts';
import { linkIn } from '../support/staffed.ts';
import { onBothStores } from '../support/stores.ts';

const tenant = { channel: 'slack', tenant: 'T1' } as const;
const day = 24 * 3_600_000;

onBothStores((fresh) => {
  let lead: LeadDesk;
  beforeEach(async () => {
    lead = await openLeadDesk(fresh);
    lead.desk.now = Date.UTC(2026, 11, 8, 10);
    lead.desk.publicUrl = 'https://signpost.example';
  });
  afterEach(() => lead.desk.data.close());

  const wake = () => lead.desk.bot.wake([tenant]);
  async function asks(person: string, filter: string): Promise<string> {
    await lead.typed(person, 'concerns');
    await lead.pressToken(person, lead.desk.posts.at(-1)?.token({ do: 'concerns', filter }) ?? '');
    return plainText(lead.newest(person).message);
  }
  async function page(person: string): Promise<{ readonly status: number; readonly body: string }> {
    await asks(person, 'term:school');
    const link = new URL(linkIn(lead.newest(person).message));
    const route = lead.desk.bot.routes.find(({ path, method }) => method === 'POST' && path === link.pathname);
    if (!route) throw new Error('No such page');
    const answer = await route.handle({ raw: Buffer.from(`key=${link.hash.slice(1)}`) } as Parameters<
      typeof route.handle
    >[0]);
    const body = String(answer.body);
    const [, style = ''] = /<style>(.*)<\/style>/s.exec(body) ?? [];
    // Or a browser draws it without its sheets.
    expect(answer.headers?.['content-security-policy']).toContain(createHash('sha256').update(style).digest('base64'));
    return { status: answer.status, body };
  }
  async function raiseOpen(count: number) {
    for (let i = 0; i < count; i++) {
      await lead.raise(bullying);
      await lead.pressToken(
        'lead',
        lead
          .channel()
          .at(-1)
          ?.token({ do: 'lead', act: 'take', concern: lead.concernIn(lead.channel().at(-1) as never) }) ?? '',
      );
      lead.another();
    }
  }
  async function raiseRestricted(count: number) {
    for (let i = 0; i < count; i++) {
      await lead.raise(colleague, { safeToTell: ['head'] });
      lead.another();
    }
  }
  /** Past the last week of the term, hour by hour as it would be: only what is stored by then counts. */
  async function toJanuary() {
    await wake();
    lead.desk.now = Date.UTC(2027, 0, 12, 10);
    await wake();
  }

  it('a term that is over is told with its total and times, on a page of its own; before, when it will be', async () => {
    await raiseOpen(6);
    await wake();
    expect(await asks('lead', 'term:school')).toContain('The next report is ready on Monday 11 January 2027.');
    await toJanuary();
    const card = await asks('lead', 'term:school');
    expect(card).toContain('September to December 2026');
    expect(card).toContain('Concerns: 6.');
    expect(card).toContain('within 10 minutes');
    expect(card).toContain('as Signpost did not run then:');
    const { status, body } = await page('lead');
    expect(status).toBe(200);
    expect(body).toContain('Concerns: 6.');
    // The concerns themselves may be gone by then.
    lead.desk.now = Date.UTC(2027, 3, 1, 10);
    expect((await page('lead')).body).toContain('Concerns: 6.');
    lead.desk.now = Date.UTC(2028, 0, 12, 10);
    expect(await asks('lead', 'term:school')).not.toContain('December 2026');
  });

  it('however many restricted ones there are, every count, report, page and stored name is as without them', async () => {
    const all = async () => [
      await asks('lead', 'month'),
      await asks('head', 'month:school'),
      await asks('chair', 'month'),
    ];
    await raiseOpen(5);
    const before = await all();
    await raiseRestricted(6);
    expect(await all()).toEqual(before);
    await toJanuary();
    const { body } = await page('head');
    expect(body).toContain('Concerns: 5.');
    expect(body).not.toMatch(/: 11\./);
  });

  it('what is restricted, or withdrawn, before its week settles is counted so', async () => {
    await raiseOpen(5);
    await lead.raise(bullying);
    await wake();
    await lead.change('colleague', ['yes'], { safeToTell: ['head'] });
    await wake();
    await toJanuary();
    expect(await asks('lead', 'term:school')).toContain('Concerns: 5.');
  });

  it('a week that settled is never counted again, however often it is walked, and a week without any has counts, too', async () => {
    await wake();
    const key = (await lead.desk.store.sample(1_000)).filter(({ key }) => key.includes(':lead-counts:'));
    // Each site, this week and the one before, which has not settled.
    expect(key).toHaveLength(2 * 3);
    await raiseOpen(5);
    await wake();
    await wake();
    const after = (await lead.desk.store.sample(1_000)).filter(({ key }) => key.includes(':lead-counts:'));
    expect(after).toHaveLength(2 * 3);
    expect(new Set(after.map(({ sealed }) => sealed.length)).size).toBe(1);
    lead.desk.now += 60 * day;
    await wake();
    expect(await asks('lead', 'term:school')).toContain('Concerns: 5.');
  });

  it('a concern whose site is corrected is counted where it is, once', async () => {
    await raiseOpen(5);
    await lead.raise(bullying);
    await lead.change('site', ['team']);
    expect(await lead.typed('administrator', 'list concerns')).toContain('Concerns kept: 6');
    await toJanuary();
    expect(await asks('lead', 'term:school')).toContain('Concerns: 5.');
    expect(await asks('manager', 'term:team')).toContain('Fewer than 5');
  });

  it('a store that fails in between loses no count: the next walk makes it good', async () => {
    await raiseOpen(5);
    const { step } = lead.desk.store;
    let left = 3;
    lead.desk.use({
      ...lead.desk.store,
      step: (request) => {
        if (request.key.includes(':lead-counts:') && left-- === 0) throw new StoreUnavailable('unknown', 'away');
        return step.call(lead.desk.store, request);
      },
    });
    await expect(wake()).rejects.toThrow('away');
    await toJanuary();
    expect(await asks('lead', 'term:school')).toContain('Concerns: 5.');
  });

  it('nobody but a lead of the site gets its counts or opens its page: not the chair, and not who was one', async () => {
    await raiseOpen(5);
    await toJanuary();
    for (const filter of ['month:school', 'term:school'])
      for (const person of ['manager', 'chair'])
        expect(await asks(person, filter)).not.toMatch(/Concerns: |Term report|30 days/);
    await asks('lead', 'term:school');
    const link = new URL(linkIn(lead.newest('lead').message));
    const route = lead.desk.bot.routes.find(({ path, method }) => method === 'POST' && path === link.pathname);
    const sites = lead.desk.organisation?.sites.map((site) => ({
      ...site,
      leads: site.id === 'school' ? [] : site.leads,
    }));
    lead.desk.organisation = {
      ...(lead.desk.organisation as NonNullable<typeof lead.desk.organisation>),
      sites: sites ?? [],
    };
    expect((await route?.handle({ raw: Buffer.from(`key=${link.hash.slice(1)}`) } as never))?.status).toBe(410);
  });
});
