/** The program under attack: the real one, both platforms on, its stand-ins and its store, and what it must hold at every answer. */

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { STATUS_CODES } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { scopes } from '../../src/channels/slack/scopes.ts';
import { staffedSchool } from '../../test/support/organisation.ts';
import { freePort } from '../../test/support/port.ts';
import { organisationFile } from '../../test/support/program.ts';
import { startRedis } from '../../test/support/redis.ts';
import { type SlackApi, startSlackApi } from '../../test/support/slack-api.ts';
import { signingSecret } from '../../test/support/slack-person.ts';
import { appId, appPassword, startTeamsConnector, type TeamsConnector } from '../../test/support/teams-connector.ts';
import { type OpenId, startOpenId } from '../../test/support/teams-openid.ts';
import { type Launched, launch, ours } from '../common/launch.ts';
import { secrets } from '../common/world.ts';

/** Stands in everything that people or attackers write; it may come out nowhere. */
export const canary = 'CANARY';
export const tenant = 'aaaaaaaa-0000-4000-8000-000000000001';
export const leadsChannel = 'C0LEADS';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
  readonly ms: number;
}

export interface Target {
  readonly program: Launched;
  readonly slack: SlackApi;
  readonly teams: TeamsConnector;
  readonly openId: OpenId;
  /** Sends it, and notes what does not hold of the answer. No answer within 10 s is a fault too. */
  send(path: string, init: RequestInit): Promise<Answer | undefined>;
  /** Faults noted since this was last asked. */
  faults(): readonly string[];
  note(fault: string): void;
  metrics(): Promise<string>;
  /** Everything in the store, as one text. */
  stored(): Promise<string>;
  /** Everything that went out to the platforms. */
  sent(): string;
  /** How many messages stand in all chats. */
  messages(): number;
  stop(): Promise<void>;
}

const patienceMs = 10_000;

/** What no stranger is told: how it is built, where it broke, and why somebody was refused. */
const leaks =
  /node_modules|\bat \S+ \(|\.ts:\d|[a-z]Error\b|stack|ioredis|botbuilder|no-signature|"?(reason|refusal)"?:|x-powered-by|ECONN/i;
const telling = ['server', 'x-powered-by', 'via', 'x-runtime', 'x-version'];

export async function startTarget(
  store: 'redis' | 'sqlite',
  more: Readonly<Record<string, string>> = {},
): Promise<Target> {
  const [slack, teams, openId] = await Promise.all([startSlackApi(scopes), startTeamsConnector(), startOpenId()]);
  slack.install('xoxb-test-token', { team: 'T1' });
  slack.joinedChannels.add(leadsChannel);
  const redis = store === 'redis' ? await startRedis() : undefined;
  const folder = await mkdtemp(join(tmpdir(), 'signpost-attack-'));
  const organisation = await organisationFile({
    workspaces: { slack: ['T1', 'T2'], teams: [tenant] },
    sites: [staffedSchool('slack', leadsChannel, (id) => `U0${id.toUpperCase()}`)],
    administrators: [{ name: 'Administrator', slack: 'U0ADMINISTRATOR' }],
  });
  const metricsPort = await freePort();
  const program = await launch(ours, {
    ...secrets(),
    ...(redis ? { REDIS_URL: redis.url } : { DATA_DIR: folder }),
    ORGANISATION_FILE: organisation.path,
    METRICS_PORT: String(metricsPort),
    LOG_LEVEL: 'debug',
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: slack.url,
    ...('SLACK_CLIENT_ID' in more ? {} : { SLACK_BOT_TOKEN: 'xoxb-test-token' }),
    MICROSOFT_APP_ID: appId,
    MICROSOFT_APP_PASSWORD: appPassword,
    MICROSOFT_APP_TENANT_ID: tenant,
    TEAMS_OPENID_METADATA_URL: openId.metadataUrl,
    TEAMS_TOKEN_URL: teams.tokenUrl,
    TEAMS_SERVICE_HOSTS: teams.host,
    ...more,
  });
  let noted: string[] = [];

  function judge(path: string, { status, headers, body }: Answer): void {
    if (status >= 500 && !(path === '/readyz' && status === 503)) noted.push(`${path}: ${status}`);
    const said = `${[...headers].map((pair) => pair.join(': ')).join('\n')}\n${body}`;
    const leak = leaks.exec(said)?.[0];
    if (leak) noted.push(`${path}: it says "${leak}"`);
    for (const name of telling) if (headers.has(name)) noted.push(`${path}: it has the header ${name}`);
    // Slack wants its own challenge back, and signs it.
    if (said.includes(canary) && !body.startsWith('{"challenge":')) noted.push(`${path}: it repeats what was sent`);
    if (status === 401 && body !== '' && body !== STATUS_CODES[401]) noted.push(`${path}: a refusal has words`);
  }

  return {
    program,
    slack,
    teams,
    openId,
    async send(path, init) {
      const began = performance.now();
      try {
        const response = await fetch(`${program.base}${path}`, {
          redirect: 'manual',
          signal: AbortSignal.timeout(patienceMs),
          ...init,
        });
        const answer = {
          status: response.status,
          headers: response.headers,
          body: await response.text(),
          ms: performance.now() - began,
        };
        judge(path, answer);
        return answer;
      } catch (error) {
        noted.push(`${path}: no answer (${error instanceof Error ? error.name : 'unknown'})`);
        return undefined;
      }
    },
    note: (fault) => void noted.push(fault),
    faults() {
      const all = noted;
      noted = [];
      if (!program.lives()) all.push('the program ended');
      return all;
    },
    metrics: () => fetch(`http://127.0.0.1:${metricsPort}/metrics`).then((response) => response.text()),
    async stored() {
      if (redis) return everythingIn(redis.port);
      const files = await readdir(folder);
      const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'latin1')));
      return texts.join('\n');
    },
    sent: () =>
      JSON.stringify([
        slack.messages,
        slack.forOne,
        [...slack.homes.values()],
        slack.modals,
        slack.calls,
        teams.messages,
      ]),
    messages: () => slack.messages.length + teams.messages.length,
    async stop() {
      await program.stop();
      await redis?.stop();
      await Promise.all([slack.stop(), teams.stop(), openId.stop(), organisation.remove()]);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function everythingIn(port: number): Promise<string> {
  const redis = new Redis(port, '127.0.0.1');
  const keys = await redis.keys('*');
  const values = await Promise.all(keys.map((key) => redis.dumpBuffer(key)));
  const read = await Promise.all(
    keys.map(async (key) => {
      const type = await redis.type(key);
      if (type === 'hash') return JSON.stringify(await redis.hgetall(key));
      if (type === 'zset') return JSON.stringify(await redis.zrange(key, '0', '-1'));
      return type === 'string' ? await redis.get(key) : '';
    }),
  );
  redis.disconnect();
  return [...keys, ...values.map((value) => value?.toString('latin1')), ...read].join('\n');
}
