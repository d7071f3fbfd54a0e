/** Slack as it answers these tokens: whose they are, what they may do, and whether leads can be reached by them. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Organisation } from '../../rules/local.ts';
import { asDelivered, codeOf } from '../channels/slack/faults.ts';
import { createVault } from '../channels/slack/installing/vault.ts';
import { scopes } from '../channels/slack/scopes.ts';
import { createWebApi, type WebApi } from '../channels/slack/web-api.ts';
import type { SlackConfig } from '../config/slack.ts';
import type { Log } from '../log.ts';
import { type DoctorFinding, fine, unwise, wrong } from './finding.ts';
import { accountsOf, channelsOf } from './slack-people.ts';
import type { StoreLook } from './stored.ts';

const identitySchema = z.object({
  team_id: z.string().nullish(),
  enterprise_id: z.string().nullish(),
  is_enterprise_install: z.boolean().nullish(),
  response_metadata: z.object({ scopes: z.array(z.string()).optional() }).nullish(),
});

export interface SlackLook {
  readonly config: SlackConfig;
  readonly organisation: Organisation;
  readonly stored: Pick<StoreLook, 'store' | 'keys'>;
  readonly publicUrl: string | undefined;
  readonly log: Log;
}

export async function examineSlack(look: SlackLook): Promise<readonly DoctorFinding[]> {
  const api = createWebApi(look.config.apiUrl, look.log);
  const { findings, tokens } = await tokensOf(look);
  const each = await Promise.all([
    ...tokens.map((token) => tokenFindings(token, api, look)),
    socketOf(look.config, api),
  ]);
  return [...findings, ...each.flat()];
}

/** The one in the settings, or those that were given when the app was installed. */
async function tokensOf({ config: { install }, organisation, stored, publicUrl }: SlackLook): Promise<{
  readonly tokens: readonly string[];
  readonly findings: readonly DoctorFinding[];
}> {
  if (install.kind === 'token') return { tokens: [install.botToken], findings: [] };
  if (!stored.store) return { tokens: [], findings: [] };
  const vault = createVault(stored.store, stored.keys, randomBytes);
  const found = await Promise.all(
    organisation.workspaces.slack.map(async (workspace) => ({ workspace, given: await vault.read(workspace) })),
  );
  return {
    tokens: found.flatMap(({ given }) => given?.token ?? []),
    findings: found
      .filter(({ given }) => !given)
      .map(({ workspace }) =>
        unwise(
          'slack',
          `Signpost is not installed in ${workspace}.`,
          'Nobody there can raise a concern.',
          `start it, then open ${publicUrl ?? ''}/slack/install there.`,
        ),
      ),
  };
}

async function tokenFindings(token: string, api: WebApi, look: SlackLook): Promise<readonly DoctorFinding[]> {
  const setting = look.config.install.kind === 'token' ? 'SLACK_BOT_TOKEN' : 'the token of an installation';
  let identity: z.infer<typeof identitySchema>;
  try {
    identity = identitySchema.parse(await api.call(token, 'auth.test', {}));
  } catch (error) {
    return [
      notTaken(error, setting, 'copy it again from "OAuth & Permissions" on api.slack.com/apps into SLACK_BOT_TOKEN.'),
    ];
  }
  const workspace = (identity.is_enterprise_install ? identity.enterprise_id : identity.team_id) ?? '';
  const given = identity.response_metadata?.scopes ?? [];
  return [
    fine('slack', `Slack takes ${setting}. It is of ${workspace}.`),
    ...scopeFindings(given),
    ...(look.organisation.workspaces.slack.includes(workspace)
      ? []
      : [
          wrong(
            'slack',
            `The organisation file does not name ${workspace}.`,
            'Everybody there is turned away.',
            `add it to the organisation file: workspaces: { slack: [${workspace}] }`,
          ),
        ]),
    ...(await channelsOf(token, look.organisation, api)),
    ...(await accountsOf(token, look.organisation, api)),
  ];
}

function scopeFindings(given: readonly string[]): readonly DoctorFinding[] {
  const missing = scopes.filter((scope) => !given.includes(scope));
  const spare = given.filter((scope) => !(scopes as readonly string[]).includes(scope));
  const install = 'under "OAuth & Permissions" on api.slack.com/apps, and press "Reinstall".';
  return [
    missing.length > 0
      ? wrong('slack', `The token lacks ${missing.join(', ')}.`, 'Slack refuses what needs it.', `add it ${install}`)
      : fine('slack', 'The token has every right that is needed.'),
    ...(spare.length > 0
      ? [
          unwise(
            'slack',
            `The token may do more than it needs: ${spare.join(', ')}.`,
            'Whoever gets hold of it could read more.',
            `take it away ${install}`,
          ),
        ]
      : []),
  ];
}

async function socketOf({ appToken }: SlackConfig, api: WebApi): Promise<readonly DoctorFinding[]> {
  if (appToken === undefined) return [];
  try {
    await api.call(appToken, 'apps.connections.open', {});
    return [fine('slack', 'Socket Mode can be opened.')];
  } catch (error) {
    const fix =
      'make SLACK_APP_TOKEN again under "Basic Information", App-Level Tokens, with connections:write, and switch Socket Mode on.';
    return [notTaken(error, 'SLACK_APP_TOKEN', fix)];
  }
}

/** Refused, or not reached: another thing to do. */
function notTaken(error: unknown, what: string, fix: string): DoctorFinding {
  const code = codeOf(error);
  if (code !== undefined) return wrong('slack', `Slack does not take ${what} (${code}).`, 'Nobody is answered.', fix);
  const { reason } = asDelivered(error);
  const way = 'let this machine open https:// connections to slack.com.';
  return wrong('slack', `Slack cannot be reached (${reason}).`, 'Nobody is answered.', way);
}
