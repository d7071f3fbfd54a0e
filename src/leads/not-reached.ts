/** A place could not be told: its card is posted anew where it has gone, else the next people are told now, and the reporter hears. */
import type { Organisation } from '../../rules/local.ts';
import type { OwedReply } from '../store/store.ts';
import { reachesFrom } from './come-due.ts';
import type { Concern, ConcernEntry } from './concern.ts';
import { keepMs } from './keeping.ts';
import { nextToTell } from './levels.ts';
import type { LeadsPorts } from './ports.ts';
import { addEntry, mark, readConcern, tellingOf, tenantOf } from './reading.ts';
import { isNotedEnough } from './room.ts';
import { reporterPlace } from './spread.ts';

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
  // Where there is no note of it, the next people are told when their time comes.
  if (place.destination === reporterPlace || isNotedEnough(concern, place.destination)) return [];
  const at = clock();
  const entry: ConcernEntry = { type: 'not-reached', at, destination: place.destination };
  const noted = await addEntry(place.concern, tenantOf(concern), entry, { delivery, keepMs: kept(entry) }, ports);
  const next = noted.concern && nextEntry(noted.concern, organisation, at, ports);
  if (!next) return noted.follow;
  const how = { delivery: `${delivery} next`, keepMs: kept(next) };
  return (await addEntry(place.concern, tenantOf(concern), next, how, ports)).follow;
}

/** The next people, where nobody of those told last can be reached and nobody has it. Else its timer goes on. */
function nextEntry(
  concern: Concern,
  organisation: Organisation,
  at: number,
  ports: LeadsPorts,
): ConcernEntry | undefined {
  const { owner, closed, report, latest, unreached, level } = concern;
  if (owner || closed || report.withdrawn || latest.some((each) => !unreached.has(each))) return undefined;
  const telling = tellingOf(concern, organisation, ports);
  const reaches = reachesFrom(report, organisation, ports);
  const next = telling && nextToTell(telling, level + 1, new Date(at), (each) => reaches(each) && !unreached.has(each));
  return next && { type: 'told', at, level: next.level, told: [...next.told] };
}
