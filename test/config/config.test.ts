import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { afterAll, describe, expect, it } from 'vitest';
import { readConfig } from '../../src/config/config.ts';
import { settingNames } from '../../src/config/environment.ts';
import { ConfigError } from '../../src/config/problem.ts';
import { readKeys } from '../../src/seal/keys.ts';

const folder = mkdtempSync(join(tmpdir(), 'signpost-config-'));
afterAll(() => rmSync(folder, { recursive: true }));

type Environment = Record<string, string>;
const secret = (letter: string) => Buffer.alloc(32, letter).toString('base64');
const guid = '12345678-1234-1234-1234-123456789abc';

const trial: Environment = { DATA_DIR: folder };
const stored = {
  SECRET_KEYS: `k2:${secret('b')},k1:${secret('a')}`,
  INDEX_SECRET: secret('i'),
  ORGANISATION_FILE: 'o.yaml',
};
const slack = { ...stored, SLACK_SIGNING_SECRET: 's'.repeat(32), SLACK_BOT_TOKEN: 'xoxb-1' };
const oauth = {
  ...stored,
  SLACK_SIGNING_SECRET: 's'.repeat(32),
  SLACK_CLIENT_ID: '1.2',
  SLACK_CLIENT_SECRET: 'c'.repeat(32),
  SLACK_STATE_SECRET: secret('s'),
  PUBLIC_URL: 'https://signpost.example/',
};
const teams = {
  ...stored,
  MICROSOFT_APP_ID: guid,
  MICROSOFT_APP_TENANT_ID: guid,
  MICROSOFT_APP_PASSWORD: 'p'.repeat(32),
};

/** The settings that are refused, in the order they are told. */
function refused(environment: Environment): string[] {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.problems.map(({ setting }) => setting);
  }
}

const without = (environment: Environment, ...names: string[]) =>
  Object.fromEntries(Object.entries(environment).filter(([name]) => !names.includes(name)));

describe('with no settings', () => {
  it('is a trial on this machine alone', () => {
    expect(readConfig(trial)).toMatchObject({
      mode: 'trial',
      host: '127.0.0.1',
      port: 3978,
      logLevel: 'info',
      organisationFile: 'organisation.example.yaml',
      dataDir: folder,
      conversationIdleHours: 24,
    });
    expect(readConfig(trial)).not.toHaveProperty('redisUrl');
    expect(readConfig(trial)).not.toHaveProperty('slack');
    expect(readConfig(trial)).not.toHaveProperty('teams');
  });

  it('keeps its own secrets from one start to the next, readable by its user alone', () => {
    const dataDir = join(folder, 'kept');
    const first = readConfig({ DATA_DIR: dataDir }).secrets;
    expect(() => readKeys(first)).not.toThrow();
    expect(readConfig({ DATA_DIR: dataDir }).secrets).toEqual(first);
    expect(readConfig(trial).secrets).not.toEqual(first);
    expect(statSync(join(dataDir, 'trial-secrets.json')).mode & 0o777).toBe(0o600);
  });

  it.each([
    ['a spoilt file of secrets', 'spoilt/trial-secrets.json', 'spoilt'],
    ['a file where the folder should be', 'file', 'file/data'],
  ])('says what to do about %s', (_name, file, dataDir) => {
    if (file.includes('/')) readConfig({ DATA_DIR: join(folder, dataDir) });
    writeFileSync(join(folder, file), 'spoilt');
    expect(refused({ DATA_DIR: join(folder, dataDir) })).toEqual(['DATA_DIR']);
  });

  it.each([
    ['another address', { HOST: '0.0.0.0' }, ['HOST']],
    ['production', { NODE_ENV: 'production' }, ['NODE_ENV']],
    ['both', { HOST: '::', NODE_ENV: 'production' }, ['NODE_ENV', 'HOST']],
    ['one secret of the two', { SECRET_KEYS: stored.SECRET_KEYS }, ['INDEX_SECRET']],
    ['the other secret of the two', { INDEX_SECRET: stored.INDEX_SECRET }, ['SECRET_KEYS']],
  ])('refuses %s', (_name, settings, expected) => {
    expect(refused({ ...trial, ...settings })).toEqual(expected);
  });

  it.each(['127.0.0.1', '127.1.2.3', '::1', 'localhost'])('may listen on %s', (host) => {
    expect(readConfig({ ...trial, HOST: host }).host).toBe(host);
  });
});

