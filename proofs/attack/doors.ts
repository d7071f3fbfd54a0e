/** Attacks by whoever cannot sign, and by whoever signs and sends what no platform would. */
import { randomBytes, randomUUID } from 'node:crypto';
import { sign } from '../../src/channels/slack/door.ts';
import { eventBody, form, signingSecret, slackPerson } from '../../test/support/slack-person.ts';
import { appId } from '../../test/support/teams-connector.ts';
import { newSigner, tokenFor } from '../../test/support/teams-openid.ts';
import { teamsPerson } from '../../test/support/teams-person.ts';
import { until } from '../common/wait.ts';
import { mutated, notJson, type Random } from './bodies.ts';
import { type Target, tenant } from './target.ts';

/** @returns how many requests it sent */
export type Attack = (target: Target, random: Random, count: number) => Promise<number>;

const json = 'application/json';
const urlencoded = 'application/x-www-form-urlencoded';
const slackPath = '/slack/events';
const teamsPath = '/api/messages';

/** So many at once as a real platform sends at most. */
async function inBatches(count: number, one: (at: number) => Promise<unknown>): Promise<number> {
  for (let at = 0; at < count; at += 16) {
    await Promise.all(Array.from({ length: Math.min(16, count - at) }, (_, more) => one(at + more)));
  }
  return count;
}

const post = (body: string, headers: Record<string, string>): RequestInit => ({ method: 'POST', body, headers });

function signed(body: string, type: string, { at = Date.now(), secret = signingSecret } = {}): RequestInit {
  const time = String(Math.floor(at / 1000));
  return post(body, {
    'content-type': type,
    'x-slack-request-timestamp': time,
    'x-slack-signature': sign(time, Buffer.from(body), secret),
  });
}

/** What Slack sends for one person: every shape there is. */
function slackBodies(target: Target, user: string, team = 'T1'): readonly (readonly [body: unknown, type: string])[] {
  const person = slackPerson({ base: () => target.program.base, api: target.slack }, user, { team });
  const event = (more: Record<string, unknown>) => person.message({ text: 'CANARY start', ...more });
  return [
    [event({}), json],
    [event({ text: 'number for CANARY' }), json],
    [event({ subtype: 'file_share', files: [{ name: 'CANARY' }] }), json],
    [event({ subtype: 'message_changed', message: { user, text: 'CANARY', ts: '1.2' } }), json],
    [eventBody({ type: 'app_home_opened', user, channel: `D${user}`, tab: 'home' }, { team }), json],
    [eventBody({ type: 'app_mention', user, team, channel: 'C1', text: 'CANARY', ts: '1.2' }, { team }), json],
    [eventBody({ type: 'app_uninstalled' }, { team: 'T3' }), json],
    [eventBody({ type: 'tokens_revoked', tokens: { bot: ['CANARY'] } }, { team: 'T3' }), json],
    [{ type: 'url_verification', challenge: 'fine' }, json],
    [person.pressBody('0.CANARY.AAAAAAAAAAAAAAAAAAAAAA'), urlencoded],
    [person.commandFields('CANARY'), urlencoded],
  ];
}

const written = ([body, type]: readonly [unknown, string]) =>
  type === json
    ? JSON.stringify(body)
    : typeof body === 'object' && body !== null && 'command' in body
      ? form(
          Object.fromEntries(
            Object.entries(body).map(([name, value]) => [
              name,
              typeof value === 'string' ? value : JSON.stringify(value),
            ]),
          ),
        )
      : form({ payload: JSON.stringify(body) });

const expectRefused = async (target: Target, what: string, path: string, init: RequestInit) => {
  const answer = await target.send(path, init);
  if (answer && answer.status !== 401) target.note(`${what}: ${answer.status} instead of 401`);
};

/** No message has come for a while. */
export function settled(target: Target): Promise<true> {
  let [seen, since] = [target.messages(), performance.now()];
  return until('quiet', () => {
    if (target.messages() !== seen) [seen, since] = [target.messages(), performance.now()];
    return performance.now() - since > 800;
  });
}

/** Nothing that was sent may have been answered in a chat. */
async function silently(target: Target, what: string, attack: () => Promise<number>): Promise<number> {
  // What was owed from before comes first.
  await settled(target);
  const before = target.messages();
  const count = await attack();
  await settled(target);
  if (target.messages() !== before) target.note(`${what}: somebody was answered`);
  return count;
}

