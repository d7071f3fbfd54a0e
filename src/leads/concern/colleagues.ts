/** To whom a concern can be handed, and with which others it can be joined. */
import type { ConcernView } from '../../../dialogs/leads/concern/concern-view.ts';
import { type Organisation, peopleOf } from '../../../rules/local.ts';
import type { Account } from '../../contract.ts';
import { accountOf, markOf } from '../../conversation/picks.ts';
import { type Concern, runs } from './concern.ts';
import { reachesFrom } from './destinations.ts';
import { openToAll } from './open-list.ts';
import type { LeadsPorts } from './ports.ts';
import { readableConcern } from './reading.ts';
import { type Lead, leadOf } from './roles.ts';
import { viewOf } from './view.ts';

export interface Colleague {
  readonly id: string;
  readonly mark: string;
  readonly name: string;
  readonly account: string;
}

/** Never beyond those who may know, and never somebody who cannot be told. */
export function colleaguesOf(
  { report }: Concern,
  { person, site }: Lead,
  organisation: Organisation,
  ports: Pick<LeadsPorts, 'channelOf'>,
): readonly Colleague[] {
  const reaches = reachesFrom(report, organisation, ports);
  return peopleOf(site).flatMap((each) => {
    const { id, name } = each;
    const account = accountOf(each, report.channel);
    return id !== person.id && account !== undefined && reaches(id) ? [{ id, mark: markOf(each), name, account }] : [];
  });
}

/** As many as one message holds with its own. */
const mostOthers = 21;

/** Those it can be joined to, the newest: they run, and anybody named for the site may know of them. */
export async function othersOf(
  from: Account,
  organisation: Organisation,
  id: string,
  concern: Concern,
  ports: LeadsPorts,
): Promise<readonly ConcernView[]> {
  const views = await openToAll(from, organisation, mostOthers, ports);
  return views.filter((other) => other.id !== id && !goesOn(concern, other.reference));
}

/** One of them, as somebody chose it. */
export async function otherOf(
  from: Account,
  organisation: Organisation,
  { id, concern }: { readonly id: string; readonly concern: Concern },
  chosen: string,
  ports: LeadsPorts,
): Promise<ConcernView | undefined> {
  const { names, calendar } = ports;
  const other = chosen === id ? undefined : await readableConcern(names.concernOf(from, chosen), ports);
  if (other === undefined || other === 'unreadable' || !runs(other)) return undefined;
  // Who sees this one sees its history; a restricted concern must not be named there.
  if (other.report.kind !== 'concern' || other.report.guard !== 'open') return undefined;
  if (!leadOf(other, organisation, from) || goesOn(concern, other.report.reference)) return undefined;
  return viewOf(other, { id: chosen, organisation, calendar });
}

/** Of two that are joined to each other at once one goes on: the same one, whoever looks. */
const goesOn = (concern: Concern, reference: string) =>
  reference < concern.report.reference && hasGained(concern, reference);

export const hasGained = ({ entries }: Concern, reference: string) =>
  entries.some((each) => each.type === 'gained' && each.reference === reference);
