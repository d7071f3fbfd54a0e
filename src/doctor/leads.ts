/** Whether notices reach the leads of each site: what the running program finds out, asked once. */
import { randomBytes } from 'node:crypto';
import { findingLine } from '../../dialogs/leads/admin/administrator.ts';
import { committedCalendar } from '../../rules/calendar.ts';
import type { Organisation } from '../../rules/local.ts';
import { createBot } from '../bot.ts';
import type { Config } from '../config/config.ts';
import type { Channel } from '../contract.ts';
import type { Log } from '../log.ts';
import type { Tenant } from '../seal/index-key.ts';
import type { Keys } from '../seal/keys.ts';
import { type Store, StoreUnavailable } from '../store/store.ts';
import { type DoctorFinding, fine, unwise, wrong } from './finding.ts';

export interface LeadsLook {
  readonly config: Config;
  readonly organisation: Organisation;
  readonly store: Store;
  readonly keys: Keys;
  readonly clock: () => number;
  readonly log: Log;
}

export async function examineLeads(look: LeadsLook): Promise<readonly DoctorFinding[]> {
  const { config, organisation, store, keys, clock, log } = look;
  const shared = { store, keys, organisationOf: () => organisation, calendar: committedCalendar, clock, log };
  const bot = createBot({ ...shared, random: Math.random, randomBytes });
  for (const channel of await channelsFor(config, { ...shared, take: bot.take })) bot.addChannel(channel);
  const tenants = (['slack', 'teams'] as const)
    .filter((each) => config[each] !== undefined)
    .flatMap((channel): Tenant[] => organisation.workspaces[channel].map((tenant) => ({ channel, tenant })));
  try {
    const findings = await bot.readiness(() => tenants).findings();
    if (findings.length === 0 && tenants.length > 0)
      return [fine('leads', 'Every site was tested, and notices arrive.')];
    return findings.map((finding) => {
      const isUntried = finding.finding === 'not-tested' || finding.finding === 'test-gone';
      const say = isUntried ? unwise : wrong;
      return say(
        'leads',
        findingLine(finding),
        'A concern there may be heard by nobody.',
        'start it, write "set up" to Signpost, and press the test (docs/leads.md).',
      );
    });
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    return [wrong('leads', 'The store fell silent.', 'Nobody can be told.', 'run this again.')];
  }
}

/** Nothing is drawn here. */
const quiet = { onFault: () => {} };

async function channelsFor(
  config: Config,
  shared: Omit<LeadsLook, 'config' | 'organisation'> & {
    readonly organisationOf: () => Organisation;
    readonly calendar: typeof committedCalendar;
    readonly take: ReturnType<typeof createBot>['take'];
  },
): Promise<readonly Channel[]> {
  const channels: Channel[] = [];
  if (config.slack) {
    const { createSlackChannel } = await import('../channels/slack/channel.ts');
    channels.push(
      createSlackChannel({ config: config.slack, ...shared, ...quiet, forget: async () => {}, randomBytes }),
    );
  }
  if (config.teams) {
    const { createTeamsChannel } = await import('../channels/teams/channel.ts');
    channels.push(createTeamsChannel({ config: config.teams, ...shared, ...quiet }));
  }
  return channels;
}