export const slackForged: Attack = (target, random, count) =>
  silently(target, 'forged', () =>
    inBatches(count, (at) => {
      const bodies = slackBodies(target, 'U00FORGED');
      const one = bodies[at % bodies.length] as readonly [unknown, string];
      const body = written(one);
      const time = String(Math.floor(Date.now() / 1000));
      const right = sign(time, Buffer.from(body), signingSecret);
      const signatures = [
        '',
        'v0=',
        right.slice(0, -1),
        `${right}0`,
        right.toUpperCase(),
        right.replace('v0', 'v1'),
        sign(time, Buffer.from(body), 'another secret'),
        sign(time, Buffer.from(`${body} `), signingSecret),
        sign(String(Number(time) - 1), Buffer.from(body), signingSecret),
        `v0=${randomBytes(32).toString('hex')}`,
        `${right}, ${right}`,
      ];
      return expectRefused(
        target,
        'forged',
        slackPath,
        post(body, {
          'content-type': one[1],
          'x-slack-request-timestamp': random(8) === 0 ? `${time}\t0` : time,
          'x-slack-signature': signatures[random(signatures.length)] ?? '',
        }),
      );
    }),
  );

export const slackStale: Attack = (target, random, count) =>
  silently(target, 'stale', () =>
    inBatches(count, (at) => {
      const bodies = slackBodies(target, 'U00STALE');
      const one = bodies[at % bodies.length] as readonly [unknown, string];
      const away = 302_000 + random(1_000) * 1_000_000;
      const init = signed(written(one), one[1], { at: Date.now() + (random(2) === 0 ? -away : away) });
      return expectRefused(target, 'stale', slackPath, init);
    }),
  );

export const slackForeign: Attack = (target, _, count) =>
  silently(target, 'foreign', () =>
    inBatches(count, (at) => {
      const bodies = slackBodies(target, 'U00FOREIGN', 'T9').filter(([body]) => JSON.stringify(body).includes('T9'));
      const [body, type] = bodies[at % bodies.length] as readonly [unknown, string];
      return target.send(slackPath, signed(written([body, type]), type));
    }),
  );

/** Slack's signature over what Slack would never send. */
export const slackStrange: Attack = (target, random, count) =>
  inBatches(count, (at) => {
    if (at < notJson.length * 2) {
      const type = at % 2 === 0 ? json : urlencoded;
      return target.send(slackPath, signed(notJson[Math.floor(at / 2)] ?? '', type));
    }
    const bodies = slackBodies(target, `U00STRANGE${at % 200}`);
    const [body, type] = bodies[random(bodies.length)] as readonly [unknown, string];
    return target.send(slackPath, signed(written([mutated(body, random), type]), type));
  });

const activityOf = (target: Target, user: string, directory = tenant) => {
  const { teams: api, openId, program } = target;
  const person = teamsPerson({ base: () => program.base, api, openId }, user, randomUUID(), directory);
  return (at: number): Readonly<Record<string, unknown>> => {
    const kinds = [
      person.activity('message', { textFormat: 'plain', text: 'CANARY start' }),
      person.activity('invoke', {
        name: 'adaptiveCard/action',
        replyToId: '1',
        value: { action: { type: 'Action.Execute', verb: 'press', data: { token: 'CANARY' } }, trigger: 'manual' },
      }),
      person.activity('invoke', {
        name: 'composeExtension/query',
        value: { commandId: 'helplines', parameters: [{ name: 'query', value: 'CANARY' }] },
      }),
      person.activity('conversationUpdate', { membersAdded: [{ id: 'CANARY' }] }),
      person.activity('installationUpdate', { action: 'CANARY' }),
      person.activity('messageReaction', { reactionsAdded: [{ type: 'CANARY' }], replyToId: '1' }),
    ];
    return kinds[at % kinds.length] as Readonly<Record<string, unknown>>;
  };
};

const bearer = (activity: unknown, token: string): RequestInit =>
  post(JSON.stringify(activity), { 'content-type': json, ...(token !== '' && { authorization: token }) });

