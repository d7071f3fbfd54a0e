/** How soon somebody is needed for a concern: what the leads' list is ordered by. Pure, and worked out ahead of its moment. */
import { dayOf, daysLater, endOf } from '../../../rules/london.ts';
import { todayBy } from '../../answer/today.ts';
import { sayDay, sayTime } from '../../said.ts';
import { listWords } from '../../words/lead-lists.ts';
import type { ConcernView } from './concern-view.ts';
import { limitOf, openDuties, type Worked } from './duties.ts';

/** `now`: at once. `by`: the next limit, else; nothing: none is given. `late`: from then on something is overdue. */
export interface Pressing {
  readonly now: boolean;
  readonly by?: Date;
  readonly late?: Date;
}

export function pressingOf(view: ConcernView): Pressing {
  const { concern, stage, limit } = view;
  const limits = concern ? openDuties(view).map((duty) => limitOf(duty, concern)) : [];
  const dates = limits.filter((each) => each instanceof Date);
  const dayEnds = endOf(dayOf(concern?.context.now ?? view.raisedAt));
  const isNobodys = stage === 'open';
  const now = limits.some((each) => each === 'now' || each === 'notKnown') || (isNobodys && limit === 'now');
  const by = earliest([
    ...dates.map((date) => (concern ? beforeOfficesClose(date, concern) : date)),
    ...(isNobodys && limit === 'today' ? [view.by ?? dayEnds] : []),
  ]);
  const late = earliest([...dates, ...(isNobodys || limits.includes('now') ? [dayEnds] : [])]);
  return { now, ...(by && { by }), ...(late && { late }) };
}

/** Of the day of the report nobody waits for midnight. */
function beforeOfficesClose(limit: Date, { outcome, context }: Worked): Date {
  const isThatDay = limit.getTime() === endOf(dayOf(context.now)).getTime();
  return (isThatDay ? todayBy(outcome, context) : undefined) ?? limit;
}

const earliest = (dates: readonly Date[]): Date | undefined =>
  dates.reduce<Date | undefined>((first, each) => (first === undefined || each < first ? each : first), undefined);

/** Now, today, later, no limit; in this order. What is overdue is needed now. */
export function rankOf(pressing: Pressing, now: Date): 0 | 1 | 2 | 3 {
  if (pressing.now || isOverdue(pressing, now)) return 0;
  if (!pressing.by) return 3;
  return pressing.by <= endOf(dayOf(now)) ? 1 : 2;
}

const isOverdue = ({ late, by }: Pressing, now: Date): boolean =>
  [late, by].some((each) => each !== undefined && each <= now);

/** To stand after "Due:". */
export function sayPressing(pressing: Pressing, now: Date): string {
  const { by, late } = pressing;
  if (late && late <= now) return listWords.late;
  if (pressing.now || (by && by <= now)) return listWords.now;
  if (!by) return listWords.nothingDue;
  if (by.getTime() === endOf(dayOf(now)).getTime()) return listWords.today;
  return dayOf(by) === dayOf(now)
    ? `${listWords.today}, by ${sayTime(by)}`
    : `by the end of ${sayDay(daysLater(dayOf(by), isMidnight(by) ? -1 : 0))}`;
}

const isMidnight = (at: Date) => endOf(daysLater(dayOf(at), -1)).getTime() === at.getTime();
