/** Until when a lead is needed, where an office must hear of it today. */
import { describe, expect, test } from 'vitest';
import { tickable } from '../../../dialogs/leads/duties.ts';
import { leadNeededBy, officeCloses } from '../../../dialogs/leads/office.ts';
import type { Hours } from '../../../rules/hours.ts';
import type { Organisation } from '../../../rules/local.ts';
import { localDutySchema } from '../../../rules/local-duties.ts';
import { pathWith, workedOut } from '../../support/concern-views.ts';
import { example, type MomentName } from '../../support/every-message.ts';

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
const bullying = (moment: MomentName, among = organisation) => {
  const worked = workedOut(pathWith('bullying', { aboutBullying: 'none' }), moment, among);
  const duty = tickable(worked.outcome.decision.duties).find(({ route }) => route === 'childrens-social-care');
  return { worked, duty };
};

describe('what must reach an office today', () => {
  test('needs a lead before that office closes', () => {
    const { worked, duty } = bullying('a normal morning');
    const closes = new Date('2026-11-25T17:00:00Z');
    expect(leadNeededBy(worked)).toEqual(closes);
    expect(duty && officeCloses(duty, worked)).toEqual(closes);
  });

  test('needs one when the next people are told, where the office is closed and nobody is on cover', () => {
    expect(leadNeededBy(bullying('Friday at 18:30').worked)).toEqual(new Date('2026-11-27T19:00:00Z'));
  });

  test('needs one before the day at the site ends, where no office has to hear of it', () => {
    const { worked } = bullying('a normal morning', { ...example, localDuties: [] });
    expect(leadNeededBy(worked)).toEqual(new Date('2026-11-25T18:00:00Z'));
  });

  test('is never midnight, at any moment of a week', () => {
    const from = Date.parse('2026-11-23T00:00:00Z');
    for (let hour = 0; hour < 7 * 24; hour += 3) {
      const now = new Date(from + hour * 3_600_000 + 10 * 60_000);
      const { worked } = bullying('a normal morning');
      const by = leadNeededBy({ ...worked, context: { ...worked.context, now } });
      expect(by.getTime()).toBeGreaterThan(now.getTime());
      expect(by.toISOString()).not.toMatch(/T00:00/);
    }
  });
});
