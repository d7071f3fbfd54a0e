/** Hours a contact answers, or a lead has cover: open now, open next, closes when. Clock times are London's. */
import { dayKind, type Nation, type WorkingCalendar } from './calendar.ts';
import {
  type Day,
  dayOf,
  daysLater,
  instantAt,
  isUsableClock,
  minuteOfDay,
  type Weekday,
  weekdayOf,
  wholeDay,
} from './london.ts';

/** Minutes past midnight. `to` at or before `from` runs over midnight into the next day. */
export interface Range {
  readonly from: number;
  readonly to: number;
}

export interface WeeklyHours {
  readonly kind: 'weekly';
  /** No range: closed that day. */
  readonly days: Readonly<Record<Weekday, readonly Range[]>>;
  /** Own hours on a bank holiday (none: closed), or those of the weekday. */
  readonly bankHolidays: 'asUsual' | readonly Range[];
}

export type Hours = { readonly kind: 'always' } | WeeklyHours;

/** A day as far as hours care. */
export interface DayShape {
  readonly weekday: Weekday;
  readonly bankHoliday: boolean;
}

const notKnown = 'not known';
type NotKnown = typeof notKnown;

/** Longest run of closed days looked past for the next opening. */
const horizon = 21;

/** `not known`: the clock cannot be right, or it turns on a bank holiday the calendar does not cover. */
export function isOpen(hours: Hours, moment: Date, nation: Nation, calendar: WorkingCalendar): boolean | NotKnown {
  if (hours.kind === 'always') return true;
  if (!isUsableClock(moment)) return notKnown;
  const minute = minuteOfDay(moment);
  const answers = possibleSpans(hours, dayOf(moment), nation, calendar).map((spans) => covers(spans, minute));
  return agreed(answers) ?? notKnown;
}

/** The moment itself when open now; `never` when nothing opens in the next three weeks. */
export function nextOpening(
  hours: Hours,
  moment: Date,
  nation: Nation,
  calendar: WorkingCalendar,
): Date | 'never' | NotKnown {
  const open = isOpen(hours, moment, nation, calendar);
  if (open === notKnown) return notKnown;
  if (open) return moment;
  const today = dayOf(moment);
  const now = minuteOfDay(moment);
  for (let ahead = 0; ahead <= horizon; ahead++) {
    const day = daysLater(today, ahead);
    const openings = possibleSpans(hours, day, nation, calendar).map(
      (spans) => spans.find(({ from }) => ahead > 0 || from > now)?.from ?? null,
    );
    const opens = agreed(openings);
    if (opens === undefined) return notKnown;
    if (opens !== null) return instantAt(day, opens);
  }
  return 'never';
}

/** `never` for a line that does not close in the next three weeks; `closed` when it is closed already. */
export function closesAt(
  hours: Hours,
  moment: Date,
  nation: Nation,
  calendar: WorkingCalendar,
): Date | 'never' | 'closed' | NotKnown {
  const open = isOpen(hours, moment, nation, calendar);
  if (open === notKnown) return notKnown;
  if (!open) return 'closed';
  if (hours.kind === 'always') return 'never';
  let minute = minuteOfDay(moment);
  for (let ahead = 0; ahead <= horizon; ahead++) {
    const day = daysLater(dayOf(moment), ahead);
    const ends = possibleSpans(hours, day, nation, calendar).map((spans) => endOfSpan(spans, minute));
    const end = agreed(ends);
    if (end === undefined) return notKnown;
    if (end < wholeDay) return instantAt(day, end);
    minute = 0;
  }
  return 'never';
}

/**
 * When a line answers on a day, in order, not touching each other, within 0 to 1440.
 *
 * The night before counts: a range over midnight runs on into this morning, unless this day is a bank holiday on which
 * the line is closed. And where the day before is open until midnight, a range over midnight written for this day
 * covers this morning too: "weekdays 17:00-09:00, weekends all day" is open at 3 on Monday morning.
 */
export function openSpans(hours: Hours, today: DayShape, dayBefore: DayShape): readonly Range[] {
  if (hours.kind === 'always') return [{ from: 0, to: wholeDay }];
  const own = rangesOn(hours, today);
  if (own.length === 0 && today.bankHoliday) return [];
  const before = rangesOn(hours, dayBefore);
  const runOn = before.filter(isOvernight);
  const openAtMidnight = before.some(({ to }) => to === wholeDay);
  const mornings = runOn.length > 0 ? runOn : openAtMidnight ? own.filter(isOvernight) : [];
  return merged([
    ...mornings.map(({ to }) => ({ from: 0, to })),
    ...own.map((range) => (isOvernight(range) ? { from: range.from, to: wholeDay } : range)),
  ]);
}

function rangesOn(hours: WeeklyHours, { weekday, bankHoliday }: DayShape): readonly Range[] {
  return bankHoliday && hours.bankHolidays !== 'asUsual' ? hours.bankHolidays : hours.days[weekday];
}

function isOvernight({ from, to }: Range): boolean {
  return to <= from;
}

/** Sorted, with ranges that touch joined. */
export function merged(ranges: readonly Range[]): readonly Range[] {
  const result: Range[] = [];
  for (const range of ranges.filter(({ from, to }) => to > from).sort((a, b) => a.from - b.from)) {
    const last = result.at(-1);
    if (last && range.from <= last.to) result[result.length - 1] = { from: last.from, to: Math.max(last.to, range.to) };
    else result.push(range);
  }
  return result;
}

/** Past the calendar a weekday may or may not be a bank holiday: every possibility is tried. */
function possibleSpans(
  hours: Hours,
  day: Day,
  nation: Nation,
  calendar: WorkingCalendar,
): readonly (readonly Range[])[] {
  const befores = shapes(daysLater(day, -1), nation, calendar);
  return shapes(day, nation, calendar).flatMap((today) => befores.map((before) => openSpans(hours, today, before)));
}

function shapes(day: Day, nation: Nation, calendar: WorkingCalendar): readonly DayShape[] {
  const weekday = weekdayOf(day);
  const kind = dayKind(day, nation, calendar);
  if (kind !== 'notKnown') return [{ weekday, bankHoliday: kind === 'bankHoliday' }];
  return [
    { weekday, bankHoliday: false },
    { weekday, bankHoliday: true },
  ];
}

function covers(spans: readonly Range[], minute: number): boolean {
  return spans.some(({ from, to }) => from <= minute && minute < to);
}

/** Where the span around this minute ends; the minute itself where nothing is open. */
function endOfSpan(spans: readonly Range[], minute: number): number {
  return spans.find(({ from, to }) => from <= minute && minute < to)?.to ?? minute;
}

/** The one value all agree on, or undefined. */
function agreed<T>(values: readonly T[]): T | undefined {
  const [first, ...rest] = values;
  return rest.every((value) => value === first) ? first : undefined;
}
