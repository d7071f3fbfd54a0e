/**
 * The process dies before and after every call to the store, and before every message to the platform, on the way of
 * a notice, of a lead's press, of an escalation and of a reminder. Death after a message is death before the call that
 * notes it. People press again, as platforms send again; the sweep does the rest.
 */
import { afterAll, expect, it } from 'vitest';
import { plainText } from '../../dialogs/plain.ts';
import { createLeadNames } from '../../src/leads/concern/names.ts';
import { noticeSteps } from '../../src/leads/leads.ts';
import { createIndex } from '../../src/seal/index-key.ts';
import type { Store } from '../../src/store/store.ts';
import type { Post } from '../support/bot.ts';
import { bullying, type LeadDesk, minute, openLeadDesk, referenceShape } from '../support/lead-desk.ts';
import { keyOf, kindOf, stepOf } from '../support/notice-steps.ts';
import { onBothStores } from '../support/stores.ts';

/** One call to the store or the platform, in the order made. */
interface Call {
  readonly method: keyof Store | 'deliver';
  /** What kind of thing it is about; of a message: nothing. */
  readonly kind: string;
  readonly key: string;
}

interface Death {
  readonly at: number;
  readonly when: 'before' | 'after';
}

/** From now on every call is written down; at the given one the process dies. */
function watch({ desk }: LeadDesk, death?: Death) {
  const calls: Call[] = [];
  const noted = new Set<string>();
  let died = () => {};
  const dead = new Promise<void>((resolve) => {
    died = resolve;
  });
  const seen = { calls, noted, dead, before: undefined as readonly Post[] | undefined };
  const die = (): Promise<never> => {
    seen.before = [...desk.posts];
    desk.refuses = () => undefined;
    desk.die();
    died();
    return new Promise<never>(() => {});
  };
  const isNow = (when: Death['when']) => !seen.before && death?.at === calls.length - 1 && death.when === when;
  const { store } = desk;
  const call =
    (method: keyof Store) =>
    async (...given: unknown[]): Promise<unknown> => {
      const key = keyOf(given[0]);
      calls.push({ method, key, kind: kindOf(key) });
      if (isNow('before')) return die();
      const isLast = isNow('after');
      const result = await (store[method] as (...args: unknown[]) => Promise<unknown>)(...given);
      if (method === 'settle' && !seen.before) noted.add(key);
      return isLast ? die() : result;
    };
  desk.use(new Proxy(store, { get: (_, method) => call(method as keyof Store) }));
  desk.refuses = () => {
    calls.push({ method: 'deliver', key: '', kind: '' });
    if (!isNow('before')) return undefined;
    void die();
    return 'hang';
  };
  return seen;
}

/** What was said where, without what differs from run to run. */
const shapeOf = ({ to, message }: Post): string => {
  const said = plainText(message)
    .replaceAll(new RegExp(referenceShape, 'g'), 'REF')
    .replaceAll(/\d+(\.\d\d)?(am|pm)|\d+ (minute|second|hour)s?|(hours|minutes)\b/g, 'TIME');
  return `${to.place ?? 'thread'} ${to.channel ?? (to.place === 'private' ? to.to : '')}: ${said}`;
};

function counted(shapes: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const shape of shapes) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  return counts;
}

interface Scenario {
  readonly name: string;
  prepare(lead: LeadDesk): Promise<void>;
  /** Done again after the death, as a platform or a person does. */
  act(lead: LeadDesk): Promise<unknown>;
  /** Which messages must come; what is shown for a press alone is not owed. */
  counts?(post: Post): boolean;
  check?(lead: LeadDesk): Promise<void>;
}

const scenarios: readonly Scenario[] = [
  {
    name: 'the notice',
    prepare: async ({ staff }) => {
      await staff.start();
      await staff.go(bullying, { until: 'colleague' });
    },
    act: ({ staff }) => staff.pressOnly({ do: 'answer', question: 'colleague', value: 'no' }, { delivery: 'last' }),
    check: async (lead) => {
      expect(lead.staff.hasAnswer()).toBe(true);
      expect(lead.staff.news().length).toBeGreaterThan(0);
      await lead.pass(35, 35);
      await lead.settle();
      expect(lead.privately('deputy').length).toBeGreaterThan(0);
    },
  },
  {
    name: 'a lead’s press',
    prepare: (lead) => lead.raise(bullying),
    act: (lead) => lead.pressToken('lead', lead.token('take', { on: firstCard(lead) }), { delivery: 'take' }),
    counts: ({ to }) => to.to !== 'U-lead',
    check: async (lead) => {
      expect(plainText(lead.card().message)).toContain('Lead has it');
      expect(lead.staff.news().at(-1)).toContain('Lead');
      const before = lead.privately('deputy').length;
      await lead.pass(35, 35);
      expect(lead.privately('deputy')).toHaveLength(before);
    },
  },
  {
    name: 'an escalation',
    prepare: async (lead) => {
      await lead.raise(bullying);
      lead.desk.now += 31 * minute;
    },
    act: (lead) => lead.desk.bot.outbox.sweep(),
    check: async (lead) => {
      expect(lead.privately('deputy').length).toBeGreaterThan(0);
      lead.desk.now += 35 * minute;
      await lead.settle();
      expect(lead.privately('head').length).toBeGreaterThan(0);
    },
  },
  {
    name: 'a reminder',
    prepare: async (lead) => {
      await lead.raise(bullying, { danger: 'yes' });
      await lead.press('lead', 'take');
      lead.desk.now += 16 * minute;
    },
    act: (lead) => lead.desk.bot.outbox.sweep(),
    check: async (lead) => {
      expect(lead.all(lead.privately('lead'))).toContain('Something is still due');
      lead.desk.now += 16 * minute;
      await lead.settle();
      expect(lead.all(lead.privately('deputy'))).toContain('Something is still due');
    },
  },
];

