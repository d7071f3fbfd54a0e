/** Computes what is owed from what is stored: the messages of a reply, the card to shrink, the notice to the leads. */

import { leadNotice, noticeLimit } from '../../dialogs/lead-notice.ts';
import { answeredScreen, setAsideScreen } from '../../dialogs/screens/question.ts';
import { after, type Entry, fold, newState, type State } from '../../dialogs/state.ts';
import { type Context, type Outcome, stepOf } from '../../dialogs/steps.ts';
import { answeredAsks, show, type View } from '../../dialogs/view.ts';
import type { Told } from '../../dialogs/words/told.ts';
import type { WorkingCalendar } from '../../rules/calendar.ts';
import { type Organisation, siteOf } from '../../rules/local.ts';
import type { Compose, Composed } from '../outbox/outbox.ts';
import type { Index, Tenant } from '../seal/index-key.ts';
import { SealBroken } from '../seal/seal.ts';
import type { StepTokens } from '../seal/step-token.ts';
import type { NewItem, OwedItem, OwedReply } from '../store/store.ts';
import type { Cards, OwedSeal, Reply } from './owed.ts';
import type { Address, Channel, ChannelName, Outgoing } from './ports.ts';

export interface ComposePorts {
  readonly owedSeal: OwedSeal;
  readonly tokens: StepTokens;
  readonly index: Index;
  readonly calendar: WorkingCalendar;
  readonly organisationOf: (tenant: Tenant) => Organisation | undefined;
  readonly channelOf: (name: ChannelName) => Channel | undefined;
}

/** How long a notice to the leads is worth sending. */
const noticeLifeMs = 24 * 3_600_000;

export function createCompose(ports: ComposePorts): Compose {
  return (owed) => {
    try {
      return owed.kind === 'reply' ? composeReply(owed, ports) : composeNotice(owed, ports);
    } catch (error) {
      if (error instanceof SealBroken) return 'unreadable';
      throw error;
    }
  };
}

function composeReply(owed: OwedReply, ports: ComposePorts): Composed | null {
  const { owedSeal, tokens, calendar, organisationOf, channelOf } = ports;
  const reply = owedSeal.openReply(owed.owed.to, owed.key);
  const channel = channelOf(reply.channel);
  const organisation = organisationOf(reply);
  if (!channel || !organisation) return null;

  const context: Context = { organisation, calendar, now: new Date(reply.at) };
  const stored = readState(owed, owedSeal);
  const view = viewOf(reply, owed, stored === undefined);
  const state = stored?.state ?? newState;
  const concern = stored && finishedConcern(state, context);
  const leads = concern && leadsAddress(concern, reply, channel, organisation);
  const { messages, question, aside } = show(
    view,
    state,
    context,
    toldOf(state, concern, leads, () => toldBefore(stored, context)),
  );
  const shrink = aside ? undefined : shrunkCard(owed, stored, context, owedSeal);
  return {
    channel,
    outgoing: {
      to: reply.to,
      post: messages,
      ...(shrink ? { shrink } : {}),
      token: (action) => tokens.sign({ conversation: owed.key, revision: owed.revision, action }),
    },
    ...(aside ? {} : { keep: (cards) => owedSeal.cards(keptCards(question, cards), owed.key) }),
    items: concern && leads && !state.practice ? [noticeItem(concern, leads, reply, owed, ports)] : [],
  };
}

interface Stored {
  readonly entries: readonly Entry[];
  readonly state: State;
}

