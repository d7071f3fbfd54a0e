import { describe, expect, it } from 'vitest';
import { chosenMoment } from '../../../src/channels/web/clock.ts';

const moment = (choice: Parameters<typeof chosenMoment>[0], now: string) =>
  chosenMoment(choice, new Date(now)).toISOString();

describe('the clock of a trial', () => {
  it('is the machine’s own at "now"', () => {
    expect(moment('now', '2026-11-23T20:12:00Z')).toBe('2026-11-23T20:12:00.000Z');
  });

  it('goes to 18:30 in London on the coming Friday', () => {
    expect(moment('friday-evening', '2026-11-23T20:12:00Z')).toBe('2026-11-27T18:30:00.000Z');
    expect(moment('friday-evening', '2026-07-06T09:00:00Z')).toBe('2026-07-10T17:30:00.000Z');
  });

  it('is today’s evening on a Friday before 18:30, and next week’s after it', () => {
    expect(moment('friday-evening', '2026-11-27T18:29:00Z')).toBe('2026-11-27T18:30:00.000Z');
    expect(moment('friday-evening', '2026-11-27T18:31:00Z')).toBe('2026-12-04T18:30:00.000Z');
  });

  it('goes to the next Christmas Eve, which after Christmas is next year’s', () => {
    expect(moment('christmas-eve', '2026-11-23T20:12:00Z')).toBe('2026-12-24T18:30:00.000Z');
    expect(moment('christmas-eve', '2026-12-27T10:00:00Z')).toBe('2027-12-24T18:30:00.000Z');
  });

  it('takes any day and time as the clock on a wall in London shows it', () => {
    expect(moment({ day: '2026-06-01', minute: 9 * 60 }, '2026-11-23T20:12:00Z')).toBe('2026-06-01T08:00:00.000Z');
    expect(moment({ day: '1970-01-01', minute: 0 }, '2026-11-23T20:12:00Z')).toBe('1969-12-31T23:00:00.000Z');
  });
});
