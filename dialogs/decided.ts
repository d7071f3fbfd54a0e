/** What the rules say of the answers so far: what was never asked takes its mildest value. */
import { decide } from '../rules/decide.ts';
import { type Facts, settled } from '../rules/facts.ts';
import { onceFor } from './once.ts';

export const settledOnce = onceFor(settled);

/**
 * A turn reads the answers more than once, and each reading comes to the same facts. Closed values of nobody in
 * particular; gone with the process.
 */
const decidedOnce = onceFor((facts: Facts) => decide(facts), JSON.stringify);

export function decidedOn(facts: Facts) {
  return decidedOnce(settledOnce(facts));
}
