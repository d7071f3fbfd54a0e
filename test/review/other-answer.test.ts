import { expect, test } from 'vitest';
import { otherAnswer } from '../../src/review/other-answer.ts';

test('of one choice each other one; of ticks one more, one fewer, or none of them', () => {
  expect(otherAnswer(['yes'], 'no', true)).toEqual({ values: ['no'], how: 'instead' });
  expect(otherAnswer(['yes'], 'yes', true)).toBeUndefined();
  expect(otherAnswer(['a', 'b'], 'c', false)).toEqual({ values: ['a', 'b', 'c'], how: 'as well' });
  expect(otherAnswer(['a', 'b'], 'b', false)).toEqual({ values: ['a'], how: 'without' });
  expect(otherAnswer(['a'], 'a', false)).toBeUndefined();
  expect(otherAnswer(['a', 'b'], 'none', false)).toEqual({ values: ['none'], how: 'instead' });
  expect(otherAnswer(['none'], 'a', false)).toEqual({ values: ['a'], how: 'as well' });
});
