/**
 * A fault of ours in any one function on the way of a last answer: what decides, finds out whom to ring, counts time,
 * asks, and draws. The functions are those the modules export, so that a new one is tried as well. Whatever fails, the
 * person reads whom to ring; a lead is told wherever it can be known who may be, and the next ones when nobody takes it.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { bullying, colleague, type LeadDesk, openLeadDesk } from '../support/lead-desk.ts';
import { fileData } from '../support/stores.ts';

const { planted, breakable } = vi.hoisted(() => {
  const state = { broken: '', hits: 0, seen: new Set<string>() };
  /** Every function of the module throws while it is the broken one. */
  const breaks = (module: string) => async (original: () => Promise<object>) => {
    return Object.fromEntries(
      Object.entries(await original()).map(([name, value]) => [
        name,
        typeof value !== 'function'
          ? value
          : (...given: unknown[]) => {
              const called = `${module} ${name}`;
              state.seen.add(called);
              if (state.broken !== called) return value(...given);
              state.hits++;
              throw new TypeError(`canary in ${name}`);
            },
      ]),
    );
  };
  return { planted: state, breakable: breaks };
});

vi.mock('../../dialogs/answer/matters.ts', breakable('dialogs/answer/matters.ts'));
vi.mock('../../dialogs/answer/bodies.ts', breakable('dialogs/answer/bodies.ts'));
vi.mock('../../rules/decide.ts', breakable('rules/decide.ts'));
vi.mock('../../rules/contacts.ts', breakable('rules/contacts.ts'));
vi.mock('../../rules/on-cover.ts', breakable('rules/on-cover.ts'));
vi.mock('../../rules/deadlines.ts', breakable('rules/deadlines.ts'));
vi.mock('../../rules/hours.ts', breakable('rules/hours.ts'));
vi.mock('../../dialogs/decided.ts', breakable('dialogs/decided.ts'));
vi.mock('../../dialogs/steps.ts', breakable('dialogs/steps.ts'));
vi.mock('../../dialogs/flow.ts', breakable('dialogs/flow.ts'));
vi.mock('../../dialogs/state.ts', breakable('dialogs/state.ts'));
vi.mock('../../dialogs/view.ts', breakable('dialogs/view.ts'));
vi.mock('../../dialogs/guard.ts', breakable('dialogs/guard.ts'));
vi.mock('../../dialogs/leads/admin/administrator.ts', breakable('dialogs/leads/admin/administrator.ts'));
vi.mock('../../dialogs/leads/card/call-card.ts', breakable('dialogs/leads/card/call-card.ts'));
vi.mock('../../dialogs/leads/card/changes.ts', breakable('dialogs/leads/card/changes.ts'));
vi.mock('../../dialogs/leads/card/choices.ts', breakable('dialogs/leads/card/choices.ts'));
vi.mock('../../dialogs/leads/record/closed-page.ts', breakable('dialogs/leads/record/closed-page.ts'));
vi.mock('../../dialogs/leads/record/open-page.ts', breakable('dialogs/leads/record/open-page.ts'));
vi.mock('../../dialogs/leads/commands.ts', breakable('dialogs/leads/commands.ts'));
vi.mock('../../dialogs/leads/concern/concern-view.ts', breakable('dialogs/leads/concern/concern-view.ts'));
vi.mock('../../dialogs/leads/admin/counts.ts', breakable('dialogs/leads/admin/counts.ts'));
vi.mock('../../dialogs/leads/card/details.ts', breakable('dialogs/leads/card/details.ts'));
vi.mock('../../dialogs/leads/concern/duties.ts', breakable('dialogs/leads/concern/duties.ts'));
vi.mock('../../dialogs/leads/admin/erasing.ts', breakable('dialogs/leads/admin/erasing.ts'));
vi.mock('../../dialogs/leads/concern/guarded.ts', breakable('dialogs/leads/concern/guarded.ts'));
vi.mock('../../dialogs/leads/concern/history.ts', breakable('dialogs/leads/concern/history.ts'));
vi.mock('../../dialogs/leads/concern/lead-button.ts', breakable('dialogs/leads/concern/lead-button.ts'));
vi.mock('../../dialogs/leads/concern/limit.ts', breakable('dialogs/leads/concern/limit.ts'));
vi.mock('../../dialogs/leads/concern/lines.ts', breakable('dialogs/leads/concern/lines.ts'));
vi.mock('../../dialogs/leads/card/closed-card.ts', breakable('dialogs/leads/card/closed-card.ts'));
vi.mock('../../dialogs/leads/card/lead-card.ts', breakable('dialogs/leads/card/lead-card.ts'));
vi.mock('../../dialogs/leads/card/task-screens.ts', breakable('dialogs/leads/card/task-screens.ts'));
vi.mock('../../dialogs/leads/card/task-words.ts', breakable('dialogs/leads/card/task-words.ts'));
vi.mock('../../dialogs/leads/card/lists.ts', breakable('dialogs/leads/card/lists.ts'));
vi.mock('../../dialogs/leads/admin/month-counts.ts', breakable('dialogs/leads/admin/month-counts.ts'));
vi.mock('../../dialogs/leads/card/notice-card.ts', breakable('dialogs/leads/card/notice-card.ts'));
vi.mock('../../dialogs/leads/card/pick-again.ts', breakable('dialogs/leads/card/pick-again.ts'));
vi.mock('../../dialogs/leads/card/plain-notice.ts', breakable('dialogs/leads/card/plain-notice.ts'));
vi.mock('../../dialogs/leads/record/record-page.ts', breakable('dialogs/leads/record/record-page.ts'));
vi.mock('../../dialogs/leads/record/record-parts.ts', breakable('dialogs/leads/record/record-parts.ts'));
vi.mock('../../dialogs/leads/record/record-style.ts', breakable('dialogs/leads/record/record-style.ts'));
vi.mock('../../dialogs/leads/record/record.ts', breakable('dialogs/leads/record/record.ts'));
vi.mock('../../dialogs/leads/concern/pressing.ts', breakable('dialogs/leads/concern/pressing.ts'));
vi.mock('../../dialogs/leads/concern/refusals.ts', breakable('dialogs/leads/concern/refusals.ts'));
vi.mock('../../dialogs/leads/admin/removal.ts', breakable('dialogs/leads/admin/removal.ts'));
vi.mock('../../dialogs/leads/card/reporter-news.ts', breakable('dialogs/leads/card/reporter-news.ts'));
vi.mock('../../dialogs/leads/admin/set-up.ts', breakable('dialogs/leads/admin/set-up.ts'));
vi.mock('../../dialogs/leads/admin/week.ts', breakable('dialogs/leads/admin/week.ts'));
vi.mock('../../dialogs/leads/admin/tally.ts', breakable('dialogs/leads/admin/tally.ts'));
vi.mock('../../dialogs/leads/admin/term-report.ts', breakable('dialogs/leads/admin/term-report.ts'));
vi.mock('../../dialogs/leads/admin/terms.ts', breakable('dialogs/leads/admin/terms.ts'));
vi.mock('../../dialogs/leads/admin/pack-link.ts', breakable('dialogs/leads/admin/pack-link.ts'));
vi.mock('../../dialogs/leads/concern/times.ts', breakable('dialogs/leads/concern/times.ts'));
vi.mock('../../dialogs/answer/acts.ts', breakable('dialogs/answer/acts.ts'));
vi.mock('../../dialogs/answer/calls.ts', breakable('dialogs/answer/calls.ts'));
vi.mock('../../dialogs/answer/card.ts', breakable('dialogs/answer/card.ts'));
vi.mock('../../dialogs/answer/certain.ts', breakable('dialogs/answer/certain.ts'));
vi.mock('../../dialogs/answer/citation.ts', breakable('dialogs/answer/citation.ts'));
vi.mock('../../dialogs/answer/donts.ts', breakable('dialogs/answer/donts.ts'));
vi.mock('../../dialogs/answer/fitting.ts', breakable('dialogs/answer/fitting.ts'));
vi.mock('../../dialogs/answer/leads-told.ts', breakable('dialogs/answer/leads-told.ts'));
vi.mock('../../dialogs/answer/lines.ts', breakable('dialogs/answer/lines.ts'));
vi.mock('../../dialogs/answer/order.ts', breakable('dialogs/answer/order.ts'));
vi.mock('../../dialogs/answer/parts.ts', breakable('dialogs/answer/parts.ts'));
vi.mock('../../dialogs/answer/picked.ts', breakable('dialogs/answer/picked.ts'));
vi.mock('../../dialogs/answer/plan-time.ts', breakable('dialogs/answer/plan-time.ts'));
vi.mock('../../dialogs/answer/plan.ts', breakable('dialogs/answer/plan.ts'));
vi.mock('../../dialogs/answer/record.ts', breakable('dialogs/answer/record.ts'));
vi.mock('../../dialogs/answer/today.ts', breakable('dialogs/answer/today.ts'));
vi.mock('../../dialogs/answer/standing-call.ts', breakable('dialogs/answer/standing-call.ts'));
vi.mock('../../dialogs/answer/version.ts', breakable('dialogs/answer/version.ts'));
vi.mock('../../src/leads/notify/timers.ts', breakable('src/leads/notify/timers.ts'));
vi.mock('../../src/leads/concern/view.ts', breakable('src/leads/concern/view.ts'));

