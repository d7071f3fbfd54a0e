/** Sends what is owed to where in Slack it belongs. It tries once; the outbox tries again. */
import type { HomeView } from '@slack/types';
import type { WebAPICallResult } from '@slack/web-api';
import type { Message } from '../../../dialogs/message.ts';
import type { Address, Channel, Delivered, Outgoing } from '../../contract.ts';
import { type Log, reasonOf } from '../../log.ts';
import { createProgress, onlyPart } from '../progress.ts';
import { createRecent } from '../recent.ts';
import { asDelivered, CardGone, codeOf, isCardGone, kindOf, tokenGone } from './faults.ts';
import { homeView } from './home.ts';
import type { Installs } from './installing/installs.ts';
import { addressOf, type PersonPlace, placeOf, responseUrlMs, type SlackPlace } from './places.ts';
import { renderSlack, type SlackMessage, unfoldedOf } from './render.ts';
import type { Respond } from './respond.ts';
import { drawnPlainly } from './tell.ts';
import type { WebApi } from './web-api.ts';
import { guestBlocks } from './words.ts';

export interface DeliverOptions {
  readonly api: WebApi;
  readonly installs: Installs;
  readonly respond: Respond;
  /** What is said to somebody of this workspace whose direct message does not open. */
  readonly notOpen: (workspace: string) => Message;
  readonly clock: () => number;
  readonly log: Log;
}

interface Postable {
  readonly workspace: string;
  /** A person's id stands for the direct message with them. */
  readonly channel: string;
  readonly thread?: string | undefined;
}

export interface SlackDeliver {
  readonly deliver: Channel['deliver'];
  /** The posts as they are drawn for this place, in order. @throws where one cannot be drawn */
  draw(outgoing: Pick<Outgoing, 'to' | 'post' | 'token'>): readonly SlackMessage[];
  /** What has no room in the answer to a command, below it. Never throws. */
  sayBelow(to: Address, parts: readonly SlackMessage[]): Promise<void>;
}

