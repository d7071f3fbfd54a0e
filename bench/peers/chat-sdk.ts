/** Vercel's Chat SDK with its Slack adapter and its Redis state: the same conversation. */
import { createServer } from 'node:http';
import { createSlackAdapter } from '@chat-adapter/slack';
import { createRedisState } from '@chat-adapter/state-redis';
import { Actions, Button, Card, CardText, Chat, ConsoleLogger } from 'chat';
import { answer, type State, steps } from './conversation.ts';

const logger = new ConsoleLogger('error');
const bot = new Chat<{ slack: ReturnType<typeof createSlackAdapter> }, State>({
  userName: 'signpost',
  logger,
  adapters: {
    slack: createSlackAdapter({
      botToken: process.env.SLACK_BOT_TOKEN ?? '',
      signingSecret: process.env.SLACK_SIGNING_SECRET ?? '',
      apiUrl: process.env.SLACK_API_URL ?? '',
      logger,
    }),
  },
  state: createRedisState({ url: process.env.REDIS_URL ?? '', logger }),
});

const asked = (number: number) => ({
  card: Card({
    children: [
      CardText(`Question ${number}: Is anyone in danger now? If so, ring 999 first. Then press a button below.`),
      Actions(
        ['Yes', 'No', 'Not sure'].map((label, at) =>
          Button({ id: label === 'No' ? 'next' : `other-${at}`, label, value: String(number) }),
        ),
      ),
    ],
  }),
  fallbackText: `Question ${number}: Is anyone in danger now?`,
});

bot.onDirectMessage(async (thread) => {
  await thread.setState({ answers: [] }, { replace: true });
  await thread.post(asked(1));
});
bot.onAction('next', async ({ thread, messageId, adapter, threadId }) => {
  if (!thread) return;
  const answers = [...(((await thread.state) as State | null)?.answers ?? []), 'no'];
  await thread.setState({ answers });
  await thread.post(answers.length < steps ? asked(answers.length + 1) : answer);
  await adapter.editMessage(threadId, messageId, {
    card: Card({ children: [CardText(`Answered: question ${answers.length}`)] }),
    fallbackText: `Answered: question ${answers.length}`,
  });
});

const server = createServer(async (request, response) => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const waiting: Promise<unknown>[] = [];
  const answer = await bot.webhooks.slack(
    new Request(`http://127.0.0.1${request.url}`, {
      method: 'POST',
      headers: request.headers as Record<string, string>,
      body: Buffer.concat(chunks),
    }),
    { waitUntil: (task) => void waiting.push(task) },
  );
  response.writeHead(answer.status, Object.fromEntries(answer.headers));
  response.end(await answer.text());
  await Promise.allSettled(waiting);
});
await bot.initialize();
server.listen(Number(process.env.PORT), '127.0.0.1');
