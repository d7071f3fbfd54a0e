/** Installations at rest: sealed, each bound to its workspace, under names that reveal none. */
import { z } from 'zod';
import { createIndex } from '../../../seal/index-key.ts';
import type { Keys } from '../../../seal/keys.ts';
import { createSeal, KeyMissing, SealBroken } from '../../../seal/seal.ts';

/** What is needed of the store; `src/store/store.ts` has it. */
export interface Cupboard {
  put(key: string, value: string): Promise<void>;
  get(key: string): Promise<string | null>;
  remove(key: string): Promise<void>;
  step(request: {
    readonly key: string;
    readonly delivery: string;
    readonly expected: null;
    readonly change: { readonly do: 'nothing' };
  }): Promise<{ readonly outcome: string }>;
}

const installationSchema = z.strictObject({
  app: z.string(),
  token: z.string(),
  /** With token rotation only. Milliseconds since 1970. */
  refresh: z.strictObject({ token: z.string(), expires: z.number() }).optional(),
});
export type Installation = z.infer<typeof installationSchema>;

export interface Vault {
  /** Nothing also when it was altered: the app must be installed again. @throws {KeyMissing} its key may come back */
  read(workspace: string): Promise<Installation | undefined>;
  write(workspace: string, installation: Installation): Promise<void>;
  remove(workspace: string): Promise<void>;
  /** True for the first who asks with this id, within a day and on any replica. */
  once(id: string): Promise<boolean>;
}

export function createVault(cupboard: Cupboard, keys: Keys, randomBytes: (size: number) => Buffer): Vault {
  const index = createIndex(keys.index);
  const seal = createSeal(keys, randomBytes);
  const nameOf = (workspace: string) => index.name('installation', { channel: 'slack', tenant: workspace });
  const once = index.name('installing', { channel: 'slack', tenant: '' });
  const use = (key: string) => `${key}|installation`;
  return {
    async read(workspace) {
      const key = nameOf(workspace);
      const sealed = await cupboard.get(key);
      if (sealed === null) return undefined;
      try {
        return installationSchema.safeParse(JSON.parse(seal.open(sealed, use(key)))).data;
      } catch (error) {
        if (error instanceof SealBroken && !(error instanceof KeyMissing)) return undefined;
        throw error;
      }
    },
    async write(workspace, installation) {
      const key = nameOf(workspace);
      await cupboard.put(key, seal.seal(JSON.stringify(installation), use(key)));
    },
    remove: (workspace) => cupboard.remove(nameOf(workspace)),
    async once(id) {
      const { outcome } = await cupboard.step({ key: once, delivery: id, expected: null, change: { do: 'nothing' } });
      return outcome !== 'repeated';
    },
  };
}
