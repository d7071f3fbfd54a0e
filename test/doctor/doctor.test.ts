/** What an administrator is told before the program goes live: each thing that is wrong, by itself, and what fixes it. */
import { randomBytes } from 'node:crypto';
import { rmSync } from 'node:fs';
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { committedCalendar } from '../../rules/calendar.ts';
import { services } from '../../rules/services.ts';
import { scopes } from '../../src/channels/slack/scopes.ts';
import { contactsOf } from '../../src/doctor/contacts.ts';
import { examine } from '../../src/doctor/examine.ts';
import { type DoctorFinding, lines } from '../../src/doctor/finding.ts';
import { createListener } from '../../src/http/listener.ts';
import { createLog } from '../../src/log.ts';
import { createIndex } from '../../src/seal/index-key.ts';
import { readKeys } from '../../src/seal/keys.ts';
import { createSeal } from '../../src/seal/seal.ts';
import { createKeyCheck } from '../../src/startup/key-check.ts';
import { openStore } from '../../src/store/open.ts';
import { dataFolder } from '../support/data-folder.ts';
import { staffedSchool } from '../support/organisation.ts';
import { freePort } from '../support/port.ts';
import { organisationFile } from '../support/program.ts';
import { startRedis } from '../support/redis.ts';
import { type SlackApi, startSlackApi } from '../support/slack-api.ts';
import { appId, appPassword, startTeamsConnector, type TeamsConnector } from '../support/teams-connector.ts';
import { type OpenId, startOpenId } from '../support/teams-openid.ts';

const directory = 'aaaaaaaa-0000-4000-8000-000000000001';
const channel = 'C0LEADS';
const secret = {
  SLACK_SIGNING_SECRET: 'canary-signing-secret',
  SLACK_BOT_TOKEN: 'xoxb-canary-token',
  SLACK_APP_TOKEN: 'xapp-canary-token',
  MICROSOFT_APP_PASSWORD: appPassword,
  SECRET_KEYS: `k1:${randomBytes(32).toString('base64')}`,
  INDEX_SECRET: randomBytes(32).toString('base64'),
};
const broad = [...scopes, 'groups:read', 'users:read'];

let slack: SlackApi;
let connector: TeamsConnector;
let openId: OpenId;
let file: Awaited<ReturnType<typeof organisationFile>>;
let settings: Record<string, string>;

beforeAll(async () => {
  [slack, connector, openId] = await Promise.all([startSlackApi(scopes), startTeamsConnector(), startOpenId()]);
  slack.socketUrl = 'ws://127.0.0.1:9/';
  file = await organisationFile({
    workspaces: { slack: ['T1'], teams: [directory] },
    sites: [
      {
        ...staffedSchool('slack', channel, (id) => `U0${id.toUpperCase()}`),
        channel: { slack: channel, teams: '19:leads@thread.tacv2' },
      },
    ],
  });
});
afterAll(async () => {
  await Promise.all([slack.stop(), connector.stop(), openId.stop(), file.remove()]);
});
beforeEach(async () => {
  slack.install(secret.SLACK_BOT_TOKEN, { team: 'T1', scopes: broad });
  slack.joinedChannels.add(channel);
  const port = await freePort();
  settings = {
    ...secret,
    SLACK_API_URL: slack.url,
    MICROSOFT_APP_ID: appId,
    MICROSOFT_APP_TENANT_ID: directory,
    TEAMS_OPENID_METADATA_URL: openId.metadataUrl,
    TEAMS_TOKEN_URL: connector.tokenUrl,
    TEAMS_SERVICE_HOSTS: connector.host,
    ORGANISATION_FILE: file.path,
    DATA_DIR: dataFolder('doctor'),
    PORT: String(port),
    PUBLIC_URL: `http://127.0.0.1:${port}`,
    METRICS_PORT: '9464',
    NODE_ENV: 'production',
  };
});
afterEach(() => {
  rmSync(settings.DATA_DIR ?? '', { recursive: true, force: true });
  slack.well();
  slack.gonePeople.clear();
  slack.channelFacts.clear();
  connector.well();
  openId.mood = 'well';
});

const look = (changes: Record<string, string> = {}, clock = Date.now) => examine({ ...settings, ...changes }, clock);
const errors = (findings: readonly DoctorFinding[]) =>
  findings.filter(({ level }) => level === 'error').map(({ about, what }) => `${about}: ${what}`);
const warnings = (findings: readonly DoctorFinding[]) =>
  findings.filter(({ level }) => level === 'warning').map(({ about, what }) => `${about}: ${what}`);

