/**
 * A stand-in for Slack's Web API: it keeps what is posted, checks Block Kit, tokens, scopes and trigger ids as Slack
 * does, and can be slow, wrong, over its limit or gone. Real HTTP on a free loopback port.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { slackFaults, slackViewFaults } from './block-kit.ts';
import { openPort } from './port.ts';

export interface Element {
  readonly type: string;
  readonly action_id?: string;
  readonly text?: { readonly text: string };
  readonly value?: string;
  readonly url?: string;
  readonly options?: readonly { readonly value: string; readonly text: { text: string } }[];
}
export interface Block {
  readonly type: string;
  readonly block_id?: string;
  readonly text?: { readonly text: string };
  readonly elements?: readonly Element[];
  readonly child_blocks?: readonly Block[];
  readonly element?: Element & {
    readonly options: readonly { readonly value: string; readonly text: { text: string } }[];
  };
}
export interface Posted {
  readonly channel: string;
  readonly ts: string;
  readonly token: string;
  text: string;
  blocks: readonly Block[];
  readonly thread?: string;
  edits: number;
}
export interface ForOne extends Omit<Posted, 'edits' | 'ts' | 'token'> {
  readonly user: string;
}
interface Workspace {
  readonly team: string;
  readonly enterprise?: string;
  readonly isOrganisation?: boolean;
  readonly scopes: readonly string[];
}
type Arguments = Readonly<Record<string, string>>;
type Reply = Record<string, unknown>;

/** What happens to the next calls instead of being served. */
export type Trouble =
  | { readonly error: string }
  | { readonly status: number; readonly retryAfter?: number; readonly text?: string }
  | { readonly slowMs: number }
  | 'cut';

export interface SlackApi {
  /** SLACK_API_URL. */
  readonly url: string;
  readonly origin: string;
  readonly messages: Posted[];
  readonly forOne: ForOne[];
  readonly homes: Map<string, { blocks: readonly Block[] }>;
  readonly modals: { readonly user: string; readonly blocks: readonly Block[] }[];
  readonly calls: { readonly method: string; readonly at: number; readonly token: string }[];
  /** Every fault found in what was sent; must be empty. */
  readonly faults: string[];
  readonly scopes: readonly string[];
  install(token: string, workspace: Partial<Workspace> & { readonly team: string }): void;
  uninstall(token: string): void;
  /** Only channels the app is in can be posted to. */
  readonly joinedChannels: Set<string>;
  readonly closedChannels: Map<string, string>;
  /** Posts to these channels wait so many milliseconds; whose sender is gone by then are not made. */
  readonly slowChannels: Map<string, number>;
  /** The person's account is closed. */
  readonly gonePeople: Set<string>;
  /** What `conversations.info` says of a channel, beside that the app is in it or not. */
  readonly channelFacts: Map<string, Reply>;
  /** Every workspace refuses a `container` block, as one that is not yet given it would. */
  foldsNot: boolean;
  /** `times` calls of `method` (any, when left out) meet this trouble. */
  trouble(trouble: Trouble, method?: string, times?: number): void;
  well(): void;
  trigger(user: string): string;
  responseUrl(user: string): string;
  /** What the next OAuth exchange gives for a code or refresh token. */
  readonly grants: Map<string, Reply>;
  dm(user: string): Posted[];
  /** Closes the port, and opens the same one again. */
  down(): Promise<void>;
  up(): Promise<void>;
  stop(): Promise<void>;
  /** For the Socket Mode stand-in: where `apps.connections.open` sends people. */
  socketUrl: string | undefined;
}

const needed: Readonly<Record<string, string>> = {
  'chat.postMessage': 'chat:write',
  'chat.update': 'chat:write',
  'chat.postEphemeral': 'chat:write',
  'conversations.info': 'groups:read',
  'users.info': 'users:read',
};
const triggerMs = 3_000;

