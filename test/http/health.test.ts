import { once } from 'node:events';
import { expect, it } from 'vitest';
import { type Check, type HealthOptions, healthRoutes } from '../../src/http/health.ts';
import type { HttpRequest } from '../../src/http/route.ts';
import { createLog } from '../../src/log.ts';

const lines: string[] = [];
const log = createLog('info', { write: (line) => lines.push(line) });

async function ask(path: string, checks: Record<string, Check>, options: HealthOptions = {}) {
  const route = healthRoutes(checks, log, { limitMs: 50, ...options }).find((each) => each.path === path);
  const answer = await route?.handle({} as HttpRequest);
  return { status: answer?.status, body: JSON.parse(String(answer?.body)) };
}

const fine: Check = async () => {};
const broken: Check = () => Promise.reject(Object.assign(new Error('CANARY'), { code: 'ECONNREFUSED' }));

it('is alive, whatever the parts do', async () => {
  expect(await ask('/healthz', { store: broken })).toEqual({ status: 200, body: { alive: true } });
});

it('is ready when every check passes', async () => {
  const body = { ready: true, checks: { store: 'ok', leads: 'ok' } };
  expect(await ask('/readyz', { store: fine, leads: fine })).toEqual({ status: 200, body });
});

it('is not ready when one fails, and gives the reason to the log alone', async () => {
  const { status, body } = await ask('/readyz', { store: broken, leads: fine });
  expect([status, body]).toEqual([503, { ready: false, checks: { store: 'failed', leads: 'ok' } }]);
  expect(JSON.parse(lines.at(-1) ?? '')).toMatchObject({
    event: 'ready.failed',
    check: 'store',
    reason: 'ECONNREFUSED',
  });
  expect(lines.join('')).not.toContain('CANARY');
});

it('counts a check that throws at once as failed', async () => {
  const careless: Check = () => {
    throw new TypeError('CANARY');
  };
  expect((await ask('/readyz', { store: careless })).body.checks).toEqual({ store: 'failed' });
});

it('waits no longer than the limit, and tells the check that its time is up', async () => {
  let told = false;
  const hanging: Check = async (signal) => {
    await once(signal, 'abort');
    told = true;
    return new Promise(() => {});
  };
  const { status, body } = await ask('/readyz', { store: hanging });
  expect([status, body.checks]).toEqual([503, { store: 'slow' }]);
  expect(told).toBe(true);
});

it('shares one round of checks between those who ask at once, and asks again afterwards', async () => {
  let rounds = 0;
  const counted: Check = async () => {
    rounds += 1;
  };
  const route = healthRoutes({ store: counted }, log).find(({ path }) => path === '/readyz');
  const request = {} as HttpRequest;
  await Promise.all([route?.handle(request), route?.handle(request), route?.handle(request)]);
  expect(rounds).toBe(1);
  await route?.handle(request);
  expect(rounds).toBe(2);
});

it('names what is wrong though it works, by how often and never where, and is ready all the same', async () => {
  const findings = async () => ['not-tested', 'not-arriving', 'not-tested'];
  const { status, body } = await ask('/readyz', { store: fine }, { findings });
  expect([status, body.findings]).toEqual([200, { 'not-tested': 2, 'not-arriving': 1 }]);
});

it('leaves the findings out where they cannot be had in time', async () => {
  const hanging = () => new Promise<never>(() => {});
  const { status, body } = await ask('/readyz', { store: fine }, { findings: hanging });
  expect([status, body]).toEqual([200, { ready: true, checks: { store: 'ok' } }]);
});
