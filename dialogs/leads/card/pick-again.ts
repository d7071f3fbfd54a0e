/** To whoever raised a concern: who can be told in place of somebody picked who is gone. */
import type { Message } from '../../message.ts';
import { alert, framed, heading, quiet, text } from '../../screens/frame.ts';
import { reporter as words } from '../../words/lead-news.ts';
import { again } from '../../words/screens.ts';
import type { ConcernView } from '../concern/concern-view.ts';
import { guarded } from '../concern/guarded.ts';
import { leadButton } from '../concern/lead-button.ts';
import type { NamedLead } from './details.ts';
import { insteadOfThem } from './reporter-news.ts';

/**
 * @param named each is told by one press, and nobody else is; `id` is a mark of who they are
 * @param changed others stand in the list than when the button was drawn that was pressed: it told nobody
 */
export function pickScreen(view: ConcernView, named: readonly NamedLead[], now: Date, changed = false): Message {
  const buttons = named.map(({ id, name }) => leadButton('pick', view.id, name.slice(0, 75), id));
  return framed(
    { practice: false },
    {
      summary: words.pickSummary,
      discreet: true,
      ...(changed ? { notice: [alert(again['picks-changed'])] } : {}),
      body: [
        heading(words.pickTitle),
        text(named.length > 0 ? words.pickHelp : words.pickNobody),
        ...(buttons.length > 0 ? [{ kind: 'buttons', buttons } as const] : []),
        ...insteadOfThem(guarded(view), now),
        quiet(`Reference ${view.reference}.`),
      ],
    },
  );
}
