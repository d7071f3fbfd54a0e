/** When each person last installed the app, so that a removal from before that, told late or twice, changes nothing. */
import type { Account } from '../../contract.ts';
import type { NameIndex } from '../../seal/index-key.ts';

/** What is needed of the store; `src/store/store.ts` has it. */
export interface InstallStore {
  forget(key: string): Promise<void>;
  get(key: string): Promise<string | null>;
  put(key: string, value: string): Promise<void>;
}

/** Kept in clear: a moment under a name that reveals nobody. */
const prefix = 'at.';

export function createInstallTimes(store: InstallStore, index: NameIndex, clock: () => number) {
  const nameOf = (from: Account) => index.name('installed', from, from.person);

  return {
    async installed(from: Account, at = clock()): Promise<void> {
      await store.put(nameOf(from), `${prefix}${at}`);
    },
    /** @param at when it was removed; nothing: now */
    async left(from: Account, at = clock()): Promise<void> {
      const kept = await store.get(nameOf(from));
      if (kept?.startsWith(prefix) && at <= Number(kept.slice(prefix.length))) return;
      await store.forget(index.conversation(from));
    },
  };
}
