/**
 * For whoever keeps the program running. `/healthz`: the process answers. `/readyz`: so do the parts it needs.
 * Only the name of a check and a word leave the process, never why it failed, and of findings how many there are, never
 * where: these pages are public.
 */
import { type Log, reasonOf } from '../log.ts';
import type { HttpResponse, HttpRoute } from './route.ts';

/** Resolves when the part can do its work, rejects when it cannot. `signal` aborts when its time is up. */
export type Check = (signal: AbortSignal) => Promise<unknown>;
type CheckOutcome = 'ok' | 'failed' | 'slow';

export interface HealthOptions {
  readonly limitMs?: number;
  /** What is wrong though the program works: names, each as often as it was found. It makes nothing unready. */
  readonly findings?: () => Promise<readonly string[]>;
}

export function healthRoutes(
  checks: Readonly<Record<string, Check>>,
  log: Log,
  options: HealthOptions = {},
): readonly HttpRoute[] {
  let underWay: Promise<HttpResponse> | undefined;
  // Askers at the same moment share one round of checks, so that a flood here is no flood on the store.
  const readiness = () => {
    underWay ??= runAll(checks, log, options).finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
  return [
    { method: 'GET', path: '/healthz', handle: () => json(200, { alive: true }) },
    { method: 'GET', path: '/readyz', handle: readiness },
  ];
}

async function runAll(
  checks: Readonly<Record<string, Check>>,
  log: Log,
  { limitMs = 1_000, findings }: HealthOptions,
): Promise<HttpResponse> {
  let found: readonly string[] | undefined;
  const find: Check = async () => {
    found = await findings?.();
  };
  const [outcomes] = await Promise.all([
    Promise.all(
      Object.entries(checks).map(async ([name, check]) => [name, await run(name, check, log, limitMs)] as const),
    ),
    run('findings', find, log, limitMs),
  ]);
  const ready = outcomes.every(([, outcome]) => outcome === 'ok');
  return json(ready ? 200 : 503, {
    ready,
    checks: Object.fromEntries(outcomes),
    ...(found && { findings: counted(found) }),
  });
}

function counted(names: readonly string[]): Record<string, number> {
  return Object.fromEntries([...new Set(names)].map((name) => [name, names.filter((each) => each === name).length]));
}

async function run(name: string, check: Check, log: Log, limitMs: number): Promise<CheckOutcome> {
  const { promise: timeUp, resolve } = Promise.withResolvers<CheckOutcome>();
  const limit = new AbortController();
  const timer = setTimeout(() => {
    log.warn('ready.slow', { check: name, ms: limitMs });
    resolve('slow');
    limit.abort();
  }, limitMs);
  const outcome = await Promise.race([outcomeOf(name, check, log, limit.signal), timeUp]);
  clearTimeout(timer);
  return outcome;
}

async function outcomeOf(name: string, check: Check, log: Log, signal: AbortSignal): Promise<CheckOutcome> {
  try {
    await check(signal);
    return 'ok';
  } catch (cause) {
    log.warn('ready.failed', { check: name, reason: reasonOf(cause) });
    return 'failed';
  }
}

const json = (status: number, body: unknown): HttpResponse => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
