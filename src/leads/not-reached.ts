/** A place could not be told: its card is posted anew where it has gone, else the next people are told now, and the reporter hears. */
import type { OwedReply } from '../store/store.ts';
import type { ConcernEntry } from './concern.ts';
import { destinationsAt, levelsOf } from './levels.ts';
import type { LeadsPorts } from './ports.ts';
import { addEntry, dayMs, mark, readConcern, tellingOf, tenantOf } from './reading.ts';
import { reporterPlace } from './spread.ts';

/** @returns what is to be sent now. */
export async function notReached(owed: OwedReply, reason: string, ports: LeadsPorts): Promise<readonly OwedReply[]> {
  const { seal, store, clock } = ports;
  const place = seal.openPlace(owed.owed.to, owed.key);
  const { concern } = await readConcern(place.concern, ports);
  const organisation = concern && ports.organisationOf(tenantOf(concern));
  if (!concern || !organisation) return [];
  const { concernDays: keepDays } = organisation.retention;
  const delivery = `failed ${owed.key} ${owed.owed.turn}`;
  if (reason === 'card-gone' && !place.again) {
    const reply = seal.place({ ...place, again: true }, owed.key);
    const request = { delivery, expected: null, change: { do: 'nothing' }, reply, keepMs: keepDays * dayMs } as const;
    return (await mark(owed.key, request, store)).follow;
  }
  if (place.destination === reporterPlace) return [];
  const at = clock();
  const entry: ConcernEntry = { type: 'not-reached', at, destination: place.destination };
  const noted = await addEntry(place.concern, tenantOf(concern), entry, { delivery, keepDays }, ports);
  const telling = tellingOf(concern, organisation, ports);
  if (!telling || concern.owner || concern.closed || levelsOf(telling).length < 2) return noted.follow;
  const level = concern.level + 1;
  const told = [...destinationsAt(telling, level, new Date(at))];
  const next: ConcernEntry = { type: 'told', at, level, told };
  const how = { delivery: `${delivery} next`, keepDays };
  return (await addEntry(place.concern, tenantOf(concern), next, how, ports)).follow;
}
