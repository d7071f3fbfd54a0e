/**
 * Floods: how much one person and one workspace may send at once. In memory and in each process: it keeps a stuck key
 * or a script from crowding out others, and must never stand in the way of somebody who presses fast.
 */
import { LRUCache } from 'lru-cache';

export type Verdict = 'fine' | 'person' | 'workspace';

export interface FloodLimits {
  /** Arrivals at once, and how many come back each second. */
  readonly person: { readonly burst: number; readonly perSecond: number };
  readonly workspace: { readonly burst: number; readonly perSecond: number };
}

export const floodLimits: FloodLimits = {
  person: { burst: 30, perSecond: 2 },
  workspace: { burst: 1_500, perSecond: 150 },
};

interface Bucket {
  readonly left: number;
  readonly at: number;
}

/** More than ever press within a minute; the oldest are forgotten first, which only gives them a fresh start. */
const mostKept = 20_000;

/** @returns a judge of one arrival more, at a moment in milliseconds. */
export function createFlood({ person, workspace }: FloodLimits) {
  const people = createBuckets(person);
  const workspaces = createBuckets(workspace);
  return (workspaceId: string, personId: string, now: number): Verdict => {
    if (!people(`${workspaceId} ${personId}`, now)) return 'person';
    return workspaces(workspaceId, now) ? 'fine' : 'workspace';
  };
}

function createBuckets({ burst, perSecond }: FloodLimits['person']) {
  const buckets = new LRUCache<string, Bucket>({ max: mostKept });
  return (key: string, now: number): boolean => {
    const { left, at } = buckets.get(key) ?? { left: burst, at: now };
    const filled = Math.min(burst, left + (Math.max(0, now - at) / 1000) * perSecond);
    buckets.set(key, { left: Math.max(0, filled - 1), at: now });
    return filled >= 1;
  };
}