export async function startSlackApi(scopes: readonly string[]): Promise<SlackApi> {
  const workspaces = new Map<string, Workspace>();
  const triggers = new Map<string, { readonly user: string; readonly at: number }>();
  const responses = new Map<string, { readonly user: string; uses: number }>();
  const troubles: { trouble: Trouble; method: string | undefined; left: number }[] = [];
  let clock = 1_700_000_000;
  const port = await openPort(serve);

  const api: SlackApi = {
    get url() {
      return `${api.origin}/api/`;
    },
    get origin() {
      return `http://${port.host}`;
    },
    messages: [],
    forOne: [],
    homes: new Map(),
    modals: [],
    calls: [],
    faults: [],
    scopes,
    joinedChannels: new Set(),
    closedChannels: new Map(),
    slowChannels: new Map(),
    gonePeople: new Set(),
    channelFacts: new Map(),
    foldsNot: false,
    grants: new Map(),
    socketUrl: undefined,
    install: (token, workspace) => void workspaces.set(token, { scopes, ...workspace }),
    uninstall: (token) => void workspaces.delete(token),
    trouble: (trouble, method, times = Number.POSITIVE_INFINITY) =>
      void troubles.push({ trouble, method, left: times }),
    well: () => void troubles.splice(0),
    trigger(user) {
      const id = `${clock++}.${randomUUID()}`;
      triggers.set(id, { user, at: Date.now() });
      return id;
    },
    responseUrl(user) {
      const id = randomUUID();
      responses.set(id, { user, uses: 0 });
      return `${api.origin}/respond/${id}`;
    },
    dm: (user) => api.messages.filter(({ channel }) => channel === `D${user}`),
    down: () => port.close(),
    up: () => port.open(),
    stop: () => api.down(),
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks).toString('utf8');
    const path = request.url ?? '';
    const method = path.replace('/api/', '').split('?')[0] ?? '';
    const found = troubles.find((each) => each.left > 0 && (each.method === undefined || each.method === method));
    if (found) {
      found.left -= 1;
      if (found.trouble === 'cut') return void response.destroy();
      if ('slowMs' in found.trouble) await sleep(found.trouble.slowMs);
      else if ('error' in found.trouble) return json(response, { ok: false, error: found.trouble.error });
      else {
        const { status, retryAfter, text = 'trouble' } = found.trouble;
        response.writeHead(status, retryAfter === undefined ? {} : { 'retry-after': String(retryAfter) });
        return void response.end(text);
      }
    }
    if (path.startsWith('/respond/')) return respond(path.slice('/respond/'.length), body, response);
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    api.calls.push({ method, at: Date.now(), token });
    const args = Object.fromEntries(new URLSearchParams(body));
    await sleep(api.slowChannels.get(args.channel ?? '') ?? 0);
    const granted = workspaces.get(token)?.scopes;
    if (granted) response.setHeader('x-oauth-scopes', granted.join(','));
    if (!response.destroyed) json(response, answer(method, token, args));
  }

  function answer(method: string, token: string, args: Arguments): Reply {
    if (method === 'oauth.v2.access') return grant(args);
    if (method === 'apps.connections.open') {
      return api.socketUrl && token.startsWith('xapp-') ? { ok: true, url: api.socketUrl } : refuse('invalid_auth');
    }
    const workspace = workspaces.get(token);
    if (!workspace) return refuse(token === '' ? 'not_authed' : 'invalid_auth');
    const scope = needed[method];
    if (scope !== undefined && !workspace.scopes.includes(scope)) return refuse('missing_scope');
    switch (method) {
      case 'auth.test':
        return {
          ok: true,
          team_id: workspace.team,
          enterprise_id: workspace.enterprise,
          is_enterprise_install: workspace.isOrganisation ?? false,
          user_id: 'UBOT',
        };
      case 'conversations.info': {
        const isMember = api.joinedChannels.has(args.channel ?? '');
        const facts = { is_member: isMember, is_private: true, ...api.channelFacts.get(args.channel ?? '') };
        return isMember ? { ok: true, channel: facts } : refuse('channel_not_found');
      }
      case 'users.info':
        return { ok: true, user: { id: args.user, deleted: api.gonePeople.has(args.user ?? '') } };
      case 'chat.postMessage':
        return post(token, args);
      case 'chat.update':
        return update(token, args);
      case 'chat.postEphemeral':
        return ephemeral(args);
      case 'views.publish':
        return publish(args);
      case 'views.open':
        return openView(args);
      default:
        return refuse('unknown_method');
    }
  }

  function post(token: string, args: Arguments): Reply {
    const channel = channelFor(args.channel ?? '');
    if (typeof channel !== 'string') return channel;
    // Words alone are a message too.
    const sent = { text: args.text, blocks: parse(args.blocks) };
    const wrong = args.blocks === undefined && args.text ? undefined : check(sent, slackFaults);
    if (wrong) return wrong;
    const ts = `${clock++}.000100`;
    api.messages.push({
      channel,
      ts,
      token,
      text: args.text ?? '',
      blocks: parse(args.blocks) as Block[],
      ...(args.thread_ts && { thread: args.thread_ts }),
      edits: 0,
    });
    return { ok: true, channel, ts };
  }

  function channelFor(channel: string): string | Reply {
    if (/^[UW]/.test(channel)) return api.gonePeople.has(channel) ? refuse('user_disabled') : `D${channel}`;
    const closed = api.closedChannels.get(channel);
    if (closed) return refuse(closed);
    if (channel.startsWith('D')) return channel;
    return api.joinedChannels.has(channel) ? channel : refuse('not_in_channel');
  }

  function update(token: string, args: Arguments): Reply {
    const message = api.messages.find(({ ts, channel }) => ts === args.ts && channel === args.channel);
    if (!message) return refuse('message_not_found');
    if (message.token !== token) return refuse('cant_update_message');
    const wrong = check({ text: args.text, blocks: parse(args.blocks) }, slackFaults);
    if (wrong) return wrong;
    message.text = args.text ?? '';
    message.blocks = parse(args.blocks) as Block[];
    message.edits += 1;
    return { ok: true, channel: message.channel, ts: message.ts };
  }

  function ephemeral(args: Arguments): Reply {
    const channel = channelFor(args.channel ?? '');
    if (typeof channel !== 'string') return channel;
    const wrong = check({ text: args.text, blocks: parse(args.blocks) }, slackFaults);
    if (wrong) return wrong;
    const blocks = parse(args.blocks) as Block[];
    api.forOne.push({ channel, user: args.user ?? '', text: args.text ?? '', blocks });
    return { ok: true, message_ts: `${clock++}.000200` };
  }

  function publish(args: Arguments): Reply {
    const view = parse(args.view) as { blocks: Block[] };
    const wrong = check(view, slackViewFaults);
    if (wrong) return wrong;
    api.homes.set(args.user_id ?? '', view);
    return { ok: true };
  }

  function openView(args: Arguments): Reply {
    const trigger = triggers.get(args.trigger_id ?? '');
    if (!trigger) return refuse('invalid_trigger_id');
    if (Date.now() - trigger.at > triggerMs) return refuse('trigger_expired');
    triggers.delete(args.trigger_id ?? '');
    const view = parse(args.view) as { blocks: Block[] };
    const wrong = check(view, slackViewFaults);
    if (wrong) return wrong;
    api.modals.push({ user: trigger.user, blocks: view.blocks });
    return { ok: true };
  }

  function grant(args: Arguments): Reply {
    if (args.client_id !== '111.222' || args.client_secret !== 'c'.repeat(32)) return refuse('bad_client_secret');
    const key = args.grant_type === 'refresh_token' ? args.refresh_token : args.code;
    const given = api.grants.get(key ?? '');
    // A code and a refresh token work once.
    api.grants.delete(key ?? '');
    return given ? { ok: true, ...given } : refuse(args.code ? 'invalid_code' : 'invalid_refresh_token');
  }

  function respond(id: string, body: string, response: ServerResponse): void {
    const place = responses.get(id);
    if (!place || place.uses >= 5) {
      response.writeHead(404);
      return void response.end('used_url');
    }
    const { text, blocks, response_type, replace_original } = JSON.parse(body);
    const wrong = check({ text, blocks }, slackFaults);
    if (wrong || response_type !== 'ephemeral' || replace_original !== false) {
      api.faults.push('a response that others can see, or that replaces');
      response.writeHead(400);
      return void response.end();
    }
    place.uses += 1;
    api.forOne.push({ channel: 'response_url', user: place.user, text, blocks });
    response.end('ok');
  }

  function check(sent: unknown, faultsIn: (sent: unknown) => readonly string[]): Reply | undefined {
    const { blocks = [] } = sent as { blocks?: readonly Block[] };
    if (api.foldsNot && blocks.some(({ type }) => type === 'container')) return refuse('invalid_blocks');
    const faults = faultsIn(sent);
    if (faults.length === 0) return undefined;
    api.faults.push(...faults);
    return refuse('invalid_blocks');
  }

  return api;
}

const refuse = (error: string): Reply => ({ ok: false, error });
const parse = (text = '[]'): unknown => JSON.parse(text);

function json(response: ServerResponse, body: Reply): void {
  response.writeHead(200, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
