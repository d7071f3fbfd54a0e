import type { Button } from '../../message.ts';
import type { LeadAct } from './concern-view.ts';

/** A lead's button: what it does, to which concern, and with which duty, person, concern or reason. */
export function leadButton(act: LeadAct, concern: string, label: string, detail?: string): Button {
  return { label, action: { do: 'lead', act, concern, ...(detail === undefined ? {} : { detail }) } };
}