it('finds nothing to put right where all is in order, posts nothing, and says what was tried', async () => {
  const findings = await look();
  expect(errors(findings)).toEqual([]);
  const said = lines(findings).join('\n');
  for (const works of [
    'Slack takes SLACK_BOT_TOKEN. It is of T1.',
    'Socket Mode can be opened.',
    'Microsoft gives the bot a token.',
    "The keys of Microsoft's signatures can be read.",
    'It takes writes, and keeps what it accepts.',
    'What is stored opens with these keys.',
    'It agrees with theirs',
    'What comes to PUBLIC_URL reaches this machine.',
    `sites.school.channel: Signpost is in ${channel}.`,
    'sites.school.head: U0HEAD is there.',
  ]) {
    expect(said).toContain(works);
  }
  // Nobody has pressed the test yet, and a right that is only for looking is spare.
  expect(said).toMatch(/WARNING leads: A school, Slack:/);
  expect(said).toContain('The token may do more than it needs: groups:read, users:read.');
  expect(slack.messages).toEqual([]);
  expect(connector.messages).toEqual([]);
});

it.each<[what: string, break_: () => void, said: RegExp]>([
  [
    'a token that Slack does not take',
    () => slack.uninstall(secret.SLACK_BOT_TOKEN),
    /^slack: .*SLACK_BOT_TOKEN \(invalid_auth\)/,
  ],
  [
    'a right that is missing',
    () => slack.install(secret.SLACK_BOT_TOKEN, { team: 'T1', scopes: ['chat:write', 'users:read', 'groups:read'] }),
    /^slack: The token lacks app_mentions:read, commands, im:history\.$/,
  ],
  [
    'a workspace that the file does not name',
    () => slack.install(secret.SLACK_BOT_TOKEN, { team: 'T9', scopes: broad }),
    /^slack: The organisation file does not name T9/,
  ],
  ['a Slack that is down', () => slack.trouble('cut'), /^slack: Slack cannot be reached \(network\)/],
  [
    'a refused app token',
    () => slack.trouble({ error: 'not_allowed_token_type' }, 'apps.connections.open'),
    /^slack: .*SLACK_APP_TOKEN/,
  ],
  [
    'a channel without the app',
    () => slack.joinedChannels.clear(),
    /^leads: sites\.school\.channel: Slack does not show/,
  ],
  ['a public channel', () => slack.channelFacts.set(channel, { is_private: false }), /^leads: .* is public/],
  ['a shared channel', () => slack.channelFacts.set(channel, { is_ext_shared: true }), /^leads: .* is shared/],
  ['an archived channel', () => slack.channelFacts.set(channel, { is_archived: true }), /^leads: .* is archived/],
  [
    'a closed account',
    () => slack.gonePeople.add('U0LEAD'),
    /^people: sites\.school\.lead: the account U0LEAD is closed/,
  ],
  [
    'a bot without a token',
    () => connector.trouble({ status: 401 }, 'token'),
    /^teams: Microsoft gives the bot no token/,
  ],
  [
    "Microsoft's keys away",
    () => {
      openId.mood = 'down';
    },
    /^teams: The keys of Microsoft's signatures cannot be read/,
  ],
])('says so: %s', async (_, breaks, said) => {
  breaks();
  const found = errors(await look());
  expect(found.filter((each) => said.test(each))).not.toEqual([]);
});

it('does not claim to have looked up what it may not', async () => {
  slack.install(secret.SLACK_BOT_TOKEN, { team: 'T1', scopes });
  const findings = await look();
  expect(errors(findings)).toEqual([]);
  expect(warnings(findings).filter((each) => each.includes('could not be looked up'))).toHaveLength(2);
});

