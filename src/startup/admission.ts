/**
 * Whether the store may be used: it answers, keeps what it accepts, and was written under these keys. Until then it refuses
 * everything, as one that is away does. So the program listens while Redis is not there yet, and says so to whoever writes.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { durabilityOf } from '../store/open.ts';
import { type Durability, type Store, StoreUnavailable } from '../store/store.ts';

export interface AdmissionOptions {
  readonly store: Store;
  /** Starts although a restart can lose what was accepted: trials alone. */
  readonly acceptLoss: boolean;
  /** Redis may come later. A file that cannot be had now is somebody else's. */
  readonly mayComeLater: boolean;
  /** @throws {KeysWrong} {StoreUnavailable} */
  checkKeys(): Promise<void>;
}

export interface Admission {
  /** What everything but the admission itself uses. */
  readonly store: Store;
  /** Tries for a few seconds. @returns nothing where the store may come later. @throws why it may not be used */
  now(): Promise<Durability | undefined>;
  /** Tries until it is there. @throws why it may not be used */
  later(stopped: AbortSignal): Promise<Durability>;
}

const patienceMs = 5_000;
const pauseMs = 2_000;

export function createAdmission({ store, acceptLoss, mayComeLater, checkKeys }: AdmissionOptions): Admission {
  let isOpen = false;
  const closed = () =>
    Promise.reject(new StoreUnavailable('no', 'What is stored cannot be reached yet. Nothing was stored.'));

  async function admit(waitMs: number): Promise<Durability> {
    const durability = await durabilityOf(store, { acceptLoss, waitMs });
    await checkKeys();
    isOpen = true;
    return durability;
  }

  return {
    store: new Proxy(store, {
      get: (target, name) => (isOpen || name === 'close' ? Reflect.get(target, name) : closed),
    }),

    async now() {
      try {
        return await admit(patienceMs);
      } catch (error) {
        if (mayComeLater && error instanceof StoreUnavailable) return undefined;
        await store.close();
        throw error;
      }
    },

    async later(stopped) {
      for (;;) {
        try {
          return await admit(0);
        } catch (error) {
          if (!(error instanceof StoreUnavailable)) throw error;
          await sleep(pauseMs, undefined, { signal: stopped });
        }
      }
    },
  };
}
