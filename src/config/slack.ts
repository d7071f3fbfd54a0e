/** The Slack settings: one workspace by its token or many by OAuth, over HTTP, Socket Mode or both. */
import type { SettingName, SettingsReading } from './environment.ts';

export interface SlackConfig {
  /** Ends in a slash. */
  readonly apiUrl: string;
  /** Set for HTTP: the secret that requests are signed with. */
  readonly signingSecret?: string;
  /** Set for Socket Mode. */
  readonly appToken?: string;
  /** Set: payloads for any other app are refused. */
  readonly appId?: string;
  readonly install:
    | { readonly kind: 'token'; readonly botToken: string }
    | {
        readonly kind: 'oauth';
        readonly clientId: string;
        readonly clientSecret: string;
        readonly stateSecret: string;
      };
}

export const slackSettings = [
  'SLACK_APP_ID',
  'SLACK_SIGNING_SECRET',
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_CLIENT_ID',
  'SLACK_CLIENT_SECRET',
  'SLACK_STATE_SECRET',
  'SLACK_API_URL',
] as const satisfies readonly SettingName[];

const oauthSettings = ['SLACK_CLIENT_ID', 'SLACK_CLIENT_SECRET', 'SLACK_STATE_SECRET'] as const;

/** Undefined when Slack is off, or when what is wrong has been reported. */
export function slackOf(reading: SettingsReading): SlackConfig | undefined {
  if (!slackSettings.some(reading.has)) return undefined;
  const { SLACK_API_URL, SLACK_APP_ID, SLACK_SIGNING_SECRET, SLACK_APP_TOKEN } = reading.values;
  if (!reading.has('SLACK_SIGNING_SECRET') && !reading.has('SLACK_APP_TOKEN')) {
    reading.report(
      'SLACK_SIGNING_SECRET',
      'Slack cannot reach this program yet. Set this to be reached over HTTP, or set SLACK_APP_TOKEN for Socket Mode.',
    );
  }
  const install = installOf(reading);
  return (
    install && {
      apiUrl: (SLACK_API_URL ?? 'https://slack.com/api/').replace(/\/?$/, '/'),
      ...(SLACK_APP_ID !== undefined && { appId: SLACK_APP_ID }),
      ...(SLACK_SIGNING_SECRET !== undefined && { signingSecret: SLACK_SIGNING_SECRET }),
      ...(SLACK_APP_TOKEN !== undefined && { appToken: SLACK_APP_TOKEN }),
      install,
    }
  );
}

function installOf(reading: SettingsReading): SlackConfig['install'] | undefined {
  const { values, has, report } = reading;
  if (!oauthSettings.some(has)) {
    if (!has('SLACK_BOT_TOKEN')) {
      report('SLACK_BOT_TOKEN', 'It is missing. Copy it from "OAuth & Permissions" on api.slack.com/apps.');
    }
    return values.SLACK_BOT_TOKEN === undefined ? undefined : { kind: 'token', botToken: values.SLACK_BOT_TOKEN };
  }
  if (has('SLACK_BOT_TOKEN')) {
    report(
      'SLACK_BOT_TOKEN',
      'Keep this for one workspace, or keep the three SLACK_CLIENT_ID, SLACK_CLIENT_SECRET and SLACK_STATE_SECRET for many. Remove the other.',
    );
  }
  for (const setting of oauthSettings) {
    if (!has(setting)) report(setting, `It is missing. Many workspaces need all of ${oauthSettings.join(', ')}.`);
  }
  if (!has('PUBLIC_URL')) {
    report('PUBLIC_URL', 'It is missing. Slack sends people back to this address once they have installed the app.');
  }
  const { SLACK_CLIENT_ID: clientId, SLACK_CLIENT_SECRET: clientSecret, SLACK_STATE_SECRET: stateSecret } = values;
  if (clientId === undefined || clientSecret === undefined || stateSecret === undefined) return undefined;
  return { kind: 'oauth', clientId, clientSecret, stateSecret };
}
