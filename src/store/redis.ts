/** The store on Redis 6.2 or later: single, behind Sentinel, or Cluster. The engine for more than one process. */
import { createHash } from 'node:crypto';
import type { Cluster, Redis } from 'ioredis';
import { partitionName, partitions } from '../seal/index-key.ts';
import {
  asideName,
  checkEnlist,
  checkPut,
  checkSettle,
  checkStep,
  deliveryMark,
  partitionOf,
  tooManyEntries,
} from './limits.ts';
import { asStoreError, type ClientOptions, createClient } from './redis-client.ts';
import { inspect, worst } from './redis-durability.ts';
import { sampleOfRedis } from './redis-sample.ts';
import {
  claimScript,
  dropScript,
  dueScript,
  enlistScript,
  forgetScript,
  getScript,
  leaveScript,
  membersScript,
  noteScript,
  notesScript,
  probeScript,
  putScript,
  readAllScript,
  readScript,
  removeScript,
  retryScript,
  setAsideScript,
  settleScript,
  stepScript,
} from './redis-scripts.ts';
import { findTrouble, type RedisTrouble, troubleSays } from './redis-trouble.ts';
import type { RedisTarget } from './redis-url.ts';
import {
  defaultIdleMs,
  deliveryMs,
  firstRevision,
  type Key,
  type KeyState,
  leaseMs,
  mostEntries,
  type StepResult,
  type Store,
  StoreCorrupt,
  type StoreTimes,
  StoreUnavailable,
  silentMs,
  unusedMs,
} from './store.ts';

export interface RedisStoreOptions extends StoreTimes, ClientOptions {
  readonly target: RedisTarget;
  /** Told once of each kind of trouble until it is over; the client reconnects by itself. */
  readonly onTrouble?: (trouble: RedisTrouble) => void;
}

/** How long a write waits for a replica, inside the same round trip. */
const replicaMs = 300;
/** How long a primary that had no replica is written to without waiting for one. */
const aloneMs = 5_000;

type Arguments = readonly (string | number)[];
type Script = { readonly lua: string; readonly sha: string };
const script = (lua: string): Script => ({ lua, sha: createHash('sha1').update(lua).digest('hex') });

const scripts = {
  step: script(stepScript),
  read: script(readScript),
  settle: script(settleScript),
  claim: script(claimScript),
  due: script(dueScript),
  retry: script(retryScript),
  drop: script(dropScript),
  forget: script(forgetScript),
  probe: script(probeScript),
  put: script(putScript),
  get: script(getScript),
  remove: script(removeScript),
  enlist: script(enlistScript),
  members: script(membersScript),
  leave: script(leaveScript),
  note: script(noteScript),
  notes: script(notesScript),
  readAll: script(readAllScript),
  setAside: script(setAsideScript),
};