describe('Slack', () => {
  it('is one workspace by its token, over HTTP', () => {
    const { mode, slack: read } = readConfig(slack);
    expect(mode).toBe('service');
    expect(read).toEqual({
      apiUrl: 'https://slack.com/api/',
      signingSecret: 's'.repeat(32),
      install: { kind: 'token', botToken: 'xoxb-1' },
    });
  });

  it('is reached by Socket Mode without a signing secret', () => {
    const read = readConfig({ ...without(slack, 'SLACK_SIGNING_SECRET'), SLACK_APP_TOKEN: 'xapp-1' }).slack;
    expect(read).toMatchObject({ appToken: 'xapp-1' });
    expect(read).not.toHaveProperty('signingSecret');
  });

  it('is many workspaces by OAuth, at an address of its own', () => {
    const config = readConfig(oauth);
    expect(config.publicUrl).toBe('https://signpost.example');
    expect(config.slack?.install).toEqual({
      kind: 'oauth',
      clientId: '1.2',
      clientSecret: 'c'.repeat(32),
      stateSecret: secret('s'),
    });
  });

  it('may have its API on this machine, for a stand-in, with the slash put in', () => {
    const config = readConfig({ ...slack, SLACK_API_URL: 'http://127.0.0.1:9/api' });
    expect(config.slack?.apiUrl).toBe('http://127.0.0.1:9/api/');
  });

  it.each<[string, Environment, string[]]>([
    ['no way to be reached', without(slack, 'SLACK_SIGNING_SECRET'), ['SLACK_SIGNING_SECRET']],
    ['no token', without(slack, 'SLACK_BOT_TOKEN'), ['SLACK_BOT_TOKEN']],
    [
      'an address and nothing else',
      { ...stored, SLACK_API_URL: 'https://slack.com/api/' },
      ['SLACK_SIGNING_SECRET', 'SLACK_BOT_TOKEN'],
    ],
    ['an app token for the bot token', { ...slack, SLACK_BOT_TOKEN: 'xapp-1' }, ['SLACK_BOT_TOKEN']],
    ['a bot token for the app token', { ...slack, SLACK_APP_TOKEN: 'xoxb-1' }, ['SLACK_APP_TOKEN']],
    ['one workspace and many', { ...oauth, SLACK_BOT_TOKEN: 'xoxb-1' }, ['SLACK_BOT_TOKEN']],
    ['OAuth without its secret', without(oauth, 'SLACK_CLIENT_SECRET'), ['SLACK_CLIENT_SECRET']],
    ['OAuth without state', without(oauth, 'SLACK_STATE_SECRET'), ['SLACK_STATE_SECRET']],
    ['OAuth without an address', without(oauth, 'PUBLIC_URL'), ['PUBLIC_URL']],
    ['a weak state secret', { ...oauth, SLACK_STATE_SECRET: 'YWJj' }, ['SLACK_STATE_SECRET']],
    ['an API in the clear', { ...slack, SLACK_API_URL: 'http://slack.example/api/' }, ['SLACK_API_URL']],
  ])('refuses %s', (_name, environment, expected) => {
    expect(refused(environment)).toEqual(expected);
  });
});

describe('Teams', () => {
  it('is a single tenant with a secret, in the public cloud', () => {
    expect(readConfig(teams).teams).toEqual({
      kind: 'verified',
      appId: guid,
      tenantId: guid,
      credential: { kind: 'password', password: 'p'.repeat(32) },
      openIdMetadataUrl: 'https://login.botframework.com/v1/.well-known/openidconfiguration',
      serviceHosts: ['smba.trafficmanager.net'],
    });
  });

  it.each<[string, Environment, object]>([
    [
      'a certificate',
      {
        ...without(teams, 'MICROSOFT_APP_PASSWORD'),
        MICROSOFT_APP_CERTIFICATE_FILE: 'c.pem',
        MICROSOFT_APP_CERTIFICATE_KEY_FILE: 'k.pem',
      },
      { credential: { kind: 'certificate', certificateFile: 'c.pem', keyFile: 'k.pem' } },
    ],
    [
      'a managed identity',
      { ...without(teams, 'MICROSOFT_APP_PASSWORD'), MICROSOFT_APP_TYPE: 'UserAssignedMSI' },
      { credential: { kind: 'managedIdentity' }, tenantId: guid },
    ],
    [
      'a government cloud',
      { ...teams, TEAMS_SERVICE_HOSTS: 'smba.infra.gov.teams.microsoft.us, localhost:9' },
      { serviceHosts: ['smba.infra.gov.teams.microsoft.us', 'localhost:9'] },
    ],
    [
      'a stand-in on this machine',
      { ...teams, TEAMS_TOKEN_URL: 'http://localhost:9/t' },
      { tokenUrl: 'http://localhost:9/t' },
    ],
  ])('can be %s', (_name, environment, expected) => {
    expect(readConfig(environment).teams).toMatchObject(expected);
  });

  it('of many tenants has none of its own', () => {
    const many = { ...without(teams, 'MICROSOFT_APP_TENANT_ID'), MICROSOFT_APP_TYPE: 'MultiTenant' };
    expect(readConfig(many).teams).not.toHaveProperty('tenantId');
    expect(refused({ ...many, MICROSOFT_APP_TENANT_ID: guid })).toEqual(['MICROSOFT_APP_TENANT_ID']);
  });

  it.each<[string, Environment, string[]]>([
    ['no app id', without(teams, 'MICROSOFT_APP_ID'), ['MICROSOFT_APP_ID']],
    ['an app id that is none', { ...teams, MICROSOFT_APP_ID: 'signpost' }, ['MICROSOFT_APP_ID']],
    ['no tenant', without(teams, 'MICROSOFT_APP_TENANT_ID'), ['MICROSOFT_APP_TENANT_ID']],
    ['no credential', without(teams, 'MICROSOFT_APP_PASSWORD'), ['MICROSOFT_APP_PASSWORD']],
    [
      'half a certificate',
      { ...without(teams, 'MICROSOFT_APP_PASSWORD'), MICROSOFT_APP_CERTIFICATE_FILE: 'c.pem' },
      ['MICROSOFT_APP_CERTIFICATE_KEY_FILE'],
    ],
    [
      'a secret for a managed identity',
      { ...teams, MICROSOFT_APP_TYPE: 'UserAssignedMSI' },
      ['MICROSOFT_APP_PASSWORD'],
    ],
    [
      'keys in the clear',
      { ...teams, TEAMS_OPENID_METADATA_URL: 'http://keys.example/' },
      ['TEAMS_OPENID_METADATA_URL'],
    ],
    ['addresses for hosts', { ...teams, TEAMS_SERVICE_HOSTS: 'https://smba.example' }, ['TEAMS_SERVICE_HOSTS']],
  ])('refuses %s', (_name, environment, expected) => {
    expect(refused(environment)).toEqual(expected);
  });
});

