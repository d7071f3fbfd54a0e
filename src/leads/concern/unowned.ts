/**
 * A concern runs and nobody can be asked about it: whoever had it has left the organisation file or lost their account,
 * the one it was joined to is over, or its site has left the file. It is free again, and telling begins anew. Every concern that is not over has an
 * owner who can be reached, or a timer; or its reporter was told that nobody can be asked.
 */
import { type Organisation, peopleOf, siteOf } from '../../../rules/local.ts';
import { accountOf } from '../../conversation/picks.ts';
import { type Concern, type ConcernEntry, runs } from './concern.ts';
import { reachesFrom } from './destinations.ts';
import { nextToTell } from './levels.ts';
import { asPicked } from './picked.ts';
import type { LeadsPorts } from './ports.ts';
import { tellingOf } from './reading.ts';
import { viewOf } from './view.ts';

type Ports = Pick<LeadsPorts, 'calendar' | 'clock' | 'channelOf' | 'onFault'>;

/** @param why its owner cannot be reached, it is no longer one with another, or its site has left the file */
export function freedEntry(
  concern: Concern,
  why: 'owner' | 'parted' | 'site',
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

/**
 * Its site has left the organisation file: there is nobody to tell, and its reporter hears that, once. When the site is
 * back, telling goes on from the first level. Nothing where that is known, or only people picked may know: gone.ts.
 */
export function siteGoneEntry(concern: Concern, organisation: Organisation, ports: Ports): ConcernEntry | undefined {
  if (!isSiteGone(concern, organisation) || !runs(concern)) return undefined;
  const last = concern.entries.findLast((each) => each.type === 'freed' || tellsSomebody(each));
  return last?.type === 'freed' && last.why === 'site' ? undefined : freedEntry(concern, 'site', organisation, ports);
}

/** Of a concern that is for a site's leads: of one for people who were picked, they are told wherever they stand. */
export const isSiteGone = ({ report }: Pick<Concern, 'report'>, organisation: Organisation): boolean =>
  report.guard === 'open' && siteOf(organisation, report.site) === undefined;

const tellsSomebody = (entry: ConcernEntry): boolean =>
  (entry.type === 'told' || entry.type === 'report') && entry.told.length > 0;

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
