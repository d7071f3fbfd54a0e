/** The real program installed in many workspaces by OAuth. */
import { Redis } from 'ioredis';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { scopes } from '../../src/channels/slack/scopes.ts';
import { asked, questions, until } from '../support/behaviour-space.ts';
import { app, eventBody, slackPerson, type Where } from '../support/slack-person.ts';
import { type SlackSpace, slackSpace } from '../support/slack-space.ts';

let space: SlackSpace;
beforeAll(async () => {
  space = await slackSpace({
    SLACK_BOT_TOKEN: '',
    SLACK_CLIENT_ID: '111.222',
    SLACK_CLIENT_SECRET: 'c'.repeat(32),
    SLACK_STATE_SECRET: 'state'.repeat(8),
    PUBLIC_URL: 'https://signpost.example',
  });
});
afterAll(() => space.stop());
afterEach(() => expect(space.api.faults).toEqual([]));

let count = 0;
const somebody = (where: Where, user = `U9${String(++count).padStart(5, '0')}`) =>
  slackPerson({ base: space.base, api: space.api }, user, where);
const get = (path: string, cookie = '') =>
  fetch(`${space.base()}${path}`, { redirect: 'manual', headers: cookie ? { cookie } : {} });

/** As far as Slack's own page, where the person chooses. */
async function begin(cookie = '') {
  const response = await get('/slack/install', cookie);
  const to = new URL(response.headers.get('location') ?? '');
  const given = response.headers.get('set-cookie') ?? '';
  return { response, to, given, cookie: given.split(';')[0] ?? '', state: to.searchParams.get('state') ?? '' };
}

const grantFor = (token: string, more: Record<string, unknown>) => ({
  app_id: app,
  access_token: token,
  token_type: 'bot',
  scope: scopes.join(','),
  is_enterprise_install: false,
  team: null,
  enterprise: null,
  ...more,
});

async function finish(state: string, cookie: string, grant: Record<string, unknown>) {
  space.api.grants.set(`code-${state}`, grant);
  return get(`/slack/oauth_redirect?code=code-${state}&state=${encodeURIComponent(state)}`, cookie);
}

async function install(token: string, where: Where, more: Record<string, unknown> = {}) {
  const { team, enterprise, isOrganisation = false } = where;
  space.api.install(token, { team, ...(enterprise && { enterprise }), isOrganisation });
  const { state, cookie } = await begin();
  const ids = {
    team: isOrganisation ? null : { id: team, name: 'CANARY-TEAM' },
    enterprise: enterprise ? { id: enterprise } : null,
    is_enterprise_install: isOrganisation,
  };
  return finish(state, cookie, grantFor(token, { ...ids, ...more }));
}

