/**
 * A concern runs and nobody can be asked about it: whoever had it has left the organisation file or lost their account,
 * or the one it was joined to is over. It is free again, and telling begins anew. Every concern that is not over has an
 * owner who can be reached, or a timer.
 */
import { type Organisation, peopleOf, siteOf } from '../../rules/local.ts';
import { accountOf } from '../conversation/picks.ts';
import type { Concern, ConcernEntry } from './concern.ts';
import { reachesFrom } from './destinations.ts';
import { nextToTell } from './levels.ts';
import { asPicked } from './picked.ts';
import type { LeadsPorts } from './ports.ts';
import { tellingOf } from './reading.ts';
import { viewOf } from './view.ts';

type Ports = Pick<LeadsPorts, 'calendar' | 'clock' | 'channelOf' | 'onFault'>;

/** @param why its owner cannot be reached, or it is no longer one with another */
export function freedEntry(
  concern: Concern,
  why: 'owner' | 'parted',
  organisation: Organisation,
  ports: Ports,
): ConcernEntry {
  const { report, unreached, owner } = concern;
  const at = ports.clock();
  const reaches = reachesFrom(report, organisation, ports);
  const telling = tellingOf(concern, organisation, ports);
  const next = telling && nextToTell(telling, 0, new Date(at), (each) => reaches(each) && !unreached.has(each));
  return { type: 'freed', at, why, ...(owner ? { owner: owner.id } : {}), told: [...(next?.told ?? [])] };
}

/** Nothing where its owner is still who they were, or nothing of it is left to do. */
export function ownerGoneEntry(concern: Concern, organisation: Organisation, ports: Ports): ConcernEntry | undefined {
  const { report, owner, closed } = concern;
  // Whoever took a call is on their way, or was long ago.
  if (!owner || closed || report.withdrawn || report.kind === 'call') return undefined;
  if (standsInFile(concern, organisation) || isDone(concern, organisation, ports)) return undefined;
  return freedEntry(concern, 'owner', organisation, ports);
}

/** By id and account: whoever has another's place has not their concerns. */
function standsInFile({ report, owner }: Concern, organisation: Organisation): boolean {
  const site = siteOf(asPicked(organisation, report), report.site);
  const person = site && peopleOf(site).find(({ id }) => id === owner?.id);
  const account = person && accountOf(person, report.channel);
  if (account === undefined) return false;
  // At the try page one browser is everybody.
  return report.channel === 'web' || owner?.account === undefined || owner.account === account;
}

/** What cannot be worked out is not done. */
function isDone(concern: Concern, organisation: Organisation, { calendar }: Ports): boolean {
  try {
    return viewOf(concern, { id: '', organisation, calendar }).stage === 'done';
  } catch {
    return false;
  }
}