const ways = {
  open: { answers: { ...bullying, colleague: 'no' }, last: 'colleague' },
  restricted: { answers: { ...colleague, safeToTell: ['deputy', 'head'] }, last: 'safeToTell' },
} as const;
type Way = keyof typeof ways;

/** What the talk before the last answer needs works; with the last answer the function breaks, and stays so. */
async function lastAnswer(way: Way, breaks: string): Promise<LeadDesk> {
  const { answers, last } = ways[way];
  const lead = await openLeadDesk(fileData);
  planted.broken = '';
  await lead.staff.start();
  await lead.staff.go(answers, { until: last });
  Object.assign(planted, { broken: breaks, hits: 0, seen: new Set() });
  await lead.staff.choose([(answers as Readonly<Record<string, string | readonly string[]>>)[last] ?? 'none'].flat());
  return lead;
}

const told = (lead: LeadDesk) => lead.desk.posts.filter(({ to }) => to.place !== 'chat');

/** Every function on the way of a last answer and of what comes due for it, by what it calls where nothing is broken. */
async function onTheWay(way: Way): Promise<readonly string[]> {
  const lead = await lastAnswer(way, 'nothing');
  await lead.pass(40, 10);
  await lead.desk.data.close();
  return [...planted.seen].toSorted();
}

