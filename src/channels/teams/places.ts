/** Where in Teams something is said. As an address it is kept sealed, so that what is owed finds its way after a crash. */
import { z } from 'zod';
import type { Address } from '../../contract.ts';
import { conversationId, memberId, serviceUrl, tenantId } from './payloads.ts';

const common = {
  /** The directory. */
  tenant: tenantId,
  /** Our own name in it: `28:` and the app id. */
  bot: memberId,
  /** Where messages to it are sent. It came from outside: whoever sends there checks its host again. */
  serviceUrl,
};
/** The person is of a directory that no organisation names: they get look-ups, and are told so. */
const guest = z.literal('yes').optional();

const placeSchema = z.discriminatedUnion('at', [
  /** The personal chat with this person (`29:...`), in their language as Teams tells it. */
  z.strictObject({
    at: z.literal('personal'),
    ...common,
    conversation: conversationId,
    user: memberId,
    locale: z.string().max(35).optional(),
    guest,
  }),
  /** The personal chat with somebody who was met elsewhere; it is opened first. Opening it twice gives the same chat. */
  z.strictObject({ at: z.literal('person'), ...common, user: memberId, aad: z.string().max(100).optional(), guest }),
  /** A channel or group chat: the leads'. */
  z.strictObject({ at: z.literal('channel'), ...common, conversation: conversationId }),
  /** A message that was posted. */
  z.strictObject({ at: z.literal('card'), ...common, conversation: conversationId, activity: z.string().max(500) }),
]);
export type TeamsPlace = z.infer<typeof placeSchema>;
/** A chat with one person alone. */
export type PersonPlace = Extract<TeamsPlace, { user: string }>;

export const addressOf = (place: TeamsPlace): Address => place as Address;

/** Nothing when it is no address of ours, or of a version that knew other places. */
export function placeOf(address: Address): TeamsPlace | undefined {
  return placeSchema.safeParse(address).data;
}
