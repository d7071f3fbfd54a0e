/** Slack as a channel: joins the door, the receiver, the sender and the installations. */
import type { Message } from '../../../dialogs/message.ts';
import { notOpenScreen, storeDownScreen } from '../../../dialogs/screens/store-down.ts';
import type { WorkingCalendar } from '../../../rules/calendar.ts';
import type { Organisation, Site } from '../../../rules/local.ts';
import type { SlackConfig } from '../../config/slack.ts';
import type { Account, Address, Channel, Incoming, OnFault, Taken } from '../../contract.ts';
import type { HttpRoute } from '../../http/route.ts';
import { type Log, reasonOf } from '../../log.ts';
import { createIndex, type Tenant } from '../../seal/index-key.ts';
import type { Keys } from '../../seal/keys.ts';
import { createFlood, type FloodLimits, floodLimits } from '../flood.ts';
import { createRecent } from '../recent.ts';
import { createApp } from './app.ts';
import { createDeliver } from './deliver.ts';
import type { Installs } from './installing/installs.ts';
import { createMany } from './installing/many.ts';
import { createRemovals, type Removals } from './installing/removals.ts';
import { installRoutes } from './installing/routes.ts';
import { createSingle } from './installing/single.ts';
import { type Cupboard, createVault } from './installing/vault.ts';
import { addressOf, placeOf } from './places.ts';
import { createReceiver } from './receiver.ts';
import { createRespond } from './respond.ts';
import { createTell } from './tell.ts';
import type { Arrival } from './translate.ts';
import { createTurns } from './turns.ts';
import { createWebApi } from './web-api.ts';
import { tooMany } from './words.ts';

/** What is needed of the store; `src/store/store.ts` has it. */
export interface SlackStore extends Cupboard {
  enlist(group: string, key: string): Promise<void>;
}

export interface SlackChannelOptions {
  readonly config: SlackConfig;
  /** Needed for installing in many workspaces. */
  readonly publicUrl?: string;
  readonly take: (incoming: Incoming) => Promise<Taken>;
  /** The app was removed from a workspace: its leads are told, and its conversations forgotten. */
  readonly forget: (tenant: Tenant) => Promise<void>;
  /** The app is there, whatever was said before. */
  readonly back?: (tenant: Tenant) => Promise<void>;
  readonly store: SlackStore;
  readonly keys: Keys;
  readonly organisationOf: (tenant: Tenant) => Organisation | undefined;
  readonly calendar: WorkingCalendar;
  readonly clock: () => number;
  readonly randomBytes: (size: number) => Buffer;
  readonly onFault: OnFault;
  readonly log: Log;
  readonly floodLimits?: FloodLimits;
}

export interface SlackChannel extends Channel {
  readonly name: 'slack';
  readonly routes: readonly HttpRoute[];
  /** Whether anything that people do in Slack reaches us. Absent: it comes over HTTP, so nobody here can know. */
  readonly isListening?: () => boolean;
  /** Connects Socket Mode where it is set up. */
  start(): void;
  /** Takes nothing more over Socket Mode, and waits for what is being said. */
  stop(): Promise<void>;
}

/** Slack may take a token a little longer than the app is there. */
const stillTakenMs = 60_000;
/** A workspace's people are counted to it again this often; what is kept of them lives longer. */
const countedMs = 3_600_000;

