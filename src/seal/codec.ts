/**
 * Values sealed for the one place they are kept in. What this process has just sealed or opened it does not open again:
 * a turn that stores an answer and draws from it holds it already. Only the very text that was sealed counts as known,
 * at the very place; whatever was altered, or put elsewhere, is opened and refused.
 */
import { LRUCache } from 'lru-cache';
import type { z } from 'zod';
import { padded, type Seal, SealBroken } from './seal.ts';
import { boundToPlace, type EntryPlace, openInPlace } from './sequence.ts';

export interface Codec {
  /** @param block bytes that the sealed value is filled up to. Nothing: it is sealed at its own length */
  put(use: string, block: number): (value: unknown, key: string) => string;
  /** @throws {SealBroken} when it was altered, belongs elsewhere, or is of a shape this version does not know. */
  take<T extends object>(use: string, schema: z.ZodType<T>): (sealed: string, key: string) => T;
  /** The entries of a key, each bound to its place among them. */
  sequence<T extends object>(use: string, block: number, schema: z.ZodType<T>): Sequence<T>;
}

export interface Sequence<T> {
  put(value: T, key: string, place: EntryPlace): string;
  /**
   * @param revision of the key with all of these
   * @throws {SealBroken} as `take`, and when one stands where it was not put
   */
  take(sealed: readonly string[], key: string, revision: number): readonly T[];
}

interface Known {
  readonly text: string;
  /** As it was last read, and by what. */
  read?: { readonly by: z.ZodType; readonly value: object };
}

/** What one busy turn touches, many times over; closed values of nobody in particular, and gone within the minute. */
const mostKnown = 2_000;
const knownMs = 30_000;

export function createCodec(seal: Seal): Codec {
  const known = new LRUCache<string, Known>({ max: mostKnown, ttl: knownMs, ttlAutopurge: true });
  const nameOf = (sealed: string, boundTo: string) => `${boundTo} ${sealed}`;

  function opened(sealed: string, boundTo: string): Known {
    const name = nameOf(sealed, boundTo);
    const before = known.get(name);
    if (before) return before;
    const found: Known = { text: seal.open(sealed, boundTo) };
    known.set(name, found);
    return found;
  }

  function put(value: unknown, block: number, boundTo: string): string {
    const text = padded(value, block);
    const sealed = seal.seal(text, boundTo);
    known.set(nameOf(sealed, boundTo), { text });
    return sealed;
  }

  function take<T extends object>(sealed: string, boundTo: string, use: string, schema: z.ZodType<T>): T {
    const found = opened(sealed, boundTo);
    if (found.read?.by === schema) return found.read.value as T;
    const parsed = schema.safeParse(parseJson(found.text));
    if (!parsed.success) throw new SealBroken(`A stored ${use} has a shape this version does not know.`);
    found.read = { by: schema, value: frozen(parsed.data) };
    return parsed.data;
  }

  return {
    put: (use, block) => (value, key) => put(value, block, `${key}|${use}`),
    take: (use, schema) => (sealed, key) => take(sealed, `${key}|${use}`, use, schema),
    sequence: (use, block, schema) => ({
      put: (value, key, place) => put(value, block, boundToPlace(`${key}|${use}`, place)),
      take: (sealed, key, revision) =>
        openInPlace(sealed, `${key}|${use}`, revision, (each, boundTo) => take(each, boundTo, use, schema)),
    }),
  };
}

/** Several readers hold the same value. */
function frozen<T extends object>(value: T): T {
  for (const part of Object.values(value)) if (typeof part === 'object' && part !== null) frozen(part);
  return Object.freeze(value);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
