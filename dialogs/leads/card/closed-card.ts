/**
 * What is over. At every place the card of one that ended says the same words, without a button: whether it was dealt
 * with, closed, joined, or may be known to fewer people now. Who may see it sends its reference, and is shown more.
 */
import type { Block, Message } from '../../message.ts';
import { framed, heading, quiet, text } from '../../screens/frame.ts';
import { leadCardWords, outcomeLabels } from '../../words/lead-tasks.ts';
import { card, leadActWords, stands } from '../../words/leads.ts';
import type { ConcernView } from '../concern/concern-view.ts';
import { leadButton } from '../concern/lead-button.ts';
import { sayMoment } from '../concern/times.ts';

export function endedCard({
  reference,
  site,
  raisedAt,
}: Pick<ConcernView, 'reference' | 'site' | 'raisedAt'>): Message {
  return framed(
    { practice: false },
    {
      summary: stands.ended,
      body: [
        heading(stands.ended),
        quiet([`Reference ${reference}.`, ...(site ? [`${site}.`] : []), `Raised ${sayMoment(raisedAt)}.`].join(' ')),
        quiet(card.seeAgain),
      ],
    },
  );
}

/** To a lead who asked for one that is over: how it ended, its record, and the way to go on with it. */
export function closedCard(view: ConcernView): Message {
  const { id, stage, reference, outcome } = view;
  const goesOn = stage === 'done' || stage === 'not-for-us' || stage === 'joined';
  const heard = stage === 'done' || stage === 'withdrawn';
  return framed(
    { practice: false },
    {
      summary: leadCardWords.summary,
      discreet: true,
      body: [
        heading(stage === 'open' || stage === 'owned' ? stands.owned : stands[stage]),
        ...(outcome ? [text(`${outcomeLabels[outcome]}.`)] : []),
        ...closedBy(view),
        ...(stage === 'withdrawn' ? [text(card.withdrawn)] : []),
        quiet(`${leadCardWords.alone} ${reference}.`),
      ],
      moves: [
        leadButton('record', id, leadActWords.record),
        leadButton('advice', id, leadActWords.advice),
        ...(heard ? [leadButton('contact', id, leadActWords.contact)] : []),
        ...(goesOn ? [leadButton('reopen', id, leadActWords.reopen)] : []),
        { ...leadButton('erase', id, leadActWords.erase), look: 'danger' },
      ],
    },
  );
}

function closedBy({ history }: ConcernView): readonly Block[] {
  const last = history.findLast(({ what }) => what === 'joined' || what === 'not-for-us' || what === 'closed');
  if (last?.what === 'joined') return [text(`${last.who} joined it. It goes on under reference ${last.reference}.`)];
  if (last?.what === 'not-for-us' || last?.what === 'closed')
    return [text(`${last.who} closed it. ${sayMoment(last.at)}.`)];
  return [];
}
