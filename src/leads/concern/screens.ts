/** What a lead asked to see of a concern: their living card, or one step behind it. Kept with what is owed to their place. */
import { z } from 'zod';
import { addressSchema } from '../../contract.ts';

const screenNames = [
  'card',
  'advice',
  'more',
  'tasks',
  'task',
  'not-needed',
  'hand',
  'hand-changed',
  'hand-reason',
  'snooze',
  'same',
  'not-us',
  'not-us-sure',
] as const;

const screen = { screen: z.enum(screenNames), detail: z.string().optional() };
export type Screen = { readonly screen: (typeof screenNames)[number]; readonly detail?: string };

/** What a lead has opened behind their card, and when. */
export const openScreenSchema = z.strictObject({ ...screen, account: z.string(), at: z.number() });
export type OpenScreen = z.infer<typeof openScreenSchema>;

/** `id`: of the press, so that it is shown once. `on`: the card that was pressed, where the platform says so. */
export const shownSchema = z.strictObject({
  ...screen,
  id: z.string(),
  at: z.number(),
  account: z.string(),
  to: addressSchema,
  on: addressSchema.optional(),
});
export type ShownScreen = z.infer<typeof shownSchema>;