const firstCards = new WeakMap<LeadDesk, Post>();
/** The card as it was first posted, buttons and all. */
function firstCard(lead: LeadDesk): Post {
  const known = firstCards.get(lead) ?? lead.card();
  firstCards.set(lead, known);
  return known;
}

const figures: string[] = [];
afterAll(() => {
  process.stdout.write(`${figures.join('\n')}\n`);
});

onBothStores((fresh) => {
  async function run(scenario: Scenario, death?: Death) {
    const lead: LeadDesk = await openLeadDesk(fresh);
    try {
      await scenario.prepare(lead);
      const from = lead.desk.posts.length;
      const seen = watch(lead, death);
      await Promise.race([scenario.act(lead), seen.dead]);
      await lead.desk.idle();
      const { length: calls } = seen.calls;
      if (seen.before) await scenario.act(lead);
      await lead.settle();
      const isOwed = scenario.counts ?? (() => true);
      const shapes = counted(lead.desk.posts.slice(from).filter(isOwed).map(shapeOf));
      const before = counted((seen.before ?? []).slice(from).map(shapeOf));
      const cards = lead.channel().length;
      await scenario.check?.(lead);
      expect(lead.desk.events.filter(({ reason }) => reason === 'compose' || reason === 'unreadable')).toEqual([]);
      return { calls: seen.calls.slice(0, calls), shapes, before, cards, isCardNoted: isCardNoted(lead, seen) };
    } finally {
      await lead.desk.data.close();
    }
  }

  /** Whether the channel's card was noted before the death. */
  function isCardNoted({ desk }: LeadDesk, { calls, noted }: ReturnType<typeof watch>): boolean {
    const concern = calls.find(({ kind }) => kind === 'concern')?.key;
    const names = createLeadNames(createIndex(desk.keys.index));
    const place = names.place({ channel: 'slack', tenant: 'T1' }, concern ?? '', 'school @channel');
    return noted.has(place);
  }

  it('every step that is named is on the notice’s way, in this order, and nothing else of it is stored or sent', async () => {
    const { calls } = await run(scenarios[0] as Scenario);
    const way = calls.slice(calls.findIndex(({ method, kind }) => method === 'settle' && kind === 'conversation'));
    expect([...new Set(way.flatMap((call) => stepOf(call) ?? []))]).toEqual(noticeSteps);
    // That nothing is wrong with the channel, and what goes when the workspace is removed, is noted beside it.
    const beside = ['lead-trouble', 'workspace'];
    const unnamed = way.filter((call) => !stepOf(call) && !beside.includes(call.kind)).map(({ method }) => method);
    expect(unnamed.filter((method) => !['read', 'readAll', 'get', 'due', 'members'].includes(method))).toEqual([]);
  });

  it('the places of a concern are counted to the workspace and read at once, and nothing is claimed before it is due', async () => {
    const { calls } = await run(scenarios[0] as Scenario);
    const asked = (name: string) => calls.filter(({ method, kind }) => `${method} ${kind}` === name).length;
    expect(asked('step place')).toBeGreaterThan(1);
    expect({ counted: asked('enlist workspace'), read: asked('readAll '), claimed: asked('claim lead-item') }).toEqual({
      counted: 1,
      read: 1,
      claimed: 1,
    });
    expect(asked('read place')).toBeLessThanOrEqual(asked('step place'));
  });

  it.each(scenarios)(
    '$name arrives wherever the process dies, and twice only between sending and noting',
    async (scenario) => {
      const clean = await run(scenario);
      let points = 0;
      let twice = 0;
      for (let at = 0; at < clean.calls.length; at++) {
        for (const when of clean.calls[at]?.method === 'deliver'
          ? (['before'] as const)
          : (['before', 'after'] as const)) {
          const where = `${when} ${clean.calls[at]?.method} ${clean.calls[at]?.kind} (${at})`;
          const died = await run(scenario, { at, when });
          points++;
          for (const [shape, count] of clean.shapes) {
            expect(died.shapes.get(shape) ?? 0, `${where}: ${shape}`).toBeGreaterThanOrEqual(count);
          }
          const more = [...died.shapes].filter(([shape, count]) => count > (clean.shapes.get(shape) ?? 0));
          for (const [shape, count] of more) {
            expect(count, `${where}: ${shape}`).toBe((clean.shapes.get(shape) ?? 0) + 1);
            expect(died.before.has(shape), `${where}: twice, and not sent before the death: ${shape}`).toBe(true);
          }
          if (died.isCardNoted) expect(died.cards, where).toBe(clean.cards);
          if (more.length > 0) twice++;
        }
      }
      figures.push(`${expect.getState().currentTestName}: ${points} points, ${twice} with something twice`);
    },
    120_000,
  );
});
