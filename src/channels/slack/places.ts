/** Where in Slack something is said. As an address it is kept sealed, so that what is owed finds its way after a crash. */
import { z } from 'zod';
import type { Address } from '../../contract.ts';

const common = {
  /** Where the app is installed: the id of the workspace, or of the whole organisation. It says whose token to use. */
  workspace: z.string(),
  /** The person's workspace is named by no organisation: they get look-ups, and are told so. */
  guest: z.literal('yes').optional(),
};
const person = { ...common, user: z.string() };

const placeSchema = z.discriminatedUnion('at', [
  /** The direct message with this person, in a thread if they wrote in one. */
  z.strictObject({
    at: z.literal('direct'),
    ...person,
    thread: z.string().optional(),
    /** The response_url of what was asked elsewhere, and its end: if the direct message does not open, it is said there. */
    url: z.string().optional(),
    until: z.string().optional(),
  }),
  z.strictObject({ at: z.literal('home'), ...person }),
  /** Where an administrator once gave a command, as an older version kept it. */
  z.strictObject({
    at: z.literal('command'),
    ...person,
    answer: z.string(),
    url: z.string().optional(),
    until: z.string(),
  }),
  /** Beside a message that only this person sees. */
  z.strictObject({ at: z.literal('beside'), ...person, url: z.string(), until: z.string() }),
  /** A channel: the leads'. */
  z.strictObject({ at: z.literal('channel'), ...common, channel: z.string() }),
  /** A message that was posted; as a destination, the thread it stands in or begins. */
  z.strictObject({
    at: z.literal('card'),
    ...common,
    channel: z.string(),
    ts: z.string(),
    thread: z.string().optional(),
  }),
]);
export type SlackPlace = z.infer<typeof placeSchema>;
export type PersonPlace = Extract<SlackPlace, { user: string }>;

/** How long a response_url works, with a minute to spare. */
export const responseUrlMs = 29 * 60_000;

export const addressOf = (place: SlackPlace): Address => place as Address;

/** Nothing when it is no address of ours, or of a version that knew other places. */
export function placeOf(address: Address): SlackPlace | undefined {
  return placeSchema.safeParse(address).data;
}
