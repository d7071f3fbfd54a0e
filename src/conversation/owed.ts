/** What the store keeps sealed for a conversation, besides its entries: where the reply goes and what it shows. */
import { z } from 'zod';
import { type Entry, entrySchema } from '../../dialogs/state.ts';
import { viewSchema } from '../../dialogs/view.ts';
import { addressSchema, channelName } from '../contract.ts';
import { createCodec } from '../seal/codec.ts';
import { type Seal, SealBroken } from '../seal/seal.ts';
import type { EntryPlace } from '../seal/sequence.ts';
import { packed, unpacked } from './carried.ts';

/** A reply owed: all that is needed to compute it again after a crash, and no words of anybody. */
const replySchema = z.strictObject({
  channel: channelName,
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
const blocks = { reply: 512, cards: 1_024 } as const;
const entryBlock = 128;

/** Seals and opens each kind for the one place it is kept in. */
export interface OwedSeal {
  entry(entry: Entry, key: string, place: EntryPlace): string;
  /** @param revision of the key with all of these */
  entries(sealed: readonly string[], key: string, revision: number): readonly Entry[];
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
  const codec = createCodec(seal);
  const put = (use: keyof typeof blocks) => codec.put(use, blocks[use]);
  const { take } = codec;
  const entries = codec.sequence('entry', entryBlock, entrySchema);
  const openCards = take('cards', cardsSchema);
  return {
    entry: entries.put,
    entries: entries.take,
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
