/** Whoever is told, whatever was picked, whenever it is and however the file has changed since: only who may know. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { committedCalendar } from '../../rules/calendar.ts';
import { nationOf, peopleOf, type Site } from '../../rules/local.ts';
import { coverOf } from '../../rules/on-cover.ts';
import { markOf } from '../../src/conversation/picks.ts';
import { channelDestination, type Report, secondDestination } from '../../src/leads/concern/concern.ts';
import { addressOfDestination } from '../../src/leads/concern/destinations.ts';
import { levelsOf, nextToTell } from '../../src/leads/concern/levels.ts';
import { strangersIn } from '../../src/leads/concern/picked.ts';
import { tellingOf } from '../../src/leads/concern/reading.ts';
import { leadOf } from '../../src/leads/concern/roles.ts';
import { staffed } from '../support/lead-desk.ts';

const people = ['lead', 'deputy', 'head', 'chair'] as const;
const then = staffed();
const schoolIn = ({ sites }: typeof then): Site => {
  const school = sites.find(({ id }) => id === 'school');
  if (!school) throw new Error('No school');
  return school;
};

/** What became of one person in the file. */
const change = fc.constantFrom(
  {},
  {},
  { slack: 'U-other' },
  { name: 'Somebody new' },
  { slack: undefined },
  { cover: 'always' },
  { away: [{ from: '2026-11-01', to: '2026-12-31' }] },
);
const changes = fc.record({ lead: change, deputy: change, head: change, chair: change });
const guard = fc.oneof(fc.constant('open' as const), fc.subarray([...people]));
const moment = fc.integer({ min: 0, max: 14 * 24 * 4 }).map((quarters) => Date.UTC(2026, 10, 23) + quarters * 900_000);

/** `old`: stored before picks had marks. */
function reportOf(picked: 'open' | readonly string[], called: boolean, old: boolean, at: number): Report {
  const marks = Object.fromEntries(peopleOf(schoolIn(then)).map((person) => [person.id, markOf(person)]));
  return {
    channel: 'slack',
    tenant: 'T1',
    reporter: 'U-staff',
    to: {},
    kind: 'concern',
    reference: 'AAAA-BBBB',
    revision: 1,
    at,
    site: 'school',
    answers: [],
    limit: 'now',
    guard: picked === 'open' ? picked : [...picked],
    ...(old ? {} : { marks }),
    called,
    withdrawn: false,
    referred: false,
  };
}

it('tells only those the guard allows, as they were when picked; who can act now first, and nobody who is off while they are', () => {
  fc.assert(
    fc.property(
      guard,
      changes,
      moment,
      fc.boolean(),
      fc.boolean(),
      fc.nat(6),
      (picked, people_, at, called, old, level) => {
        const organisation = staffed({}, people_);
        const report = reportOf(picked, called, old, at);
        const telling = tellingOf({ report }, organisation, { calendar: committedCalendar, onFault: () => {} });
        if (!telling) throw new Error('No telling');
        const told = nextToTell(telling, level, new Date(at), () => true)?.told ?? [];
        const school = schoolIn(organisation);
        const person = (id: string) => peopleOf(school).find((each) => each.id === id);
        const was = (id: string) => peopleOf(schoolIn(then)).find((each) => each.id === id);
        const isOn = (id: string) => {
          const each = person(id);
          const nation = nationOf(organisation, school);
          return each !== undefined && coverOf(each, new Date(at), nation, committedCalendar).openNow !== false;
        };
        const same = (id: string) => person(id)?.slack === was(id)?.slack && person(id)?.name === was(id)?.name;
        for (const destination of told) {
          if (picked === 'open') expect(destination).not.toBe('chair');
          else expect(picked.includes(destination as never) && same(destination) && !old, destination).toBe(true);
        }
        const may = picked === 'open' ? ['lead', 'deputy', 'head'] : old ? [] : picked.filter(same);
        const able = may.filter((id) => person(id)?.slack !== undefined && isOn(id));
        const first = levelsOf(telling, new Date(at))[0] ?? [];
        for (const id of able) expect(first).toContain(id);
        if (able.length > 0) expect(told.filter((id) => id !== channelDestination && !isOn(id))).toEqual([]);

        for (const id of people) {
          const account = person(id)?.slack;
          if (account === undefined) continue;
          const from = { channel: 'slack', tenant: 'T1', person: account } as const;
          const seen = leadOf({ report } as Parameters<typeof leadOf>[0], organisation, from);
          if (picked !== 'open' && seen) expect(may).toContain(seen.person.id);
        }
        if (picked !== 'open')
          expect([...strangersIn(organisation, report), ...may].toSorted()).toEqual(picked.toSorted());
      },
    ),
    { numRuns: 2_000, seed: 20_261_127 },
  );
});

it('gives an address only to those who may know, whatever is to be sent: the channels of an open concern, and people as picked', () => {
  const channel = {
    name: 'slack',
    leadsAddress: (site: Site | undefined) => (site ? { channel: site.channel.slack ?? 'none' } : undefined),
    personAddress: (account: string) => ({ to: account }),
  } as const;
  const destinations = [channelDestination, secondDestination, ...people, 'nobody-of-that-id'];
  fc.assert(
    fc.property(guard, changes, fc.boolean(), fc.constantFrom(...destinations), (picked, people_, old, destination) => {
      const organisation = staffed({}, people_);
      const report = reportOf(picked, false, old, Date.UTC(2026, 10, 23));
      const to = addressOfDestination(destination, report, { organisation, channel, near: {} });
      if (!to) return;
      if (picked === 'open') {
        expect(destination).not.toBe('chair');
        return;
      }
      const now = peopleOf(schoolIn(organisation)).find(({ id }) => id === destination);
      const was = peopleOf(schoolIn(then)).find(({ id }) => id === destination);
      expect(picked).toContain(destination);
      expect([old, now?.name, now?.slack, to.to]).toEqual([false, was?.name, was?.slack, was?.slack]);
    }),
    { numRuns: 2_000, seed: 20_261_127 },
  );
});

it('nothing else of the leads’ side asks a channel for an address, but what is about no concern', () => {
  const root = join(import.meta.dirname, '..', '..');
  const asking = globSync('src/{leads,outbox,conversation}/**/*.ts', { cwd: root }).filter((path) =>
    /\.(personAddress|leadsAddress)\(|\?\.(personAddress|leadsAddress)\(/.test(readFileSync(join(root, path), 'utf8')),
  );
  // The administrators' own chats, a test notice, and that the app was removed.
  const ofNoConcern = [
    'src/leads/admin/set-up.ts',
    'src/leads/notify/administrators-chats.ts',
    'src/leads/notify/uninstalled.ts',
  ];
  expect(asking.toSorted()).toEqual([...ofNoConcern, 'src/leads/concern/destinations.ts'].toSorted());
});
