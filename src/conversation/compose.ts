/** Computes what is owed from what is stored: the messages of a reply, the card to shrink, what the leads are to know. */

import { asStored } from '../../dialogs/as-stored.ts';
import { guardOf } from '../../dialogs/guard.ts';
import { type PlainCase, plainCard, unreadCard } from '../../dialogs/screens/plain-card.ts';
import { movedOnScreen } from '../../dialogs/screens/question.ts';
import { after, type Entry, fold, newState, type State } from '../../dialogs/state.ts';
import { type Context, placeIn } from '../../dialogs/steps.ts';
import { type ShownMessages, show, type View } from '../../dialogs/view.ts';
import { whole } from '../../dialogs/whole.ts';
import { type Told, told as toldWords } from '../../dialogs/words/told.ts';
import type { WorkingCalendar } from '../../rules/calendar.ts';
import { type Organisation, siteOf } from '../../rules/local.ts';
import type { Account, Address, Channel, ChannelName, OnFault, Outgoing } from '../contract.ts';
import type { Composed, NotNow } from '../outbox/outbox.ts';
import type { NameIndex, Tenant } from '../seal/index-key.ts';
import { SealBroken } from '../seal/seal.ts';
import type { StepTokens } from '../seal/step-token.ts';
import type { NewItem, OwedReply } from '../store/store.ts';
import { carries, entriesToCarry, withCarried } from './carried.ts';
import { orPlainer } from './faults.ts';
import { type Finished, finishedNow, type Guard, guardNow, guardSoFar, outcomeNow, type Talk } from './finished.ts';
import type { OwedSeal, Reply } from './owed.ts';
import { type OnCard, onCard, stillPicked, stillThere, withShown } from './picks.ts';
import { actsCard, livingCard, noted, ringing, shrunkCards } from './shrinking.ts';

export interface ComposePorts {
  readonly owedSeal: OwedSeal;
  readonly tokens: StepTokens;
  readonly index: NameIndex;
  readonly calendar: WorkingCalendar;
  readonly organisationOf: (tenant: Tenant) => Organisation | undefined;
  readonly channelOf: (name: ChannelName) => Channel | undefined;
  /** What the leads are to know of a conversation, as it stands. */
  readonly raise: (raising: Raising) => Raised;
  readonly onFault: OnFault;
}

/** A conversation as the leads' side needs it. */
export interface Raising {
  readonly from: Account;
  readonly channel: Channel;
  readonly organisation: Organisation;
  /** Where the person is answered. */
  readonly to: Address;
  /** The store's name of the conversation, and the sealed entry that began it. */
  readonly conversation: string;
  readonly began: string;
  readonly revision: number;
  readonly entries: readonly Entry[];
  readonly state: State;
  /** Of a finished concern. */
  readonly finished?: Finished;
  /** The moment of report, and of the store's mark; milliseconds since 1970. */
  readonly at: number;
  readonly since: number;
}

/** `reach`: the site's leads, only those picked, nobody because nobody was picked, or nobody who can be reached. */
export interface Raised {
  readonly items: readonly NewItem[];
  readonly reach: 'sent' | 'picked' | 'withheld' | 'nowhere';
  /** Who may hear of a finished concern; nothing where that cannot be known. */
  readonly guard?: Guard;
  /** A short-lived link to the record of a finished concern, where the program has an address of its own. */
  readonly record?: string;
  /** By which a raised concern is spoken of. */
  readonly reference?: string;
}

/** Composes the reply of a conversation. */
export function createCompose(ports: ComposePorts): (owed: OwedReply) => Composed | NotNow {
  return (owed) => {
    try {
      return composeReply(owed, ports);
    } catch (error) {
      if (error instanceof SealBroken) return 'unreadable';
      throw error;
    }
  };
}

/**
 * Raising comes first, from the answers and the decision alone: whatever fails when it is drawn, the leads are told, and
 * the person gets at least whom to ring.
 */
