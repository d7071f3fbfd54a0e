/**
 * Whether these are the keys that the store was written with, found out before anything else is done with it. Under
 * other keys everything stored would look lost, and what is owed would be given up in silence.
 *
 * A sealed note, the canary, stands under one fixed name. It is first written only where what is stored already opens;
 * and sealed anew under a new key only once every process that runs holds that key. Where the note itself is damaged, what
 * is stored tells: where that opens, the note is written anew.
 */
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { NameIndex, Tenant } from '../seal/index-key.ts';
import type { DerivedKey, Keys } from '../seal/keys.ts';
import { isSealed, keyIdOf, type Seal, SealBroken } from '../seal/seal.ts';
import { boundToPlace } from '../seal/sequence.ts';
import { type Sample, type Store, StoreCorrupt } from '../store/store.ts';

/** The program must not run with these secrets. The message says what to do. */
export class KeysWrong extends Error {
  override name = 'KeysWrong';
}

type CheckedStore = Pick<Store, 'get' | 'put' | 'remove' | 'sample' | 'members' | 'enlist' | 'leave'>;

export interface KeyCheckOptions {
  readonly store: CheckedStore;
  readonly keys: Keys;
  readonly seal: Seal;
  readonly index: NameIndex;
  /** By the clock of the machine: what processes tell each other is not of a trial's time. */
  readonly clock: () => number;
  /** Tells this process from the others. */
  readonly process: string;
  /** What was written here could not be read, and was written anew or left out. */
  readonly onMended?: (what: 'canary' | 'beat') => void;
}

export interface KeyCheck {
  /** Whether what is stored was written with these keys. It writes nothing. @throws {KeysWrong} {StoreUnavailable} */
  look(): Promise<'fits' | 'nothing-noted' | 'damaged-note'>;
  /** The same, noting what is missing; and that this process runs. @throws {KeysWrong} {StoreUnavailable} */
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
  const { store, keys, seal, clock, process: own, onMended = () => {} } = options;
  const beatKey = `${beatsKey}${own}`;
  const mark = markOf(keys.index);

  const look: KeyCheck['look'] = async () => {
    const sealed = await read(canaryKey);
    const written = sealed === null ? undefined : markIn(sealed);
    if (written !== undefined && written !== mark) throw new KeysWrong(says.index);
    if (written !== undefined) return 'fits';
    await judge(sealed);
    return sealed === null ? 'nothing-noted' : 'damaged-note';
  };

  async function start(): Promise<void> {
    const found = await look();
    if (found !== 'fits') await write();
    if (found === 'damaged-note') onMended('canary');
    await beat();
  }

  /** There is no canary, or none that opens: what is stored tells whether these are its keys. */
  async function judge(sealed: string | null): Promise<void> {
    const found = (await store.sample(sampled)).filter(({ key }) => !key.startsWith(beatsKey) && key !== canaryKey);
    if (sealed !== null && isOfOtherKey(sealed, found, options)) throw new KeysWrong(saysOfKey(keyIdOf(sealed), keys));
    mustOpen(found, options);
    await mustFind(found, options);
  }

  /** @returns the mark of the index secret that it was written with; nothing where it does not open, or holds something else. */
  function markIn(sealed: string): string | undefined {
    try {
      return canarySchema.safeParse(parsed(seal.open(sealed, `${canaryKey}|canary`))).data?.index;
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      return undefined;
    }
  }

  /** What is of another kind than we ever put there reads as nothing we know. */
  async function read(key: string): Promise<string | null> {
    try {
      return await store.get(key);
    } catch (error) {
      if (error instanceof StoreCorrupt) return '';
      throw error;
    }
  }

  const write = () => store.put(canaryKey, seal.seal(JSON.stringify({ index: mark }), `${canaryKey}|canary`));

  async function beat(): Promise<void> {
    const said = { at: clock(), current: nameOf(keys.current), holds: keys.all.map(nameOf) };
    await store.put(beatKey, JSON.stringify(said));
    await store.enlist(processes, beatKey);
    const sealed = await read(canaryKey);
    if (sealed === null || keyIdOf(sealed) === keys.current.id) return;
    if (await everyProcessHolds(nameOf(keys.current))) await write();
  }

  async function everyProcessHolds(current: string): Promise<boolean> {
    let all = true;
    for (const key of await store.members(processes)) {
      const value = await read(key);
      const beat = value === null ? undefined : beatSchema.safeParse(parsed(value)).data;
      if (value !== null && !beat) onMended('beat');
      if (!beat || clock() - beat.at > countsMs) await forget(key);
      else all &&= beat.current === current;
    }
    return all;
  }

  async function forget(key: string): Promise<void> {
    await store.leave(processes, key);
    await store.remove(key);
  }

  return { look, start, beat, stop: () => forget(beatKey) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Tells two keys of one id apart, and reveals neither. */
const nameOf = ({ id, seal }: DerivedKey): string => `${id}:${markOf(seal)}`;
const markOf = (key: Buffer): string =>
  createHmac('sha256', key).update('signpost canary').digest('base64url').slice(0, 16);

/**
 * Whether a canary that does not open was written with a key that is not here, or is only damaged. It is damaged where it
 * has not the shape of what is sealed; or where its key is here and opens other values; or where nothing else was written
 * with its key, and other values open.
 */
function isOfOtherKey(sealed: string, found: readonly Sample[], { seal, keys }: KeyCheckOptions): boolean {
  if (!isSealed(sealed)) return false;
  const id = keyIdOf(sealed);
  const ofIt = found.filter((each) => isSealed(each.sealed) && keyIdOf(each.sealed) === id);
  if (keys.all.some((key) => key.id === id)) return !ofIt.some((each) => opens(each, seal));
  return ofIt.length > 0 || !found.some((each) => opens(each, seal));
}

/** Of what an earlier version stored, something must open: where nothing does, it is not one key that is missing. */
function mustOpen(found: readonly Sample[], { seal, keys }: KeyCheckOptions): void {
  if (found.length === 0 || found.some((each) => opens(each, seal))) return;
  const first = found.find(({ sealed }) => isSealed(sealed));
  throw new KeysWrong(first ? saysOfKey(keyIdOf(first.sealed), keys) : says.damaged);
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
  'week-counts',
  'address',
  'installation',
  'installed',
];

export const opens = (sample: Sample, seal: Seal): boolean =>
  uses.some((use) => openedAs(use, sample, seal) !== undefined);

/** An entry is bound to its place as well, unless it rests on no reading, or an older version stored it. */
function openedAs(use: string, { key, sealed, place }: Sample, seal: Seal): unknown {
  for (const boundTo of new Set([boundToPlace(`${key}|${use}`, place), `${key}|${use}`])) {
    try {
      return JSON.parse(seal.open(sealed, boundTo));
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
    }
  }
  return undefined;
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
  damaged: 'Nothing in this store can be read: it is damaged. Bring back its last copy, or begin with an empty one.',
  index: 'INDEX_SECRET is not the one that this store was written with. Put that one back: it must never change.',
} as const;

function saysOfKey(id: string, { all }: Keys): string {
  return all.some((key) => key.id === id)
    ? `The key "${id}" in SECRET_KEYS is not the one that this store was written with. Put that one back, under this id.`
    : `This store was written with the key "${id}", which SECRET_KEYS does not hold. Put it back, behind the newer ones.`;
}
