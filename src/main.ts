/** Puts the parts together and starts them. Nothing imports this file. */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { committedCalendar } from '../rules/calendar.ts';
import { createBot } from './bot.ts';
import { createWebChannel } from './channels/web/channel.ts';
import { ConfigError } from './config/problem.ts';
import { type Config, readConfig } from './config.ts';
import { healthRoutes } from './http/health.ts';
import { createListener, ListenError } from './http/listener.ts';
import { createMetrics } from './http/metrics.ts';
import { createLog, type Log } from './log.ts';
import { OrganisationFileError, readOrganisation } from './organisation.ts';
import { warningsFor } from './organisation-warnings.ts';
import { readKeys } from './seal/keys.ts';
import { openStore, StoreNotDurable } from './store/open.ts';
import { StoreCorrupt, StoreUnavailable } from './store/store.ts';
import { trialOrganisations } from './trial.ts';

const hourMs = 3_600_000;

async function start(config: Config): Promise<void> {
  if (config.mode === 'service') {
    throw new ConfigError([
      { setting: 'SLACK_... and MICROSOFT_...', says: 'This version runs only as a trial. Leave these settings out.' },
    ]);
  }
  const log = createLog(config.logLevel);
  const organisation = await readOrganisation(config.organisationFile);
  const organisations = trialOrganisations(organisation);
  const { store, durability } = await open(config, log);
  const bot = createBot({
    store,
    keys: readKeys(config.secrets),
    calendar: committedCalendar,
    organisationOf: ({ tenant }) => organisations.find(({ id }) => id === tenant)?.organisation,
    clock: Date.now,
    random: Math.random,
    randomBytes,
    onEvent: ({ kind, result, attempts, reason }) =>
      log[result === 'sent' ? 'debug' : 'warn'](`outbox.${result}`, {
        kind,
        attempt: attempts,
        ...(reason ? { reason } : {}),
      }),
    onLost: (reason) => log.warn('look-up.lost', { reason }),
  });
  const [first, ...others] = organisations.map(({ id, organisation: { name } }) => ({ id, name }));
  if (!first) throw new Error('A trial needs an organisation');
  const web = createWebChannel({
    take: bot.take,
    organisations: [first, ...others],
    now: () => new Date(),
    random: randomUUID,
  });
  bot.addChannel(web);

  const metrics = createMetrics();
  const answered = metrics.timer('signpost_http_seconds', 'Time to answer a request, by route');
  const listener = createListener({
    host: config.host,
    port: config.port,
    routes: [...web.routes, ...healthRoutes({ store: () => store.ready() }, log)],
    log,
    loopbackOnly: true,
    observe: (route, status, ms) => answered.observe(ms, { route, status: String(status) }),
  });
  const metricsListener =
    config.metricsPort === undefined
      ? undefined
      : createListener({
          host: '127.0.0.1',
          port: config.metricsPort,
          routes: [metrics.route],
          log,
          loopbackOnly: true,
        });
  await metricsListener?.listen();
  const { port } = await listener.listen();
  bot.outbox.start();

  for (const line of [...durability.findings, ...warningsFor(organisation, new Date())]) say(`Note: ${line}`);
  say(`Signpost is running as a trial on this machine only. Open http://${config.host}:${port}/`);
  say('Nobody is told and nothing leaves this machine. Stop it with Ctrl+C.');

  const stop = async (signal: NodeJS.Signals) => {
    log.info('stopping', { signal });
    await listener.close();
    await metricsListener?.close();
    await bot.outbox.stop();
    await store.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
}

async function open(config: Config, log: Log) {
  mkdirSync(config.dataDir, { recursive: true });
  return openStore({
    ...(config.redisUrl === undefined ? {} : { redisUrl: config.redisUrl }),
    dataDir: config.dataDir,
    clock: Date.now,
    idleMs: config.conversationIdleHours * hourMs,
    acceptLoss: config.mode === 'trial',
    onTrouble: (error) => log.warn('store.trouble', { reason: error.name }),
  });
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Errors that are written for the person who starts the program. */
const explained = [ConfigError, OrganisationFileError, ListenError, StoreNotDurable, StoreCorrupt, StoreUnavailable];

try {
  await start(readConfig(process.env));
} catch (error) {
  if (!(error instanceof Error) || !explained.some((kind) => error instanceof kind)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
