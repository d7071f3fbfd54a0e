/** The app was removed somewhere: what that means, and what to do. */
import type { Message } from '../../message.ts';
import { alert, framed, heading, quiet, text } from '../../screens/frame.ts';
import { platformWords, removal as words } from '../../words/administrator.ts';

/** To the leads and the administrators. Of concerns it says nothing. */
export function removalNote(platform: keyof typeof platformWords): Message {
  return framed(
    { practice: false },
    {
      summary: words.summary,
      body: [heading(words.summary), text(`${words.what}${platformWords[platform]}. ${words.kept}`), text(words.next)],
    },
  );
}

/** To a lead on another platform, of a concern that cannot be opened there. It names nothing but its reference. */
export function awayNotice(reference: string, platform: keyof typeof platformWords): Message {
  return framed(
    { practice: false },
    {
      summary: words.away,
      body: [
        heading(words.away),
        alert(`${words.awayWhat}${platformWords[platform]}. ${words.awayRing}`),
        text(words.next),
        quiet(`Reference ${reference}.`),
      ],
    },
  );
}
