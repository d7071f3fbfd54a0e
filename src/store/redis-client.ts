/**
 * The ioredis client as this project needs it: nothing waits in a queue, nothing is sent twice, nothing hangs.
 * A command that cannot be written now fails now; one that was written and not answered in time is "unknown".
 */
import { Cluster, Redis, type RedisOptions } from 'ioredis';
import type { RedisTarget } from './redis-url.ts';
import { StoreCorrupt, StoreUnavailable } from './store.ts';

export interface ClientOptions {
  /** How long one command may take. 1.2 s unless told: a turn must be answered within 1.5 s. */
  readonly commandTimeoutMs?: number;
}

/** Comes back connecting in the background; it goes on trying for as long as it is open. */
export function createClient(target: RedisTarget, { commandTimeoutMs = 1_200 }: ClientOptions): Redis | Cluster {
  const { hosts, kind, tls, ca, username, password, db, name } = target;
  const trust = { ...(ca !== undefined && { ca }) };
  const again = (times: number) => Math.min(50 * 2 ** Math.min(times, 6), 2_000);
  const common = {
    protocol: 2,
    connectTimeout: 2_000,
    commandTimeout: commandTimeoutMs,
    // A connection that went quiet with commands under way is dead; end it and make another.
    socketTimeout: 2 * commandTimeoutMs,
    enableOfflineQueue: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    // After a failover the old primary only reads: find the new one. (`true` does not resend the command.)
    reconnectOnError: (error: Error) => demoted.test(error.message),
    ...(username !== undefined && { username }),
    ...(password !== undefined && { password }),
    ...(tls && { tls: trust }),
  } as const satisfies RedisOptions;
  if (kind === 'cluster') {
    return new Cluster([...hosts], {
      enableOfflineQueue: false,
      // 0: a command whose connection closed may have landed, so it is not sent again.
      retryDelayOnFailover: 0,
      clusterRetryStrategy: again,
      // Certificates name hosts, so names are not turned into addresses first.
      ...(tls && { dnsLookup: (address, answer) => answer(null, address) }),
      redisOptions: common,
    });
  }
  const options = { ...common, db, retryStrategy: again };
  if (kind === 'single') return new Redis({ ...options, ...hosts[0] });
  return new Redis({
    ...options,
    sentinels: [...hosts],
    name: name ?? '',
    sentinelRetryStrategy: again,
    sentinelCommandTimeout: commandTimeoutMs,
    ...(tls && { enableTLSForSentinelMode: true, sentinelTLS: trust }),
  });
}

/** A primary that became a replica. Before Redis 7 it says so inside a sentence about the script. */
const demoted = /\bREADONLY\b/;
/** The server's own words for "I did not run this"; older servers put them inside a sentence about the script. */
const refusals =
  /\b(?:LOADING|READONLY|MASTERDOWN|CLUSTERDOWN|MOVED|ASK|TRYAGAIN|CROSSSLOT|OOM|MISCONF|NOREPLICAS|BUSY|NOSCRIPT|NOAUTH|WRONGPASS|NOPERM)\b/;
/** A command within a script, after others of it were run. Before Redis 7 it is NOPERM, too. */
const unpermitted = /can't run this command/;
/** ioredis's words for "I did not send this". */
const unsent = /enableOfflineQueue options is false$/;

/** Any failure of a command as one of the store's own errors. The cause keeps the original, without arguments. */
export function asStoreError(error: unknown): Error {
  const message = error instanceof Error ? error.message : String(error);
  const cause = new Error(message.split(' ').slice(0, 12).join(' '));
  if (unsent.test(message) || refusals.test(message)) {
    return new StoreUnavailable('no', 'Redis does not take commands now. Nothing was stored.', { cause });
  }
  if (unpermitted.test(message)) {
    return new StoreUnavailable('unknown', 'The user of Redis may not do all that is needed. See docs/redis.md.', {
      cause,
    });
  }
  // Our own scripts fail on nothing but data that is not ours.
  if (message.includes('WRONGTYPE') || message.includes('user_script')) {
    return new StoreCorrupt('Redis holds something else under one of our names. Forget that conversation.', { cause });
  }
  return new StoreUnavailable('unknown', 'Redis did not answer. The step may or may not be stored.', { cause });
}
