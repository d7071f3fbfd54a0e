/** What only Teams needs to say: the way to the personal chat, who is not set up yet, and slow down. */
import type { Block, Message } from '../../../dialogs/message.ts';
import { emergency } from '../../../dialogs/screens/frame.ts';

const text = (sentence: string): Block => ({ kind: 'text', text: [sentence] });

/** Said in public, to whoever mentions the bot: the same whatever was written, so that it gives nothing away. */
export const pointer: Message = {
  summary: 'Signpost answers you in your own chat with it',
  blocks: [
    text('Signpost answers you in your own chat with it. No message there? Open Apps, find Signpost and add it.'),
    emergency,
  ],
};

/** Above every look-up in a directory that no organisation file names. */
export const guestBlocks: readonly Block[] = [
  text(
    'Signpost is not set up for your organisation yet, so you cannot raise a concern here. You can look things up. Worried about a child? Ring your safeguarding lead now.',
  ),
  { kind: 'divider' },
];

/** Beside a card that stays as it is after a press. */
export const seeHere = 'It is on this card, or on the newest below.';
export const seeBelow = 'See the newest message below.';

export const nothingFoundText = 'We did not find that. Try one or two words, like Childline or LADO.';

const slow = 'That was a lot at once, so we left some of it out. Please wait ten seconds. Then try again.';
export const tooFast: Message = {
  summary: 'That was a lot at once. Please wait ten seconds',
  blocks: [text(slow), emergency],
};

const many =
  'Many people are using Signpost right now. Please try again in a minute. Do not wait if it is urgent: ring your safeguarding lead.';
export const tooMany: Message = {
  summary: 'Many people are using Signpost. Please try again in a minute',
  blocks: [text(many), emergency],
};
