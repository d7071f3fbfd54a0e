/** The conversation and its outbox, joined: what every channel hands its deliveries to. */

import type { LookUpEntry } from '../dialogs/look-up/entry.ts';
import { localEntries } from '../dialogs/look-up/local.ts';
import type { WorkingCalendar } from '../rules/calendar.ts';
import type { Organisation } from '../rules/local.ts';
import type { Channel, ChannelName, OnFault } from './contract.ts';
import { createCompose } from './conversation/compose.ts';
import { createOwedSeal } from './conversation/owed.ts';
import { type Conversation, createConversation } from './conversation/turn.ts';
import { createLinks } from './leads/concern/links.ts';
import { createLeadNames } from './leads/concern/names.ts';
import { concernLifeMs } from './leads/concern/retention.ts';
import { createLeadsSeal } from './leads/concern/sealed.ts';
import { createLeads, type Leads } from './leads/leads.ts';
import { createOutbox, type Outbox, type OutboxEvent } from './outbox/outbox.ts';
import type { Pager } from './paging/pager.ts';
import { createIndex, type Tenant } from './seal/index-key.ts';
import type { Keys } from './seal/keys.ts';
import { createSeal } from './seal/seal.ts';
import { createStepTokens } from './seal/step-token.ts';
import type { Store } from './store/store.ts';

const replyLifeMs = 12 * 3_600_000;
/** A leads' place that refuses in a word nobody knows: then the next people are told. */
const strangeRefusalMs = 10 * 60_000;

export interface BotOptions {
  readonly store: Store;
  readonly keys: Keys;
  readonly calendar: WorkingCalendar;
  readonly organisationOf: (tenant: Tenant) => Organisation | undefined;
  readonly clock: () => number;
  readonly random: () => number;
  readonly randomBytes: (size: number) => Buffer;
  readonly onEvent?: (event: OutboxEvent) => void;
  /** A fault of ours; the program goes on with something plainer. */
  readonly onFault?: OnFault;
  /** A timer of a concern was acted on, so long after it was due. */
  readonly onTimer?: (what: 'tell' | 'duty' | 'end', lateMs: number) => void;
  /** Texts whoever may be off chat. Absent: nobody is texted. */
  readonly pager?: Pager;
  /** Scheme and host by which people reach the program. Without it there are no links to pages of its own. */
  readonly publicUrl?: () => string | undefined;
  /** A look-up that could not be sent; nothing retries it. */
  readonly onLost?: (reason: string) => void;
}

export interface Bot
  extends Conversation,
    Pick<Leads, 'routes' | 'mayReadPack' | 'readiness' | 'left' | 'back' | 'wake' | 'unopened' | 'withoutSite'> {
  readonly outbox: Outbox;
  /** A channel joins after the bot is made, because it needs `take`. */
  addChannel(channel: Channel): void;
}

export function createBot(options: BotOptions): Bot {
  const { store, keys, calendar, organisationOf, clock, random, randomBytes, onEvent, onLost, publicUrl } = options;
  const onFault = options.onFault ?? (() => {});
  const channels = new Map<ChannelName, Channel>();
  const entries = new WeakMap<Organisation, readonly LookUpEntry[]>();
  const seal = createSeal(keys, randomBytes);
  const ports = {
    owedSeal: createOwedSeal(seal),
    tokens: createStepTokens(keys),
    index: createIndex(keys.index),
    calendar,
    organisationOf,
    channelOf: (name: ChannelName) => channels.get(name),
    onFault,
  };
  const leads = createLeads({
    ...ports,
    store,
    seal: createLeadsSeal(seal),
    names: createLeadNames(ports.index),
    outbox: () => outbox,
    clock,
    links: createLinks({ seal, publicUrl: publicUrl ?? (() => undefined), clock }),
    onLost: onLost ?? (() => {}),
    ...(options.onTimer && { onTimer: options.onTimer }),
    ...(options.pager && { pager: options.pager }),
  });
  const reply = createCompose({ ...ports, raise: leads.raise });
  const outbox = createOutbox({
    store,
    compose: (owed) => (owed.kind === 'item' || leads.owns(owed) ? leads.compose(owed) : reply(owed)),
    onFailed: async (owed, reason) => {
      for (const next of await leads.failed(owed, reason)) void outbox.sendNow(next);
    },
    // The next question is of no use days later; a concern is.
    lifeOf: (owed) => (leads.owns(owed) ? concernLifeMs : replyLifeMs),
    isUrgent: (key) => leads.owns({ key }),
    isOwedAnyhow: (owed) => !leads.owns(owed) || leads.isForReporter(owed),
    patienceOf: (owed) => (leads.owns(owed) ? strangeRefusalMs : replyLifeMs),
    ...(onEvent ? { onEvent } : {}),
    onFault,
    clock,
    random,
  });
  const conversation = createConversation({
    ...ports,
    store,
    clock,
    outbox,
    leads,
    raise: leads.raise,
    localEntries: (organisation) => {
      const known = entries.get(organisation) ?? localEntries(organisation);
      entries.set(organisation, known);
      return known;
    },
  });
  return {
    take: conversation.take,
    routes: leads.routes,
    mayReadPack: leads.mayReadPack,
    readiness: leads.readiness,
    left: leads.left,
    back: leads.back,
    wake: leads.wake,
    unopened: leads.unopened,
    withoutSite: leads.withoutSite,
    outbox,
    addChannel: (channel) => channels.set(channel.name, channel),
  };
}
