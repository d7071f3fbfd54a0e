/** From a conversation to its concern: what the leads are to know of it, as items that come due at once. */
import { asStored } from '../../../dialogs/as-stored.ts';
import { noticeLimit } from '../../../dialogs/leads/concern/limit.ts';
import { type Entry, keepsSilent, type State } from '../../../dialogs/state.ts';
import { underNow } from '../../../dialogs/under.ts';
import type { WorkingCalendar } from '../../../rules/calendar.ts';
import { peopleOf, type Site, siteOf } from '../../../rules/local.ts';
import type { OnFault } from '../../contract.ts';
import type { Raised, Raising } from '../../conversation/compose.ts';
import { orPlainer } from '../../conversation/faults.ts';
import { type Finished, guardNow } from '../../conversation/finished.ts';
import type { NewItem } from '../../store/store.ts';
import type { ConcernGuard, Report } from '../concern/concern.ts';
import { addressOfDestination } from '../concern/destinations.ts';
import { levelsOf } from '../concern/levels.ts';
import type { Links } from '../concern/links.ts';
import type { LeadNames } from '../concern/names.ts';
import { concernLifeMs } from '../concern/retention.ts';
import type { LeadsSeal } from '../concern/sealed.ts';

export interface RaisePorts {
  readonly seal: LeadsSeal;
  readonly names: LeadNames;
  readonly calendar: WorkingCalendar;
  readonly links: Pick<Links, 'record'>;
  readonly onFault: OnFault;
}

/**
 * Nothing of it rests on what can be drawn. Where a fault of ours hides how soon a lead is needed, that is now; where it
 * hides who may hear of it, nobody does, and who was told before hears no more.
 */
export function raise(raising: Raising, ports: RaisePorts): Raised {
  const { state, finished, organisation, conversation } = raising;
  const concern = ports.names.concern(raising.from, raising.conversation, raising.began, 'concern');
  const reference = ports.names.reference(raising.from, concern);
  const known = finished && guardNow(raising, finished, organisation, ports.onFault, conversation);
  const guard: ConcernGuard = known ? asGuard(known) : 'open';
  const decided = finished === 'undecided' ? undefined : finished;
  const place = decided?.place.site ?? state.places.get('site');
  const site = siteOf(organisation, place);
  const items = state.practice
    ? []
    : [
        ...(state.early && site ? [callItem(raising, site, reference, ports)] : []),
        ...(finished && known ? [concernItem(raising, finished, guard, site, concern, ports)] : []),
        ...(holdsBack(raising, known, ports) ? [holdItem(raising, site, concern, ports)] : []),
      ];
  const record = decided && !state.practice ? ports.links.record(raising.from, concern) : undefined;
  const reach = orPlainer<Raised['reach']>(
    () => reachOf(guard, site, raising, ports),
    () => 'nowhere',
    'raise',
    ports.onFault,
    conversation,
  );
  return {
    items,
    reach: finished && !known ? 'nowhere' : reach,
    ...(known ? { guard: known } : {}),
    ...(record === undefined ? {} : { record }),
    ...(decided && known && !state.practice ? { reference } : {}),
  };
}

/** Answers are being changed and ask for silence, or who may hear of them cannot be known. */
const holdsBack = ({ finished, state, conversation }: Raising, known: Raised['guard'], { onFault }: RaisePorts) =>
  finished
    ? known === undefined
    : orPlainer(
        () => keepsSilent(state.answers),
        () => true,
        'raise',
        onFault,
        conversation,
      );

const asGuard = (guard: 'open' | readonly string[]): ConcernGuard => (guard === 'open' ? guard : [...guard]);

function reachOf(guard: ConcernGuard, site: Site | undefined, raising: Raising, ports: RaisePorts): Raised['reach'] {
  if (guard !== 'open' && guard.length === 0) return 'withheld';
  const { channel, organisation, to, state } = raising;
  const { calendar, onFault } = ports;
  const telling = site && { organisation, site, channel: channel.name, calendar, guard, called: state.early, onFault };
  const report = site && { guard, site: site.id, marks: marksOf(guard, state) };
  const reached =
    telling &&
    report &&
    levelsOf(telling, new Date(raising.at))
      .flat()
      .some((each) => addressOfDestination(each, report, { organisation, channel, near: to }));
  if (!reached) return 'nowhere';
  return guard === 'open' ? 'sent' : 'picked';
}

