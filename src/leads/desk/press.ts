/** A lead's press on one concern: what it adds, and what they are shown for it. */

import { callDetails } from '../../../dialogs/leads/card/call-card.ts';
import type { ConcernView, LeadAct } from '../../../dialogs/leads/concern/concern-view.ts';
import { refusalLine } from '../../../dialogs/leads/concern/refusals.ts';
import { recordText } from '../../../dialogs/leads/record/record.ts';
import type { Action, Message } from '../../../dialogs/message.ts';
import type { Organisation } from '../../../rules/local.ts';
import type { Incoming } from '../../contract.ts';
import { orPlainer } from '../../conversation/faults.ts';
import type { OwedReply } from '../../store/store.ts';
import { colleaguesOf, hasGained, otherOf } from '../concern/colleagues.ts';
import { type Concern, type ConcernEntry, runs } from '../concern/concern.ts';
import type { DeskPorts } from '../concern/ports.ts';
import { addEntry, readConcern } from '../concern/reading.ts';
import { keepMs } from '../concern/retention.ts';
import { type Lead, leadOf } from '../concern/roles.ts';
import type { Screen } from '../concern/screens.ts';
import { plainViewOf, viewOf } from '../concern/view.ts';
import { showAt } from '../notify/publish.ts';
import { answerAct } from './acts.ts';

export interface DeskAnswer {
  /** Shown to the one who pressed, and nobody else. */
  readonly say?: Message;
  /** The same, worked out once they are answered that they were heard. */
  readonly later?: () => Promise<Message>;
  readonly follow?: readonly OwedReply[];
  readonly status?: 'taken' | 'repeated';
}

interface Known {
  readonly incoming: Incoming;
  readonly organisation: Organisation;
  readonly key: string;
  readonly concern: Concern;
  /** As it was read. */
  readonly revision: number;
  readonly lead: Lead;
  readonly view: ConcernView;
  /** The other concern that was chosen. */
  readonly other?: ConcernView;
}

type LeadAction = Extract<Action, { do: 'lead' }> & { readonly act: Exclude<LeadAct, 'erase' | 'pick'> };

/** Others may press at the same moment; then it is looked at again. */
const mostTries = 8;

export async function press(
  incoming: Incoming,
  organisation: Organisation,
  action: LeadAction,
  /** How many entries the concern had that the card was drawn for; 0: not known. */
  drawnFor: number,
  ports: DeskPorts,
): Promise<DeskAnswer> {
  for (let tries = 0; tries < mostTries; tries++) {
    const pressed = await tryPress(incoming, organisation, action, { drawnFor, tries }, ports);
    if (pressed !== 'overtaken') return pressed;
  }
  return { say: refusalLine('busy') };
}

/** What is decided from one reading of the concern counts only if it still stands as it was read. */
async function tryPress(
  incoming: Incoming,
  organisation: Organisation,
  { act, concern: id, detail }: LeadAction,
  { drawnFor, tries }: { readonly drawnFor: number; readonly tries: number },
  ports: DeskPorts,
): Promise<DeskAnswer | 'overtaken'> {
  const { names, calendar, clock } = ports;
  const { from } = incoming;
  const key = names.concernOf(from, id);
  const { concern, revision } = await readConcern(key, ports);
  const lead = concern && leadOf(concern, organisation, from);
  // Not there, and not theirs to know: the same words.
  if (!concern || !lead) return { say: refusalLine('not-yours') };
  // Taking it rests on nothing that can be worked out or drawn.
  const plainly = () => plainViewOf(concern, { id, organisation });
  const view = orPlainer(() => viewOf(concern, { id, organisation, calendar }), plainly, 'lead', ports.onFault, key);
  const other =
    act === 'same' && detail ? await otherOf(from, organisation, { id, concern }, detail, ports) : undefined;
  const known: Known = {
    incoming,
    organisation,
    key,
    concern,
    revision,
    lead,
    view,
    ...(other ? { other } : {}),
  };
  if (concern.entries.length < drawnFor) return sayPutBack(known, ports);
  if (act === 'record' && view.kind === 'concern')
    return { say: recordText(view, new Date(clock()), ports.links.record(from, key)) };
  const answered = answerAct({
    act: act === 'record' ? 'open' : act,
    detail,
    lead,
    account: from.person,
    concern,
    view,
    ...(other ? { otherReference: other.reference } : {}),
    colleagues: colleaguesOf(concern, lead, organisation, ports),
    at: clock(),
  });
  if ('refuse' in answered) return { say: refusalLine(answered.refuse, view) };
  return 'add' in answered ? add(answered.add, known, tries, ports) : show(answered.show, known, concern, ports);
}

