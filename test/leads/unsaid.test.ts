/** What a reporter hears after a long silence: the newest of who was told and who has it, and all that is still asked. */
import { expect, it } from 'vitest';
import type { Happening } from '../../dialogs/leads/concern/concern-view.ts';
import { unsaidNow } from '../../src/leads/notify/place-card.ts';

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 27, 9, minutes));
const told = (minutes: number): Happening => ({ at: at(minutes), what: 'told', level: minutes, places: ['Lead'] });
const asks: Happening = { at: at(20), what: 'contact', who: 'Lead' };

it('only the newest of what is stale, what is asked of them all the same, and everything of the last minutes', () => {
  expect(unsaidNow([told(0), told(15), asks, told(30)], at(120))).toEqual([asks, told(30)]);
  expect(unsaidNow([told(0), told(15)], at(16))).toEqual([told(15)]);
  expect(unsaidNow([told(14), told(15)], at(16))).toEqual([told(14), told(15)]);
  expect(unsaidNow([], at(16))).toEqual([]);
});

it('of one duty only what was said of it last', () => {
  const says = (what: 'done' | 'undone', duty: string): Happening => ({ at: at(1), what, who: 'Lead', duty });
  const [told, back, again] = [says('done', 'police'), says('undone', 'police'), says('done', 'police')];
  const other = says('done', 'lado');
  expect(unsaidNow([told, other, back], at(2))).toEqual([other, back]);
  expect(unsaidNow([told, back, asks, again], at(2))).toEqual([asks, again]);
});
