/**
 * A call for a lead by somebody whose call at that site is still open adds nothing to it: the leads hear that one until
 * somebody takes it. So nobody can fill a channel with calls, and with them hold up what others have to say.
 */
import { runs } from '../concern/concern.ts';
import type { LeadsPorts } from '../concern/ports.ts';
import { readableConcern, tenantOf } from '../concern/reading.ts';
import type { LeadItem } from '../concern/sealed.ts';

/** A call that is open longer may have been overlooked: then another is heard. */
const standsMs = 10 * 60_000;
/** A call that nobody takes ends within hours. */
const keptMs = 24 * 3_600_000;

/** @returns whether the call is covered by one that is open. If not, it is remembered as this person's. */
export async function callsAlready(
  { concern: key, report }: Extract<LeadItem, { item: 'report' }>,
  ports: Pick<LeadsPorts, 'store' | 'seal' | 'names' | 'clock'>,
): Promise<boolean> {
  if (report.kind !== 'call' || report.site === undefined) return false;
  const calls = ports.names.calls(tenantOf({ report }), report.reporter, report.site);
  for (const other of await ports.store.members(calls)) {
    const concern = other === key ? undefined : await readableConcern(other, ports);
    if (!concern || concern === 'unreadable' || !runs(concern) || concern.owner) continue;
    if (ports.clock() - concern.raisedAt < standsMs) return true;
  }
  await ports.store.enlist(calls, key, keptMs);
  return false;
}
