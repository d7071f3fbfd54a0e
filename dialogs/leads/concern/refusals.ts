/** What a lead is told when a press changes nothing. */
import type { Message } from '../../message.ts';
import { framed, text } from '../../screens/frame.ts';
import { refusals } from '../../words/leads.ts';
import type { ConcernView } from './concern-view.ts';

export type LeadRefusal =
  | 'not-yours'
  | 'ended'
  | 'taken-by-other'
  | 'closed'
  | 'unknown'
  | 'not-settled'
  | 'urgent'
  | 'day-ends'
  | 'already'
  | 'asked'
  | 'often'
  | 'full'
  | 'busy'
  | 'put-back'
  | 'unreadable'
  | 'not-over'
  | 'second-person'
  | 'not-told';

/**
 * The same words whether a concern is over, never was, or is not theirs to know of: nobody learns that one exists.
 *
 * @param view only of one that they may see.
 */
export function refusalLine(why: LeadRefusal, view?: ConcernView): Message {
  return framed({ practice: false }, { summary: refusals.summary, body: [text(said(why, view))] });
}

function said(why: LeadRefusal, view: ConcernView | undefined): string {
  switch (why) {
    case 'not-yours':
    case 'ended':
    case 'unknown':
      return refusals.hidden;
    case 'taken-by-other':
      return takenBy(view);
    case 'closed':
    case 'not-settled':
    case 'urgent':
    case 'day-ends':
    case 'already':
    case 'asked':
    case 'often':
    case 'full':
    case 'busy':
    case 'put-back':
    case 'unreadable':
    case 'not-over':
    case 'second-person':
    case 'not-told':
      return refusals[why];
  }
}

function takenBy(view: ConcernView | undefined): string {
  if (!view) return refusals.takenUnnamed;
  return view.owner ? `${view.owner} ${refusals.taken}` : refusals.nobody;
}
