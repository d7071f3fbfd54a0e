/** Installing in many workspaces: `/slack/install` sends people to Slack, `/slack/oauth_redirect` takes them back. */
import { WebAPIPlatformError } from '@slack/web-api';
import type { HttpRequest, HttpResponse, HttpRoute } from '../../../http/route.ts';
import { type Log, reasonOf } from '../../../log.ts';
import { codeOf } from '../faults.ts';
import { scopes } from '../scopes.ts';
import type { WebApi } from '../web-api.ts';
import { type Grant, grantSchema, installationOf } from './many.ts';
import { type Failure, failurePage, installedPage } from './pages.ts';
import { createStates } from './state.ts';
import type { Vault } from './vault.ts';

export interface InstallingOptions {
  readonly api: WebApi;
  readonly apiUrl: string;
  readonly vault: Vault;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly stateSecret: string;
  /** From the settings alone: never from a request. */
  readonly publicUrl: string;
  readonly clock: () => number;
  readonly randomBytes: (size: number) => Buffer;
  /** The workspace was installed (again). */
  readonly installed: (workspace: string) => Promise<void>;
  readonly log: Log;
}

const cookieName = 'signpost-install';

export function installRoutes(options: InstallingOptions): readonly HttpRoute[] {
  const { api, apiUrl, vault, clientId, clientSecret, stateSecret, publicUrl, clock, randomBytes, installed, log } =
    options;
  const states = createStates(stateSecret, randomBytes);
  const redirectUri = `${publicUrl}/slack/oauth_redirect`;
  const secure = publicUrl.startsWith('https:') ? '; Secure' : '';
  const cookie = (value: string, seconds: number) =>
    `${cookieName}=${value}; Path=/slack; Max-Age=${seconds}; HttpOnly; SameSite=Lax${secure}`;

  /** The browser keeps one value over several tabs and reloads, so none of them spoils another. */
  function begin(request: HttpRequest): HttpResponse {
    const known = browserOf(request);
    const browser = states.isBrowser(known) ? known : states.newBrowser();
    const to = new URL('/oauth/v2/authorize', apiUrl);
    to.search = new URLSearchParams({
      client_id: clientId,
      scope: scopes.join(','),
      redirect_uri: redirectUri,
      state: states.make(browser, clock()),
    }).toString();
    return { status: 302, headers: { location: to.href, 'set-cookie': cookie(browser, 600) } };
  }

  async function finish(request: HttpRequest): Promise<HttpResponse> {
    // Whoever looks without opening it, as a scanner of links does, must not use it up.
    if (request.method === 'HEAD') return { status: 200 };
    const { query } = request;
    const state = states.check(query.get('state') ?? '', browserOf(request), clock());
    if (typeof state === 'string') return failed(state);
    if (query.has('error')) return failed('cancelled');
    try {
      if (!(await vault.once(state.nonce))) return failed('used');
    } catch (error) {
      return failed('store', error);
    }
    const grant = await exchange(query.get('code') ?? '');
    if (typeof grant === 'string') return failed(grant);
    const given = grant.scope.split(',');
    if (!scopes.every((scope) => given.includes(scope))) return failed('scopes');
    return keep(grant);
  }

  async function exchange(code: string): Promise<Grant | Failure> {
    try {
      const args = { client_id: clientId, client_secret: clientSecret, code, redirect_uri: redirectUri };
      const read = grantSchema.safeParse(await api.call(undefined, 'oauth.v2.access', args));
      return read.success ? read.data : 'refused';
    } catch (error) {
      log.warn('slack.install', { reason: codeOf(error) ?? reasonOf(error) });
      return error instanceof WebAPIPlatformError ? 'refused' : 'slack';
    }
  }

  async function keep(grant: Grant): Promise<HttpResponse> {
    const workspace = grant.is_enterprise_install ? grant.enterprise?.id : grant.team?.id;
    if (!workspace || !/^[A-Z0-9]{2,30}$/.test(workspace)) return failed('refused');
    try {
      await vault.write(workspace, installationOf(grant, clock()));
      await installed(workspace);
    } catch (error) {
      return failed('store', error);
    }
    log.info('slack.installed');
    return installedPage(workspace, { 'set-cookie': cookie('', 0) });
  }

  function failed(failure: Failure, error?: unknown): HttpResponse {
    log.info('slack.install-failed', { reason: failure, ...(error !== undefined && { kind: reasonOf(error) }) });
    return failurePage(failure);
  }

  return [
    { method: 'GET', path: '/slack/install', handle: begin },
    { method: 'GET', path: '/slack/oauth_redirect', handle: finish },
  ];
}

function browserOf({ headers }: HttpRequest): string | undefined {
  const cookies = (headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return cookies.find(([name]) => name === cookieName)?.[1];
}
