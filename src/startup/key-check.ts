/**
 * Whether these are the keys that the store was written with, found out before anything else is done with it. Under
 * other keys everything stored would look lost, and what is owed would be given up in silence.
 *
 * A sealed note, the canary, stands under one fixed name. It is first written only where what is stored already opens;
 * and sealed anew under a new key only once every process that runs holds that key.
 */
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Index, Tenant } from '../seal/index-key.ts';
import type { DerivedKey, Keys } from '../seal/keys.ts';
import { keyIdOf, type Seal, SealBroken } from '../seal/seal.ts';
import type { Sample, Store } from '../store/store.ts';

/** The program must not run with these secrets. The message says what to do. */
export class KeysWrong extends Error {
  override name = 'KeysWrong';
}

type CheckedStore = Pick<Store, 'get' | 'put' | 'remove' | 'sample' | 'members' | 'enlist' | 'leave'>;

export interface KeyCheckOptions {
  readonly store: CheckedStore;
  readonly keys: Keys;
  readonly seal: Seal;
  readonly index: Index;
  /** By the clock of the machine: what processes tell each other is not of a trial's time. */
  readonly clock: () => number;
  /** Tells this process from the others. */
  readonly process: string;
}

export interface KeyCheck {
  /** @throws {KeysWrong} {StoreUnavailable} */
  start(): Promise<void>;
  /** Now and then: that this process runs and which keys it holds; and the canary anew where every one holds the new key. */
  beat(): Promise<void>;
  /** This process runs no longer. */
  stop(): Promise<void>;
}

/** How often a process says that it runs, and how long it counts after that. */
export const beatMs = 30_000;
const countsMs = 4 * beatMs;
/** A look at so many values tells whether the keys open what is there. */
const sampled = 200;

const canaryKey = '{p00}:canary:keys';
const beatsKey = '{p00}:process:';
const processes = '{p00}:processes:all';
const canarySchema = z.strictObject({ index: z.string() });
const beatSchema = z.object({ at: z.number(), current: z.string(), holds: z.array(z.string()) });

export function createKeyCheck(options: KeyCheckOptions): KeyCheck {
  const { store, keys, seal, clock, process: own } = options;
  const beatKey = `${beatsKey}${own}`;
  const mark = markOf(keys.index);

  async function start(): Promise<void> {
    const sealed = await store.get(canaryKey);
    if (sealed === null) {
      const found = (await store.sample(sampled)).filter(({ key }) => !key.startsWith(beatsKey));
      mustOpen(found, options);
      await mustFind(found, options);
      await write();
    } else if (opened(sealed) !== mark) throw new KeysWrong(says.index);
    await beat();
  }

  /** @returns the mark of the index secret that it was written with. */
  function opened(sealed: string): string {
    try {
      return canarySchema.parse(JSON.parse(seal.open(sealed, `${canaryKey}|canary`))).index;
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      throw new KeysWrong(saysOfKey(keyIdOf(sealed), keys));
    }
  }

  const write = () => store.put(canaryKey, seal.seal(JSON.stringify({ index: mark }), `${canaryKey}|canary`));

  async function beat(): Promise<void> {
    const said = { at: clock(), current: nameOf(keys.current), holds: keys.all.map(nameOf) };
    await store.put(beatKey, JSON.stringify(said));
    await store.enlist(processes, beatKey);
    const sealed = await store.get(canaryKey);
    if (sealed === null || keyIdOf(sealed) === keys.current.id) return;
    if (await everyProcessHolds(nameOf(keys.current))) await write();
  }

  async function everyProcessHolds(current: string): Promise<boolean> {
    let all = true;
    for (const key of await store.members(processes)) {
      const value = await store.get(key);
      const beat = value === null ? undefined : beatSchema.safeParse(JSON.parse(value)).data;
      if (!beat || clock() - beat.at > countsMs) await forget(key);
      else all &&= beat.current === current;
    }
    return all;
  }

  async function forget(key: string): Promise<void> {
    await store.leave(processes, key);
    await store.remove(key);
  }

  return { start, beat, stop: () => forget(beatKey) };
}

/** Tells two keys of one id apart, and reveals neither. */
const nameOf = ({ id, seal }: DerivedKey): string => `${id}:${markOf(seal)}`;
const markOf = (key: Buffer): string =>
  createHmac('sha256', key).update('signpost canary').digest('base64url').slice(0, 16);

/** Of what an earlier version stored, something must open: where nothing does, it is not one key that is missing. */
function mustOpen(found: readonly Sample[], { seal, keys }: KeyCheckOptions): void {
  const first = found[0];
  if (!first || found.some((each) => opens(each, seal))) return;
  throw new KeysWrong(saysOfKey(keyIdOf(first.sealed), keys));
}

/** Every use under which something is sealed; test/startup/keys.test.ts holds it to what the program stores. */
const uses = [
  'entry',
  'reply',
  'cards',
  'concern',
  'spread',
  'place',
  'stand',
  'lead-item',
  'set-up',
  'trouble',
  'left',
  'act',
  'address',
  'installation',
  'installed',
];

export const opens = (sample: Sample, seal: Seal): boolean =>
  uses.some((use) => openedAs(use, sample, seal) !== undefined);

function openedAs(use: string, { key, sealed }: Sample, seal: Seal): unknown {
  try {
    return JSON.parse(seal.open(sealed, `${key}|${use}`));
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}

const ofTenant = z.object({ channel: z.enum(['web', 'slack', 'teams']), tenant: z.string() });
const ofPerson = ofTenant.extend({ person: z.string() });
const ofReport = z.object({ report: ofTenant });

/** What names itself must stand where these keys look for it. Where nothing does, nothing can be told, and nothing is lost. */
async function mustFind(found: readonly Sample[], { store, seal, index }: KeyCheckOptions): Promise<void> {
  const groups = new Map<string, readonly string[]>();
  const isFound = async (sample: Sample): Promise<boolean | undefined> => {
    const person = ofPerson.safeParse(openedAs('reply', sample, seal)).data;
    if (person) return index.conversation(person) === sample.key;
    const tenant: Tenant | undefined = ofReport.safeParse(openedAs('concern', sample, seal)).data?.report;
    if (!tenant) return undefined;
    const group = index.name('workspace', tenant);
    groups.set(group, groups.get(group) ?? (await store.members(group)));
    return groups.get(group)?.includes(sample.key) === true;
  };
  const told = await Promise.all(found.map(isFound));
  if (told.includes(false) && !told.includes(true)) throw new KeysWrong(says.index);
}

const says = {
  index: 'INDEX_SECRET is not the one that this store was written with. Put that one back: it must never change.',
} as const;

function saysOfKey(id: string, { all }: Keys): string {
  return all.some((key) => key.id === id)
    ? `The key "${id}" in SECRET_KEYS is not the one that this store was written with. Put that one back, under this id.`
    : `This store was written with the key "${id}", which SECRET_KEYS does not hold. Put it back, behind the newer ones.`;
}
