/**
 * Who may come in: an activity whose token Bot Framework signed for this bot, for this channel and for the address
 * that the activity gives. botbuilder's own checks let more in, and say why they do not (design.md 9).
 */
import { decodeProtectedHeader, errors, jwtVerify } from 'jose';
import type { TeamsConfig } from '../../config/teams.ts';
import { isServiceUrl } from './hosts.ts';
import { directoryOf } from './identity.ts';
import { KeysAway, type SigningKeys } from './keys.ts';
import type { Envelope } from './payloads.ts';

/** Why an activity is refused. It goes to the log and never to the sender. */
export type DoorRefusal =
  | 'no-token'
  | 'token'
  | 'algorithm'
  | 'key'
  | 'signature'
  | 'endorsement'
  | 'issuer'
  | 'audience'
  | 'expired'
  | 'not-yet'
  | 'service-url'
  | 'host'
  | 'recipient'
  | 'tenant'
  | 'shape';

export type Judged =
  | { readonly is: 'in'; readonly tenant: string }
  | { readonly is: 'refused'; readonly reason: DoorRefusal }
  /** The keys cannot be had, so nobody can be checked just now. */
  | { readonly is: 'unsure' };

export type Door = (authorization: string | undefined, activity: Envelope) => Promise<Judged>;

const toleranceSeconds = 300;

/** @param clock milliseconds since 1970, by the real clock: Microsoft signs with its own. */
export function createDoor(config: TeamsConfig, keys: SigningKeys, clock: () => number): Door {
  return async (authorization, activity) => {
    if (!isServiceUrl(activity.serviceUrl, config)) return refused('host');
    const tenant = directoryOf(activity);
    if (tenant === undefined) return refused('tenant');
    if (config.kind === 'localEmulator') return { is: 'in', tenant };
    const reason = await refusedToken(authorization, activity, config);
    if (reason === 'unsure') return { is: 'unsure' };
    if (reason) return refused(reason);
    if (!isSame(activity.recipient.id, `28:${config.appId}`)) return refused('recipient');
    if (config.tenantId !== undefined && !isSame(tenant, config.tenantId)) return refused('tenant');
    return { is: 'in', tenant };
  };

  async function refusedToken(
    authorization: string | undefined,
    { channelId, serviceUrl }: Envelope,
    config: Extract<TeamsConfig, { kind: 'verified' }>,
  ): Promise<DoorRefusal | 'unsure' | undefined> {
    const token = /^Bearer ([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(authorization ?? '')?.[1];
    if (token === undefined) return 'no-token';
    try {
      const { alg, kid } = decodeProtectedHeader(token);
      if (alg !== 'RS256') return 'algorithm';
      const signing = kid === undefined ? undefined : await keys.find(kid);
      if (!signing) return 'key';
      const { payload } = await jwtVerify(token, signing.key, {
        algorithms: ['RS256'],
        issuer: issuerOf(config.openIdMetadataUrl),
        audience: config.appId,
        clockTolerance: toleranceSeconds,
        currentDate: new Date(clock()),
        requiredClaims: ['exp'],
      });
      if (channelId !== 'msteams' || !signing.endorsements.includes(channelId)) return 'endorsement';
      return isOfService(payload.serviceurl, serviceUrl) ? undefined : 'service-url';
    } catch (error) {
      return error instanceof KeysAway ? 'unsure' : reasonFor(error);
    }
  }
}

/** As Microsoft's own SDKs compare it: without regard to case and to one slash at the end. */
function isOfService(claim: unknown, serviceUrl: string): boolean {
  const bare = (url: string) => url.replace(/\/$/, '');
  return typeof claim === 'string' && isSame(bare(claim), bare(serviceUrl));
}

/** Of the cloud that the keys are of. */
function issuerOf(openIdMetadataUrl: string): string {
  const isGovernment = new URL(openIdMetadataUrl).hostname === 'login.botframework.azure.us';
  return isGovernment ? 'https://api.botframework.us' : 'https://api.botframework.com';
}

const claims: Readonly<Record<string, DoorRefusal>> = {
  iss: 'issuer',
  aud: 'audience',
  nbf: 'not-yet',
  exp: 'expired',
};

function reasonFor(error: unknown): DoorRefusal {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTClaimValidationFailed) return claims[error.claim] ?? 'token';
  return error instanceof errors.JWSSignatureVerificationFailed ? 'signature' : 'token';
}

const refused = (reason: DoorRefusal): Judged => ({ is: 'refused', reason });
const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();
