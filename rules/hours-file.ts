/** Hours as an organisation writes them: `always`, or days with "09:00-17:00", "all day" or "closed". */
import { z } from 'zod';
import type { Hours, Range, WeeklyHours } from './hours.ts';
import { type Weekday, weekdays, wholeDay } from './london.ts';

const wayToWrite = 'write times like "09:00-17:00", several with commas between, or "all day", or "closed"';

const ranges = z.string(`these hours must be text; ${wayToWrite}`).transform((text, context): readonly Range[] => {
  if (text === 'closed') return [];
  if (text === 'all day') return [{ from: 0, to: wholeDay }];
  return text.split(',').map((part) => {
    const [from, to] = part.split('-').map(clockMinutes);
    if (from !== undefined && to !== undefined && from !== to && from < wholeDay) return { from, to };
    context.addIssue({ code: 'custom', message: `"${text}" is not a time I can read; ${wayToWrite}`, input: text });
    return { from: 0, to: 0 };
  });
});

function clockMinutes(text: string): number | undefined {
  const [, hours, minutes] = /^\s*(\d\d):(\d\d)\s*$/.exec(text) ?? [];
  const minute = Number(hours) * 60 + Number(minutes);
  return Number(minutes) < 60 && minute <= wholeDay ? minute : undefined;
}

const daySchemas = Object.fromEntries(weekdays.map((day) => [day, ranges.optional()])) as Record<
  Weekday,
  z.ZodOptional<typeof ranges>
>;

/** A day named on its own wins over `weekdays`, `weekends` and `everyDay`; a day not named at all is closed. */
const weeklySchema = z
  .strictObject({
    everyDay: ranges.optional(),
    weekdays: ranges.optional(),
    weekends: ranges.optional(),
    ...daySchemas,
    bankHolidays: z.union([z.literal('as usual').transform(() => 'asUsual' as const), ranges], {
      error: (issue) =>
        issue.input === undefined
          ? 'say what happens on bank holidays: "closed", "as usual", "all day" or times like "10:00-14:00"'
          : `these are not hours for bank holidays; write "as usual", or ${wayToWrite}`,
    }),
  })
  .transform(({ everyDay = [], bankHolidays, ...named }): WeeklyHours => {
    const workdays = named.weekdays ?? everyDay;
    const weekend = named.weekends ?? everyDay;
    const days = {
      sunday: named.sunday ?? weekend,
      monday: named.monday ?? workdays,
      tuesday: named.tuesday ?? workdays,
      wednesday: named.wednesday ?? workdays,
      thursday: named.thursday ?? workdays,
      friday: named.friday ?? workdays,
      saturday: named.saturday ?? weekend,
    };
    return { kind: 'weekly', days, bankHolidays };
  });

export const hoursSchema: z.ZodType<Hours> = z.unknown().transform((written, context): Hours => {
  if (written === 'always') return { kind: 'always' };
  if (typeof written !== 'object' || written === null) {
    context.addIssue({
      code: 'custom',
      message: 'hours are "always", or a list of days with their times',
      input: written,
    });
    return z.NEVER;
  }
  const weekly = weeklySchema.safeParse(written);
  if (weekly.success) return weekly.data;
  // Each problem keeps its own place, so that the line of the very day can be shown.
  for (const issue of weekly.error.issues) context.issues.push({ ...issue, input: written } as never);
  return z.NEVER;
});
