/** What a refusal of Slack means: try again later, or give up and say why. Pure. */
import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api';
import type { Delivered } from '../../conversation/ports.ts';

export type NotDelivered = Exclude<Delivered, { status: 'sent' }>;

/** Trying again cannot help: the message, the place, the person or the app would have to change. */
const final = new Set([
  // The place.
  'channel_not_found',
  'not_in_channel',
  'is_archived',
  'restricted_action',
  'restricted_action_read_only_channel',
  'messages_tab_disabled',
  // The person.
  'user_not_found',
  'users_not_found',
  'user_disabled',
  'user_not_in_channel',
  'cannot_dm_bot',
  'is_bot',
  // The app.
  'account_inactive',
  'token_revoked',
  'invalid_auth',
  'not_authed',
  'missing_scope',
  'no_permission',
  'not_allowed_token_type',
  'access_denied',
  'org_login_required',
  'team_access_not_granted',
  'two_factor_setup_required',
  'enterprise_is_restricted',
  // The message.
  'invalid_blocks',
  'invalid_blocks_format',
  'msg_too_long',
  'msg_blocks_too_long',
  'no_text',
  'invalid_arguments',
  'view_too_large',
]);

/** The token is no good any more; a new one may be. */
export const tokenGone = new Set(['account_inactive', 'token_revoked', 'invalid_auth', 'not_authed', 'token_expired']);

/** There is no card any more that could be redrawn. */
const cardGone = new Set([
  'message_not_found',
  'cant_update_message',
  'edit_window_closed',
  'channel_not_found',
  'is_archived',
]);

/** Slack's own code of a refusal, where it gave one. */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof WebAPIPlatformError ? error.data.error : undefined;
  // A proxy's page can stand where the code should.
  return code !== undefined && /^[a-z_]{2,60}$/.test(code) ? code : undefined;
}

export const isCardGone = (error: unknown): boolean => cardGone.has(codeOf(error) ?? '');

/** Anything not known to be final is worth another try: the outbox ends it after twelve hours. */
export function asDelivered(error: unknown): NotDelivered {
  if (error instanceof WebAPIRateLimitedError) {
    return { status: 'retry', reason: 'ratelimited', afterMs: error.retryAfter * 1000 };
  }
  const code = codeOf(error);
  if (code !== undefined) return { status: final.has(code) ? 'failed' : 'retry', reason: code };
  if (error instanceof WebAPIHTTPError) return { status: 'retry', reason: `http-${error.statusCode}` };
  if (error instanceof WebAPIRequestError) {
    return { status: 'retry', reason: /TimeoutError|AbortError/.test(error.original.name) ? 'timeout' : 'network' };
  }
  return { status: 'retry', reason: error instanceof WebAPIPlatformError ? 'unreadable' : 'unknown' };
}
