/**
 * Anything in any order: what several leads press, what reporters tap, time, a platform that refuses, two processes; a
 * file that names others, an app removed and installed again, an erasure by two, a button pressed again and again.
 * `RUNS` asks for so many lives on each store, with 600 presses at a time: the few of every day take seconds.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tallied } from '../../dialogs/leads/admin/tally.ts';
import { mondayOf } from '../../dialogs/leads/admin/terms.ts';
import type { Button, Message } from '../../dialogs/message.ts';
import { plainText } from '../../dialogs/plain.ts';
import { peopleChanged, removal } from '../../dialogs/words/administrator.ts';
import { stands } from '../../dialogs/words/leads.ts';
import { committedCalendar } from '../../rules/calendar.ts';
import { type Organisation, peopleOf, siteOf } from '../../rules/local.ts';
import { dayOf, daysLater } from '../../rules/london.ts';
import type { Bot } from '../../src/bot.ts';
import { markOf } from '../../src/conversation/picks.ts';
import { type Concern, maySee } from '../../src/leads/concern/concern.ts';
import { createLeadNames } from '../../src/leads/concern/names.ts';
import { readConcern } from '../../src/leads/concern/reading.ts';
import { createLeadsSeal } from '../../src/leads/concern/sealed.ts';
import { viewOf } from '../../src/leads/concern/view.ts';
import { createIndex } from '../../src/seal/index-key.ts';
import { createSeal } from '../../src/seal/seal.ts';
import type { Store } from '../../src/store/store.ts';
import type { Post } from '../support/bot.ts';
import { bullying, type LeadDesk, minute, openLeadDesk, staffed, stranger } from '../support/lead-desk.ts';
import { onBothStores } from '../support/stores.ts';
import { buttonsOn, createTalker, type Talker } from '../support/talker.ts';

const people = ['lead', 'deputy', 'head', 'chair', 'manager'] as const;
const names: Readonly<Record<string, string>> = { lead: 'Lead', deputy: 'Deputy', head: 'Head', chair: 'Chair' };

type Role = 'lead' | 'deputy' | 'head';
type Asking = (typeof people)[number] | 'administrator';
const changes = [
  {},
  { slack: 'U-other' },
  { name: 'Somebody new', slack: 'U-suspect' },
  { slack: undefined },
  { cover: 'always' },
  { away: [{ from: '2026-11-01', to: '2026-12-31' }] },
] as const;
const tenant = { channel: 'slack', tenant: 'T1' } as const;
const { RUNS } = process.env;
const runs = Number(RUNS ?? 6);
const manyPresses = RUNS === undefined ? 60 : 600;

/** A person, on a card that anybody got, a button; `card` counts back from the newest. */
interface Pressing {
  readonly person: (typeof people)[number];
  readonly card: number;
  readonly button: number;
}
type Doing =
  | { readonly kind: 'press'; readonly press: Pressing }
  | { readonly kind: 'together'; readonly one: Pressing; readonly other: Pressing }
  | { readonly kind: 'tap'; readonly who: number; readonly button: number }
  | { readonly kind: 'restrict'; readonly who: number; readonly picked: readonly string[] }
  | { readonly kind: 'open'; readonly who: number }
  | { readonly kind: 'wait'; readonly minutes: number }
  | { readonly kind: 'refuse'; readonly place: 'leads' | 'private' | 'chat'; readonly status: 'retry' | 'failed' }
  | { readonly kind: 'mend' }
  /** The organisation file names another person, account or leave for this role, or what it named at first. */
  | { readonly kind: 'file'; readonly role: Role; readonly change: (typeof changes)[number] }
  /** Whoever raised it presses that they pick again, then somebody. */
  | { readonly kind: 'pick'; readonly who: number; readonly button: number }
  | { readonly kind: 'remove' }
  | { readonly kind: 'install' }
  /** Closed as a test, then erased by two: whoever they are. */
  | { readonly kind: 'erase'; readonly one: Asking; readonly other: Asking; readonly concern: number }
  /** A harmless press, more often than there is room for. */
  | { readonly kind: 'many'; readonly press: Pressing };