/** Starts connecting and comes back at once; `ready()` tells whether it is there. */
export function openRedisStore(options: RedisStoreOptions): Store {
  const { clock, idleMs = defaultIdleMs, target, onTrouble = () => {} } = options;
  const client = createClient(target, options);
  const trouble = watchTrouble(client, target, onTrouble);
  // Found out at `ready()` where it was not asked for.
  let replicas = target.replicas ?? (target.kind === 'sentinel' ? 1 : 0);
  const isStrict = target.replicas !== undefined;
  /** The partitions lie on several servers. */
  let isApart = target.kind === 'cluster';
  /** Partitions whose primary had no replica, and until when it is not asked again. */
  const alone = new Map<string, number>();

  async function run(which: Script, keys: readonly Key[], args: Arguments): Promise<unknown> {
    try {
      return await evaluate(client, which.sha, keys, args).catch((error: Error) => {
        if (!error.message.startsWith('NOSCRIPT')) throw error;
        return evaluate(client, which.lua, keys, args);
      });
    } catch (error) {
      throw asStoreError(error);
    }
  }

  /**
   * A write that counts: with replicas, the script and WAIT go out together and come back together. Where none was asked
   * for, a primary that says that it has no replica is trusted alone: else a failover is an outage until the dead server
   * is back.
   */
  async function write(which: Script, keys: readonly Key[], args: Arguments): Promise<unknown> {
    const partition = partitionOf(keys[0] ?? '');
    if (replicas === 0 || (alone.get(partition) ?? 0) > performance.now()) return run(which, keys, args);
    try {
      const { answer, reached, there } = await replicated(client, which, keys, args, replicas);
      if (reached >= replicas) alone.delete(partition);
      else if (!isStrict && there === 0) alone.set(partition, performance.now() + aloneMs);
      else throw new StoreUnavailable('unknown', 'Redis stored it, but no replica has it yet. It could still be lost.');
      return answer;
    } catch (error) {
      throw error instanceof StoreUnavailable ? error : asStoreError(error);
    }
  }

  /** Every primary must take a write. */
  async function tryWrites(): Promise<void> {
    const count = target.kind === 'cluster' ? partitions : 1;
    const probes = Array.from({ length: count }, (_, partition) => `${partitionName(partition)}:probe:ready`);
    await Promise.all(probes.map((probe) => write(scripts.probe, [probe], [])));
  }

  /** Many places of one concern ask for the same at one moment: they share the answer. Once anything has come in, none does. */
  const asked = new Map<string, Promise<unknown>>();
  function ask(which: Script, key: Key, argument: number): Promise<unknown> {
    const name = `${which.sha} ${key}`;
    const before = asked.get(name);
    if (before) return before;
    if (asked.size === 0) process.nextTick(() => asked.clear());
    const answer = run(which, [key], [argument]);
    asked.set(name, answer);
    return answer;
  }

  /** One command where one server holds all; else one for each partition. */
  async function dueSets(now: number, limit: number): Promise<readonly (readonly string[])[]> {
    if (!isApart) {
      try {
        return (await run(scripts.due, dueNames, [now, limit])) as string[][];
      } catch (error) {
        if (!(error instanceof StoreUnavailable && String(error.cause).includes('CROSSSLOT'))) throw error;
        // A Cluster behind one address.
        isApart = true;
      }
    }
    const each = dueNames.map((name) => client.zrangebyscore(name, '-inf', now, 'WITHSCORES', 'LIMIT', 0, limit));
    return Promise.all(each).catch((error) => {
      throw asStoreError(error);
    });
  }

  return {
    async step(request) {
      checkStep(request);
      const { key, delivery, expected, change, reply = '', keepMs = idleMs, most = mostEntries } = request;
      const now = clock();
      const { begins = firstRevision(now) } = request;
      const entry = change.do === 'nothing' ? '' : change.entry;
      const limits = [keepMs, deliveryMs, leaseMs, most, silentMs, begins];
      const answer = await write(
        scripts.step,
        [key, dueOf(key)],
        [now, deliveryMark(delivery), expected ?? '', change.do, entry, reply, ...limits],
      ).catch((error: Error) => {
        throw String(error.cause).includes('TOOMANYENTRIES') ? tooManyEntries(most) : error;
      });
      const [outcome, owes, state] = answer as [StepResult['outcome'], StepResult['reply'], unknown];
      return { outcome, reply: owes, ...readState(state) };
    },

    async read(key) {
      return readState(await ask(scripts.read, key, clock()));
    },

    async settle(request) {
      checkSettle(request);
      const { key, turn = 0, cards = '', items = [] } = request;
      await write(
        scripts.settle,
        [key, dueOf(key), ...items.map((item) => item.key)],
        [clock(), turn, cards, deliveryMs, ...items.flatMap(({ payload, due, expires }) => [payload, due, expires])],
      );
    },

    async due(limit) {
      const sets = await dueSets(clock(), limit);
      return sets
        .flatMap((set) => Array.from({ length: set.length / 2 }, (_, i) => ({ key: set[2 * i], at: set[2 * i + 1] })))
        .sort((a, b) => Number(a.at) - Number(b.at))
        .slice(0, limit)
        .map(({ key = '' }) => key);
    },

    async claim(key) {
      const answer = (await run(scripts.claim, [key, dueOf(key)], [clock(), leaseMs])) as unknown[] | null;
      if (answer === null) return null;
      if (answer[0] === 'item') {
        const [, payload, expires, attempts] = answer;
        return { kind: 'item', key, payload: String(payload), expires: Number(expires), attempts: Number(attempts) };
      }
      const state = readState(answer[1]);
      return state.owed === null ? null : { kind: 'reply', key, ...state, owed: state.owed };
    },

    async retry(owed, at) {
      const [turn, attempts] = owed.kind === 'reply' ? [owed.owed.turn, owed.owed.attempts] : ['', owed.attempts];
      const kept = Math.max(Math.round(at) - clock(), 0) + deliveryMs;
      await run(scripts.retry, [owed.key, dueOf(owed.key)], [turn, attempts, Math.round(at), kept]);
    },

    async drop(owed) {
      const turn = 'owed' in owed ? owed.owed.turn : '';
      await write(scripts.drop, [owed.key, dueOf(owed.key)], [turn]);
    },

    async forget(key) {
      await write(scripts.forget, [key, dueOf(key)], []);
    },

    async put(key, value) {
      checkPut(key, value);
      await write(scripts.put, [key], [value, unusedMs]);
    },

    async get(key) {
      return (await ask(scripts.get, key, unusedMs)) as string | null;
    },

    async remove(key) {
      await write(scripts.remove, [key], []);
    },

    async enlist(group, keys, keepMs = idleMs) {
      const each = [keys].flat();
      for (const key of each) checkEnlist(group, key);
      await run(scripts.enlist, [group], [clock(), keepMs + deliveryMs, ...each]);
    },

    async members(group) {
      return (await run(scripts.members, [group], [clock()])) as string[];
    },

    async leave(group, key) {
      await run(scripts.leave, [group], [key, clock()]);
    },

    async note(group, key, { sealed, revision, keepMs }) {
      checkEnlist(group, key);
      await write(scripts.note, [group], [key, clock(), keepMs, revision, sealed ?? '']);
    },

    async notes(group) {
      const flat = (await run(scripts.notes, [group], [clock()])) as string[];
      return Array.from({ length: flat.length / 2 }, (_, i) => ({
        key: flat[2 * i] ?? '',
        sealed: flat[2 * i + 1] ?? '',
      }));
    },

    async readAll(keys) {
      const states = keys.length === 0 ? [] : ((await run(scripts.readAll, keys, [clock()])) as unknown[]);
      return states.map(readState);
    },

    async sample(limit) {
      return sampleOfRedis('nodes' in client ? client.nodes('master') : [client], limit).catch((error) => {
        throw asStoreError(error);
      });
    },

    async setAside(key) {
      await write(scripts.setAside, [key, dueOf(key), asideName(key, clock())], []);
    },

    async ready() {
      try {
        const nodes = 'nodes' in client ? client.nodes('master') : [client];
        // A cluster knows some of its nodes before it can route to them.
        if (client.status !== 'ready' || nodes.length === 0) {
          throw new StoreUnavailable('no', troubleSays[trouble() ?? 'other']);
        }
        const reports = await Promise.all(nodes.map((node) => inspect(node, replicas, isStrict)));
        replicas = Math.max(replicas, target.replicas ?? Math.min(1, ...reports.map((report) => report.replicas)));
        await tryWrites();
        return worst(reports);
      } catch (error) {
        throw error instanceof StoreUnavailable ? error : asStoreError(error);
      }
    },

    async close() {
      client.disconnect();
    },
  };
}

