/** A concern as it is drawn: names from the organisation file, what is due worked out from the answers. Pure. */

import { todayBy } from '../../../dialogs/answer/today.ts';
import {
  type ConcernView,
  type Happening,
  leadsChannelName,
  secondChannelName,
} from '../../../dialogs/leads/concern/concern-view.ts';
import { onceFor } from '../../../dialogs/once.ts';
import { fold, nobody } from '../../../dialogs/state.ts';
import { type Context, outcomeOf } from '../../../dialogs/steps.ts';
import type { WorkingCalendar } from '../../../rules/calendar.ts';
import { type Organisation, peopleOf, type Site, siteOf } from '../../../rules/local.ts';
import {
  type Concern,
  type ConcernEntry,
  channelDestination,
  foldConcern,
  type Report,
  secondDestination,
} from './concern.ts';
import { asPicked } from './picked.ts';

export interface Viewing {
  readonly id: string;
  readonly organisation: Organisation;
  readonly calendar: WorkingCalendar;
}

/** One report is drawn from many times. */
const stateOf = onceFor(({ answers }: Report) => fold(answers));

export function viewOf(concern: Concern, { id, organisation, calendar }: Viewing): ConcernView {
  const { report, before } = concern;
  const worked = (of: Report) => {
    const known = asPicked(organisation, of);
    const state = { ...stateOf(of), safe: pickedIn(of, known), tried: inVain(of) };
    const context: Context = { organisation: known, calendar, now: new Date(of.at) };
    return { state, outcome: outcomeOf(state, context), context };
  };
  const isCall = report.kind === 'call';
  const due = isCall ? undefined : worked(report);
  const needed = due && todayBy(due.outcome, due.context);
  return {
    ...plainViewOf(concern, { id, organisation }),
    ...(needed ? { by: needed } : {}),
    ...(due ? { concern: due } : {}),
    ...(before && !isCall ? { before: worked(before) } : {}),
    history: historyOf(concern, organisation),
  };
}

/** Whoever raised it rang these, and is sent to nobody of them again. */
const inVain = ({ unanswered = [], at }: Report) =>
  unanswered.map((whom) => ({ whom, result: 'no-answer', at: new Date(at) }) as const);

/** Who has it and how it stands, without what it is about: that may be what a fault of ours hides. */
export function plainViewOf(concern: Concern, { id, organisation }: Omit<Viewing, 'calendar'>): ConcernView {
  const { report, owner, said, outcome, until } = concern;
  const site = siteOf(asPicked(organisation, report), report.site);
  const nameOf = namesOf(site);
  return {
    id,
    kind: report.kind,
    reference: report.reference,
    ...(site && organisation.sites.length > 1 ? { site: site.name } : {}),
    restricted: report.guard !== 'open',
    ...(report.guard !== 'open' && { picked: namesPicked(report, site) }),
    raisedAt: new Date(concern.raisedAt),
    stage: stageOf(concern),
    limit: report.limit,
    level: concern.level,
    ...(owner ? { owner: nameOf(owner.id) } : {}),
    reporter: report.reporter,
    said: new Map(
      [...said].map(([task, { at, by, tries, ...how }]) => [
        task,
        { ...how, at: new Date(at), who: nameOf(by), tries: tries.map((each) => new Date(each)) },
      ]),
    ),
    ...(report.under ? { raisedUnder: report.under } : {}),
    ...(outcome ? { outcome } : {}),
    ...(until === undefined ? {} : { until: new Date(until) }),
    history: [],
  };
}

/** To each other those picked are no secret. @param site as it may be seen */
const namesPicked = ({ guard }: Report, site: Site | undefined): readonly string[] =>
  (site ? peopleOf(site) : []).flatMap(({ id, name }) => (guard.includes(id) ? [name] : []));

/** Who was picked as the reporter sees it on their own card: those who still are who they were, or nobody. */
function pickedIn({ guard, site }: Report, known: Organisation): readonly string[] {
  if (guard === 'open') return [];
  const at = siteOf(known, site);
  const there = at ? peopleOf(at).filter(({ id }) => guard.includes(id)) : [];
  return there.length > 0 ? there.map(({ id }) => id) : [nobody];
}

/** What happened from this entry on. @param tells which of the entries are for whoever reads it */
export function historyOf(
  { entries, report }: Concern,
  organisation: Organisation,
  from = 0,
  tells: (entry: ConcernEntry) => boolean = () => true,
): readonly Happening[] {
  const nameOf = namesOf(siteOf(asPicked(organisation, report), report.site));
  return entries
    .slice(from)
    .flatMap((entry, i) => (tells(entry) ? happeningsOf(entry, entries.slice(0, from + i), nameOf) : []));
}

function namesOf(site: Site | undefined): (destination: string) => string {
  return (destination) => {
    if (destination === channelDestination) return leadsChannelName;
    if (destination === secondDestination) return secondChannelName;
    if (/^administrator(-\d+)?$/.test(destination)) return 'An administrator';
    return (site ? peopleOf(site) : []).find((person) => person.id === destination)?.name ?? 'somebody who has left';
  };
}

