/**
 * The bot's own page was opened: where the conversation stands, what can be looked up, and for leads their open
 * concerns. Nothing is stored and nothing is owed, so a look never stands in the way of a reply that is on its way.
 */
import { plainAnswer } from '../../dialogs/leads/card/plain-notice.ts';
import { menuButtons } from '../../dialogs/look-up/pages.ts';
import type { Action, Message } from '../../dialogs/message.ts';
import { plainCard } from '../../dialogs/screens/plain-card.ts';
import { storeDownScreen } from '../../dialogs/screens/store-down.ts';
import type { Organisation } from '../../rules/local.ts';
import type { Incoming, Outgoing } from '../contract.ts';
import type { Store } from '../store/store.ts';
import { type ComposePorts, createCompose } from './compose.ts';
import { isFault, orPlainer } from './faults.ts';
import type { Heard } from './heard.ts';

/** Messages, and what their buttons carry. */
export type OwnPage = Pick<Outgoing, 'post' | 'token'>;

export interface GlancePorts extends ComposePorts {
  readonly store: Pick<Store, 'read'>;
  readonly leads: {
    /** The open concerns of somebody named as a lead, checked at each look. Nothing for everybody else. */
    home(heard: Heard, organisation: Organisation): Promise<OwnPage | undefined>;
  };
}

export interface Glance {
  /** @throws {StoreUnavailable} {StoreCorrupt} */
  draw(heard: Heard, organisation: Organisation): Promise<OwnPage>;
  /** Without the store: whom to ring, and what can be looked up all the same. */
  drawWithoutStore(incoming: Incoming, organisation: Organisation): OwnPage;
}

const lookUps: Message = {
  summary: 'Look something up',
  blocks: [
    { kind: 'heading', text: 'Look something up' },
    { kind: 'buttons', buttons: menuButtons },
  ],
};

export function createGlance(ports: GlancePorts): Glance {
  const { store, leads, index, owedSeal, tokens, calendar, onFault } = ports;
  const compose = createCompose(ports);

  function standingOf(
    { from, address, at }: Incoming,
    key: string,
    { entries, revision }: EntriesRead,
  ): OwnPage | undefined {
    const { channel, tenant, person } = from;
    const reply = { channel, tenant, person, to: address, at: at.getTime(), view: { show: 'step' } } as const;
    const owed = { turn: 0, revision, to: owedSeal.reply(reply, key), since: at.getTime(), attempts: 0 };
    const composed = compose({ kind: 'reply', key, entries, revision, cards: null, owed });
    return typeof composed === 'string' ? undefined : composed.outgoing;
  }

  /** A list that cannot be drawn takes nothing else of the page away. */
  async function concernsOf(incoming: Heard, organisation: Organisation): Promise<OwnPage | undefined> {
    try {
      return await leads.home(incoming, organisation);
    } catch (error) {
      if (!isFault(error)) throw error;
      onFault('page', error);
      return { post: [plainAnswer], token: signedFor(index.conversation(incoming.from), 0) };
    }
  }

  const signedFor = (conversation: string, revision: number) => (action: Action) =>
    tokens.sign({ conversation, revision, action });

  return {
    async draw(incoming, organisation) {
      const key = index.conversation(incoming.from);
      const [stored, concerns] = await Promise.all([store.read(key), concernsOf(incoming, organisation)]);
      const standing = standingOf(incoming, key, stored);
      const own = standing?.token ?? signedFor(key, stored.revision);
      const theirs = new Set(concerns?.post.flatMap(({ blocks }) => blocks).flatMap(actionsIn));
      return {
        post: [...(standing?.post ?? []), lookUps, ...(concerns?.post ?? [])],
        token: (action) => (concerns && theirs.has(action) ? concerns.token(action) : own(action)),
      };
    },
    drawWithoutStore({ from, at }, organisation) {
      return {
        post: [
          orPlainer(
            () => storeDownScreen({ organisation, calendar, now: at }),
            () => plainCard({ organisation }),
            'page',
            onFault,
          ),
          lookUps,
        ],
        token: signedFor(index.conversation(from), 0),
      };
    },
  };
}

type EntriesRead = Pick<Awaited<ReturnType<Store['read']>>, 'entries' | 'revision'>;

const actionsIn = (block: Message['blocks'][number]): readonly Action[] =>
  block.kind === 'buttons' ? block.buttons.map(({ action }) => action) : [];
