/** Many workspaces, each with the token it gave when the app was installed there; renewed in time where tokens expire. */
import { z } from 'zod';
import { codeOf } from '../faults.ts';
import type { WebApi } from '../web-api.ts';
import { type Installs, NotInstalled } from './installs.ts';
import type { Installation, Vault } from './vault.ts';

export interface ManyOptions {
  readonly api: WebApi;
  readonly vault: Vault;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly clock: () => number;
}

/** How long a process believes what it read: another may have installed, renewed or removed it. */
const believedMs = 60_000;
/** Renewed this long before it ends; a token lives twelve hours. */
const renewMs = 30 * 60_000;
/** How long the store may take to say it, while somebody waits for an answer. */
const waitMs = 500;

/** What oauth.v2.access says of a bot's token. */
export const grantSchema = z.object({
  app_id: z.string(),
  access_token: z.string(),
  token_type: z.literal('bot'),
  scope: z.string(),
  refresh_token: z.string().optional(),
  expires_in: z.number().optional(),
  is_enterprise_install: z.boolean().nullish(),
  team: z.object({ id: z.string() }).nullish(),
  enterprise: z.object({ id: z.string() }).nullish(),
});
export type Grant = z.infer<typeof grantSchema>;

export function installationOf(grant: Grant, now: number): Installation {
  const { app_id: app, access_token: token, refresh_token, expires_in } = grant;
  const refresh = refresh_token && expires_in ? { token: refresh_token, expires: now + expires_in * 1000 } : undefined;
  return { app, token, ...(refresh && { refresh }) };
}

export function createMany({ api, vault, clientId, clientSecret, clock }: ManyOptions): Installs {
  const believed = new Map<string, { readonly installation: Installation; readonly until: number }>();
  const renewing = new Map<string, Promise<Installation>>();
  let app: string | undefined;

  async function read(workspace: string): Promise<Installation | undefined> {
    const known = believed.get(workspace);
    if (known && known.until > clock()) return known.installation;
    const installation = await vault.read(workspace).catch((error: unknown) => {
      // While the store is silent, what was true a while ago lets us tell people so.
      if (known) return known.installation;
      throw error;
    });
    believed.delete(workspace);
    if (installation) {
      app = installation.app;
      believed.set(workspace, { installation, until: clock() + believedMs });
    }
    return installation;
  }

  const isEnding = ({ refresh }: Installation) => refresh !== undefined && refresh.expires - clock() < renewMs;

  /** One process renews at a time for each workspace; two processes at once are sorted out by the refresh token. */
  function renewed(workspace: string, installation: Installation, signal?: AbortSignal): Promise<Installation> {
    const under = renewing.get(workspace) ?? renew(workspace, installation, signal);
    renewing.set(workspace, under);
    return under.finally(() => renewing.delete(workspace));
  }

  async function renew(workspace: string, before: Installation, signal?: AbortSignal): Promise<Installation> {
    const args = {
      client_id: clientId,
      client_secret: clientSecret,
      grant_type: 'refresh_token',
      refresh_token: before.refresh?.token,
    };
    try {
      const answer = await api.call(undefined, 'oauth.v2.access', args, signal);
      const installation = installationOf(grantSchema.parse(answer), clock());
      // The old refresh token is used up: until the new one is stored, this process alone knows it.
      believed.set(workspace, { installation, until: installation.refresh?.expires ?? clock() + believedMs });
      await vault.write(workspace, installation);
      believed.set(workspace, { installation, until: clock() + believedMs });
      return installation;
    } catch (error) {
      const mine = believed.get(workspace)?.installation;
      if (mine && mine.token !== before.token) return mine;
      // Another process was first: its token is in the store, and the one we had has been used up.
      believed.delete(workspace);
      const stored = await read(workspace);
      if (stored && stored.token !== before.token) return stored;
      // Slack did not answer, and the token still lives.
      if (stored && codeOf(error) === undefined && (stored.refresh?.expires ?? 0) > clock()) return stored;
      throw error;
    }
  }

  return {
    async knows(workspace) {
      const { promise: late, resolve } = Promise.withResolvers<'unsure'>();
      const timer = setTimeout(resolve, waitMs, 'unsure');
      const found = read(workspace).then(
        (installation) => (installation ? 'yes' : 'no'),
        () => 'unsure' as const,
      );
      return Promise.race([found, late]).finally(() => clearTimeout(timer));
    },
    async tokenFor(workspace, signal) {
      const installation = await read(workspace);
      if (!installation) throw new NotInstalled('The app is not installed there. Install it again.');
      return (isEnding(installation) ? await renewed(workspace, installation, signal) : installation).token;
    },
    tokenRefused: (workspace) => void believed.delete(workspace),
    appId: () => app,
    async remove(workspace) {
      believed.delete(workspace);
      await vault.remove(workspace);
    },
  };
}
