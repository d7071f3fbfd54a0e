/** A place could not be told: its card is posted anew where it has gone, else the next people are told now, and the reporter hears. */
import type { Organisation } from '../../../rules/local.ts';
import type { OwedReply } from '../../store/store.ts';
import { isNotedEnough } from '../concern/capacity.ts';
import { type Concern, type ConcernEntry, type Destination, maySee, runs } from '../concern/concern.ts';
import { reachesFrom } from '../concern/destinations.ts';
import { nextToTell } from '../concern/levels.ts';
import type { LeadsPorts } from '../concern/ports.ts';
import { addEntry, mark, readConcern, tellingOf, tenantOf } from '../concern/reading.ts';
import { keepMs } from '../concern/retention.ts';
import { freedEntry } from '../concern/unowned.ts';
import { reporterPlace } from './publish.ts';

/** @returns what is to be sent now. */
export async function notReached(owed: OwedReply, reason: string, ports: LeadsPorts): Promise<readonly OwedReply[]> {
  const { seal, store, clock } = ports;
  const place = seal.openPlace(owed.owed.to, owed.key);
  const { concern } = await readConcern(place.concern, ports);
  const organisation = concern && ports.organisationOf(tenantOf(concern));
  if (!concern || !organisation) return [];
  const kept = (entry?: ConcernEntry) => keepMs(concern, entry, organisation, ports);
  const delivery = `failed ${owed.key} ${owed.owed.turn}`;
  if (reason === 'card-gone' && !place.again) {
    const reply = seal.place({ ...place, again: true }, owed.key);
    const request = { delivery, expected: null, change: { do: 'nothing' }, reply, keepMs: kept() } as const;
    return (await mark(owed.key, request, store)).follow;
  }
  const { destination } = place;
  // Whoever may know no longer is told nothing; and whoever pressed is there, whatever their talk with us says.
  if (place.shown || (destination !== reporterPlace && !maySee(concern, destination))) return [];
  // Where there is no note of it, the next people are told when their time comes; but nobody waits for such an owner.
  const isOwners = concern.owner?.id === destination;
  if (destination === reporterPlace || (isNotedEnough(concern, destination) && !isOwners)) return [];
  const at = clock();
  const entry: ConcernEntry = { type: 'not-reached', at, destination };
  const noted = await addEntry(place.concern, tenantOf(concern), entry, { delivery, keepMs: kept(entry) }, ports);
  const next = noted.concern && nextEntry(noted.concern, destination, organisation, at, ports);
  if (!next) return noted.follow;
  const how = { delivery: `${delivery} next`, keepMs: kept(next) };
  return (await addEntry(place.concern, tenantOf(concern), next, how, ports)).follow;
}

/** It is free where its owner is who cannot be reached. Else the next people, where nobody of those told last can be reached and nobody has it. Else its timer goes on. */
function nextEntry(
  concern: Concern,
  destination: Destination,
  organisation: Organisation,
  at: number,
  ports: LeadsPorts,
): ConcernEntry | undefined {
  const { owner, report, latest, unreached, level } = concern;
  if (runs(concern) && owner?.id === destination) return freedEntry(concern, 'owner', organisation, ports);
  if (owner || !runs(concern) || latest.some((each) => !unreached.has(each))) return undefined;
  const telling = tellingOf(concern, organisation, ports);
  const reaches = reachesFrom(report, organisation, ports);
  const next = telling && nextToTell(telling, level + 1, new Date(at), (each) => reaches(each) && !unreached.has(each));
  return next && { type: 'told', at, level: next.level, told: [...next.told] };
}
