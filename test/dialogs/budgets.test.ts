import { describe, expect, test } from 'vitest';
import { measured } from '../support/budgets.ts';
import { contextOf, example, type MomentName } from '../support/every-message.ts';

/** In words. A figure above is a change to be cut, not a limit to be raised. */
describe('how much there is to read', { timeout: 90_000 }, () => {
  // All that `npm run -s words` prints is held; of another moment a share, since its words are the same.
  test.each<[MomentName, number]>([
    ['Friday at 18:30', 1],
    ['a normal morning', 8],
  ])('%s', (moment, apart) => {
    const { firstScreen, question, way, answer, part, leadCard, leadConcern } = measured(
      contextOf(example, moment),
      apart,
    );
    expect(firstScreen.most).toBeLessThanOrEqual(60);
    expect(question.median).toBeLessThanOrEqual(45);
    expect(question.most).toBeLessThanOrEqual(70);
    expect(way.median).toBeLessThanOrEqual(350);
    expect(way.most).toBeLessThanOrEqual(500);
    expect(answer.median).toBeLessThanOrEqual(120);
    expect(answer.most).toBeLessThanOrEqual(160);
    expect(part.most).toBeLessThanOrEqual(150);
    expect(leadCard.most).toBeLessThanOrEqual(70);
    expect(leadConcern.most).toBeLessThanOrEqual(250);
  });
});
