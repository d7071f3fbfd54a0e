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
import { sampleOf } from './redis-sample.ts';
import {
  claimScript,
  dropScript,
  enlistScript,
  forgetScript,
  leaveScript,
  putScript,
  readScript,
  removeScript,
  retryScript,
  setAsideScript,
  settleScript,
  stepScript,
} from './redis-scripts.ts';
import type { RedisTarget } from './redis-url.ts';
import {
  defaultIdleMs,
  deliveryMs,
  type Key,
  leaseMs,
  mostEntries,
  type State,
  type StepResult,
  type Store,
  StoreCorrupt,
  type StoreTimes,
  StoreUnavailable,
  silentMs,
} from './store.ts';

export interface RedisStoreOptions extends StoreTimes, ClientOptions {
  readonly target: RedisTarget;
  /** Told of each lost connection; the client reconnects by itself. */
  readonly onTrouble?: (error: Error) => void;
}

/** How long a write waits for a replica, inside the same round trip. */
const replicaMs = 300;

type Arguments = readonly (string | number)[];
type Script = { readonly lua: string; readonly sha: string };
const script = (lua: string): Script => ({ lua, sha: createHash('sha1').update(lua).digest('hex') });

const scripts = {
  step: script(stepScript),
  read: script(readScript),
  settle: script(settleScript),
  claim: script(claimScript),
  retry: script(retryScript),
  drop: script(dropScript),
  forget: script(forgetScript),
  put: script(putScript),
  remove: script(removeScript),
  enlist: script(enlistScript),
  leave: script(leaveScript),
  setAside: script(setAsideScript),
};

/** Starts connecting and comes back at once; `ready()` tells whether it is there. */
export function openRedisStore(options: RedisStoreOptions): Store {
  const { clock, idleMs = defaultIdleMs, target, onTrouble = () => {} } = options;
  const client = createClient(target, options);
  client.on('error', onTrouble);
  // Found out at `ready()` where not asked for, and never lowered: a replica that has gone must not lower the bar.
  let replicas = target.replicas ?? (target.kind === 'sentinel' ? 1 : 0);

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

  /** A write that counts: with replicas, the script and WAIT go out together and come back together. */
  async function write(which: Script, keys: readonly Key[], args: Arguments): Promise<unknown> {
    if (replicas === 0) return run(which, keys, args);
    try {
      return await replicated(client, which, keys, args, replicas);
    } catch (error) {
      throw error instanceof StoreUnavailable ? error : asStoreError(error);
    }
  }

  return {
    async step(request) {
      checkStep(request);
      const { key, delivery, expected, change, reply = '', keepMs = idleMs, most = mostEntries } = request;
      const entry = change.do === 'nothing' ? '' : change.entry;
      const limits = [keepMs, deliveryMs, leaseMs, most, silentMs];
      const answer = await write(
        scripts.step,
        [key, dueOf(key)],
        [clock(), deliveryMark(delivery), expected ?? '', change.do, entry, reply, ...limits],
      ).catch((error: Error) => {
        throw String(error.cause).includes('TOOMANYENTRIES') ? tooManyEntries(most) : error;
      });
      const [outcome, owes, state] = answer as [StepResult['outcome'], StepResult['reply'], unknown];
      return { outcome, reply: owes, ...readState(state) };
    },

    async read(key) {
      return readState(await run(scripts.read, [key], [clock()]));
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
      const now = clock();
      const sets = await Promise.all(
        Array.from({ length: partitions }, (_, partition) =>
          client.zrangebyscore(dueName(partitionName(partition)), '-inf', now, 'WITHSCORES', 'LIMIT', 0, limit),
        ),
      ).catch((error) => {
        throw asStoreError(error);
      });
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
      await write(scripts.put, [key], [value]);
    },

    async get(key) {
      return client.get(key).catch((error) => {
        throw asStoreError(error);
      });
    },

    async remove(key) {
      await write(scripts.remove, [key], []);
    },

    async enlist(group, key, keepMs = idleMs) {
      checkEnlist(group, key);
      await run(scripts.enlist, [group], [key, keepMs + deliveryMs]);
    },

    async members(group) {
      return client.smembers(group).catch((error) => {
        throw asStoreError(error);
      });
    },

    async leave(group, key) {
      await run(scripts.leave, [group], [key]);
    },

    async sample(limit) {
      return sampleOf('nodes' in client ? client.nodes('master') : [client], limit).catch((error) => {
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
          throw new StoreUnavailable('no', 'Redis cannot be reached. Check REDIS_URL and the server.');
        }
        const reports = await Promise.all(nodes.map((node) => inspect(node, replicas)));
        replicas = Math.max(replicas, target.replicas ?? Math.min(1, ...reports.map((report) => report.replicas)));
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
const dueOf = (key: Key) => dueName(partitionOf(key));

/** EVALSHA when given a hash, else EVAL. */
function evaluate(client: Redis | Cluster, source: string, keys: readonly Key[], args: Arguments): Promise<unknown> {
  return /^[0-9a-f]{40}$/.test(source)
    ? client.evalsha(source, keys.length, ...keys, ...args)
    : client.eval(source, keys.length, ...keys, ...args);
}

async function replicated(
  client: Redis | Cluster,
  { sha, lua }: Script,
  keys: readonly Key[],
  args: Arguments,
  replicas: number,
): Promise<unknown> {
  const together = async (which: 'evalsha' | 'eval') => {
    const pipeline = client.pipeline();
    if (which === 'evalsha') pipeline.evalsha(sha, keys.length, ...keys, ...args);
    else pipeline.eval(lua, keys.length, ...keys, ...args);
    const [ran, waited] = (await pipeline.wait(replicas, replicaMs).exec()) ?? [];
    const failure = ran?.[0] ?? waited?.[0];
    if (failure) throw failure;
    if (Number(waited?.[1]) < replicas) {
      throw new StoreUnavailable('unknown', 'Redis stored it, but no replica has it yet. It could still be lost.');
    }
    return ran?.[1];
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

/** The eight fields of `state` in redis-scripts.ts. @throws {StoreCorrupt} */
function readState(answer: unknown): State {
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
