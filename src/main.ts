/** Puts the parts together and starts them. Nothing imports this file. */
import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { findingLine } from '../dialogs/leads/admin/administrator.ts';
import { committedCalendar } from '../rules/calendar.ts';
import type { Organisation } from '../rules/local.ts';
import { type Bot, createBot } from './bot.ts';
import { checkPageInstalled, PageNotInstalled } from './channels/web/bundle.ts';
import { createWebChannel } from './channels/web/channel.ts';
import { createTrialClock, type TrialClock } from './channels/web/clock.ts';
import { peopleIn } from './channels/web/people.ts';
import { type Config, readConfig } from './config/config.ts';
import type { NotifyConfig } from './config/notify.ts';
import { ConfigError } from './config/problem.ts';
import type { Channel, OnFault } from './contract.ts';
import { createFaults } from './faults.ts';
import { healthRoutes } from './http/health.ts';
import { createListener, ListenError } from './http/listener.ts';
import type { HttpRoute } from './http/route.ts';
import type { Readiness } from './leads/admin/readiness.ts';
import { createLog, type Log, reasonOf } from './log.ts';
import { countedChannel, countedTurns } from './metrics/counted.ts';
import { type Metrics, noMetrics } from './metrics/port.ts';
import { readWritten, type WrittenOrganisation } from './organisation/file.ts';
import { atLine, OrganisationFileError } from './organisation/problems.ts';
import { warningsFor } from './organisation/warnings.ts';
import { type OrganisationWatch, type WatchOptions, watchOrganisation } from './organisation/watch.ts';
import type { OutboxEvent } from './outbox/outbox.ts';
import type { Pager } from './paging/pager.ts';
import { findingsOf, type ListeningChannel, listeningChecks, listeningOf } from './readyz.ts';
import { reviewRoutes } from './review/serve.ts';
import { createIndex, type Tenant } from './seal/index-key.ts';
import { type Keys, readKeys } from './seal/keys.ts';
import { createSeal } from './seal/seal.ts';
import { type Admission, createAdmission } from './startup/admission.ts';
import { openBackupLine } from './startup/backup-line.ts';
import { beatMs, createKeyCheck, type KeyCheck, KeysWrong } from './startup/key-check.ts';
import { stopInOrder } from './startup/stop.ts';
import { openStore, StoreNotDurable } from './store/open.ts';
import { troubleSays } from './store/redis-trouble.ts';
import { RedisUrlInvalid } from './store/redis-url.ts';
import { type Durability, type Store, StoreCorrupt, StoreUnavailable } from './store/store.ts';
import { type TrialOrganisation, trialOrganisations } from './trial.ts';

const hourMs = 3_600_000;
/** How soon a changed organisation file counts. */
const fileLookMs = 2_000;
/** A trial's clock is set to Christmas and back while a conversation is under way. */
const trialIdleMs = 400 * 24 * hourMs;

