/** Concerns as counts: what is given, and that nobody can be picked out of it. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shownOf, tellsNothing, toldOf } from '../../../dialogs/leads/admin/counts.ts';
import { monthCounts } from '../../../dialogs/leads/admin/month-counts.ts';
import { type Counted, endings, type Tally, tallied, tallyOf } from '../../../dialogs/leads/admin/tally.ts';
import { termCard, termHtml } from '../../../dialogs/leads/admin/term-report.ts';
import { mondayOf, nextReport, termsOver } from '../../../dialogs/leads/admin/terms.ts';
import { plainText } from '../../../dialogs/plain.ts';
import { topics } from '../../../rules/facts.ts';
import { daysLater, weekdayOf } from '../../../rules/london.ts';

const one = (more: Partial<Counted> = {}): Counted => ({ topics: ['imagery'], ending: 'advice', ...more });
const times = (count: number, more: Partial<Counted> = {}) => Array.from({ length: count }, () => one(more));
const site = { id: 'school', name: 'A school', others: [] };
const said = (tally: Tally) => plainText(monthCounts({ ...site, tally }));

describe('the last 30 days', () => {
  test('give a total, the times, and by topic the number before its bar', () => {
    const text = said(
      tallyOf([
        ...times(12, { takenAfter: 9, dealtAfter: 61 }),
        ...times(6, { topics: ['bullying'], takenAfter: 100, dealtAfter: 9_000, ending: 'in-school' }),
      ]),
    );
    expect(text).toContain('Concerns: 18.');
    expect(text).toContain('Half of those taken were taken within 10 minutes.');
    expect(text).toContain('Half of those closed were closed within 4 hours.');
    expect(text).toContain(`- A nude or sexual picture: 12\n  ${'█'.repeat(12)}\n`);
    expect(text).toContain(`- Bullying or pressure from another child: 6\n  ${'█'.repeat(6)}\n`);
  });

  test('of fewer than five nothing is given, none included', () => {
    expect(said(tallyOf(times(4)))).toBe(said(tallyOf([])));
    expect(said(tallyOf([...times(5), ...times(4, { topics: ['bullying'] })]))).not.toContain('Bullying');
  });

  test('each site of whoever asks is shown by itself', () => {
    const shown = monthCounts({ ...site, tally: tallyOf(times(6)), others: [{ id: 'club', name: 'A club' }] });
    expect(JSON.stringify(shown)).toContain('month:club');
  });
});

describe('numbers that tell nothing more', () => {
  test('below five is not given', () => {
    expect([0, 4, 5, 100].map(shownOf)).toEqual([undefined, undefined, 5, 100]);
  });

  /** Every way to fill in the hidden numbers that fits what is shown: what somebody with patience can work out. */
  function possible(
    total: number,
    counts: readonly number[],
    places: 'one' | 'several',
  ): readonly (readonly number[])[] {
    const fillings = counts.reduce<number[][]>(
      (all, count) =>
        all.flatMap((sofar) => (count < 5 ? [0, 1, 2, 3, 4].map((n) => [...sofar, n]) : [[...sofar, count]])),
      [[]],
    );
    const sum = (filled: readonly number[]) => filled.reduce((sofar, n) => sofar + n, 0);
    return fillings.filter((filled) => (places === 'one' ? sum(filled) === total : sum(filled) >= total));
  }

  test.each(['one', 'several'] as const)(
    'shown beside the total only where every hidden number could still be anything from none to four (%s)',
    (places) => {
      const number = fc.integer({ min: 0, max: 9 });
      const seen = { shown: 0, not: 0 };
      fc.assert(
        fc.property(
          fc.array(number, { minLength: 2, maxLength: 5 }),
          fc.integer({ min: 0, max: 9 }),
          (counts, twice) => {
            const sum = counts.reduce((all, n) => all + n, 0);
            const total = places === 'one' ? sum : Math.max(5, ...counts, sum - twice);
            if (total < 5 || total > sum) return;
            const ways = possible(total, counts, places);
            const open = counts.every((n, i) => n >= 5 || new Set(ways.map((way) => way[i])).size === 5);
            expect(tellsNothing(total, counts.map(shownOf), places)).toBe(open);
            seen[open ? 'shown' : 'not'] += 1;
          },
        ),
        { numRuns: 600 },
      );
      expect(Math.min(seen.shown, seen.not)).toBeGreaterThan(20);
    },
  );

  const counted = fc.record({
    topics: fc.uniqueArray(fc.constantFrom(...topics), { minLength: 1, maxLength: 3 }),
    ending: fc.constantFrom(...endings),
    takenAfter: fc.option(fc.integer({ min: 0, max: 20_000 }), { nil: undefined }),
  });

  test('no number below five stands on a card or a page, whatever was raised', () => {
    fc.assert(
      fc.property(fc.array(fc.array(counted, { maxLength: 40 }), { minLength: 1, maxLength: 3 }), (weeks) => {
        const tally = tallied(weeks.map((week) => tallyOf(week as readonly Counted[])));
        const term = { name: 'A term', first: '2026-09-07', last: '2026-12-28', missing: 0, tally };
        const report = { site: 'A school', terms: [term], next: '2027-05-10' };
        const page = termHtml(report, '2027-01-12').replace(/<style>.*<\/style>/s, '');
        for (const text of [said(tally), plainText(termCard(report, undefined))])
          for (const [, n] of text.matchAll(/^(?:- .*|Concerns): (\d+)/gm)) expect(Number(n)).toBeGreaterThanOrEqual(5);
        for (const [, n] of page.matchAll(/>(\d+) </g)) expect(Number(n)).toBeGreaterThanOrEqual(5);
        const { total, endings: ended } = toldOf(tally);
        expect(total).toBe(shownOf(weeks.flat().length));
        for (const [ending, n] of Object.entries(ended ?? {}))
          expect(n).toBe(shownOf(weeks.flat().filter((each) => each.ending === ending).length));
      }),
      { numRuns: 100 },
    );
  });
});

describe('terms', () => {
  const day = fc.integer({ min: 0, max: 1_500 }).map((ahead) => daysLater('2026-01-01', ahead));

  test('no week is in two of them, each is whole, and none is told before it is over and its last week is settled', () => {
    fc.assert(
      fc.property(day, (today) => {
        const terms = termsOver(today);
        expect(terms.length).toBeGreaterThan(1);
        const mondays = terms.flatMap((term) => term.mondays).toSorted();
        expect(new Set(mondays).size).toBe(mondays.length);
        mondays.forEach((monday, i) => {
          expect(weekdayOf(monday)).toBe('monday');
          if (i > 0) expect(daysLater(mondays[i - 1] ?? '', 7)).toBe(monday);
        });
        expect(daysLater(mondays.at(-1) ?? '', 14) <= today).toBe(true);
        expect(nextReport(today) > today).toBe(true);
        expect(termsOver(nextReport(today))[0]?.name).not.toBe(terms[0]?.name);
        expect(mondayOf(daysLater(mondays[0] ?? '', 6))).toBe(mondays[0]);
      }),
    );
  });

  test('are named by their months', () => {
    expect(termsOver('2027-01-11').map(({ name }) => name)[0]).toBe('September to December 2026');
    expect(termsOver('2027-01-10').map(({ name }) => name)[0]).toBe('May to August 2026');
    expect(nextReport('2026-11-27')).toBe('2027-01-11');
  });
});

test('the page holds nothing but text: a name with markup in it is a name', () => {
  const report = { site: '<img src=x>', terms: [], next: '2027-01-11' };
  expect(termHtml(report, '2026-11-27')).not.toContain('<img');
});
