import { describe, expect, test } from 'vitest';
import { measured } from '../support/budgets.ts';
import { contextOf, example, type MomentName } from '../support/every-message.ts';

/** In words. A figure above is a change to be cut, not a limit to be raised. */
describe('how much there is to read', { timeout: 60_000 }, () => {
  test.each(['Friday at 18:30', 'a normal morning'] satisfies MomentName[])('%s', (moment) => {
    const { firstScreen, question, way, answer, part } = measured(contextOf(example, moment), 8);
    expect(firstScreen.most).toBeLessThanOrEqual(60);
    expect(question.median).toBeLessThanOrEqual(45);
    expect(question.most).toBeLessThanOrEqual(70);
    expect(way.median).toBeLessThanOrEqual(350);
    expect(way.most).toBeLessThanOrEqual(500);
    expect(answer.median).toBeLessThanOrEqual(120);
    expect(answer.most).toBeLessThanOrEqual(160);
    expect(part.most).toBeLessThanOrEqual(150);
  });
});
