/** Who of a site is told when on one platform, as their levels are made: those on cover who have an account there. */
import type { ToldFrom, Week } from '../../../dialogs/leads/admin/week.ts';
import { type Organisation, peopleOf, type Site } from '../../../rules/local.ts';
import { weekAhead } from '../../../rules/week.ts';
import type { ChannelName } from '../../contract.ts';
import { accountOf } from '../../conversation/picks.ts';
import type { LeadsPorts } from '../concern/ports.ts';

/** Seven days from now. The chair is told only when picked, so stands in it only where an account is missing. */
export function weekOf(
  site: Site,
  organisation: Organisation,
  channel: ChannelName,
  { calendar, clock }: Pick<LeadsPorts, 'calendar' | 'clock'>,
): Week {
  const week = weekAhead(site, { organisation, calendar, moment: new Date(clock()) });
  const told = week.map(({ from, to, now }): ToldFrom => {
    const reached = now.filter(({ person }) => accountOf(person, channel) !== undefined);
    return { from, to, names: reached.map(({ person }) => person.name) };
  });
  const without = peopleOf(site).filter((person) => accountOf(person, channel) === undefined);
  return { told: joined(told), withoutAccount: without.map(({ name }) => name) };
}

/** Who has no account here comes and goes unseen. */
function joined(told: readonly ToldFrom[]): readonly ToldFrom[] {
  const found: ToldFrom[] = [];
  for (const each of told) {
    const before = found.at(-1);
    if (before && JSON.stringify(before.names) === JSON.stringify(each.names))
      found[found.length - 1] = { ...before, to: each.to };
    else found.push(each);
  }
  return found;
}