const freedAs = { owner: 'owner-gone', parted: 'parted', site: 'site-gone' } as const;

function stageOf({ report, closed, owner }: Concern): ConcernView['stage'] {
  if (closed) return closed;
  if (report.withdrawn) return 'withdrawn';
  return owner ? 'owned' : 'open';
}

function happeningsOf(
  entry: ConcernEntry,
  earlier: readonly ConcernEntry[],
  nameOf: (destination: string) => string,
): readonly Happening[] {
  const at = new Date(entry.at);
  const names = (told: readonly string[]) => told.map(nameOf);
  switch (entry.type) {
    case 'report':
      return reportHappenings(entry, earlier, at, names);
    case 'told':
      return entry.told.length > 0 ? [{ at, what: 'told', level: entry.level, places: names(entry.told) }] : [];
    case 'not-reached':
      return [{ at, what: 'not-reached', places: [nameOf(entry.destination)] }];
    case 'take':
      // Only the press that made it theirs.
      return ownerAfter(earlier) === undefined ? [{ at, what: 'taken', who: nameOf(entry.by) }] : [];
    case 'untake':
      return ownerAfter(earlier) === entry.by ? [{ at, what: 'untaken', who: nameOf(entry.by) }] : [];
    case 'hand':
      return [
        {
          at,
          what: 'handed',
          who: nameOf(entry.by),
          to: nameOf(entry.to),
          ...(entry.reason && { reason: entry.reason }),
        },
      ];
    case 'snooze':
      return [{ at, what: 'snoozed', who: nameOf(entry.by), until: new Date(entry.until) }];
    case 'seen':
      return [{ at, what: 'seen', who: nameOf(entry.by) }];
    case 'done':
    case 'undone':
    case 'tried':
    case 'not-mine':
      return [{ at, what: entry.type, who: nameOf(entry.by), duty: entry.duty }];
    case 'not-needed':
      return [{ at, what: 'not-needed', who: nameOf(entry.by), duty: entry.duty, reason: entry.reason }];
    case 'outcome':
      return [{ at, what: 'outcome', who: nameOf(entry.by), outcome: entry.outcome }];
    case 'close':
      return [{ at, what: 'closed', who: nameOf(entry.by) }];
    case 'reopen':
      return [{ at, what: 'reopened', who: nameOf(entry.by) }];
    case 'contact':
      return [{ at, what: 'contact', who: nameOf(entry.by) }];
    case 'same':
      return [{ at, what: 'joined', who: nameOf(entry.by), reference: entry.reference }];
    case 'erase':
      return [{ at, what: 'erase-asked', who: nameOf(entry.by) }];
    case 'gained':
      return [{ at, what: 'gained', who: nameOf(entry.by) }];
    case 'not-us':
      return [{ at, what: 'not-for-us', who: nameOf(entry.by), reason: entry.reason }];
    case 'reminded':
      return [{ at, what: 'reminded', duty: entry.duty, who: names(entry.told) }];
    case 'freed':
      return [
        { at, what: freedAs[entry.why] },
        ...(entry.told.length > 0 ? [{ at, what: 'told', level: 0, places: names(entry.told) } as const] : []),
      ];
    case 'picked':
      return [{ at, what: 'told', level: 0, places: names(entry.told) }];
    case 'gone':
      // Who is back was told again, like anybody.
      return isMore(entry.gone, earlier)
        ? [{ at, what: 'gone', left: entry.left }]
        : [{ at, what: 'told', level: 0, places: names(entry.told) }];
    case 'text':
      return [{ at, what: 'text', who: nameOf(entry.destination), result: entry.result }];
    case 'end':
      return [{ at, what: 'ended' }];
  }
}

const isMore = (gone: readonly string[], earlier: readonly ConcernEntry[]) => {
  const before = foldConcern(earlier)?.gone;
  return gone.some((id) => !before?.has(id));
};

const ownerAfter = (entries: readonly ConcernEntry[]) => foldConcern(entries)?.owner?.id;

function reportHappenings(
  { report, told }: Extract<ConcernEntry, { type: 'report' }>,
  earlier: readonly ConcernEntry[],
  at: Date,
  names: (told: readonly string[]) => readonly string[],
): readonly Happening[] {
  if (report.holds) return [];
  const before = earlier
    .flatMap((entry) => (entry.type === 'report' && !entry.report.holds ? [entry.report] : []))
    .at(-1);
  const more = (report.unanswered ?? []).filter((each) => !before?.unanswered?.includes(each));
  const tells: readonly Happening[] = told.length > 0 ? [{ at, what: 'told', level: 0, places: names(told) }] : [];
  if (!before) return [{ at, what: 'raised' }, ...tells];
  return [
    ...(JSON.stringify(before.answers) === JSON.stringify(report.answers) ? [] : [{ at, what: 'changed' } as const]),
    ...(report.withdrawn && !before.withdrawn ? [{ at, what: 'withdrawn' } as const] : []),
    ...(report.referred && !before.referred ? [{ at, what: 'referred' } as const] : []),
    ...(more.length > 0 ? [{ at, what: 'no-answer', who: names(more) } as const] : []),
    ...tells,
  ];
}
