import { describe, expect, test } from 'vitest';
import { measured } from '../support/budgets.ts';
import { contextOf, example, type MomentName } from '../support/every-message.ts';

/** Median and most, in words; see docs. A figure above is a change to be cut, not a limit to be raised. */
describe('how much there is to read', { timeout: 60_000 }, () => {
  test.each(['Friday at 18:30', 'a normal morning'] satisfies MomentName[])('%s', (moment) => {
    const { answer, part } = measured(contextOf(example, moment), 8);
    expect(answer.median).toBeLessThanOrEqual(120);
    expect(answer.most).toBeLessThanOrEqual(160);
    expect(part.most).toBeLessThanOrEqual(150);
  });
});
