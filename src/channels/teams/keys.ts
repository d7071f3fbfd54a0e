/**
 * The keys that Bot Framework signs with, from its OpenID document. Kept for a day; a key that is not among them is
 * looked for again, but not more often than once a minute, so that nobody can make us ask.
 */
import { importJWK, type JWK } from 'jose';
import { z } from 'zod';
import { isLoopback } from '../../config/loopback.ts';

export interface SigningKey {
  readonly key: Awaited<ReturnType<typeof importJWK>>;
  /** The channels this key may speak for. */
  readonly endorsements: readonly string[];
}

export interface SigningKeys {
  /** Nothing when there is no such key. @throws {KeysAway} */
  find(keyId: string): Promise<SigningKey | undefined>;
}

/** The OpenID document or its keys cannot be had. Check TEAMS_OPENID_METADATA_URL and the way out to the internet. */
export class KeysAway extends Error {
  override readonly name = 'KeysAway';
}

export interface KeysOptions {
  readonly metadataUrl: string;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** How long one request may take. 3 s unless told: Teams waits 15. */
  readonly waitMs?: number;
}

/** A key that Microsoft withdraws is believed for no longer. */
const freshMs = 3_600_000;
/** New keys are published days before they sign, so older ones do until Microsoft can be reached again. */
const usableMs = 72 * freshMs;
const askAgainMs = 60_000;
const askAgainAfterFailureMs = 2_000;

const documentSchema = z.object({ jwks_uri: z.url() });
const keysSchema = z.object({
  keys: z.array(
    z.looseObject({ kid: z.string(), kty: z.string(), endorsements: z.array(z.string()).nullish().catch(undefined) }),
  ),
});
type Published = z.infer<typeof keysSchema>['keys'];

export function createKeys({ metadataUrl, clock, waitMs = 3_000 }: KeysOptions): SigningKeys {
  let known: { readonly keys: Published; readonly at: number } | undefined;
  let asked: { readonly at: number; readonly worked: boolean } | undefined;
  let asking: Promise<void> | undefined;
  const imported = new WeakMap<Published[number], Promise<SigningKey['key']>>();

  async function ask(): Promise<void> {
    const at = clock();
    try {
      const { jwks_uri } = documentSchema.parse(await read(metadataUrl, waitMs));
      known = { keys: keysSchema.parse(await read(jwks_uri, waitMs)).keys, at };
      asked = { at, worked: true };
    } catch (cause) {
      asked = { at, worked: false };
      throw new KeysAway('The keys of Bot Framework cannot be had.', { cause });
    } finally {
      asking = undefined;
    }
  }

  const age = (at: number | undefined) => (at === undefined ? Number.POSITIVE_INFINITY : clock() - at);
  /** With a key at hand nobody waits every two seconds for a Microsoft that does not answer. */
  const mayAsk = (hasKey: boolean) => age(asked?.at) >= (asked?.worked || hasKey ? askAgainMs : askAgainAfterFailureMs);
  const published = (keyId: string) =>
    age(known?.at) < usableMs ? known?.keys.find(({ kid }) => kid === keyId) : undefined;

  async function lookedUp(keyId: string) {
    const before = published(keyId);
    if (before && age(known?.at) < freshMs) return before;
    if (!mayAsk(before !== undefined)) {
      if (before || asked?.worked) return before;
      throw new KeysAway('The keys of Bot Framework could not be had a moment ago.');
    }
    asking ??= ask();
    try {
      await asking;
    } catch (error) {
      if (before) return before;
      throw error;
    }
    return published(keyId);
  }

  return {
    async find(keyId) {
      const found = await lookedUp(keyId);
      if (found?.kty !== 'RSA') return undefined;
      const key = imported.get(found) ?? importJWK(found as JWK, 'RS256');
      imported.set(found, key);
      return { key: await key, endorsements: found.endorsements ?? [] };
    },
  };
}

async function read(url: string, waitMs: number): Promise<unknown> {
  const { protocol, hostname } = new URL(url);
  if (protocol !== 'https:' && !isLoopback(hostname)) throw new Error('Keys are read over https only.');
  const response = await fetch(url, { redirect: 'error', signal: AbortSignal.timeout(waitMs) });
  if (!response.ok) throw new Error(`The answer was ${response.status}.`);
  return response.json();
}