const pressing: fc.Arbitrary<Pressing> = fc.record({
  person: fc.constantFrom(...people),
  card: fc.nat(4),
  button: fc.nat(9),
});
const who = fc.nat(1);
const doing: fc.Arbitrary<Doing> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ kind: fc.constant('press' as const), press: pressing }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('together' as const), one: pressing, other: pressing }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('tap' as const), who, button: fc.nat(9) }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('restrict' as const),
      who,
      picked: fc.constantFrom(['lead'], ['deputy', 'head'], ['chair'], ['none']),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('open' as const), who }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('wait' as const), minutes: fc.constantFrom(1, 11, 31, 300) }) },
  {
    weight: 2,
    // Who raised it is never gone for good here: that they hear of it with the next news is proved in platform.test.ts.
    arbitrary: fc.constantFrom(
      ...(['leads', 'private'] as const).map((place) => ({
        kind: 'refuse' as const,
        place,
        status: 'failed' as const,
      })),
      ...(['leads', 'private', 'chat'] as const).map((place) => ({
        kind: 'refuse' as const,
        place,
        status: 'retry' as const,
      })),
    ),
  },
  { weight: 2, arbitrary: fc.constant({ kind: 'mend' as const }) },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('file' as const),
      role: fc.constantFrom<Role>('lead', 'deputy', 'head'),
      change: fc.constantFrom(...changes),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('pick' as const), who, button: fc.nat(9) }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'remove' as const }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'install' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('erase' as const),
      one: fc.constantFrom<Asking>(...people, 'administrator'),
      other: fc.constantFrom<Asking>(...people, 'administrator'),
      concern: fc.nat(2),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('many' as const), press: pressing }) },
);

onBothStores((fresh) => {
  it(
    'one owner, a timer or an end; those who may know are up to date, others hear nothing; reporters hear; nothing breaks',
    async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(doing, { minLength: 4, maxLength: 18 }), async (doings) => {
          const lead = await openLeadDesk(fresh);
          try {
            await live(lead, doings);
          } finally {
            await lead.desk.data.close();
          }
        }),
        { numRuns: runs, seed: 20_261_124, endOnFailure: true },
      );
    },
    60_000 * runs,
  );
});

async function live(lead: LeadDesk, doings: readonly Doing[]): Promise<void> {
  const { desk } = lead;
  const kept = concernsOf(lead);
  const bots = [desk.bot, desk.newBot(kept.watched(await desk.data.open()))] as const;
  const reporters = [lead.staff, createTalker(desk)] as const;
  for (const [i, staff] of reporters.entries()) {
    await staff.start();
    await staff.go(i === 0 ? bullying : stranger);
  }
  const watch = watcher(lead, kept.all);
  const file = new Map<string, object>();
  const world: World = { lead, bots, reporters, file, moved: new Set(), gone: false, all: kept.all };
  for (const each of doings) {
    await watch(() => act(each, world));
    for (const concern of (await kept.all()).values()) expect(claims(concern)).toBe(concern.owner?.id);
  }

  desk.refuses = () => undefined;
  if (world.gone) await watch(() => desk.bot.back(tenant));
  await watch(() => wait(lead, bots, 120));
  for (let sweep = 0; sweep < 3; sweep++) await watch(() => lead.settle());

  const end = await kept.all();
  const { organisation } = desk;
  if (!organisation) throw new Error('No organisation');
  const open: string[] = [];
  for (const [key, concern] of end) {
    const view = viewOf(concern, { id: kept.idOf(key), organisation, calendar: committedCalendar });
    if (view.stage === 'open' && concern.report.guard.length > 0) open.push(key);
    const { reference } = concern.report;
    const isShared = [...end.values()].filter(({ report }) => report.reference === reference).length > 1;
    for (const destination of isShared ? [] : concern.told) {
      if (!maySee(concern, destination) || concern.unreached.has(destination)) continue;
      // What is over is not drawn anew for whoever comes (back) into the file, nor a card for a name alone.
      if ([destination, concern.owner?.id ?? ''].some((id) => world.moved.has(id))) continue;
      const card = desk.posts.findLast(
        (post) =>
          whereOf(lead, post)?.replace(/^alone /, '') === destination &&
          plainText(post.message).includes(`${reference}.`),
      );
      const reads = card ? plainText(card.message) : 'no card';
      if (view.stage === 'open') expect(reads, `${destination} of ${reference}`).not.toMatch(/has it|no card/);
      else expect(reads, `${destination} of ${reference}`).toMatch(standing(view.stage));
      if (view.stage === 'owned' && destination !== concern.owner?.id)
        expect(reads).toMatch(new RegExp(`${view.owner} has (it|this)`));
    }
    const reporter = reporters.find(({ from }) => from.person === concern.report.reporter);
    if (concern.told.length > 0) expect(reporter?.news().length).toBeGreaterThan(0);
    if (concern.owner) expect(reporter?.news().join()).toContain(names[concern.owner.id]);
  }

  await desk.bot.wake([tenant]);
  expect(await kept.counted(organisation)).toBe(countable([...end.values()], organisation));

  await watch(() => wait(lead, bots, 24 * 60));
  for (const [key, { entries }] of await kept.all())
    if (open.includes(key)) expect(entries.length).toBeGreaterThan(end.get(key)?.entries.length ?? 0);
  expect(desk.events.filter(({ reason }) => reason === 'compose' || reason === 'unreadable')).toEqual([]);
  expect(desk.lost.filter((reason) => reason !== 'is_archived')).toEqual([]);
}

