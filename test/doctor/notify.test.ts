/** What an administrator is told of texts before anybody needs one. Nobody is texted for it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { textsOf } from '../../src/doctor/notify.ts';
import { staffed } from '../support/lead-desk.ts';
import { type NotifyApi, openNotifyApi } from '../support/notify-api.ts';

let api: NotifyApi;
beforeAll(async () => {
  api = await openNotifyApi();
});
afterAll(() => api.close());

const look = (changes: Record<string, string> = {}) =>
  textsOf({ apiUrl: api.url, apiKey: api.key, templateId: api.templateId, ...changes }, staffed());
const gravest = async (changes?: Record<string, string>) => (await look(changes))[0];

it('says of the key and of the template what is wrong and what mends it, and no secret', async () => {
  expect(await gravest()).toMatchObject({ level: 'ok' });
  const wrongKey = `live-${api.key.slice(5, 41)}-00000000-0000-4000-8000-000000000000`;
  expect(await gravest({ apiKey: wrongKey })).toMatchObject({ level: 'error', what: expect.stringMatching(/KEY/) });
  expect(JSON.stringify(await look({ apiKey: wrongKey }))).not.toContain(wrongKey.slice(5));
  expect(await gravest({ templateId: '00000000-0000-4000-8000-000000000000' })).toMatchObject({
    fix: expect.stringMatching(/NOTIFY_TEMPLATE_ID/),
  });
  expect(await gravest({ apiUrl: 'http://127.0.0.1:1' })).toMatchObject({ what: expect.stringMatching(/reached/) });
  api.template = { type: 'sms', body: 'Signpost, ((site)): call me' };
  expect(await gravest()).toMatchObject({ fix: expect.stringContaining('a concern needs a safeguarding lead NOW') });
  expect(api.texts).toEqual([]);
});

it('names each site where nobody has a number', async () => {
  const warned = (await look()).filter(({ level }) => level === 'warning').map(({ what }) => what);
  expect(warned).toHaveLength(staffed().sites.length);
});
