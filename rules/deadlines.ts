/**
 * Deadlines as instants in Europe/London, from the moment of report. The sum is always returned, so it can be shown.
 * "Today" is the calendar day of the report. Within N working days: day 1 is the first working day after that day,
 * and the limit is the end of day N. The chapter (line 157) leaves the start undefined; this reading is ours.
 */
import { type BankHoliday, bankHolidayOn, dayKind, type Nation, type WorkingCalendar } from './calendar.ts';
import { type Day, dayOf, daysLater, endOf, isUsableClock } from './london.ts';
import type { Deadline } from './outcome.ts';

export interface DueNow {
  readonly kind: 'now';
}

export interface DueToday {
  readonly kind: 'today';
  readonly urgent: boolean;
  readonly day: Day;
  /** Midnight at the end of the day, the first instant that is too late. */
  readonly end: Date;
  /** Whole minutes that really pass until then, an hour more or less when the clocks change. */
  readonly minutesLeft: number;
}

export interface DueInWorkingDays {
  readonly kind: 'workingDays';
  readonly days: number;
  /** Every day counted: day 1 first, day N last. */
  readonly counted: readonly Day[];
  /** Bank holidays passed over on the way. */
  readonly skipped: readonly BankHoliday[];
  /** Midnight at the end of day N. */
  readonly end: Date;
}

/** `clock`: the machine's clock cannot be right. `calendar`: the sum runs past the calendar's last year (or before its first). */
export interface DueNotKnown {
  readonly kind: 'notKnown';
  readonly because: 'clock' | 'calendar';
  readonly deadline: Deadline;
  /** Days that could still be counted. */
  readonly counted: readonly Day[];
}

/** The source sets no limit. The precaution is ours, and shown as ours. */
export interface DueNotStated {
  readonly kind: 'notStated';
  readonly precaution: DueNow | DueToday | DueNotKnown | 'none';
}

export type Due = DueNow | DueToday | DueInWorkingDays | DueNotStated | DueNotKnown;

/** @throws RangeError for a number of working days that is not a whole number from 1 to 260. */
export function dueBy(deadline: Deadline, moment: Date, nation: Nation, calendar: WorkingCalendar): Due {
  switch (deadline.kind) {
    case 'now':
      return deadline;
    case 'today':
      return dueToday(deadline, moment);
    case 'workingDays':
      return dueInWorkingDays(deadline, moment, nation, calendar);
    case 'notStated':
      return { kind: 'notStated', precaution: precaution(deadline.precaution, moment) };
  }
}

/** By the nation where the limit ends soonest: of those by whose bank holidays it may be counted. */
export function soonestDue(
  deadline: Deadline,
  moment: Date,
  candidates: readonly Nation[],
  calendar: WorkingCalendar,
): Due {
  const all = candidates.map((nation) => dueBy(deadline, moment, nation, calendar));
  const end = (due: Due) => (due.kind === 'workingDays' ? due.end.getTime() : Number.NEGATIVE_INFINITY);
  const [first] = all.toSorted((a, b) => end(a) - end(b));
  if (!first) throw new RangeError('A limit is counted by the days of some nation');
  return first;
}

function precaution(name: 'now' | 'today' | 'none', moment: Date): DueNotStated['precaution'] {
  if (name === 'none') return 'none';
  return name === 'now' ? { kind: 'now' } : dueToday({ kind: 'today', urgent: false }, moment);
}

function dueToday(deadline: Deadline & { kind: 'today' }, moment: Date): DueToday | DueNotKnown {
  if (!isUsableClock(moment)) return { kind: 'notKnown', because: 'clock', deadline, counted: [] };
  const day = dayOf(moment);
  const end = endOf(day);
  const minutesLeft = Math.floor((end.getTime() - moment.getTime()) / 60_000);
  return { ...deadline, day, end, minutesLeft };
}

function dueInWorkingDays(
  deadline: Deadline & { kind: 'workingDays' },
  moment: Date,
  nation: Nation,
  calendar: WorkingCalendar,
): DueInWorkingDays | DueNotKnown {
  const { days } = deadline;
  if (!Number.isInteger(days) || days < 1 || days > 260) throw new RangeError(`cannot count ${days} working days`);
  if (!isUsableClock(moment)) return { kind: 'notKnown', because: 'clock', deadline, counted: [] };

  const counted: Day[] = [];
  const skipped: BankHoliday[] = [];
  let day = dayOf(moment);
  while (counted.length < days) {
    day = daysLater(day, 1);
    const kind = dayKind(day, nation, calendar);
    if (kind === 'notKnown') return { kind: 'notKnown', because: 'calendar', deadline, counted };
    if (kind === 'working') counted.push(day);
    const holiday = bankHolidayOn(day, nation, calendar);
    if (holiday) skipped.push(holiday);
  }
  return { ...deadline, counted, skipped, end: endOf(day) };
}
