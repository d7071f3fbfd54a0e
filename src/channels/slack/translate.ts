/**
 * One payload of Slack, as one arrival: who, where, and what they did. Pure. What changes nothing comes back as
 * 'nothing': other bots, our own messages, deletions, joins, buttons that only open a link. docs/events.md lists them all.
 */
import type { Account, Input } from '../../contract.ts';
import { pressId, ticksId } from './controls.ts';
import { person, tenantOfEvent, tenantOfPerson, workspaceOf, workspaceOfEvent } from './identity.ts';
import { textInAttachments, textInBlocks, withoutMarkup } from './markup.ts';
import {
  commandSchema,
  eventSchema,
  pressSchema,
  type SlackCommand,
  type SlackEvent,
  type SlackPress,
  type SlackShortcut,
  shortcutSchema,
} from './payloads.ts';
import { addressOf, type PersonPlace, responseUrlMs } from './places.ts';

export interface Arrival {
  /** How Slack sent it: it decides what an answer may hold and whether Slack sends it again. */
  readonly kind: 'event' | 'press' | 'shortcut' | 'command';
  /** The app it was sent to; a shortcut may not say. */
  readonly app?: string;
  /** Where the app is installed, see places.ts. */
  readonly workspace: string;
  readonly from: Account;
  readonly delivery: string;
  /** When it happened, in seconds since 1970, where Slack says so and it matters. */
  readonly at?: number;
  readonly wants: Wants;
  /** Where words for this person alone can be sent. */
  readonly responseUrl?: string;
}

export type Wants =
  | {
      readonly do: 'converse';
      readonly input: Input;
      readonly to: PersonPlace;
      /** Where a look-up is answered instead: where it was asked. */
      readonly aside?: PersonPlace;
      /** Asked somewhere else than where the answer comes: show the way, for this person alone. */
      readonly point?: Pointer;
      /** Pressed on the Home tab, which shows what came of it. */
      readonly home?: PersonPlace;
    }
  /** The app was removed from this workspace. */
  | { readonly do: 'leave' };

export type Pointer =
  | { readonly by: 'answer' }
  | { readonly by: 'response-url'; readonly url: string }
  | { readonly by: 'modal'; readonly trigger: string }
  | { readonly by: 'channel'; readonly channel: string; readonly thread?: string };

export type Translated =
  | Arrival
  /** Slack asks whether this address is ours. */
  | { readonly kind: 'challenge'; readonly challenge: string }
  | 'nothing'
  /** Not a payload of Slack's. */
  | 'shape';

/** The manifest's name for the global shortcut. */
export const shortcutId = 'start_concern';
const talk: readonly (string | null | undefined)[] = [
  undefined,
  null,
  'file_share',
  'me_message',
  'message_share',
  'reply_broadcast',
  'thread_broadcast',
];

/** @param now milliseconds since 1970 */
export function translate(payload: unknown, now: number): Translated {
  if (typeof payload !== 'object' || payload === null) return 'shape';
  const { type, command } = payload as { type?: unknown; command?: unknown };
  if (command !== undefined) return read(commandSchema, payload, (given) => ofCommand(given, now));
  switch (type) {
    case 'url_verification':
      return 'challenge' in payload && typeof payload.challenge === 'string'
        ? { kind: 'challenge', challenge: payload.challenge }
        : 'shape';
    case 'event_callback':
      return read(eventSchema, payload, ofEvent);
    case 'block_actions':
      return read(pressSchema, payload, (given) => ofPress(given, now));
    case 'shortcut':
      return read(shortcutSchema, payload, ofShortcut);
    default:
      // Modals that are closed, menus that load: nothing of ours.
      return typeof type === 'string' ? 'nothing' : 'shape';
  }
}

function read<T>(
  schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } },
  payload: unknown,
  of: (given: T) => Translated,
): Translated {
  const parsed = schema.safeParse(payload);
  return parsed.success ? of(parsed.data) : 'shape';
}

