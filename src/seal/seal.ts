/** Encryption at rest: AES-256-GCM under the current key, bound to the place where the text is kept. */
import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { Keys } from './keys.ts';

const algorithm = 'aes-256-gcm';
const ivBytes = 12;
const tagBytes = 16;

/**
 * What was stored cannot be opened: it was altered, belongs elsewhere, or its key has gone from SECRET_KEYS.
 * It is kept all the same: the key may come back.
 */
export class SealBroken extends Error {
  override name = 'SealBroken';
}

/** Its key is not among those given: it may come back. */
export class KeyMissing extends SealBroken {
  override name = 'KeyMissing';
}

export interface Seal {
  /**
   * @param boundTo where the sealed text will be kept: its store key, and its use there (`key|entry`).
   * @returns `id.base64url`: URL-safe ASCII, about 4/3 of the text plus 40 characters.
   */
  seal(text: string, boundTo: string): string;
  /** @throws {SealBroken} */
  open(sealed: string, boundTo: string): string;
}

/** @param randomBytes must be unpredictable: an IV used twice under one key gives the texts away. */
export function createSeal(keys: Keys, randomBytes: (size: number) => Buffer): Seal {
  return {
    seal(text, boundTo) {
      const { id, seal: key } = keys.current;
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv(algorithm, key, iv).setAAD(associated(id, boundTo));
      const body = Buffer.concat([iv, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
      return `${id}.${body.toString('base64url')}`;
    },
    open(sealed, boundTo) {
      const [id, encoded, ...rest] = sealed.split('.');
      const key = keys.all.find((candidate) => candidate.id === id);
      if (id === undefined || encoded === undefined || rest.length > 0)
        throw new SealBroken('This is not sealed text.');
      if (key === undefined)
        throw new KeyMissing('The key of this text is not in SECRET_KEYS. Put the older key back.');
      const body = Buffer.from(encoded, 'base64url');
      // Many spellings decode to the same bytes; only the one we wrote is ours.
      if (body.length < ivBytes + tagBytes || body.toString('base64url') !== encoded) {
        throw new SealBroken('Sealed text was cut or altered.');
      }
      const decipher = createDecipheriv(algorithm, key.seal, body.subarray(0, ivBytes), { authTagLength: tagBytes })
        .setAAD(associated(id, boundTo))
        .setAuthTag(body.subarray(-tagBytes));
      try {
        const text = Buffer.concat([decipher.update(body.subarray(ivBytes, -tagBytes)), decipher.final()]);
        return text.toString('utf8');
      } catch (cause) {
        throw new SealBroken('Sealed text was altered, or belongs to another key.', { cause });
      }
    },
  };
}

/**
 * A value as JSON, filled up with spaces to whole blocks, so that what is stored shows no length but a rough one: not
 * which answer it was, nor how many people were picked.
 */
export function padded(value: unknown, block: number): string {
  const text = JSON.stringify(value);
  const bytes = Buffer.byteLength(text);
  return text + ' '.repeat((block - (bytes % block)) % block);
}

/** The id of the key that something was sealed with. It stands in front of it in clear. */
export const keyIdOf = (sealed: string): string => sealed.split('.')[0] ?? '';

/** Whether this can have been sealed, under whatever key: what was cut or overwritten has not this shape. */
export function isSealed(text: string): boolean {
  const [, encoded] = /^[a-z0-9-]{1,16}\.([\w-]+)$/.exec(text) ?? [];
  if (encoded === undefined) return false;
  const body = Buffer.from(encoded, 'base64url');
  return body.length >= ivBytes + tagBytes && body.toString('base64url') === encoded;
}

function associated(id: string, boundTo: string): Buffer {
  return Buffer.from(`${id}|${boundTo}`, 'utf8');
}