async function start(config: Config): Promise<void> {
  const log = createLog(config.logLevel);
  const written = await readWritten(config.organisationFile);
  const { organisation } = written;
  // Only a trial's page ever moves it.
  const clock = createTrialClock(Date.now);
  const keys = readKeys(config.secrets);
  const metrics = await metricsOf(config);
  const opened = metrics.timed(await open(config, log, clock, metrics));
  const keyCheck = keyCheckOf(opened, keys, (what) => {
    metrics.keysMended(what);
    log.warn('keys.mended', { kind: what });
  });
  const admission = createAdmission({
    store: opened,
    acceptLoss: config.mode === 'trial',
    mayComeLater: config.redisUrl !== undefined,
    checkKeys: keyCheck.start,
  });
  const { store } = admission;
  const durability = await admission.now();
  const organisations = config.mode === 'trial' ? trialOrganisations(organisation) : [];
  const organisationOf = ({ channel, tenant }: Tenant) =>
    config.mode === 'trial'
      ? (organisations.find(({ id }) => id === tenant) ?? (channel === 'teams' ? organisations[0] : undefined))
          ?.organisation
      : servedBy(file.now(), channel, tenant);
  const faults = createFaults(log, metrics.fault);
  let address = config.publicUrl;
  const bot = createBot({
    store,
    keys,
    calendar: committedCalendar,
    organisationOf,
    clock: clock.now,
    random: Math.random,
    randomBytes,
    onEvent: (event) => {
      metrics.outbox(event);
      logOutbox(log, event);
    },
    onFault: faults.note,
    onTimer: metrics.timer,
    onLost: (reason) => {
      metrics.lookUpLost();
      log.warn('look-up.lost', { reason });
    },
    ...(config.notify && { pager: await pagerOf(config.notify) }),
    publicUrl: () => address,
  });
  const file = fileOf(config, written, {
    file: config.organisationFile,
    everyMs: fileLookMs,
    onChange: (changed) => {
      log.info('organisation.changed');
      for (const warning of warningsOf(config, changed)) say(`Note: ${warning}`);
      // What it means for concerns that run: who was picked and is gone, who may have one no longer.
      void wake(bot, tenants(), log);
    },
    onRefused: ({ message }) => {
      log.error('organisation.refused');
      process.stderr.write(`${message}\nUntil then the one before it goes on.\n`);
    },
  });
  const tenants = () => tenantsOf(config, file.now());
  const readiness = bot.readiness(tenants);

  const take = countedTurns(bot.take, metrics);
  const shared = {
    take,
    store,
    keys,
    organisationOf,
    calendar: committedCalendar,
    clock: Date.now,
    onFault: faults.note,
    log,
  };
  const channels: Running[] = [];
  if (config.mode === 'trial') channels.push(tryPage(organisations, take, bot, clock, faults.note));
  if (config.slack) {
    const { createSlackChannel } = await import('./channels/slack/channel.ts');
    channels.push(
      createSlackChannel({
        config: config.slack,
        ...(config.publicUrl === undefined ? {} : { publicUrl: config.publicUrl }),
        ...shared,
        forget: bot.left,
        back: bot.back,
        randomBytes,
      }),
    );
  }
  if (config.teams) {
    const { createTeamsChannel } = await import('./channels/teams/channel.ts');
    channels.push(
      createTeamsChannel({
        config: config.teams,
        ...shared,
      }),
    );
  }
  for (const channel of channels) bot.addChannel(countedChannel(channel, metrics));

  const findings = () => findingsOf({ readiness, bot, faults });
  metrics.read({ ...bot.outbox, listening: () => listeningOf(channels), findings });
  const listener = createListener({
    host: config.host,
    port: config.port,
    routes: [
      ...channels.flatMap((channel) => channel.routes),
      ...bot.routes,
      ...reviewRoutes({
        organisationFor: config.mode === 'trial' ? () => organisation : bot.mayReadPack,
        now: () => new Date(clock.now()),
      }),
      ...healthRoutes({ store: () => store.ready(), ...listeningChecks(channels) }, log, { findings }),
    ],
    log,
    loopbackOnly: config.mode === 'trial',
    observe: metrics.answered,
  });
  const metricsListener =
    config.metricsPort === undefined
      ? undefined
      : createListener({
          host: '127.0.0.1',
          port: config.metricsPort,
          routes: metrics.routes,
          log,
          loopbackOnly: true,
        });
  await metricsListener?.listen();
  const { port } = await listener.listen();
  if (config.mode === 'trial') address = `http://${config.host}:${port}`;
  for (const channel of channels) channel.start?.();
  bot.outbox.start();
  announce(config, port, warningsOf(config, written));
  const begin = async ({ findings }: Durability) => {
    for (const note of [...findings, ...(await checkLeads(readiness, log))]) say(`Note: ${note}`);
    await wake(bot, tenants(), log);
  };
  const backupLine = opened.copy && (await openBackupLine(config.dataDir, opened.copy, log));
  const stopping = new AbortController();
  const timers = [
    setInterval(() => void wake(bot, tenants(), log), hourMs),
    setInterval(() => void keyCheck.beat().catch(() => {}), beatMs),
    setInterval(() => void checkLeads(readiness, log), 24 * hourMs),
  ];

  const stop = async (signal: NodeJS.Signals) => {
    log.info('stopping', { signal });
    stopping.abort();
    file.stop();
    for (const timer of timers) clearInterval(timer);
    const stopChannels = () => Promise.all(channels.map((channel) => channel.stop?.()));
    await stopInOrder(
      [
        { name: 'listener', atMostMs: 2_500, stop: () => listener.close(2_000) },
        { name: 'metrics', atMostMs: 200, stop: async () => metricsListener?.close(100) },
        { name: 'channels', atMostMs: 1_500, stop: stopChannels },
        { name: 'outbox', atMostMs: 2_500, stop: bot.outbox.stop },
        { name: 'backup', atMostMs: 100, stop: async () => backupLine?.stop() },
        { name: 'keys', atMostMs: 1_000, stop: keyCheck.stop },
        { name: 'store', atMostMs: 200, stop: store.close },
      ],
      (name) => log.warn('stopping.left', { kind: name }),
    );
    log.info('stopped');
    // Connections to a platform that hangs would keep it going.
    process.exit();
  };
  // Before anything else is waited for: what it begins with may hang.
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);

  if (durability) await begin(durability);
  else void beginLater(admission, begin, log, stopping.signal);
}

