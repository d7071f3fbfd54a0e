/** The way to Teams, against the stand-in for its connector and token endpoint over real HTTP. */
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type Card, type Chat, type Connector, createConnector } from '../../../src/channels/teams/connector.ts';
import { renderTeams } from '../../../src/channels/teams/render.ts';
import type { TeamsConfig } from '../../../src/config/teams.ts';
import { appId, appPassword, botId, startTeamsConnector, type TeamsConnector } from '../../support/teams-connector.ts';

type Verified = Extract<TeamsConfig, { kind: 'verified' }>;

const user = '29:somebody';
const signal = () => AbortSignal.timeout(5_000);
const [rendered] = renderTeams({ summary: 'Hi', blocks: [] }, () => 'token');
const card = { summary: 'Hi', attachments: rendered?.attachments } as Card;

let api: TeamsConnector;
let now = 0;
let connector: Connector;
let chat: Chat;

const config = (more: Partial<Verified> = {}): Verified => ({
  kind: 'verified',
  appId,
  tenantId: 'directory',
  credential: { kind: 'password', password: appPassword },
  openIdMetadataUrl: 'https://openid.example',
  tokenUrl: api.tokenUrl,
  serviceHosts: [api.host],
  ...more,
});
const connect = (more: Partial<Verified> = {}) => createConnector({ config: config(more), clock: () => now });
const count = (what: string) => api.calls.filter((each) => each.what === what).length;

beforeAll(async () => {
  api = await startTeamsConnector();
});
afterAll(() => api.stop());
beforeEach(() => {
  now = Date.now();
  api.calls.splice(0);
  connector = connect();
  chat = { tenant: 'T1', conversation: api.personal('T1', user), bot: botId, serviceUrl: api.serviceUrl };
});
afterEach(() => {
  api.well();
  expect(api.faults.splice(0)).toEqual([]);
});

describe('what Teams is asked', () => {
  it('a message is posted, and put in the place of one that was', async () => {
    const { id } = await connector.send(chat, card, signal());
    await connector.update(chat, id ?? '', card, signal());
    expect(api.chat(chat.conversation)).toMatchObject([{ id, summary: 'Hi', edits: 1 }]);
  });

  it('a personal chat is opened, the same one each time', async () => {
    const person = { at: 'person', tenant: 'T1', user, bot: botId, serviceUrl: api.serviceUrl } as const;
    expect(await connector.open(person, signal())).toBe(chat.conversation);
    expect(await connector.open({ ...person, aad: 'directory-id' }, signal())).toBe(chat.conversation);
  });

  it('a channel with signs in its id is found', async () => {
    const conversation = '19:a/b?c=1@thread.tacv2;messageid=1700000000000';
    api.known.add(conversation);
    await connector.send({ ...chat, conversation }, card, signal());
    expect(api.chat(conversation)).toHaveLength(1);
  });

  it.each([429, 500, 502, 503, 504])('%d is one request: nothing here tries again', async (status) => {
    api.trouble({ status }, 'send');
    await expect(connector.send(chat, card, signal())).rejects.toMatchObject({ name: 'ConnectorRefused', status });
    expect(count('send')).toBe(1);
  });

  it('a message that may have been taken is not sent again', async () => {
    api.trouble('cut', 'send');
    await expect(connector.send(chat, card, signal())).rejects.toMatchObject({ reason: 'network' });
    expect(count('send')).toBe(1);
  });

  it('a redirect is not followed', async () => {
    api.trouble({ status: 307 }, 'send');
    await expect(connector.send(chat, card, signal())).rejects.toMatchObject({ status: 307 });
  });

  it('an error says nothing of what was sent or answered', async () => {
    api.trouble({ status: 500, html: '<html>CANARY-REFUSAL</html>' }, 'send');
    const error = await connector.send(chat, card, signal()).catch((caught: unknown) => caught);
    expect(JSON.stringify([error, String(error), (error as Error).cause ?? ''])).not.toMatch(/CANARY|Hi/);
  });
});

