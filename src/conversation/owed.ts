/** What the store keeps sealed for a conversation, besides its entries: where the reply goes and what it shows. */
import { z } from 'zod';
import { type Entry, entrySchema } from '../../dialogs/state.ts';
import { viewSchema } from '../../dialogs/view.ts';
import { padded, type Seal, SealBroken } from '../seal/seal.ts';
import { packed, unpacked } from './carried.ts';

const addressSchema = z.record(z.string(), z.string());
const channelSchema = z.enum(['web', 'slack', 'teams']);

/** A reply owed: all that is needed to compute it again after a crash, and no words of anybody. */
const replySchema = z.strictObject({
  channel: channelSchema,
  tenant: z.string(),
  person: z.string(),
  to: addressSchema,
  /** The moment of report, in milliseconds since 1970. */
  at: z.number(),
  view: viewSchema,
  /** The end of the sealed entry this turn wanted to add. Not the last entry stored: the press was too late. */
  wanted: z.string().optional(),
  /** The question's card that was pressed: it loses its buttons, however old it is. */
  pressed: z.strictObject({ question: z.string(), card: addressSchema }).optional(),
  /** Names of what was typed since the last reply that arrived: a platform may send it twice. They reveal no word. */
  typed: z.array(z.string()).max(4).optional(),
});
export type Reply = z.infer<typeof replySchema>;

/** Question cards that were posted, so that the next turn can take their buttons away. */
const cardsSchema = z.array(
  z.strictObject({
    question: z.string(),
    card: addressSchema,
    /** Of a card that lists people, or names whom to ring: a mark of who stood on it. */
    shown: z.string().optional(),
  }),
);
const carriedSchema = z.array(entrySchema);

export type Cards = z.infer<typeof cardsSchema>;

/** Bytes. An answer, a tick list or a pick of one person fills one block. */
const blocks = { entry: 128, reply: 512, cards: 1_024 } as const;

/** Seals and opens each kind for the one place it is kept in. */
export interface OwedSeal {
  entry(entry: Entry, key: string): string;
  entries(sealed: readonly string[], key: string): readonly Entry[];
  reply(reply: Reply, key: string): string;
  openReply(sealed: string, key: string): Reply;
  cards(cards: Cards, key: string): string;
  openCards(sealed: string | null, key: string): Cards;
  /** Entries that a button carries: few characters. */
  carried(entries: readonly Entry[], key: string): string;
  openCarried(sealed: string, key: string): readonly Entry[];
}

/** Every `open`: @throws {SealBroken} when it was altered, belongs elsewhere, or is of a shape this version does not know. */
export function createOwedSeal(seal: Seal): OwedSeal {
  const put = (use: keyof typeof blocks) => (value: unknown, key: string) =>
    seal.seal(padded(value, blocks[use]), `${key}|${use}`);
  const take =
    <T>(use: string, schema: z.ZodType<T>) =>
    (sealed: string, key: string): T => {
      const parsed = schema.safeParse(parseJson(seal.open(sealed, `${key}|${use}`)));
      if (!parsed.success) throw new SealBroken(`A stored ${use} has a shape this version does not know.`);
      return parsed.data;
    };
  const openEntry = take('entry', entrySchema);
  const openCards = take('cards', cardsSchema);
  return {
    entry: put('entry'),
    entries: (sealed, key) => sealed.map((each) => openEntry(each, key)),
    reply: put('reply'),
    openReply: take('reply', replySchema),
    cards: put('cards'),
    openCards: (sealed, key) => (sealed === null ? [] : openCards(sealed, key)),
    carried: (entries, key) => seal.seal(packed(entries), `${key}|carried`),
    openCarried(sealed, key) {
      const text = seal.open(sealed, `${key}|carried`);
      try {
        return carriedSchema.parse(unpacked(text));
      } catch (cause) {
        throw new SealBroken('What a button carries was packed by another version.', { cause });
      }
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
