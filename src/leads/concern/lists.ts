/** The concerns that one lead may see: the open ones of their sites, and the restricted ones they were picked for. */
import { countedDays } from '../../../dialogs/keeping.ts';
import type { ConcernView } from '../../../dialogs/leads/concern/concern-view.ts';
import type { Organisation } from '../../../rules/local.ts';
import type { Person } from '../../contract.ts';
import type { LeadsPorts } from './ports.ts';
import { dayMs, readableConcern } from './reading.ts';
import { leadOf, leadsOf } from './roles.ts';
import { viewOf } from './view.ts';

type Listing = Pick<LeadsPorts, 'store' | 'seal' | 'names' | 'calendar' | 'clock'>;

export interface Listed {
  /** Newest first. */
  readonly views: readonly ConcernView[];
  /** How many stand in these lists that cannot be opened. They must not hide the others. */
  readonly unreadable: number;
}

/** Those that have expired are taken off the lists. */
export async function concernsFor(from: Person, organisation: Organisation, ports: Listing): Promise<Listed> {
  const { store, names, calendar } = ports;
  const lists = new Set(leadsOf(organisation, from).map(({ site }) => names.list(from, site.id)));
  const views = new Map<string, ConcernView>();
  const unreadable = new Set<string>();
  for (const list of lists) {
    await Promise.all(
      (await store.members(list)).map(async (key) => {
        const concern = await readableConcern(key, ports);
        if (concern === 'unreadable') unreadable.add(key);
        else if (!concern) await store.leave(list, key);
        else if (leadOf(concern, organisation, from))
          views.set(key, viewOf(concern, { id: names.idOf(key), organisation, calendar }));
      }),
    );
  }
  const newestFirst = [...views.values()].sort((a, b) => b.raisedAt.getTime() - a.raisedAt.getTime());
  return { views: newestFirst, unreadable: unreadable.size };
}

/** For counts: never a restricted one, whoever asks, and only the last 30 days. */
export function countable(views: readonly ConcernView[], now: number): readonly ConcernView[] {
  return views.filter(({ restricted, raisedAt }) => !restricted && now - raisedAt.getTime() < countedDays * dayMs);
}