/** Neither calls nor restricted ones; of a site that is in the file. */
const countable = (concerns: readonly Concern[], organisation: Organisation): number =>
  concerns.filter(
    ({ report: { kind, guard, site } }) => kind === 'concern' && guard === 'open' && siteOf(organisation, site),
  ).length;

/** What a card says of where it stands. Whatever ended ends alike. */
function standing(stage: 'owned' | 'done' | 'withdrawn' | 'not-for-us' | 'joined' | 'ended'): RegExp {
  if (stage === 'owned') return new RegExp(`${stands.owned}|has (it|this)|have it`);
  return new RegExp(stage === 'withdrawn' ? stands.withdrawn : stands.ended);
}

/** Every concern there is, as it stands in the store. */
function concernsOf({ desk }: LeadDesk) {
  const ports = {
    store: desk.store,
    seal: createLeadsSeal(createSeal(desk.keys, randomBytes)),
  };
  const leadNames = createLeadNames(createIndex(desk.keys.index));
  const keys = new Set<string>();
  const watched = (store: Store): Store =>
    new Proxy(store, {
      get: (_, method: keyof Store) =>
        method !== 'step'
          ? store[method]
          : (request: Parameters<Store['step']>[0]) => {
              if (request.key.split(':')[1] === 'concern') keys.add(request.key);
              return store.step(request);
            },
    });
  desk.use(watched(desk.store));
  return {
    watched,
    idOf: (key: string) => leadNames.idOf(key),
    /** How many stand in the counts of all weeks and sites. */
    async counted({ sites }: Organisation): Promise<number> {
      const monday = mondayOf(dayOf(new Date(desk.now)));
      const names = sites.flatMap(({ id }) =>
        [0, 7].map((ago) => leadNames.counts(tenant, id, daysLater(monday, -ago))),
      );
      const tallies = await Promise.all(
        names.map(async (key) =>
          (await desk.store.read(key)).entries.map((sealed) => ports.seal.openCounts(sealed, key)),
        ),
      );
      return tallied(tallies.flat()).raised;
    },
    async all(): Promise<ReadonlyMap<string, Concern>> {
      const found = new Map<string, Concern>();
      for (const key of keys) {
        const { concern } = await readConcern(key, ports);
        if (concern) found.set(key, concern);
      }
      return found;
    },
  };
}

/** Whose it is, told from the presses that counted, one after the other: never two at a time. */
function claims({ entries }: Concern): string | undefined {
  let has: string | undefined;
  for (const entry of entries) {
    if (entry.type === 'take') has ??= entry.by;
    if (entry.type === 'hand') has = entry.to;
    if (entry.type === 'reopen') has = entry.by;
    if (entry.type === 'untake' && entry.by === has) has = undefined;
    if (entry.type === 'freed' && (entry.why === 'parted' || entry.owner === has)) has = undefined;
    const guard = entry.type === 'report' && !entry.report.holds ? entry.report.guard : 'open';
    if (guard !== 'open' && has !== undefined && !guard.includes(has)) has = undefined;
  }
  return has;
}

