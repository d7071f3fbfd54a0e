/** Packs being made and made, each in a thread of its own; the newest few are kept. */
import { Worker } from 'node:worker_threads';
import type { Organisation } from '../../rules/local.ts';

export interface PackWanted {
  readonly organisation: Organisation;
  /** Cards are drawn for it. */
  readonly moment: Date;
}

export type ReviewSite = ReadonlyMap<string, string>;

/** An administrator before and after a change, and one more. */
const mostKept = 3;
/** What is open goes by the moment, so a pack is made anew after this. In milliseconds. */
const freshMs = 60 * 60_000;

export interface Making {
  /** The same while it is made and for an hour after. @throws where it could not be made; asked again, it tries again */
  site(wanted: PackWanted): Promise<ReviewSite>;
}

export function createMaking(make: (wanted: PackWanted) => Promise<ReviewSite> = madeInThread): Making {
  const kept = new Map<string, { readonly at: number; readonly site: Promise<ReviewSite> }>();
  return {
    site(wanted) {
      const key = JSON.stringify(wanted.organisation);
      const known = kept.get(key);
      const at = wanted.moment.getTime();
      if (known && Math.abs(at - known.at) < freshMs) return known.site;
      const site = make(wanted);
      kept.delete(key);
      kept.set(key, { at, site });
      for (const old of [...kept.keys()].slice(0, -mostKept)) kept.delete(old);
      site.catch(() => kept.delete(key));
      return site;
    },
  };
}

function madeInThread(wanted: PackWanted): Promise<ReviewSite> {
  const worker = new Worker(new URL('./make.ts', import.meta.url), { workerData: wanted });
  // A stop of the program does not wait for it.
  worker.unref();
  const files = new Map<string, string>();
  return new Promise((resolve, reject) => {
    worker.on('message', ([file, text]: [string, string]) => files.set(file, text));
    worker.on('error', reject);
    worker.on('exit', (code) =>
      code === 0 ? resolve(files) : reject(new Error('The review pack could not be made.')),
    );
  });
}
