/** One platform's stand-in with the settings that lead the program to it, and people in it. */
import { randomBytes } from 'node:crypto';
import { scopes } from '../../src/channels/slack/scopes.ts';
import { staffedSchool } from '../../test/support/organisation.ts';
import { organisationFile } from '../../test/support/program.ts';
import { startSlackApi } from '../../test/support/slack-api.ts';
import { signingSecret } from '../../test/support/slack-person.ts';
import { appId, appPassword, startTeamsConnector } from '../../test/support/teams-connector.ts';
import { startOpenId } from '../../test/support/teams-openid.ts';
import { slackTalkers, type Talker, teamsTalkers } from './talkers.ts';

export type PlatformName = 'slack' | 'teams';

export interface World {
  readonly platform: PlatformName;
  /** All that the program needs but its store. */
  readonly settings: Readonly<Record<string, string>>;
  /** Somebody new. */
  talker(base: () => string): Talker;
  /** Messages in the leads' channel. */
  notices(): readonly string[];
  /** Everything that left the program, as text. */
  sent(): string;
  /** The next `times` posts take this long. */
  slow(ms: number, times?: number): void;
  /** The next `times` calls are answered with this status, and when to come again, in seconds. */
  wrong(status: number, retryAfter?: number, times?: number): void;
  /** Every call is refused because of who we are. */
  refused(): void;
  /** The next `times` calls are cut without an answer. */
  cut(times?: number): void;
  gone(): Promise<void>;
  back(): Promise<void>;
  well(): void;
  /** Everything in what was sent that the real platform would refuse. Must be empty. */
  readonly faults: readonly string[];
  stop(): Promise<void>;
}

/** Keys of its own for one run. */
export const secrets = () => ({
  SECRET_KEYS: `k1:${randomBytes(32).toString('base64')}`,
  INDEX_SECRET: randomBytes(32).toString('base64'),
});

export const startWorld = (platform: PlatformName): Promise<World> =>
  platform === 'slack' ? slackWorld() : teamsWorld();

const slackToken = 'xoxb-test-token';

async function slackWorld(): Promise<World> {
  const leads = 'C0LEADS';
  const api = await startSlackApi(scopes);
  api.install(slackToken, { team: 'T1' });
  api.joinedChannels.add(leads);
  const organisation = await organisationFile({
    workspaces: { slack: ['T1', 'T2', 'E1'] },
    sites: [staffedSchool('slack', leads, (id) => `U0${id.toUpperCase()}`)],
    administrators: [{ name: 'Administrator', slack: 'U0ADMINISTRATOR' }],
  });
  const meet = slackTalkers(api);
  let count = 0;
  return {
    platform: 'slack',
    settings: {
      ...secrets(),
      ORGANISATION_FILE: organisation.path,
      SLACK_SIGNING_SECRET: signingSecret,
      SLACK_BOT_TOKEN: slackToken,
      SLACK_API_URL: api.url,
    },
    talker: (base) => meet(`U${String(++count).padStart(8, '0')}`, base),
    notices: () => api.messages.filter(({ channel }) => channel === leads).map(({ text }) => text),
    sent: () => JSON.stringify([api.messages, api.forOne, [...api.homes.values()], api.modals]),
    slow: (slowMs, times) => api.trouble({ slowMs }, 'chat.postMessage', times),
    wrong: (status, retryAfter, times) =>
      api.trouble({ status, ...(retryAfter !== undefined && { retryAfter }) }, undefined, times),
    refused: () => api.trouble({ error: 'invalid_auth' }),
    cut: (times) => api.trouble('cut', undefined, times),
    gone: () => api.down(),
    back: () => api.up(),
    well: () => api.well(),
    faults: api.faults,
    async stop() {
      await api.stop();
      await organisation.remove();
    },
  };
}

async function teamsWorld(): Promise<World> {
  const leads = '19:leads@thread.tacv2';
  const tenant = 'aaaaaaaa-0000-4000-8000-000000000001';
  const accountOf = (id: string) => `aaaaaaaa-0000-4000-8000-${Buffer.from(id.padEnd(6)).toString('hex').slice(0, 12)}`;
  const [api, openId] = await Promise.all([startTeamsConnector(), startOpenId()]);
  api.known.add(leads);
  const organisation = await organisationFile({
    workspaces: { teams: [tenant] },
    administrators: [{ name: 'Administrator', teams: accountOf('administrator') }],
    sites: [staffedSchool('teams', leads, accountOf)],
  });
  const meet = teamsTalkers(api, openId, tenant);
  let count = 0;
  return {
    platform: 'teams',
    settings: {
      ...secrets(),
      ORGANISATION_FILE: organisation.path,
      MICROSOFT_APP_ID: appId,
      MICROSOFT_APP_PASSWORD: appPassword,
      MICROSOFT_APP_TENANT_ID: tenant,
      TEAMS_OPENID_METADATA_URL: openId.metadataUrl,
      TEAMS_TOKEN_URL: api.tokenUrl,
      TEAMS_SERVICE_HOSTS: api.host,
    },
    talker: (base) => meet(`29:USER${String(++count).padStart(8, '0')}`, base),
    notices: () => api.chat(leads).map(({ text }) => text),
    sent: () => JSON.stringify(api.messages),
    slow: (slowMs, times) => api.trouble({ slowMs }, 'send', times),
    wrong: (status, retryAfter, times) =>
      api.trouble({ status, ...(retryAfter !== undefined && { retryAfter: String(retryAfter) }) }, 'send', times),
    refused: () => api.trouble({ status: 403, code: 'BotDisabledByAdmin' }),
    cut: (times) => api.trouble('cut', undefined, times),
    gone: () => api.down(),
    back: () => api.up(),
    well: () => api.well(),
    faults: api.faults,
    async stop() {
      await api.stop();
      await openId.stop();
      await organisation.remove();
    },
  };
}
