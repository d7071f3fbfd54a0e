import { describe, expect, test } from 'vitest';
import { shownOf, tellNothing } from '../../../dialogs/leads/admin/counts.ts';
import { monthCounts } from '../../../dialogs/leads/admin/month-counts.ts';
import { concernList } from '../../../dialogs/leads/card/lists.ts';
import type { ConcernView } from '../../../dialogs/leads/concern/concern-view.ts';
import type { Message } from '../../../dialogs/message.ts';
import { plainText } from '../../../dialogs/plain.ts';
import { emergencyLine } from '../../../dialogs/words/screens.ts';
import type { Topic } from '../../../rules/facts.ts';
import {
  adult,
  callOf,
  minutesLater,
  owned,
  owner,
  pathWith,
  secrets,
  stages,
  viewOf,
  workedOut,
} from '../../support/concern-views.ts';

const now = minutesLater(20);
const buttons = ({ blocks }: Message) => blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));

describe('the list of concerns', () => {
  const nobodys = viewOf({ reference: 'AAAA-1111' });
  const mine = owned({ reference: 'BBBB-2222' });
  const theirs = owned({ reference: 'CCCC-3333', owner: 'Priya Nair' });
  const overdue = owned({
    reference: 'DDDD-4444',
    owner: 'Priya Nair',
    raisedAt: new Date('2026-11-25T10:30:00Z'),
    concern: workedOut(
      pathWith('imagery', { adultInvolved: 'yes', adultKnown: 'no', blackmail: 'no' }),
      'a normal morning',
    ),
  });
  const all = [mine, theirs, nobodys, overdue, owned({ stage: 'done', reference: 'EEEE-5555' })];
  const listed = (filter?: string) =>
    plainText(concernList(all, filter, now, [owner]))
      .match(/^- [A-Z]{4}-\d{4}/gm)
      ?.map((line) => line.slice(2, 6)) ?? [];

  test('has what is open, late first, then what nobody has', () => {
    expect(listed()).toEqual(['DDDD', 'AAAA', 'BBBB', 'CCCC']);
  });

  test.each([
    ['mine', ['BBBB']],
    ['untaken', ['AAAA']],
    ['late', ['DDDD']],
    ['nonsense', ['DDDD', 'AAAA', 'BBBB', 'CCCC']],
  ] as const)('%s', (filter, references) => {
    expect(listed(filter)).toEqual(references);
  });

  test('says how many cannot be opened, and hides none for it', () => {
    const text = plainText(concernList([mine], undefined, now, [], 2));
    expect(text).toContain('BBBB-2222');
    expect(text).toContain('2 more cannot be opened.');
  });

  test('gives age, owner and time left, and opens each', () => {
    const text = plainText(concernList([overdue, mine], undefined, now));
    expect(text).toContain('Open concerns: 2');
    expect(text).toContain('BBBB-2222: 20 minutes old. Sam Okafor has it. Due: now.');
    expect(text).toMatch(/DDDD-4444: 2 days old\. Priya Nair has it\. Due: late\. The limit was/);
    expect(buttons(concernList([mine], undefined, now))[0]).toEqual({
      label: 'Open BBBB-2222',
      action: { do: 'lead', act: 'open', concern: mine.id },
    });
  });

  test('leads to the other lists', () => {
    const labels = (filter?: string) => buttons(concernList([], filter, now)).map(({ label }) => label);
    expect(labels()).toEqual(['Mine', 'Nobody has it', 'Late', 'Last 30 days']);
    expect(labels('late')).toEqual(['All open', 'Mine', 'Nobody has it', 'Last 30 days']);
  });

  test('with none says so', () => {
    const text = plainText(concernList([], 'mine', now));
    expect(text).toContain('Concerns that you have: 0\nThere are none here now.');
    expect(text).toContain(emergencyLine);
  });

  test('shows no topic, no answer, no duty: a home page is projected too', () => {
    const views = [...all, viewOf({ concern: adult, restricted: true }), callOf()];
    const text = JSON.stringify(concernList(views, undefined, now)).toLowerCase();
    for (const secret of secrets) expect(text, secret).not.toContain(secret);
  });

  test('of a call gives only its reference and its age', () => {
    expect(plainText(concernList([callOf()], undefined, now))).toContain(
      '- AB12-CD34: 20 minutes old. Nobody has it. Due: now.\nButton: Open AB12-CD34',
    );
  });

  test('shows twenty at most, and says that there are more', () => {
    const many = Array.from({ length: 30 }, (_, i) => viewOf({ reference: `N${i}` }));
    const message = concernList(many, undefined, now);
    expect(buttons(message).filter(({ label }) => label.startsWith('Open ')).length).toBe(20);
    expect(plainText(message)).toContain('Open concerns: 30');
    expect(plainText(message)).toContain('Only the most pressing are shown.');
  });
});

