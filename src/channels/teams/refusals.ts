/**
 * Every answer with which the Bot Connector can refuse to post, to draw anew or to open a chat: Microsoft's codes first,
 * then the status alone, as its pages for bots in Teams list them.
 */
import type { RefusalKind, Refusals } from '../refusals.ts';

const codes: Refusals = {
  BotNotInConversationRoster: ['place', 'the bot was taken out of the chat'],
  ConversationBlockedByUser: ['place', 'the person blocked the bot'],
  MessageWritesBlocked: ['place', 'the person blocked the bot, in older words'],
  ForbiddenOperationException: ['place-or-all', 'the person has not got the app'],
  NotEnoughPermissions: ['place-or-all', 'the bot may not write there'],
  ConversationNotFound: ['place', 'no such chat'],
  MemberNotFoundInConversation: ['place', 'no such person there'],
  ActivityNotFoundInConversation: ['card', 'somebody deleted it'],
  BotNotRegistered: ['connection', 'the bot is not registered any more'],
  BotDisabledByAdmin: ['connection', 'the directory switched the bot off'],
  InvalidBotApiHost: ['connection', 'the connector of another cloud'],
  Unauthorized: ['connection', 'the token is not taken'],
  PreconditionFailed: ['passing', 'two things at once in one chat'],
  ConversationMemberAlreadyExists: ['passing', 'the chat is just being opened'],
  ServiceError: ['passing', 'a fault of the connector'],
  Throttled: ['passing', 'the connector asks us to slow down'],
  BadSyntax: ['ours', 'an activity that the connector does not take'],
  BadArgument: ['ours', 'an activity that the connector does not take'],
  MessageSizeTooBig: ['ours', 'too much on one card'],
};

const statuses: Readonly<Record<number, RefusalKind>> = {
  400: 'ours',
  401: 'connection',
  403: 'connection',
  404: 'place-or-all',
  405: 'ours',
  407: 'connection',
  408: 'passing',
  409: 'passing',
  410: 'place-or-all',
  411: 'ours',
  412: 'passing',
  413: 'ours',
  414: 'ours',
  415: 'ours',
  422: 'ours',
  429: 'passing',
};

/** Nothing where neither is known. */
export function kindOfRefusal(status: number, code: string | undefined): RefusalKind | undefined {
  if (status === 429) return 'passing';
  if (code !== undefined && Object.hasOwn(codes, code)) return codes[code]?.[0];
  // A refusal in a word that is not known may be of this place alone.
  if (status === 403 && code !== undefined) return undefined;
  if (status >= 500) return 'passing';
  // Nobody is followed to another address: something stands between us and the connector.
  return status < 400 ? 'connection' : statuses[status];
}
