/**
 * Bare Bolt with its conversation store, kept in Redis. The conversation is the one of the benchmark: "start", so many
 * questions, an answer; every press takes the buttons off the card before.
 */
import { App, LogLevel } from '@slack/bolt';
import { Redis } from 'ioredis';
import { answer, asked, type State, said, steps } from './conversation.ts';

const redis = new Redis(process.env.REDIS_URL ?? '');
redis.on('error', () => {});
const app = new App({
  token: process.env.SLACK_BOT_TOKEN ?? '',
  signingSecret: process.env.SLACK_SIGNING_SECRET ?? '',
  clientOptions: { slackApiUrl: process.env.SLACK_API_URL ?? '' },
  logLevel: LogLevel.ERROR,
  convoStore: {
    get: async (id) => JSON.parse((await redis.get(`convo:${id}`)) ?? 'null') ?? Promise.reject(new Error('none')),
    set: async (id, value, expiresAt) =>
      expiresAt === undefined
        ? redis.set(`convo:${id}`, JSON.stringify(value))
        : redis.set(`convo:${id}`, JSON.stringify(value), 'PXAT', expiresAt),
  },
});

const day = 24 * 60 * 60 * 1000;
const keep = (context: Record<string, unknown>, state: State) => {
  const update = context.updateConversation as (state: State, expiresAt: number) => Promise<unknown>;
  return update(state, Date.now() + day);
};

app.message('start', async ({ context, client, event }) => {
  await keep(context, { answers: [] });
  await client.chat.postMessage({ channel: event.channel, ...asked(1) });
});
app.action('next', async ({ ack, context, client, body }) => {
  await ack();
  const { answers } = (context.conversation ?? { answers: [] }) as State;
  const state = { answers: [...answers, 'no'] };
  await keep(context, state);
  const channel = body.channel?.id ?? '';
  const ts = 'message' in body ? (body.message?.ts ?? '') : '';
  const at = state.answers.length;
  await client.chat.postMessage({ channel, ...(at < steps ? asked(at + 1) : said(answer)) });
  await client.chat.update({ channel, ts, ...said(`Answered: question ${at}`) });
});
await app.start(Number(process.env.PORT));