/** Nothing when what is stored cannot be read: the person is told, and can start again. */
function readState(owed: OwedReply, owedSeal: OwedSeal): Stored | undefined {
  try {
    const entries = owedSeal.entries(owed.entries, owed.key);
    return { entries, state: fold(entries) };
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}

/** The view asked for, unless the press came too late or nothing can be read. */
function viewOf(reply: Reply, owed: OwedReply, broken: boolean): View {
  if (broken) return { show: 'step', notice: 'broken' };
  const last = owed.entries.at(-1) ?? '';
  const late = reply.wanted !== undefined && !last.endsWith(reply.wanted);
  if (!late) return reply.view;
  return { show: 'step', notice: owed.entries.length === 0 ? 'expired' : 'stale' };
}

/** Whatever is shown: the reply that first showed the answer may have been replaced before it was sent. */
function finishedConcern(state: State, context: Context): Outcome | undefined {
  const step = stepOf(state, context);
  return step.kind === 'answer' ? step.outcome : undefined;
}

/** Nobody is told where the adult may be known: the notice itself could warn them (line 153). */
function leadsAddress(
  concern: Outcome,
  reply: Reply,
  channel: Channel,
  organisation: Organisation,
): Address | undefined {
  if (concern.decision.parents.status === 'tell-nobody') return undefined;
  return channel.leadsAddress(siteOf(organisation, concern.place.site), reply.to);
}

function toldOf(state: State, concern: Outcome | undefined, leads: Address | undefined, before: () => boolean): Told {
  if (state.practice) return 'practice';
  if (concern?.decision.parents.status === 'tell-nobody') return before() ? 'already' : 'withheld';
  return leads ? 'sent' : 'nowhere';
}

/** An earlier answer of this concern let a notice go; changing it since cannot call that back. */
function toldBefore(stored: Stored | undefined, context: Context): boolean {
  let state = newState;
  for (const entry of stored?.entries ?? []) {
    state = after(state, entry);
    const concern = finishedConcern(state, context);
    if (concern && concern.decision.parents.status !== 'tell-nobody') return true;
  }
  return false;
}

/** One notice a concern: its name comes from the conversation and the entry that began it. */
function noticeItem(concern: Outcome, to: Address, reply: Reply, owed: OwedReply, ports: ComposePorts): NewItem {
  const key = ports.index.name('notice', reply, owed.key, owed.entries[0] ?? '');
  const reference = referenceOf(key);
  const payload = { channel: reply.channel, to, limit: noticeLimit(concern.decision), reference };
  return {
    key,
    payload: ports.owedSeal.notice(payload, key),
    due: owed.owed.since,
    expires: owed.owed.since + noticeLifeMs,
  };
}

/** Eight letters and digits that two people can read to each other, made from the concern's name. */
function referenceOf(key: string): string {
  const letters = key
    .slice(key.lastIndexOf(':') + 1)
    .replace(/[^A-Za-z0-9]/g, '')
    .toUpperCase();
  return `${letters.slice(0, 4)}-${letters.slice(4, 8)}`;
}

function composeNotice(owed: OwedItem, { owedSeal, channelOf }: ComposePorts): Composed | null {
  const notice = owedSeal.openNotice(owed.payload, owed.key);
  const channel = channelOf(notice.channel);
  if (!channel) return null;
  const noButtons = () => {
    throw new Error('A notice has no buttons yet');
  };
  return { channel, outgoing: { to: notice.to, post: [leadNotice(notice.limit, notice.reference)], token: noButtons } };
}

/** The card answered last: what was chosen, and no buttons. One that was left without an answer says so. */
function shrunkCard(
  owed: OwedReply,
  stored: Stored | undefined,
  context: Context,
  owedSeal: OwedSeal,
): Outgoing['shrink'] | undefined {
  const last = stored?.entries.at(-1);
  const [card] = openCards(owed, owedSeal);
  if (!card || !last || !stored) return undefined;
  if (last.type !== 'answer') return { card: card.card, message: setAsideScreen() };
  const answered = answeredAsks(stored.state, context).find(({ ask }) => ask.id === card.question);
  const isAnswer = last.question === card.question && answered;
  return {
    card: card.card,
    message: isAnswer ? answeredScreen(answered.ask, last.values) : setAsideScreen(),
  };
}

/** Cards that cannot be read only lose their shrinking. */
function openCards(owed: OwedReply, owedSeal: OwedSeal): Cards {
  try {
    return owedSeal.openCards(owed.cards, owed.key);
  } catch (error) {
    if (error instanceof SealBroken) return [];
    throw error;
  }
}

/** Only a question's card is kept: the others say something that stays true. */
function keptCards(question: string | undefined, cards: readonly Address[]): Cards {
  const card = cards.at(-1);
  return question && card ? [{ question, card }] : [];
}
