/** A duty as an order, where it does not depend on the place. */
import { isInDoubt } from '../../rules/in-doubt.ts';
import type { Duty } from '../../rules/outcome.ts';
import { emergencyInDoubt, routeWords } from '../words/decision.ts';

/** Ringing 999 is an order only where somebody is in danger; in doubt it waits for one answer, for minutes. */
export function orderOf(duty: Pick<Duty, 'route' | 'because'>): string {
  if (duty.route === 'emergency' && isInDoubt(duty)) return emergencyInDoubt;
  return routeWords[duty.route].order;
}
