/** Teams as a channel: joins the door, the receiver and the sender. */
import type { LookUpEntry } from '../../../dialogs/look-up/entry.ts';
import { localEntries } from '../../../dialogs/look-up/local.ts';
import type { Message } from '../../../dialogs/message.ts';
import { storeDownScreen } from '../../../dialogs/screens/store-down.ts';
import type { WorkingCalendar } from '../../../rules/calendar.ts';
import type { Organisation, Site } from '../../../rules/local.ts';
import type { TeamsConfig } from '../../config/teams.ts';
import type { Account, Address, Channel, Incoming, OnFault, Taken } from '../../contract.ts';
import type { HttpRoute } from '../../http/route.ts';
import type { Log } from '../../log.ts';
import { createIndex, type Tenant } from '../../seal/index-key.ts';
import type { Keys } from '../../seal/keys.ts';
import { createFlood, type FloodLimits, floodLimits } from '../flood.ts';
import { createConnector } from './connector.ts';
import { createDeliver } from './deliver.ts';
import { createDoor } from './door.ts';
import { searchAnswer } from './extension.ts';
import { messagesRoute } from './http.ts';
import { createInstallTimes, type InstallStore } from './install-times.ts';
import { createKeys, type SigningKeys } from './keys.ts';
import { addressOf, placeOf } from './places.ts';
import { createReceiver } from './receiver.ts';
import { createTell } from './tell.ts';
import { tooMany } from './words.ts';

export interface TeamsChannelOptions {
  readonly config: TeamsConfig;
  readonly take: (incoming: Incoming) => Promise<Taken>;
  /** What is needed of the store; `src/store/store.ts` has it. */
  readonly store: InstallStore;
  readonly keys: Keys;
  readonly organisationOf: (tenant: Tenant) => Organisation | undefined;
  readonly calendar: WorkingCalendar;
  readonly clock: () => number;
  readonly onFault: OnFault;
  readonly log: Log;
  readonly floodLimits?: FloodLimits;
}

export interface TeamsChannel extends Channel {
  readonly name: 'teams';
  readonly routes: readonly HttpRoute[];
  /** Waits for what is being said. */
  stop(): Promise<void>;
}

export function createTeamsChannel(options: TeamsChannelOptions): TeamsChannel {
  const { config, take, store, keys, organisationOf, calendar, clock, log } = options;
  const index = createIndex(keys.index);
  const entries = new WeakMap<Organisation, readonly LookUpEntry[]>();
  const deliver = createDeliver({ connector: createConnector({ config, clock }), clock, log });
  const servedBy = (tenant: string) => organisationOf({ channel: 'teams', tenant });

  function entriesOf(organisation: Organisation): readonly LookUpEntry[] {
    const known = entries.get(organisation) ?? localEntries(organisation);
    entries.set(organisation, known);
    return known;
  }

  function search(query: string, tenant: string, moment: Date): object {
    const organisation = servedBy(tenant);
    return searchAnswer(query, {
      moment,
      calendar,
      ...(organisation && { localEntries: entriesOf(organisation) }),
    });
  }

  function notSaved({ tenant }: Account, now: Date): Message {
    const organisation = servedBy(tenant);
    return organisation ? storeDownScreen({ organisation, calendar, now }) : tooMany;
  }

  const receiver = createReceiver({
    take,
    deliver,
    onFault: options.onFault,
    tell: createTell(deliver, log),
    isNamed: (tenant) => servedBy(tenant) !== undefined,
    search,
    notSaved,
    judge: createFlood(options.floodLimits ?? floodLimits),
    ...createInstallTimes(store, index, clock),
    clock,
    log,
  });
  const door = createDoor(config, signingKeys(config, clock), clock);

  return {
    name: 'teams',
    routes: [messagesRoute({ door, receiver, log })],
    personAddress,
    leadsAddress,
    lineOf: (to) => `teams ${placeOf(to)?.tenant ?? ''}`,
    deliver,
    stop: () => receiver.settled(),
  };
}

function signingKeys(config: TeamsConfig, clock: () => number): SigningKeys {
  if (config.kind === 'localEmulator') return { find: async () => undefined };
  return createKeys({ metadataUrl: config.openIdMetadataUrl, clock });
}

/** A lead's personal chat, by the directory's own id of them. It is opened there: nobody has to have met them. */
function personAddress(account: string, raisedAt: Address): Address | undefined {
  const place = placeOf(raisedAt);
  if (!place) return undefined;
  const { tenant, bot, serviceUrl } = place;
  return addressOf({ at: 'person', tenant, bot, serviceUrl, user: account, aad: account });
}

/** The site's own channel, in the directory where the concern was raised. */
function leadsAddress(site: Site | undefined, raisedAt: Address): Address | undefined {
  const place = placeOf(raisedAt);
  const conversation = site?.channel.teams;
  if (!place || !conversation) return undefined;
  const { tenant, bot, serviceUrl } = place;
  return addressOf({ at: 'channel', tenant, bot, serviceUrl, conversation });
}
