/**
 * Whether a removal is news. Slack may tell of one again, late: after the app was installed anew it must change nothing.
 * By the time of the event where that differs; within the same second, by whether it was dealt with before.
 */
import { z } from 'zod';
import { createIndex } from '../../../seal/index-key.ts';
import type { Keys } from '../../../seal/keys.ts';
import { createSeal, SealBroken } from '../../../seal/seal.ts';
import type { Cupboard } from './vault.ts';

const noteSchema = z.object({
  /** When it was last installed, in seconds since 1970. */
  installed: z.number().optional(),
  /** The newest removals that were dealt with, by the ids of their events. */
  removed: z.array(z.string()),
});
type Note = z.infer<typeof noteSchema>;

export interface Removals {
  installed(workspace: string): Promise<void>;
  /** @param at when it happened, in seconds since 1970; nothing: not known */
  isOld(workspace: string, event: string, at: number | undefined): Promise<boolean>;
  removed(workspace: string, event: string): Promise<void>;
}

const remembered = 20;

export function createRemovals(
  cupboard: Cupboard,
  keys: Keys,
  randomBytes: (size: number) => Buffer,
  clock: () => number,
): Removals {
  const index = createIndex(keys.index);
  const seal = createSeal(keys, randomBytes);
  const nameOf = (workspace: string) => index.name('installed', { channel: 'slack', tenant: workspace });
  const use = (key: string) => `${key}|installed`;

  async function read(workspace: string): Promise<Note> {
    const key = nameOf(workspace);
    const sealed = await cupboard.get(key);
    if (sealed === null) return { removed: [] };
    try {
      return noteSchema.parse(JSON.parse(seal.open(sealed, use(key))));
    } catch (error) {
      if (error instanceof SealBroken) return { removed: [] };
      throw error;
    }
  }
  async function write(workspace: string, note: Note): Promise<void> {
    const key = nameOf(workspace);
    await cupboard.put(key, seal.seal(JSON.stringify(note), use(key)));
  }

  return {
    installed: async (workspace) =>
      write(workspace, { ...(await read(workspace)), installed: Math.floor(clock() / 1000) }),
    async isOld(workspace, event, at) {
      const { installed, removed } = await read(workspace);
      return removed.includes(event) || (at !== undefined && installed !== undefined && at < installed);
    },
    async removed(workspace, event) {
      const note = await read(workspace);
      await write(workspace, { ...note, removed: [...note.removed, event].slice(-remembered) });
    },
  };
}
