/** How long a concern is kept: until it is over, and then as long as the organisation says. How long it may be late. */
import type { Organisation } from '../../../rules/local.ts';
import { orPlainer } from '../../conversation/faults.ts';
import type { Concern, ConcernEntry } from './concern.ts';
import { foldConcern } from './concern.ts';
import type { LeadsPorts } from './ports.ts';
import { dayMs } from './reading.ts';
import { viewOf } from './view.ts';

/** How long what a concern owes is worth doing: a long weekend with the program down is covered. */
export const concernLifeMs = 7 * dayMs;
/** What nobody ever ends goes in the end, too. */
const longestDays = 366;

/**
 * Milliseconds from its newest entry. For as long as can be where a fault of ours stops it: nothing is lost by that, and
 * what is added is stored all the same. @param next added to it by this step
 */
export function keepMs(
  concern: Concern | undefined,
  next: ConcernEntry | undefined,
  organisation: Organisation,
  ports: Pick<LeadsPorts, 'calendar' | 'onFault'>,
): number {
  return orPlainer(
    () => daysKept(concern, next, organisation, ports) * dayMs,
    () => longestDays * dayMs,
    'due',
    ports.onFault,
  );
}

function daysKept(
  concern: Concern | undefined,
  next: ConcernEntry | undefined,
  organisation: Organisation,
  { calendar }: Pick<LeadsPorts, 'calendar'>,
): number {
  const after = next ? foldConcern([...(concern?.entries ?? []), next]) : concern;
  if (!after || !isAnybodys(after)) return organisation.retention.concernDays;
  const { stage } = viewOf(after, { id: '', organisation, calendar });
  const runs = stage === 'open' || stage === 'owned';
  return runs ? longestDays : organisation.retention.concernDays;
}

/** Nobody was picked as safe to tell: then nobody can ever end it. */
const isAnybodys = ({ report: { guard } }: Concern) => guard === 'open' || guard.length > 0;
