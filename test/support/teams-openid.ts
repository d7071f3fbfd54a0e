/**
 * Bot Framework's OpenID document and keys on this machine, with real RSA keys and real RS256 tokens. It stands in for
 * login.botframework.com: of that it has the two documents and the shape of the keys, and none of its caching headers.
 */
import { generateKeyPairSync, type KeyObject, randomUUID } from 'node:crypto';
import { exportJWK, SignJWT } from 'jose';
import { openPort } from './port.ts';

export interface Signer {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
  readonly endorsements?: readonly string[];
}

/** @param endorsements the channels it may speak for; nothing: the key has no such list. */
export function newSigner(endorsements?: readonly string[]): Signer {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { kid: randomUUID(), privateKey, publicKey, ...(endorsements && { endorsements }) };
}

export interface Claims {
  readonly appId?: string;
  readonly serviceUrl?: string;
  /** Replaces or adds claims; `undefined` leaves one out. */
  readonly claims?: Readonly<Record<string, unknown>>;
  readonly alg?: string;
  readonly kid?: string;
  /** Seconds from `now` until it ends. */
  readonly endsIn?: number;
  /** Milliseconds since 1970. */
  readonly now?: number;
}

/** A token as Bot Framework makes them for an activity. */
export function tokenFor(
  signer: Signer,
  { appId, serviceUrl, claims, alg = 'RS256', kid, endsIn = 3_600, now }: Claims,
) {
  const seconds = Math.floor((now ?? Date.now()) / 1000);
  return new SignJWT({
    iss: 'https://api.botframework.com',
    ...(appId && { aud: appId }),
    nbf: seconds - 60,
    exp: seconds + endsIn,
    ...(serviceUrl && { serviceurl: serviceUrl }),
    ...claims,
  })
    .setProtectedHeader({ alg, kid: kid ?? signer.kid, typ: 'JWT' })
    .sign(signer.privateKey);
}

export interface OpenId {
  readonly metadataUrl: string;
  /** The keys it publishes. Change them to turn keys over. */
  signers: readonly Signer[];
  /** How it answers. */
  mood: 'well' | 'down' | 'silent' | 'rubbish';
  /** How often the document was asked for. */
  asked: number;
  /** A good token with these claims, of the first key. */
  token(claims: Readonly<Record<string, unknown>>): Promise<string>;
  stop(): Promise<void>;
}

/** @param given the keys to begin with; nothing: one that may speak for Teams */
export async function startOpenId(...given: readonly Signer[]): Promise<OpenId> {
  const first = given[0] ?? newSigner(['msteams']);
  const port = await openPort(async (request, response) => {
    const isDocument = request.url === '/v1/.well-known/openidconfiguration';
    if (isDocument) openId.asked++;
    if (openId.mood === 'silent') return;
    if (openId.mood === 'down') return void response.writeHead(503).end();
    if (openId.mood === 'rubbish') return void response.end('<html>Sign in to the guest network</html>');
    const body = isDocument
      ? { issuer: 'https://api.botframework.com', jwks_uri: `${base}/v1/.well-known/keys` }
      : { keys: await Promise.all(openId.signers.map(published)) };
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(body));
  });
  const base = `http://${port.host}`;
  const openId: OpenId = {
    metadataUrl: `${base}/v1/.well-known/openidconfiguration`,
    signers: given.length > 0 ? given : [first],
    mood: 'well',
    asked: 0,
    token: (claims) => tokenFor(first, { claims }),
    stop: () => port.close(),
  };
  return openId;
}

async function published({ kid, publicKey, endorsements }: Signer) {
  return { ...(await exportJWK(publicKey)), use: 'sig', kid, x5t: kid, ...(endorsements && { endorsements }) };
}
