/** Short ways to read a decision, and random concerns. */
import fc from 'fast-check';
import { facts as everyFact, type Facts, factValues, topics } from '../../rules/facts.ts';
import type { Advice, Deadline, Decision, Duty, Route } from '../../rules/outcome.ts';
import { effective } from './space.ts';

/** Any topics, any setting or none, any facts, each perhaps missing. */
export const anyConcern: fc.Arbitrary<Facts> = fc
  .record(
    {
      topics: fc.subarray([...topics], { minLength: 1 }),
      setting: fc.constantFrom('school', 'socialCare', 'youthWork', 'fostering', 'other'),
      ...Object.fromEntries(everyFact.map((fact) => [fact, fc.constantFrom(...factValues[fact])])),
    },
    { requiredKeys: ['topics'] },
  )
  .map((facts) => facts as unknown as Facts);

/** What is due: everything stronger than "may". */
export const due = (decision: Decision): readonly Duty[] =>
  decision.duties.filter(({ strength }) => strength !== 'may');
export const dueRoutes = (decision: Decision): readonly Route[] => due(decision).map(({ route }) => route);
export const duty = (decision: Decision, route: Route): Duty | undefined =>
  decision.duties.find((one) => one.route === route);
export const ids = (advice: readonly Advice[]): readonly string[] => advice.map(({ id }) => id);

/** How long a person may take, whoever set the limit: smaller is sooner. */
export function felt(deadline: Deadline): number {
  if (deadline.kind === 'workingDays') return 10 + deadline.days;
  if (deadline.kind === 'today') return deadline.urgent ? 1 : 2;
  return { now: 0, today: 2, 'no limit': 1000 }[effective(deadline)] as number;
}