describe('installing', () => {
  it('asks Slack for the least, from the address in the settings, and binds the state to the browser', async () => {
    const { response, to, given } = await begin();
    expect(response.status).toBe(302);
    expect(`${to.origin}${to.pathname}`).toBe(`${space.api.origin}/oauth/v2/authorize`);
    expect(to.searchParams.get('scope')).toBe(scopes.join(','));
    expect(to.searchParams.get('redirect_uri')).toBe('https://signpost.example/slack/oauth_redirect');
    expect(given).toMatch(/^signpost-install=[\w-]{32}; Path=\/slack; Max-Age=600; HttpOnly; SameSite=Lax; Secure$/);
  });

  it('works, says what comes next, and keeps the token where nobody can read it', async () => {
    const page = await install('xoxb-one', { team: 'T1' });
    expect(page.status).toBe(200);
    expect(await page.text()).toMatch(/Signpost is installed.*T1.*workspaces/s);
    const person = somebody({ team: 'T1' });
    await person.says('start');
    await until(() => expect(person.messages()).toMatchObject([{ token: 'xoxb-one' }]));
    const client = new Redis(space.redis.url);
    const names = await client.keys('*installation*');
    expect(names).toHaveLength(1);
    expect(await client.get(names[0] ?? '')).toMatch(/^k1\.[\w-]+$/);
    client.disconnect();
  });

  it('works in two tabs of one browser', async () => {
    const first = await begin();
    const second = await begin(first.cookie);
    expect(second.cookie).toBe(first.cookie);
    const grant = grantFor('xoxb-one', { team: { id: 'T1' } });
    expect((await finish(first.state, second.cookie, grant)).status).toBe(200);
    expect((await finish(second.state, second.cookie, grant)).status).toBe(200);
  });

  it.each([
    [
      'another browser',
      'This did not begin in this browser',
      async () => finish((await begin()).state, (await begin()).cookie, {}),
    ],
    ['no cookie', 'allow cookies', async () => finish((await begin()).state, '', {})],
    ['a state of somebody else', 'not one of ours', async () => finish('1.2.3.4', (await begin()).cookie, {})],
    [
      'a second use',
      'opened twice',
      async () => {
        const { state, cookie } = await begin();
        const grant = grantFor('xoxb-one', { team: { id: 'T1' } });
        await finish(state, cookie, grant);
        return finish(state, cookie, grant);
      },
    ],
    [
      'a change of mind',
      'You did not install',
      async () => {
        const { state, cookie } = await begin();
        return get(`/slack/oauth_redirect?error=access_denied&state=${state}`, cookie);
      },
    ],
    [
      'a code that Slack does not know',
      'SLACK_CLIENT_SECRET',
      async () => {
        const { state, cookie } = await begin();
        return get(`/slack/oauth_redirect?code=none&state=${state}`, cookie);
      },
    ],
    [
      'too few scopes',
      'manifest.yaml',
      async () => {
        const { state, cookie } = await begin();
        return finish(state, cookie, grantFor('xoxb-few', { team: { id: 'T8' }, scope: 'commands' }));
      },
    ],
  ])('%s ends on a page that says what to do', async (_, says, act) => {
    const page = await act();
    expect(page.status).toBeGreaterThanOrEqual(400);
    const text = await page.text();
    expect(text).toContain(says);
    expect(text).toContain('href="/slack/install"');
  });
});

describe('installed', () => {
  it('two workspaces never share a conversation or a token, even with one user id', async () => {
    await install('xoxb-one', { team: 'T1' });
    await install('xoxb-two', { team: 'T2' });
    const [one, two] = [somebody({ team: 'T1' }, 'U0SAME'), somebody({ team: 'T2' }, 'U0SAME')];
    await one.says('start');
    await until(() => expect(one.messages()).toHaveLength(1));
    await two.says('hi');
    await until(() => expect(two.messages()).toHaveLength(2));
    expect(one.messages().map(({ token, text }) => [token, text.slice(0, 8)])).toEqual([
      ['xoxb-one', 'Question'],
      ['xoxb-two', 'Signpost'],
    ]);
  });

  it('a whole organisation of Enterprise Grid is one workspace to us', async () => {
    await install('xoxb-grid', { team: 'T31', enterprise: 'E1', isOrganisation: true });
    const person = somebody({ team: 'T31', enterprise: 'E1', isOrganisation: true });
    await person.says('start');
    await until(() => expect(questions(person)).toMatchObject([{ token: 'xoxb-grid' }]));
    await person.presses('No');
    await asked(person, 2);
  });

  it('a workspace that no organisation names can look things up, and is told so', async () => {
    await install('xoxb-three', { team: 'T3' });
    const person = somebody({ team: 'T3' });
    await person.says('start');
    await until(() => expect(person.newest()?.text).toContain('not set up for your workspace'));
    const answer = await person.command('childline');
    expect(JSON.parse(answer.body).text).toMatch(/not set up for your workspace.*0800 1111/s);
  });

  it('a token that expires is renewed in time, once for many', async () => {
    const refreshing = { refresh_token: 'refresh-1', expires_in: 60 };
    await install('xoxe.xoxb-old', { team: 'T1' }, refreshing);
    space.api.install('xoxe.xoxb-new', { team: 'T1' });
    space.api.grants.set(
      'refresh-1',
      grantFor('xoxe.xoxb-new', { team: { id: 'T1' }, refresh_token: 'refresh-2', expires_in: 43_200 }),
    );
    const people = Array.from({ length: 5 }, () => somebody({ team: 'T1' }));
    await Promise.all(people.map((person) => person.says('start')));
    await until(() => {
      for (const person of people) expect(person.messages()).toMatchObject([{ token: 'xoxe.xoxb-new' }]);
    });
  });
});

