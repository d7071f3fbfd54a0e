/** Who presses: the people named in the organisation file, by the platform's own identity. Pure. */
import { type Person as Named, type Organisation, peopleOf, type Site } from '../../../rules/local.ts';
import type { Account } from '../../contract.ts';
import { accountOf } from '../../conversation/picks.ts';
import { type Concern, maySee } from './concern.ts';
import { asPicked } from './picked.ts';

export interface Lead {
  readonly site: Site;
  readonly person: Named;
}

/** Where this person is named, and as whom. On the try page the person's id is the last part of the account. */
export function leadsOf(organisation: Organisation, { channel, person }: Account): readonly Lead[] {
  const account = channel === 'web' ? webPersonOf(person) : person;
  if (account === undefined) return [];
  return organisation.sites.flatMap((site) =>
    peopleOf(site).flatMap((named) => (accountOf(named, channel) === account ? [{ site, person: named }] : [])),
  );
}

/** `lead:SESSION:ID`; whoever sits at the try page chooses as whom they press. */
const webPersonOf = (person: string): string | undefined => /^lead:[^:]*:(.+)$/.exec(person)?.[1];

export function isAdministrator({ administrators }: Organisation, { channel, person }: Account): boolean {
  if (channel === 'web') return webPersonOf(person) === 'administrator';
  return administrators.some((each) => each[channel] === person);
}

/** As whom this person may see the concern: named for its site, and picked where it is restricted. The chair only if picked. */
export function leadOf(concern: Concern, organisation: Organisation, from: Account): Lead | undefined {
  const { site, guard } = concern.report;
  const [only] = organisation.sites;
  return leadsOf(asPicked(organisation, concern.report), from).find(
    (lead) =>
      lead.site.id === (site ?? only?.id) &&
      maySee(concern, lead.person.id) &&
      (guard !== 'open' || lead.person.id !== lead.site.chair?.id),
  );
}
