/**
 * One activity of Teams, as one arrival: who, where, and what they did. Pure. What changes nothing comes back as
 * 'nothing': deletions, reactions, typing, other bots, members of a team coming and going. docs/events.md lists them all.
 */
import type { Account, Address, Input } from '../../contract.ts';
import { tickedOf } from '../ticked.ts';
import { person } from './identity.ts';
import { quotedText, textInShare, withoutMarkup } from './markup.ts';
import {
  messageSchema,
  pressSchema,
  querySchema,
  type TeamsPress,
  type TeamsQuery,
  type TeamsText,
  type TeamsUpdate,
  updateSchema,
} from './payloads.ts';
import { addressOf, type PersonPlace, type TeamsPlace } from './places.ts';

export interface Arrival {
  /** How Teams sent it: only an `invoke` is answered with something to show. */
  readonly kind: 'message' | 'invoke' | 'event';
  readonly tenant: string;
  readonly from: Account;
  readonly wants: Wants;
  /** Of an installation and its removal: when it happened, in milliseconds since 1970, where Teams says so. */
  readonly at?: number;
}

export type Wants =
  | {
      readonly do: 'converse';
      readonly delivery: string;
      readonly said?: string;
      readonly input: Input;
      readonly to: PersonPlace;
      /** Asked where others can read it: show the way there. */
      readonly point?: Extract<TeamsPlace, { at: 'channel' }>;
    }
  /** The search box of the message extension, at each letter typed. */
  | { readonly do: 'search'; readonly query: string }
  /** This person removed the app. */
  | { readonly do: 'leave' };

export type Translated = Arrival | 'nothing' | 'shape';

type Activity = Pick<TeamsText, 'from' | 'recipient' | 'conversation' | 'serviceUrl'> &
  Pick<Partial<TeamsText>, 'locale'>;

/** @param tenant as the door found it */
export function translate(activity: object, tenant: string): Translated {
  const { type, name } = activity as { type?: unknown; name?: unknown };
  switch (type) {
    case 'message':
      // A press of a client that knows no Action.Execute brings a value, if only an empty one.
      return read(messageSchema, activity, (given) => ofMessage(given, tenant, 'value' in activity));
    case 'invoke':
      if (name === 'adaptiveCard/action') return read(pressSchema, activity, (given) => ofPress(given, tenant));
      if (name === 'composeExtension/query') return read(querySchema, activity, (given) => ofQuery(given, tenant));
      return 'nothing';
    case 'messageUpdate':
      return read(messageSchema, activity, (given) => ofEdit(given, tenant));
    case 'conversationUpdate':
    case 'installationUpdate':
      return read(updateSchema, activity, (given) => ofUpdate(given, type, tenant));
    default:
      return 'nothing';
  }
}

function read<T>(
  schema: { safeParse(value: unknown): { success: true; data: T } | { success: false } },
  activity: object,
  of: (given: T) => Translated,
): Translated {
  const parsed = schema.safeParse(activity);
  return parsed.success ? of(parsed.data) : 'shape';
}

function ofMessage(given: TeamsText, tenant: string, isPressed: boolean): Translated {
  if (isBot(given)) return 'nothing';
  const common = { kind: 'message', tenant, from: person(tenant, given.from) } as const;
  const to = chatWith(given, tenant);
  const { id: delivery, value } = given;
  if (value && plain(given) === '')
    return { ...common, wants: { do: 'converse', delivery, input: pressed(value, cardOf(given, tenant)), to } };
  if (isPersonal(given)) {
    const { timestamp } = given;
    const when = timestamp ? { said: timestamp } : {};
    const input = said(given, isPressed);
    return input ? { ...common, wants: { do: 'converse', delivery, ...when, input, to } } : 'nothing';
  }
  // Others can read it, and it may be about a child.
  const input: Input = { kind: 'aloud', words: plain(given) };
  return { ...common, wants: { do: 'converse', delivery, input, to, point: publicPlace(given, tenant) } };
}

/** What a message says: words, something that is not taken in, or our name alone. Nothing: nobody can send that. */
function said(given: TeamsText, isPressed: boolean): Input | undefined {
  const kinds = given.attachments?.map(({ contentType }) => contentType ?? '') ?? [];
  const text = plain(given) || inHtml(given);
  const others = ofOthers(given);
  if (kinds.some((kind) => kind !== htmlCopy && !isShare(kind))) return { kind: 'file', ...beside(text, others) };
  if (text !== '') return { kind: 'text', text, ...beside(others) };
  if (kinds.some(isShare) || others !== '') return { kind: 'file', ...beside(others) };
  if (isPressed) return { kind: 'illegible', what: 'press' };
  const holds = given.text?.trim() || given.attachments?.some(({ content }) => content);
  return holds ? { kind: 'hello' } : undefined;
}

/** Teams sends a copy of formatted text as an attachment too, and sometimes nothing else. */
const htmlCopy = 'text/html';
/** Quotes, forwards and cards: beside words of the person's own they are left out, without any they are refused. */
const isShare = (contentType: string): boolean =>
  /^(messageReference|forwardedMessageReference|application\/vnd\.microsoft\.card\..*)$/.test(contentType);

const inHtml = ({ attachments }: TeamsText): string =>
  (attachments ?? [])
    .flatMap(({ contentType, content }) =>
      contentType === htmlCopy && typeof content === 'string' ? [withoutMarkup(content)] : [],
    )
    .join(' ')
    .trim();

