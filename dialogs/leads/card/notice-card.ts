/**
 * The one message of a concern, in the leads' channel or with a lead. Phones lie on desks and screens are projected:
 * every line of it may be read by anyone. No answers, no topic, no duty, nobody's account, and nothing by which a
 * concern that only some may know of looks different.
 */
import type { Block, Button, Message } from '../../message.ts';
import { alert, framed, heading, quiet, text } from '../../screens/frame.ts';
import { card, leadActWords, stands } from '../../words/leads.ts';
import type { ConcernView } from '../concern/concern-view.ts';
import { type DutyProgress, isLate, progressOf, sayNeeded } from '../concern/duties.ts';
import { freeSince, since } from '../concern/history.ts';
import { leadButton } from '../concern/lead-button.ts';
import { sayAge, sayMoment } from '../concern/times.ts';
import { callCard } from './call-card.ts';
import { endedCard } from './closed-card.ts';

export function noticeCard(view: ConcernView, now: Date): Message {
  if (view.kind === 'call') return callCard(view);
  const { stage } = view;
  return stage === 'open' || stage === 'owned' || stage === 'withdrawn' ? concernCard(view, now) : endedCard(view);
}

/** What stays of a card once a newer one was posted at the same place. The same for a call and a concern. */
export function movedCard({ reference }: ConcernView): Message {
  return framed(
    { practice: false },
    { summary: card.moved, body: [text(card.moved), quiet(`Reference ${reference}.`)] },
  );
}

function concernCard(view: ConcernView, now: Date): Message {
  const { stage, id, reference, raisedAt, site } = view;
  const title = stage === 'open' ? sayNeeded(view, now) : stands[stage];
  return framed(
    { practice: false },
    {
      summary: title,
      body: [
        heading(title),
        ...standing(view, now),
        quiet([`Reference ${reference}.`, ...(site ? [`${site}.`] : []), `Raised ${sayMoment(raisedAt)}.`].join(' ')),
        ...(stage === 'open' || stage === 'owned' ? [quiet(card.notRinging)] : []),
      ],
      moves: moves(stage, id),
    },
  );
}

function standing(view: ConcernView, now: Date): readonly Block[] {
  switch (view.stage) {
    case 'open':
      return [...untaken(view), ...(isLate(view, now) ? [alert(card.pastLimit)] : []), ...changed(view)];
    case 'owned':
      return [...heldBy(view), ...progress(progressOf(view, now)), ...changed(view)];
    case 'withdrawn':
      return [text(card.withdrawn), ...heldBy(view)];
    default:
      return [];
  }
}

/** Said of what was, not of what is: the card may be read long after. */
function untaken({ history, raisedAt, level }: ConcernView): readonly Block[] {
  const told = history.findLast((each) => each.what === 'told' && each.level > 0);
  if (level === 0 || !told) return [text(card.nobody)];
  return [alert(`Nobody took this for ${sayAge(freeSince(history, raisedAt), told.at)}. More people were told.`)];
}

/** The owner and since when. */
export function heldBy({ owner, history }: ConcernView): readonly Block[] {
  return owner ? [text(`${owner} has it. ${since(owner, history)}`)] : [];
}

function progress({ ticked, of, late }: DutyProgress): readonly Block[] {
  if (of === 0) return [];
  return [
    text(`${ticked} of ${of} settled.`),
    ...(late > 0 ? [alert(`${late} ${late === 1 ? 'is' : 'are'} late. Open it and act now.`)] : []),
  ];
}

const changed = ({ before }: ConcernView): readonly Block[] => (before ? [text(card.changed)] : []);

function moves(stage: ConcernView['stage'], id: string): readonly Button[] {
  const open = leadButton('open', id, leadActWords.open);
  if (stage === 'open') return [{ ...leadButton('take', id, leadActWords.take), look: 'primary' }, open];
  return [open];
}