describe('removing the app', () => {
  const leave = (event: Record<string, unknown>, team = 'T2') => somebody({ team }).event(eventBody(event, { team }));

  it('removes the token and every conversation of that workspace, and of no other', async () => {
    await install('xoxb-one', { team: 'T1' });
    await install('xoxb-two', { team: 'T2' });
    const [stays, goes] = [somebody({ team: 'T1' }), somebody({ team: 'T2' })];
    await Promise.all([stays.says('start'), goes.says('start')]);
    await until(() => expect([questions(stays).length, questions(goes).length]).toEqual([1, 1]));

    expect((await leave({ type: 'app_uninstalled' })).status).toBe(200);
    expect((await leave({ type: 'tokens_revoked', tokens: { bot: ['UBOT'] } })).status).toBe(200);
    expect((await goes.says('hi')).status).toBe(401);
    await stays.says('hi');
    await until(() => expect(stays.messages()).toHaveLength(2));
    expect(stays.newest()?.text).toMatch(/^Question/);

    await install('xoxb-two', { team: 'T2' });
    await goes.says('hi');
    await until(() => expect(goes.newest()?.text).toContain('Worried about a child online?'));
  });

  it('told late, after it was installed again, changes nothing: by its id, and by its time', async () => {
    await install('xoxb-two', { team: 'T2' });
    const removed = eventBody(
      { type: 'app_uninstalled' },
      { team: 'T2' },
      { event_time: Math.floor(Date.now() / 1000) },
    );
    const earlier = eventBody({ type: 'app_uninstalled' }, { team: 'T2' }, { event_time: 1_700_000_000 });
    expect((await somebody({ team: 'T2' }).event(removed)).status).toBe(200);
    await install('xoxb-two', { team: 'T2' });
    const stays = somebody({ team: 'T2' });
    await stays.says('start');
    await until(() => expect(questions(stays)).toHaveLength(1));
    for (const late of [removed, earlier]) expect((await somebody({ team: 'T2' }).event(late)).status).toBe(200);
    await stays.says('hi');
    await until(() => expect(stays.messages()).toHaveLength(2));
    expect(stays.newest()?.text).toMatch(/^Question/);
  });

  it('a person who takes back their own token changes nothing', async () => {
    await install('xoxb-two', { team: 'T2' });
    expect((await leave({ type: 'tokens_revoked', tokens: { oauth: ['U1'] } })).status).toBe(200);
    expect((await somebody({ team: 'T2' }).says('hi')).status).toBe(200);
  });
});

it('no token, secret or name stands in the log', () => {
  expect(space.output()).toContain('slack.installed');
  expect(space.output()).not.toMatch(/xoxb|refresh-|CANARY|c{32}|code-/);
});

describe('a state', () => {
  it('is not used up by whoever looks at the address without opening it', async () => {
    const { state, cookie } = await begin();
    const path = `/slack/oauth_redirect?code=code-${state}&state=${encodeURIComponent(state)}`;
    const looked = await fetch(`${space.base()}${path}`, { method: 'HEAD', headers: { cookie } });
    expect(looked.status).toBe(200);
    space.api.install('xoxb-looked-at', { team: 'T2' });
    const ids = { team: { id: 'T2', name: 'CANARY-TEAM' } };
    const page = await finish(state, cookie, grantFor('xoxb-looked-at', ids));
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('T2')]);
  });
});
