/** What the store keeps sealed for the leads: a concern's entries, what comes due, where notices stand, who did what. */
import { z } from 'zod';
import { endings, type Tally } from '../../../dialogs/leads/admin/tally.ts';
import { topics } from '../../../rules/facts.ts';
import { type Address, addressSchema, channelName } from '../../contract.ts';
import { createCodec } from '../../seal/codec.ts';
import type { Seal } from '../../seal/seal.ts';
import type { EntryPlace } from '../../seal/sequence.ts';
import { type ConcernEntry, concernEntrySchema, reportSchema } from './concern.ts';
import { type OpenLine, openLineSchema } from './open-line.ts';
import { openScreenSchema, shownSchema } from './screens.ts';

/** Bytes. Most of what is kept for the leads fills one block. */
const block = 512;

const tenant = { channel: channelName, tenant: z.string() };

/** Owed by a concern: bring every place up to date. */
const spreadSchema = z.strictObject({ ...tenant });
export type Spread = z.infer<typeof spreadSchema>;

/** Owed to one place: bring it up to date. `again`: its card is gone, post a new one. */
const placeSchema = z.strictObject({
  ...tenant,
  concern: z.string(),
  /** A destination, or the person who raised it. */
  destination: z.string(),
  again: z.boolean().optional(),
  /** A lead of this place asked to see this. */
  shown: shownSchema.optional(),
});
export type PlaceOwed = z.infer<typeof placeSchema>;

/** Where a notice stands at one place: its card, and how much of the history was said there. */
const standSchema = z.strictObject({
  card: addressSchema.optional(),
  upTo: z.int(),
  /** They opened it: from then on its card is drawn with what it is about. */
  opened: z.boolean().optional(),
  /** Of the press that was answered last there. */
  shown: z.string().optional(),
  /** What stands there in the place of their card, until they go back. */
  screen: openScreenSchema.optional(),
  /** What they were reminded of there, and when: it stands there until they look, or it is settled. */
  reminded: z.strictObject({ at: z.number(), duties: z.array(z.string()) }).optional(),
  /** They may know no longer: it says that it has ended, and is left alone. */
  ended: z.boolean().optional(),
});
export type Stand = Omit<z.infer<typeof standSchema>, 'card'> & { readonly card?: Address };

/** Comes due: a report of a conversation, or a timer of a concern. */
const itemSchema = z.discriminatedUnion('item', [
  z.strictObject({ item: z.literal('report'), concern: z.string(), report: reportSchema }),
  /** A person told at this moment is texted; or, after that, the service is asked what became of it. */
  z.strictObject({
    item: z.literal('text'),
    ...tenant,
    concern: z.string(),
    person: z.string(),
    at: z.number(),
    /** How often it was asked before. Absent: it is to be sent. */
    asked: z.int().optional(),
  }),
  z.strictObject({
    item: z.literal('timer'),
    ...tenant,
    concern: z.string(),
    timer: z.discriminatedUnion('for', [
      z.strictObject({ for: z.literal('tell'), level: z.int(), due: z.number() }),
      z.strictObject({ for: z.literal('duty'), duty: z.string(), again: z.boolean(), due: z.number() }),
      z.strictObject({ for: z.literal('end'), due: z.number() }),
    ]),
  }),
]);
export type LeadItem = z.infer<typeof itemSchema>;
/** What adds to a concern. */
export type ConcernItem = Exclude<LeadItem, { item: 'text' }>;

/** Who acknowledged a test notice of a site and when, and where the newest one stands. */
const setupSchema = z.strictObject({
  seen: z.strictObject({ by: z.string(), at: z.number() }).optional(),
  card: addressSchema.optional(),
});
export type SetUp = z.infer<typeof setupSchema>;

/** Why the newest notice did not reach a site's channel: the platform's code. */
const troubleSchema = z.strictObject({ reason: z.string(), at: z.number() });
export type PlaceTrouble = z.infer<typeof troubleSchema>;

/** Who was named for each site when the organisation file was last looked at, as marks. */
const peopleSchema = z.record(z.string(), z.string());

