/** A concern as leads see it, from the notice to the record, and what is said of it in one line. */

import { monthCounts } from '../../../dialogs/leads/admin/month-counts.ts';
import { tallyOf } from '../../../dialogs/leads/admin/tally.ts';
import { termCard } from '../../../dialogs/leads/admin/term-report.ts';
import { callCard, callDetails } from '../../../dialogs/leads/card/call-card.ts';
import {
  handReasonScreen,
  handScreen,
  notForUsScreen,
  notForUsSure,
  sameScreen,
} from '../../../dialogs/leads/card/choices.ts';
import { closedCard, endedCard } from '../../../dialogs/leads/card/closed-card.ts';
import { detailsCard } from '../../../dialogs/leads/card/details.ts';
import { leadCard, withNews } from '../../../dialogs/leads/card/lead-card.ts';
import { concernList } from '../../../dialogs/leads/card/lists.ts';
import { movedCard, noticeCard } from '../../../dialogs/leads/card/notice-card.ts';
import { pickScreen } from '../../../dialogs/leads/card/pick-again.ts';
import {
  moreScreen,
  notNeededScreen,
  snoozeScreen,
  taskScreen,
  tasksScreen,
} from '../../../dialogs/leads/card/task-screens.ts';
import type { ConcernView, Happening } from '../../../dialogs/leads/concern/concern-view.ts';
import { tasksOf, tickable } from '../../../dialogs/leads/concern/duties.ts';
import { noticeLimit } from '../../../dialogs/leads/concern/limit.ts';
import { happened, reminderLine, reporterLine } from '../../../dialogs/leads/concern/lines.ts';
import { type LeadRefusal, refusalLine } from '../../../dialogs/leads/concern/refusals.ts';
import { recordText } from '../../../dialogs/leads/record/record.ts';
import { type Context, outcomeOf } from '../../../dialogs/steps.ts';
import type { BoardScreen } from './screen.ts';
import { answered } from './shown.ts';
import { guardedWay, longestWays } from './ways.ts';

const owner = 'Sam Okafor';
const other = 'Priya Nair';
const site = 'A school';
/** Enough of each that a number may be given. */
const tally = tallyOf(
  Array.from({ length: 12 }, (_, i) => ({
    topics: [i < 7 ? 'imagery' : 'bullying'],
    ending: i < 6 ? 'referred' : 'in-school',
    takenAfter: i,
    dealtAfter: 60 * i,
  })),
);
const term = { name: 'May to August 2026', first: '2026-05-04', last: '2026-08-31', missing: 0 };
const named = [{ id: 'mark', name: other }];

export function leadScreens(context: Context): readonly BoardScreen[] {
  const { now } = context;
  const open = viewIn(context);
  const owned: ConcernView = { ...open, stage: 'owned', owner };
  const restricted = { ...owned, ...workedIn(guardedWay(), context), restricted: true };
  const call: ConcernView = { ...without(open), kind: 'call' };
  const [task = 'parents'] = tasksOf(owned.concern);
  return [
    { name: 'The notice in the leads’ channel', message: noticeCard(open, now) },
    { name: 'The notice, taken', message: noticeCard(owned, now) },
    { name: 'The notice, once it stands elsewhere', message: movedCard(open) },
    { name: 'The lead’s own card', message: leadCard(open, now, owner) },
    { name: 'The lead’s own card, taken', message: leadCard(owned, now, owner) },
    { name: 'The lead’s own card, somebody else has it', message: leadCard(owned, now, other) },
    { name: 'The lead’s own card, restricted', message: leadCard(restricted, now, owner) },
    { name: 'What was advised', message: detailsCard(owned, now) },
    { name: 'Something else was done', message: tasksScreen(owned) },
    { name: 'One thing to do', message: taskScreen(owned, task, now) },
    { name: 'It is not needed', message: notNeededScreen(owned, task) },
    { name: 'Remind me later', message: snoozeScreen(owned) },
    { name: 'More', message: moreScreen({ ...owned, limit: 'today' }, owner, true) },
    { name: 'More, with news', message: withNews(moreScreen({ ...owned, limit: 'today' }, owner, true)) },
    { name: 'Hand over: to whom', message: handScreen(owned, named) },
    { name: 'Hand over: nobody else', message: handScreen(owned, []) },
    { name: 'Hand over: why', message: handReasonScreen(owned, 'mark') },
    { name: 'The same as another', message: sameScreen(owned, [open]) },
    { name: 'Not for us: why', message: notForUsScreen(owned) },
    { name: 'Not for us: sure?', message: notForUsSure(owned, 'no-child') },
    { name: 'Closed', message: closedCard({ ...owned, stage: 'done', outcome: 'referred' }) },
    { name: 'Ended for one who may know no longer', message: endedCard(owned) },
    { name: 'A call for a lead', message: callCard(call) },
    { name: 'A call for a lead, for one lead', message: callDetails(call) },
    { name: 'The list of concerns', message: listOf([open, owned], now) },
    { name: 'The list, empty', message: listOf([], now) },
    { name: 'Counts of a month', message: monthCounts({ id: 'school', name: site, tally, others: [] }) },
    {
      name: 'Counts of a month, too few',
      message: monthCounts({ id: 'school', name: site, tally: tallyOf([]), others: [] }),
    },
    {
      name: 'A term report',
      message: termCard({ site, terms: [{ ...term, tally }], next: '2027-01-11' }, undefined),
    },
    { name: 'A term report, none yet', message: termCard({ site, terms: [], next: '2027-01-11' }, undefined) },
    { name: 'The record', message: recordText(owned, now) },
    {
      name: 'A reminder in the channel',
      message: reminderLine(tickable(owned.concern?.outcome.decision.duties ?? []), owned, now),
    },
    {
      name: 'A reminder for one lead',
      message: reminderLine(tickable(owned.concern?.outcome.decision.duties ?? []), owned, now, 'person'),
    },
    { name: 'For whoever raised it: pick somebody else', message: pickScreen(restricted, named, now) },
    lines(now),
    ...news(owned, now),
    refused(),
  ];
}

