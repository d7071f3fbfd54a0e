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
import { ConfigError } from './config/problem.ts';
import { type Config, readConfig } from './config.ts';
import type { Channel } from './contract.ts';
import { createFaults } from './faults.ts';
import { type Check, healthRoutes } from './http/health.ts';
import { createListener, ListenError } from './http/listener.ts';
import { createMetrics } from './http/metrics.ts';
import type { Route } from './http/route.ts';
import type { Readiness } from './leads/admin/readiness.ts';
import { createLog, type Log, reasonOf } from './log.ts';
import { atLine, OrganisationFileError, readWritten, type WrittenOrganisation } from './organisation/file.ts';
import { warningsFor } from './organisation/warnings.ts';
import { type OrganisationWatch, type WatchOptions, watchOrganisation } from './organisation/watch.ts';
import type { OutboxEvent } from './outbox/outbox.ts';
import { createIndex, type Tenant } from './seal/index-key.ts';
import { type Keys, readKeys } from './seal/keys.ts';
import { createSeal } from './seal/seal.ts';
import { type Admission, createAdmission } from './startup/admission.ts';
import { beatMs, createKeyCheck, type KeyCheck, KeysWrong } from './startup/key-check.ts';
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
  const metrics = createMetrics();
  const mended = metrics.counter('signpost_keys_mended_total', 'Notes about keys that could not be read, by which');
  const opened = await open(config, log, clock);
  const keyCheck = keyCheckOf(opened, keys, (what) => {
    mended.add({ what });
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
  const failed = metrics.counter('signpost_faults_total', 'Faults of the program itself, by what they stopped');
  const faults = createFaults(log, (what) => failed.add({ what }));
  let address = config.publicUrl;
  const bot = createBot({
    store,
    keys,
    calendar: committedCalendar,
    organisationOf,
    clock: clock.now,
    random: Math.random,
    randomBytes,
    onEvent: (event) => logOutbox(log, event),
    onFault: faults.note,
    onLost: (reason) => log.warn('look-up.lost', { reason }),
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

  const shared = {
    take: bot.take,
    store,
    keys,
    organisationOf,
    calendar: committedCalendar,
    clock: Date.now,
    log,
  };
  const channels: Running[] = [];
  if (config.mode === 'trial') channels.push(tryPage(organisations, bot, clock));
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
  for (const channel of channels) bot.addChannel(channel);

  metrics.gauge('signpost_lines_down', 'Workspaces to which nothing gets through', bot.outbox.linesDown);
  metrics.gauge('signpost_places_refused', 'What waits because its place refused it', bot.outbox.placesRefused);
  for (const { name, isListening } of channels) {
    if (isListening) metrics.gauge(`signpost_${name}_listening`, 'Whether its line is up', () => Number(isListening()));
  }
  const answered = metrics.timer('signpost_http_seconds', 'Time to answer a request, by route');
  const listener = createListener({
    host: config.host,
    port: config.port,
    routes: [
      ...channels.flatMap((channel) => channel.routes),
      ...bot.routes,
      ...healthRoutes({ store: () => store.ready(), ...listening(channels) }, log, {
        findings: async () => [
          ...(await readiness.findings()).map(({ finding }) => finding),
          ...Array.from({ length: bot.unopened() }, () => 'cannot-be-opened'),
          ...faults.findings(),
          ...Array.from({ length: bot.outbox.placesRefused() }, () => 'place-refused'),
        ],
      }),
    ],
    log,
    loopbackOnly: config.mode === 'trial',
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
  if (config.mode === 'trial') address = `http://${config.host}:${port}`;
  for (const channel of channels) channel.start?.();
  bot.outbox.start();
  announce(config, port, warningsOf(config, written));
  const begin = async ({ findings }: Durability) => {
    for (const note of [...findings, ...(await checkLeads(readiness, log))]) say(`Note: ${note}`);
    await wake(bot, tenants(), log);
  };
  const stopping = new AbortController();
  if (durability) await begin(durability);
  else void beginLater(admission, begin, log, stopping.signal);
  const hourly = setInterval(() => void wake(bot, tenants(), log), hourMs);
  const beats = setInterval(() => void keyCheck.beat().catch(() => {}), beatMs);
  const daily = setInterval(() => void checkLeads(readiness, log), 24 * hourMs);

  const stop = async (signal: NodeJS.Signals) => {
    log.info('stopping', { signal });
    stopping.abort();
    file.stop();
    for (const timer of [daily, hourly, beats]) clearInterval(timer);
    await listener.close();
    await metricsListener?.close();
    for (const channel of channels) await channel.stop?.();
    await bot.outbox.stop();
    await keyCheck.stop().catch(() => {});
    await store.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
}

/** A channel with what it listens on. */
type Running = Channel & {
  readonly routes: readonly Route[];
  /** Of a channel that keeps a line open, and hears nobody while it is down. */
  readonly isListening?: () => boolean;
  start?(): void;
  stop?(): Promise<void>;
};

/** Ready is who hears people. */
function listening(channels: readonly Running[]): Readonly<Record<string, Check>> {
  const checks = channels.flatMap(({ name, isListening }) => {
    const check: Check = async () => {
      if (!isListening?.()) throw new NotListening();
    };
    return isListening ? [[name, check] as const] : [];
  });
  return Object.fromEntries(checks);
}

class NotListening extends Error {
  override readonly name = 'NotListening';
}

function tryPage(organisations: readonly TrialOrganisation[], bot: Bot, clock: TrialClock): Running {
  checkPageInstalled();
  const [first, ...others] = organisations.map(({ id, organisation }) => ({
    id,
    name: organisation.name,
    people: peopleIn(organisation),
  }));
  if (!first) throw new Error('A trial needs an organisation');
  return createWebChannel({
    take: bot.take,
    organisations: [first, ...others],
    clock,
    sweep: bot.outbox.sweep,
    random: randomUUID,
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
function keyCheckOf(store: Store, keys: Keys, onMended: (what: string) => void): KeyCheck {
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

function logOutbox(log: Log, { kind, result, attempts, reason }: OutboxEvent): void {
  const write = result === 'sent' ? log.debug : log.warn;
  write(`outbox.${result}`, { kind, attempt: attempts, ...(reason ? { reason } : {}) });
}

function announce(config: Config, port: number, notes: readonly string[]): void {
  for (const note of notes) say(`Note: ${note}`);
  if (config.mode === 'service') {
    say(`Signpost is running, and listens on ${config.host}:${port}.`);
    return;
  }
  say(`Signpost is running as a trial on this machine only. Open http://${config.host}:${port}/`);
  say('Nobody is told and nothing leaves this machine. Stop it with Ctrl+C.');
}

async function open(config: Config, log: Log, clock: TrialClock) {
  // With Redis nothing is written to disk, so that the disk may be one that only reads.
  if (config.redisUrl === undefined) mkdirSync(config.dataDir, { recursive: true, mode: 0o700 });
  return openStore({
    ...(config.redisUrl === undefined ? {} : { redisUrl: config.redisUrl }),
    ...(config.redisCa === undefined ? {} : { redisCa: config.redisCa }),
    dataDir: config.dataDir,
    clock: clock.now,
    idleMs: config.mode === 'trial' ? trialIdleMs : config.conversationIdleHours * hourMs,
    onTrouble: (trouble) => {
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
