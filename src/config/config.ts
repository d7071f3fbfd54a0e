/**
 * The settings the program runs with, read once from the environment. It refuses to start on anything unsafe and
 * says everything that is wrong at once. With no settings at all it is a trial on this machine alone.
 */
import { readFileSync } from 'node:fs';
import type { LogLevel } from '../log.ts';
import type { Secrets } from '../seal/keys.ts';
import { readEnvironment, type SettingsReading } from './environment.ts';
import { isLoopback } from './loopback.ts';
import { type NotifyConfig, notifyOf } from './notify.ts';
import { ConfigError } from './problem.ts';
import { keptSecrets } from './secrets.ts';
import { type SlackConfig, slackOf, slackSettings } from './slack.ts';
import { microsoftSettings, type TeamsConfig, teamsOf } from './teams.ts';

export interface Config {
  /** `trial`: no real Slack or Teams, this machine only, made-up concerns. `service`: the real thing. */
  readonly mode: 'trial' | 'service';
  readonly host: string;
  readonly port: number;
  /** Scheme and host by which people reach the program, without a slash at the end. */
  readonly publicUrl?: string;
  /** On 127.0.0.1, whatever `host` is. Absent: no metrics. */
  readonly metricsPort?: number;
  readonly logLevel: LogLevel;
  /** Path of the organisation file. */
  readonly organisationFile: string;
  /** As given; the store reads it. Absent: the embedded store in `dataDir`. */
  readonly redisUrl?: string;
  /** PEM: the authority that signed Redis's certificate, where it is none that everybody knows. */
  readonly redisCa?: string;
  readonly dataDir: string;
  readonly secrets: Secrets;
  /** A conversation is forgotten after this many hours without an answer. */
  readonly conversationIdleHours: number;
  readonly slack?: SlackConfig;
  readonly teams?: TeamsConfig;
  /** Text messages to leads. Absent: none. */
  readonly notify?: NotifyConfig;
}

/** The whole configuration, frozen. In a trial without secrets it makes them once in DATA_DIR. Throws {@link ConfigError}. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const reading = readEnvironment(environment);
  const { values } = reading;
  const credentialsGiven = [...slackSettings, ...microsoftSettings].some(reading.has);
  const slack = slackOf(reading);
  const teams = teamsOf(reading, credentialsGiven);
  const mode = credentialsGiven ? 'service' : 'trial';
  const notify = notifyOf(reading, mode);
  if (credentialsGiven) checkService(reading);
  else checkTrial(reading);
  checkTogether(reading);
  const redisCa = redisCaOf(reading);
  if (reading.problems.length > 0) throw new ConfigError(reading.problems);

  const { PUBLIC_URL, METRICS_PORT, REDIS_URL, DATA_DIR = 'data' } = values;
  return frozen({
    mode,
    host: values.HOST ?? '127.0.0.1',
    port: values.PORT ?? 3978,
    ...(PUBLIC_URL !== undefined && { publicUrl: PUBLIC_URL }),
    ...(METRICS_PORT !== undefined && { metricsPort: METRICS_PORT }),
    logLevel: values.LOG_LEVEL ?? 'info',
    organisationFile: values.ORGANISATION_FILE ?? 'organisation.example.yaml',
    ...(REDIS_URL !== undefined && { redisUrl: REDIS_URL }),
    ...(redisCa !== undefined && { redisCa }),
    dataDir: DATA_DIR,
    secrets: secretsOf(reading, DATA_DIR),
    conversationIdleHours: values.CONVERSATION_IDLE_HOURS ?? 24,
    ...(slack && { slack }),
    ...(teams && { teams }),
    ...(notify && { notify }),
  });
}

function secretsOf({ values: { SECRET_KEYS, INDEX_SECRET } }: SettingsReading, dataDir: string): Secrets {
  return SECRET_KEYS !== undefined && INDEX_SECRET !== undefined
    ? { secretKeys: SECRET_KEYS, indexSecret: INDEX_SECRET }
    : keptSecrets(dataDir);
}

/** Read at the start, so that a wrong path is said at once. */
function redisCaOf({ values: { REDIS_CA_FILE }, report }: SettingsReading): string | undefined {
  if (REDIS_CA_FILE === undefined) return undefined;
  try {
    const pem = readFileSync(REDIS_CA_FILE, 'utf8');
    if (pem.includes('-----BEGIN CERTIFICATE-----')) return pem;
  } catch {
    // Said below.
  }
  report('REDIS_CA_FILE', 'It cannot be read, or holds no certificate. Give the path of a PEM file.');
  return undefined;
}

function checkTrial({ values, has, report }: SettingsReading): void {
  if (values.NODE_ENV === 'production') {
    report('NODE_ENV', 'Production needs Slack or Teams. Add their settings, or leave this out to try Signpost here.');
  }
  if (!isLoopback(values.HOST ?? '127.0.0.1')) {
    report('HOST', 'A trial is for this machine only. Leave this out, or add the settings of Slack or Teams.');
  }
  if (has('SECRET_KEYS') !== has('INDEX_SECRET')) {
    report(
      has('SECRET_KEYS') ? 'INDEX_SECRET' : 'SECRET_KEYS',
      'It is missing. Set both secrets, or leave out both for a trial.',
    );
  }
}

function checkService({ has, report }: SettingsReading): void {
  if (!has('SECRET_KEYS')) {
    report(
      'SECRET_KEYS',
      'It is missing. Everything stored is encrypted with it. This makes one: echo "k1:$(openssl rand -base64 32)"',
    );
  }
  if (!has('INDEX_SECRET')) {
    report('INDEX_SECRET', 'It is missing. This makes it: openssl rand -base64 32. Keep it: it must never change.');
  }
  if (!has('ORGANISATION_FILE')) {
    report(
      'ORGANISATION_FILE',
      'It is missing. Copy organisation.example.yaml, put in your own people and numbers, and give its path.',
    );
  }
}

function checkTogether({ values, report }: SettingsReading): void {
  const { PORT = 3978, METRICS_PORT, SECRET_KEYS = '', INDEX_SECRET } = values;
  if (PORT === METRICS_PORT) report('METRICS_PORT', 'It is the same as PORT. Give it a number of its own.');
  if (INDEX_SECRET !== undefined && SECRET_KEYS.includes(INDEX_SECRET)) {
    report('INDEX_SECRET', 'It is the same as one of SECRET_KEYS. Make another: openssl rand -base64 32');
  }
}

function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  for (const part of Object.values(value)) frozen(part);
  return Object.freeze(value);
}
