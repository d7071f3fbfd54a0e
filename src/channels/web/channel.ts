/**
 * The try page's channel: posts into the browser session that a message is addressed to, and passes on what is done
 * there. One neutral message is drawn both ways at once, by the same renderers that Slack and Teams get.
 */
import type { Action, Message } from '../../../dialogs/message.ts';
import { summaryLine } from '../../../dialogs/plain.ts';
import type { Address, Channel, Delivered, Incoming, Input, Outgoing, Taken } from '../../conversation/ports.ts';
import type { Route } from '../../http/route.ts';
import { renderSlack } from '../slack/render.ts';
import { renderTeams } from '../teams/render.ts';
import { chosenMoment } from './clock.ts';
import { tryRoutes } from './routes.ts';
import { createSessions, type Session } from './sessions.ts';
import { type Organisation, type Place, places } from './view.ts';

export interface WebChannelOptions {
  readonly take: (incoming: Incoming) => Promise<Taken>;
  /** At least one; a session begins with the first. */
  readonly organisations: readonly [Organisation, ...Organisation[]];
  readonly now: () => Date;
  /** Ids that nobody can guess: of sessions and of deliveries. */
  readonly random: () => string;
  readonly limits?: { readonly sessions: number; readonly messages: number };
}

export interface WebChannel extends Channel {
  readonly name: 'web';
  readonly routes: readonly Route[];
}

const defaultLimits = { sessions: 50, messages: 120 };

export function createWebChannel(options: WebChannelOptions): WebChannel {
  const { take, organisations, now, random } = options;
  const sessions = createSessions(options.limits ?? defaultLimits, random);
  const clockOf = (session: Session): Date => new Date(now().getTime() + session.ahead);

  function post(session: Session, place: Place, message: Message, token: (action: Action) => string): Address {
    const at = clockOf(session).toISOString();
    const card = session.timeline.add({ place, at, ...drawn(message, token) });
    return { ...address(session, place), card: String(card) };
  }

  /** A lead who presses in the leads' channel is not the person who raised the concern. */
  async function passOn(session: Session, place: Place, input: Input): Promise<Taken['status']> {
    const taken = await take({
      from: {
        channel: 'web',
        tenant: session.organisation,
        person: place === 'leads' ? `lead:${session.id}` : session.id,
      },
      delivery: random(),
      address: address(session, place),
      at: clockOf(session),
      input,
    });
    if (taken.status === 'unknown') post(session, place, withoutControls(taken.say), () => '');
    return taken.status;
  }

  return {
    name: 'web',
    leadsAddress: (_site, { session = '' }) => ({ session, place: 'leads' }),
    async deliver({ to, post: messages, shrink, token }: Outgoing): Promise<Delivered> {
      const session = sessions.find(to.session ?? '');
      const place = places.find((known) => known === to.place);
      if (session === undefined || place === undefined) return { status: 'failed', reason: 'session-ended' };
      if (shrink) session.timeline.redraw(Number(shrink.card.card), drawn(shrink.message, token));
      return { status: 'sent', cards: messages.map((message) => post(session, place, message, token)) };
    },
    routes: tryRoutes({
      organisations,
      sessions,
      passOn,
      begin: (organisation = organisations[0].id, ahead = 0) => sessions.begin(organisation, ahead),
      setClock: (session, choice) => {
        session.ahead = choice === 'now' ? 0 : chosenMoment(choice, now()).getTime() - now().getTime();
      },
    }),
  };
}

const address = (session: Session, place: Place): Address => ({ session: session.id, place });

const drawn = (message: Message, token: (action: Action) => string) => ({
  summary: summaryLine(message),
  slack: renderSlack(message, token),
  teams: renderTeams(message, token),
});

/** What is said without a store has no signed values, so nothing in it could be pressed. */
function withoutControls(message: Message): Message {
  return { ...message, blocks: message.blocks.filter(({ kind }) => kind !== 'buttons' && kind !== 'ticks') };
}
