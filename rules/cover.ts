/** Hours of the week, bank holidays included, in which nobody has cover. */
import { type Hours, merged, openSpans, type Range } from './hours.ts';
import { type Weekday, weekdays, wholeDay } from './london.ts';

/** A stretch of an ordinary week, from one day's minute to another's. */
export interface Gap {
  readonly fromDay: Weekday;
  readonly from: number;
  readonly toDay: Weekday;
  readonly to: number;
}

export interface Gaps {
  /** In an ordinary week, from Monday. */
  readonly week: readonly Gap[];
  /** On a bank holiday, whichever weekday it falls on and whatever the day before was: minutes past midnight. */
  readonly bankHoliday: readonly Range[];
  /** On the day after a bank holiday, beyond the gaps of an ordinary week. */
  readonly dayAfter: readonly Range[];
}

const fromMonday: readonly Weekday[] = [...weekdays.slice(1), 'sunday'];
const wholeWeek = 7 * wholeDay;

/** Bank holidays are kept on a weekday: one that falls on a weekend has a substitute. */
const possibleHolidays = fromMonday.slice(0, 5);
const possibleDaysAfter = fromMonday.slice(1, 6);

export function gapsIn(cover: readonly Hours[]): Gaps {
  const ordinary = (day: Weekday) => uncovered(cover, day, false, false);
  const week = fromMonday.flatMap((day, i) =>
    ordinary(day).map(({ from, to }) => ({ from: from + i * wholeDay, to: to + i * wholeDay })),
  );
  return {
    week: joinedOverSunday(merged(week)).map(gap),
    bankHoliday: merged([
      ...possibleHolidays.flatMap((day) => uncovered(cover, day, true, false)),
      ...possibleHolidays.slice(1).flatMap((day) => uncovered(cover, day, true, true)),
    ]),
    dayAfter: merged(
      possibleDaysAfter.flatMap((day) => {
        const always = ordinary(day).map(({ from, to }) => `${from}-${to}`);
        return uncovered(cover, day, false, true).filter(({ from, to }) => !always.includes(`${from}-${to}`));
      }),
    ),
  };
}

/** What of a day no one covers. */
function uncovered(
  cover: readonly Hours[],
  weekday: Weekday,
  holiday: boolean,
  holidayBefore: boolean,
): readonly Range[] {
  const yesterday = weekdays[(weekdays.indexOf(weekday) + 6) % 7] ?? 'sunday';
  const covered = merged(
    cover.flatMap((hours) =>
      openSpans(hours, { weekday, bankHoliday: holiday }, { weekday: yesterday, bankHoliday: holidayBefore }),
    ),
  );
  const edges = [0, ...covered.flatMap(({ from, to }) => [from, to]), wholeDay];
  const between = edges.flatMap((from, i) => (i % 2 === 0 ? [{ from, to: edges[i + 1] ?? wholeDay }] : []));
  return between.filter(({ from, to }) => to > from);
}

/** A gap that ends the week and one that begins it are one gap. */
function joinedOverSunday(week: readonly Range[]): readonly Range[] {
  const [first] = week;
  const last = week.at(-1);
  if (!first || !last || first === last || first.from !== 0 || last.to !== wholeWeek) return week;
  return [...week.slice(1, -1), { from: last.from, to: first.to }];
}

function gap({ from, to }: Range): Gap {
  const dayAt = (minute: number) => fromMonday[Math.floor(minute / wholeDay) % 7] ?? 'monday';
  return { fromDay: dayAt(from), from: from % wholeDay, toDay: dayAt(to - 1), to: ((to - 1) % wholeDay) + 1 };
}