/** A channel with what it listens on. */
type Running = Channel &
  ListeningChannel & {
    readonly routes: readonly HttpRoute[];
    start?(): void;
    stop?(): Promise<void>;
  };

/** Prometheus' library is loaded only where somebody asks it. */
async function metricsOf(config: Config): Promise<Metrics> {
  if (config.metricsPort === undefined) return noMetrics;
  const { createMetrics } = await import('./metrics/prometheus.ts');
  return createMetrics(config.mode === 'trial' ? ['web'] : platformsOf(config));
}

/** Notify's client is loaded only where it is set up. */
async function pagerOf(config: NotifyConfig): Promise<Pager> {
  return (await import('./paging/notify.ts')).createNotifyPager(config);
}

function tryPage(
  organisations: readonly TrialOrganisation[],
  take: Bot['take'],
  bot: Bot,
  clock: TrialClock,
  onFault: OnFault,
): Running {
  checkPageInstalled();
  const [first, ...others] = organisations.map(({ id, organisation }) => ({
    id,
    name: organisation.name,
    people: peopleIn(organisation),
  }));
  if (!first) throw new Error('A trial needs an organisation');
  return createWebChannel({
    take,
    organisations: [first, ...others],
    clock,
    sweep: bot.outbox.sweep,
    random: randomUUID,
    onFault,
  });
}

/** Where a service listens for people of this organisation. A trial's leads are all at the same browser. */
function tenantsOf(config: Config, { workspaces }: Organisation): readonly Tenant[] {
  return platformsOf(config).flatMap((channel) => workspaces[channel].map((tenant) => ({ channel, tenant })));
}

/** Looks for what would keep leads from hearing of a concern, and tells the log and the administrators. @returns it in words */
async function checkLeads(readiness: Readiness, log: Log): Promise<readonly string[]> {
  try {
    const findings = await readiness.findings();
    for (const { finding, channel, site } of findings) {
      log.warn('leads.finding', { kind: finding, channel, check: site.id });
    }
    const count = await readiness.tell();
    if (findings.length > 0) log.info('leads.administrators-told', { count });
    return findings.map(findingLine);
  } catch (cause) {
    log.warn('leads.not-checked', { reason: reasonOf(cause) });
    return [];
  }
}

/** Nothing is done with a store that was written under other secrets. */
function keyCheckOf(store: Store, keys: Keys, onMended: (what: 'canary' | 'beat') => void): KeyCheck {
  return createKeyCheck({
    store,
    keys,
    seal: createSeal(keys, randomBytes),
    index: createIndex(keys.index),
    clock: Date.now,
    process: randomBytes(12).toString('base64url'),
    onMended,
  });
}

/** Redis was not there at the start. Whoever writes meanwhile reads whom to ring. */
async function beginLater(
  admission: Admission,
  begin: (durability: Durability) => Promise<void>,
  log: Log,
  stopped: AbortSignal,
): Promise<void> {
  say('Note: What is stored cannot be reached. Signpost says so to whoever writes, and begins when it is there.');
  try {
    const durability = await admission.later(stopped);
    say('What is stored can be reached now. Signpost has begun.');
    await begin(durability);
  } catch (error) {
    if (stopped.aborted) return;
    log.error('store.refused', { reason: reasonOf(error) });
    process.stderr.write(`${explanationOf(error)}\n`);
    process.exitCode = 1;
    process.kill(process.pid, 'SIGTERM');
  }
}

