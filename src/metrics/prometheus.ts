/**
 * The metrics in Prometheus' own library. What an alert looks at stands at 0 from the start: of a count that appears
 * with its first event Prometheus sees no increase.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { ChannelName, Input, Taken, WhatFailed } from '../contract.ts';
import { type Store, StoreUnavailable } from '../store/store.ts';
import type { Metrics, Readings } from './port.ts';

/** Upper ends in seconds: about the 1.5 s and 3 s that Slack's patience sets, and the 10 s and 15 s of the others. */
const quick = [0.002, 0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 1.5, 3, 5, 10, 15, 30];
const late = [1, 5, 10, 30, 60, 120, 300, 900, 3_600];

/** Each of its kind: one that is new does not build until it is counted. */
const inputs = Object.keys({
  press: 0,
  text: 0,
  file: 0,
  illegible: 0,
  hello: 0,
  glance: 0,
  command: 0,
  aloud: 0,
  'look-up': 0,
} satisfies Record<Input['kind'], 0>);
const results = Object.keys({ taken: 0, said: 0, repeated: 0, stale: 0, unknown: 0 } satisfies Record<
  Taken['status'],
  0
>);
const whats = ['reply', 'notice', 'step'] as const;
const sendings = ['sent', 'later', 'failed', 'not-noted'] as const;
const failures = Object.keys({
  turn: 0,
  reply: 0,
  'answered-card': 0,
  'look-up': 0,
  page: 0,
  raise: 0,
  notice: 0,
  lead: 0,
  drawing: 0,
  due: 0,
} satisfies Record<WhatFailed, 0>);
const deliveries = ['sent', 'retry', 'down', 'failed'] as const;

export function createMetrics(channels: readonly ChannelName[]): Metrics {
  const register = new Registry();
  const registers = [register];
  collectDefaultMetrics({ register });
  const counter = <Label extends string>(name: string, help: string, labelNames: readonly Label[] = []) =>
    new Counter({ name: `signpost_${name}`, help, labelNames, registers });
  const timer = <Label extends string>(name: string, help: string, labelNames: readonly Label[], buckets = quick) =>
    new Histogram({ name: `signpost_${name}`, help, labelNames, buckets, registers });

  const turns = counter('turns_total', 'What people did, by what became of it', ['channel', 'input', 'result']);
  const lookUpsLost = counter('look_ups_lost_total', 'Answers without a conversation that could not be sent');
  const outbox = counter('outbox_total', 'Tries at sending what is owed', ['what', 'result']);
  const timers = timer('timer_late_seconds', 'How late a timer of a concern was acted on', ['timer'], late);
  const delivered = timer('delivery_seconds', 'Time a platform takes for a message', ['channel', 'result']);
  const faults = counter('faults_total', 'Faults of the program itself, by what they stopped', ['what']);
  const mended = counter('keys_mended_total', 'Notes about keys that could not be read, by which', ['what']);
  const troubles = counter('store_troubles_total', 'Why Redis could not be used', ['trouble']);
  const answered = timer('http_seconds', 'Time to answer a request', ['route', 'status']);
  const stored = timer('store_seconds', 'Time the store takes for a call', ['call', 'result']);

  for (const channel of channels) {
    for (const input of inputs) for (const result of results) turns.inc({ channel, input, result }, 0);
    for (const result of deliveries) delivered.zero({ channel, result });
  }
  for (const what of whats) for (const result of sendings) outbox.inc({ what, result }, 0);
  for (const what of failures) faults.inc({ what }, 0);
  for (const each of ['tell', 'duty', 'end']) timers.zero({ timer: each });
  for (const result of ['ok', 'away', 'fault']) stored.zero({ call: 'step', result });

  function read(readings: Readings): void {
    const gauge = (name: string, help: string, value: () => number) =>
      new Gauge({
        name: `signpost_${name}`,
        help,
        registers,
        collect() {
          this.set(value());
        },
      });
    gauge('lines_down', 'Workspaces to which nothing gets through', readings.linesDown);
    gauge('places_refused', 'What waits because its place refused it', readings.placesRefused);
    gauge('oldest_owed_seconds', 'Age of the oldest message that is owed', () => readings.oldestOwedMs() / 1_000);
    new Gauge({
      name: 'signpost_listening',
      help: 'Whether anything that people do there reaches us',
      labelNames: ['channel'],
      registers,
      collect() {
        for (const [channel, is] of Object.entries(readings.listening())) this.set({ channel }, Number(is));
      },
    });
    new Gauge({
      name: 'signpost_findings',
      help: 'What is wrong though the program works',
      labelNames: ['finding'],
      registers,
      async collect() {
        const found = await readings.findings().catch(() => ['not-known']);
        this.reset();
        for (const finding of found) this.inc({ finding });
      },
    });
  }

  return {
    turn: (channel, input, result) => turns.inc({ channel, input, result }),
    lookUpLost: () => lookUpsLost.inc(),
    outbox: ({ what, result }) => outbox.inc({ what, result }),
    timer: (what, lateMs) => timers.observe({ timer: what }, Math.max(lateMs, 0) / 1_000),
    delivered: (channel, result, ms) => delivered.observe({ channel, result }, ms / 1_000),
    fault: (what) => faults.inc({ what }),
    keysMended: (what) => mended.inc({ what }),
    storeTrouble: (trouble) => troubles.inc({ trouble }),
    answered: (route, status, ms) => answered.observe({ route, status: String(status) }, ms / 1_000),
    timed: (store) => timedStore(store, (call, result, ms) => stored.observe({ call, result }, ms / 1_000)),
    read,
    routes: [
      {
        method: 'GET',
        path: '/metrics',
        async handle() {
          return { status: 200, headers: { 'content-type': register.contentType }, body: await register.metrics() };
        },
      },
    ],
  };
}

type Observe = (call: string, result: 'ok' | 'away' | 'fault', ms: number) => void;

function timedStore(store: Store, observe: Observe): Store {
  const timed = (call: string, run: (...given: unknown[]) => Promise<unknown>) => {
    return async (...given: unknown[]) => {
      const began = performance.now();
      const note = (result: Parameters<Observe>[1]) => observe(call, result, performance.now() - began);
      try {
        const answer = await run.apply(store, given);
        note('ok');
        return answer;
      } catch (error) {
        note(error instanceof StoreUnavailable ? 'away' : 'fault');
        throw error;
      }
    };
  };
  return Object.fromEntries(Object.entries(store).map(([call, run]) => [call, timed(call, run)])) as unknown as Store;
}
