/** What becomes of a person when something is not as it should be: each verdict is one person's, seen from their chat. */
import { setTimeout as sleep } from 'node:timers/promises';
import { type Launched, launch } from '../proofs/common/launch.ts';
import type { Talker } from '../proofs/common/talkers.ts';
import { happens, until } from '../proofs/common/wait.ts';
import { startWorld, type World } from '../proofs/common/world.ts';
import { type RedisServer, startRedis } from '../test/support/redis.ts';
import type { Subject } from './subjects.ts';

interface Stage {
  readonly world: World;
  readonly redis: RedisServer;
  program(): Launched;
  another(): Promise<Launched>;
  restart(): Promise<void>;
  /** Somebody whose first question stands. */
  started(): Promise<Talker>;
  readonly crashSeconds: number;
}

/** Long enough for what would come a second time. */
const againMs = 1_500;
/** Slack's own limit for a press. */
const patienceMs = 3_000;

const verdicts: Readonly<Record<string, (stage: Stage) => Promise<boolean>>> = {
  async 'double click: one next question'({ started }) {
    const person = await started();
    await Promise.all([person.answer()(), person.answer()()]);
    return cameOnce(person, 1);
  },
  async 'two replicas, one press at each: one next question'({ world, started, another }) {
    const person = await started();
    const second = await another();
    try {
      // A process is slow at its first turn: the two presses would not meet.
      const before = world.talker(() => second.base);
      await before.starts()();
      await arrived(before, 1);
      await before.answer()();
      await arrived(before, 2);
      const there = person.at(() => second.base);
      await Promise.all([person.answer()(), there.answer()()]);
      return await cameOnce(person, 1);
    } finally {
      await second.stop();
    }
  },
  async 'redelivery: a "start" and a press that come again change nothing'({ world, program }) {
    const person = world.talker(() => program().base);
    const start = person.starts();
    await start();
    await arrived(person, 1);
    await start();
    if (!(await cameOnce(person, 0))) return false;
    const press = person.answer();
    await press();
    await arrived(person, 2);
    await press();
    return cameOnce(person, 1);
  },
  async 'killed after the acknowledgement: the reply comes all the same'({
    world,
    started,
    program,
    restart,
    crashSeconds,
  }) {
    const person = await started();
    world.slow(crashSeconds * 1000);
    await Promise.race([
      person
        .answer()()
        .catch(() => {}),
      sleep(patienceMs),
    ]);
    await program().kill();
    world.well();
    await restart();
    return happens(() => person.texts().length === 2, crashSeconds * 1000);
  },
  async 'store down: the person is told within 3 s'({ started, redis }) {
    const person = await started();
    const before = [...person.texts(), ...person.aside()];
    const press = person.answer();
    await redis.kill();
    void press().catch(() => {});
    const isTold = () =>
      [...person.texts(), ...person.aside()].slice(before.length).some((text) => /saved|again|sorry|fail/i.test(text));
    const told = await happens(isTold, patienceMs);
    await redis.restart();
    await sleep(2_500);
    return told;
  },
  async 'slow platform, 4 s: acknowledged within 3 s, and one next question'({ world, started }) {
    const person = await started();
    world.slow(4_000, 1);
    const { ms, status } = await person.answer()();
    return (
      ms < patienceMs &&
      status < 300 &&
      (await happens(() => person.texts().length === 2, 10_000)) &&
      (await cameOnce(person, 1))
    );
  },
};

const arrived = (person: Talker, messages: number) =>
  until('the message', () => person.texts().length >= messages, 10_000);

/** So many messages came beside the first, and after a while no more. */
async function cameOnce(person: Talker, more: number): Promise<boolean> {
  await happens(() => person.texts().length >= 1 + more, 10_000);
  await sleep(againMs);
  return person.texts().length === 1 + more;
}

export async function verdictsOf(
  { platform, file }: Subject,
  { steps, crashSeconds }: { readonly steps: number; readonly crashSeconds: number },
): Promise<Readonly<Record<string, boolean>>> {
  const [world, redis] = await Promise.all([startWorld(platform), startRedis()]);
  const start = () => launch(file, { ...world.settings, REDIS_URL: redis.url, STEPS: String(steps) });
  let program = await start();
  const found: Record<string, boolean> = {};
  try {
    for (const [name, verdict] of Object.entries(verdicts)) {
      if (!program.lives()) program = await start();
      found[name] = await verdict({
        world,
        redis,
        crashSeconds,
        program: () => program,
        another: start,
        async restart() {
          program = await start();
        },
        async started() {
          const person = world.talker(() => program.base);
          await person.starts()();
          await arrived(person, 1);
          return person;
        },
      }).catch(() => false);
      world.well();
    }
  } finally {
    await program.stop();
    await redis.stop();
    await world.stop();
  }
  return found;
}