describe('GOV.UK Notify', () => {
  const notify = { NOTIFY_API_KEY: `live-${guid}-${guid}`, NOTIFY_TEMPLATE_ID: guid };

  it('is off unless it is set up, and then at its own address', () => {
    expect(readConfig(slack).notify).toBeUndefined();
    expect(readConfig({ ...slack, ...notify }).notify).toEqual({
      apiUrl: 'https://api.notifications.service.gov.uk',
      apiKey: notify.NOTIFY_API_KEY,
      templateId: guid,
    });
    expect(readConfig({ ...slack, ...notify, NOTIFY_API_URL: 'http://127.0.0.1:9/' }).notify?.apiUrl).toBe(
      'http://127.0.0.1:9',
    );
  });

  it.each([
    [{ ...slack, NOTIFY_TEMPLATE_ID: guid }, 'NOTIFY_API_KEY'],
    [{ ...slack, NOTIFY_API_KEY: notify.NOTIFY_API_KEY }, 'NOTIFY_TEMPLATE_ID'],
    [{ ...slack, ...notify, NOTIFY_API_KEY: guid }, 'NOTIFY_API_KEY'],
    [{ ...slack, ...notify, NOTIFY_API_URL: 'http://notify.example' }, 'NOTIFY_API_URL'],
    // A trial tells nobody.
    [{ ...trial, ...notify }, 'NOTIFY_API_KEY'],
  ])('is refused half set up, elsewhere in clear, or in a trial: %#', (environment, setting) => {
    expect(refused(environment)).toEqual([setting]);
  });
});

describe('Teams without checks', () => {
  const emulator = { ...trial, TEAMS_UNAUTHENTICATED: 'local-emulator' };

  it('is for an emulator on this machine, in a trial', () => {
    expect(readConfig(emulator)).toMatchObject({ mode: 'trial', teams: { kind: 'localEmulator' } });
  });

  it.each<[string, Environment]>([
    ['in production', { NODE_ENV: 'production' }],
    ['on another address', { HOST: '0.0.0.0' }],
    ['with an app id', { MICROSOFT_APP_ID: guid }],
    ['beside a real Teams', teams],
    ['beside a real Slack', slack],
    ['with any other value', { TEAMS_UNAUTHENTICATED: 'true' }],
  ])('is refused %s', (_name, settings) => {
    expect(refused({ ...emulator, ...settings })).toContain('TEAMS_UNAUTHENTICATED');
  });
});

