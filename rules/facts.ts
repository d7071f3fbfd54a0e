/**
 * The facts: everything the procedure turns on, as closed values. Nobody's words, names or ages.
 *
 * `unsure` is a real answer and counts as worry (practice names three exceptions; see imagery.ts).
 * A missing fact is never "no".
 */
import { z } from 'zod';

export const topics = [
  'blackmail',
  'imagery',
  'adult',
  'exposure',
  'bullying',
  'extremism',
  'harmfulSites',
  'content',
  'domesticAbuse',
  'other',
] as const;
export type Topic = (typeof topics)[number];

const yesNoUnsure = ['yes', 'no', 'unsure'] as const;

/** Every fact that can be asked, with its closed values. The last value of each is the doubtful one. */
export const factValues = {
  /** Somebody could come to harm now: a child, or nobody but an adult. */
  danger: ['yes', 'onlyAdult', 'no', 'unsure'],
  adultInvolved: yesNoUnsure,
  adultKnown: yesNoUnsure,
  /** Asked where "a stranger met only online" does not fit another answer. */
  knownAfterAll: yesNoUnsure,
  positionOfTrust: ['yes', 'household', 'no', 'unsure'],
  blackmail: yesNoUnsure,
  pressureOrGrooming: yesNoUnsure,
  capacity: yesNoUnsure,
  contentConcern: yesNoUnsure,
  sexualActsUnder13: yesNoUnsure,
  under13: yesNoUnsure,
  passedOn: yesNoUnsure,
  harmConcern: yesNoUnsure,
  tellingParentsRisky: yesNoUnsure,
  adultConduct: ['images', 'contact', 'both', 'unsure'],
  /** Anything sexual or secret in the contact, a gift, or meeting alone. Only a clear no makes contact calm. */
  contactSigns: yesNoUnsure,
  knownChildrenInImages: yesNoUnsure,
  childContact: ['livesWith', 'unsupervised', 'otherContact', 'none', 'unsure'],
  materialSeen: ['abuseImages', 'pornography', 'unsure'],
  encouraged: yesNoUnsure,
  /** An adult, or somebody who may be one, showed it to the child. */
  byAdult: yesNoUnsure,
  childrenAtHome: yesNoUnsure,
  upskirting: yesNoUnsure,
  possibleCrime: yesNoUnsure,
  severe: yesNoUnsure,
  nudesInvolved: yesNoUnsure,
  /** Sexual messages, or pressure to do or send something sexual, by another child. */
  sexualPressure: yesNoUnsure,
  exploitation: yesNoUnsure,
  extremistMaterial: yesNoUnsure,
  terrorContent: yesNoUnsure,
  supportsExtremism: yesNoUnsure,
  /** On massacres or mass violence. An ideology is not needed. */
  fixedOnViolence: yesNoUnsure,
  /** An attack is talked of, threatened or planned, for any day. */
  attackThreat: yesNoUnsure,
  obsessed: yesNoUnsure,
  contentKind: ['childAbuseImages', 'onlineContact', 'terrorism', 'harmful', 'unsure'],
  childKnown: yesNoUnsure,
  /** Told as how an adult behaves who works or volunteers with children. */
  staffConduct: yesNoUnsure,
  /** The four tests of Keeping Children Safe in Education, part four: each is met where it may be so. */
  staffHarmed: yesNoUnsure,
  staffCrime: yesNoUnsure,
  staffRisk: yesNoUnsure,
  staffUnsuitable: yesNoUnsure,
  /** Somebody of the reporter's own place, or their family, may be part of it. */
  colleague: yesNoUnsure,
} as const satisfies Record<string, readonly string[]>;

export type Fact = keyof typeof factValues;
export type ValueOf<F extends Fact> = (typeof factValues)[F][number];
export const facts = Object.keys(factValues) as Fact[];

/** What kind of place the reporter works in. Read from the organisation file, never asked. */
export const settings = ['school', 'socialCare', 'youthWork', 'fostering', 'other'] as const;
export type Setting = (typeof settings)[number];

/** Facts about one concern. `topics` holds at least one; every other fact may still be missing. */
export type Facts = { readonly topics: readonly Topic[]; readonly setting?: Setting } & {
  readonly [F in Fact]?: ValueOf<F>;
};

/** Facts from outside (the command line, a stored conversation): unknown names and values are refused. */
export const factsSchema: z.ZodType<Facts> = z.strictObject({
  topics: z
    .array(z.enum(topics))
    .min(1)
    .refine((chosen) => new Set(chosen).size === chosen.length, 'name each topic once'),
  setting: z.enum(settings).optional(),
  ...Object.fromEntries(facts.map((fact) => [fact, z.enum(factValues[fact]).optional()])),
}) as unknown as z.ZodType<Facts>;

/**
 * Fills what was never asked with its mildest value. Only for facts that the questions have shown not to matter:
 * a test proves that on every finished path no other value would change the decision.
 */
export function settled(known: Facts): Facts {
  // Contact is calm only where somebody has said so.
  const { contactSigns: _, ...withoutSigns } = mildest;
  return { ...(known.adultConduct === 'contact' ? withoutSigns : mildest), ...known };
}

const mildest: Omit<Facts, 'topics'> = Object.fromEntries(
  facts.flatMap((fact) => {
    const values: readonly string[] = factValues[fact];
    const mild = values.find((value) => value === 'no' || value === 'none');
    return mild ? [[fact, mild]] : [];
  }),
);
