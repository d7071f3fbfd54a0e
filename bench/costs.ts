/** What a conversation costs a bot: store commands, round trips to the store, processor time, waiting, memory, what is left. */
import { setTimeout as sleep } from 'node:timers/promises';
import { Redis } from 'ioredis';
import { median, quantile } from '../proofs/common/figures.ts';
import { launch } from '../proofs/common/launch.ts';
import { cpuMs, residentMb } from '../proofs/common/process.ts';
import { isAnswered, type Talker } from '../proofs/common/talkers.ts';
import { startTap, type Tap } from '../proofs/common/tap.ts';
import { until } from '../proofs/common/wait.ts';
import { startWorld } from '../proofs/common/world.ts';
import { startRedis } from '../test/support/redis.ts';
import type { Subject } from './subjects.ts';

const kinds = ['start', 'press', 'last'] as const;
type Kind = (typeof kinds)[number];

interface Turn {
  readonly kind: Kind;
  readonly ackMs: number;
  readonly replyMs: number;
  readonly commands: number;
  readonly cpu: number;
}

export type Figures = Readonly<Record<string, number>>;

export interface CostOptions {
  /** Conversations one after the other, of which the first two only warm up. */
  readonly alone: number;
  /** How many people at once, for each round. */
  readonly together: readonly number[];
  /** Questions that a peer asks: as many as ours does. */
  readonly steps: number;
}

/** Long enough that a machine that is busy for a moment is no hop. */
const delayMs = 60;
const idleMs = 10_000;

/** @returns the figures, and how many answers the conversation took */
export async function costsOf(
  { platform, file }: Subject,
  { alone, together, steps }: CostOptions,
): Promise<{ readonly figures: Figures; readonly steps: number }> {
  const [world, redis] = await Promise.all([startWorld(platform), startRedis()]);
  const tap = await startTap(redis.port);
  const program = await launch(file, { ...world.settings, REDIS_URL: tap.url, STEPS: String(steps) });
  try {
    const base = () => program.base;
    let conversations = 0;
    const converse = async (measured: boolean) => {
      conversations++;
      return conversation(world.talker(base), measured ? { tap, pid: program.pid } : undefined);
    };
    const before = tap.commands();
    await sleep(idleMs);
    const idle = (tap.commands() - before) / (idleMs / 1000);

    const warm = await converse(true);
    await converse(true);
    const turns: Turn[] = [];
    for (let at = 2; at < alone; at++) turns.push(...(await converse(true)));
    tap.delay(delayMs / 2);
    const slowed: Turn[] = [];
    for (let at = 2; at < Math.max(4, alone / 2); at++) slowed.push(...(await converse(true)));
    tap.delay(0);

    const crowds: [string, number][] = [];
    for (const people of together) {
      const spent = cpuMs(program.pid);
      const all = (await Promise.all(Array.from({ length: people }, () => converse(false)))).flat();
      crowds.push([`CPU ms a turn, ${people} people`, (cpuMs(program.pid) - spent) / all.length]);
      const replies = all.map(({ replyMs }) => replyMs);
      crowds.push([`reply p50 ms, ${people} people`, median(replies)]);
      crowds.push([`reply p99 ms, ${people} people`, quantile(replies, 0.99)]);
    }
    const memory = residentMb(program.pid);
    const left = await leftIn(redis.port);
    const of = (kind: Kind, from: readonly Turn[], figure: (turn: Turn) => number) =>
      median(from.filter((turn) => turn.kind === kind).map(figure));
    const each = (name: string, figure: (kind: Kind) => number) =>
      kinds.map((kind) => [`${name}, ${kind}`, figure(kind)] as const);
    const hops = (figure: (turn: Turn) => number) => (kind: Kind) =>
      (of(kind, slowed, figure) - of(kind, turns, figure)) / delayMs;
    const figures = Object.fromEntries([
      ...each('store commands', (kind) => of(kind, turns, ({ commands }) => commands)),
      ...each(
        'hops before acknowledgement',
        hops(({ ackMs }) => ackMs),
      ),
      ...each(
        'hops before reply',
        hops(({ replyMs }) => replyMs),
      ),
      ...each('CPU ms', (kind) => of(kind, turns, ({ cpu }) => cpu)),
      ...each('reply p50 ms, 1 person', (kind) => of(kind, turns, ({ replyMs }) => replyMs)),
      ...crowds,
      ['start ms', program.startMs],
      ['resident MB', memory],
      ['idle store commands a second', idle],
      ['keys left a conversation', left.keys / conversations],
      ['bytes left a conversation', left.bytes / conversations],
      ['keys without an end', left.endless],
    ]);
    return { figures, steps: warm.length - 1 };
  } catch (cause) {
    throw new Error(`${file} could not be measured. It wrote:\n${program.output().slice(-2_000)}`, { cause });
  } finally {
    await program.stop();
    await tap.stop();
    await redis.stop();
    await world.stop();
  }
}

/** From "start" to the answer. */
async function conversation(
  talker: Talker,
  counted?: { readonly tap: Tap; readonly pid: number },
): Promise<readonly Turn[]> {
  const turns: Turn[] = [];
  while (!isAnswered(talker)) {
    const before = talker.texts();
    const delivery = turns.length === 0 ? talker.starts() : talker.answer();
    const [commands, cpu] = counted ? [counted.tap.commands(), cpuMs(counted.pid)] : [0, 0];
    const began = performance.now();
    const sent = delivery();
    const replied = until('the reply', () => talker.texts().length > before.length, 60_000, 2);
    const replyMs = replied.then(() => performance.now() - began);
    const { status, ms } = await sent;
    if (status >= 300) throw new Error(`It was answered with ${status}.`);
    await replied;
    if (before.length > 0) await edited(talker, before);
    if (counted) await quiet(counted.tap);
    turns.push({
      kind: isAnswered(talker) ? 'last' : before.length === 0 ? 'start' : 'press',
      ackMs: ms,
      replyMs: await replyMs,
      commands: counted ? counted.tap.commands() - commands : 0,
      cpu: counted ? cpuMs(counted.pid) - cpu : 0,
    });
  }
  return turns;
}

/** The card that was answered says so. */
const edited = (talker: Talker, before: readonly string[]) =>
  until('the edit', () => talker.texts()[before.length - 1] !== before.at(-1), 60_000, 2);

/** The turn is over: nothing more goes to the store. */
async function quiet(tap: Tap): Promise<void> {
  for (let last = -1; last !== tap.commands(); ) {
    last = tap.commands();
    await sleep(150);
  }
}

async function leftIn(port: number) {
  const redis = new Redis(port, '127.0.0.1');
  let bytes = 0;
  let endless = 0;
  const keys = await redis.keys('*');
  for (const key of keys) {
    bytes += Number(await redis.call('MEMORY', 'USAGE', key, 'SAMPLES', '0'));
    if ((await redis.pttl(key)) === -1) endless++;
  }
  redis.disconnect();
  return { keys: keys.length, bytes, endless };
}
