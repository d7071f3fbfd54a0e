/** Each rule of ops/alerts.yaml is provoked: it is quiet before, and fires after what it is for. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Channel, Incoming } from '../../src/contract.ts';
import { countedChannel, countedTurns } from '../../src/metrics/counted.ts';
import type { Metrics, Readings } from '../../src/metrics/port.ts';
import { createMetrics } from '../../src/metrics/prometheus.ts';
import { type Store, StoreUnavailable } from '../../src/store/store.ts';
import { fires, type Scrape, scrapeOf } from '../support/promql.ts';

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string };
}
const rules: readonly Rule[] = parse(readFileSync('ops/alerts.yaml', 'utf8')).groups[0].rules;

interface Tried {
  readonly metrics: Metrics;
  readonly readings: { -readonly [Name in keyof Readings]: Readings[Name] };
}

const event = { kind: 'reply', attempts: 1 } as const;
const incoming = { from: { channel: 'slack' }, input: { kind: 'press' } } as Incoming;

/** What happens in the program, by the rule it is to wake. */
const provoked: Readonly<Record<string, (tried: Tried) => unknown>> = {
  SignpostDeaf: ({ readings }) => {
    readings.listening = () => ({ slack: false });
  },
  SignpostNotSaved: ({ metrics }) => {
    const say = { summary: '', body: [] } as never;
    return countedTurns(async () => ({ status: 'unknown', say }), metrics)(incoming);
  },
  SignpostOwedLate: ({ readings }) => {
    readings.oldestOwedMs = () => 121_000;
  },
  SignpostNoticeFailed: ({ metrics }) => metrics.outbox({ ...event, what: 'notice', result: 'failed' }),
  SignpostEscalationLate: ({ metrics }) => metrics.timer('tell', 61_000),
  SignpostLineDown: ({ readings }) => {
    readings.linesDown = () => 1;
  },
  SignpostLeadsUnreachable: ({ readings }) => {
    readings.findings = async () => ['not-arriving', 'not-arriving'];
  },
  SignpostCannotBeOpened: ({ readings }) => {
    readings.findings = async () => ['cannot-be-opened'];
  },
  SignpostNotTested: ({ readings }) => {
    readings.findings = async () => ['not-tested'];
  },
  SignpostFault: ({ metrics }) => metrics.fault('notice'),
  SignpostStoreSlow: async ({ metrics }) => {
    const slow = { step: () => new Promise((done) => setTimeout(done, 300)) } as unknown as Store;
    await metrics.timed(slow).step({} as never);
  },
  SignpostLoopSlow: async () => {
    // The delay is measured by a timer of ten milliseconds, from its second time on; this keeps it waiting.
    await new Promise((done) => setTimeout(done, 100));
    const end = performance.now() + 400;
    while (performance.now() < end);
    await new Promise((done) => setTimeout(done, 100));
  },
};

async function tried(): Promise<Tried & { scrape(): Promise<Scrape> }> {
  const metrics = createMetrics(['slack']);
  const readings: Tried['readings'] = {
    linesDown: () => 0,
    placesRefused: () => 0,
    oldestOwedMs: () => 119_000,
    listening: () => ({ slack: true }),
    findings: async () => ['place-refused'],
  };
  metrics.read({
    linesDown: () => readings.linesDown(),
    placesRefused: () => readings.placesRefused(),
    oldestOwedMs: () => readings.oldestOwedMs(),
    listening: () => readings.listening(),
    findings: () => readings.findings(),
  });
  const [route] = metrics.routes;
  return { metrics, readings, scrape: async () => scrapeOf(String((await route?.handle({} as never))?.body)) };
}

it('every rule is tried, and says whom it wakes and why', () => {
  // That nothing answers is Prometheus' own finding.
  expect(rules.map(({ alert }) => alert).toSorted()).toEqual([...Object.keys(provoked), 'SignpostDown'].toSorted());
  for (const { labels, annotations } of rules) {
    expect(['page', 'ticket']).toContain(labels.severity);
    expect(annotations.summary).toMatch(/\w/);
  }
});

it('what to do for each stands in the operations page', () => {
  const page = readFileSync('docs/operations.md', 'utf8');
  for (const { alert } of rules) expect(page).toContain(`\`${alert}\``);
});

it.each(Object.keys(provoked))('%s fires for what it is for, and before that is quiet', async (name) => {
  const { expr = '' } = rules.find(({ alert }) => alert === name) ?? {};
  const program = await tried();
  const before = await program.scrape();
  const quiet = await program.scrape();
  expect(fires(expr, before, quiet)).toBe(false);
  await provoked[name]?.(program);
  expect(fires(expr, before, await program.scrape())).toBe(true);
});

it('a turn, a message and a call of the store are counted by what became of them', async () => {
  const { metrics, scrape } = await tried();
  await countedTurns(async () => ({ status: 'taken' }), metrics)(incoming);
  const channel = { name: 'slack', deliver: async () => ({ status: 'down', reason: 'invalid_auth' }) };
  await countedChannel(channel as unknown as Channel, metrics).deliver({} as never, AbortSignal.timeout(1_000));
  const away = { put: () => Promise.reject(new StoreUnavailable('no', 'away')) } as unknown as Store;
  await expect(metrics.timed(away).put('a', 'b')).rejects.toThrow('away');
  const found = (name: string, labels: Record<string, string>) => ({ name, labels, value: 1 });
  expect(await scrape()).toEqual(
    expect.arrayContaining([
      found('signpost_turns_total', { channel: 'slack', input: 'press', result: 'taken' }),
      found('signpost_delivery_seconds_count', { channel: 'slack', result: 'down' }),
      found('signpost_store_seconds_count', { call: 'put', result: 'away' }),
    ]),
  );
});

it('where what is wrong cannot be read, that is said', async () => {
  const { readings, scrape } = await tried();
  readings.findings = () => Promise.reject(new StoreUnavailable('no', 'away'));
  expect(await scrape()).toContainEqual({ name: 'signpost_findings', labels: { finding: 'not-known' }, value: 1 });
});
