/** By when "today" is. */
import { describe, expect, test } from 'vitest';
import { todayBy } from '../../dialogs/answer/today.ts';
import { sayNeeded } from '../../dialogs/leads/concern/duties.ts';
import { noticeLimit } from '../../dialogs/leads/concern/limit.ts';
import { sayTime } from '../../dialogs/said.ts';
import type { State } from '../../dialogs/state.ts';
import type { Context, Outcome } from '../../dialogs/steps.ts';
import { neededWords } from '../../dialogs/words/leads.ts';
import type { Hours } from '../../rules/hours.ts';
import type { Organisation } from '../../rules/local.ts';
import { localDutySchema } from '../../rules/local-duties.ts';
import { answerOf, finished } from '../support/answers.ts';
import { pathWith, viewOf, type Worked, workedOut } from '../support/concern-views.ts';
import { example, type MomentName } from '../support/every-message.ts';

const always: Hours = { kind: 'always' };
const office = { from: 9 * 60, to: 17 * 60 };
const weekly: Hours = {
  kind: 'weekly',
  days: {
    monday: [office],
    tuesday: [office],
    wednesday: [office],
    thursday: [office],
    friday: [office],
    saturday: [],
    sunday: [],
  },
  bankHolidays: [],
};
/** An office with known hours, and a council that wants to hear of every case of bullying on the same day. */
const organisation: Organisation = {
  ...example,
  councils: example.councils.map((council) => ({
    ...council,
    childrensSocialCare: council.childrensSocialCare && {
      ...council.childrensSocialCare,
      officeHours: council.childrensSocialCare.officeHours && {
        ...council.childrensSocialCare.officeHours,
        hours: weekly,
      },
    },
  })),
  localDuties: [
    localDutySchema.parse({
      id: 'bullying-same-day',
      kind: 'route',
      when: { topics: ['bullying'] },
      route: 'childrens-social-care',
      actor: 'lead',
      strength: 'must',
      deadline: 'today',
      text: 'Tell social care of it the same day.',
      source: 'A test',
    }),
  ],
};
const bullying = (moment: MomentName, among = organisation) =>
  workedOut(pathWith('bullying', { danger: 'no', aboutBullying: 'none' }), moment, among);
const by = ({ outcome, context }: Worked, now = context.now) => todayBy(outcome, { ...context, now });
const withoutDay = { ...organisation, sites: organisation.sites.map((site) => ({ ...site, day: always })) };

describe('today, by the time at which people can still be reached', () => {
  test('is before the day at the site ends, where that is before the office closes', () => {
    expect(by(bullying('a normal morning'))).toEqual(new Date('2026-11-25T16:30:00Z'));
  });

  test('is before the office closes that must hear of it, where the site has no end of day', () => {
    expect(by(bullying('a normal morning', withoutDay))).toEqual(new Date('2026-11-25T17:00:00Z'));
  });

  test('is before the last on cover goes off, once neither closes any more', () => {
    expect(by(bullying('a normal morning'), new Date('2026-11-25T17:15:00Z'))).toEqual(
      new Date('2026-11-25T18:00:00Z'),
    );
  });

  test('is when the next people are told, where the office is closed and nobody is on cover', () => {
    expect(by(bullying('Friday at 18:30'))).toEqual(new Date('2026-11-27T19:00:00Z'));
  });

  test('is never midnight and never another day, at any moment of a week', () => {
    const from = Date.parse('2026-11-23T00:00:00Z');
    const worked = bullying('a normal morning');
    for (let quarter = 0; quarter < 7 * 96; quarter++) {
      const now = new Date(from + quarter * 15 * 60_000 + 10 * 60_000);
      const time = by(worked, now) as Date;
      expect(time.getTime()).toBeGreaterThan(now.getTime());
      expect(time.toISOString()).not.toMatch(/T00:00/);
      expect(time.toISOString().slice(0, 10)).toBe(now.toISOString().slice(0, 10));
    }
  });

  test('is not known where the clock is not', () => {
    expect(by(bullying('a normal morning'), new Date(0))).toBeUndefined();
  });
});

describe('the card and the notice alike', () => {
  test('now on both, or today by the same time, on every kind of concern', () => {
    const seen = new Set<string>();
    for (const { state, context } of finished(60)) {
      const { outcome, plan, context: known } = answerOf(state, context);
      expect(plan.time.kind).toBe(noticeLimit(outcome.decision));
      const { title } = { title: sayNeeded(viewOfReport(state, outcome, known), context.now) };
      const card = plan.time.kind === 'today' && plan.time.by ? sayTime(plan.time.by) : undefined;
      if (card) expect(title).toContain(card);
      else expect(title).toBe(plan.time.kind === 'now' ? neededWords.now : neededWords.today);
      seen.add(plan.time.kind);
    }
    expect([...seen].toSorted()).toEqual(['now', 'today']);
  });
});

/** As src/leads makes it, of what decides its title. */
const viewOfReport = (state: State, outcome: Outcome, context: Context) => {
  const time = todayBy(outcome, context);
  return viewOf({
    stage: 'open',
    limit: noticeLimit(outcome.decision),
    raisedAt: context.now,
    concern: { state, outcome, context },
    ...(time ? { by: time } : {}),
  });
};
