/** No number of harmless presses can use up the room of what is vital: taking, telling, handing over, closing, restricting. */
import { randomBytes, randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { notNeededReasons, outcomes } from '../../dialogs/leads/concern/concern-view.ts';
import { plainText } from '../../dialogs/plain.ts';
import { refusals } from '../../dialogs/words/leads.ts';
import { plainCardWords } from '../../dialogs/words/plain-card.ts';
import { committedCalendar } from '../../rules/calendar.ts';
import { peopleOf } from '../../rules/local.ts';
import { roomFor } from '../../src/leads/concern/capacity.ts';
import { type Concern, type ConcernEntry, foldConcern, type Report } from '../../src/leads/concern/concern.ts';
import { createLeadNames } from '../../src/leads/concern/names.ts';
import { readConcern } from '../../src/leads/concern/reading.ts';
import { createLeadsSeal } from '../../src/leads/concern/sealed.ts';
import { viewOf } from '../../src/leads/concern/view.ts';
import { answerAct } from '../../src/leads/desk/acts.ts';
import { timersOf } from '../../src/leads/notify/timers.ts';
import { createIndex } from '../../src/seal/index-key.ts';
import { createSeal } from '../../src/seal/seal.ts';
import { mostEntries, StoreRefused } from '../../src/store/store.ts';
import { contextOf } from '../support/every-message.ts';
import { bullying, colleague, type LeadDesk, minute, openLeadDesk, staffed } from '../support/lead-desk.ts';
import { onBothStores } from '../support/stores.ts';
import { buttonsOn } from '../support/talker.ts';

onBothStores((fresh) => {
  let lead: LeadDesk;
  beforeEach(async () => {
    lead = await openLeadDesk(fresh);
  });
  afterEach(() => lead.desk.data.close());

  const portsOf = ({ desk }: LeadDesk) => ({
    store: desk.store,
    seal: createLeadsSeal(createSeal(desk.keys, randomBytes)),
  });
  const keyOf = (id: string) =>
    createLeadNames(createIndex(lead.desk.keys.index)).concernOf({ channel: 'slack', tenant: 'T1' }, id);
  const entriesOf = async (id: string) => (await readConcern(keyOf(id), portsOf(lead))).concern?.entries ?? [];

  /** Anything harmless, until the store takes no more of it. */
  async function fill(id: string, entry: ConcernEntry): Promise<void> {
    const key = keyOf(id);
    const { store, seal } = portsOf(lead);
    for (;;) {
      const change = { do: 'append', entry: seal.entry(entry, key, undefined) } as const;
      const request = { key, delivery: randomUUID(), expected: null, change, most: roomFor(entry) };
      try {
        await store.step(request);
      } catch (error) {
        if (error instanceof StoreRefused) return;
        throw error;
      }
    }
  }

  it('a person who ticks and unticks without end is told kindly, and the tick can still be set', async () => {
    await lead.raise(bullying, { danger: 'yes' });
    await lead.press('lead', 'take');
    const details = lead.newest('lead');
    const concern = lead.concernIn(details);
    const press = (detail: string) =>
      lead.pressToken('lead', details.token({ do: 'lead', act: 'done', concern, detail }));
    const [duty = ''] = buttonsOn(details.message).flatMap(({ action }) =>
      action.do === 'lead' && action.act === 'done' ? [action.detail ?? ''] : [],
    );
    const said = () => plainText(lead.newest('lead').message);
    for (let i = 0; i < 30 && !said().includes(refusals.often); i++) {
      await press(duty);
      await press(`-${duty}`);
    }
    expect(said()).toContain(refusals.often);
    expect((await entriesOf(concern)).length).toBeLessThan(60);
    const ticked = (await entriesOf(concern)).findLast(({ type }) => type === 'done' || type === 'undone');
    expect(ticked?.type).toBe('done');
  });

  it('full of what is harmless, it is taken, handed over, told on, restricted and closed all the same', async () => {
    await lead.raise(bullying);
    const id = lead.concernIn(lead.card());
    const at = lead.desk.now;
    await fill(id, { type: 'undone', at, by: 'lead', account: 'U-lead', duty: 'police' });
    expect(await entriesOf(id)).toHaveLength(mostEntries);

    await lead.pass(35);
    expect(lead.privately('deputy').length).toBeGreaterThan(0);
    await lead.press('lead', 'take');
    expect(plainText(lead.card().message)).toContain('Lead has it');
    const details = lead.newest('lead');
    await lead.pressToken('lead', details.token({ do: 'lead', act: 'contact', concern: id }));
    expect(plainText(lead.newest('lead').message)).toContain(refusals.full);
    await lead.pressToken(
      'lead',
      details.token({ do: 'lead', act: 'hand', concern: id, detail: lead.handTo('deputy') }),
    );
    expect(plainText(lead.card().message)).toContain('Deputy has it');

    await lead.change('topics', ['adult'], { ...colleague, safeToTell: ['head'] });
    const { concern } = await readConcern(keyOf(id), portsOf(lead));
    expect(concern?.report.guard).toEqual(['head']);
    expect(lead.privately('head').length).toBeGreaterThan(0);
  });

  it('many steps back leave room for the answer that says who may know', async () => {
    await lead.raise(bullying);
    const seal = createSeal(lead.desk.keys, randomBytes);
    const { store } = lead.desk;
    const back = () => seal.seal(JSON.stringify({ type: 'reopen', question: 'danger' }), `${lead.staff.key}|entry`);
    for (let i = (await store.read(lead.staff.key)).entries.length; i < mostEntries; i++) {
      const change = { do: 'append', entry: back() } as const;
      await store.step({ key: lead.staff.key, delivery: randomUUID(), expected: null, change });
    }
    await lead.staff.type('show');
    await lead.staff.go(bullying);
    await lead.change('topics', ['adult'], { ...colleague, safeToTell: ['head'] });
    const { concern } = await readConcern(keyOf(lead.concernIn(lead.newest('head'))), portsOf(lead));
    expect(concern?.report.guard).toEqual(['head']);
  });

  it('a report that cannot be stored is told to whoever made it, once, and lands when it can', async () => {
    await lead.raise(bullying);
    const id = lead.concernIn(lead.card());
    const isFull = new StoreRefused('Full.');
    const { store } = lead.desk;
    let refuses = false;
    lead.desk.use({
      ...store,
      async step(request) {
        if (request.key === keyOf(id) && refuses) throw isFull;
        return store.step(request);
      },
    });
    await lead.staff.press({ do: 'change' });
    await lead.staff.press({ do: 'change', question: 'topics' });
    await lead.staff.choose(['adult']);
    await lead.staff.go(colleague, { until: 'safeToTell' });
    refuses = true;
    await lead.staff.choose(['head']);
    for (let sweep = 0; sweep < 3; sweep++) await lead.settle();
    const told = lead.desk.posts.filter(({ message }) => plainText(message).includes(plainCardWords.notPassedOn));
    expect(told).toHaveLength(1);
    expect(told[0]?.to.to).toBe(lead.staff.from.person);
    expect(lead.all(told)).toContain('01632 960023');
    expect(lead.all(told)).not.toContain('01632 960021');
    refuses = false;
    for (let sweep = 0; sweep < 8; sweep++) await lead.settle();
    const { concern } = await readConcern(keyOf(id), portsOf(lead));
    expect(concern?.report.guard).toEqual(['head']);
  });

  it('more people picked than anybody has picked before do not make it unreadable', async () => {
    const many = Array.from({ length: 24 }, (_, i) => ({ id: `deputy-${i}`, name: `Deputy ${i}`, slack: `U-d${i}` }));
    const organisation = staffed();
    const sites = organisation.sites.map((site) => ({
      ...site,
      deputies: [...site.deputies, ...many.map((each) => ({ ...site.deputies[0], ...each }))],
    }));
    const own = await openLeadDesk(fresh, { ...organisation, sites } as typeof organisation);
    const picked = ['deputy', ...many.map(({ id }) => id)];
    await own.raise(colleague, { safeToTell: picked });
    expect(own.privately('deputy').length).toBeGreaterThan(0);
    await own.desk.data.close();
  });
});

describe('presses in any order', () => {
  const organisation = staffed();
  const [site] = organisation.sites;
  const people = site ? peopleOf(site) : [];
  const acts = [
    'take',
    'untake',
    'hand',
    'done',
    '-done',
    'tried',
    'not-needed',
    'not-mine',
    'outcome',
    'close',
    'reopen',
    'snooze',
    'open',
    'contact',
    'same',
    'not-us',
  ] as const;
  const report: Report = {
    channel: 'slack',
    tenant: 'T1',
    reporter: 'U1',
    to: {},
    kind: 'concern',
    reference: 'ABCD-1234',
    revision: 1,
    at: contextOf(organisation, 'Friday at 18:30').now.getTime(),
    site: site?.id ?? '',
    answers: [],
    limit: 'now',
    guard: 'open',
    called: false,
    withdrawn: false,
    referred: false,
  };

  it('fill no more than the room of what is harmless, besides what somebody in earnest would do', () => {
    const pressing = fc.record({ act: fc.constantFrom(...acts), who: fc.nat(people.length - 1), to: fc.nat(20) });
    fc.assert(
      fc.property(fc.array(pressing, { minLength: 400, maxLength: 900 }), (pressings) => {
        let entries: ConcernEntry[] = [{ type: 'report', at: report.at, report, told: [] }];
        for (const [i, { act, who, to }] of pressings.entries()) {
          const concern = foldConcern(entries) as Concern;
          const entry = entryOf(act, who, to, concern, report.at + i);
          if (entry && entries.length < roomFor(entry)) entries = [...entries, entry];
        }
        // Each has a number of times for each person, and what can be done again only because of one of them as many.
        const first: readonly ConcernEntry['type'][] = ['report', 'take', 'done', 'close'];
        const bounded = entries.filter(({ type }) => !first.includes(type)).length;
        expect(bounded).toBeLessThanOrEqual(people.length * 210);
        const taken = entries.filter(({ type }) => type === 'take').length;
        const given = entries.filter(({ type }) => type === 'untake').length;
        expect(taken).toBeLessThanOrEqual(given + 1);
      }),
      { numRuns: 3, seed: 20_261_127 },
    );
  });

  it('telling that nobody heeds never ends, and in three years fills less than half of what is there for it', () => {
    let entries: ConcernEntry[] = [{ type: 'report', at: report.at, report, told: ['lead'] }];
    let now = report.at;
    for (const end = now + 3 * 366 * 24 * 60 * minute; now < end; ) {
      const concern = foldConcern(entries) as Concern;
      const view = viewOf(concern, { id: 'x', organisation, calendar: committedCalendar });
      const [next] = timersOf(concern, view, 10, 3);
      if (next?.for !== 'tell') throw new Error('Telling has ended.');
      now = next.due;
      entries = [...entries, { type: 'told', at: now, level: next.level, told: ['lead'] }];
    }
    expect(entries.length).toBeLessThan(roomFor({ type: 'told', at: now, level: 1, told: [] }) / 2);
  });

  function entryOf(act: (typeof acts)[number], who: number, to: number, concern: Concern, at: number) {
    const person = people[who];
    if (!site || !person) throw new Error('Nobody');
    const view = viewOf(concern, { id: 'x', organisation, calendar: committedCalendar });
    const duty = 'safeguarding-lead';
    const details: Partial<Record<typeof act, string>> = {
      hand: `${people[to % people.length]?.id}'s!off`,
      tried: duty,
      'not-needed': `${duty}!${notNeededReasons[to % notNeededReasons.length]}`,
      'not-mine': duty,
      outcome: outcomes[to % outcomes.length] ?? '',
      snooze: '15',
      done: duty,
      '-done': `-${duty}`,
      'not-us': 'test',
    };
    const answered = answerAct({
      act: act === '-done' ? 'done' : act,
      detail: details[act],
      lead: { site, person },
      account: 'U',
      concern,
      view,
      colleagues: people.map(({ id }) => ({ id, mark: `${id}'s`, account: `U-${id}` })),
      at,
    });
    return 'add' in answered ? answered.add : undefined;
  }
});
