/** The door, behind the real listener: who may come in, and that everybody else hears nothing but no. */
import { createHmac } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createDoor } from '../../../src/channels/teams/door.ts';
import { messagesRoute } from '../../../src/channels/teams/http.ts';
import { createKeys } from '../../../src/channels/teams/keys.ts';
import type { TeamsConfig } from '../../../src/config/teams.ts';
import { createListener, type Listener } from '../../../src/http/listener.ts';
import { createLog } from '../../../src/log.ts';
import { type Claims, newSigner, type OpenId, startOpenId, tokenFor } from '../../support/teams-openid.ts';

const appId = '11111111-2222-3333-4444-555555555555';
const tenant = 'aaaaaaaa-0000-0000-0000-000000000001';
const serviceUrl = 'https://smba.trafficmanager.net/uk/';
const known = newSigner(['msteams', 'webchat']);
const foreign = newSigner(['msteams']);

let openId: OpenId;
let listener: Listener;
let base: string;
let received: { activity: object; tenant: string }[];
let logged: string[];
let now: number;

const activity = {
  type: 'message',
  id: '1',
  channelId: 'msteams',
  serviceUrl,
  from: { id: '29:one' },
  recipient: { id: `28:${appId}` },
  conversation: { id: 'a:1', conversationType: 'personal', tenantId: tenant },
  channelData: { tenant: { id: tenant } },
  text: 'CANARY-WORDS',
};

async function open(change: Partial<Extract<TeamsConfig, { kind: 'verified' }>> = {}) {
  const config: TeamsConfig = {
    kind: 'verified',
    appId,
    tenantId: tenant,
    credential: { kind: 'password', password: 'x'.repeat(20) },
    openIdMetadataUrl: openId.metadataUrl,
    serviceHosts: ['smba.trafficmanager.net'],
    ...change,
  };
  await openAs(config);
}

async function openAs(config: TeamsConfig) {
  const clock = () => now;
  const lines = { write: (line: string) => void logged.push(line) };
  const log = createLog('debug', lines);
  const keys = createKeys({ metadataUrl: openId.metadataUrl, clock, waitMs: 300 });
  const receiver = {
    receive: async (given: object, of: string) => {
      received.push({ activity: given, tenant: of });
      return { is: 'done' } as const;
    },
    settled: async () => {},
  };
  await listener?.close(0);
  listener = createListener({
    host: '127.0.0.1',
    port: 0,
    routes: [messagesRoute({ door: createDoor(config, keys, clock), receiver, log })],
    log,
  });
  base = `http://127.0.0.1:${(await listener.listen()).port}`;
}