describe('for real concerns', () => {
  it('passes on the secrets that were given', () => {
    const { secretKeys, indexSecret } = readConfig(slack).secrets;
    expect([secretKeys, indexSecret]).toEqual([stored.SECRET_KEYS, stored.INDEX_SECRET]);
  });

  it.each(['SECRET_KEYS', 'INDEX_SECRET', 'ORGANISATION_FILE'])('needs %s', (setting) => {
    expect(refused(without(slack, setting))).toEqual([setting]);
    expect(refused(without(teams, setting))).toEqual([setting]);
  });

  it.each([
    ['a short key', 'k1:YWJj'],
    ['a key without a name', secret('a')],
    ['two keys of one name', `k1:${secret('a')},k1:${secret('b')}`],
    ['one good key and one that is none', `k1:${secret('a')},k2:${'?'.repeat(44)}`],
    ['a key that is longer', `k1:${Buffer.alloc(33, 'a').toString('base64')}`],
    ['an index secret used as a key', `k1:${secret('i')}`],
  ])('refuses %s', (_name, keys) => {
    expect(refused({ ...slack, SECRET_KEYS: keys })).toHaveLength(1);
  });

  it('may listen on every address, with metrics on a port of their own', () => {
    const config = readConfig({ ...slack, HOST: '0.0.0.0', PORT: '80', METRICS_PORT: '9090', NODE_ENV: 'production' });
    expect(config).toMatchObject({ host: '0.0.0.0', port: 80, metricsPort: 9090 });
    expect(refused({ ...slack, METRICS_PORT: '3978' })).toEqual(['METRICS_PORT']);
  });

  it.each(['redis://h', 'rediss://u:p@h:1/0', 'redis+sentinel://a,b/name', 'redis+cluster://a,b'])(
    'keeps what is stored in %s',
    (url) => {
      expect(readConfig({ ...slack, REDIS_URL: url }).redisUrl).toBe(url);
    },
  );
});

describe('any setting', () => {
  it.each([
    ['HOST', 'signpost.example'],
    ['PORT', '65536'],
    ['PORT', '0x50'],
    ['PORT', '-1'],
    ['PUBLIC_URL', 'https://signpost.example/path'],
    ['PUBLIC_URL', 'http://signpost.example'],
    ['LOG_LEVEL', 'everything'],
    ['NODE_ENV', 'prod'],
    ['REDIS_URL', 'localhost:6379'],
    ['REDIS_CA_FILE', '/no/such/file.pem'],
    ['REDIS_CA_FILE', 'package.json'],
    ['CONVERSATION_IDLE_HOURS', '0'],
    ['CONVERSATION_IDLE_HOURS', '1.5'],
  ])('refuses %s=%s', (setting, value) => {
    expect(refused({ ...trial, [setting]: value })).toEqual([setting]);
  });

  it('that is empty or blank counts as not set, and space around a value is dropped', () => {
    expect(readConfig({ ...trial, PORT: '', HOST: '  ', LOG_LEVEL: ' warn ' })).toMatchObject({
      host: '127.0.0.1',
      port: 3978,
      logLevel: 'warn',
    });
  });

  it('that is wrong is told once, together with all the others', () => {
    const wrong = { SLACK_BOT_TOKEN: 'CANARY', MICROSOFT_APP_ID: 'CANARY', PORT: 'CANARY', SECRET_KEYS: 'CANARY' };
    expect(refused(wrong).toSorted()).toEqual(
      [
        'INDEX_SECRET',
        'MICROSOFT_APP_ID',
        'MICROSOFT_APP_PASSWORD',
        'MICROSOFT_APP_TENANT_ID',
        'ORGANISATION_FILE',
        'PORT',
        'SECRET_KEYS',
        'SLACK_BOT_TOKEN',
        'SLACK_SIGNING_SECRET',
      ].toSorted(),
    );
  });

  it('is named with what to do, and its value is never shown', () => {
    const read = () => readConfig({ ...slack, SLACK_BOT_TOKEN: 'CANARY', PORT: 'CANARY', INDEX_SECRET: 'CANARY' });
    expect(read).toThrow(/Put these 3 settings right/);
    expect(read).toThrow(/\n {2}PORT: Give a whole number from 1 to 65535/);
    expect(read).not.toThrow(/CANARY/);
  });
});

it('is frozen through and through', () => {
  const config = readConfig(oauth);
  expect(Object.isFrozen(config)).toBe(true);
  expect(Object.isFrozen(config.slack?.install)).toBe(true);
  expect(Object.isFrozen(config.secrets)).toBe(true);
});

describe('.env.example', () => {
  const text = readFileSync(new URL('../../.env.example', import.meta.url), 'utf8');

  it('holds every setting there is and no other', () => {
    expect(Object.keys(parseEnv(text)).toSorted()).toEqual([...settingNames].toSorted());
  });

  it('explains each in one sentence on the line above it', () => {
    const lines = text.split('\n');
    const unexplained = lines.filter((line, at) => /^\w+=/.test(line) && !/^# .+\.$/.test(lines[at - 1] ?? ''));
    expect(unexplained).toEqual([]);
  });

  it('copied as it is starts a trial', () => {
    expect(readConfig({ ...parseEnv(text), ...trial } as Environment).mode).toBe('trial');
  });
});
