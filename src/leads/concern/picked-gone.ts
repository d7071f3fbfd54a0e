/**
 * Who of those picked is gone from the organisation file, or has another in their place. It is what the file says today,
 * looked at anew each time: somebody gone is told to the others and the reporter, and somebody back is told again.
 */
import type { Organisation } from '../../../rules/local.ts';
import type { OwedReply } from '../../store/store.ts';
import type { Concern, ConcernEntry } from './concern.ts';
import { levelsOf } from './levels.ts';
import { strangersIn } from './picked.ts';
import type { LeadsPorts } from './ports.ts';
import { addEntry, readConcern, tellingOf, tenantOf } from './reading.ts';
import { keepMs } from './retention.ts';
import { ownerGoneEntry, siteGoneEntry } from './unowned.ts';

/** What is to be noted of it; nothing where everybody picked is who they were, or it was noted. */
export function goneEntry(
  concern: Concern,
  organisation: Organisation,
  ports: Pick<LeadsPorts, 'calendar' | 'clock' | 'onFault'>,
): Extract<ConcernEntry, { type: 'gone' }> | undefined {
  const gone = strangersIn(organisation, concern.report);
  if (gone.length === concern.gone.size && gone.every((id) => concern.gone.has(id))) return undefined;
  const at = ports.clock();
  const telling = tellingOf(concern, organisation, ports);
  const told = telling && !isOver(concern) ? levelsOf(telling, new Date(at)).flat() : [];
  const left = concern.report.guard.length - gone.length;
  return { type: 'gone', at, gone: [...gone], left, told: [...new Set(told)] };
}

const isOver = ({ closed, report }: Concern) => closed !== undefined || report.withdrawn;

/** Notes it, where there is something to note. @returns what is to be sent now. */
export async function noteGone(
  key: string,
  organisation: Organisation,
  ports: LeadsPorts,
): Promise<readonly OwedReply[]> {
  const { concern, revision } = await readConcern(key, ports);
  const entry =
    concern &&
    (goneEntry(concern, organisation, ports) ??
      siteGoneEntry(concern, organisation, ports) ??
      ownerGoneEntry(concern, organisation, ports));
  if (!concern || !entry) return [];
  const kept = keepMs(concern, entry, organisation, ports);
  const how = { delivery: `gone ${revision}`, expected: revision, keepMs: kept };
  return (await addEntry(key, tenantOf(concern), entry, how, ports)).follow;
}
