/** What a Redis server really promises when it says "stored", in plain sentences for whoever runs it. */
import type { Redis } from 'ioredis';
import type { Durability } from './store.ts';

export interface NodeReport extends Durability {
  /** Replicas that keep up now; one that is still copying everything cannot confirm a step. */
  readonly replicas: number;
}

const levels = ['full', 'weak', 'none'] as const;

/**
 * @param wanted how many replicas a step must reach
 * @param isStrict steps are refused while fewer are there
 * @throws what ioredis throws
 */
export async function inspect(node: Redis, wanted: number, isStrict: boolean): Promise<NodeReport> {
  const [info, policy, fsync] = await Promise.all([
    node.info(),
    setting(node, 'maxmemory-policy'),
    setting(node, 'appendfsync'),
  ]);
  const field = (name: string) => new RegExp(`^${name}:(.*?)\r?$`, 'm').exec(info)?.[1] ?? '';
  const replicas = info.match(/^slave\d+:.*state=online/gm)?.length ?? 0;
  const findings: { level: Durability['level']; says: string }[] = [];
  if (field('aof_enabled') !== '1') {
    findings.push({ level: 'none', says: 'Redis keeps no append-only file. Set "appendonly yes".' });
  } else if (fsync === 'unknown') {
    findings.push({ level: 'weak', says: 'Redis does not show "appendfsync". Make sure that it is "always".' });
  } else if (fsync !== 'always') {
    findings.push({ level: 'weak', says: `A crash can lose a second: "appendfsync" is ${fsync}. Set it to "always".` });
  }
  if (Number(field('maxmemory')) > 0 && (policy === 'unknown' ? field('maxmemory_policy') : policy) !== 'noeviction') {
    findings.push({ level: 'none', says: 'Redis may drop notices when full. Set "maxmemory-policy noeviction".' });
  }
  if (replicas < wanted) {
    const meanwhile = isStrict ? 'Steps fail until they are.' : 'Until then one server alone holds what is accepted.';
    findings.push({ level: 'weak', says: `${replicas} of ${wanted} replicas are there. ${meanwhile}` });
  }
  return {
    level: levels[Math.max(0, ...findings.map(({ level }) => levels.indexOf(level)))] ?? 'none',
    findings: findings.map(({ says }) => says),
    replicas,
  };
}

/** A cluster is as durable as its worst node. */
export function worst(reports: readonly NodeReport[]): Durability {
  const level = levels.findLast((candidate) => reports.some((report) => report.level === candidate)) ?? 'none';
  return { level, findings: [...new Set(reports.flatMap((report) => report.findings))] };
}

/** Hosted servers often forbid CONFIG; that is not a fault. */
async function setting(node: Redis, name: string): Promise<string> {
  const answer = await node.config('GET', name).catch((error: Error) => {
    if (/^(?:ERR|NOPERM)/.test(error.message)) return [];
    throw error;
  });
  return (answer as string[])[1] ?? 'unknown';
}
