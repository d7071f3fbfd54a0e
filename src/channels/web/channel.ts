/**
 * The try page's channel: posts into the browser session that a message is addressed to, and passes on what is done
 * there. One neutral message is drawn both ways at once, by the same renderers that Slack and Teams get.
 */
import type { Action, Message } from '../../../dialogs/message.ts';
import { summaryLine } from '../../../dialogs/plain.ts';
import type { Address, Channel, Delivered, Incoming, Input, OnFault, Outgoing, Taken } from '../../contract.ts';
import type { HttpRoute } from '../../http/route.ts';
import { sayOnce } from '../say-once.ts';
import { renderSlack } from '../slack/render.ts';
import { renderTeams } from '../teams/render.ts';
import { withoutButtons } from '../without-buttons.ts';
import type { TrialClock } from './clock.ts';
import { tryRoutes } from './routes.ts';
import { createSessions, type SessionLimits, type TrialSession } from './sessions.ts';
import { type PageEntry, type PageOrganisation, type PagePlace, places } from './view.ts';

export interface WebChannelOptions {
  readonly take: (incoming: Incoming) => Promise<Taken>;
  /** At least one; a session begins with the first. */
  readonly organisations: readonly [PageOrganisation, ...PageOrganisation[]];
  readonly clock: TrialClock;
  /** Sends what has come due by that clock. */
  readonly sweep: () => Promise<unknown>;
  /** Ids that nobody can guess: of sessions and of deliveries. */
  readonly random: () => string;
  readonly onFault: OnFault;
  readonly limits?: SessionLimits;
}

export interface WebChannel extends Channel {
  readonly name: 'web';
  readonly routes: readonly HttpRoute[];
}

/** A night in which nobody takes a concern fills a hundred messages or two. */
const defaultLimits = { sessions: 50, messages: 500 };

export function createWebChannel(options: WebChannelOptions): WebChannel {
  const { take, organisations, clock, sweep, random, onFault } = options;
  const sessions = createSessions(options.limits ?? defaultLimits, random);

  function post(session: TrialSession, to: Address, message: Message, token: Outgoing['token']): Address {
    const at = new Date(clock.now()).toISOString();
    const { card: _, ...address } = to;
    const card = session.timeline.add({ ...whereOf(to), at, ...drawn(message, token) });
    return { ...address, card: String(card) };
  }

  /** Whoever presses on the leads' side is not the person who raised the concern, and is answered in private. */
  async function passOn(session: TrialSession, as: string | undefined, input: Input): Promise<Taken['status']> {
    const address = as === undefined ? { session: session.id, place: 'conversation' } : privately(session.id, as);
    const taken = await take({
      from: {
        channel: 'web',
        tenant: session.organisation,
        person: as === undefined ? session.id : `lead:${session.id}:${as}`,
      },
      delivery: random(),
      address,
      at: new Date(clock.now()),
      input,
    });
    if (taken.status === 'unknown') post(session, address, withoutButtons(taken.say), () => '');
    if (taken.status === 'said') await sayOnce(deliver, address, taken.saying, { onFault, onLost: () => {} });
    return taken.status;
  }

  async function deliver({ to, post: messages, inPlace, shrink = [], edit = [], token }: Outgoing): Promise<Delivered> {
    const session = sessions.find(to.session ?? '');
    if (session === undefined || !isPlace(to.place)) return { status: 'failed', reason: 'session-ended' };
    const { timeline } = session;
    // Before anything is said: what is owed must be posted afresh where a card is gone.
    if (!edit.every(({ card }) => timeline.has(Number(card.card)))) return { status: 'failed', reason: 'card-gone' };
    for (const { card, message } of edit) timeline.redraw(Number(card.card), drawn(message, token));
    for (const { card, message } of shrink) timeline.redraw(Number(card.card), drawn(message, token));
    const [only, ...others] = messages;
    if (inPlace && only && others.length === 0 && timeline.has(Number(inPlace.card.card))) {
      timeline.redraw(Number(inPlace.card.card), drawn(only, token));
      return { status: 'sent', cards: [inPlace.card] };
    }
    return { status: 'sent', cards: messages.map((message) => post(session, to, message, token)) };
  }

  return {
    name: 'web',
    leadsAddress: (site, { session = '' }) => ({ session, place: 'leads', ...(site && { site: site.id }) }),
    personAddress: (account, { session = '' }) => privately(session, account),
    deliver,
    routes: tryRoutes({ organisations, sessions, passOn, clock, sweep }),
  };
}

const privately = (session: string, as: string): Address => ({ session, place: 'leads', as });

const isPlace = (place: string | undefined): place is PagePlace => places.some((known) => known === place);

/** As a destination, a card stands for the thread under it. */
function whereOf({ place, as, site, card }: Address): Pick<PageEntry, 'place' | 'as' | 'site' | 'under'> {
  return {
    place: isPlace(place) ? place : 'conversation',
    ...(as !== undefined && { as }),
    ...(site !== undefined && { site }),
    ...(card !== undefined && { under: Number(card) }),
  };
}

const drawn = (message: Message, token: (action: Action) => string) => ({
  summary: summaryLine(message),
  slack: renderSlack(message, token),
  teams: renderTeams(message, token),
});