function concernItem(
  raising: Raising,
  finished: Finished,
  guard: ConcernGuard,
  site: Site | undefined,
  concern: string,
  ports: RaisePorts,
): NewItem {
  const limit = orPlainer<Report['limit']>(
    () => (finished === 'undecided' ? 'now' : noticeLimit(finished.decision)),
    () => 'now',
    'raise',
    ports.onFault,
    raising.conversation,
  );
  return item(raising, concern, report(raising, site, concern, limit, guard, ports), ports);
}

/**
 * Answers are being changed, and the adult may be known: until it is said who is safe, nobody is told more. What came
 * after them, such as a call that was made, changes nothing of that: it holds nothing back that was raised since.
 */
function holdItem(raising: Raising, site: Site | undefined, concern: string, ports: RaisePorts): NewItem {
  const revision = raising.revision - asStored(raising.entries).since;
  return item(raising, concern, { ...report(raising, site, concern, 'now', [], ports), revision, holds: true }, ports);
}

function report(
  raising: Raising,
  site: Site | undefined,
  concern: string,
  limit: Report['limit'],
  guard: ConcernGuard,
  { names }: Pick<RaisePorts, 'names'>,
): Report {
  const { state, revision } = raising;
  return {
    ...common(raising, site),
    kind: 'concern',
    reference: names.reference(raising.from, concern),
    revision,
    answers: answersOf(raising),
    limit,
    guard,
    ...(guard === 'open' ? {} : { marks: marksOf(guard, state) }),
    called: state.early,
    withdrawn: state.withdrawn,
    referred: state.referred,
    ...unansweredIn(state, guard, site),
    under: underNow,
  };
}

/** The last word on each counts. Only of people who may know of it: of others nothing is kept. */
function unansweredIn({ tried }: State, guard: ConcernGuard, site: Site | undefined): Pick<Report, 'unanswered'> {
  const people = (site ? peopleOf(site) : [])
    .map(({ id }) => id)
    .filter((id) => guard === 'open' || guard.includes(id));
  const last = new Map(tried.map(({ whom, result }) => [whom, result]));
  const unanswered = [...last].flatMap(([whom, result]) =>
    result === 'no-answer' && people.includes(whom) ? [whom] : [],
  );
  return unanswered.length > 0 ? { unanswered } : {};
}

/** Who was meant by each id when it was picked. */
const marksOf = (guard: ConcernGuard, { marks }: Raising['state']): Record<string, string> =>
  Object.fromEntries(
    (guard === 'open' ? [] : guard).flatMap((id) => (marks.has(id) ? [[id, marks.get(id) ?? '']] : [])),
  );

/** Nothing of the concern is in it, so that it looks the same whatever the concern turns out to be. */
function callItem(raising: Raising, site: Site, reference: string, ports: RaisePorts): NewItem {
  const call = ports.names.concern(raising.from, raising.conversation, raising.began, `call ${site.id}`);
  const report: Report = {
    ...common(raising, site),
    kind: 'call',
    reference,
    revision: 1,
    answers: [],
    limit: 'now',
    guard: 'open',
    called: false,
    withdrawn: false,
    referred: false,
  };
  return item(raising, call, report, ports);
}

const common = ({ from: { channel, tenant, person }, to, at }: Raising, site: Site | undefined) => ({
  channel,
  tenant,
  reporter: person,
  to: { ...to },
  at,
  ...(site ? { site: site.id } : {}),
});

/** The same report again has the same name, and is ignored. */
function item({ from, since }: Raising, concern: string, report: Report, ports: RaisePorts): NewItem {
  const key = ports.names.item(from, concern, 'report', String(report.revision));
  return {
    key,
    payload: ports.seal.item({ item: 'report', concern, report }, key),
    due: since,
    expires: since + concernLifeMs,
  };
}

/** The answers that stand, without the way there; who was picked stands in the guard alone. */
function answersOf({ state, entries }: Raising): Entry[] {
  const began = entries.findLast((entry) => entry.type === 'start');
  if (!began) return [];
  const { suggested: _, ...start } = began;
  return [
    start,
    ...[...state.answers].map(([question, values]) => answered(question, values)),
    ...[...state.places].map(([question, value]) => answered(question, [value])),
  ];
}

const answered = (question: string, values: readonly string[]): Entry => ({
  type: 'answer',
  question,
  values: [...values],
});
