/** What the history of a concern tells about who has it. */
import type { Happening } from './concern-view.ts';
import { sayMoment } from './times.ts';

/** When it was raised, or last became free again. */
export function freeSince(history: readonly Happening[], raisedAt: Date): Date {
  return (
    history.findLast(
      ({ what }) => what === 'untaken' || what === 'owner-gone' || what === 'parted' || what === 'site-gone',
    )?.at ?? raisedAt
  );
}

/** "Since Friday 27 November at 6.32pm.": when this person took it, or was handed it. */
export function since(owner: string, history: readonly Happening[]): string {
  const took = history.findLast(
    (each) => (each.what === 'taken' && each.who === owner) || (each.what === 'handed' && each.to === owner),
  );
  return took ? `Since ${sayMoment(took.at)}.` : '';
}