/** Without it nobody can know who stood on the list: nobody is told. */
const untold: Readonly<Record<Way, readonly string[]>> = {
  open: [],
  restricted: ['dialogs/guard.ts peopleToPick'],
};

describe.each(Object.keys(ways) as Way[])('a last answer, %s', async (way) => {
  it.each(await onTheWay(way))('%s throws', async (name) => {
    const lead = await lastAnswer(way, name);
    try {
      const read = lead.staff.reads();
      expect(read).toContain('999');
      expect(read).not.toContain('canary');
      const atOnce = told(lead).length;
      await lead.pass(40, 10);
      if (planted.hits > 0) expect(lead.desk.faults).not.toEqual([]);
      const others = told(lead).filter(({ to }) => !['U-deputy', 'U-head'].includes(to.to ?? ''));
      if (way === 'restricted') expect(others).toEqual([]);
      if (untold[way].includes(name)) return expect(told(lead)).toEqual([]);
      expect(read).toMatch(/01632 9600\d\d/);
      expect(atOnce).toBeGreaterThan(0);
      expect(told(lead).length).toBeGreaterThan(atOnce);
    } finally {
      planted.broken = '';
      await lead.desk.data.close();
    }
  });
});

/** What works out the answers. */
const workings = [
  'dialogs/flow.ts walk',
  'dialogs/flow.ts answer',
  'dialogs/state.ts fold',
  'dialogs/state.ts keepsSilent',
  'dialogs/decided.ts decidedOn',
  'dialogs/steps.ts stepOf',
  'rules/decide.ts decide',
  'src/leads/concern/view.ts viewOf',
];

describe('a concern that was raised and is everybody’s', () => {
  async function raised(): Promise<LeadDesk> {
    planted.broken = '';
    const lead = await openLeadDesk(fileData);
    await lead.raise(bullying);
    return lead;
  }

  it.each(workings)(
    '%s throws from then on: it goes on to the next people, and nothing holds it back',
    async (name) => {
      const lead = await raised();
      const atOnce = told(lead).length;
      planted.broken = name;
      await lead.staff.press({ do: 'called', result: 'no-answer' });
      await lead.pass(40, 10);
      expect(told(lead).length).toBeGreaterThan(atOnce);
      await lead.press('lead', 'take', { on: lead.newest('lead') });
      planted.broken = '';
      expect(await lead.typed('deputy', 'concerns')).toContain('Lead has it');
      await lead.desk.data.close();
    },
  );

  it.each(workings)('%s throws when an answer speaks of somebody near: nobody hears more', async (name) => {
    const lead = await raised();
    await lead.staff.press({ do: 'change' });
    await lead.staff.press({ do: 'change', question: 'colleague' });
    planted.broken = name;
    await lead.staff.choose(['yes']);
    expect(lead.staff.reads()).toContain('999');
    const atOnce = told(lead).length;
    await lead.pass(40, 10);
    expect(told(lead)).toHaveLength(atOnce);
    planted.broken = '';
    await lead.desk.data.close();
  });
});

it('“Get a lead to me now” calls one though nothing can be worked out, and no one once somebody near is spoken of', async () => {
  for (const answers of [{ danger: 'unsure', site: 'school' }, colleague]) {
    const lead = await openLeadDesk(fileData);
    planted.broken = '';
    await lead.staff.start();
    const call = { do: 'get-lead' } as const;
    await lead.staff.go(answers, { until: answers === colleague ? 'positionOfTrust' : 'topics' });
    planted.broken = 'dialogs/flow.ts walk';
    await lead.staff.press(call);
    expect(lead.staff.reads()).toContain('999');
    expect(told(lead)).toHaveLength(answers === colleague ? 0 : 4);
    planted.broken = '';
    await lead.desk.data.close();
  }
});

it('takes every module of these folders', () => {
  const root = join(import.meta.dirname, '../..');
  const named = [...readFileSync(import.meta.filename, 'utf8').matchAll(/^vi\.mock\('..\/..\/(.+?)'/gm)].map(
    ([, path]) => path,
  );
  const there = globSync(['dialogs/leads/**/*.ts', 'dialogs/answer/*.ts'], { cwd: root });
  expect(there.filter((path) => !named.includes(path))).toEqual([]);
});