describe('the last 30 days', () => {
  const about = (topic: Topic, count: number, stage: ConcernView['stage'] = 'done') =>
    Array.from({ length: count }, () => viewOf({ stage, concern: workedOut(pathWith(topic)) }));
  const said = (views: readonly ConcernView[], at = now) => plainText(monthCounts(views, at));

  test('gives counts by topic and outcome, the number before its bar', () => {
    const text = said([...about('imagery', 12), ...about('bullying', 6, 'open')]);
    expect(text).toContain(`- A nude or sexual picture: 12\n  ${'█'.repeat(12)}\n`);
    expect(text).toContain(`- Bullying or pressure from another child: 6\n  ${'█'.repeat(6)}\n`);
    expect(text).toContain('- All done: 12');
    expect(text).toContain('- Still open: 6');
  });

  test('says of numbers below five only that, of none too', () => {
    const text = said([...about('imagery', 5), ...about('bullying', 4)]);
    expect(text).toContain('- A nude or sexual picture: 5\n');
    expect(text).toContain('- Bullying or pressure from another child: fewer than 5\n');
    expect(text).toContain('- Something else: fewer than 5');
    expect(said(about('imagery', 4))).toBe(said([]));
  });

  test('gives no total', () => {
    expect(said([...about('imagery', 12), ...about('bullying', 6, 'open')])).not.toContain('18');
  });

  test('never counts restricted ones, calls, or what is older', () => {
    const some = about('imagery', 12);
    const more = about('imagery', 5);
    const text = said(some);
    expect(said([...some, ...more.map((view) => ({ ...view, restricted: true }))])).toBe(text);
    expect(said([...some, ...more.map((view) => ({ ...view, kind: 'call' as const }))])).toBe(text);
    const old = new Date(now.getTime() - 30 * 24 * 3_600_000);
    expect(said([...some, ...more.map((view) => ({ ...view, raisedAt: old }))])).toBe(text);
  });

  test('names nobody', () => {
    const text = said(stages.flatMap((stage) => about('imagery', 6, stage).map((view) => ({ ...view, owner }))));
    expect(text).not.toMatch(/Okafor|U0REPORTER|AB12/);
  });

  test('leaves the outcomes out where they would give a small number away', () => {
    // All of one topic: twenty concerns at least, so four open, four done, and so on to the last.
    const views = (['open', 'done', 'withdrawn', 'not-for-us', 'joined'] as const).flatMap((stage) =>
      about('imagery', 4, stage),
    );
    expect(said(views)).toContain('- A nude or sexual picture: 20');
    expect(said(views)).toContain('There are too few to show this');
    expect(said(views)).not.toContain('All done');
  });
});

describe('numbers that tell nothing more', () => {
  test('below five is not given', () => {
    expect([0, 4, 5, 100].map(shownOf)).toEqual([undefined, undefined, 5, 100]);
  });

  /** Every way to fill in the hidden numbers that fits both tables: what somebody with patience can work out. */
  function possible(topics: readonly number[], outcomes: readonly number[]) {
    const fillings = (counts: readonly number[]): number[][] =>
      counts.reduce<number[][]>(
        (all, count) =>
          all.flatMap((sofar) => (count < 5 ? [0, 1, 2, 3, 4].map((n) => [...sofar, n]) : [[...sofar, count]])),
        [[]],
      );
    const fits: { topics: number[]; outcomes: number[] }[] = [];
    for (const t of fillings(topics))
      for (const o of fillings(outcomes)) {
        const total = o.reduce((sum, n) => sum + n, 0);
        if (total >= Math.max(...t) && total <= t.reduce((sum, n) => sum + n, 0)) fits.push({ topics: t, outcomes: o });
      }
    return fits;
  }

  test('shown together only where every hidden number could still be anything from none to four', () => {
    let together = 0;
    let apart = 0;
    const numbers = [0, 2, 4, 5, 9, 14];
    for (const a of numbers)
      for (const b of numbers)
        for (const c of numbers)
          for (const x of numbers)
            for (const y of numbers) {
              const topics = [a, b, c];
              const outcomes = [x, y];
              const total = x + y;
              if (total < Math.max(...topics) || total > a + b + c) continue;
              const ways = possible(topics, outcomes);
              const isOpen = (read: (way: (typeof ways)[number]) => number | undefined) =>
                new Set(ways.map(read)).size === 5;
              const open =
                topics.every((n, i) => n >= 5 || isOpen((way) => way.topics[i])) &&
                outcomes.every((n, i) => n >= 5 || isOpen((way) => way.outcomes[i]));
              expect(tellNothing(topics.map(shownOf), outcomes.map(shownOf)), `${topics} ${outcomes}`).toBe(open);
              if (open) together += 1;
              else apart += 1;
            }
    expect(together).toBeGreaterThan(50);
    expect(apart).toBeGreaterThan(50);
  });
});
