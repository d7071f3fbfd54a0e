/** A lead's press on one concern: what it adds, and what they are shown for it. */

import { handScreen, notForUsScreen, notForUsSure, sameScreen } from '../../../dialogs/leads/card/choices.ts';
import { detailsCard } from '../../../dialogs/leads/card/details.ts';
import { plainLine } from '../../../dialogs/leads/card/plain-notice.ts';
import type { ConcernView, LeadAct } from '../../../dialogs/leads/concern/concern-view.ts';
import { refusalLine } from '../../../dialogs/leads/concern/refusals.ts';
import { recordText } from '../../../dialogs/leads/record/record.ts';
import type { Action, Message } from '../../../dialogs/message.ts';
import { type Organisation, peopleOf } from '../../../rules/local.ts';
import type { Incoming } from '../../contract.ts';
import { orPlainer } from '../../conversation/faults.ts';
import { accountOf, markOf } from '../../conversation/picks.ts';
import type { OwedReply } from '../../store/store.ts';
import { type Concern, type ConcernEntry, runs } from '../concern/concern.ts';
import { reachesFrom } from '../concern/destinations.ts';
import { concernsFor } from '../concern/lists.ts';
import type { DeskPorts } from '../concern/ports.ts';
import { addEntry, readConcern } from '../concern/reading.ts';
import { keepMs } from '../concern/retention.ts';
import { type Lead, leadOf } from '../concern/roles.ts';
import { plainViewOf, viewOf } from '../concern/view.ts';
import { type Answered, answerAct } from './acts.ts';

export interface Pressed {
  /** Shown to the one who pressed, and nobody else. */
  readonly say?: Message;
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
  /** Others of this lead's that are not over. */
  readonly others: readonly ConcernView[];
  /** The one of these that was chosen. */
  readonly other?: ConcernView;
}

type LeadAction = Extract<Action, { do: 'lead' }> & { readonly act: Exclude<LeadAct, 'erase' | 'pick'> };

/** Others may press at the same moment; then it is looked at again. */
const mostTries = 8;

export async function press(
  incoming: Incoming,
  organisation: Organisation,
  action: LeadAction,
  ports: DeskPorts,
): Promise<Pressed> {
  for (let tries = 0; tries < mostTries; tries++) {
    const pressed = await tryPress(incoming, organisation, action, tries, ports);
    if (pressed !== 'overtaken') return pressed;
  }
  return { say: refusalLine('busy') };
}

/** What is decided from one reading of the concern counts only if it still stands as it was read. */
async function tryPress(
  incoming: Incoming,
  organisation: Organisation,
  { act, concern: id, detail }: LeadAction,
  tries: number,
  ports: DeskPorts,
): Promise<Pressed | 'overtaken'> {
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
  const others = act === 'same' ? await othersOf(incoming, organisation, id, concern, ports) : [];
  const other = others.find((each) => each.id === detail);
  const known: Known = {
    incoming,
    organisation,
    key,
    concern,
    revision,
    lead,
    view,
    others,
    ...(other ? { other } : {}),
  };
  const answered = answerAct({
    act,
    detail,
    lead,
    account: from.person,
    concern,
    view,
    ...(other ? { otherReference: other.reference } : {}),
    colleagues: colleagues(known, ports),
    at: clock(),
  });
  if ('refuse' in answered) return { say: refusalLine(answered.refuse, view) };
  return 'add' in answered ? add(answered.add, known, tries, ports) : { say: shown(answered, known, ports) };
}

/** Those it can be joined to: they run, and are not being joined to this one at the same moment. */
async function othersOf(
  { from }: Incoming,
  organisation: Organisation,
  id: string,
  concern: Concern,
  ports: DeskPorts,
) {
  const { views } = await concernsFor(from, organisation, ports);
  // Who sees this one sees its history; a restricted concern must not be named there.
  const mayBeNamed = ({ restricted, stage }: ConcernView) => !restricted && (stage === 'open' || stage === 'owned');
  // Of two that are joined to each other at once one goes on: the same one, whoever looks.
  const { reference: own } = concern.report;
  const goesOn = ({ reference }: ConcernView) => reference < own && hasGained(concern, reference);
  return views.filter((other) => other.id !== id && mayBeNamed(other) && !goesOn(other));
}

async function add(entry: ConcernEntry, known: Known, tries: number, ports: DeskPorts): Promise<Pressed | 'overtaken'> {
  const { incoming, organisation, key, revision: expected, view } = known;
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
  const { id, reference, limit } = view;
  const say = orPlainer(
    () => details(viewOf(concern, { id, organisation, calendar: ports.calendar }), known, ports),
    // It counted, whatever can be shown of it; the places are told all the same.
    () => plainLine({ id, reference, limit }),
    'lead',
    ports.onFault,
    key,
  );
  return { follow, say };
}

const hasGained = ({ entries }: Concern, reference: string) =>
  entries.some((each) => each.type === 'gained' && each.reference === reference);

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

function shown(answered: Extract<Answered, { show: string }>, known: Known, ports: DeskPorts): Message {
  const { view, others, key, incoming } = known;
  switch (answered.show) {
    case 'details':
      return details(view, known, ports);
    case 'hand':
      return handScreen(view, named(known, ports), answered.changed);
    case 'same':
      return sameScreen(view, others);
    case 'not-us':
      return notForUsScreen(view);
    case 'not-us-sure':
      return notForUsSure(view, answered.reason);
    case 'record':
      return recordText(view, new Date(ports.clock()), ports.links.record(incoming.from, key));
  }
}

function details(view: ConcernView, known: Known, ports: DeskPorts): Message {
  return detailsCard(view, new Date(ports.clock()), named(known, ports), known.lead.person.name);
}

/** To whom it can be handed: never beyond those who may know, and never to somebody who cannot be told. */
function colleagues({ concern: { report }, organisation, lead: { person, site } }: Known, ports: DeskPorts) {
  const reaches = reachesFrom(report, organisation, ports);
  return peopleOf(site).flatMap((each) => {
    const { id, name } = each;
    const account = accountOf(each, report.channel);
    return id !== person.id && account !== undefined && reaches(id) ? [{ id, mark: markOf(each), name, account }] : [];
  });
}

/** A button means the person who stood on it, whoever has their place since. */
const named = (known: Known, ports: DeskPorts) =>
  colleagues(known, ports).map(({ mark, name }) => ({ id: mark, name }));
