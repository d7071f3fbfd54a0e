/** "Get a lead to me now": the card of a call, and what it says to whoever asks for more. */
import type { Button, Message } from '../../message.ts';
import { framed, heading, quiet, text } from '../../screens/frame.ts';
import { call, card, leadActWords, neededWords, stands } from '../../words/leads.ts';
import type { ConcernView } from '../concern/concern-view.ts';
import { since } from '../concern/history.ts';
import { leadButton } from '../concern/lead-button.ts';
import { sayMoment } from '../concern/times.ts';

/**
 * Only a reference, a time and who is going: drawn from nothing that the answers decide, and from no clock, so that it
 * repeats unchanged and ends alike whatever became of the concern behind it.
 */
export function callCard({ stage, id, reference, raisedAt, owner, history }: ConcernView): Message {
  const title = stage === 'open' || stage === 'owned' ? neededWords.now : stands.ended;
  const going = stage === 'owned' && owner ? [text(`${owner}: ${leadActWords.going}. ${since(owner, history)}`)] : [];
  return framed(
    { practice: false },
    {
      summary: title,
      body: [
        heading(title),
        ...going,
        ...(stage === 'open' || stage === 'owned' ? [] : [text(card.ended)]),
        quiet(`Reference ${reference}. ${sayMoment(raisedAt)}.`),
      ],
      moves: callMoves(stage, id),
    },
  );
}

/** What a call says to whoever asks for more: nothing of the person, because nothing is known to be safe to say. */
export function callDetails({ stage, id, reference, raisedAt }: ConcernView): Message {
  return framed(
    { practice: false },
    {
      summary: neededWords.now,
      body: [
        heading(call.asked),
        text(call.unnamed),
        text(call.rings),
        quiet(`Reference ${reference}. ${sayMoment(raisedAt)}.`),
      ],
      moves: callMoves(stage, id),
    },
  );
}

function callMoves(stage: ConcernView['stage'], id: string): readonly Button[] {
  if (stage === 'open') return [{ ...leadButton('take', id, leadActWords.going), look: 'primary' }];
  return stage === 'owned' ? [leadButton('untake', id, leadActWords.notGoing)] : [];
}
