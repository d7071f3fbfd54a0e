/** The concerns of a site as numbers. Restricted ones and calls are never among them, whoever asks. */
import { type Counted, type Ending, type Tally, tallyOf } from '../../../dialogs/leads/admin/tally.ts';
import type { Organisation, Site } from '../../../rules/local.ts';
import { orPlainer } from '../../conversation/faults.ts';
import type { Tenant } from '../../seal/index-key.ts';
import type { Concern } from '../concern/concern.ts';
import { keptConcerns } from '../concern/kept.ts';
import type { LeadsPorts } from '../concern/ports.ts';
import { viewOf } from '../concern/view.ts';

export type CountPorts = Pick<LeadsPorts, 'store' | 'seal' | 'names' | 'calendar' | 'clock' | 'onFault'>;

/** Those of one site that may be counted. */
export async function countable(
  tenant: Tenant,
  organisation: Organisation,
  site: Site,
  ports: CountPorts,
): Promise<readonly Concern[]> {
  const kept = await keptConcerns(tenant, { ...organisation, sites: [site] }, ports);
  return kept.map(({ concern }) => concern).filter(({ report }) => report.kind === 'concern');
}

/** Those raised from the one moment on and before the other, in milliseconds since 1970. */
export function tallyBetween(
  concerns: readonly Concern[],
  [from, to]: readonly [number, number],
  organisation: Organisation,
  ports: CountPorts,
): Tally {
  const raised = concerns.filter(
    ({ raisedAt, report }) => report.guard === 'open' && from <= raisedAt && raisedAt < to,
  );
  return tallyOf(raised.map((concern) => countedOf(concern, organisation, ports)));
}

function countedOf(concern: Concern, organisation: Organisation, { calendar, onFault }: CountPorts): Counted {
  const { raisedAt, entries, closed } = concern;
  const minutes = (at: number | undefined) => (at === undefined ? undefined : Math.max(0, (at - raisedAt) / 60_000));
  const takenAfter = minutes(entries.find(({ type }) => type === 'take' || type === 'hand')?.at);
  const dealtAfter = closed === 'done' ? minutes(entries.findLast(({ type }) => type === 'close')?.at) : undefined;
  return {
    topics: orPlainer(
      () => viewOf(concern, { id: '', organisation, calendar }).concern?.outcome.facts.topics ?? [],
      () => [],
      'due',
      onFault,
    ),
    ending: endingOf(concern),
    ...(takenAfter === undefined ? {} : { takenAfter }),
    ...(dealtAfter === undefined ? {} : { dealtAfter }),
  };
}

function endingOf({ closed, report, outcome }: Concern): Ending {
  if (report.withdrawn || closed === 'joined' || closed === 'not-for-us') return 'not-ours';
  return closed === 'done' ? (outcome ?? 'open') : 'open';
}
