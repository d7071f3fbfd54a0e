/**
 * The Bot Connector, called once: no retries, no redirects, an end in time. Only the outbox tries again. With
 * credentials.ts this is the only place that knows botbuilder, which is no longer supported: a successor has to do these
 * three. Loading it takes 0.3 s in which nobody is answered, so it is loaded at the start and only where Teams is set up.
 */
import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { z } from 'zod';
import type { TeamsConfig } from '../../config/teams.ts';
import { createTokens, type Tokens } from './credentials.ts';
import { ConnectorAway, ConnectorRefused, HostRefused } from './faults.ts';
import { isServiceUrl } from './hosts.ts';
import type { TeamsPlace } from './places.ts';
import type { TeamsMessage } from './render.ts';

/** Never the text beside a card: Teams shows both. */
export type Card = Omit<TeamsMessage, 'text'>;
/** Where a message can be posted. */
export type Chat = Pick<
  Extract<TeamsPlace, { conversation: string }>,
  'tenant' | 'conversation' | 'bot' | 'serviceUrl'
>;
type TeamsMember = Extract<TeamsPlace, { at: 'person' }>;

/** Each throws ConnectorRefused, ConnectorAway, HostRefused or TokenRefused; see faults.ts. */
export interface Connector {
  /** @returns nothing as the id where the connector took it and gave none: it cannot be drawn anew. */
  send(chat: Chat, card: Card, signal: AbortSignal): Promise<{ readonly id: string | undefined }>;
  /** Puts another card in the place of one that was sent. */
  update(chat: Chat, activity: string, card: Card, signal: AbortSignal): Promise<void>;
  /** The id of the personal chat with this person; the same one each time. */
  open(person: TeamsMember, signal: AbortSignal): Promise<string>;
}

export interface ConnectorOptions {
  readonly config: TeamsConfig;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/**
 * Below what the outbox gives a send. Teams may take a message and be slow to say so; giving up sooner would send it
 * twice.
 */
const callMs = 22_000;

export function createConnector({ config, clock }: ConnectorOptions): Connector {
  const tokens = config.kind === 'verified' ? createTokens(config, clock) : noTokens;
  const appId = config.kind === 'verified' ? config.appId : '';

  async function conversations(serviceUrl: string, token: string) {
    const authentication = new ConfigurationBotFrameworkAuthentication({}, bearing(token));
    const claims = { claims: [{ type: 'aud', value: appId }], isAuthenticated: true, getClaimValue: () => appId };
    const client = await authentication.createConnectorFactory(claims).create(serviceUrl, '');
    for (const name of unwanted) pipelineOf(client).removePolicy({ name });
    return client.conversations;
  }
  type Conversations = Awaited<ReturnType<typeof conversations>>;

  async function call<T>(
    serviceUrl: string,
    outer: AbortSignal,
    use: (conversations: Conversations, options: { abortSignal: AbortSignal }) => Promise<T>,
  ): Promise<T> {
    if (!isServiceUrl(serviceUrl, config)) throw new HostRefused();
    const signal = AbortSignal.any([outer, AbortSignal.timeout(callMs)]);
    const once = async () => {
      const token = await tokens.get(signal);
      try {
        return await use(await conversations(serviceUrl, token), { abortSignal: signal });
      } catch (error) {
        const fault = asFault(error, signal);
        if (fault instanceof ConnectorRefused && fault.status === 401) tokens.refused(token);
        throw fault;
      }
    };
    return once().catch((error: unknown) => {
      // It was not let in, so nothing was sent: once more with a new token.
      if (error instanceof ConnectorRefused && error.status === 401) return once();
      throw error;
    });
  }

  return {
    async send(chat, card, signal) {
      const sent = await call(chat.serviceUrl, signal, (to, options) =>
        to.sendToConversation(chat.conversation, activityOf(chat, card), options),
      );
      const id = idIn(sent);
      // A page of something in between is no answer of the connector.
      if (id === undefined && !isOfConnector(sent)) throw new ConnectorAway('unreadable');
      return { id };
    },
    async update(chat, activity, card, signal) {
      await call(chat.serviceUrl, signal, (to, options) =>
        to.updateActivity(chat.conversation, activity, { ...activityOf(chat, card), id: activity }, options),
      );
    },
    async open({ tenant, bot, user, aad, serviceUrl }, signal) {
      const member = { id: user, name: '', ...(aad !== undefined && { aadObjectId: aad }) };
      const parameters = {
        isGroup: false,
        bot: { id: bot, name: '' },
        members: [member],
        tenantId: tenant,
        channelData: { tenant: { id: tenant } },
      };
      const opened = await call(serviceUrl, signal, (to, options) =>
        to.createConversation(parameters as never, options),
      );
      const id = idIn(opened);
      // Opening it again gives the same chat.
      if (id === undefined) throw new ConnectorAway('unreadable');
      return id;
    },
  };
}

/** An emulator on this machine asks for none. */
const noTokens: Tokens = { get: async () => '', refused: () => {} };

/** What botbuilder's client does of its own accord: say things twice, follow to other hosts, tell a log. */
const unwanted = ['defaultRetryPolicy', 'redirectPolicy', 'logPolicy'];

interface Pipeline {
  removePolicy(policy: { name: string }): void;
}
/** It is the only way in: the options of the factory do not reach it. */
const pipelineOf = (client: object) => (client as { client: { pipeline: Pipeline } }).client.pipeline;

/** Signs with a token we have, in the shape that botbuilder asks. */
const bearing = (token: string) => ({
  isValidAppId: async () => true,
  isAuthenticationDisabled: async () => false,
  createCredentials: async () => ({
    async signRequest<R extends { headers: { set(name: string, value: string): void } }>(request: R): Promise<R> {
      if (token !== '') request.headers.set('authorization', `Bearer ${token}`);
      return request;
    },
  }),
});

const activityOf = ({ bot, conversation }: Chat, card: Card): Partial<Activity> =>
  ({ type: 'message', from: { id: bot }, conversation: { id: conversation }, ...card }) as unknown as Partial<Activity>;

const idIn = (answer: unknown): string | undefined => z.object({ id: z.string().min(1) }).safeParse(answer).data?.id;

const bodySchema = z.object({ _response: z.object({ bodyAsText: z.string() }) });

/** It answers in JSON, or with nothing. */
function isOfConnector(answer: unknown): boolean {
  const text = bodySchema.safeParse(answer).data?._response.bodyAsText ?? '';
  if (text.trim() === '') return true;
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const refusalSchema = z.object({
  statusCode: z.number(),
  code: z.string().optional().catch(undefined),
  response: z.object({ headers: z.custom<{ get(name: string): string | undefined }>() }).optional(),
});

/** The SDK's errors hold whole requests and answers: none of them goes further. */
function asFault(error: unknown, signal: AbortSignal): Error {
  if (error instanceof ConnectorAway) return error;
  if (signal.aborted) return new ConnectorAway('timeout');
  const refusal = refusalSchema.safeParse(error).data;
  if (!refusal) return new ConnectorAway('network');
  const { statusCode: status, code, response } = refusal;
  if (status < 300) return new ConnectorAway('unreadable');
  const retryAfter = response?.headers.get('retry-after');
  return new ConnectorRefused({ status, ...(code && { code }), ...(retryAfter && { retryAfter }) });
}