const listOf = (views: readonly ConcernView[], now: Date) =>
  concernList({ views, count: views.length, page: 0, pages: 1, unreadable: 0 }, { now, where: 'private' });

const without = ({ concern: _, ...call }: ConcernView): ConcernView => call;

function viewIn(context: Context): ConcernView {
  const [[, way = new Map()] = []] = longestWays();
  return {
    id: 'x'.repeat(24),
    kind: 'concern',
    reference: 'AB12-CD34',
    ...(context.organisation.sites.length > 1 ? { site: context.organisation.sites[0]?.name ?? '' } : {}),
    restricted: false,
    raisedAt: context.now,
    stage: 'open',
    level: 0,
    reporter: '',
    said: new Map(),
    history: [{ at: context.now, what: 'raised' }],
    ...workedIn(way, context),
  };
}

function workedIn(way: Parameters<typeof answered>[0], context: Context): Pick<ConcernView, 'concern' | 'limit'> {
  const state = answered(way, context);
  const outcome = outcomeOf(state, context);
  return { concern: { state, outcome, context }, limit: noticeLimit(outcome.decision) };
}

/** One of each that can happen. */
function happenings(at: Date): readonly Happening[] {
  const who = owner;
  const duty = 'police';
  const plain = ['raised', 'changed', 'withdrawn', 'referred', 'ended', 'owner-gone', 'parted', 'site-gone'] as const;
  const people = ['taken', 'untaken', 'contact', 'gained', 'erase-asked', 'seen', 'closed', 'reopened'] as const;
  const ofDuty = ['done', 'undone', 'tried', 'not-mine'] as const;
  return [
    ...plain.map((what) => ({ at, what })),
    ...people.map((what) => ({ at, what, who })),
    ...ofDuty.map((what) => ({ at, what, who, duty })),
    { at, what: 'no-answer', who: [other] },
    { at, what: 'told', level: 1, places: [other] },
    { at, what: 'gone', left: 0 },
    { at, what: 'not-reached', places: [other] },
    { at, what: 'handed', who, to: other, reason: 'off' },
    { at, what: 'snoozed', who, until: at },
    { at, what: 'not-needed', who, duty, reason: 'known' },
    { at, what: 'outcome', who, outcome: 'referred' },
    { at, what: 'reminded', duty, who: [owner] },
    { at, what: 'text', who, result: 'delivered' },
    { at, what: 'text', who, result: 'failed' },
    { at, what: 'joined', who, reference: 'EF56-GH78' },
    { at, what: 'not-for-us', who, reason: 'no-child' },
  ];
}

const lines = (now: Date): BoardScreen => ({
  name: 'Lines below the notice, one of each',
  message: { summary: '', blocks: happenings(now).map((each) => ({ kind: 'text', text: [happened(each)] })) },
  added: true,
});

const news = (view: ConcernView, now: Date): readonly BoardScreen[] =>
  happenings(now).flatMap((happening) => {
    const message = reporterLine(happening, view, now);
    return message ? [{ name: `News for whoever raised it: ${happening.what.replaceAll('-', ' ')}`, message }] : [];
  });

const whys: Readonly<Record<LeadRefusal, true>> = {
  'not-yours': true,
  ended: true,
  'taken-by-other': true,
  closed: true,
  unknown: true,
  'not-settled': true,
  urgent: true,
  'day-ends': true,
  already: true,
  asked: true,
  often: true,
  full: true,
  busy: true,
  'put-back': true,
  unreadable: true,
  'not-over': true,
  'second-person': true,
  'not-told': true,
};

const refused = (): BoardScreen => ({
  name: 'A press that changes nothing, one of each',
  message: {
    summary: '',
    blocks: [
      ...new Set((Object.keys(whys) as LeadRefusal[]).map((why) => JSON.stringify(refusalLine(why).blocks))),
    ].flatMap((each) => JSON.parse(each)),
  },
  added: true,
});
