/** One number, one place: a limit changed in the rules, or in what keeps things, changes every word that says it. */
import { readdirSync } from 'node:fs';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { lookUp } from '../../dialogs/look-up.ts';
import { plainText } from '../../dialogs/plain.ts';
import { linkMinutes } from '../../dialogs/words/pages.ts';
import { committedCalendar as calendar } from '../../rules/calendar.ts';
import type { Rule } from '../../rules/rule.ts';

const moment = new Date('2026-11-25T10:00:00Z');
const said = (query: string) => plainText(lookUp(query, { moment, calendar }));

describe('one number, one place', () => {
  afterEach(() => {
    for (const file of ['../../rules/known-adult.ts', '../../rules/waiting.ts', '../../dialogs/keeping.ts'])
      vi.doUnmock(file);
    vi.resetModules();
  });

  it("the LADO's limit in the checklists is the rule's own", async () => {
    expect(said('checklist:lado#0')).toContain('within 5 working days');
    vi.resetModules();
    vi.doMock('../../rules/known-adult.ts', async (original) => {
      const file = await original<{ readonly knownAdultRules: readonly Rule[] }>();
      return { ...file, ...withLimit(file, 7) };
    });
    const changed = await import('../../dialogs/look-up.ts');
    const now = (query: string) => plainText(changed.lookUp(query, { moment, calendar }));
    expect(now('checklist:lado#0')).toContain('within 7 working days');
    expect(now('checklist:strategy-meeting#0')).toContain('due in 7 working days');
    expect(now('checklist:lado#0')).not.toContain('5 working days');
  });

  it('every word on waiting and keeping says the number that the program goes by', async () => {
    vi.resetModules();
    vi.doMock('../../rules/waiting.ts', () => ({ minutesInDanger: 7, minutesForALead: 21 }));
    vi.doMock('../../dialogs/keeping.ts', () => ({ workplaceDays: 61, eraseDays: 3, countedDays: 17, settleDays: 23 }));
    const words = await Promise.all(
      readdirSync(new URL('../../dialogs/words/', import.meta.url)).map(
        (file) => import(`../../dialogs/words/${file}`),
      ),
    );
    const { everyEntry, lookUp } = await import('../../dialogs/look-up.ts');
    const entries = everyEntry().map(({ id }) => plainText(lookUp(id, { moment, calendar })));
    const all = [JSON.stringify(words), ...entries].join('\n');
    const numbers = [...all.matchAll(/\b(\d+) (minutes|days)\b/g)].map(([said]) => said);
    const wanted = ['7 minutes', '21 minutes', '61 days', '3 days', '17 days', '23 days', `${linkMinutes} minutes`];
    expect(new Set(numbers)).toEqual(new Set(wanted));
  });

  /** The same rules, with another limit wherever one is set in working days. */
  function withLimit(file: object, days: number): object {
    return JSON.parse(
      JSON.stringify(file, (key, value) => (key === 'days' && typeof value === 'number' ? days : value)),
    );
  }
});
