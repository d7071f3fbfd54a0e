/**
 * Why a Redis cannot be used, found out by asking it once more: the clients of Sentinel and Cluster say only
 * "Connection is closed". One word for the log, one sentence for whoever runs the program. Neither holds the URL.
 */
import { connect } from 'node:net';
import { Redis } from 'ioredis';
import type { Host, RedisTarget } from './redis-url.ts';

export type RedisTrouble =
  | 'unknown-host'
  | 'refused'
  | 'silent'
  | 'certificate'
  | 'no-tls'
  | 'wants-tls'
  | 'password'
  | 'rights'
  | 'loading'
  | 'other';

export const troubleSays: Readonly<Record<RedisTrouble, string>> = {
  'unknown-host': 'Redis cannot be reached: no machine has the name in REDIS_URL. Check its spelling, and the DNS.',
  refused: 'Redis cannot be reached: nothing listens at the host and port in REDIS_URL. Start Redis, or mend the port.',
  silent: 'Redis cannot be reached: its host does not answer. Check the network and the firewall.',
  certificate: "Redis cannot be trusted: its certificate does not fit. Give your authority's file as REDIS_CA_FILE.",
  'no-tls': 'Redis speaks no TLS at that port. Write redis:// instead of rediss://, or give the port that has TLS.',
  'wants-tls': 'Redis ended the connection at once. Where that port has TLS, write rediss:// instead of redis://.',
  password: 'Redis refuses the user or the password. Mend them in REDIS_URL.',
  rights: 'Redis lets us in, but its user may not do all that is needed. Give it the rights in docs/redis.md.',
  loading: 'Redis is still loading what it holds. It needs a moment.',
  other: 'Redis cannot be used. Check REDIS_URL and the server.',
};

const askingMs = 1_000;

/** Asks each host once; the first that can be used means that the trouble is elsewhere. Never throws. */
export async function findTrouble(target: RedisTarget): Promise<RedisTrouble> {
  let found: RedisTrouble = 'other';
  for (const host of target.hosts) {
    const trouble = await ask(host, target);
    if (trouble === undefined) return 'other';
    found = trouble;
  }
  return found;
}

async function ask(host: Host, target: RedisTarget): Promise<RedisTrouble | undefined> {
  const unreached = await reach(host);
  if (unreached) return troubleOf(unreached, false);
  const unused = await use(host, target);
  return unused && troubleOf(unused, target.tls);
}

/** @returns why its port takes no connection; nothing where it does. */
function reach({ host, port }: Host): Promise<Error | undefined> {
  const { promise, resolve } = Promise.withResolvers<Error | undefined>();
  const socket = connect({ host, port, timeout: askingMs });
  socket.once('connect', () => resolve(undefined));
  socket.once('timeout', () => resolve(new Error('ETIMEDOUT')));
  socket.once('error', resolve);
  return promise.finally(() => socket.destroy());
}

/** @returns why Redis does not take our commands there; nothing where it does. */
async function use(
  { host, port }: Host,
  { kind, username, password, tls, ca }: RedisTarget,
): Promise<Error | undefined> {
  const client = new Redis({
    host,
    port,
    protocol: 2,
    lazyConnect: true,
    retryStrategy: () => null,
    maxRetriesPerRequest: 0,
    connectTimeout: askingMs,
    commandTimeout: askingMs,
    // Sentinels have a password of their own, or none.
    ...(kind !== 'sentinel' && username !== undefined && { username }),
    ...(kind !== 'sentinel' && password !== undefined && { password }),
    ...(tls && { tls: { ...(ca !== undefined && { ca }) } }),
  });
  const { promise: failed, resolve } = Promise.withResolvers<Error>();
  client.on('error', resolve);
  const tooLate = setTimeout(() => resolve(new Error('ETIMEDOUT')), askingMs);
  try {
    const connected = client.connect().then(
      () => undefined,
      (error: Error) => error,
    );
    return await Promise.race([failed, connected]);
  } finally {
    clearTimeout(tooLate);
    client.disconnect();
  }
}

const kinds: readonly (readonly [RegExp, RedisTrouble])[] = [
  [/ENOTFOUND|EAI_AGAIN/, 'unknown-host'],
  [/ECONNREFUSED/, 'refused'],
  [/WRONGPASS|NOAUTH|invalid password/, 'password'],
  [/NOPERM/, 'rights'],
  [/LOADING|MASTERDOWN/, 'loading'],
  [/CERT|SELF_SIGNED|UNABLE_TO_(?:VERIFY|GET)|ALTNAME/, 'certificate'],
  [/ERR_SSL|EPROTO|wrong version/, 'no-tls'],
];

/** What one failure of a connection means. */
function troubleOf(error: Error, tls: boolean): RedisTrouble {
  const words = `${'code' in error ? error.code : ''} ${error.message}`;
  const kind = kinds.find(([pattern]) => pattern.test(words))?.[1];
  if (kind) return kind;
  if (/ECONNRESET|EPIPE|[Cc]onnection is closed/.test(words)) return tls ? 'no-tls' : 'wants-tls';
  // It took the connection, and then did not answer to TLS.
  if (/ETIMEDOUT|timed out|EHOSTUNREACH|ENETUNREACH/.test(words)) return tls ? 'no-tls' : 'silent';
  return 'other';
}