it('compares the clock with theirs', async () => {
  expect(errors(await look({}, () => Date.now() + 120_000))).toEqual([
    expect.stringMatching(/^clock: This machine's clock is 1(19|20|21) seconds ahead/),
  ]);
  expect(errors(await look({}, () => Date.now() - 30_000))).toEqual([]);
});

it('tells a public address that leads elsewhere, and one that leads to the running program', async () => {
  expect(errors(await look({ PUBLIC_URL: slack.origin }))).toEqual([
    expect.stringMatching(/^address: PUBLIC_URL does not lead here: something else answers/),
  ]);
  const away = `http://127.0.0.1:${await freePort()}`;
  expect(errors(await look({ PUBLIC_URL: away }))).toEqual([expect.stringContaining('nothing answers there')]);

  const handle = () => ({ status: 200, body: '' });
  const routes = [
    { method: 'POST', path: '/slack/events', handle },
    { method: 'GET', path: '/readyz', handle },
  ] as const;
  const running = createListener({ host: '127.0.0.1', port: Number(settings.PORT), routes, log: createLog('silent') });
  await running.listen();
  const findings = await look();
  await running.close(0);
  expect(findings).toContainEqual(expect.objectContaining({ about: 'address', what: 'The running program is ready.' }));
});

it('refuses other keys than the store was written with, and writes none of its own into it', async () => {
  const keys = readKeys({ secretKeys: secret.SECRET_KEYS, indexSecret: secret.INDEX_SECRET });
  const open = () => openStore({ dataDir: settings.DATA_DIR ?? '', clock: Date.now });
  await look();
  const empty = await open();
  expect(await empty.sample(10)).toEqual([]);
  const check = createKeyCheck({
    store: empty,
    keys,
    seal: createSeal(keys, randomBytes),
    index: createIndex(keys.index),
    clock: Date.now,
    process: 'one',
  });
  await check.start();
  await empty.close();
  const other = { INDEX_SECRET: randomBytes(32).toString('base64') };
  expect(errors(await look(other))).toEqual([expect.stringMatching(/^keys: INDEX_SECRET is not the one/)]);
});

it('says that the file is in use, and that Redis is away', async () => {
  const store = await openStore({ dataDir: settings.DATA_DIR ?? '', clock: Date.now });
  expect(errors(await look())).toEqual([expect.stringMatching(/^store: Another Signpost is using this data file/)]);
  await store.close();
  const away = { REDIS_URL: `redis://:canary-password@127.0.0.1:${await freePort()}` };
  expect(errors(await look(away))).toEqual([expect.stringMatching(/^store: .*nothing listens/)]);
});

it('tries every right on Redis, what it would forget, and what it would drop when full', async () => {
  const server = await startRedis(['--maxmemory', '50mb', '--maxmemory-policy', 'noeviction']);
  const admin = new Redis(server.port);
  const rights =
    'on >canary-password resetkeys ~{p* resetchannels -@all +evalsha +eval +get +set +del +exists +type +rename +hget +hset +hdel +hmget +hgetall +hincrby +zadd +zrem +zscore +zrangebyscore +zremrangebyscore +smembers +pttl +pexpire +scan +info +ping +wait +role +select +config|get +cluster|slots';
  await admin.call('ACL', 'SETUSER', 'signpost', ...rights.split(' '));
  const REDIS_URL = `redis://signpost:canary-password@127.0.0.1:${server.port}`;
  expect(errors(await look({ REDIS_URL }))).toEqual([]);
  expect(await admin.keys('*')).toEqual([]);

  await admin.call('ACL', 'SETUSER', 'signpost', '-zadd');
  expect(errors(await look({ REDIS_URL }))).toEqual([expect.stringMatching(/^store: .*may not do all that is needed/)]);
  await admin.call('ACL', 'SETUSER', 'signpost', '+zadd');

  await admin.config('SET', 'appendfsync', 'everysec');
  expect(warnings(await look({ REDIS_URL }))).toContainEqual(
    expect.stringMatching(/^store: .*"appendfsync" is everysec/),
  );
  await admin.config('SET', 'maxmemory-policy', 'allkeys-lru');
  expect(errors(await look({ REDIS_URL }))).toEqual([expect.stringMatching(/^store: .*maxmemory-policy noeviction/)]);
  admin.disconnect();
  await server.stop();
});

it('does not start to look where the settings are no service, or not whole', async () => {
  expect(errors(await examine({}, Date.now))).toEqual(['settings: There are no settings of Slack or Teams.']);
  expect(errors(await look({ SECRET_KEYS: '', ORGANISATION_FILE: '/nowhere.yaml' }))).toEqual([
    expect.stringMatching(/^settings: SECRET_KEYS: It is missing/),
  ]);
  expect(errors(await look({ ORGANISATION_FILE: '/nowhere.yaml' }))).toEqual([
    expect.stringMatching(/^organisation: /),
  ]);
});

it('says when numbers and bank holidays are old', () => {
  const at = (day: string) => contactsOf(services, committedCalendar, new Date(`${day}T12:00:00Z`));
  const { lastYear } = committedCalendar;
  expect(warnings(at(`${lastYear}-12-01`))).toContain(`contacts: Bank holidays end with ${lastYear}.`);
  expect(errors(at(`${lastYear + 1}-01-01`))).toEqual([`contacts: Bank holidays are known to ${lastYear} only.`]);
  expect(
    warnings(at(`${lastYear}-12-01`)).filter((each) => each.includes('was last checked on')).length,
  ).toBeGreaterThan(10);
});

it('gives every finding a fix, and no secret, whatever is wrong', async () => {
  slack.trouble({ error: 'invalid_auth' });
  connector.trouble({ status: 500 });
  openId.mood = 'rubbish';
  const all = [
    ...(await look()),
    ...(await look({ REDIS_URL: `redis://:canary-password@127.0.0.1:${await freePort()}` })),
    ...(await look({ SECRET_KEYS: 'canary', SLACK_BOT_TOKEN: 'canary', SLACK_APP_TOKEN: 'canary' })),
  ];
  for (const { level, why, fix, what } of all) {
    expect(what).toBeTruthy();
    if (level !== 'ok') expect([why, fix]).toEqual([expect.stringMatching(/\w/), expect.stringMatching(/\w/)]);
  }
  const said = lines(all).join('\n') + JSON.stringify(all);
  for (const hidden of [...Object.values(secret), 'canary']) expect(said).not.toContain(hidden);
});