export const teamsForged: Attack = async (target, random, count) => {
  const stranger = newSigner(['msteams']);
  const [trusted] = target.openId.signers;
  if (!trusted) throw new Error('There is no key.');
  const now = Math.floor(Date.now() / 1000);
  return silently(target, 'forged', () =>
    inBatches(count, async (at) => {
      const activity = activityOf(target, '29:FORGED')(at);
      const serviceUrl = String(activity.serviceUrl);
      const none = [
        { alg: 'none', typ: 'JWT' },
        { iss: 'https://api.botframework.com', aud: appId, exp: now + 3600 },
      ]
        .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
        .join('.');
      const right = await tokenFor(trusted, { appId, serviceUrl });
      const tokens = [
        '',
        'Bearer',
        'Bearer CANARY',
        `Bearer ${none}.`,
        `Basic ${right}`,
        `Bearer ${right.slice(0, -4)}AAAA`,
        `Bearer ${await tokenFor(stranger, { appId, serviceUrl })}`,
        `Bearer ${await tokenFor(stranger, { appId, serviceUrl, kid: trusted.kid })}`,
        `Bearer ${await tokenFor(trusted, { appId: randomUUID(), serviceUrl })}`,
        `Bearer ${await tokenFor(trusted, { appId, serviceUrl: 'https://elsewhere.example/' })}`,
        `Bearer ${await tokenFor(trusted, { appId, serviceUrl, endsIn: -3_600 })}`,
        `Bearer ${await tokenFor(trusted, { appId, serviceUrl, claims: { iss: 'https://sts.windows.net/x/' } })}`,
        `Bearer ${await tokenFor(trusted, { appId, serviceUrl, alg: 'RS512' })}`,
      ];
      return expectRefused(target, 'forged', teamsPath, bearer(activity, tokens[random(tokens.length)] ?? ''));
    }),
  );
};

export const teamsForeign: Attack = (target, random, count) =>
  silently(target, 'foreign', () =>
    inBatches(count, async (at) => {
      const isForeignHost = random(2) === 0;
      const activity = {
        ...activityOf(target, '29:FOREIGN', isForeignHost ? tenant : randomUUID())(at),
        ...(isForeignHost && { serviceUrl: 'https://elsewhere.example/' }),
      };
      const token = await target.openId.token({ aud: appId, serviceurl: activity.serviceUrl });
      return target.send(teamsPath, bearer(activity, `Bearer ${token}`));
    }),
  );

export const teamsStrange: Attack = (target, random, count) =>
  inBatches(count, async (at) => {
    const { serviceUrl } = target.teams;
    const authorization = `Bearer ${await target.openId.token({ aud: appId, serviceurl: serviceUrl })}`;
    const text = notJson[at];
    if (text !== undefined) return target.send(teamsPath, post(text, { 'content-type': json, authorization }));
    const activity = mutated(activityOf(target, `29:STRANGE${at % 200}`)(random(6)), random);
    return target.send(teamsPath, bearer(activity, authorization));
  });

/** Paths, methods and links that nobody was given. */
export const paths: Attack = async (target, random, count) => {
  const known = [
    ['/record', '/audit', '/slack/install', '/slack/oauth_redirect', '/healthz', '/readyz'],
    [
      '/',
      '/metrics',
      '/try/act',
      '/.env',
      '/src/main.ts',
      '/%2e%2e/%2e%2e/etc/passwd',
      '/slack/events/',
      '//',
      '/\\..',
    ],
  ].flat();
  const queries = [
    '',
    '?key=CANARY',
    `?key=${'A'.repeat(5_000)}`,
    '?key=..%2f..%2fCANARY',
    '?key[]=1&key=2',
    '?state=CANARY&code=CANARY',
    '?error=%3Cscript%3ECANARY',
  ];
  const methods = ['GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'PATCH'];
  const closed = new Set<string>();
  const wrong = new Set<string>();
  const sent = await inBatches(count, async (at) => {
    const path = known[at % known.length] ?? '/';
    const key = `?key=${randomBytes(40 + random(200)).toString('base64url')}`;
    const query = random(3) === 0 ? key : (queries[random(queries.length)] ?? '');
    const method = methods[random(3) === 0 ? random(methods.length) : 0] ?? 'GET';
    const answer = await target.send(`${path}${query}`, { method, headers: { cookie: 'signpost-install=CANARY' } });
    if (answer && method === 'GET' && path === '/record') closed.add(`${answer.status} ${answer.body}`);
    if (answer && method === 'POST' && path === '/record') wrong.add(`${answer.status} ${answer.body}`);
    // One page with a button stands at each link, the same for everybody: held above.
    const isOpen = ['/healthz', '/readyz', '/record', '/audit', '/term', '/pack'].includes(path);
    if (answer && answer.status < 300 && !isOpen && method === 'GET')
      target.note(`${path}${query.slice(0, 20)}: ${answer.status} for a stranger`);
  });
  if (closed.size > 1 || wrong.size > 1 || [...wrong].some((each) => !each.startsWith('410')))
    target.note('a link that is wrong in another way is answered differently');
  return sent;
};
