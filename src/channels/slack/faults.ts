/** What a refusal of Slack means: try again later, wait for the workspace, or give up and say why. Pure. */
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import { type NotDelivered, type RefusalKind, type Refusals, refusedFor } from '../refusals.ts';
import { NotInstalled } from './installing/installs.ts';
import { slackRefusals } from './refusals.ts';

/** A card that is to move on stands nowhere any more. What is owed must be posted afresh. */
export class CardGone extends Error {
  override readonly name = 'CardGone';
}

/** The token is no good any more; a new one may be. */
export const tokenGone = new Set(['account_inactive', 'token_revoked', 'invalid_auth', 'not_authed', 'token_expired']);

/** Slack's own code of a refusal, where it gave one. */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof WebAPIPlatformError ? error.data.error : undefined;
  // A proxy's page can stand where the code should.
  return code !== undefined && /^[a-z_]{2,60}$/.test(code) ? code : undefined;
}

/** Nothing where Slack gave no code, or one that is not in its reference. */
export function kindOf(error: unknown): RefusalKind | undefined {
  const code = codeOf(error);
  const known: Refusals = slackRefusals;
  return code !== undefined && Object.hasOwn(known, code) ? known[code]?.[0] : undefined;
}

/** Drawing a card anew that is gone, or stands where nothing can be drawn: it is posted afresh, and that says the rest. */
export const isCardGone = (error: unknown): boolean => ['card', 'place'].includes(kindOf(error) ?? '');

export function asDelivered(error: unknown): NotDelivered {
  if (error instanceof CardGone) return { status: 'failed', reason: 'card-gone' };
  if (error instanceof NotInstalled) return refusedFor('connection', 'not-installed');
  if (error instanceof WebAPIRateLimitedError) {
    return { status: 'retry', reason: 'ratelimited', afterMs: error.retryAfter * 1000 };
  }
  const code = codeOf(error);
  if (code !== undefined) return refusedFor(kindOf(error), code);
  if (error instanceof WebAPIHTTPError) return refusedFor(kindOfStatus(error.statusCode), `http-${error.statusCode}`);
  if (error instanceof WebAPIRequestError) {
    const isLate = /TimeoutError|AbortError/.test(error.original.name);
    return isLate ? refusedFor('passing', 'timeout') : refusedFor('connection', 'network');
  }
  return refusedFor('passing', error instanceof WebAPIPlatformError ? 'unreadable' : 'unknown');
}

/** Slack itself refuses with a code; a status says that it is ill, or that something stands between us and it. */
const kindOfStatus = (status: number): RefusalKind => (status >= 500 || status === 408 ? 'passing' : 'connection');
