/** Redis as it is run for real: watched by sentinels, or in a cluster. Everything on loopback, nothing shared. */
import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Redis } from 'ioredis';
import { freePort } from '../../test/support/port.ts';
import { type RedisServer, startRedis } from '../../test/support/redis.ts';
import { until } from './wait.ts';

const run = promisify(execFile);

export interface Topology {
  /** REDIS_URL. */
  readonly url: string;
  readonly servers: readonly RedisServer[];
  /** As a power cut: the primary that holds what is in use is gone, and does not come back. */
  losePrimary(): Promise<void>;
  stop(): Promise<void>;
}

export async function startSentinel(replicas: number): Promise<Topology> {
  const primary = await startRedis();
  const others = await Promise.all(
    Array.from({ length: replicas }, () => startRedis(['--replicaof', `127.0.0.1 ${primary.port}`])),
  );
  const folder = await mkdtemp(join(tmpdir(), 'signpost-sentinel-'));
  const ports = await Promise.all([freePort(), freePort(), freePort()]);
  const sentinels = await Promise.all(ports.map((port) => startOneSentinel(folder, port, primary.port)));
  const asked = new Redis(ports[0] ?? 0, '127.0.0.1');
  await until(
    'the sentinels knowing all',
    async () => {
      const [, [found = []] = []] = [0, (await asked.call('SENTINEL', 'masters')) as string[][]];
      const value = (name: string) => Number(found[found.indexOf(name) + 1]);
      return value('num-slaves') === replicas && value('num-other-sentinels') === 2;
    },
    30_000,
    200,
  );
  asked.disconnect();
  return {
    url: `redis+sentinel://${ports.map((port) => `127.0.0.1:${port}`).join(',')}/kept`,
    servers: [primary, ...others],
    losePrimary: () => primary.kill(),
    async stop() {
      for (const sentinel of sentinels) await ended(sentinel);
      await Promise.all([primary, ...others].map((server) => server.stop()));
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startOneSentinel(folder: string, port: number, primary: number): Promise<ChildProcess> {
  const file = join(folder, `${port}.conf`);
  const lines = [
    `port ${port}`,
    'bind 127.0.0.1',
    `dir ${folder}`,
    `sentinel monitor kept 127.0.0.1 ${primary} 2`,
    'sentinel down-after-milliseconds kept 1000',
    'sentinel failover-timeout kept 5000',
  ];
  await writeFile(file, `${lines.join('\n')}\n`);
  return spawn('redis-server', [file, '--sentinel'], { stdio: 'ignore' });
}

/** @param replicas of each of three primaries */
export async function startCluster(replicas: 0 | 1): Promise<Topology & { reshard(): Promise<void> }> {
  const settings = ['--cluster-enabled', 'yes', '--cluster-node-timeout', '2000'];
  const servers = await Promise.all(Array.from({ length: 3 * (1 + replicas) }, () => startRedis(settings)));
  const hosts = servers.map(({ port }) => `127.0.0.1:${port}`);
  await run('redis-cli', ['--cluster', 'create', ...hosts, '--cluster-replicas', String(replicas), '--cluster-yes']);
  await until(
    'the cluster',
    async () => (await told(servers[0], 'CLUSTER', 'INFO')).includes('cluster_state:ok'),
    30_000,
    200,
  );
  const idOf = async (server: RedisServer | undefined) => told(server, 'CLUSTER', 'MYID');
  /** The primaries are the first three; the one in use is the one with keys. */
  const inUse = async () => {
    const counts = await Promise.all(servers.slice(0, 3).map(async (server) => Number(await told(server, 'DBSIZE'))));
    return servers[counts.indexOf(Math.max(...counts))];
  };
  return {
    url: `redis+cluster://${hosts.slice(0, 3).join(',')}`,
    servers,
    losePrimary: async () => (await inUse())?.kill(),
    async reshard() {
      const from = await inUse();
      const to = servers.slice(0, 3).find((server) => server !== from);
      await run('redis-cli', [
        ...['--cluster', 'reshard', hosts[0] ?? '', '--cluster-from', await idOf(from), '--cluster-to', await idOf(to)],
        ...['--cluster-slots', '5400', '--cluster-yes', '--cluster-pipeline', '100'],
      ]);
    },
    stop: async () => void (await Promise.all(servers.map((server) => server.stop()))),
  };
}

/** One command to one server. */
export async function told(server: RedisServer | undefined, command: string, ...more: string[]): Promise<string> {
  const redis = new Redis(server?.port ?? 0, '127.0.0.1');
  try {
    return String(await redis.call(command, ...more));
  } finally {
    redis.disconnect();
  }
}

async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill('SIGKILL');
  await gone;
}