export function createSlackChannel(options: SlackChannelOptions): SlackChannel {
  const { config, take, forget, store, keys, organisationOf, calendar, clock, onFault, log } = options;
  const api = createWebApi(config.apiUrl, log);
  const respond = createRespond(config.apiUrl);
  const removals = createRemovals(store, keys, options.randomBytes, clock);
  const { installs, routes } = installing(options, api, removals);
  const sending = createDeliver({ api, installs, respond, notOpen, clock, log });
  const index = createIndex(keys.index);
  const counted = createRecent(countedMs);
  const groupOf = (workspace: string) => index.name('workspace', { channel: 'slack', tenant: workspace });

  /** So that all of a workspace can be forgotten when the app is removed there. Strangers to it are not its own. */
  function joined({ from, workspace }: Arrival): void {
    if (from.tenant !== workspace) return;
    const key = index.conversation(from);
    if (!counted.isNew(key, clock())) return;
    const back = options.back?.({ channel: 'slack', tenant: workspace });
    Promise.all([store.enlist(groupOf(workspace), key), back]).catch((error: unknown) => {
      counted.forget(key);
      log.warn('slack.not-counted', { reason: reasonOf(error) });
    });
  }

  /** With the token in the settings no installation is noted; that it was taken since says as much. */
  function isOver(workspace: string, at: number | undefined): boolean {
    const since = installs.takenSince?.(workspace);
    return at !== undefined && since !== undefined && at * 1000 < since - stillTakenMs;
  }

  async function left({ workspace, delivery, at }: Arrival): Promise<void> {
    if (isOver(workspace, at) || (await removals.isOld(workspace, delivery, at))) return log.info('slack.left-before');
    // The leads are told first, while the token may still work.
    await forget({ channel: 'slack', tenant: workspace });
    await installs.remove(workspace);
    await removals.removed(workspace, delivery);
  }

  function notSaved(from: Account, now: Date): Message {
    const organisation = organisationOf(from);
    return organisation ? storeDownScreen({ organisation, calendar, now }) : tooMany;
  }

  function notOpen(workspace: string): Message {
    const organisation = organisationOf({ channel: 'slack', tenant: workspace });
    return organisation ? notOpenScreen({ organisation, calendar, now: new Date(clock()) }) : tooMany;
  }

  const turns = createTurns({
    take,
    sending,
    onFault,
    tell: createTell({ api, installs, respond, log }),
    hasApp: async (workspace) => (await installs.knows(workspace)) === 'yes',
    isNamed: (tenant) => organisationOf({ channel: 'slack', tenant }) !== undefined,
    notSaved,
    judge: createFlood(options.floodLimits ?? floodLimits),
    joined,
    left,
    clock,
    log,
  });
  const receiver = createReceiver({ ...config, installs, clock, log });
  const app = createApp({ receiver, turns, log });

  return {
    name: 'slack',
    routes: [...receiver.routes, ...routes],
    ...(receiver.isListening && { isListening: receiver.isListening }),
    personAddress,
    leadsAddress,
    lineOf: (to) => `slack ${placeOf(to)?.workspace ?? ''}`,
    deliver: sending.deliver,
    start: () => void app.start(),
    async stop() {
      await app.stop();
      await turns.settled();
    },
  };
}

function installing(
  { config, publicUrl, store, keys, clock, randomBytes, log, back }: SlackChannelOptions,
  api: ReturnType<typeof createWebApi>,
  removals: Removals,
): { readonly installs: Installs; readonly routes: readonly HttpRoute[] } {
  const { install, apiUrl } = config;
  if (install.kind === 'token')
    return { installs: createSingle({ api, botToken: install.botToken, clock, log }), routes: [] };
  const vault = createVault(store, keys, randomBytes);
  const installs = createMany({ api, vault, ...install, clock });
  if (publicUrl === undefined) return { installs, routes: [] };
  const installed = async (workspace: string) => {
    installs.tokenRefused(workspace);
    await removals.installed(workspace);
    await back?.({ channel: 'slack', tenant: workspace });
  };
  return {
    installs,
    routes: installRoutes({ api, apiUrl, vault, ...install, publicUrl, clock, randomBytes, installed, log }),
  };
}

/** A lead's direct message, from the app as it is installed where the concern was raised. */
function personAddress(account: string, raisedAt: Address): Address | undefined {
  const place = placeOf(raisedAt);
  return place && addressOf({ at: 'direct', workspace: place.workspace, user: account });
}

/** The site's own channel, in the workspace where the concern was raised. */
function leadsAddress(site: Site | undefined, raisedAt: Address): Address | undefined {
  const place = placeOf(raisedAt);
  const channel = site?.channel.slack;
  if (!place || !channel) return undefined;
  return addressOf({ at: 'channel', workspace: place.workspace, channel });
}
