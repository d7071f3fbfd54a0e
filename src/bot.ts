/** The conversation and its outbox, joined: what every channel hands its deliveries to. */

import type { LookUpEntry } from '../dialogs/look-up/entry.ts';
import { localEntries } from '../dialogs/look-up/local.ts';
import type { WorkingCalendar } from '../rules/calendar.ts';
import type { Organisation } from '../rules/local.ts';
import { createCompose } from './conversation/compose.ts';
import { createOwedSeal } from './conversation/owed.ts';
import type { Channel, ChannelName } from './conversation/ports.ts';
import { type Conversation, createConversation } from './conversation/turn.ts';
import { createOutbox, type Outbox, type OutboxEvent } from './outbox/outbox.ts';
import { createIndex, type Tenant } from './seal/index-key.ts';
import type { Keys } from './seal/keys.ts';
import { createSeal } from './seal/seal.ts';
import { createStepTokens } from './seal/step-token.ts';
import type { Store } from './store/store.ts';

export interface BotOptions {
  readonly store: Store;
  readonly keys: Keys;
  readonly calendar: WorkingCalendar;
  readonly organisationOf: (tenant: Tenant) => Organisation | undefined;
  readonly clock: () => number;
  readonly random: () => number;
  readonly randomBytes: (size: number) => Buffer;
  readonly onEvent?: (event: OutboxEvent) => void;
  /** A look-up that could not be sent; nothing retries it. */
  readonly onLost?: (reason: string) => void;
}

export interface Bot extends Conversation {
  readonly outbox: Outbox;
  /** A channel joins after the bot is made, because it needs `take`. */
  addChannel(channel: Channel): void;
}

export function createBot(options: BotOptions): Bot {
  const { store, keys, calendar, organisationOf, clock, random, randomBytes, onEvent, onLost } = options;
  const channels = new Map<ChannelName, Channel>();
  const entries = new WeakMap<Organisation, readonly LookUpEntry[]>();
  const ports = {
    owedSeal: createOwedSeal(createSeal(keys, randomBytes)),
    tokens: createStepTokens(keys),
    index: createIndex(keys.index),
    calendar,
    organisationOf,
    channelOf: (name: ChannelName) => channels.get(name),
  };
  const outbox = createOutbox({
    store,
    compose: createCompose(ports),
    onFailed: () => {},
    ...(onEvent ? { onEvent } : {}),
    clock,
    random,
  });
  const conversation = createConversation({
    ...ports,
    store,
    outbox,
    localEntries: (organisation) => {
      const known = entries.get(organisation) ?? localEntries(organisation);
      entries.set(organisation, known);
      return known;
    },
    ...(onLost ? { onLost } : {}),
  });
  return {
    take: conversation.take,
    outbox,
    addChannel: (channel) => channels.set(channel.name, channel),
  };
}
