/** Keys: read from the environment once, derived by purpose, never printed. Pure. */
import { hkdfSync } from 'node:crypto';

const bytes = 32;
const keyId = /^[a-z0-9-]{1,16}$/;

/** The secrets given cannot be used. The message says which and how to make a good one; it never holds a secret. */
export class KeysInvalid extends Error {
  override name = 'KeysInvalid';
}

export interface DerivedKey {
  /** Stands in front of everything sealed with this key, so that it can be opened after a rotation. */
  readonly id: string;
  readonly seal: Buffer;
  readonly step: Buffer;
}

export interface Keys {
  /** Seals and signs everything new. */
  readonly current: DerivedKey;
  /** Opens and checks: the current key first, then the older ones. */
  readonly all: readonly [DerivedKey, ...DerivedKey[]];
  /** Names keys in the store. Changing it makes everything stored unfindable, so it does not rotate. */
  readonly index: Buffer;
}

export interface Secrets {
  /** SECRET_KEYS: `id:base64` pairs parted by commas, 32 bytes each. The first is current, the others still open. */
  readonly secretKeys: string;
  /** INDEX_SECRET: at least 32 bytes in base64. */
  readonly indexSecret: string;
}

/** @throws {KeysInvalid} */
export function readKeys({ secretKeys, indexSecret }: Secrets): Keys {
  const all = secretKeys.split(',').map((pair) => derivedKey(pair.trim()));
  const [current, ...older] = all;
  if (current === undefined || new Set(all.map(({ id }) => id)).size !== all.length) {
    throw new KeysInvalid('SECRET_KEYS names one key id twice. Give every key an id of its own.');
  }
  const index = decode(indexSecret);
  if (index === null || index.length < bytes) {
    throw new KeysInvalid(`INDEX_SECRET is too short or not base64. Make one with: openssl rand -base64 ${bytes}`);
  }
  return { current, all: [current, ...older], index: derive(index, 'index') };
}

/** Secrets for a trial, where nothing real is kept. Never for real concerns: whoever can read the folder has them. */
export function trialSecrets(randomBytes: (size: number) => Buffer): Secrets {
  return {
    secretKeys: `trial:${randomBytes(bytes).toString('base64')}`,
    indexSecret: randomBytes(bytes).toString('base64'),
  };
}

function derivedKey(pair: string): DerivedKey {
  const colon = pair.indexOf(':');
  const id = pair.slice(0, Math.max(colon, 0));
  const secret = decode(pair.slice(colon + 1));
  if (!keyId.test(id)) {
    throw new KeysInvalid(
      'SECRET_KEYS needs "id:base64" pairs parted by commas. An id has 1 to 16 small letters, digits or dashes.',
    );
  }
  if (secret?.length !== bytes) {
    throw new KeysInvalid(
      `The key "${id}" in SECRET_KEYS is not ${bytes} bytes in base64. Make one with: openssl rand -base64 ${bytes}`,
    );
  }
  return { id, seal: derive(secret, 'seal'), step: derive(secret, 'step token') };
}

function derive(secret: Buffer, purpose: string): Buffer {
  return Buffer.from(hkdfSync('sha256', secret, '', `signpost ${purpose}`, bytes));
}

/** Buffer.from drops what is not base64 in silence; a mistyped key must not become a weaker one. */
function decode(text: string): Buffer | null {
  return /^[A-Za-z0-9+/]+={0,2}$/.test(text) ? Buffer.from(text, 'base64') : null;
}
