/**
 * `npm run -s load`: many people in mid-conversation at once, over one, two and four replicas of the program on one
 * Redis, on a three-node cluster, and through a failover. Nobody may be lost, nothing may come twice. Then what one
 * conversation more costs while so many are kept.
 *
 *   --people 2000           at once
 *   --kept 10000            conversations kept, at most, when the cost of one more is measured; --full: 100000
 *   --quick                 40 people, 400 kept
 *   --only NAME             the settings whose name holds NAME
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Redis } from 'ioredis';
import { startRedis } from '../../test/support/redis.ts';
import { median, quantile, table } from '../common/figures.ts';
import { type Launched, launch, ours } from '../common/launch.ts';
import { type Lived, lives, repeatsIn } from '../common/lives.ts';
import { cpuMs, residentMb } from '../common/process.ts';
import { startTap } from '../common/tap.ts';
import { startCluster, startSentinel, type Topology, told } from '../common/topologies.ts';
import { happens, until } from '../common/wait.ts';
import { startWorld } from '../common/world.ts';

const { values: given } = parseArgs({
  options: {
    people: { type: 'string', default: '2000' },
    kept: { type: 'string', default: '10000' },
    quick: { type: 'boolean', default: false },
    full: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
  },
});
const people = given.quick ? 40 : Number(given.people);
const kept = given.full ? 100_000 : given.quick ? 400 : Number(given.kept);

interface Setting {
  readonly name: string;
  readonly replicas: number;
  begin(): Promise<Pick<Topology, 'url' | 'stop'> & Partial<Topology>>;
  /** While they are all on their way. */
  during?(topology: Partial<Topology>): Promise<void>;
}

const oneRedis = async () => {
  const redis = await startRedis();
  return { url: redis.url, servers: [redis], stop: () => redis.stop() };
};
const settings: readonly Setting[] = [
  { name: 'one Redis, 1 replica', replicas: 1, begin: oneRedis },
  { name: 'one Redis, 2 replicas', replicas: 2, begin: oneRedis },
  { name: 'one Redis, 4 replicas', replicas: 4, begin: oneRedis },
  { name: 'Cluster of 3, 2 replicas', replicas: 2, begin: () => startCluster(0) },
  {
    name: 'Sentinel, 2 replicas, the primary lost on the way',
    replicas: 2,
    begin: () => startSentinel(2),
    during: async (topology) => topology.losePrimary?.(),
  },
];

const say = (text: string) => void process.stderr.write(`${text}\n`);

async function crowd({ name, replicas, begin, during }: Setting) {
  const [world, topology] = await Promise.all([startWorld('slack'), begin()]);
  const programs: Launched[] = [];
  try {
    for (let at = 0; at < replicas; at++)
      programs.push(await launch(ours, { ...world.settings, REDIS_URL: topology.url }));
    const talkers = Array.from({ length: people }, (_, at) =>
      world.talker(() => (programs[at % replicas] as Launched).base),
    );
    const began = performance.now();
    let endsAt = Number.POSITIVE_INFINITY;
    // A workspace of any size comes in over seconds, not in one moment.
    const all = talkers.map(async (talker, at) => {
      await sleep(at * 8);
      return lives(talker, () => endsAt);
    });
    if (during) {
      await sleep(people * 4);
      await during(topology);
    }
    endsAt = performance.now() + 180_000 + people * 100;
    const lived: readonly Lived[] = await Promise.all(all);
    const seconds = (Math.max(...lived.map(({ finishedAt }) => finishedAt)) - began) / 1000;
    const notices = () => world.notices().length;
    await happens(() => notices() >= people, 120_000);
    await sleep(2_000);
    const done = lived.filter(({ finished }) => finished);
    const turns = lived.reduce((sum, { messages }) => sum + messages, 0);
    const cpu = programs.reduce((sum, { pid }) => sum + cpuMs(pid), 0);
    const bytes = during
      ? Number.NaN
      : await sum(topology.servers ?? [], async (server) =>
          Number(/used_memory:(\d+)/.exec(await told(server, 'INFO', 'memory'))?.[1]),
        );
    return {
      name,
      lost: people - done.length,
      doubled: talkers.reduce((more, talker) => more + repeatsIn(talker), 0),
      notices: notices(),
      turnsASecond: turns / seconds,
      cpuMsATurn: cpu / turns,
      silence:
        quantile(
          lived.map(({ silence }) => silence),
          0.99,
        ) / 1000,
      residentMb: Math.max(...programs.map(({ pid }) => residentMb(pid))),
      bytesAPerson: bytes / people,
    };
  } finally {
    await Promise.all(programs.map((program) => program.stop()));
    await topology.stop();
    await world.stop();
  }
}