describe('the token', () => {
  it('is asked for once, and again shortly before its end', async () => {
    await Promise.all([connector.send(chat, card, signal()), connector.send(chat, card, signal())]);
    now += 54 * 60_000;
    await connector.send(chat, card, signal());
    expect(count('token')).toBe(1);
    now += 60_000;
    await connector.send(chat, card, signal());
    expect(count('token')).toBe(2);
  });

  it('that is not accepted is asked for once more', async () => {
    await connector.send(chat, card, signal());
    api.endTokens();
    await connector.send(chat, card, signal());
    expect([count('token'), count('send')]).toEqual([2, 3]);
  });

  it('that is never accepted ends after one more try', async () => {
    api.trouble({ status: 401 }, 'send');
    await expect(connector.send(chat, card, signal())).rejects.toMatchObject({ status: 401 });
    expect([count('token'), count('send')]).toEqual([2, 2]);
  });

  it('a wrong secret gets none, and the reason', async () => {
    const wrong = connect({ credential: { kind: 'password', password: 'x'.repeat(40) } });
    const error = await wrong.send(chat, card, signal()).catch((caught: unknown) => caught);
    expect(error).toMatchObject({ name: 'TokenRefused', code: 'invalid_client' });
    expect(String(error)).not.toMatch(/CANARY|xxx/);
    expect(count('send')).toBe(0);
  });

  it.each([
    [
      { status: 200, html: '<html>A proxy</html>' },
      { name: 'TokenRefused', code: 'unreadable' },
    ],
    ['cut', { name: 'ConnectorAway', reason: 'network' }],
  ] as const)('%j from the token endpoint', async (trouble, error) => {
    api.trouble(trouble, 'token');
    await expect(connector.send(chat, card, signal())).rejects.toMatchObject(error);
  });

  it('too slow is left in time', async () => {
    api.trouble({ slowMs: 2_000 }, 'token', 1);
    const sent = connector.send(chat, card, AbortSignal.timeout(100));
    await expect(sent).rejects.toMatchObject({ reason: 'timeout' });
  });
});

describe('a certificate', () => {
  let folder: string;
  const file = (name: string) => join(folder, name);
  const credential = () =>
    ({ kind: 'certificate', certificateFile: file('cert.pem'), keyFile: file('key.pem') }) as const;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'signpost-certificate-'));
    const files = ['-keyout', file('key.pem'), '-out', file('cert.pem')];
    const made = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=signpost', ...files];
    await promisify(execFile)('openssl', made);
  });
  afterAll(() => rm(folder, { recursive: true }));

  it('proves who asks for the token', async () => {
    api.certificate = await readFile(file('cert.pem'), 'utf8');
    await connect({ credential: credential() }).send(chat, card, signal());
    expect(count('send')).toBe(1);
  });

  it('of somebody else gets none; nor does one that cannot be read', async () => {
    api.certificate = undefined;
    const stranger = connect({ credential: credential() });
    await expect(stranger.send(chat, card, signal())).rejects.toMatchObject({ code: 'invalid_client' });
    const lost = connect({ credential: { ...credential(), keyFile: file('gone.pem') } });
    await expect(lost.send(chat, card, signal())).rejects.toMatchObject({ code: 'certificate' });
  });
});

describe('where a token may go', () => {
  it.each([
    ['a host that is not on the list', (url: string) => url.replace('127.0.0.1', 'localhost')],
    ['plain http to another machine', () => 'http://smba.trafficmanager.net/emea/'],
    ['a name that only begins like one', () => 'https://smba.trafficmanager.net.evil.example/'],
    ['a host before an @', () => 'https://smba.trafficmanager.net@evil.example/'],
    ['another port', () => 'https://smba.trafficmanager.net:8443/'],
  ])('not to %s', async (_, to) => {
    const guarded = connect({ serviceHosts: [api.host, 'smba.trafficmanager.net'] });
    const elsewhere = { ...chat, serviceUrl: to(api.serviceUrl) };
    await expect(guarded.send(elsewhere, card, signal())).rejects.toMatchObject({ name: 'HostRefused' });
    await expect(guarded.update(elsewhere, '1', card, signal())).rejects.toMatchObject({ name: 'HostRefused' });
    expect(api.calls).toEqual([]);
  });

  it('an emulator on this machine is sent none, and other machines nothing', async () => {
    const local = createConnector({ config: { kind: 'localEmulator' }, clock: () => now });
    // The stand-in wants a token, so the refusal shows that the message came without.
    await expect(local.send(chat, card, signal())).rejects.toMatchObject({ status: 401 });
    expect(new Set(api.calls.map(({ token }) => token))).toEqual(new Set(['']));
    const away = { ...chat, serviceUrl: 'https://smba.trafficmanager.net/emea/' };
    await expect(local.send(away, card, signal())).rejects.toMatchObject({ name: 'HostRefused' });
  });
});
