/**
 * A stand-in for Teams' Bot Connector and for Microsoft's token endpoint, on one free loopback port, over real HTTP. It
 * keeps what is posted and edited, takes only tokens that it gave, refuses chats it does not know and messages over 28 KB
 * (the smallest figure on Microsoft's pages), reads each card with Microsoft's own parser, and can be slow, wrong or gone.
 * It does not know who is in a chat, draws nothing, and counts no rate: a 429 comes only when a test asks for it. A caller
 * that hangs up while it is slow is not served; the real one may serve it all the same, and then something comes twice
 * that no caller can prevent. Real tokens are signed and hold claims; these are random words.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { importX509, jwtVerify } from 'jose';
import type { AdaptiveCard } from '../../src/channels/teams/render.ts';
import { teamsFaults } from './adaptive-card.ts';
import { openPort } from './port.ts';

export const appId = '11111111-2222-4333-8444-555555555555';
export const appPassword = 'p'.repeat(40);
export const botId = `28:${appId}`;

export interface Posted {
  readonly conversation: string;
  readonly id: string;
  summary: string;
  card: AdaptiveCard;
  /** The card as text. */
  text: string;
  edits: number;
}

type What = 'token' | 'open' | 'send' | 'update';

/** What happens to the next requests instead of being served; `slowMs` only holds them up. */
export type Trouble =
  | { readonly status: number; readonly code?: string; readonly retryAfter?: string; readonly html?: string }
  | { readonly slowMs: number }
  | 'cut';

export interface TeamsConnector {
  readonly origin: string;
  /** With a path, as the real ones have. */
  readonly serviceUrl: string;
  /** TEAMS_SERVICE_HOSTS. */
  readonly host: string;
  /** TEAMS_TOKEN_URL. */
  readonly tokenUrl: string;
  readonly messages: Posted[];
  /** Every request that came, also one that met trouble. */
  readonly calls: { readonly what: What; readonly token: string; readonly at: number }[];
  /** Every fault found in what was sent; must be empty. */
  readonly faults: string[];
  /** Chats and channels the bot can post to. */
  readonly known: Set<string>;
  /** Posts to these chats wait so many milliseconds; whose sender is gone by then are not made. */
  readonly slowChats: Map<string, number>;
  /** PEM of the certificate that may ask for tokens. */
  certificate: string | undefined;
  /** Seconds that the next tokens last. */
  tokenSeconds: number;
  /** No token given so far is good any more. */
  endTokens(): void;
  /** The personal chat with this person, which is now known. */
  personal(tenant: string, user: string): string;
  /** Teams finds the same chat by the directory's id of a person. */
  knownAs(tenant: string, user: string, aad: string): void;
  chat(conversation: string): Posted[];
  /** `times` requests of `what` (any, when left out) meet this trouble. */
  trouble(trouble: Trouble, what?: What, times?: number): void;
  well(): void;
  /** Closes the port, and opens the same one again. */
  down(): Promise<void>;
  up(): Promise<void>;
  stop(): Promise<void>;
}

interface Answer {
  readonly status: number;
  readonly body: object;
}

interface Sent {
  readonly type?: string;
  readonly text?: string;
  readonly summary?: string;
  readonly attachments?: readonly { readonly contentType: string; readonly content: AdaptiveCard }[];
}

const mostBytes = 28 * 1024;
const refuse = (status: number, code: string): Answer => ({
  status,
  body: { error: { code, message: 'CANARY-REFUSAL' } },
});

