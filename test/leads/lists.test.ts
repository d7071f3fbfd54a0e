/** A lead's list: what is read for it, in which order it stands, and who sees what of it. */
import { randomBytes, randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { plainText } from '../../dialogs/plain.ts';
import { committedCalendar } from '../../rules/calendar.ts';
import type { Concern, ConcernEntry, Report } from '../../src/leads/concern/concern.ts';
import { foldConcern } from '../../src/leads/concern/concern.ts';
import { createLeadNames } from '../../src/leads/concern/names.ts';
import { noteOpen } from '../../src/leads/concern/open-list.ts';
import { readConcern } from '../../src/leads/concern/reading.ts';
import { createLeadsSeal } from '../../src/leads/concern/sealed.ts';
import { createIndex } from '../../src/seal/index-key.ts';
import { createSeal } from '../../src/seal/seal.ts';
import { placeAfter } from '../../src/seal/sequence.ts';
import type { Store } from '../../src/store/store.ts';
import type { Post } from '../support/bot.ts';
import { bullying, type LeadDesk, openLeadDesk, referenceShape } from '../support/lead-desk.ts';
import { onBothStores } from '../support/stores.ts';

const tenant = { channel: 'slack', tenant: 'T1' } as const;
const hour = 3_600_000;
const kept = 30 * 24 * hour;

onBothStores((fresh) => {
  let lead: LeadDesk;
  beforeEach(async () => {
    lead = await openLeadDesk(fresh);
  });
  afterEach(() => lead.desk.data.close());

  const portsOf = ({ desk }: LeadDesk) => ({
    store: desk.store,
    seal: createLeadsSeal(createSeal(desk.keys, randomBytes)),
    names: createLeadNames(createIndex(desk.keys.index)),
    calendar: committedCalendar,
    onFault: () => {},
  });

  interface Like {
    readonly report?: Partial<Report>;
    readonly hoursAgo?: number;
    readonly more?: (at: number) => readonly ConcernEntry[];
  }

  /** A concern like the one that was raised, stored and listed as `spread` leaves it. @returns its reference */
  async function another(base: Concern, { report: change = {}, hoursAgo = 0, more = () => [] }: Like): Promise<string> {
    const ports = portsOf(lead);
    const { store, seal, names } = ports;
    const key = names.concern(tenant, randomUUID(), 'its beginning', 'concern');
    const at = lead.desk.now - hoursAgo * hour;
    const report = { ...base.report, reference: names.reference(tenant, key), at, ...change };
    const entries: readonly ConcernEntry[] = [{ type: 'report', at, report, told: ['@channel'] }, ...more(at)];
    let revision: number | null = null;
    for (const entry of entries) {
      const place = placeAfter(revision, 1);
      const step = { delivery: randomUUID(), expected: null, begins: 1, keepMs: kept } as const;
      revision = (await store.step({ key, ...step, change: { do: 'append', entry: seal.entry(entry, key, place) } }))
        .revision;
    }
    const concern = foldConcern(entries);
    if (!concern || !lead.desk.organisation || revision === null) throw new Error('Nothing was raised');
    await store.enlist(names.list(tenant, 'school'), key, kept);
    await noteOpen(key, { concern, revision }, lead.desk.organisation, kept, ports);
    return report.reference;
  }

  async function raised(): Promise<Concern> {
    await lead.raise(bullying);
    const { names, ...ports } = portsOf(lead);
    const { concern } = await readConcern(names.concernOf(tenant, lead.concernIn(lead.card())), ports);
    if (!concern) throw new Error('Nothing was raised');
    return concern;
  }

  const by = (who: string) => ({ by: who, account: `U-${who}` });
  const taken = (who: string) => (at: number) => [{ type: 'take', at, ...by(who) } as const];
  const closed = (at: number) => [...taken('lead')(at), { type: 'close', at, ...by('lead') } as const];

  /** The lead is heard while the store answers nothing at all. @returns its commands for it, and what the lead sees */
  async function heardFirst(text: string) {
    const { desk } = lead;
    const commands: string[] = [];
    const { promise: answers, resolve: answer } = Promise.withResolvers<void>();
    desk.before = (method: keyof Store) => {
      commands.push(method);
      return answers;
    };
    const taken = await desk.send({ channel: 'slack', tenant: 'T1', person: 'U-lead' }, { kind: 'text', text });
    expect(taken.status).toBe('taken');
    answer();
    await desk.idle();
    desk.before = () => {};
    return { commands, said: plainText(newest().message) };
  }
  /** The store's commands until a concern, typed by its reference, is on the screen. */
  async function opening(reference: string): Promise<readonly string[]> {
    const commands: string[] = [];
    lead.desk.before = (method: keyof Store) => void commands.push(method);
    await lead.typed('lead', reference);
    lead.desk.before = () => {};
    return commands;
  }
  const newest = () => lead.desk.posts.at(-1) as Post;
  const listed = (text: string) =>
    [...text.matchAll(new RegExp(`^- (${referenceShape.source})`, 'gm'))].map((m) => m[1]);

  it('is heard before anything is read, and reads one page: with many open, and with many more that are over', async () => {
    const base = await raised();
    // The first time it is noted that they have seen it.
    await lead.typed('lead', base.report.reference);
    const opened = await opening(base.report.reference);
    const few = await heardFirst('concerns');
    expect(few.commands).toEqual(['notes', 'readAll']);
    for (let i = 0; i < 150; i++) await another(base, { hoursAgo: i / 100 });
    for (let i = 0; i < 100; i++) await another(base, { more: closed });
    const many = await heardFirst('concerns');
    expect(many.commands).toEqual(few.commands);
    expect(many.said).toContain('Open concerns: 151\nPage 1 of 8.');
    expect(listed(many.said)).toHaveLength(20);
    expect(await opening(base.report.reference)).toEqual(opened);
    expect(plainText(lead.newest('lead').message)).toContain(base.report.reference);
  });

  it('goes through all its pages, each concern once, in the order in which they press', async () => {
    const base = await raised();
    const today = base.report.reference;
    const untaken: string[] = [];
    const mine: string[] = [];
    for (let i = 1; i <= 15; i++) {
      untaken.push(await another(base, { hoursAgo: 1 - i / 100, report: { limit: 'now' } }));
      mine.push(await another(base, { hoursAgo: 1 - i / 100, report: { limit: 'now' }, more: taken('lead') }));
    }
    const late = await another(base, { hoursAgo: 24 * 3 });
    const seen: (string | undefined)[] = [];
    for (let page = 1; page <= 2; page++) seen.push(...listed(await lead.typed('lead', `concerns ${page}`)));
    expect(seen).toHaveLength(32);
    expect(new Set(seen).size).toBe(32);
    // What is overdue and nobody has; then now and nobody's, the oldest first; then what is today's.
    expect(seen.slice(0, 16)).toEqual([late, ...untaken]);
    expect(seen.indexOf(today)).toBeGreaterThanOrEqual(16);
    expect(listed(await lead.typed('lead', 'late'))).toEqual([late]);
    expect(new Set(listed(await lead.typed('lead', 'mine')))).toEqual(new Set(mine));
    expect(new Set(listed(await lead.typed('lead', 'nobody’s')))).toEqual(new Set([late, today, ...untaken]));
    expect(listed(await lead.typed('deputy', 'mine'))).toEqual([]);
    // A page that is there no more is the last one.
    expect(listed(await lead.typed('lead', 'concerns 99'))).toEqual(seen.slice(20));
  });

  it('a page and a filter are drawn where they were pressed', async () => {
    const base = await raised();
    for (let i = 0; i < 25; i++) await another(base, { hoursAgo: i / 100 });
    await lead.typed('lead', 'concerns');
    const card = newest();
    const from = { channel: 'slack', tenant: 'T1', person: 'U-lead' } as const;
    const posts = lead.desk.posts.length;
    const press = (page: number) =>
      lead.desk.send(from, {
        kind: 'press',
        token: card.token({ do: 'concerns', page }),
        card: { ...card.to, id: card.id },
      });
    await press(1);
    await lead.desk.idle();
    expect(lead.desk.posts).toHaveLength(posts);
    expect(plainText(newest().message)).toContain('Page 2 of 2.');
  });

  it('restricted ones stand on the pages and in the counts of those picked, and of nobody else', async () => {
    const base = await raised();
    for (let i = 0; i < 21; i++) await another(base, { hoursAgo: i / 100 });
    const page = (person: string) => lead.typed(person, 'concerns');
    const before = { deputy: await page('deputy'), lead: await page('lead') };
    const guard = ['deputy'];
    const marks = Object.fromEntries(guard.map((id) => [id, lead.markOf(id)]));
    const hidden = await another(base, { hoursAgo: 24 * 4, report: { guard, marks } });
    expect(await page('lead')).toBe(before.lead);
    expect(await page('deputy')).toContain('Open concerns: 23');
    expect(listed(await page('deputy'))[0]).toBe(hidden);
    // Another has the deputy's place in the file: they were not picked.
    await another(base, { report: { guard, marks: { deputy: lead.markOf('head') } } });
    expect(await page('deputy')).toContain('Open concerns: 23');
    const lines = await lead.desk.store.notes(portsOf(lead).names.open(tenant, 'school'));
    expect(new Set(lines.map(({ sealed }) => sealed.length)).size).toBe(1);
  });

  it('what changed since its line was made is shown as it is, or not at all', async () => {
    const base = await raised();
    const { store, names } = portsOf(lead);
    const list = names.open(tenant, 'school');
    const [line] = await store.notes(list);
    await lead.press('lead', 'take');
    await lead.closeIt('lead');
    expect(await store.notes(list)).toEqual([]);
    // Somebody slow notes it as it was.
    if (line) await store.note(list, line.key, { ...line, revision: 1, keepMs: kept });
    expect(await lead.typed('lead', 'concerns')).toContain('Open concerns: 0');
    // And so does somebody who can write to the store.
    if (line) await store.note(list, line.key, { ...line, revision: Number.MAX_SAFE_INTEGER, keepMs: kept });
    expect(await lead.typed('lead', 'concerns')).toContain('Open concerns: 0');
    expect(listed(plainText(newest().message))).not.toContain(base.report.reference);
  });

  it('shows the others where one concern cannot be opened, and says that there is one', async () => {
    await lead.raise(bullying);
    const { store, names } = portsOf(lead);
    const broken = names.concern(tenant, 'a conversation', 'its beginning', 'concern');
    const change = { do: 'append', entry: 'not what this program sealed' } as const;
    await store.step({ key: broken, delivery: 'd', expected: null, change, reply: 'nor this' });
    await store.note(names.open(tenant, 'school'), broken, { sealed: 'nor this', revision: 1, keepMs: kept });

    const list = await lead.typed('lead', 'concerns');
    expect(list).toMatch(referenceShape);
    expect(list).toContain('1 more cannot be opened.');
    expect(await lead.typed('lead', 'concerns')).toContain('1 more cannot be opened.');
  });

  it('a line that cannot be opened is made again from its concern, at once and at the next start', async () => {
    const base = await raised();
    const { store, names } = portsOf(lead);
    const list = names.open(tenant, 'school');
    const [line] = await store.notes(list);
    if (!line) throw new Error('It is not listed');
    await store.note(list, line.key, { sealed: 'trial.spoilt', revision: Number.MAX_SAFE_INTEGER, keepMs: 1_000 });
    expect(listed(await lead.typed('lead', 'concerns'))).toEqual([base.report.reference]);
    lead.desk.now += 2_000;
    expect(await store.notes(list)).toEqual([]);
    await lead.desk.bot.wake([tenant]);
    expect(listed(await lead.typed('lead', 'concerns'))).toEqual([base.report.reference]);
  });
});
