/**
 * botbuilder with its own conversation state, over a storage in Redis of the shape that its pages show. Its token for
 * sending is asked for once, where the stand-in gives it; who may come in is checked by botbuilder itself.
 */
import { createServer } from 'node:http';
import {
  ActivityHandler,
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  ConversationState,
  type InvokeResponse,
  type Storage,
  type StoreItems,
  type TurnContext,
} from 'botbuilder';
import { Redis } from 'ioredis';
import { answer, type State, steps } from './conversation.ts';

const redis = new Redis(process.env.REDIS_URL ?? '');
redis.on('error', () => {});
const storage: Storage = {
  async read(keys) {
    const found = await redis.mget(keys);
    const items: StoreItems = {};
    for (const [at, key] of keys.entries()) if (found[at]) items[key] = JSON.parse(found[at]);
    return items;
  },
  async write(changes) {
    for (const [key, item] of Object.entries(changes)) await redis.set(key, JSON.stringify(item), 'EX', 86_400);
  },
  async delete(keys) {
    await redis.del(...keys);
  },
};

const id = process.env.MICROSOFT_APP_ID ?? '';
let token: Promise<string> | undefined;
const askToken = async () => {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: id,
    client_secret: process.env.MICROSOFT_APP_PASSWORD ?? '',
    scope: 'https://api.botframework.com/.default',
  });
  const answer = await fetch(process.env.TEAMS_TOKEN_URL ?? '', { method: 'POST', body });
  return ((await answer.json()) as { access_token: string }).access_token;
};
const credentials = {
  appId: id,
  isValidAppId: async (asked: string) => asked === id,
  isAuthenticationDisabled: async () => false,
  createCredentials: async () => ({
    signRequest: async (request: { headers: { set(name: string, value: string): void } }) => {
      token ??= askToken();
      request.headers.set('authorization', `Bearer ${await token}`);
      return request;
    },
  }),
};
const adapter = new CloudAdapter(
  new ConfigurationBotFrameworkAuthentication(
    {
      MicrosoftAppId: id,
      MicrosoftAppType: 'MultiTenant',
      // The public cloud's, but for where the keys are.
      ValidateAuthority: 'true',
      ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
      ToChannelFromBotOAuthScope: 'https://api.botframework.com',
      ToBotFromChannelTokenIssuer: 'https://api.botframework.com',
      OAuthUrl: 'https://api.botframework.com',
      ToBotFromChannelOpenIdMetadataUrl: process.env.TEAMS_OPENID_METADATA_URL ?? '',
      ToBotFromEmulatorOpenIdMetadataUrl: process.env.TEAMS_OPENID_METADATA_URL ?? '',
      CallerId: 'urn:botframework:azure',
    } as never,
    credentials as never,
  ),
);
adapter.onTurnError = async (_, error) => void process.stderr.write(`${error.message}\n`);
const conversation = new ConversationState(storage);
const states = conversation.createProperty<State>('state');

const card = (text: string, buttons: readonly string[]) => ({
  type: 'message',
  summary: text,
  attachments: [
    {
      contentType: 'application/vnd.microsoft.card.adaptive',
      content: {
        type: 'AdaptiveCard',
        version: '1.5',
        fallbackText: text,
        body: [{ type: 'TextBlock', text, wrap: true }],
        actions: buttons.map((title) => ({ type: 'Action.Execute', title, verb: 'press', data: { token: title } })),
      },
    },
  ],
});
const asked = (number: number) =>
  card(`Question ${number}: Is anyone in danger now? If so, ring 999 first.`, ['Yes', 'No', 'Not sure']);

class Bot extends ActivityHandler {
  constructor() {
    super();
    this.onMessage(async (context, next) => {
      await states.set(context, { answers: [] });
      await context.sendActivity(asked(1));
      await next();
    });
  }
  override async onInvokeActivity(context: TurnContext): Promise<InvokeResponse> {
    const { answers } = await states.get(context, { answers: [] });
    const now = [...answers, 'no'];
    await states.set(context, { answers: now });
    await context.sendActivity(now.length < steps ? asked(now.length + 1) : card(answer, []));
    await context.updateActivity({
      ...card(`Answered: question ${now.length}`, []),
      id: context.activity.replyToId ?? '',
      conversation: context.activity.conversation,
    } as never);
    return {
      status: 200,
      body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Noted' },
    };
  }
  override async run(context: TurnContext): Promise<void> {
    await super.run(context);
    await conversation.saveChanges(context);
  }
}
const bot = new Bot();

createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  // The benchmark looks whether it listens.
  if (chunks.length === 0) return void response.end();
  const asked = Object.assign(request, { body: JSON.parse(Buffer.concat(chunks).toString('utf8')) });
  const answering = {
    socket: response.socket,
    header: (name: string, value: unknown) => response.setHeader(name, String(value)),
    status: (code: number) => {
      response.statusCode = code;
    },
    send: (body: unknown) => response.write(typeof body === 'string' ? body : JSON.stringify(body)),
    end: () => response.end(),
  };
  await adapter.process(asked as never, answering as never, (context) => bot.run(context));
}).listen(Number(process.env.PORT), '127.0.0.1');
