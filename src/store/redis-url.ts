/** REDIS_URL in its four spellings, as plain data. Pure. */

/** REDIS_URL cannot be used. The message never repeats the URL: it may hold a password. */
export class RedisUrlInvalid extends Error {
  override name = 'RedisUrlInvalid';
}

export interface Host {
  readonly host: string;
  readonly port: number;
}

export interface RedisTarget {
  readonly kind: 'single' | 'sentinel' | 'cluster';
  /** The server, the sentinels, or some nodes of the cluster. */
  readonly hosts: readonly [Host, ...Host[]];
  /** What the sentinels call the primary. */
  readonly name?: string;
  readonly tls: boolean;
  readonly username?: string;
  readonly password?: string;
  readonly db: number;
  /**
   * `?replicas=1`: how many replicas must hold a step before it counts; while fewer are there, steps are refused.
   * Absent: one, where one is there. So a failover costs seconds, and while the new primary is alone it is trusted alone.
   */
  readonly replicas?: number;
  /** The certificate of the authority that signed the server's, as PEM. Absent: the authorities that Node knows. */
  readonly ca?: string;
}

const shape =
  /^(rediss?)(?:\+(sentinel|cluster))?:\/\/(?:([^:@/?#]*)(?::([^@/?#]*))?@)?([^@/?#]+)(?:\/([^/?#]*))?(?:\/(\d+))?(?:\?([^#]*))?$/;

/**
 * Reads `redis://user:password@host:6379/0`, `rediss://…` (TLS), `redis+sentinel://host,host/name/0` and
 * `redis+cluster://host,host`; `rediss+sentinel` and `rediss+cluster` use TLS. `?replicas=1` asks for a replica.
 * @param ca PEM, for TLS
 * @throws {RedisUrlInvalid}
 */
export function parseRedisUrl(url: string, ca?: string): RedisTarget {
  const parts = shape.exec(url);
  if (parts === null) {
    throw new RedisUrlInvalid(
      'REDIS_URL is not understood. Use redis://host:6379, rediss://host, redis+sentinel://host,host/name or redis+cluster://host,host.',
    );
  }
  const [, scheme, mode, username = '', password = '', hostList = '', path = '', sentinelDb = '', query = ''] = parts;
  const kind = mode === 'sentinel' || mode === 'cluster' ? mode : 'single';
  const hosts = readHosts(hostList, kind);
  if (kind === 'sentinel' && path === '') {
    throw new RedisUrlInvalid('REDIS_URL needs the name the sentinels watch: redis+sentinel://host,host/name.');
  }
  const replicas = new URLSearchParams(query).get('replicas');
  if (replicas !== null && !/^\d$/.test(replicas)) {
    throw new RedisUrlInvalid('The "replicas" of REDIS_URL is a number from 0 to 9.');
  }
  return {
    kind,
    hosts,
    tls: scheme === 'rediss',
    db: readDb(kind, path, sentinelDb),
    ...(kind === 'sentinel' && { name: decode(path) }),
    ...(username !== '' && { username: decode(username) }),
    ...(password !== '' && { password: decode(password) }),
    ...(replicas !== null && { replicas: Number(replicas) }),
    ...(ca !== undefined && { ca }),
  };
}

function readHosts(list: string, kind: RedisTarget['kind']): RedisTarget['hosts'] {
  const [first, ...others] = list.split(',').map((host) => readHost(host, kind === 'sentinel' ? 26379 : 6379));
  if (first === undefined || (kind === 'single' && others.length > 0)) {
    throw new RedisUrlInvalid('REDIS_URL names several hosts. Use redis+sentinel:// or redis+cluster:// for those.');
  }
  return [first, ...others];
}

function readDb(kind: RedisTarget['kind'], path: string, sentinelDb: string): number {
  const db = kind === 'sentinel' ? sentinelDb : path;
  const extra = kind === 'cluster' ? path : kind === 'single' ? sentinelDb : '';
  if (!/^\d*$/.test(db) || extra !== '') {
    throw new RedisUrlInvalid('REDIS_URL ends in a path that is not a database number. A cluster has none.');
  }
  return Number(db);
}

function readHost(text: string, defaultPort: number): Host {
  const [, bracketed, plain, port] = /^(?:\[([0-9a-fA-F:.]+)\]|([A-Za-z0-9._-]+))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const host = bracketed ?? plain;
  const number = port === undefined ? defaultPort : Number(port);
  if (host === undefined || number < 1 || number > 65_535) {
    throw new RedisUrlInvalid('REDIS_URL names a host or port that cannot be one.');
  }
  return { host, port: number };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (cause) {
    throw new RedisUrlInvalid('REDIS_URL has a stray "%". Write it as %25.', { cause });
  }
}
