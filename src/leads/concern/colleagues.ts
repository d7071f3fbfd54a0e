/** To whom a concern can be handed, and with which others it can be joined. */
import type { ConcernView } from '../../../dialogs/leads/concern/concern-view.ts';
import { type Organisation, peopleOf } from '../../../rules/local.ts';
import type { Person } from '../../contract.ts';
import { accountOf, markOf } from '../../conversation/picks.ts';
import type { Concern } from './concern.ts';
import { reachesFrom } from './destinations.ts';
import { concernsFor } from './lists.ts';
import type { LeadsPorts } from './ports.ts';
import type { Lead } from './roles.ts';

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

/** Those it can be joined to: they run, and are not being joined to this one at the same moment. */
export async function othersOf(
  from: Person,
  organisation: Organisation,
  id: string,
  concern: Concern,
  ports: LeadsPorts,
): Promise<readonly ConcernView[]> {
  const { views } = await concernsFor(from, organisation, ports);
  // Who sees this one sees its history; a restricted concern must not be named there.
  const mayBeNamed = ({ restricted, stage }: ConcernView) => !restricted && (stage === 'open' || stage === 'owned');
  // Of two that are joined to each other at once one goes on: the same one, whoever looks.
  const { reference: own } = concern.report;
  const goesOn = ({ reference }: ConcernView) => reference < own && hasGained(concern, reference);
  return views.filter((other) => other.id !== id && mayBeNamed(other) && !goesOn(other));
}

export const hasGained = ({ entries }: Concern, reference: string) =>
  entries.some((each) => each.type === 'gained' && each.reference === reference);
