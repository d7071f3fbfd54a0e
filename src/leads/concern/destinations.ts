/**
 * Where a message about a concern may go. Whatever is sent to its leads, and why, asks here: a notice, a reminder, a
 * plain notice after a fault of ours, a note of a removal or of an erasure. Whoever the guard does not allow has no
 * address. Pure.
 */
import { type Organisation, peopleOf, siteOf } from '../../../rules/local.ts';
import type { Address, Channel } from '../../contract.ts';
import { accountOf } from '../../conversation/picks.ts';
import { channelDestination, type Destination, maySee, type Report, secondDestination } from './concern.ts';
import { asPicked } from './picked.ts';
import type { LeadsPorts } from './ports.ts';

export interface Whence {
  readonly organisation: Organisation;
  readonly channel: Pick<Channel, 'name' | 'personAddress' | 'leadsAddress'>;
  /** A place on that platform from which others can be reached: where the concern was raised, or an administrator. */
  readonly near: Address;
}

/**
 * @returns nothing where they may not know of it, where another has the place of who was picked, or where they cannot
 *   be reached there
 */
export function addressOfDestination(
  destination: Destination,
  report: Pick<Report, 'guard' | 'marks' | 'site'>,
  { organisation, channel, near }: Whence,
): Address | undefined {
  const site = siteOf(asPicked(organisation, report), report.site);
  if (!site || !maySee({ report }, destination)) return undefined;
  if (destination === channelDestination) return channel.leadsAddress(site, near);
  if (destination === secondDestination) return channel.leadsAddress({ ...site, channel: site.secondChannel }, near);
  // The chair knows only of what they were picked for.
  if (report.guard === 'open' && destination === site.chair?.id) return undefined;
  const person = peopleOf(site).find(({ id }) => id === destination);
  const account = person && accountOf(person, channel.name);
  return account === undefined ? undefined : channel.personAddress(account, near);
}

/** Whether a destination has an address, seen from where the concern was raised. */
export function reachesFrom(report: Report, organisation: Organisation, { channelOf }: Pick<LeadsPorts, 'channelOf'>) {
  const channel = channelOf(report.channel);
  const from = channel && { organisation, channel, near: report.to };
  return (destination: Destination) =>
    from !== undefined && addressOfDestination(destination, report, from) !== undefined;
}
