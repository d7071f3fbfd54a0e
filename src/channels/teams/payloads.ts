/**
 * What this channel reads of Teams' activities, and nothing more: names, texts of others, files and profiles are not
 * taken in at all.
 */
import { z } from 'zod';

const id = (longest: number) =>
  z
    .string()
    .min(1)
    .max(longest)
    .regex(/^[\x21-\x7e]+$/);

export const tenantId = id(100);
/** `29:...` a person, `28:...` a bot. */
export const memberId = id(300);
/** `a:...` a personal chat, `19:...` a channel or group chat; a reply in a channel adds `;messageid=...`. */
export const conversationId = id(500);
export const serviceUrl = z.url({ protocol: /^https?$/ }).max(300);

const maybe = <T extends z.ZodType>(schema: T) => schema.nullish().catch(undefined);

/** What every activity says of itself. The door compares it with the token; nothing else is read before. */
export const envelopeSchema = z.object({
  type: z.string().max(50),
  channelId: z.string().max(50),
  serviceUrl,
  recipient: z.object({ id: memberId }),
  /** Teams gives the tenant twice; in older kinds of event once. */
  conversation: z.object({ tenantId: tenantId.nullish() }),
  channelData: z.object({ tenant: z.object({ id: tenantId }).nullish() }).nullish(),
});
export type Envelope = z.infer<typeof envelopeSchema>;

const common = {
  from: z.object({ id: memberId, aadObjectId: maybe(id(100)), role: maybe(z.string()) }),
  recipient: z.object({ id: memberId }),
  conversation: z.object({ id: conversationId, conversationType: maybe(z.string()) }),
  serviceUrl,
};
const activityId = id(200);
/** The card that was pressed, or the message that is answered. */
const replyToId = maybe(id(200).catch(''));
const locale = maybe(z.string().regex(/^[A-Za-z0-9-]{2,35}$/));
/** What a button of ours carries. Nobody has to tick anything: then Teams sends an empty text, or none. */
const ticked = z.string().max(2_000).nullish();
const pressed = z.object({ token: z.string().min(1).max(2_000), ticks: ticked, ticks2: ticked, ticks3: ticked });
/** Some clients send what a button carries as text. */
const maybeText = (value: unknown): unknown => {
  try {
    return typeof value === 'string' ? JSON.parse(value) : value;
  } catch {
    return undefined;
  }
};
/** Nothing when it is none of ours, or of another version. */
const maybePressed = z.preprocess(maybeText, pressed.nullish().catch(undefined)).optional();

export const messageSchema = z.object({
  ...common,
  id: activityId,
  locale,
  text: maybe(z.string()),
  /** The same where Teams sends the message again, under its id or another. */
  timestamp: maybe(z.iso.datetime({ offset: true })),
  /** Of a file only that it is one is read; of a copy of the text in HTML the words; of what is shared, whether it speaks of danger. */
  attachments: maybe(z.array(z.object({ contentType: maybe(z.string()), content: z.unknown().optional() }))),
  entities: maybe(
    z.array(z.object({ type: z.string(), text: maybe(z.string()), mentioned: maybe(z.object({ id: z.string() })) })),
  ),
  /** A press, from a client that knows no Action.Execute. */
  value: maybePressed,
  replyToId,
  channelData: maybe(z.object({ eventType: maybe(z.string()) })),
});
export type TeamsText = z.infer<typeof messageSchema>;

export const pressSchema = z.object({
  ...common,
  id: activityId,
  locale,
  replyToId,
  value: z.preprocess(
    maybeText,
    z
      .object({ action: z.object({ data: maybePressed }).optional().catch(undefined) })
      .nullish()
      .catch(undefined),
  ),
});
export type TeamsPress = z.infer<typeof pressSchema>;

export const querySchema = z.object({
  ...common,
  value: z.object({
    parameters: maybe(z.array(z.object({ name: maybe(z.string()), value: maybe(z.string().max(2_000)) }))),
  }),
});
export type TeamsQuery = z.infer<typeof querySchema>;

export const updateSchema = z.object({
  ...common,
  locale,
  /** When it happened, as Teams saw it. */
  timestamp: maybe(z.string()),
  action: maybe(z.string()),
  membersAdded: maybe(z.array(z.object({ id: memberId }))),
});
export type TeamsUpdate = z.infer<typeof updateSchema>;
