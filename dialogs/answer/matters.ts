/** What a service must fit to be named: the things that not every service is for. */
import type { Matter } from '../../rules/services.ts';
import type { Outcome } from '../steps.ts';

export function mattersOf({ facts: { topics } }: Outcome): readonly Matter[] {
  return [
    ...(topics.includes('blackmail') ? (['child-blackmailed'] as const) : []),
    ...(topics.includes('imagery') ? (['image-of-under-18'] as const) : []),
  ];
}