const post = (body: unknown, authorization?: string) =>
  fetch(`${base}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(authorization && { authorization }) },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });

async function send(claims: Partial<Claims> = {}, change: object = {}, signer = known) {
  const token = await tokenFor(signer, { appId, serviceUrl, now, ...claims });
  return post({ ...activity, ...change }, `Bearer ${token}`);
}

async function expectRefused(answer: Response, reason: string) {
  expect(answer.status).toBe(401);
  expect(await answer.text()).toBe('');
  expect(answer.headers.get('www-authenticate')).toBeNull();
  expect(received).toEqual([]);
  expect(logged.join('')).toContain(`"reason":"${reason}"`);
  expect(logged.join('')).not.toContain('CANARY');
}

beforeAll(async () => {
  openId = await startOpenId(known);
});
afterAll(() => openId.stop());
beforeEach(async () => {
  [received, logged, now] = [[], [], Date.now()];
  Object.assign(openId, { signers: [known], mood: 'well', asked: 0 });
  await open();
});
afterEach(() => listener.close(0));

describe('comes in', () => {
  it('an activity that Bot Framework signed for this bot, with the tenant it is of', async () => {
    expect((await send()).status).toBe(200);
    expect(received).toEqual([{ activity, tenant }]);
  });

  it.each([
    ['four minutes after its token ended', { endsIn: -240 }],
    ['four minutes before its token begins', { claims: { nbf: Math.floor(Date.now() / 1000) + 240 } }],
  ])('one %s: clocks differ', async (_, claims) => {
    expect((await send(claims)).status).toBe(200);
  });

  it.each([
    ['conversation', { channelData: undefined }],
    ['channelData', { conversation: { id: 'a:1' } }],
  ])('one that names its tenant in %s alone', async (_, change) => {
    expect((await send({}, change)).status).toBe(200);
  });

  it('one whose two names of its tenant differ in letters alone', async () => {
    const channelData = { tenant: { id: tenant.toUpperCase() } };
    const conversation = { id: 'a:1', tenantId: tenant.toLowerCase() };
    expect((await send({}, { conversation, channelData })).status).toBe(200);
  });

  it('another tenant, where the bot is of many', async () => {
    await listener.close(0);
    const { tenantId: _, ...many } = { kind: 'verified', appId, tenantId: tenant } as const;
    await openAs({
      ...many,
      credential: { kind: 'managedIdentity' },
      openIdMetadataUrl: openId.metadataUrl,
      serviceHosts: ['smba.trafficmanager.net'],
    });
    await send({}, { conversation: { id: 'a:1', tenantId: 'other' }, channelData: undefined });
    expect(received).toMatchObject([{ tenant: 'other' }]);
  });

  it.each([
    ['without its last slash', (url: string) => url.replace(/\/$/, ''), (url: string) => url],
    ['with one that the activity leaves out', (url: string) => url, (url: string) => url.replace(/\/$/, '')],
    ['in other letters', (url: string) => url.toUpperCase(), (url: string) => url],
  ])('one whose token names the same service %s', async (_, claimed, sent) => {
    const answer = await send({ serviceUrl: claimed(serviceUrl) }, { serviceUrl: sent(serviceUrl) });
    expect(answer.status).toBe(200);
  });

  it('a connector of another cloud, where its host is set', async () => {
    await open({ serviceHosts: ['smba.infra.gov.teams.example'] });
    const there = 'https://smba.infra.gov.teams.example/';
    expect((await send({ serviceUrl: there }, { serviceUrl: there })).status).toBe(200);
  });
});

describe('is refused, with a bare 401', () => {
  const seconds = () => Math.floor(Date.now() / 1000);

  it.each<[string, string, Partial<Claims>, object?]>([
    ['issuer', 'another issuer', { claims: { iss: 'https://sts.windows.net/x/' } }],
    ['issuer', 'no issuer', { claims: { iss: undefined } }],
    ['audience', 'another bot', { appId: '99999999-2222-3333-4444-555555555555' }],
    ['audience', 'nobody', { claims: { aud: undefined } }],
    ['expired', 'a token that ended six minutes ago', { endsIn: -360 }],
    ['expired', 'a token without an end', { claims: { exp: undefined } }],
    ['not-yet', 'a token of in six minutes', { claims: { nbf: seconds() + 360 } }],
    ['algorithm', 'RS384', { alg: 'RS384' }],
    ['algorithm', 'RS512', { alg: 'RS512' }],
    ['algorithm', 'PS256', { alg: 'PS256' }],
    ['key', 'a key that is not published', { kid: 'unknown' }],
    ['service-url', 'another service url than the activity', { serviceUrl: 'https://smba.trafficmanager.net/de/' }],
    ['service-url', 'no service url', { claims: { serviceurl: undefined } }],
    ['endorsement', 'another channel', {}, { channelId: 'directline' }],
    ['endorsement', 'a channel its key may speak for, but not Teams', {}, { channelId: 'webchat' }],
    ['recipient', 'another bot as its recipient', {}, { recipient: { id: '28:other' } }],
    ['tenant', 'two tenants that differ', {}, { channelData: { tenant: { id: 'other' } } }],
    ['tenant', 'no tenant', {}, { conversation: { id: 'a:1' }, channelData: {} }],
    [
      'tenant',
      'another tenant than the bot is of',
      {},
      { conversation: { id: 'a:1', tenantId: 'other' }, channelData: { tenant: { id: 'other' } } },
    ],
    ['shape', 'no service url in the activity', {}, { serviceUrl: undefined }],
    ['shape', 'a service url that is none', {}, { serviceUrl: 'CANARY' }],
  ])('%s: %s', async (reason, _, claims, change) => {
    await expectRefused(await send(claims, change), reason);
  });

  it.each([
    ['a host that is not on the list', 'https://evil.example/'],
    ['one that only begins like it', 'https://smba.trafficmanager.net.evil.example/'],
    ['the right host in the wrong place', 'https://smba.trafficmanager.net@evil.example/'],
    ['another port', 'https://smba.trafficmanager.net:8443/'],
    ['no encryption', 'http://smba.trafficmanager.net/uk/'],
  ])('host: %s, however well it is signed', async (_, where) => {
    await expectRefused(await send({ serviceUrl: where }, { serviceUrl: where }), 'host');
  });

  it('a signature of another key under the id of a known one', async () => {
    await expectRefused(await send({ kid: known.kid }, {}, foreign), 'signature');
  });

  it('a foreign key: its id is not known', async () => {
    await expectRefused(await send({}, {}, foreign), 'key');
  });

  it.each([
    ['a key for other channels', newSigner(['webchat'])],
    ['a key for no channel', newSigner()],
  ])('%s', async (_, signer) => {
    openId.signers = [signer];
    await expectRefused(await send({}, {}, signer), 'endorsement');
  });

  it('a token signed with the public key as if it were a secret', async () => {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
    const claims = { iss: 'https://api.botframework.com', aud: appId, exp: seconds() + 999, serviceurl: serviceUrl };
    const unsigned = `${part({ alg: 'HS256', kid: known.kid })}.${part(claims)}`;
    const pem = known.publicKey.export({ type: 'spki', format: 'pem' });
    const signature = createHmac('sha256', pem).update(unsigned).digest('base64url');
    await expectRefused(await post(activity, `Bearer ${unsigned}.${signature}`), 'algorithm');
    await expectRefused(await post(activity, `Bearer ${unsigned}.`), 'no-token');
  });

  it('a token whose claims were changed', async () => {
    const [header, , signature] = (await tokenFor(known, { appId, serviceUrl })).split('.');
    const claims = Buffer.from(JSON.stringify({ aud: appId })).toString('base64url');
    await expectRefused(await post(activity, `Bearer ${header}.${claims}.${signature}`), 'signature');
  });

  it.each([
    ['nothing', undefined],
    ['another scheme', 'Basic eDp5'],
    ['no token', 'Bearer '],
    ['what is no token', 'Bearer CANARY'],
  ])('%s in place of a token', async (_, authorization) => {
    await expectRefused(await post(activity, authorization), 'no-token');
  });

  it.each(['', '{', 'null', '[]', '"CANARY"'])('the body %j', async (body) => {
    await expectRefused(await post(body, `Bearer ${await tokenFor(known, { appId, serviceUrl })}`), 'shape');
  });

  it('413 for a body that is too large, unread', async () => {
    const token = await tokenFor(known, { appId, serviceUrl });
    const answer = await post({ ...activity, text: 'CANARY'.repeat(60_000) }, `Bearer ${token}`);
    expect(answer.status).toBe(413);
    expect(received).toEqual([]);
  });
});

describe('the keys', () => {
  it('are asked for once, by many at once and for an hour', async () => {
    await Promise.all([send(), send(), send()]);
    now += 59 * 60_000;
    await send();
    expect(openId.asked).toBe(1);
    now += 2 * 60_000;
    await send();
    expect(openId.asked).toBe(2);
  });

  it('that are new are found at once, but unknown ones make us ask once a minute at most', async () => {
    await send();
    now += 60_000;
    openId.signers = [known, foreign];
    expect((await send({}, {}, foreign)).status).toBe(200);
    for (let i = 0; i < 5; i++) expect((await send({ kid: `unknown-${i}` })).status).toBe(401);
    expect(openId.asked).toBe(2);
  });

  it('that were withdrawn open nothing once the hour is over', async () => {
    await send();
    openId.signers = [foreign];
    now += 61 * 60_000;
    expect((await send()).status).toBe(401);
  });

  it.each(['down', 'silent', 'rubbish'] as const)(
    '503 while they cannot be had (%s), and well again after',
    async (mood) => {
      openId.mood = mood;
      const answer = await send();
      expect([answer.status, await answer.text()]).toEqual([503, '']);
      openId.mood = 'well';
      now += 2_000;
      expect((await send()).status).toBe(200);
    },
  );

  it('go on being used for three days when Microsoft cannot be reached', async () => {
    await send();
    openId.mood = 'down';
    now += 71 * 3_600_000;
    expect((await send()).status).toBe(200);
    const { asked } = openId;
    for (let i = 0; i < 5; i++) {
      now += 5_000;
      expect((await send()).status).toBe(200);
    }
    expect(openId.asked).toBe(asked);
    now += 2 * 3_600_000;
    expect((await send()).status).toBe(503);
  });
});

describe('a local emulator', () => {
  beforeEach(() => openAs({ kind: 'localEmulator' }));

  it('shows no token, and is on this machine', async () => {
    const here = 'http://127.0.0.1:56150/_connector';
    expect((await post({ ...activity, serviceUrl: here, recipient: { id: 'bot' } })).status).toBe(200);
  });

  it('is nowhere else', async () => {
    await expectRefused(await post(activity), 'host');
  });
});
