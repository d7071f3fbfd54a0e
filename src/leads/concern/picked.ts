/**
 * The organisation file as one concern may see it. Where only people picked may know, whoever stands behind a picked id
 * today and is not the person picked is not in it: no account, no name and no number of theirs can be looked up.
 */
import { type Organisation, type Person, peopleOf, type Site, siteOf } from '../../../rules/local.ts';
import { markOf } from '../../conversation/picks.ts';
import type { Report } from './concern.ts';

type Guarded = Pick<Report, 'guard' | 'marks' | 'site'>;

export function asPicked(organisation: Organisation, report: Guarded): Organisation {
  const site = siteOf(organisation, report.site);
  if (report.guard === 'open' || !site) return organisation;
  const quiet = withoutStrangers(site, report);
  return { ...organisation, sites: organisation.sites.map((each) => (each === site ? quiet : each)) };
}

/** Those of the people picked, by id, who are no longer who they were. */
export function strangersIn(organisation: Organisation, report: Guarded): readonly string[] {
  if (report.guard === 'open') return [];
  const site = siteOf(organisation, report.site);
  const people = site ? peopleOf(site) : [];
  return report.guard.filter((id) => !people.some((person) => person.id === id && isSame(person, report)));
}

/** Of a pick stored without its mark nobody knows who was meant: it is nobody until the reporter picks again. */
const isSame = (person: Person, { marks }: Guarded) => marks?.[person.id] === markOf(person);

function withoutStrangers(site: Site, report: Guarded): Site {
  const { head, chair, ...rest } = site;
  const stays = (person: Person) => !report.guard.includes(person.id) || isSame(person, report);
  return {
    ...rest,
    leads: site.leads.filter(stays),
    deputies: site.deputies.filter(stays),
    ...(head && stays(head) ? { head } : {}),
    ...(chair && stays(chair) ? { chair } : {}),
  };
}