export function createDeliver(options: DeliverOptions): SlackDeliver {
  const { api, installs, respond, notOpen, clock, log } = options;
  const progress = createProgress();
  const saidBeside = createRecent(responseUrlMs);
  /** Workspaces that refused a `container`, as long as this process lives. */
  const foldsNot = new Set<string>();

  async function call(workspace: string, method: string, args: object, signal: AbortSignal): Promise<WebAPICallResult> {
    const token = await installs.tokenFor(workspace, signal);
    try {
      return await api.call(token, method, args, signal);
    } catch (error) {
      if (tokenGone.has(codeOf(error) ?? '')) installs.tokenRefused(workspace);
      throw error;
    }
  }

  /** Where Slack refuses a card for its folded parts, they come by buttons; from then on at once. */
  async function foldedOrNot<T>(
    workspace: string,
    message: SlackMessage,
    send: (message: SlackMessage) => Promise<T>,
  ): Promise<T> {
    const instead = unfoldedOf(message);
    if (!instead) return send(message);
    if (foldsNot.has(workspace)) return send(instead);
    try {
      return await send(message);
    } catch (error) {
      if (codeOf(error) !== 'invalid_blocks') throw error;
      log.warn('slack.no-folding', { reason: 'invalid_blocks' });
      foldsNot.add(workspace);
      return send(instead);
    }
  }

  async function deliver(
    { to, post, inPlace, shrink = [], edit = [], token }: Outgoing,
    signal: AbortSignal,
  ): Promise<Delivered> {
    const place = placeOf(to);
    if (place === undefined) return { status: 'failed', reason: 'address' };
    const messages = place.guest ? post.map(forGuest) : post;
    // All of it is drawn before any of it is sent, and outside: what fails here is ours, and no refusal of Slack.
    const draw = (message: Message) => renderSlack(message, token);
    const home = place.at === 'home' && messages.length > 0 ? homeView(messages, token) : undefined;
    const drawn = place.at === 'home' ? [] : messages.map(draw);
    const edits = edit.map(({ card, message }) => ({ card, message: draw(message).at(-1) }));
    const drawnOn = ({ card, message }: { card: Address; message: Message }) => ({ card, message: draw(message)[0] });
    const shrunk = shrink.map(drawnOn);
    const passed = inPlace ? [drawnOn({ card: inPlace.card, message: inPlace.moved }), ...shrunk] : shrunk;
    try {
      // Before what is posted: an edit that is made again changes nothing, and where a card is gone nothing was posted.
      for (const { card, message } of edits) await redraw(card, message, signal);
      const lives = inPlace && (await takesPlace(inPlace.card, drawn, signal));
      const cards = lives ? [inPlace.card] : await publishOrSay(place, home, drawn, signal);
      // After the new question, which matters more; a card that keeps its buttons is only untidy.
      for (const { card, message } of lives ? shrunk : passed) await tidy(card, message, signal);
      return { status: 'sent', cards };
    } catch (error) {
      return asDelivered(error);
    }
  }

  async function publishOrSay(
    place: SlackPlace,
    home: HomeView | undefined,
    messages: readonly SlackMessage[][],
    signal: AbortSignal,
  ): Promise<readonly Address[]> {
    return place.at === 'home' && home ? publish(place, home, signal) : say(place, messages, signal);
  }

  async function publish(
    { workspace, user }: PersonPlace,
    view: HomeView,
    signal: AbortSignal,
  ): Promise<readonly Address[]> {
    await call(workspace, 'views.publish', { user_id: user, view }, signal);
    // The tab is drawn afresh each time, so there is nothing to come back to.
    return [];
  }

  async function say(
    place: SlackPlace,
    messages: readonly SlackMessage[][],
    signal: AbortSignal,
  ): Promise<readonly Address[]> {
    switch (place.at) {
      case 'direct':
        try {
          return await postAll({ ...place, channel: place.user }, messages, signal);
        } catch (error) {
          if (asDelivered(error).status !== 'retry') await sayNotOpen(place, signal);
          throw error;
        }
      case 'channel':
        return postAll(place, messages, signal);
      case 'card':
        return postAll({ ...place, thread: place.thread ?? place.ts }, messages, signal);
      case 'command':
      case 'beside':
        return sayBeside(place, messages.flat(), signal);
      default:
        return [];
    }
  }

  /** Once, where they asked: they were told to look into a direct message in which nothing comes. */
  async function sayNotOpen(
    { workspace, url, until }: SlackPlace & { at: 'direct' },
    signal: AbortSignal,
  ): Promise<void> {
    if (url === undefined || Number(until) <= clock() || !saidBeside.isNew(url, clock())) return;
    const said = await respond(url, drawnPlainly(notOpen(workspace)), signal);
    log.info('slack.not-open', { reason: said });
  }

  /** @returns the last part of each message: what can be pressed is on it. */
  async function postAll(
    place: Postable,
    messages: readonly SlackMessage[][],
    signal: AbortSignal,
  ): Promise<readonly Address[]> {
    return progress.post([place], messages, (part) => postOne(place, part, signal));
  }

  async function postOne(place: Postable, message: SlackMessage, signal: AbortSignal): Promise<Address> {
    const { workspace, channel, thread } = place;
    const args = { channel, ...message, ...plainly, ...(thread && { thread_ts: thread }) };
    const post = (drawn: SlackMessage) => call(workspace, 'chat.postMessage', { ...args, ...drawn }, signal);
    const posted = (await foldedOrNot(workspace, message, post).catch((error: unknown) => {
      if (kindOf(error) !== 'ours') throw error;
      // A fault of ours must not be silence: the words without the card.
      log.error('slack.card-refused', { reason: codeOf(error) ?? 'unknown' });
      const { blocks: _, ...words } = args;
      return call(workspace, 'chat.postMessage', { ...words, text: words.text.slice(0, longestText) }, signal);
    })) as { channel?: string; ts?: string };
    const card = { workspace, channel: posted.channel ?? channel, ts: posted.ts ?? '' };
    return addressOf({ at: 'card', ...card, ...(thread && { thread }) });
  }

  /** For one person alone, where they asked. When that place has closed, the direct message. */
  async function sayBeside(
    place: Extract<SlackPlace, { until: string }>,
    parts: readonly SlackMessage[],
    signal: AbortSignal,
  ): Promise<readonly Address[]> {
    const { workspace, user, url, until } = place;
    for (const [i, part] of parts.entries()) {
      const responded = url !== undefined && Number(until) > clock() ? await respond(url, part, signal) : 'gone';
      if (responded === 'sent') continue;
      await postAll({ workspace, channel: user }, [parts.slice(i)], signal);
      break;
    }
    return [];
  }

  /** @throws {CardGone} and what Slack answers; the card is the last part of its message, which has the buttons. */
  async function redraw(card: Address, message: SlackMessage | undefined, signal: AbortSignal): Promise<void> {
    const place = placeOf(card);
    // A post that Slack gave no name for cannot be found again.
    if (place?.at !== 'card' || place.ts === '' || message === undefined) throw new CardGone();
    try {
      const { workspace, channel, ts } = place;
      await foldedOrNot(workspace, message, (drawn) =>
        call(workspace, 'chat.update', { channel, ts, ...drawn }, signal),
      );
    } catch (error) {
      throw isCardGone(error) ? new CardGone(codeOf(error), { cause: error }) : error;
    }
  }

  /** @returns false when the card is not there any more, or this takes more room than one */
  async function takesPlace(card: Address, messages: readonly SlackMessage[][], signal: AbortSignal): Promise<boolean> {
    const only = onlyPart(messages);
    try {
      if (only) await redraw(card, only, signal);
      return only !== undefined;
    } catch (error) {
      if (error instanceof CardGone) return false;
      throw error;
    }
  }

  async function tidy(card: Address, message: SlackMessage | undefined, signal: AbortSignal): Promise<void> {
    try {
      await redraw(card, message, signal);
    } catch (error) {
      log.info('slack.card-kept', {
        reason: error instanceof CardGone ? 'card-gone' : (codeOf(error) ?? reasonOf(error)),
      });
    }
  }

  return {
    deliver,
    draw({ to, post, token }) {
      const messages = placeOf(to)?.guest ? post.map(forGuest) : post;
      return messages.flatMap((message) => renderSlack(message, token));
    },
    async sayBelow(to, parts) {
      const place = placeOf(to);
      if (!place) return;
      const signal = AbortSignal.timeout(belowMs);
      try {
        if (place.at === 'beside') await sayBeside(place, parts, signal);
        else await say(place, [[...parts]], signal);
      } catch (error) {
        log.warn('slack.not-told', { reason: codeOf(error) ?? reasonOf(error) });
      }
    },
  };
}

const belowMs = 10_000;

/** Slack cuts what is longer. */
const longestText = 4_000;

/** No names made into mentions, no previews of links. */
const plainly = { parse: 'none', link_names: false, unfurl_links: false, unfurl_media: false } as const;

const forGuest = (message: Message, at: number): Message =>
  at === 0 ? { ...message, blocks: [...guestBlocks, ...message.blocks] } : message;