/** When the app was removed from a workspace. */
const leftSchema = z.strictObject({ at: z.number() });

/** What an administrator did. `who`: their place in the organisation file; for a test that was seen, the lead's id. */
const actSchema = z.strictObject({
  at: z.number(),
  who: z.string(),
  what: z.enum(['test-sent', 'test-seen', 'listed', 'exported', 'erased', 'erase-refused']),
  reference: z.string().optional(),
  site: z.string().optional(),
  /** The first of two people, where the second did it. */
  askedBy: z.string().optional(),
});
export type AdministratorAct = z.infer<typeof actSchema>;

/** Whatever the numbers, it fills one block. */
const countsBlock = 2 * block;
const counts = <K extends string>(names: readonly K[]) => z.record(z.enum(names), z.int().min(0));
const tallySchema = z.strictObject({
  raised: z.int().min(0),
  topics: counts(topics),
  endings: counts(endings),
  taken: z.array(z.int().min(0)),
  dealt: z.array(z.int().min(0)),
});

/** Every `open`: @throws {SealBroken} when it was altered, belongs elsewhere, or is of an unknown shape. */
export interface LeadsSeal {
  entry(entry: ConcernEntry, key: string, place: EntryPlace): string;
  openEntries(sealed: readonly string[], key: string, revision: number): readonly ConcernEntry[];
  spread(spread: Spread, key: string): string;
  openSpread(sealed: string, key: string): Spread;
  place(place: PlaceOwed, key: string): string;
  openPlace(sealed: string, key: string): PlaceOwed;
  stand(stand: Stand, key: string): string;
  openStand(sealed: string | null, key: string): Stand | undefined;
  item(item: LeadItem, key: string): string;
  openItem(sealed: string, key: string): LeadItem;
  setUp(setUp: SetUp, key: string): string;
  openSetUp(sealed: string, key: string): SetUp;
  trouble(trouble: PlaceTrouble, key: string): string;
  openTrouble(sealed: string, key: string): PlaceTrouble;
  people(people: Readonly<Record<string, string>>, key: string): string;
  openPeople(sealed: string, key: string): Readonly<Record<string, string>>;
  left(left: z.infer<typeof leftSchema>, key: string): string;
  openLeft(sealed: string, key: string): z.infer<typeof leftSchema>;
  act(act: AdministratorAct, key: string): string;
  openActs(sealed: readonly string[], key: string): readonly AdministratorAct[];
  line(line: OpenLine, key: string): string;
  openLine(sealed: string, key: string): OpenLine;
  counts(tally: Tally, key: string): string;
  openCounts(sealed: string, key: string): Tally;
  address(address: Address, key: string): string;
  openAddress(sealed: string, key: string): Address;
}

export function createLeadsSeal(seal: Seal): LeadsSeal {
  const codec = createCodec(seal);
  const put = (use: string) => codec.put(use, block);
  const { take } = codec;
  const entries = codec.sequence('concern', block, concernEntrySchema);
  const openStand = take('stand', standSchema);
  const openAct = take('act', actSchema);
  return {
    entry: entries.put,
    openEntries: entries.take,
    spread: put('spread'),
    openSpread: take('spread', spreadSchema),
    place: put('place'),
    openPlace: take('place', placeSchema),
    stand: put('stand'),
    openStand: (sealed, key) => (sealed === null ? undefined : (openStand(sealed, key) as Stand)),
    item: put('lead-item'),
    openItem: take('lead-item', itemSchema),
    setUp: put('set-up'),
    openSetUp: take('set-up', setupSchema),
    trouble: put('trouble'),
    openTrouble: take('trouble', troubleSchema),
    people: put('people'),
    openPeople: take('people', peopleSchema),
    left: put('left'),
    openLeft: take('left', leftSchema),
    act: put('act'),
    openActs: (sealed, key) => sealed.map((each) => openAct(each, key)),
    line: put('open-line'),
    openLine: take('open-line', openLineSchema),
    counts: codec.put('week-counts', countsBlock),
    openCounts: take('week-counts', tallySchema),
    address: put('address'),
    openAddress: take('address', addressSchema),
  };
}
