/**
 * What leads get where their card, their details or a line for them could not be drawn. Like the card in the channel
 * it may be read by anyone, and looks the same whoever may know of the concern.
 */
import type { Button, Message } from '../../message.ts';
import { alert, framed, heading, quiet, text } from '../../screens/frame.ts';
import { leadActWords, neededWords } from '../../words/leads.ts';
import { plainNoticeWords as words } from '../../words/plain-card.ts';

export interface PlainConcern {
  /** Names it in a button. */
  readonly id: string;
  readonly reference: string;
  readonly limit: 'now' | 'today';
}

/** In the place of the notice. */
export function plainNotice({ id, reference, limit }: PlainConcern): Message {
  return about(limit === 'now' ? neededWords.now : words.today, words.rest, { id, reference });
}

/** In the place of a line below the card, or of a reminder. */
export function plainLine({ id, reference }: PlainConcern): Message {
  return about(words.changedSummary, words.changed, { id, reference });
}

/** In the place of what they asked to see at their own card, which it may stand on: it can still be taken and opened. */
export function plainScreen({ id, reference }: PlainConcern): Message {
  return about(words.notShown, words.next, { id, reference });
}

function about(title: string, what: string, { id, reference }: Pick<PlainConcern, 'id' | 'reference'>): Message {
  return framed(
    { practice: false },
    {
      summary: title,
      body: [heading(title), text(what), quiet(`Reference ${reference}.`)],
      moves: [{ ...button('take', id), look: 'primary' }, button('open', id)],
    },
  );
}

/** Of its own: whatever draws the other cards may be what failed. */
const button = (act: 'take' | 'open', concern: string): Button => ({
  label: leadActWords[act],
  action: { do: 'lead', act, concern },
});

/** In the place of what a lead's own press or word would show. */
export const plainAnswer: Message = framed(
  { practice: false },
  { summary: words.notShown, body: [alert(words.notShown), text(words.next)] },
);

/** In the place of what the person who raised it would hear. */
export const plainNews: Message = framed(
  { practice: false },
  { summary: words.changedSummary, body: [text(words.reporter)] },
);