export async function startTeamsConnector(): Promise<TeamsConnector> {
  const tokens = new Map<string, number>();
  const personal = new Map<string, string>();
  const troubles: { readonly trouble: Trouble; readonly what: What | undefined; left: number }[] = [];
  let clock = 1_700_000_000_000;
  const port = await openPort(serve);

  const api: TeamsConnector = {
    get origin() {
      return `http://${api.host}`;
    },
    get serviceUrl() {
      return `${api.origin}/emea/`;
    },
    get host() {
      return port.host;
    },
    get tokenUrl() {
      return `${api.origin}/token`;
    },
    messages: [],
    calls: [],
    faults: [],
    known: new Set(),
    slowChats: new Map(),
    certificate: undefined,
    tokenSeconds: 3_600,
    endTokens: () => tokens.clear(),
    personal(tenant, user) {
      const name = `${tenant} ${user}`;
      const id = personal.get(name) ?? `a:${randomUUID()}`;
      personal.set(name, id);
      api.known.add(id);
      return id;
    },
    knownAs: (tenant, user, aad) => void personal.set(`${tenant} ${aad}`, api.personal(tenant, user)),
    chat: (conversation) => api.messages.filter((each) => each.conversation === conversation),
    trouble: (trouble, what, times = Number.POSITIVE_INFINITY) => void troubles.push({ trouble, what, left: times }),
    well: () => void troubles.splice(0),
    down: () => port.close(),
    up: () => port.open(),
    stop: () => api.down(),
  };

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    const path = (request.url ?? '').split('/').filter(Boolean).map(decodeURIComponent);
    const what = whatOf(request.method, path);
    if (!what) return json(response, refuse(404, 'NotFound'));
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    api.calls.push({ what, token, at: Date.now() });
    if (await met(what, response)) return;
    if (what === 'token') return json(response, await grant(new URLSearchParams(body.toString('utf8'))));
    if ((tokens.get(token) ?? 0) <= Date.now()) return json(response, refuse(401, 'Unauthorized'));
    if (body.length > mostBytes) return json(response, refuse(413, 'MessageSizeTooBig'));
    const [, , , conversation = '', , activity = ''] = path;
    const sent = JSON.parse(body.toString('utf8'));
    if (what === 'open') return json(response, openChat(sent));
    // What is said under a message of a channel.
    const [place = ''] = conversation.split(';messageid=');
    if (!api.known.has(conversation) && !api.known.has(place))
      return json(response, refuse(404, 'ConversationNotFound'));
    await sleep(api.slowChats.get(conversation) ?? 0);
    if (response.destroyed) return;
    json(response, what === 'send' ? post(conversation, sent) : update(conversation, activity, sent));
  }

  /** @returns whether that was all: the request has had its answer, or nobody waits for one */
  async function met(what: What, response: ServerResponse): Promise<boolean> {
    const found = troubles.find((each) => each.left > 0 && (each.what === undefined || each.what === what));
    if (!found) return false;
    found.left -= 1;
    const { trouble } = found;
    if (trouble === 'cut') {
      response.destroy();
      return true;
    }
    if ('slowMs' in trouble) {
      await sleep(trouble.slowMs);
      return response.destroyed;
    }
    const { status, code, retryAfter, html } = trouble;
    response.writeHead(status, {
      'content-type': html === undefined ? 'application/json' : 'text/html',
      location: 'http://127.0.0.1:9/elsewhere',
      ...(retryAfter !== undefined && { 'retry-after': retryAfter }),
    });
    response.end(html ?? JSON.stringify(code ? refuse(status, code).body : {}));
    return true;
  }

  async function grant(asked: URLSearchParams): Promise<Answer> {
    const wanted = {
      grant_type: 'client_credentials',
      client_id: appId,
      scope: 'https://api.botframework.com/.default',
    };
    const rightly = Object.entries(wanted).every(([name, value]) => asked.get(name) === value);
    const assertion = asked.get('client_assertion');
    const proven = assertion === null ? asked.get('client_secret') === appPassword : await isOurs(assertion);
    if (!rightly || !proven)
      return { status: 401, body: { error: 'invalid_client', error_description: 'CANARY-REFUSAL' } };
    const token = randomUUID();
    tokens.set(token, Date.now() + api.tokenSeconds * 1000);
    return { status: 200, body: { token_type: 'Bearer', access_token: token, expires_in: api.tokenSeconds } };
  }

  async function isOurs(assertion: string): Promise<boolean> {
    if (api.certificate === undefined) return false;
    const key = await importX509(api.certificate, 'PS256');
    const expected = { algorithms: ['PS256'], issuer: appId, subject: appId, audience: api.tokenUrl };
    return jwtVerify(assertion, key, expected).then(
      () => true,
      () => false,
    );
  }

  function openChat(asked: {
    isGroup?: boolean;
    tenantId?: string;
    bot?: { id: string };
    members?: readonly { id: string }[];
  }): Answer {
    const [member, ...others] = asked.members ?? [];
    if (!member || others.length > 0 || asked.isGroup || !asked.tenantId || asked.bot?.id !== botId) {
      return refuse(400, 'BadSyntax');
    }
    return { status: 201, body: { id: api.personal(asked.tenantId, member.id) } };
  }

  function post(conversation: string, sent: Sent): Answer {
    const [card] = looked(sent);
    if (!card) return refuse(400, 'BadSyntax');
    const id = String(clock++);
    const { summary = '' } = sent;
    api.messages.push({ conversation, id, summary, card, text: card.fallbackText, edits: 0 });
    return { status: 201, body: { id } };
  }

  function update(conversation: string, activity: string, sent: Sent): Answer {
    const message = api.chat(conversation).find(({ id }) => id === activity);
    if (!message) return refuse(404, 'ActivityNotFoundInConversation');
    const [card] = looked(sent);
    if (!card) return refuse(400, 'BadSyntax');
    Object.assign(message, { card, text: card.fallbackText, summary: sent.summary ?? '' });
    message.edits += 1;
    return { status: 200, body: { id: activity } };
  }

  /** @returns its cards, with everything that is wrong noted */
  function looked({ type, text, summary = '', attachments = [] }: Sent): readonly AdaptiveCard[] {
    if (type !== 'message') api.faults.push(`an activity of type ${type}`);
    if (text !== undefined) api.faults.push('text beside a card, which Teams shows as well');
    if (!/\S/.test(summary)) api.faults.push('no summary');
    if (attachments.length !== 1) api.faults.push(`${attachments.length} cards in one message`);
    api.faults.push(...teamsFaults({ attachments }));
    return attachments.map(({ content }) => content);
  }

  return api;
}

/** By the path: a region, then `v3/conversations`, then `{id}/activities` and perhaps `{id}`. */
function whatOf(method = '', path: readonly string[]): What | undefined {
  if (path.length > 1 && (path[1] !== 'v3' || path[2] !== 'conversations')) return undefined;
  const served: Readonly<Record<string, What>> = {
    'POST 1': 'token',
    'POST 3': 'open',
    'POST 5': 'send',
    'POST 6': 'send',
    'PUT 6': 'update',
  };
  return served[`${method} ${path.length}`];
}

function json(response: ServerResponse, { status, body }: Answer): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
