/** What the page may ask for, one at a time, by `POST /try/act`. */
import { z } from 'zod';
import { presets, waits } from './clock.ts';

const session = z.string().min(1).max(100);
/** As whom of the leads' side; left out: as the worried person. */
const as = z.string().min(1).max(100).optional();

const customMoment = z.strictObject({ day: z.iso.date(), minute: z.int().min(0).max(1439) });

export const actSchema = z.discriminatedUnion('act', [
  /** Comes back to a session that is still kept; otherwise begins one. */
  z.strictObject({ act: z.literal('open'), session: session.optional() }),
  z.strictObject({
    act: z.literal('press'),
    session,
    as,
    token: z.string().max(2_000),
    ticked: z.array(z.string().max(150)).max(50).optional(),
  }),
  z.strictObject({ act: z.literal('text'), session, as, text: z.string().min(1) }),
  /** Somebody attached a picture. There is none: nothing of one could be passed on. */
  z.strictObject({ act: z.literal('file'), session }),
  z.strictObject({ act: z.literal('clock'), session, to: z.union([z.enum(presets), customMoment]) }),
  /** What comes due meanwhile comes due. */
  z.strictObject({ act: z.literal('pass'), session, wait: z.enum(waits) }),
  /** Both begin a new session, with a new person; nothing of the old one is kept. */
  z.strictObject({ act: z.literal('organisation'), session, organisation: z.string().max(200) }),
  z.strictObject({ act: z.literal('reset'), session }),
]);

export type PageAct = z.infer<typeof actSchema>;
