import { once } from 'node:events';
import { copyFile, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { committedCalendar, nations, workingCalendarSchema } from '../../rules/calendar.ts';
import { HolidaysNotRefreshed, refreshHolidays } from '../../src/commands/refresh-holidays.ts';

const committed = new URL('../../rules/data/bank-holidays.json', import.meta.url);
const moment = new Date('2027-03-01T12:00:00Z');

let folder: string;
let file: string;
let server: Server;
let url: string;
let answer: { status: number; body: string };

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'holidays-'));
  file = join(folder, 'bank-holidays.json');
  await copyFile(committed, file);
  server = createServer((_, response) => response.writeHead(answer.status).end(answer.body)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/bank-holidays.json`;
});
afterEach(async () => {
  server.close();
  server.closeAllConnections();
  await rm(folder, { recursive: true });
});

/** As GOV.UK publishes it: the committed days from one year on, with 2029 added. */
function published(from: number) {
  const division = (nation: (typeof nations)[number]) => ({
    division: nation,
    events: [
      ...committedCalendar.holidays[nation].filter(({ date }) => date >= `${from}`),
      { title: 'New Year’s Day', date: '2029-01-01' },
      { title: 'Christmas Day', date: '2029-12-25' },
    ].map((event) => ({ ...event, notes: '', bunting: true })),
  });
  return Object.fromEntries(nations.map((nation) => [nation, division(nation)]));
}
const served = (body: unknown, status = 200) => {
  answer = { status, body: typeof body === 'string' ? body : JSON.stringify(body) };
};

test('new years are added and years no longer published are kept', async () => {
  served(published(2026));
  const calendar = await refreshHolidays(url, file, moment);
  expect(calendar).toMatchObject({ firstYear: 2024, lastYear: 2029, checked: '2027-03-01' });
  expect(workingCalendarSchema.parse(JSON.parse(await readFile(file, 'utf8')))).toEqual(calendar);
  const before = committedCalendar.holidays.scotland;
  expect(calendar.holidays.scotland.slice(0, before.length)).toEqual(before);
  expect(await readdir(folder)).toEqual(['bank-holidays.json']);
});

test('a holiday that was moved is moved', async () => {
  const moved = published(2026);
  const events = moved.scotland?.events;
  const extra = events?.find(({ title }) => title === 'World Cup bank holiday');
  if (extra) extra.date = '2026-06-22';
  served(moved);
  const { holidays } = await refreshHolidays(url, file, moment);
  expect(holidays.scotland.find(({ title }) => title === 'World Cup bank holiday')?.date).toBe('2026-06-22');
});

test('a last year published only in part is left out until it is whole', async () => {
  const partly = published(2026);
  partly.scotland?.events.pop();
  served(partly);
  expect((await refreshHolidays(url, file, moment)).lastYear).toBe(2028);
});

describe('what cannot be used changes nothing', () => {
  test.each<[string, () => void, RegExp]>([
    ['an error page', () => served('sorry', 503), /it answered 503/],
    ['no JSON', () => served('<html>'), /could not be read/],
    ['another shape', () => served({ 'england-and-wales': [] }), /changed its shape/],
    [
      'dates that are none',
      () => served(JSON.stringify(published(2026)).replace('2026-01-01', '1 January')),
      /changed its shape/,
    ],
    [
      'less than the file already has',
      () => served(JSON.stringify(published(2026)).replaceAll('2028-12', '2028-06')),
      /does not cover 2028|leaves gaps/,
    ],
    [
      'a year in between that is not whole',
      () => served(JSON.stringify(published(2026)).replaceAll(/2027-12-\d\d/g, '2027-11-11')),
      /leaves gaps/,
    ],
  ])('%s', async (_, arrange, said) => {
    arrange();
    const before = await readFile(file, 'utf8');
    await expect(refreshHolidays(url, file, moment)).rejects.toThrow(said);
    await expect(refreshHolidays(url, file, moment)).rejects.toBeInstanceOf(HolidaysNotRefreshed);
    expect(await readFile(file, 'utf8')).toBe(before);
  });

  test('nobody answers', async () => {
    const closed = url.replace(/:\d+/, ':1');
    await expect(refreshHolidays(closed, file, moment)).rejects.toThrow(/could not be read.*Try again later/);
  });

  test('a data file that is broken is named as such', async () => {
    await writeFile(file, '{}');
    served(published(2026));
    await expect(refreshHolidays(url, file, moment)).rejects.toThrow();
  });
});
