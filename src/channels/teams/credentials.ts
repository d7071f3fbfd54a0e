/**
 * The bot's own token, which goes with everything it sends. Asked for here and not by botbuilder's library (MSAL), which
 * refuses a plain http:// token endpoint on this machine, takes no time limit, and asks for a certificate's thumbprint by hand.
 */
import { createPrivateKey, randomUUID, X509Certificate } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { ConfigurationServiceClientCredentialFactory } from 'botbuilder';
import { SignJWT } from 'jose';
import { z } from 'zod';
import type { TeamsConfig } from '../../config/teams.ts';
import { ConnectorAway, TokenRefused } from './faults.ts';

type Verified = Extract<TeamsConfig, { kind: 'verified' }>;

export interface Tokens {
  /** @throws TokenRefused @throws ConnectorAway */
  get(signal: AbortSignal): Promise<string>;
  /** The connector did not accept this one; the next is a new one. */
  refused(token: string): void;
}

interface Token {
  readonly token: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

/** A token is given up this long before its end, so that none ends on its way. */
const earlyMs = 5 * 60_000;
const assertionSeconds = 5 * 60;

const grantSchema = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });
const refusalSchema = z.object({ error: z.string() });

/** Asked for once, however many wait for it. @param clock milliseconds since 1970 */
export function createTokens(config: Verified, clock: () => number): Tokens {
  const fetchToken = config.credential.kind === 'managedIdentity' ? managedIdentity(config) : grants(config, clock);
  let kept: Token | undefined;
  let asking: Promise<Token> | undefined;
  return {
    async get(signal) {
      if (kept && kept.until > clock()) return kept.token;
      asking ??= fetchToken(signal).finally(() => {
        asking = undefined;
      });
      kept = await asking;
      return kept.token;
    },
    refused(token) {
      if (kept?.token === token) kept = undefined;
    },
  };
}

/** OAuth's client credentials, with a secret or a certificate. */
function grants(config: Verified, clock: () => number) {
  const tokenUrl = tokenUrlOf(config);
  return async (signal: AbortSignal): Promise<Token> => {
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: config.appId,
      scope: `${audienceOf(tokenUrl)}/.default`,
      ...(await proofOf(config, tokenUrl, clock)),
    });
    const { ok, said } = await asked(tokenUrl, body, signal);
    const grant = grantSchema.safeParse(said).data;
    if (!ok || !grant) throw new TokenRefused(refusalSchema.safeParse(said).data?.error ?? 'unreadable');
    return { token: grant.access_token, until: clock() + Math.max(0, grant.expires_in * 1000 - earlyMs) };
  };
}

async function asked(tokenUrl: string, body: URLSearchParams, signal: AbortSignal) {
  try {
    const response = await fetch(tokenUrl, { method: 'POST', body, signal, redirect: 'error' });
    return { ok: response.ok, said: await response.json().catch(() => undefined) };
  } catch (cause) {
    throw new ConnectorAway(signal.aborted ? 'timeout' : 'network', { cause });
  }
}

async function proofOf({ appId, credential }: Verified, tokenUrl: string, clock: () => number) {
  if (credential.kind === 'password') return { client_secret: credential.password };
  if (credential.kind === 'managedIdentity') return {};
  const { thumbprint, key } = await certificateOf(credential);
  const now = Math.floor(clock() / 1000);
  const assertion = await new SignJWT()
    .setProtectedHeader({ alg: 'PS256', typ: 'JWT', 'x5t#S256': thumbprint })
    .setIssuer(appId)
    .setSubject(appId)
    .setAudience(tokenUrl)
    .setJti(randomUUID())
    .setNotBefore(now)
    .setExpirationTime(now + assertionSeconds)
    .sign(key);
  return {
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: assertion,
  };
}

/** Read each time, so that a renewed certificate needs no restart. */
async function certificateOf({ certificateFile, keyFile }: { certificateFile: string; keyFile: string }) {
  try {
    const [certificate, key] = await Promise.all([readFile(certificateFile), readFile(keyFile)]);
    const thumbprint = new X509Certificate(certificate).fingerprint256.replaceAll(':', '');
    return { thumbprint: Buffer.from(thumbprint, 'hex').toString('base64url'), key: createPrivateKey(key) };
  } catch (cause) {
    throw new TokenRefused('certificate', { cause });
  }
}

/** Azure's own endpoint for machines, which only its library knows. It asks that endpoint again, up to five times in 0.3 s. */
function managedIdentity({ appId, tenantId }: Verified) {
  return async (): Promise<Token> => {
    const factory = new ConfigurationServiceClientCredentialFactory({
      MicrosoftAppType: 'UserAssignedMSI',
      MicrosoftAppId: appId,
      ...(tenantId !== undefined && { MicrosoftAppTenantId: tenantId }),
    });
    const credentials = (await factory.createCredentials(appId, publicAudience, '', true)) as unknown as {
      refreshToken(): Promise<{ accessToken: string; expiresOn: Date }>;
    };
    try {
      const { accessToken, expiresOn } = await credentials.refreshToken();
      return { token: accessToken, until: expiresOn.getTime() - earlyMs };
    } catch (cause) {
      throw new TokenRefused('managed-identity', { cause });
    }
  };
}

/** Microsoft's directory for bots, for a bot of many tenants. */
const manyTenants = 'botframework.com';

const tokenUrlOf = ({ tokenUrl, tenantId = manyTenants }: Verified) =>
  tokenUrl ?? `https://login.microsoftonline.com/${tenantId}/oauth2/v2.0/token`;

const publicAudience = 'https://api.botframework.com';

/** Whom the token is for: the American government's cloud has a connector of its own. */
const audienceOf = (tokenUrl: string) =>
  new URL(tokenUrl).hostname.endsWith('.us') ? 'https://api.botframework.us' : publicAudience;
