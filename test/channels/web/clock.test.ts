import { describe, expect, it } from 'vitest';
import { chosenMoment, createTrialClock, endOfWait, passTime } from '../../../src/channels/web/clock.ts';

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

describe('time that passes', () => {
  const until = (wait: Parameters<typeof endOfWait>[0], now: string) => endOfWait(wait, new Date(now)).toISOString();

  it('is ten minutes, an hour, or until 9:00 tomorrow in London, in winter and in summer', () => {
    expect(until('ten-minutes', '2026-11-23T23:55:00Z')).toBe('2026-11-24T00:05:00.000Z');
    expect(until('hour', '2026-11-23T23:55:00Z')).toBe('2026-11-24T00:55:00.000Z');
    expect(until('morning', '2026-11-23T08:00:00Z')).toBe('2026-11-24T09:00:00.000Z');
    expect(until('morning', '2026-10-24T12:00:00Z')).toBe('2026-10-25T09:00:00.000Z');
    expect(until('morning', '2026-07-06T12:00:00Z')).toBe('2026-07-07T08:00:00.000Z');
  });

  it('stops exactly at its end, with what is due by then done', async () => {
    const clock = createTrialClock(() => 0);
    const swept: number[] = [];
    await passTime(clock, new Date(5 * 60_000), async () => swept.push(clock.now() / 60_000));
    expect(swept).toEqual([2, 4, 5]);
    expect(clock.ahead()).toBe(5 * 60_000);
  });
});