const dueName = (partition: string) => `${partition}:due`;
const dueNames = Array.from({ length: partitions }, (_, partition) => dueName(partitionName(partition)));
const dueOf = (key: Key) => dueName(partitionOf(key));

/** EVALSHA when given a hash, else EVAL. */
function evaluate(client: Redis | Cluster, source: string, keys: readonly Key[], args: Arguments): Promise<unknown> {
  return /^[0-9a-f]{40}$/.test(source)
    ? client.evalsha(source, keys.length, ...keys, ...args)
    : client.eval(source, keys.length, ...keys, ...args);
}

interface Replicated {
  readonly answer: unknown;
  /** Replicas that hold it. */
  readonly reached: number;
  /** Replicas that the primary has now; nothing where it does not say. */
  readonly there: number | undefined;
}

async function replicated(
  client: Redis | Cluster,
  { sha, lua }: Script,
  keys: readonly Key[],
  args: Arguments,
  replicas: number,
): Promise<Replicated> {
  const together = async (which: 'evalsha' | 'eval'): Promise<Replicated> => {
    const pipeline = client.pipeline();
    if (which === 'evalsha') pipeline.evalsha(sha, keys.length, ...keys, ...args);
    else pipeline.eval(lua, keys.length, ...keys, ...args);
    const [ran, waited, role] = (await pipeline.wait(replicas, replicaMs).role().exec()) ?? [];
    const failure = ran?.[0] ?? waited?.[0];
    if (failure) throw failure;
    const [kind, , there] = Array.isArray(role?.[1]) ? role[1] : [];
    return {
      answer: ran?.[1],
      reached: Number(waited?.[1]),
      there: kind === 'master' && Array.isArray(there) ? there.length : undefined,
    };
  };
  try {
    return await together('evalsha');
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (message.startsWith('MOVED')) {
      // Refused unrun. A keyed read follows the redirection and teaches the client the new owner.
      await client.exists(keys[0] ?? '');
      return together('eval');
    }
    if (message.startsWith('NOSCRIPT')) return together('eval');
    throw error;
  }
}

/** Finds out why the connection fails, and tells of it where it is another reason than before. @returns what it is now */
function watchTrouble(
  client: Redis | Cluster,
  target: RedisTarget,
  tell: (trouble: RedisTrouble) => void,
): () => RedisTrouble | undefined {
  let now: RedisTrouble | undefined;
  let isAsking = false;
  client.on('error', async () => {
    if (isAsking) return;
    isAsking = true;
    const found = await findTrouble(target).catch(() => 'other' as const);
    isAsking = false;
    if (client.status === 'ready' || client.status === 'end' || found === now) return;
    now = found;
    tell(found);
  });
  client.on('ready', () => {
    now = undefined;
  });
  return () => now;
}

/** The eight fields of `state` in redis-scripts.ts. @throws {StoreCorrupt} */
function readState(answer: unknown): KeyState {
  const fields: unknown[] = Array.isArray(answer) ? answer : [];
  const [revision, cards, turn, owedFor, to, since, attempts, entries] = fields;
  if (!Array.isArray(entries) || !/^\d+$/.test(String(revision))) {
    throw new StoreCorrupt('A stored conversation cannot be read. Forget it and start again.');
  }
  return {
    revision: Number(revision),
    entries: entries.map(String),
    cards: cards === '' ? null : String(cards),
    owed:
      turn === ''
        ? null
        : {
            turn: Number(turn),
            revision: Number(owedFor),
            to: String(to),
            since: Number(since),
            attempts: Number(attempts),
          },
  };
}