function ofEvent(given: SlackEvent): Translated {
  const { event } = given;
  const workspace = workspaceOfEvent(given);
  if (!workspace) return 'shape';
  const common = { kind: 'event', app: given.api_app_id, workspace, delivery: given.event_id } as const;
  if (event.type === 'app_uninstalled' || (event.type === 'tokens_revoked' && (event.tokens?.bot?.length ?? 0) > 0)) {
    const at = given.event_time ?? undefined;
    return { ...common, from: person(workspace, ''), wants: { do: 'leave' }, ...(at !== undefined && { at }) };
  }
  if (event.type === 'message' && event.subtype === 'message_changed') return ofEdit(given, workspace);
  if (!event.user || event.bot_id || event.user === 'USLACKBOT') return 'nothing';
  const wants = wantsOf(event, workspace, event.user);
  return wants ? { ...common, from: person(tenantOfEvent(given, workspace), event.user), wants } : 'nothing';
}

function wantsOf(event: SlackEvent['event'], workspace: string, user: string): Wants | undefined {
  const { channel, thread_ts: thread } = event;
  const direct = { at: 'direct', workspace, user, ...(thread && { thread }) } as const;
  switch (event.type) {
    case 'message': {
      if (event.channel_type !== 'im' || !talk.includes(event.subtype)) return undefined;
      const input = said(event);
      return input && { do: 'converse', input, to: direct };
    }
    case 'app_home_opened':
      if (event.tab !== 'home') return undefined;
      return { do: 'converse', input: { kind: 'glance' }, to: { at: 'home', workspace, user } };
    case 'app_mention':
      // Nothing of what was written there is read: others can see it, and it may be about a child.
      // In the direct message it comes as a message too.
      if (!channel || channel.startsWith('D')) return undefined;
      return {
        do: 'converse',
        input: { kind: 'hello' },
        to: { at: 'direct', workspace, user },
        point: { by: 'channel', channel, ...(thread && { thread }) },
      };
    default:
      return undefined;
  }
}

/** What a message says: words, something that is not taken in, or our name alone. Nothing: nobody can send that. */
function said({ text, files, attachments, blocks }: SlackEvent['event']): Input | undefined {
  const words = wordsOf({ text, blocks });
  const passedOn = textInAttachments(attachments ?? []);
  if ((files?.length ?? 0) > 0) return { kind: 'file', ...beside(words, passedOn) };
  if (words !== '') return { kind: 'text', text: words, ...beside(passedOn) };
  // A forward, a share.
  if ((attachments?.length ?? 0) > 0) return { kind: 'file', ...beside(passedOn) };
  if (text) return { kind: 'hello' };
  // A picture.
  return (blocks?.length ?? 0) > 0 ? { kind: 'file' } : undefined;
}

const wordsOf = ({ text, blocks }: Pick<SlackEvent['event'], 'text' | 'blocks'>): string =>
  withoutMarkup(text ?? '') || textInBlocks(blocks ?? []);

/** What is read for danger alone. */
function beside(...texts: readonly string[]): { beside?: string } {
  const words = texts.filter((text) => text !== '').join('\n');
  return words === '' ? {} : { beside: words };
}

/** Somebody changed what they had sent. It is said once for each message, however often it is changed. */
function ofEdit(given: SlackEvent, workspace: string): Translated {
  const { api_app_id: app, event } = given;
  const { message, previous_message: before, channel = '', channel_type } = event;
  if (channel_type !== 'im' || !message?.user || message.bot_id || message.user === 'USLACKBOT') return 'nothing';
  if (!message.edited || (before && before.text === message.text)) return 'nothing';
  const { user, team, ts, thread_ts: thread } = message;
  return {
    kind: 'event',
    app,
    workspace,
    delivery: `edit ${channel} ${ts}`,
    from: person(tenantOfEvent({ ...given, event: { ...event, team } }, workspace), user),
    wants: {
      do: 'converse',
      input: {
        kind: 'illegible',
        what: 'edit',
        ...beside(wordsOf(message), textInAttachments(message.attachments ?? [])),
      },
      to: { at: 'direct', workspace, user, ...(thread && { thread }) },
    },
  };
}

