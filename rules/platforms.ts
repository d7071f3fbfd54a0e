/** Sites, apps and games that children use: where each takes reports. What could not be confirmed is absent. */
import { z } from 'zod';
import data from './data/platforms.json' with { type: 'json' };

const platform = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Other names, old ones included; searched, not shown. */
  aliases: z.array(z.string()).optional(),
  /** The platform's own page on reporting. Absent: none was seen. */
  reportUrl: z.url().optional(),
  /** Where its report button is, in a sentence. */
  how: z.string(),
  /** Meant for people of 18 and over, so a child's account is a concern in itself. */
  adults: z.literal(true).optional(),
  /** It no longer runs. */
  closed: z.literal(true).optional(),
  lastChecked: z.iso.date(),
  /** The page that it was read on. */
  source: z.url().optional(),
});

export const platformsFileSchema = z.strictObject({ platforms: z.array(platform) });
export type SocialPlatform = Readonly<z.infer<typeof platform>>;

export const platforms = data.platforms as readonly SocialPlatform[];
