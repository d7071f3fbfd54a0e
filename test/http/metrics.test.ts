import { expect, it } from 'vitest';
import { createListener } from '../../src/http/listener.ts';
import { createMetrics, type Metrics } from '../../src/http/metrics.ts';
import type { HttpRequest } from '../../src/http/route.ts';
import { createLog } from '../../src/log.ts';

const read = async (metrics: Metrics) => String((await metrics.route.handle({} as HttpRequest)).body);

it('writes counters, one line for each set of labels', async () => {
  const metrics = createMetrics();
  const turns = metrics.counter('signpost_turns_total', 'Turns taken.');
  turns.add({ channel: 'slack' });
  turns.add({ channel: 'slack' });
  turns.add({ channel: 'teams' }, 3);
  expect(await read(metrics)).toBe(
    [
      '# HELP signpost_turns_total Turns taken.',
      '# TYPE signpost_turns_total counter',
      'signpost_turns_total{channel="slack"} 2',
      'signpost_turns_total{channel="teams"} 3',
      '',
    ].join('\n'),
  );
});

it('reads a gauge at the moment it is asked for', async () => {
  const metrics = createMetrics();
  let due = 0;
  metrics.gauge('signpost_outbox_due', 'Messages due.', () => due);
  due = 7;
  expect(await read(metrics)).toContain('\nsignpost_outbox_due 7\n');
});

it('sorts times into cumulative buckets in seconds, the bound itself inside', async () => {
  const metrics = createMetrics();
  const took = metrics.timer('signpost_turn_seconds', 'Time a turn takes.');
  for (const ms of [1, 1500, 60_000]) took.observe(ms, { channel: 'web' });
  const text = await read(metrics);
  expect(text).toContain('# TYPE signpost_turn_seconds histogram\n');
  expect(text).toContain('signpost_turn_seconds_bucket{channel="web",le="0.005"} 1\n');
  expect(text).toContain('signpost_turn_seconds_bucket{channel="web",le="1"} 1\n');
  expect(text).toContain('signpost_turn_seconds_bucket{channel="web",le="1.5"} 2\n');
  expect(text).toContain('signpost_turn_seconds_bucket{channel="web",le="15"} 2\n');
  expect(text).toContain('signpost_turn_seconds_bucket{channel="web",le="+Inf"} 3\n');
  expect(text).toContain('signpost_turn_seconds_sum{channel="web"} 61.501\n');
  expect(text).toContain('signpost_turn_seconds_count{channel="web"} 3\n');
});

it('escapes what would break out of a label', async () => {
  const metrics = createMetrics();
  metrics.counter('x_total', 'X.').add({ route: 'a"} 1\nforged \\' });
  expect(await read(metrics)).toContain('x_total{route="a\\"} 1\\nforged \\\\"} 1\n');
});

it('is served as the Prometheus text format on a listener of its own', async () => {
  const metrics = createMetrics();
  const log = createLog('silent');
  const listener = createListener({ host: '127.0.0.1', port: 0, routes: [metrics.route], log, loopbackOnly: true });
  const { port } = await listener.listen();
  const answer = await fetch(`http://127.0.0.1:${port}/metrics`);
  await answer.text();
  await listener.close(0);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    'text/plain; version=0.0.4; charset=utf-8',
  ]);
});
