/** "Get a lead to me now": while someone may come to harm, and before anything says that a lead may be involved. */
import { canCallLead } from '../guard.ts';
import type { Block } from '../message.ts';
import type { State } from '../state.ts';
import { getLead } from '../words/screens.ts';
import { text } from './frame.ts';

export function leadOffer(state: State): readonly Block[] {
  if (!canCallLead(state)) return [];
  return [
    { kind: 'divider' },
    { kind: 'buttons', buttons: [{ label: getLead.label, action: { do: 'get-lead' } }] },
    text(getLead.careful),
  ];
}