function ofPress(given: SlackPress, now: number): Translated {
  const [action] = given.actions;
  const workspace = workspaceOf(given);
  if (!workspace) return 'shape';
  const carried = action?.value ?? action?.selected_option?.value;
  const token = typeof carried === 'string' ? carried : '';
  // A link opens by itself, and ticks are sent by the button under them.
  if (token === '' && !action?.action_id?.startsWith(pressId)) return 'nothing';
  return {
    kind: 'press',
    app: given.api_app_id,
    workspace,
    from: person(tenantOfPerson(given, workspace), given.user.id),
    delivery: given.trigger_id,
    wants: wantsOfPress(given, token, workspace, now),
    ...(given.response_url && { responseUrl: given.response_url }),
  };
}

/** Everything is answered in the direct message, but for what may be shown where it was pressed. */
function wantsOfPress(given: SlackPress, token: string, workspace: string, now: number): Wants {
  const { container, channel, trigger_id: trigger } = given;
  const user = given.user.id;
  const url = given.response_url ?? undefined;
  const ticked = tickedIn(given);
  const input: Input =
    token === '' ? { kind: 'illegible', what: 'press' } : { kind: 'press', token, ...(ticked && { ticked }) };
  const direct = { at: 'direct', workspace, user } as const;
  const until = String(now + responseUrlMs);
  const away = { ...direct, ...(url !== undefined && { url, until }) };
  if (container.type === 'view') {
    const home = { at: 'home', workspace, user } as const;
    const onPage = input.kind === 'press' ? { ...input, onPage: true as const } : input;
    return { do: 'converse', input: onPage, to: direct, aside: home, home, point: { by: 'modal', trigger } };
  }
  const point = url === undefined ? undefined : ({ by: 'response-url', url } as const);
  if (container.is_ephemeral === true && url !== undefined) {
    const aside = { at: 'beside', workspace, user, url, until } as const;
    return { do: 'converse', input, to: away, aside, ...(point && { point }) };
  }
  // The leads' channel. A thread there is none of the direct message.
  if (!channel?.id?.startsWith('D')) return { do: 'converse', input, to: away, ...(point && { point }) };
  const thread = given.message?.thread_ts ?? undefined;
  const ts = container.message_ts ?? undefined;
  const card = ts && addressOf({ at: 'card', workspace, channel: channel.id, ts, ...(thread && { thread }) });
  const pressed = input.kind === 'press' && card ? { ...input, card } : input;
  return { do: 'converse', input: pressed, to: { ...direct, ...(thread && { thread }) } };
}

function ofShortcut(given: SlackShortcut): Translated {
  const workspace = workspaceOf(given);
  if (!workspace) return 'shape';
  if (given.callback_id !== shortcutId) return 'nothing';
  const user = given.user.id;
  return {
    kind: 'shortcut',
    ...(given.api_app_id && { app: given.api_app_id }),
    workspace,
    from: person(tenantOfPerson(given, workspace), user),
    delivery: given.trigger_id,
    wants: {
      do: 'converse',
      input: { kind: 'text', text: 'start' },
      to: { at: 'direct', workspace, user },
      point: { by: 'modal', trigger: given.trigger_id },
    },
  };
}

function ofCommand(given: SlackCommand, now: number): Translated {
  const whole = given.is_enterprise_install === 'true';
  const workspace = (whole ? given.enterprise_id : given.team_id) ?? undefined;
  if (!workspace) return 'shape';
  const { user_id: user, trigger_id: delivery } = given;
  const url = given.response_url ?? undefined;
  const text = withoutMarkup(given.text);
  const place = { workspace, user };
  const until = String(now + responseUrlMs);
  return {
    kind: 'command',
    app: given.api_app_id,
    workspace,
    from: person(workspace, user),
    delivery,
    wants: {
      do: 'converse',
      input: text === '' ? { kind: 'text', text: 'start' } : { kind: 'command', words: text },
      to: { at: 'direct', ...place, ...(url !== undefined && { url, until }) },
      ...(url !== undefined && { aside: { at: 'beside', ...place, url, until } }),
      point: { by: 'answer' },
    },
    ...(url && { responseUrl: url }),
  };
}

/** Every ticked value, or nothing where the message has no list. */
function tickedIn({ state }: SlackPress): readonly string[] | undefined {
  const lists = Object.values(state?.values ?? {}).flatMap((block) => {
    const list = block[ticksId];
    return list ? [list.selected_options ?? []] : [];
  });
  return lists.length > 0 ? lists.flat().map(({ value }) => value) : undefined;
}
