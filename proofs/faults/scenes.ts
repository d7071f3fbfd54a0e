/** What fails: by store and platform, each fault with its own end. */
import { execFileSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { type RedisServer, startRedis } from '../../test/support/redis.ts';
import { type Launched, launch, ours } from '../common/launch.ts';
import { startTap, type Tap } from '../common/tap.ts';
import { startCluster, startSentinel, type Topology, told } from '../common/topologies.ts';
import { type PlatformName, startWorld, type World } from '../common/world.ts';

export interface Stage {
  readonly world: World;
  program(): Launched;
  /** Killed and started again. */
  killProgram(): Promise<void>;
  readonly redis?: RedisServer;
  readonly tap?: Tap;
  readonly topology?: Topology & { reshard?(): Promise<void> };
  readonly folder?: string;
  stop(): Promise<void>;
}

/** Begins a fault, holds it, ends it. */
export type Fault = (stage: Stage & { hold(): Promise<unknown> }) => Promise<unknown>;

export interface Scene {
  readonly name: string;
  begin(): Promise<Stage>;
  readonly faults: Readonly<Record<string, Fault>>;
}

async function staged(
  platform: PlatformName,
  store: Readonly<Record<string, string>>,
  more: Partial<Stage>,
  end: () => Promise<unknown>,
): Promise<Stage> {
  const world = await startWorld(platform);
  const settings = { ...world.settings, ...store };
  let program = await launch(ours, settings);
  return {
    ...more,
    world,
    program: () => program,
    async killProgram() {
      await program.kill();
      program = await launch(ours, settings);
    },
    async stop() {
      await program.stop();
      await world.stop();
      await end();
    },
  };
}

async function single(platform: PlatformName): Promise<Stage> {
  const redis = await startRedis();
  const tap = await startTap(redis.port);
  return staged(platform, { REDIS_URL: tap.url }, { redis, tap }, async () => {
    await tap.stop();
    await redis.stop();
  });
}

async function onTopology(topology: Topology): Promise<Stage> {
  return staged('slack', { REDIS_URL: topology.url }, { topology }, () => topology.stop());
}

async function sqlite(): Promise<Stage> {
  const folder = await mkdtemp(join(tmpdir(), 'signpost-faults-'));
  return staged('slack', { DATA_DIR: folder }, { folder }, () => rm(folder, { recursive: true, force: true }));
}

const slowed =
  (eachWayMs: number): Fault =>
  async ({ tap, hold }) => {
    tap?.delay(eachWayMs);
    await hold();
    tap?.delay(0);
  };

const ofPlatform: Readonly<Record<string, Fault>> = {
  'platform slow, 4 s a post': async ({ world, hold }) => {
    world.slow(4_000);
    await hold();
    world.well();
  },
  'platform answers 503': async ({ world, hold }) => {
    world.wrong(503);
    await hold();
    world.well();
  },
  'platform answers 429, come again in 5 s': async ({ world, hold }) => {
    world.wrong(429, 5);
    await hold();
    world.well();
  },
  'platform refuses who we are': async ({ world, hold }) => {
    world.refused();
    await hold();
    world.well();
  },
  'platform cuts connections': async ({ world, hold }) => {
    world.cut();
    await hold();
    world.well();
  },
  'platform gone': async ({ world, hold }) => {
    await world.gone();
    await hold();
    await world.back();
  },
};

export const scenes: readonly Scene[] = [
  {
    name: 'Redis, Slack',
    begin: () => single('slack'),
    faults: {
      'store killed, back after 3 s': async ({ redis }) => {
        await redis?.kill();
        await sleep(3_000);
        await redis?.restart();
      },
      'store paused for 4 s': async ({ redis }) => {
        redis?.freeze();
        await sleep(4_000);
        redis?.thaw();
      },
      'store gone for 10 s': async ({ redis }) => {
        await redis?.kill();
        await sleep(10_000);
        await redis?.restart();
      },
      'store full for 5 s': async ({ redis }) => {
        await told(redis, 'CONFIG', 'SET', 'maxmemory', '1');
        await sleep(5_000);
        await told(redis, 'CONFIG', 'SET', 'maxmemory', '0');
      },
      'store read-only for 5 s': async ({ redis }) => {
        await told(redis, 'REPLICAOF', '127.0.0.1', '1');
        await sleep(5_000);
        await told(redis, 'REPLICAOF', 'NO', 'ONE');
      },
      'store 0.7 s slow': slowed(350),
      'store 2 s slow': slowed(1_000),
      'line to the store reset twice a second': async ({ tap }) => {
        for (let times = 0; times < 10; times++) {
          tap?.reset();
          await sleep(500);
        }
      },
      'program killed and started': ({ killProgram }) => killProgram(),
      ...ofPlatform,
    },
  },
  { name: 'Redis, Teams', begin: () => single('teams'), faults: ofPlatform },
  ...([1, 2] as const).map((replicas) => ({
    name: `Sentinel, ${replicas} replica${replicas > 1 ? 's' : ''}`,
    begin: async () => onTopology(await startSentinel(replicas)),
    faults: { 'primary lost for good': ({ topology }: Stage) => topology?.losePrimary() ?? Promise.resolve() },
  })),
  {
    name: 'Cluster, 3 + 3',
    begin: async () => onTopology(await startCluster(1)),
    faults: {
      resharding: async ({ topology }) => topology?.reshard?.(),
      'primary in use lost for good': async ({ topology }) => topology?.losePrimary(),
    },
  },
  {
    name: 'SQLite',
    begin: sqlite,
    faults: {
      'another asks for the file, 5 s': async ({ folder = '' }) => {
        // The program holds it for itself: the other is refused, and nobody notices.
        const file = new DatabaseSync(join(folder, 'signpost.sqlite'));
        try {
          file.exec('BEGIN EXCLUSIVE');
        } catch {
          // As it should be.
        } finally {
          await sleep(5_000);
          file.close();
        }
      },
      'disk full for 5 s': async ({ program }) => {
        // No file may grow: to the program the same as a disk without room.
        const limit = (bytes: string) => execFileSync('prlimit', ['--pid', String(program().pid), `--fsize=${bytes}`]);
        limit('1:unlimited');
        await sleep(5_000);
        limit('unlimited:unlimited');
      },
      'program killed and started': ({ killProgram }) => killProgram(),
    },
  },
];
