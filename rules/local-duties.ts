/**
 * Local duties: what one organisation or council asks beyond the chapter. They add and tighten; they
 * take nothing away and make nothing later or weaker (apply-local.ts). One that
 * would loosen is refused when the file is read.
 */
import { z } from 'zod';
import { type Fact, facts as factNames, factValues, topics } from './facts.ts';
import { type Deadline, peopleRoutes, procedureRoutes, type Route, serviceRoutes } from './outcome.ts';
import { soonness } from './ranks.ts';

const slug = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is small letters, digits and hyphens, like "derby-lado-one-day"');

const routeSchema = z.enum([...peopleRoutes, ...procedureRoutes, ...serviceRoutes]);
const actorSchema = z.enum(['you', 'lead', 'socialCare', 'police', 'lado']);
/** `may` and "at least one of" are left out: a local rule that says less than "should" would only loosen. */
const strengthSchema = z.enum(['must', 'should'], 'a local rule says "must" or "should"; anything weaker would loosen');

const deadlineSchema = z.union(
  [
    z.literal('now').transform((): Deadline => ({ kind: 'now' })),
    z.literal('today').transform((): Deadline => ({ kind: 'today', urgent: false })),
    z
      .strictObject({ workingDays: z.int().min(1).max(20) })
      .transform(({ workingDays }): Deadline => ({ kind: 'workingDays', days: workingDays })),
  ],
  'write "now", "today", or { workingDays: 1 } with a whole number up to 20',
);

/** Answers that must all hold; of several values for one fact, any. */
const whenSchema = z.strictObject({
  topics: z.array(z.enum(topics)).min(1).optional(),
  ...(Object.fromEntries(
    factNames.map((fact) => [fact, z.array(z.enum(factValues[fact])).min(1).optional()]),
  ) as unknown as Record<Fact, z.ZodOptional<z.ZodArray<z.ZodString>>>),
});

const common = {
  id: slug,
  /** Only for this council: the child's, or for the LADO the one where the adult works. Without it, everywhere. */
  council: slug.optional(),
  when: whenSchema.optional(),
  /** What people read: one plain sentence. */
  text: z.string().min(1).max(300),
  source: z.string().min(1),
};

const writtenSchema = z.discriminatedUnion('kind', [
  /** Where the route is due anyway: an earlier deadline, a stronger word, or both. */
  z.strictObject({
    ...common,
    kind: z.literal('tighten'),
    route: routeSchema,
    deadline: deadlineSchema.optional(),
    strength: strengthSchema.optional(),
  }),
  /** A route that becomes due; where it is due anyway, as `tighten`. */
  z.strictObject({
    ...common,
    kind: z.literal('route'),
    route: routeSchema,
    actor: actorSchema,
    strength: strengthSchema,
    deadline: deadlineSchema,
  }),
  z.strictObject({ ...common, kind: z.literal('do'), actor: actorSchema, strength: strengthSchema }),
  z.strictObject({ ...common, kind: z.literal('dont'), actor: actorSchema, strength: strengthSchema }),
]);
export type LocalDuty = z.infer<typeof writtenSchema>;

export const localDutySchema: z.ZodType<LocalDuty> = writtenSchema.superRefine((duty, context) => {
  const problem = looserThanProcedure(duty);
  if (problem) context.addIssue({ code: 'custom', path: [problem.field], message: problem.said });
});

/** The latest a local rule may name for a route. The procedure, or our precaution, never leaves these later. */
const latestAllowed: Partial<Record<Route, Deadline>> = {
  emergency: { kind: 'now' },
  'safeguarding-lead': { kind: 'today', urgent: false },
  police: { kind: 'today', urgent: false },
  'childrens-social-care': { kind: 'today', urgent: false },
  'police-advice': { kind: 'today', urgent: false },
  'social-care-advice': { kind: 'today', urgent: false },
};
/** Wherever the rules make these due, it is with "must". */
const alwaysMust: readonly Route[] = ['emergency', 'safeguarding-lead', 'lado', 'procedure:exploitation'];

function looserThanProcedure(duty: LocalDuty): { field: 'deadline' | 'strength'; said: string } | undefined {
  if (duty.kind === 'do' || duty.kind === 'dont') return undefined;
  const latest = latestAllowed[duty.route];
  if (latest && duty.deadline && soonness(duty.deadline) > soonness(latest)) {
    const limit = latest.kind === 'now' ? '"now"' : '"today" or "now"';
    return {
      field: 'deadline',
      said: `this is later than the procedure allows for ${duty.route}; a local rule may only be tighter: write ${limit}, or take the rule out`,
    };
  }
  if (duty.strength === 'should' && alwaysMust.includes(duty.route))
    return {
      field: 'strength',
      said: `this is weaker than the procedure for ${duty.route}; a local rule may only be tighter: write "must", or take the rule out`,
    };
  return undefined;
}
