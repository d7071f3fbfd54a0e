/** Tokens of many workspaces: at rest, believed, renewed. Slack's side is the stand-in, the store a few lines. */
import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { NotInstalled } from '../../../src/channels/slack/installing/installs.ts';
import { createMany } from '../../../src/channels/slack/installing/many.ts';
import { createStates } from '../../../src/channels/slack/installing/state.ts';
import { type Cupboard, createVault } from '../../../src/channels/slack/installing/vault.ts';
import { createWebApi } from '../../../src/channels/slack/web-api.ts';
import { createLog } from '../../../src/log.ts';
import { readKeys, trialSecrets } from '../../../src/seal/keys.ts';
import { type SlackApi, startSlackApi } from '../../support/slack-api.ts';

const keys = readKeys(trialSecrets(randomBytes));
const minute = 60_000;
let api: SlackApi;
let kept: Map<string, string>;
let silent: boolean;
let now: number;

const answer = async <T>(value: () => T): Promise<T> => {
  if (silent) throw new Error('The store is silent.');
  return value();
};
const cupboard: Cupboard = {
  put: (key, value) => answer(() => void kept.set(key, value)),
  get: (key) => answer(() => kept.get(key) ?? null),
  remove: (key) => answer(() => void kept.delete(key)),
  step: () => answer(() => ({ outcome: 'read' })),
};
const vault = createVault(cupboard, keys, randomBytes);
const aProcess = () =>
  createMany({
    api: createWebApi(api.url, createLog('silent')),
    vault,
    clientId: '111.222',
    clientSecret: 'c'.repeat(32),
    clock: () => now,
  });
const ending = (token: string, refresh: string) => ({
  app: 'A1',
  token,
  refresh: { token: refresh, expires: now + minute },
});
const grant = (token: string, refresh: string) => ({
  app_id: 'A1',
  access_token: token,
  token_type: 'bot',
  scope: 'commands',
  refresh_token: refresh,
  expires_in: 43_200,
});

beforeAll(async () => {
  api = await startSlackApi([]);
});
afterAll(() => api.stop());
beforeEach(() => {
  kept = new Map();
  silent = false;
  now = 1_700_000_000_000;
  api.grants.clear();
  api.well();
});

describe('at rest', () => {
  it('a token cannot be read, nor whose it is', async () => {
    await vault.write('T0WORKSPACE', { app: 'A0THISAPP', token: 'xoxb-secret' });
    const [[key = '', value = ''] = []] = [...kept];
    expect(`${key} ${value}`).not.toMatch(/xoxb-|WORKSPACE|THISAPP/);
    expect(await vault.read('T0WORKSPACE')).toEqual({ app: 'A0THISAPP', token: 'xoxb-secret' });
  });

  it('a token moved to another workspace is no token', async () => {
    await vault.write('T1', { app: 'A1', token: 'xoxb-one' });
    await vault.write('T2', { app: 'A1', token: 'xoxb-two' });
    const [[first], [, second]] = [...kept] as [[string, string], [string, string]];
    kept.set(first, second);
    expect(await vault.read('T1')).toBeUndefined();
    expect(await vault.read('T2')).toMatchObject({ token: 'xoxb-two' });
  });
});

describe('a token', () => {
  it('is believed for a minute, and for longer while the store is silent', async () => {
    const one = aProcess();
    await vault.write('T1', { app: 'A1', token: 'xoxb-1' });
    expect(await one.tokenFor('T1')).toBe('xoxb-1');
    silent = true;
    now += 10 * minute;
    expect(await one.tokenFor('T1')).toBe('xoxb-1');
    expect(await one.knows('T2')).toBe('unsure');
    silent = false;
    await vault.remove('T1');
    now += 2 * minute;
    expect(await one.knows('T1')).toBe('no');
    await expect(one.tokenFor('T1')).rejects.toThrow(NotInstalled);
  });

  it('that Slack refused is looked up afresh', async () => {
    const one = aProcess();
    await vault.write('T1', { app: 'A1', token: 'xoxb-1' });
    await one.tokenFor('T1');
    await vault.write('T1', { app: 'A1', token: 'xoxb-2' });
    expect(await one.tokenFor('T1')).toBe('xoxb-1');
    one.tokenRefused('T1');
    expect(await one.tokenFor('T1')).toBe('xoxb-2');
  });

  it('is renewed once, however many ask and in however many processes', async () => {
    await vault.write('T1', ending('xoxe.xoxb-1', 'refresh-1'));
    api.grants.set('refresh-1', grant('xoxe.xoxb-2', 'refresh-2'));
    const [one, two] = [aProcess(), aProcess()];
    await Promise.all([one.knows('T1'), two.knows('T1')]);
    expect(await Promise.all([one.tokenFor('T1'), one.tokenFor('T1')])).toEqual(['xoxe.xoxb-2', 'xoxe.xoxb-2']);
    expect(await two.tokenFor('T1')).toBe('xoxe.xoxb-2');
    expect(await vault.read('T1')).toMatchObject({ refresh: { token: 'refresh-2' } });
  });

  it('that cannot be renewed just now is used while it lives', async () => {
    await vault.write('T1', ending('xoxe.xoxb-1', 'refresh-1'));
    api.trouble('cut', 'oauth.v2.access');
    expect(await aProcess().tokenFor('T1')).toBe('xoxe.xoxb-1');
    now += 2 * minute;
    await expect(aProcess().tokenFor('T1')).rejects.toThrow();
  });

  it('that was renewed and could not be stored is not lost', async () => {
    await vault.write('T1', ending('xoxe.xoxb-1', 'refresh-1'));
    api.grants.set('refresh-1', grant('xoxe.xoxb-2', 'refresh-2'));
    const one = aProcess();
    await one.knows('T1');
    silent = true;
    expect(await one.tokenFor('T1')).toBe('xoxe.xoxb-2');
    now += 60 * minute;
    expect(await one.tokenFor('T1')).toBe('xoxe.xoxb-2');
  });
});

describe('the state of an installation', () => {
  const states = createStates('s'.repeat(32), randomBytes);
  const browser = states.newBrowser();

  it('is for one browser and ten minutes, and tells itself from every other', () => {
    const [first, second] = [states.make(browser, 0), states.make(browser, 0)];
    expect(states.check(first, browser, 10 * minute)).not.toEqual(states.check(second, browser, 10 * minute));
    expect(states.check(first, states.newBrowser(), 0)).toBe('other-browser');
    expect(states.check(first, undefined, 0)).toBe('other-browser');
    expect(states.check(first, browser, 10 * minute + 1)).toBe('late');
  });

  it.each([
    ['a later end', (state: string) => state.replace(/^[^.]+/, 'zzzzzzzzz')],
    ['another number', (state: string) => state.replace(/\.[^.]+/, '.other')],
    ['more', (state: string) => `${state}.more`],
    ['nothing', () => ''],
  ])('is refused with %s', (_, change) => {
    expect(states.check(change(states.make(browser, 0)), browser, 0)).toBe('forged');
  });

  it('of another secret is refused', () => {
    const other = createStates('o'.repeat(32), randomBytes);
    expect(states.check(other.make(browser, 0), browser, 0)).toBe('forged');
  });
});
