/** Our side of GOV.UK Notify, by its own client, against a stand-in that refuses what Notify refuses. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createNotifyPager, lookAtTemplate } from '../../src/paging/notify.ts';
import type { Paged } from '../../src/paging/pager.ts';
import { type NotifyApi, openNotifyApi } from '../support/notify-api.ts';

let api: NotifyApi;
const config = () => ({ apiUrl: api.url, apiKey: api.key, templateId: api.templateId });
const pager = () => createNotifyPager(config());
const text: Paged = {
  reference: 'Wm9uZQ-reference',
  number: '07700 900123',
  says: { site: 'Riverside School', platform: 'Teams', concern: 'AB12-CD34' },
};

beforeAll(async () => {
  api = await openNotifyApi();
});
afterAll(() => api.close());
beforeEach(() => {
  Object.assign(api, { texts: [], trouble: [], calls: [], team: undefined });
});

it('says these words and nothing else', async () => {
  expect(await pager().send(text)).toEqual({ status: 'accepted' });
  expect(api.texts).toEqual([
    expect.objectContaining({
      number: '07700900123',
      reference: text.reference,
      body: 'Signpost, Riverside School: a concern needs a safeguarding lead NOW. Open Teams. Ref AB12-CD34',
    }),
  ]);
});

it('finds what became of it by our own reference', async () => {
  expect(await pager().statusOf(text.reference)).toEqual({ status: 'none' });
  await pager().send(text);
  const [sent] = api.texts;
  if (!sent) throw new Error('Nothing was sent');
  expect(await pager().statusOf(text.reference)).toEqual({ status: 'sending' });
  expect(await pager().statusOf('another')).toEqual({ status: 'none' });
  for (const status of ['permanent-failure', 'temporary-failure', 'technical-failure'] as const) {
    sent.status = status;
    expect(await pager().statusOf(text.reference)).toEqual({ status: 'failed' });
  }
  Object.assign(sent, { status: 'delivered', completedAt: '2026-11-23T18:42:00.000Z' });
  expect(await pager().statusOf(text.reference)).toEqual({ status: 'delivered', at: Date.UTC(2026, 10, 23, 18, 42) });
});

describe('what Notify refuses', () => {
  it.each(['01332 641172', '07700 9001', '07700 900123 4', '07700 9OO123'])(
    'a number that is none: %s',
    async (number) => {
      expect(await pager().send({ ...text, number })).toEqual({ status: 'refused', reason: 'number' });
      expect(api.texts).toEqual([]);
    },
  );

  it('somebody who is not of the team, in trial mode', async () => {
    api.team = ['07700900999'];
    expect(await pager().send(text)).toEqual({ status: 'refused', reason: 'not-allowed' });
    expect(await pager().send({ ...text, number: '07700900999' })).toEqual({ status: 'accepted' });
  });

  it('a key that is not this service’s', async () => {
    const other = createNotifyPager({ ...config(), apiKey: `live-${api.key.slice(5, 41)}-${api.templateId}` });
    expect(await other.send(text)).toEqual({ status: 'away', reason: 'key' });
    expect(await other.statusOf(text.reference)).toEqual({ status: 'away', reason: 'key' });
  });

  it('too many in a minute, which pass, and too many in a day, which do not', async () => {
    api.trouble = [
      { status: 429, error: 'RateLimitError' },
      { status: 429, error: 'TooManyRequestsError' },
    ];
    expect(await pager().send(text)).toEqual({ status: 'away', reason: 'busy' });
    expect(await pager().send(text)).toEqual({ status: 'refused', reason: 'limit' });
  });
});

it('says that it is away where it fails, is cut off, sends elsewhere, or answers something else', async () => {
  api.trouble = [{ status: 500, error: 'Exception' }, 'cut', { status: 302, error: 'Elsewhere' }];
  for (let i = 0; i < 3; i++) expect(await pager().send(text)).toEqual({ status: 'away', reason: 'unreachable' });
  expect(await createNotifyPager({ ...config(), apiUrl: 'http://127.0.0.1:1' }).statusOf('any')).toEqual({
    status: 'away',
    reason: 'unreachable',
  });
});

it('waits for an answer no longer than its time, and finds later that the text is there', async () => {
  api.trouble = [{ slowMs: 300 }];
  expect(await createNotifyPager(config(), 50).send(text)).toEqual({ status: 'away', reason: 'timeout' });
  api.trouble = ['lost'];
  expect(await pager().send(text)).toEqual({ status: 'away', reason: 'unreachable' });
  expect(await pager().statusOf(text.reference)).toEqual({ status: 'sending' });
});

it('reads the template before anybody is texted', async () => {
  expect(await lookAtTemplate(config())).toBe('fine');
  expect(await lookAtTemplate({ ...config(), templateId: '00000000-0000-4000-8000-000000000000' })).toBe('no-template');
  api.template = { type: 'sms', body: 'Signpost: ((reference))' };
  expect(await lookAtTemplate(config())).toBe('other-words');
  api.trouble = ['cut'];
  expect(await lookAtTemplate(config())).toBe('unreachable');
});