/** Fails when anything comes to somebody, or changes before them, that no concern of theirs accounts for. */
function watcher(lead: LeadDesk, all: () => Promise<ReadonlyMap<string, Concern>>) {
  const seen = new Map<string, Message>();
  const note = () => {
    const fresh = lead.desk.posts.filter(({ id, message }) => seen.get(id) !== message);
    for (const { id, message } of fresh) seen.set(id, message);
    return fresh;
  };
  note();
  return async (step: () => Promise<void>): Promise<void> => {
    const before = [...(await all()).values()];
    await step();
    const known = [...before, ...(await all()).values()];
    for (const post of note()) {
      const where = whereOf(lead, post);
      if (where === undefined) continue;
      const text = plainText(post.message);
      const person = where.replace(/^alone /, '');
      const may = (concern: Concern) => mayKnow(concern, person, lead.desk.organisation);
      if (person === where && !saysNoConcern.includes(post.message.summary))
        expect(known.some(may), `to ${where}: ${text}`).toBe(true);
      for (const { report } of known) {
        const same = known.filter((each) => each.report.reference === report.reference);
        if (text.includes(report.reference)) expect(same.some(may), `to ${where}: ${text}`).toBe(true);
      }
    }
  };
}

/** That the app was removed or the file changed is told whatever there is, and about no concern. */
const saysNoConcern: readonly string[] = [removal.summary, peopleChanged.summary];

/**
 * Who may know, from the file and the picks alone: whoever was picked and still stands in it as then, by name and
 * account; of an open concern, the channel and everybody named but the chair.
 *
 * @param where the channel, or an account without its `U-`
 */
function mayKnow({ report: { guard, marks } }: Concern, where: string, organisation: Organisation | undefined) {
  const school = organisation?.sites.find(({ id }) => id === 'school');
  if (!school || where.startsWith('@')) return guard === 'open';
  return peopleOf(school).some((person) => {
    if (person.slack !== `U-${where}`) return false;
    return guard === 'open'
      ? person.id !== 'chair'
      : guard.includes(person.id) && marks?.[person.id] === markOf(person);
  });
}

/** As a concern calls the place; `alone` is what a press shows. Nothing: a reporter. */
function whereOf(lead: LeadDesk, { to }: Post): string | undefined {
  if (to.place === 'leads') return to.channel === 'C-school' ? '@channel' : to.channel;
  if (to.place === 'private') return to.to?.replace('U-', '');
  if (to.place === 'alone') return `alone ${to.to?.replace('U-', '')}`;
  const parent = to.place === undefined ? lead.desk.posts.find(({ id }) => id === to.id) : undefined;
  return parent && whereOf(lead, parent);
}

interface World {
  readonly lead: LeadDesk;
  readonly bots: readonly [Bot, Bot];
  readonly reporters: readonly [Talker, Talker];
  /** What the organisation file says otherwise than at first, by role. */
  readonly file: Map<string, object>;
  /** Whose account or name was ever another one. */
  readonly moved: Set<string>;
  gone: boolean;
  readonly all: () => Promise<ReadonlyMap<string, Concern>>;
}

/** What needs the app to be there: where it was removed, nobody can press or write. */
const there: readonly Doing['kind'][] = [
  'press',
  'together',
  'tap',
  'restrict',
  'open',
  'pick',
  'erase',
  'many',
  'remove',
];

