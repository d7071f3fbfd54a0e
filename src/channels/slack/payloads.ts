/**
 * What this channel reads of Slack's payloads, and nothing more: names, texts of others, files and profiles are not
 * taken in at all. The same shapes come over HTTP and over Socket Mode.
 */
import { z } from 'zod';

/** Slack's ids: letters and digits, the kind first (T workspace, E organisation, U or W person, C and D channels). */
const id = z.string().regex(/^[A-Z0-9]{2,30}$/);
const maybeId = id.nullish().catch(undefined);
const time = z.string().regex(/^\d{1,12}\.\d{1,8}$/);
const delivery = z.string().min(1).max(200);
const given = z.boolean().nullish();

const maybeList = z.array(z.unknown()).nullish().catch(undefined);

const changedMessage = z.object({
  user: maybeId,
  bot_id: z.string().nullish(),
  team: maybeId,
  text: z.string().nullish(),
  blocks: maybeList,
  attachments: maybeList,
  ts: time,
  thread_ts: time.nullish().catch(undefined),
  /** Somebody changed it. Absent: Slack did, by adding the preview of a link. */
  edited: z.object({}).nullish(),
});

export const eventSchema = z.object({
  type: z.literal('event_callback'),
  api_app_id: id,
  event_id: delivery,
  /** Seconds since 1970. */
  event_time: z.number().nullish().catch(undefined),
  team_id: maybeId,
  enterprise_id: maybeId,
  is_ext_shared_channel: given,
  authorizations: z
    .array(z.object({ enterprise_id: maybeId, team_id: maybeId, is_enterprise_install: given }))
    .nullish(),
  event: z.object({
    type: z.string(),
    subtype: z.string().nullish(),
    user: maybeId,
    bot_id: z.string().nullish(),
    /** The person's own workspace, where it is not the channel's. */
    user_team: maybeId,
    team: maybeId,
    channel: maybeId,
    channel_type: z.string().nullish(),
    text: z.string().nullish(),
    /** Read only where there is no text. */
    blocks: maybeList,
    /** That something is shared, and whether it speaks of danger, is all that is read of it. */
    attachments: maybeList,
    /** A message that was changed, as it is now and as it was. */
    message: changedMessage.nullish().catch(undefined),
    previous_message: z.object({ text: z.string().nullish() }).nullish().catch(undefined),
    thread_ts: time.nullish().catch(undefined),
    /** That there are files is all that is read of them. */
    files: z.array(z.unknown()).nullish(),
    tab: z.string().nullish(),
    tokens: z.object({ bot: z.array(z.string()).nullish() }).nullish(),
  }),
});
export type SlackEvent = z.infer<typeof eventSchema>;

const who = {
  team: z.object({ id }).nullish(),
  enterprise: z.object({ id }).nullish(),
  is_enterprise_install: given,
  user: z.object({ id, team_id: maybeId }),
};

export const pressSchema = z.object({
  type: z.literal('block_actions'),
  api_app_id: id,
  ...who,
  trigger_id: delivery,
  response_url: z.url().nullish().catch(undefined),
  container: z.object({ type: z.string(), is_ephemeral: given, message_ts: z.string().nullish() }),
  channel: z.object({ id: maybeId }).nullish(),
  message: z.object({ thread_ts: time.nullish().catch(undefined) }).nullish(),
  /** A button carries its value; a menu the one of the option chosen. */
  actions: z
    .array(
      z.object({
        action_id: z.string().nullish().catch(undefined),
        value: z.unknown().optional(),
        selected_option: z.object({ value: z.unknown().optional() }).nullish().catch(undefined),
      }),
    )
    .min(1),
  state: z
    .object({
      values: z.record(
        z.string(),
        z.record(z.string(), z.object({ selected_options: z.array(z.object({ value: z.string() })).nullish() })),
      ),
    })
    .nullish(),
});
export type SlackPress = z.infer<typeof pressSchema>;

export const shortcutSchema = z.object({
  type: z.literal('shortcut'),
  api_app_id: maybeId,
  callback_id: z.string(),
  ...who,
  trigger_id: delivery,
});
export type SlackShortcut = z.infer<typeof shortcutSchema>;

export const commandSchema = z.object({
  command: z.string().regex(/^\//),
  text: z.string().max(8_000).default(''),
  api_app_id: id,
  team_id: maybeId,
  enterprise_id: maybeId,
  is_enterprise_install: z.enum(['true', 'false']).nullish(),
  user_id: id,
  trigger_id: delivery,
  response_url: z.url().nullish().catch(undefined),
});
export type SlackCommand = z.infer<typeof commandSchema>;
