/**
 * Refreshes the committed bank holidays from GOV.UK: `node src/commands/refresh-holidays.ts`.
 * Look at the difference, run the tests, and commit it.
 */
import { readFile, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import {
  type BankHoliday,
  type Nation,
  nations,
  type WorkingCalendar,
  wholeYears,
  workingCalendarSchema,
} from '../../rules/calendar.ts';
import { dayOf } from '../../rules/london.ts';

export const govUkBankHolidays = 'https://www.gov.uk/bank-holidays.json';

/** The published bank holidays could not be fetched or cannot be used. The data file is as it was. */
export class HolidaysNotRefreshed extends Error {
  override readonly name = 'HolidaysNotRefreshed';
}

const published = z.object({ events: z.array(z.object({ date: z.iso.date(), title: z.string().min(1) })).min(1) });
const publishedSchema = z.object({
  'england-and-wales': published,
  scotland: published,
  'northern-ireland': published,
});

/**
 * Rewrites `file` from `url` and returns what it now holds. Years GOV.UK no longer lists are kept from the old file.
 * @throws HolidaysNotRefreshed, leaving the file untouched.
 */
export async function refreshHolidays(url: string, file: string, moment: Date): Promise<WorkingCalendar> {
  const old = workingCalendarSchema.parse(JSON.parse(await readFile(file, 'utf8')));
  const fresh = await fetchHolidays(url);
  const firstPublished = Math.max(...nations.map((nation) => Math.min(...wholeYears(fresh[nation]))));
  const lastPublished = Math.min(...nations.map((nation) => Math.max(...wholeYears(fresh[nation]))));
  if (lastPublished < old.lastYear)
    throw new HolidaysNotRefreshed(`${url} does not cover ${old.lastYear} whole, as the file does. Keep the file.`);
  const holidays = Object.fromEntries(
    nations.map((nation) => [
      nation,
      [
        ...old.holidays[nation].filter(({ date }) => yearOf(date) < firstPublished),
        ...fresh[nation].filter(({ date }) => yearOf(date) >= firstPublished && yearOf(date) <= lastPublished),
      ],
    ]),
  );
  const calendar = workingCalendarSchema.safeParse({
    source: govUkBankHolidays,
    checked: dayOf(moment),
    firstYear: Math.min(old.firstYear, firstPublished),
    lastYear: lastPublished,
    holidays,
  });
  if (!calendar.success)
    throw new HolidaysNotRefreshed(`${url} leaves gaps. Look at it by hand:\n${z.prettifyError(calendar.error)}`);
  await writeFile(`${file}.new`, `${JSON.stringify(calendar.data, null, 2)}\n`);
  await rename(`${file}.new`, file);
  return calendar.data;
}

async function fetchHolidays(url: string): Promise<Record<Nation, readonly BankHoliday[]>> {
  let body: unknown;
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(10_000) });
    if (!answer.ok) throw new Error(`it answered ${answer.status}`);
    body = await answer.json();
  } catch (cause) {
    throw new HolidaysNotRefreshed(`${url} could not be read (${cause}). Try again later.`, { cause });
  }
  const checked = publishedSchema.safeParse(body);
  if (!checked.success)
    throw new HolidaysNotRefreshed(
      `${url} has changed its shape. Look at it by hand:\n${z.prettifyError(checked.error)}`,
    );
  const inOrder = (nation: Nation) => checked.data[nation].events.toSorted((a, b) => a.date.localeCompare(b.date));
  return {
    'england-and-wales': inOrder('england-and-wales'),
    scotland: inOrder('scotland'),
    'northern-ireland': inOrder('northern-ireland'),
  };
}

const yearOf = (date: string) => Number(date.slice(0, 4));

if (import.meta.main) {
  const file = fileURLToPath(new URL('../../rules/data/bank-holidays.json', import.meta.url));
  try {
    const { firstYear, lastYear } = await refreshHolidays(govUkBankHolidays, file, new Date());
    process.stdout.write(`Bank holidays ${firstYear} to ${lastYear} are in ${file}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`);
    process.exitCode = 1;
  }
}