/** The card is newer than what is stored. Nothing is done; their card is drawn as it stands, so that a second press counts. */
async function sayPutBack(known: Known, ports: DeskPorts): Promise<DeskAnswer> {
  ports.onFault('lead', new PutBack(), known.key);
  const shown = await show({ screen: 'card' }, known, known.concern, ports);
  return { ...shown, say: refusalLine('put-back', known.view) };
}

/** For the log: its name is all that is said of it. */
class PutBack extends Error {
  override name = 'PutBack';
}

async function add(
  entry: ConcernEntry,
  known: Known,
  tries: number,
  ports: DeskPorts,
): Promise<DeskAnswer | 'overtaken'> {
  const { incoming, organisation, key, revision: expected } = known;
  const kept = keepMs(known.concern, entry, organisation, ports);
  // A step that came too late has used up its delivery, too; the next try is another one.
  const again = tries === 0 ? '' : ` again ${tries}`;
  const how = { delivery: `lead:${incoming.delivery}${again}`, expected, keepMs: kept };
  // First, so that a press that comes again after a crash in between still finds this one open.
  const elsewhere = await tellTheOther(entry, known, again, ports);
  if (elsewhere === 'overtaken') return 'overtaken';
  const added = await addEntry(key, incoming.from, entry, how, ports);
  const { outcome, concern } = added;
  if (outcome === 'stale') return 'overtaken';
  const follow = [...elsewhere, ...added.follow];
  if (!concern || !leadOf(concern, organisation, incoming.from)) return { follow };
  if (outcome === 'repeated') return { status: 'repeated', follow };
  // Their own card first: they are waiting for it.
  const shown = await show({ screen: 'card' }, known, concern, ports);
  return { ...shown, follow: [...(shown.follow ?? []), ...follow] };
}

/**
 * In their own talk with us: where they pressed, if that is their newest card, else as a new one below. Of a call
 * nothing stands anywhere but what everybody has: it is said once.
 */
async function show(
  screen: Screen,
  { incoming, organisation, key, lead, view }: Known,
  concern: Concern,
  ports: DeskPorts,
): Promise<DeskAnswer> {
  if (concern.report.kind === 'call') return { say: callDetails(plainViewOf(concern, { id: view.id, organisation })) };
  const { delivery, from, address, input } = incoming;
  const on = input.kind === 'press' && input.card ? { on: { ...input.card } } : {};
  const shown = { ...screen, id: delivery, at: ports.clock(), account: from.person, to: { ...address }, ...on };
  return { follow: await showAt(key, lead.person.id, shown, concern, organisation, ports) };
}

/** That a concern was joined to another is told there, too; of one that only some may know of, nowhere. */
async function tellTheOther(
  entry: ConcernEntry,
  { incoming, organisation, concern, view, other }: Known,
  again: string,
  ports: DeskPorts,
): Promise<readonly OwedReply[] | 'overtaken'> {
  if (entry.type !== 'same' || !other) return [];
  const { at, by, account } = entry;
  const gained: ConcernEntry = { type: 'gained', at, by, account, reference: view.reference };
  const key = ports.names.concernOf(incoming.from, other.id);
  const { concern: joined, revision: expected } = await readConcern(key, ports);
  // It is over since it was offered: what is joined to it would be over with it.
  if (!joined || !runs(joined)) return 'overtaken';
  // Joined, opened again by its reporter, and joined once more: it is known there.
  if (concern.report.guard !== 'open' || hasGained(joined, view.reference)) return [];
  const keep = keepMs(joined, gained, organisation, ports);
  const how = { delivery: `joins:${incoming.delivery}${again}`, expected, keepMs: keep };
  const { outcome, follow } = await addEntry(key, incoming.from, gained, how, ports);
  return outcome === 'stale' ? 'overtaken' : follow;
}
