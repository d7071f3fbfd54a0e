import { describe, expect, test } from 'vitest';
import { decodeAction, encodeAction } from '../../../dialogs/action-code.ts';
import { shownOf, tellNothing } from '../../../dialogs/leads/admin/counts.ts';
import { monthCounts } from '../../../dialogs/leads/admin/month-counts.ts';
import { concernList, type ListFilter, type ListPage } from '../../../dialogs/leads/card/lists.ts';
import type { ConcernView } from '../../../dialogs/leads/concern/concern-view.ts';
import type { Message } from '../../../dialogs/message.ts';
import { plainText } from '../../../dialogs/plain.ts';
import { topicClass } from '../../../dialogs/words/lead-duties.ts';
import { emergencyLine } from '../../../dialogs/words/screens.ts';
import type { Topic } from '../../../rules/facts.ts';
import {
  adult,
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
  const mine = owned({ reference: 'BBBB-2222' });
  const overdue = owned({
    reference: 'DDDD-4444',
    owner: 'Priya Nair',
    raisedAt: new Date('2026-11-25T10:30:00Z'),
    concern: workedOut(
      pathWith('imagery', { adultInvolved: 'yes', adultKnown: 'no', blackmail: 'no' }),
      'a normal morning',
    ),
  });
  const listOf = (
    views: readonly ConcernView[],
    {
      filter,
      where = 'private',
      ...more
    }: Partial<ListPage> & { filter?: ListFilter; where?: 'private' | 'home' } = {},
  ) =>
    concernList(
      { views, count: views.length, page: 0, pages: 1, unreadable: 0, ...more },
      { ...(filter && { filter }), now, where },
    );

  test('says how many cannot be opened, and hides none for it', () => {
    const text = plainText(listOf([mine], { unreadable: 2 }));
    expect(text).toContain('BBBB-2222');
    expect(text).toContain('2 more cannot be opened.');
  });

  test('gives age, owner and time left, and opens each', () => {
    const text = plainText(listOf([overdue, mine]));
    expect(text).toContain('Open concerns: 2');
    expect(text).toContain('BBBB-2222: 20 minutes old. Sam Okafor has it. Due: now.');
    expect(text).toContain('DDDD-4444: 2 days old. Priya Nair has it. Due: late.');
    expect(buttons(listOf([mine]))[0]).toEqual({
      label: 'Open BBBB-2222',
      action: { do: 'lead', act: 'open', concern: mine.id },
    });
  });

  test('leads to the other lists, and to the pages beside this one', () => {
    const labels = (...of: Parameters<typeof listOf>) => buttons(listOf(...of)).map(({ label }) => label);
    expect(labels([])).toEqual(['Mine', 'Nobody has it', 'Late', 'Last 30 days']);
    expect(labels([], { filter: 'late' })).toEqual(['All open', 'Mine', 'Nobody has it', 'Last 30 days']);
    const middle = listOf([mine], { filter: 'late', count: 45, page: 1, pages: 3 });
    expect(plainText(middle)).toContain('Concerns with something late: 45\nPage 2 of 3.');
    expect(buttons(middle).flatMap(({ action }) => (action.do === 'concerns' ? [action.page ?? 0] : []))).toEqual([
      0, 2, 0, 0, 0, 0,
    ]);
    for (const { action } of buttons(middle)) expect(decodeAction(encodeAction(action))).toEqual(action);
  });

  test('with none says so', () => {
    const text = plainText(listOf([], { filter: 'mine' }));
    expect(text).toContain('Concerns that you have: 0\nThere are none here now.');
    expect(text).toContain(emergencyLine);
  });

  const adults = viewOf({ concern: adult });

  test('in private says what each is about; a home page is projected too, and shows no topic, answer or duty', () => {
    expect(plainText(listOf([adults]))).toContain(topicClass.adult);
    const text = JSON.stringify(listOf([mine, overdue, adults], { where: 'home' })).toLowerCase();
    for (const secret of secrets) expect(text, secret).not.toContain(secret);
  });

  test('of a restricted one says nowhere what it is about', () => {
    const text = JSON.stringify(listOf([{ ...adults, restricted: true }])).toLowerCase();
    for (const secret of secrets) expect(text, secret).not.toContain(secret);
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
