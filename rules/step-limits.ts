/** Limits that a rule sets for others: look-ups say them from here, so that the number stands in one place. */
import { rules } from './rules.ts';

/** @throws {Error} where no rule gives the step working days: a look-up would speak of a limit that is not there. */
export function workingDaysFor(step: string): number {
  for (const { says } of rules)
    for (const said of says)
      if (said.kind === 'next' && said.id === step && said.deadline.kind === 'workingDays') return said.deadline.days;
  throw new Error(`No rule gives the step ${step} a number of working days`);
}
