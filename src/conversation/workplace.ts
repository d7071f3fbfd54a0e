/**
 * Where somebody works, remembered from one concern to the next: one sealed value under a name that reveals nobody,
 * gone some time after it was last named. Never vital: where it cannot be read or kept, it is asked again.
 */

import { workplaceDays } from '../../dialogs/keeping.ts';
import type { Account } from '../contract.ts';
import type { NameIndex } from '../seal/index-key.ts';
import { SealBroken } from '../seal/seal.ts';
import { type Store, StoreUnavailable } from '../store/store.ts';
import type { OwedSeal } from './owed.ts';

/** The help, the README and the look-up of what is kept say so. */
const keptMs = workplaceDays * 24 * 3_600_000;

interface WorkplacePorts {
  readonly store: Pick<Store, 'read' | 'step' | 'forget'>;
  readonly index: NameIndex;
  readonly owedSeal: Pick<OwedSeal, 'entry' | 'entries'>;
}

export type Workplaces = ReturnType<typeof createWorkplaces>;

export function createWorkplaces({ store, index, owedSeal }: WorkplacePorts) {
  const nameOf = (from: Account) => index.name('workplace', from, from.person);
  return {
    /** A site by its id; nothing where none is known. */
    async of(from: Account): Promise<string | undefined> {
      const key = nameOf(from);
      try {
        const { entries, revision } = await store.read(key);
        const [entry] = owedSeal.entries(entries, key, revision);
        return entry?.type === 'answer' ? entry.values[0] : undefined;
      } catch (error) {
        if (error instanceof SealBroken) return undefined;
        throw error;
      }
    },
    /** @param delivery of the answer that names it */
    async keep(from: Account, site: string, delivery: string): Promise<void> {
      const key = nameOf(from);
      const entry = owedSeal.entry({ type: 'answer', question: 'site', values: [site] }, key, undefined);
      try {
        await store.step({ key, delivery, expected: null, change: { do: 'clear', entry }, keepMs: keptMs });
      } catch (error) {
        if (!(error instanceof StoreUnavailable)) throw error;
      }
    },
    async forget(from: Account): Promise<void> {
      const key = nameOf(from);
      if ((await store.read(key)).entries.length > 0) await store.forget(key);
    },
  };
}