function composeReply(owed: OwedReply, ports: ComposePorts): Composed | NotNow {
  const { owedSeal, tokens, calendar, organisationOf, channelOf, onFault } = ports;
  const reply = owedSeal.openReply(owed.owed.to, owed.key);
  const channel = channelOf(reply.channel);
  const organisation = organisationOf(reply);
  if (!channel || !organisation) return 'not-served';

  const context: Context = { organisation, calendar, now: new Date(reply.at) };
  const stored = readState(owed, owedSeal, organisation, onFault);
  const concern = stored && finishedNow(stored, context, onFault, owed.key);
  const raised =
    stored &&
    orPlainer(
      () => ports.raise(raisingOf(reply, owed, stored, concern, channel, organisation)),
      nothing,
      'raise',
      onFault,
      owed.key,
    );
  const plain = () => plainCard(plainCase({ stored, concern, raised }, context, onFault));
  const {
    messages,
    question,
    isAnswer,
    shrink = [],
    inPlace,
    aside,
  } = orPlainer(
    (): Drawn =>
      stored?.isAsStored ? { messages: [plain()] } : drawnReply(reply, owed, { stored, raised }, context, owedSeal),
    (): Drawn => ({ messages: [plain()] }),
    'reply',
    onFault,
    owed.key,
  );
  const people: OnCard = stored
    ? orPlainer(
        () => onCard(stored.state, context),
        () => ({}),
        'reply',
        onFault,
        owed.key,
      )
    : {};
  const carried = onceAsked(() => stored && owedSeal.carried(entriesToCarry(stored.state, stored.entries), owed.key));
  const token: Outgoing['token'] = (action) => {
    const signed = tokens.sign({ conversation: owed.key, revision: owed.revision, action: withShown(action, people) });
    const more = carries(action) ? carried() : undefined;
    return more === undefined ? signed : withCarried(signed, more);
  };
  const shownOn = () =>
    isAnswer && stored
      ? orPlainer(() => ringing(stored.state, context), nothing, 'reply', onFault, owed.key)
      : people.list;
  return {
    channel,
    outgoing: {
      to: reply.to,
      post: messages,
      ...(shrink.length > 0 && { shrink }),
      ...(inPlace && { inPlace }),
      token,
    },
    plain: () => ({ to: reply.to, post: [plain()], token }),
    ...(aside
      ? {}
      : {
          keep: (cards, found) => {
            if (cards.length === 0) return undefined;
            const posted = { question: question ?? (isAnswer ? actsCard : undefined), cards, people: shownOn() };
            return owedSeal.cards(noted(owed, posted, found, owedSeal), owed.key);
          },
        }),
    items: raised?.items ?? [],
  };
}

const nothing = () => undefined;

function onceAsked<T>(work: () => T): () => T {
  let made: { readonly is: T } | undefined;
  return () => {
    made ??= { is: work() };
    return made.is;
  };
}

interface Drawn extends ShownMessages {
  readonly shrink?: Outgoing['shrink'];
  readonly inPlace?: Outgoing['inPlace'];
}

/** What is known when a reply is drawn. */
interface Known {
  readonly stored: Stored | undefined;
  readonly concern: Finished | undefined;
  readonly raised: Raised | undefined;
}

function drawnReply(
  reply: Reply,
  owed: OwedReply,
  { stored, raised }: Pick<Known, 'stored' | 'raised'>,
  context: Context,
  owedSeal: OwedSeal,
): Drawn {
  if (!stored || reply.view.notice === 'broken') return { messages: [unreadCard(context.organisation)] };
  const view = viewOf(reply, owed);
  const { state } = stored;
  const told = toldOf(state, raised?.reach, () => toldBefore(stored, raised?.guard, context));
  const shown = show(view, state, context, told, { page: raised?.record, reference: raised?.reference });
  for (const message of shown.messages) whole(message);
  if (shown.aside) return shown;
  const living = shown.isAnswer && livingCard(reply, owed, stored, owedSeal);
  return {
    ...shown,
    shrink: shrunkCards(reply, owed, { stored, shown, living }, context, owedSeal),
    ...(living && { inPlace: { card: living, moved: movedOnScreen() } }),
  };
}

