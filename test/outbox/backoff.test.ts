import { describe, expect, it } from 'vitest';
import { backoff } from '../../src/outbox/backoff.ts';

describe('the pause before the next try', () => {
  it('doubles from 2 to 15 seconds, stays there for minutes, then doubles to 5 minutes and stays there', () => {
    const whole = [1, 2, 3, 4, 24, 25, 28, 29, 300].map((attempts) => backoff(attempts, 1));
    expect(whole).toEqual([2_000, 4_000, 8_000, 15_000, 15_000, 30_000, 240_000, 300_000, 300_000]);
  });

  it('is between half and the whole, so that many do not come back together', () => {
    expect(backoff(3, 0)).toBe(4_000);
    expect(backoff(3, 0.5)).toBe(6_000);
  });

  it('is never shorter than the platform asks for', () => {
    expect(backoff(1, 0, 30_000)).toBeGreaterThanOrEqual(30_000);
    expect(backoff(300, 1, 1)).toBeGreaterThanOrEqual(60_000);
  });
});