/** Every concern that runs has what comes due for it; those that cannot be opened are told of, and wait. */
async function wake(bot: Bot, tenants: readonly Tenant[], log: Log): Promise<void> {
  try {
    const count = await bot.wake(tenants);
    if (count > 0) log.error('concerns.cannot-be-opened', { count });
  } catch (cause) {
    log.warn('concerns.not-walked', { reason: reasonOf(cause) });
  }
}

/** The organisation, where its file names this workspace or directory. Others get look-ups only. */
function servedBy(organisation: Organisation, channel: Tenant['channel'], tenant: string): Organisation | undefined {
  const named = channel === 'web' ? [] : organisation.workspaces[channel];
  // Slack's ids are capitals alone; a directory's are the same in any letters.
  const isNamed =
    channel === 'teams' ? named.some((each) => each.toLowerCase() === tenant.toLowerCase()) : named.includes(tenant);
  return isNamed ? organisation : undefined;
}

/** Of a notice that was sent one line stays, so that whoever knows its reference can find out that it was. */
function logOutbox(log: Log, { kind, what, about, result, attempts, reason }: OutboxEvent): void {
  const id = about === undefined ? {} : { id: about };
  if (what === 'notice' && result === 'sent') {
    log.info('notice.sent', { attempt: attempts, ...id });
    return;
  }
  const write = result === 'sent' ? log.debug : log.warn;
  write(`outbox.${result}`, { kind, attempt: attempts, ...(reason ? { reason } : {}), ...id });
}

function announce(config: Config, port: number, notes: readonly string[]): void {
  for (const note of notes) say(`Note: ${note}`);
  if (config.mode === 'service') {
    say(`Signpost is running, and listens on ${config.host}:${port}.`);
    return;
  }
  say(`Signpost is running as a trial on this machine only. Open http://${config.host}:${port}/`);
  say(`The review pack, for safeguarding leads: http://${config.host}:${port}/review`);
  say('Nobody is told and nothing leaves this machine. Stop it with Ctrl+C.');
}

async function open(config: Config, log: Log, clock: TrialClock, metrics: Metrics) {
  // With Redis nothing is written to disk, so that the disk may be one that only reads.
  if (config.redisUrl === undefined) mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  return openStore({
    ...(config.redisUrl === undefined ? {} : { redisUrl: config.redisUrl }),
    ...(config.redisCa === undefined ? {} : { redisCa: config.redisCa }),
    dataDir: config.dataDir,
    clock: clock.now,
    idleMs: config.mode === 'trial' ? trialIdleMs : config.conversationIdleHours * hourMs,
    onTrouble: (trouble) => {
      metrics.storeTrouble(trouble);
      log.warn('store.trouble', { reason: trouble });
      say(`Note: ${troubleSays[trouble]}`);
    },
  });
}

/** A trial shows what it was started with. */
function fileOf(config: Config, written: WrittenOrganisation, options: WatchOptions): OrganisationWatch {
  if (config.mode === 'trial') return { now: () => written.organisation, stop() {} };
  return watchOrganisation(written, options);
}

/** In a trial nobody is told, so that what is only wrong for real people is not said. */
function warningsOf(config: Config, { organisation, lineOf }: WrittenOrganisation): readonly string[] {
  const platforms = config.mode === 'trial' ? [] : platformsOf(config);
  return warningsFor(organisation, { moment: new Date(), platforms }).map(({ path, at, said }) =>
    atLine(lineOf(path), at, said),
  );
}

const platformsOf = (config: Config) => (['slack', 'teams'] as const).filter((each) => config[each] !== undefined);

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Errors that are written for the person who starts the program. */
const explained = [
  ConfigError,
  KeysWrong,
  OrganisationFileError,
  ListenError,
  PageNotInstalled,
  RedisUrlInvalid,
  StoreNotDurable,
  StoreCorrupt,
  StoreUnavailable,
];

/** @throws what was not expected, as it is */
function explanationOf(error: unknown): string {
  if (!(error instanceof Error) || !explained.some((kind) => error instanceof kind)) throw error;
  return error.message;
}

try {
  await start(readConfig(process.env));
} catch (error) {
  process.stderr.write(`${explanationOf(error)}\n`);
  process.exitCode = 1;
}