/** What is quoted, forwarded or shared: it answers nothing. */
function ofOthers({ text, attachments }: TeamsText): string {
  const shares = (attachments ?? []).filter(({ contentType }) => isShare(contentType ?? ''));
  const copies = (attachments ?? []).filter(({ contentType }) => contentType === htmlCopy);
  const quoted = [text, ...copies.map(({ content }) => content)].map((each) =>
    typeof each === 'string' ? quotedText(each) : '',
  );
  return [...quoted, ...shares.map(({ content }) => textInShare(content))].join(' ').trim();
}

/** What is read for danger alone. */
function beside(...texts: readonly string[]): { beside?: string } {
  const words = texts.filter((text) => text !== '').join('\n');
  return words === '' ? {} : { beside: words };
}

/** Somebody changed what they had sent. It is said once for each message, however often it is changed. */
function ofEdit(given: TeamsText, tenant: string): Translated {
  if (isBot(given) || !isPersonal(given) || given.channelData?.eventType !== 'editMessage') return 'nothing';
  return {
    kind: 'message',
    tenant,
    from: person(tenant, given.from),
    wants: {
      do: 'converse',
      delivery: `edit ${given.id}`,
      input: { kind: 'illegible', what: 'edit', ...beside(plain(given) || inHtml(given), ofOthers(given)) },
      to: chatWith(given, tenant),
    },
  };
}

function ofPress(given: TeamsPress, tenant: string): Translated {
  if (isBot(given)) return 'nothing';
  const data = given.value?.action?.data;
  return {
    kind: 'invoke',
    tenant,
    from: person(tenant, given.from),
    wants: {
      do: 'converse',
      delivery: given.id,
      input: pressed(data, cardOf(given, tenant)),
      to: chatWith(given, tenant),
    },
  };
}

/** Whatever the verb: a card of another version may have had another. */
function pressed(data: TeamsText['value'], card: Address | undefined): Input {
  if (!data) return { kind: 'illegible', what: 'press' };
  const ticked = tickedOf(data);
  return { kind: 'press', token: data.token, ...(ticked && { ticked }), ...(card && { card }) };
}

/** Where it was pressed, in the chat with one person alone: nobody else sees what is drawn there. */
function cardOf(given: TeamsPress | TeamsText, tenant: string): Address | undefined {
  const { replyToId: activity, conversation, recipient, serviceUrl } = given;
  if (!activity || !isPersonal(given)) return undefined;
  return addressOf({ at: 'card', tenant, bot: recipient.id, serviceUrl, conversation: conversation.id, activity });
}

function ofQuery(given: TeamsQuery, tenant: string): Translated {
  const { parameters } = given.value;
  // Teams asks once before anything is typed, with a parameter of its own.
  const typed = parameters?.find(({ name }) => name !== 'initialRun');
  return {
    kind: 'invoke',
    tenant,
    from: person(tenant, given.from),
    wants: { do: 'search', query: typed?.value ?? '' },
  };
}

/** Teams tells of an installation twice, as two kinds of activity: one welcome, and again only after it was removed. */
function ofUpdate(given: TeamsUpdate, type: 'conversationUpdate' | 'installationUpdate', tenant: string): Translated {
  if (!isPersonal(given) || isBot(given)) return 'nothing';
  const at = Date.parse(given.timestamp ?? '');
  const when = Number.isNaN(at) ? {} : { at };
  const common = { kind: 'event', tenant, from: person(tenant, given.from), ...when } as const;
  if (type === 'installationUpdate' && given.action === 'remove') return { ...common, wants: { do: 'leave' } };
  const isAdded =
    type === 'installationUpdate'
      ? given.action === 'add'
      : given.membersAdded?.some(({ id }) => id === given.recipient.id);
  if (!isAdded) return 'nothing';
  const to = chatWith(given, tenant);
  return { ...common, wants: { do: 'converse', delivery: 'installed', input: { kind: 'hello' }, to } };
}

const isBot = ({ from, recipient }: Activity) => from.id === recipient.id || from.role === 'bot';
/** Older events of a personal chat do not say that they are. Its id does. */
const isPersonal = ({ conversation: { conversationType, id } }: Activity) =>
  conversationType ? conversationType === 'personal' : !id.startsWith('19:');

function chatWith(given: Activity, tenant: string): PersonPlace {
  const { from, recipient, conversation, serviceUrl, locale } = given;
  const common = { tenant, bot: recipient.id, serviceUrl, user: from.id };
  if (isPersonal(given)) {
    return { at: 'personal', ...common, conversation: conversation.id, ...(locale && { locale }) };
  }
  return { at: 'person', ...common, ...(from.aadObjectId && { aad: from.aadObjectId }) };
}

const publicPlace = ({ recipient, conversation, serviceUrl }: Activity, tenant: string) =>
  ({ at: 'channel', tenant, bot: recipient.id, serviceUrl, conversation: conversation.id }) as const;

/** As it was typed: without the bot's own name, which is in the text in any shape. */
function plain({ text, entities, recipient }: TeamsText): string {
  const mentions = entities?.filter(({ type, mentioned }) => type === 'mention' && mentioned?.id === recipient.id);
  return withoutMarkup(
    (mentions ?? []).reduce((rest, mention) => (mention.text ? rest.replaceAll(mention.text, ' ') : rest), text ?? ''),
  );
}
