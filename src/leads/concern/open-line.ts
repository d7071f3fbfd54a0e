/** What one line of the list of open concerns holds: to count, filter and order by. Nothing of what it is about. */
import { z } from 'zod';

/** Moments in milliseconds since 1970. `picked`: marks of those who alone may know. */
export const openLineSchema = z.strictObject({
  raised: z.number(),
  owner: z.string().optional(),
  now: z.boolean(),
  by: z.number().optional(),
  late: z.number().optional(),
  picked: z.array(z.string()).optional(),
});
export type OpenLine = z.infer<typeof openLineSchema>;
