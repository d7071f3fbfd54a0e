/** Sends what is owed to where in Teams it belongs. It tries once; the outbox tries again. */
import { LRUCache } from 'lru-cache';
import type { Message } from '../../../dialogs/message.ts';
import type { Address, Channel, Delivered, Outgoing } from '../../contract.ts';
import type { Log } from '../../log.ts';
import { createProgress, onlyPart } from '../progress.ts';
import type { Card, Chat, Connector } from './connector.ts';
import { asDelivered, faultOf, isCardGone } from './faults.ts';
import { addressOf, placeOf, type TeamsPlace } from './places.ts';
import { renderTeams, type TeamsMessage } from './render.ts';
import { guestBlocks } from './words.ts';

export interface DeliverOptions {
  readonly connector: Connector;
  readonly clock: () => number;
  readonly log: Log;
}

type TeamsMember = Extract<TeamsPlace, { at: 'person' }>;

const mostOpened = 2_000;

export function createDeliver({ connector, clock, log }: DeliverOptions): Channel['deliver'] {
  const progress = createProgress();
  /** Personal chats that were opened, so that each is opened once. */
  const opened = new LRUCache<string, string>({ max: mostOpened });

  async function deliver(outgoing: Outgoing, signal: AbortSignal): Promise<Delivered> {
    const { to, post, inPlace, shrink = [], edit = [], token } = outgoing;
    const place = placeOf(to);
    if (place === undefined) return { status: 'failed', reason: 'address' };
    const messages = 'guest' in place && place.guest ? post.map(forGuest) : post;
    // All of it is drawn before any of it is sent, and outside: what fails here is ours, and no refusal of Teams.
    const draw = (message: Message) => renderTeams(message, token);
    const rendered = messages.map(draw);
    // What can be pressed is on the last part.
    const edits = edit.map(({ card, message }) => ({ card, message: draw(message).at(-1) }));
    const drawnOn = ({ card, message }: { card: Address; message: Message }) => ({ card, message: draw(message)[0] });
    const shrunk = shrink.map(drawnOn);
    const passed = inPlace ? [drawnOn({ card: inPlace.card, message: inPlace.moved }), ...shrunk] : shrunk;
    try {
      // First, because an edit can be done twice and a message cannot.
      for (const { card, message } of edits) {
        if (!(await isDrawnAnew(card, message, signal))) return { status: 'failed', reason: 'card-gone' };
      }
      const lives = inPlace && (await isDrawnAnew(inPlace.card, onlyPart(rendered), signal));
      const cards = lives ? [inPlace.card] : await postAll(place, rendered, signal);
      // After the new question, which matters more; a card that keeps its buttons is only untidy.
      for (const { card, message } of lives ? shrunk : passed) await tidy(card, message, signal);
      return { status: 'sent', cards };
    } catch (error) {
      if (place.at === 'person') opened.delete(nameOf(place));
      return asDelivered(error, clock());
    }
  }

  async function chatOf(place: TeamsPlace, signal: AbortSignal): Promise<Chat> {
    if (place.at === 'card') return { ...place, conversation: threadUnder(place) };
    if (place.at !== 'person') return place;
    const name = nameOf(place);
    const conversation = opened.get(name) ?? (await connector.open(place, signal));
    opened.set(name, conversation);
    return { ...place, conversation };
  }

  /** @returns the last part of each message: what can be pressed is on it. */
  async function postAll(
    place: TeamsPlace,
    messages: readonly TeamsMessage[][],
    signal: AbortSignal,
  ): Promise<readonly Address[]> {
    if (messages.length === 0) return [];
    const chat = await chatOf(place, signal);
    return progress.post([chat.conversation], messages, (part) => postOne(chat, part, signal));
  }

  async function postOne(chat: Chat, message: TeamsMessage, signal: AbortSignal): Promise<Address> {
    const { tenant, conversation, bot, serviceUrl } = chat;
    const { id } = await connector.send(chat, cardOf(message), signal);
    const place = { tenant, conversation, bot, serviceUrl };
    // Taken without a name: it cannot be drawn anew, and that is all. What is said to it later stands below it.
    return addressOf(id === undefined ? { at: 'channel', ...place } : { at: 'card', ...place, activity: id });
  }

  /** @returns false when the card is not there any more */
  async function isDrawnAnew(card: Address, message: TeamsMessage | undefined, signal: AbortSignal): Promise<boolean> {
    const place = placeOf(card);
    if (place?.at !== 'card' || message === undefined) return false;
    try {
      await connector.update(place, place.activity, cardOf(message), signal);
      return true;
    } catch (error) {
      if (isCardGone(error)) return false;
      throw error;
    }
  }

  async function tidy(card: Address, message: TeamsMessage | undefined, signal: AbortSignal): Promise<void> {
    try {
      if (await isDrawnAnew(card, message, signal)) return;
      log.info('teams.card-kept', { reason: 'card-gone' });
    } catch (error) {
      log.info('teams.card-kept', { reason: faultOf(error) });
    }
  }

  return deliver;
}

/** Without the text: Teams would show it as well as the card. */
const cardOf = ({ summary, attachments }: TeamsMessage): Card => ({ summary, attachments });

/** Channels have threads; chats have none. A card that was posted in a thread stays in it. */
const threadUnder = ({ conversation, activity }: Extract<TeamsPlace, { at: 'card' }>) =>
  /^19:.*@thread\.(tacv2|skype)$/.test(conversation) ? `${conversation};messageid=${activity}` : conversation;

const nameOf = ({ tenant, user, serviceUrl }: TeamsMember) => JSON.stringify([tenant, user, serviceUrl]);

const forGuest = (message: Message, at: number): Message =>
  at === 0 ? { ...message, blocks: [...guestBlocks, ...message.blocks] } : message;