async function act(each: Doing, world: World): Promise<void> {
  const { lead, bots, reporters, file } = world;
  const { desk } = lead;
  if (world.gone && there.includes(each.kind)) return;
  const staff = 'who' in each ? (reporters[each.who] as Talker) : reporters[0];
  switch (each.kind) {
    case 'press':
      await pressed(lead, each.press, bots[each.press.button % 2] as Bot);
      return desk.idle();
    case 'together':
      await Promise.all([pressed(lead, each.one, bots[0]), pressed(lead, each.other, bots[1])]);
      return desk.idle();
    case 'tap': {
      const last = staff.posts().findLast(({ message }) => buttonsOn(message).length > 0);
      const buttons = last ? buttonsOn(last.message) : [];
      const button = buttons[each.button % buttons.length];
      if (last && button) await staff.token(last.token(button.action));
      return;
    }
    case 'restrict':
      return change(staff, { adultKnown: 'yes', topics: ['adult'], safeToTell: each.picked });
    case 'open':
      return change(staff, { adultKnown: 'no' });
    case 'wait':
      return wait(lead, bots, each.minutes);
    case 'refuse':
      desk.refuses = ({ place }) => (place === each.place ? { status: each.status, reason: 'is_archived' } : undefined);
      return;
    case 'mend':
      desk.refuses = () => undefined;
      return;
    case 'file':
      file.set(each.role, each.change);
      if ('slack' in each.change) world.moved.add(each.role);
      desk.organisation = staffed({}, Object.fromEntries(file));
      await bots[0].wake([tenant]);
      return desk.idle();
    case 'pick':
      await pickAgain(lead, staff, each.button);
      return desk.idle();
    case 'remove':
      world.gone = true;
      await bots[0].left(tenant);
      return desk.idle();
    case 'install':
      world.gone = false;
      await bots[0].back(tenant);
      return desk.idle();
    case 'erase': {
      const references = [...(await world.all()).values()].map(({ report }) => report.reference);
      const reference = references[each.concern % references.length];
      for (const person of [each.one, each.other]) await lead.typed(person, `erase ${reference}`);
      return;
    }
    case 'many':
      for (let times = 0; times < manyPresses; times++) await pressed(lead, each.press, bots[0]);
      return desk.idle();
  }
}

async function pickAgain({ desk }: LeadDesk, staff: Talker, button: number): Promise<void> {
  const isPick = ({ action }: Button) => action.do === 'lead' && action.act === 'pick';
  for (const which of [0, button]) {
    const on = desk.posts.findLast(({ to, message }) => to.to === staff.from.person && buttonsOn(message).some(isPick));
    const buttons = on ? buttonsOn(on.message).filter(isPick) : [];
    const chosen = buttons[which % buttons.length];
    if (on && chosen) await staff.token(on.token(chosen.action));
  }
}

async function pressed({ desk }: LeadDesk, { person, card, button }: Pressing, bot: Bot): Promise<void> {
  const cards = desk.posts.filter(({ to, message }) => to.place !== 'chat' && buttonsOn(message).length > 0);
  const on = cards.at(-1 - (card % cards.length));
  const buttons = on ? buttonsOn(on.message) : [];
  const chosen = buttons[button % buttons.length];
  if (!on || !chosen) return;
  await bot.take({
    from: { channel: 'slack', tenant: 'T1', person: `U-${person}` },
    delivery: randomUUID(),
    address: { place: 'alone', to: `U-${person}` },
    at: new Date(desk.now),
    input: { kind: 'press', token: on.token(chosen.action) },
  });
}

/** Answers are given anew where the newest card lets them be, up to the end. */
async function change(staff: Talker, answers: Readonly<Record<string, string | readonly string[]>>): Promise<void> {
  const offers = (question?: string) =>
    buttonsOn(staff.last().message).some(
      ({ action }) => action.do === 'change' && (question === undefined || action.question === question),
    );
  if (!staff.hasAnswer() || !offers()) return;
  await staff.press({ do: 'change' });
  const question = Object.keys(answers).find(offers);
  if (question === undefined) return;
  await staff.press({ do: 'change', question });
  await staff.choose([answers[question] ?? ''].flat());
  await staff.go(answers);
}

async function wait(lead: LeadDesk, bots: readonly [Bot, Bot], minutes: number): Promise<void> {
  const step = minutes > 60 ? 20 : 5;
  for (let passed = 0; passed < minutes; passed += step) {
    lead.desk.now += Math.min(step, minutes - passed) * minute;
    await Promise.all(bots.map(({ outbox }) => outbox.sweep()));
    await lead.desk.idle();
  }
}