/** Where it cannot be worked out who may be told, nobody there is named. */
function plainCase({ stored, concern, raised }: Known, context: Context, onFault: OnFault): PlainCase {
  const { organisation } = context;
  if (!stored) return { organisation };
  const { state } = stored;
  try {
    const site = siteOf(organisation, placeIn(state, organisation).site);
    const guard = concern ? guardNow(stored, concern, organisation, onFault) : guardSoFar(stored);
    const told = raised?.guard && !state.practice ? toldWords[raised.reach] : undefined;
    return { organisation, site, ...(guard ? { guard } : {}), practice: state.practice, ...(told ? { told } : {}) };
  } catch {
    return { organisation, practice: state.practice };
  }
}

interface Stored extends Talk {
  /** What it adds up to cannot be worked out, for a fault of ours: the answers stand as they were given. */
  readonly isAsStored?: true;
}

/** Nothing when what is stored cannot be read: the person is told, and can start again. */
function readState(
  owed: OwedReply,
  owedSeal: OwedSeal,
  organisation: Organisation,
  onFault: OnFault,
): Stored | undefined {
  try {
    const entries = owedSeal.entries(owed.entries, owed.key, owed.revision);
    return orPlainer<Stored>(
      () => ({ entries, state: stillHere(fold(entries), organisation, onFault, owed.key) }),
      () => ({ entries, state: asStored(entries).state, isAsStored: true }),
      'reply',
      onFault,
      owed.key,
    );
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}

/** Of whom it cannot be known whether they are who was picked, nobody is told. */
function stillHere(state: State, organisation: Organisation, onFault: OnFault, id: string): State {
  const there = () => stillThere(state.safe, state, organisation);
  const plainly = () => ({ ...state, safe: orPlainer(there, () => [], 'reply', onFault, id) });
  return orPlainer(() => stillPicked(state, organisation), plainly, 'reply', onFault, id);
}

/** The view asked for, unless the press came too late. */
function viewOf(reply: Reply, owed: OwedReply): View {
  const last = owed.entries.at(-1) ?? '';
  const late = reply.wanted !== undefined && !last.endsWith(reply.wanted);
  if (!late) return reply.view;
  return { show: 'step', notice: owed.entries.length === 0 ? 'expired' : 'stale' };
}

function raisingOf(
  reply: Reply,
  { key, entries, owed }: OwedReply,
  stored: Stored,
  finished: Finished | undefined,
  channel: Channel,
  organisation: Organisation,
): Raising {
  return {
    from: reply,
    channel,
    organisation,
    to: reply.to,
    conversation: key,
    began: entries[0] ?? '',
    revision: owed.revision,
    entries: stored.entries,
    state: stored.state,
    ...(finished ? { finished } : {}),
    at: reply.at,
    since: owed.since,
  };
}

function toldOf(state: State, reach: Raised['reach'] | undefined, before: () => boolean): Told {
  if (state.practice) return 'practice';
  if (reach === 'withheld' || reach === 'picked') return before() ? 'already' : reach;
  return reach ?? 'nowhere';
}

/** An earlier answer let somebody be told who is not among those picked now; changing it cannot call that back. */
function toldBefore(stored: Stored, now: Guard | undefined, context: Context): boolean {
  let state = newState;
  for (const entry of stored?.entries ?? []) {
    state = after(state, entry);
    const earlier = outcomeNow(state, context);
    const then = earlier ? guardOf(state, earlier, context.organisation) : [];
    if (now && now !== 'open' && (then === 'open' || then.some((person) => !now.includes(person)))) return true;
  }
  return false;
}
