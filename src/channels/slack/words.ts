/** What only Slack needs to say: the way to the direct message, who is not set up yet, and slow down. */
import type { Block, Message } from '../../../dialogs/message.ts';
import { emergency } from '../../../dialogs/screens/frame.ts';

const text = (sentence: string): Block => ({ kind: 'text', text: [sentence] });

/** Said where others may sit and look: nothing of a child, nothing of what was asked. */
export const pointer: Message = {
  summary: 'Signpost answers you in a direct message',
  blocks: [text('Signpost answers you in a direct message. Only you can see this.'), emergency],
};

export const openDirect = 'Open the direct message';

/** Above every look-up in a workspace that no organisation file names. */
export const guestBlocks: readonly Block[] = [
  text(
    'Signpost is not set up for your workspace yet, so you cannot raise a concern here. You can look things up. Worried about a child? Ring your safeguarding lead now.',
  ),
  { kind: 'divider' },
];

/** On the Home tab, in place of what is too long for it. */
export const notHere: readonly Block[] = [
  text('This part is too long for here. Open the Messages tab above: it is in your direct message.'),
];

export const tooFast: Message = {
  summary: 'That was a lot at once. Please wait ten seconds',
  blocks: [
    text('That was a lot at once, so we left some of it out. Please wait ten seconds. Then try again.'),
    emergency,
  ],
};

export const tooMany: Message = {
  summary: 'Many people are using Signpost. Please try again in a minute',
  blocks: [
    text(
      'Many people are using Signpost right now. Please try again in a minute. Do not wait if it is urgent: ring your safeguarding lead.',
    ),
    emergency,
  ],
};
