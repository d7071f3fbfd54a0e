/** A concern is erased before its time: what the two people who do it are told, and what its card and its reporter are. */
import type { Message } from '../../message.ts';
import { framed, heading, quiet, text } from '../../screens/frame.ts';
import { erasing as words } from '../../words/lead-set-up.ts';

/** @param how `asked`: the first of two did it. `erased`: the second did. */
export function eraseDone(reference: string, how: 'asked' | 'erased'): Message {
  const summary = how === 'asked' ? words.askedSummary : words.doneSummary;
  const line = how === 'asked' ? words.asked : words.done;
  return framed(
    { practice: false },
    { summary, discreet: true, body: [heading(summary), text(line), quiet(`Reference ${reference}.`)] },
  );
}

/** On its cards, and to whoever raised it. It says nothing of what it was about. */
export function erasedNote(reference: string): Message {
  return framed(
    { practice: false },
    {
      summary: words.noteSummary,
      discreet: true,
      body: [heading(words.noteSummary), text(words.note), text(words.stillWorried), quiet(`Reference ${reference}.`)],
    },
  );
}