async function sum<T>(all: readonly T[], figure: (one: T) => Promise<number>): Promise<number> {
  return (await Promise.all(all.map(figure))).reduce((total, each) => total + each, 0);
}

/** What "start" costs the store and the program while so many conversations are kept. */
async function costOfOneMore() {
  const [world, redis] = await Promise.all([startWorld('slack'), startRedis()]);
  const tap = await startTap(redis.port);
  const program = await launch(ours, { ...world.settings, REDIS_URL: tap.url });
  const rows: (string | number)[][] = [];
  try {
    let held = 0;
    const start = async () => {
      const talker = world.talker(() => program.base);
      held++;
      await talker.starts()();
      await until('the first question', () => talker.texts().length > 0, 60_000, 10);
      return talker;
    };
    for (let goal = 100; goal <= kept; goal *= goal * 10 > kept && goal < kept ? kept / goal : 10) {
      while (held < goal) await Promise.all(Array.from({ length: Math.min(16, goal - held) }, start));
      await sleep(1_000);
      const counts: number[] = [];
      const spent: number[] = [];
      for (let times = 0; times < 7; times++) {
        const talker = await start();
        await sleep(200);
        const [commands, cpu, before] = [tap.commands(), cpuMs(program.pid), talker.texts().length];
        await talker.answer()();
        await until('the next question', () => talker.texts().length > before, 60_000, 10);
        await sleep(200);
        counts.push(tap.commands() - commands);
        spent.push(cpuMs(program.pid) - cpu);
      }
      const client = new Redis(redis.port, '127.0.0.1');
      const used = Number(/used_memory_dataset:(\d+)/.exec(await client.info('memory'))?.[1]);
      client.disconnect();
      rows.push([goal, median(counts), median(spent), Math.round(used / held)]);
      say(`${goal} kept: ${median(counts)} commands a press`);
    }
  } finally {
    await program.stop();
    await tap.stop();
    await redis.stop();
    await world.stop();
  }
  return rows;
}

const crowds: Awaited<ReturnType<typeof crowd>>[] = [];
for (const setting of settings.filter(({ name }) => name.includes(given.only))) {
  say(setting.name);
  crowds.push(await crowd(setting));
}
const rows = given.only === '' ? await costOfOneMore() : [];

process.stdout.write(`${people} people at once, from "start" to the answer.

${table(
  [
    '',
    'lost',
    'doubled',
    'notices',
    'turns a second',
    'CPU ms a turn',
    'silent, p99 s',
    'resident MB',
    'Redis bytes a person',
  ],
  crowds.map((each) => [
    each.name,
    each.lost,
    each.doubled,
    `${each.notices} of ${people}`,
    each.turnsASecond,
    each.cpuMsATurn,
    each.silence,
    each.residentMb,
    each.bytesAPerson,
  ]),
)}
`);
if (rows.length > 0) {
  process.stdout.write(`
What one press costs while so many conversations are kept.

${table(['kept', 'store commands', 'CPU ms', 'Redis bytes a conversation'], rows)}
`);
}
if (crowds.some(({ lost, doubled, notices }) => lost > 0 || doubled > 0 || notices !== people)) process.exitCode = 1;
