/**
 * The log. A line holds an event code and a few named fields, each a code or a number: never a sentence, a body
 * or an error's message, because those carry what people wrote. What does not look like a code is withheld.
 */
import { createHash } from 'node:crypto';
import pino from 'pino';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'silent'] as const;
export type LogLevel = (typeof logLevels)[number];

/** Everything a line may say beside its event. Whatever else is passed in is dropped, at any level. */
const fieldNames = [
  'channel',
  'reason',
  'kind',
  'route',
  'status',
  'ms',
  'revision',
  'attempt',
  'count',
  'check',
  'signal',
  'id',
  'at',
] as const;
type FieldName = (typeof fieldNames)[number];
export type LogFields = { readonly [Name in FieldName]?: string | number | boolean };

type Write = (event: string, fields?: LogFields) => void;
export interface Log {
  readonly error: Write;
  readonly warn: Write;
  readonly info: Write;
  readonly debug: Write;
}

/** No spaces and no control characters: a code can neither hold a sentence nor forge a second line. */
const code = /^[\w.:/@-]{1,80}$/;
const withheld = '[withheld]';

/** Lines of JSON, one an event, to standard output unless `to` says otherwise. */
export function createLog(level: LogLevel, to?: pino.DestinationStream): Log {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  };
  const logger = to === undefined ? pino(options) : pino(options, to);
  const writer =
    (method: 'error' | 'warn' | 'info' | 'debug'): Write =>
    (event, fields = {}) =>
      logger[method]({ event: safe(event), ...allowed(fields) });
  return { error: writer('error'), warn: writer('warn'), info: writer('info'), debug: writer('debug') };
}

/** What went wrong, as a code: the system's own (`ECONNREFUSED`) or the kind of error. Never its message. */
export function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return 'unknown';
  const systemCode = 'code' in cause ? cause.code : undefined;
  return typeof systemCode === 'string' ? systemCode : cause.name;
}

/** What the log has of a concern: nobody reads its reference there, and whoever knows that finds its lines. */
export const hashedReference = (reference: string): string =>
  createHash('sha256').update(reference).digest('hex').slice(0, 12);

function allowed(fields: LogFields): Record<string, unknown> {
  return Object.fromEntries(
    fieldNames.filter((name) => fields[name] !== undefined).map((name) => [name, safe(fields[name])]),
  );
}

function safe(value: unknown): string | number | boolean {
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return typeof value === 'string' && code.test(value) ? value : withheld;
}
