/** What a concern asks people to do: which of it is ticked, by when it is due, what is late, and whom to ring. */
import { contactsFor } from '../../../rules/contacts.ts';
import type { Due } from '../../../rules/deadlines.ts';
import { isInDoubt } from '../../../rules/in-doubt.ts';
import { dayOf, daysLater, endOf } from '../../../rules/london.ts';
import { type Duty, type PeopleRoute, peopleRoutes } from '../../../rules/outcome.ts';
import { dueOf } from '../../answer/lines.ts';
import { todayBy } from '../../answer/today.ts';
import type { Rich } from '../../message.ts';
import { sayDay, sayDue, sayOpening, sayTime } from '../../said.ts';
import { answerWords } from '../../words/answer.ts';
import { emergencyInDoubt } from '../../words/decision.ts';
import { decideAndAct, dutyWords, limitWords } from '../../words/lead-duties.ts';
import { neededWords } from '../../words/leads.ts';
import { type ConcernView, isSettled, leadTasks, type Task } from './concern-view.ts';
import { sayMoment } from './times.ts';

export type Worked = NonNullable<ConcernView['concern']>;
type PeopleDuty = Duty & { readonly route: PeopleRoute };

/** A person or body to tell. Procedures and services are links to follow, not duties to tick. */
export function isPeopleDuty(duty: Duty): duty is PeopleDuty {
  return (peopleRoutes as readonly string[]).includes(duty.route);
}

/**
 * What a person ticks: calls and referrals of the reporter and the lead. The lead is told by taking it; where nobody
 * else has to be told, it is theirs to deal with, and to tick, or the concern would never end.
 */
export function tickable(duties: readonly Duty[]): readonly PeopleDuty[] {
  const due = duties
    .filter(isPeopleDuty)
    .filter(({ actor, strength }) => (actor === 'you' || actor === 'lead') && strength !== 'may');
  const others = due.filter(({ route }) => route !== 'safeguarding-lead');
  return others.length > 0 ? others : due.map((duty) => ({ ...duty, actor: 'lead' }));
}

/** What is asked of the reporter and the lead, and what only a lead decides. Of a call: nothing. */
export function tasksOf(concern: Worked | undefined): readonly Task[] {
  return concern ? [...tickable(concern.outcome.decision.duties).map(({ route }) => route), ...leadTasks] : [];
}

/** Nothing is left but to say how it ended. */
export const isAllSettled = ({ concern, said }: Pick<ConcernView, 'concern' | 'said'>): boolean =>
  tasksOf(concern).every((task) => isSettled(said.get(task)));

/** An order without its end. A social worker refers by going to the duty manager; whom not to tell is never advised. */
export function shortOrderOf(duty: PeopleDuty, { outcome: { facts, told } }: Worked): string {
  const { route, actor } = duty;
  if (route === 'emergency' && isInDoubt(duty)) return emergencyInDoubt;
  if (route === 'safeguarding-lead' && actor === 'lead') return decideAndAct;
  if (told && route === 'safeguarding-lead')
    return told === 'picked' ? answerWords.pickedOrder : answerWords.nobodyOrder;
  if (facts.setting === 'socialCare' && route === 'childrens-social-care') return answerWords.socialCareSite;
  if (facts.setting === 'socialCare' && route === 'social-care-advice') return answerWords.socialCareSiteAdvice;
  return dutyWords[route].order;
}

/** The instant that is too late. `now`: at once. `none`: no limit is given. `notKnown`: it could not be counted. */
export function limitOf(duty: Duty, { outcome, context }: Worked): Date | 'now' | 'none' | 'notKnown' {
  const due = stated(dueOf(duty, outcome, context));
  if (due.kind === 'today' || due.kind === 'workingDays') return due.end;
  return due.kind === 'notStated' ? 'none' : due.kind;
}

const stated = (due: Due): Due => (due.kind === 'notStated' && due.precaution !== 'none' ? due.precaution : due);

/** By when, to stand after a colon: "today, by 4.30pm", "late. The limit was midnight ...". */
export function sayLimit(duty: Duty, worked: Worked, now: Date): string {
  const limit = limitOf(duty, worked);
  if (limit === 'none') return limitWords.none;
  return `${sayBy(limit, duty, worked, now)}${isOurs(duty) ? ` (${limitWords.ours})` : ''}`;
}

/** The same in a word or two, for a card that holds little: when it was due stands one press away. */
export function sayLimitShort(duty: Duty, worked: Worked, now: Date): string {
  const limit = limitOf(duty, worked);
  const ours = isOurs(duty) ? ` (${limitWords.oursShort})` : '';
  if (limit === 'none') return limitWords.noneShort;
  return `${isPast(limit, worked, now) ? limitWords.lateShort : sayBy(limit, duty, worked, now)}${ours}`;
}

/** The source gives no limit; the precaution is ours. */
export const isOurs = ({ deadline }: Duty) => deadline.kind === 'notStated' && deadline.precaution !== 'none';

type Limit = ReturnType<typeof limitOf>;

