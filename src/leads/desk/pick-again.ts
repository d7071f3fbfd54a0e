/**
 * Somebody picked is gone: whoever raised the concern picks again, from the message that says so. That needs nothing of
 * their talk, so it works for as long as the concern is kept. Nobody counts until they are pressed here, the right
 * person under a corrected account included. A button means the person who stood on it.
 */
import { type Pickable, peopleToPick } from '../../../dialogs/guard.ts';
import { pickScreen } from '../../../dialogs/leads/card/pick-again.ts';
import { refusalLine } from '../../../dialogs/leads/concern/refusals.ts';
import { type Organisation, siteOf } from '../../../rules/local.ts';
import type { Incoming } from '../../contract.ts';
import { markOf } from '../../conversation/picks.ts';
import type { Concern, ConcernEntry } from '../concern/concern.ts';
import { addressOfDestination } from '../concern/destinations.ts';
import { strangersIn } from '../concern/picked.ts';
import type { DeskPorts } from '../concern/ports.ts';
import { addEntry, readConcern } from '../concern/reading.ts';
import { keepMs } from '../concern/retention.ts';
import { viewOf } from '../concern/view.ts';
import type { DeskAnswer } from './press.ts';

/** Leads may press at the same moment; then it is looked at again. */
const mostTries = 8;

/** @param picked the mark of who stood on the button; nothing: who can be picked is shown */
export async function pickAgain(
  incoming: Incoming,
  organisation: Organisation,
  key: string,
  picked: string | undefined,
  ports: DeskPorts,
): Promise<DeskAnswer> {
  const { from } = incoming;
  for (let tries = 0; tries < mostTries; tries++) {
    const { concern, revision } = await readConcern(key, ports);
    // To anybody else it is not there.
    if (!concern || concern.report.reporter !== from.person) return { say: refusalLine('not-yours') };
    if (concern.closed || concern.report.withdrawn) return { say: refusalLine('closed') };
    const { view, people } = pickable(key, concern, organisation, ports);
    const found = people.find(({ person }) => markOf(person) === picked);
    if (!found) {
      if (picked !== undefined && stands(picked, concern)) return { say: refusalLine('already') };
      const named = people.map(({ person }) => ({ id: markOf(person), name: person.name }));
      return { say: pickScreen(view, named, new Date(ports.clock()), picked !== undefined) };
    }
    const { id } = found.person;
    const entry: ConcernEntry = {
      type: 'picked',
      at: ports.clock(),
      person: id,
      mark: markOf(found.person),
      told: [id],
    };
    const delivery = `pick:${incoming.delivery}${tries === 0 ? '' : ` again ${tries}`}`;
    const how = { delivery, expected: revision, keepMs: keepMs(concern, entry, organisation, ports) };
    const { outcome, follow } = await addEntry(key, from, entry, how, ports);
    // Whom we tell now is news like any other.
    if (outcome !== 'stale') return { status: outcome === 'repeated' ? 'repeated' : 'taken', follow };
  }
  return { say: refusalLine('busy') };
}

const stands = (mark: string, { report: { guard, marks = {} } }: Concern) =>
  guard !== 'open' && guard.some((id) => marks[id] === mark);

/** Those who can be told and are not among the picks that stand; nobody where everybody may know. */
function pickable(
  key: string,
  concern: Concern,
  organisation: Organisation,
  { names, calendar, channelOf }: DeskPorts,
) {
  const { report } = concern;
  const view = viewOf(concern, { id: names.idOf(key), organisation, calendar });
  const site = siteOf(organisation, report.site);
  const channel = channelOf(report.channel);
  const gone = strangersIn(organisation, report);
  const canBe = ({ person }: Pickable): boolean => {
    const { id } = person;
    if (report.guard === 'open' || (report.guard.includes(id) && !gone.includes(id)) || !channel) return false;
    const alone = { guard: [id], marks: { [id]: markOf(person) }, ...(site ? { site: site.id } : {}) };
    return addressOfDestination(id, alone, { organisation, channel, near: report.to }) !== undefined;
  };
  const people = site && view.concern ? peopleToPick(site, view.concern.outcome.facts).filter(canBe) : [];
  return { view, people };
}