function sayBy(limit: Exclude<Limit, 'none'>, duty: Duty, worked: Worked, now: Date): string {
  if (isPast(limit, worked, now)) return `${limitWords.late} ${sayPassed(limit, worked)}`;
  if (limit === 'now') return limit;
  if (limit === 'notKnown') return sayDue(dueOf(duty, worked.outcome, worked.context));
  return endsToday(limit, now) ? sayToday(worked, now) : `by the end of ${sayDay(daysLater(dayOf(limit), -1))}`;
}

const endsToday = (limit: Date, now: Date) => limit.getTime() === endOf(dayOf(now)).getTime();

/** As the card says it to the reporter. Once that has passed nobody waits for midnight. */
function sayToday({ outcome, context }: Worked, now: Date): string {
  const by = todayBy(outcome, context);
  if (!by) return 'today';
  return now.getTime() < by.getTime() ? `today, by ${sayTime(by)}` : 'now';
}

/** What is due at once has no clock time of its own: it is late when the day of the report is over. */
function isPast(limit: Limit, { context }: Worked, now: Date): boolean {
  if (limit === 'none' || limit === 'notKnown') return false;
  const end = limit === 'now' ? endOf(dayOf(context.now)) : limit;
  return now.getTime() >= end.getTime();
}

const sayPassed = (limit: Date | 'now' | 'notKnown', { context }: Worked): string =>
  limit instanceof Date ? `midnight at the end of ${sayDay(daysLater(dayOf(limit), -1))}` : sayMoment(context.now);

export interface DutyProgress {
  readonly ticked: number;
  readonly of: number;
  readonly late: number;
}

/** How far it is. Nothing of it says which duties. */
export function progressOf({ concern, said }: ConcernView, now: Date): DutyProgress {
  const tasks = tasksOf(concern);
  const settled = tasks.filter((task) => isSettled(said.get(task)));
  const open = concern ? openDuties({ concern, said }) : [];
  const late = open.filter((duty) => concern && isPast(limitOf(duty, concern), concern, now));
  return { ticked: settled.length, of: tasks.length, late: late.length };
}

/** Whom to tell still, the most pressing first. */
export const openDuties = ({ concern, said }: Pick<ConcernView, 'concern' | 'said'>): readonly PeopleDuty[] =>
  tickable(concern?.outcome.decision.duties ?? []).filter(({ route }) => !isSettled(said.get(route)));

const isRunning = ({ stage }: ConcernView) => stage === 'open' || stage === 'owned';

/** Something is not done although its limit has passed, or nobody took it on the day. */
export function isLate(view: ConcernView, now: Date): boolean {
  return isRunning(view) && (dayIsOver(view, now) || progressOf(view, now).late > 0);
}

function dayIsOver({ stage, kind, concern, raisedAt }: ConcernView, now: Date): boolean {
  if (stage !== 'open' || kind === 'call') return false;
  return now.getTime() >= endOf(dayOf(concern?.context.now ?? raisedAt)).getTime();
}

/** The one sentence that anybody may read: that a lead is needed, and by when. */
export function sayNeeded(view: ConcernView, now: Date): string {
  if (view.kind === 'call' || view.limit === 'now' || dayIsOver(view, now)) return neededWords.now;
  if (!view.by) return neededWords.today;
  if (now.getTime() >= view.by.getTime()) return neededWords.now;
  return `${neededWords.by} ${dayOf(view.by) === dayOf(now) ? `${sayTime(view.by)} today` : sayMoment(view.by)}`;
}

/** What presses most of what is not done: its order and its limit. Nothing when all is ticked. */
export function mostPressing(
  { concern, said }: Pick<ConcernView, 'concern' | 'said'>,
  now: Date,
): { readonly order: string; readonly limit: string } | undefined {
  const [duty] = openDuties({ ...(concern && { concern }), said });
  return duty && concern && { order: shortOrderOf(duty, concern), limit: sayLimit(duty, concern, now) };
}

/**
 * "Ring NAME, NUMBER." for the first that may answer now; else one that is closed, with when it opens; else where to find
 * the number. Nothing where the order itself says it.
 */
export function ringFor(
  { route, actor }: Pick<PeopleDuty, 'route' | 'actor'>,
  { outcome, context }: Worked,
  now: Date,
): Rich {
  if (route === 'emergency' || (route === 'safeguarding-lead' && actor === 'lead')) return [];
  const { organisation, calendar } = context;
  const at = { organisation, calendar, moment: now, ...outcome.place };
  const lines = contactsFor(route, at);
  const rung = lines.flatMap((line) => (line.kind === 'contact' && line.phone ? [{ ...line, phone: line.phone }] : []));
  const open = rung.find(({ openNow }) => openNow !== false);
  if (open) return [`Ring ${open.who}, `, { phone: open.phone }, '.'];
  const [closed] = rung;
  if (closed) return [`Ring ${closed.who}, `, { phone: closed.phone }, `. ${sayOpening(closed, now)}`];
  return lines.slice(0, 1).flatMap((line): Rich => {
    if (line.kind === 'missing') return [`${line.who}: ${line.said}`];
    if (line.url) return [`${line.who}: `, { link: line.url, label: line.url }, '.'];
    return [`Write to ${line.who}, ${line.email}.`];
  });
}
