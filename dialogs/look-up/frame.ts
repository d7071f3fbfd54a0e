/** What stands around every look-up: the emergency line first, the lead beside any contact, the way back last. */
import { servicesLastChecked } from '../../rules/services.ts';
import type { Block, Button, Message } from '../message.ts';
import { sayDate } from '../said.ts';
import { emergency, heading, move, quiet, text } from '../screens/frame.ts';
import type { At, LookUpEntry } from './entry.ts';

export function framed(summary: string, blocks: readonly Block[], buttons: readonly Button[] = [move.lookUp]): Message {
  return { summary, blocks: [emergency, ...blocks, { kind: 'buttons', buttons: [...buttons, move.show] }] };
}

/** A contact is never the only way: the lead comes with it, and 999. */
export function framedEntries(found: readonly LookUpEntry[], at: At): Message {
  const contacts = found.filter(({ answersNow }) => answersNow !== undefined);
  const answered = contacts.some(({ answersNow }) => answersNow?.(at));
  const drawn = found.flatMap((entry, i) => [...(i > 0 ? [{ kind: 'divider' } as const] : []), ...entry.draw(at)]);
  return framed(`Look-up: ${found[0]?.name ?? ''}`, [
    ...(contacts.length > 0 ? [leadToo(answered)] : []),
    ...drawn,
    quiet(foot(found)),
  ]);
}

function leadToo(answered: boolean): Block {
  const lead = 'Worried about a child? Ring your safeguarding lead too, now. Do not wait for a helpline.';
  return text(answered ? lead : `We do not know that anyone listed here answers now. ${lead}`);
}

function foot(found: readonly LookUpEntry[]): string {
  const checked = found.some(({ kind }) => kind !== 'local' && kind !== 'word' && kind !== 'checklist');
  const kept = 'This bot keeps nothing of a look-up.';
  return checked ? `We last checked this on ${sayDate(servicesLastChecked)}. ${kept}` : kept;
}

export function nothingFound(buttons: readonly Button[]): Message {
  return framed(
    'Look-up: nothing found',
    [
      heading('Sorry, I did not find that'),
      text('Try one or two words, like Childline or LADO. Or choose below.'),
      text('Worried about a child? Ring your safeguarding lead now.'),
    ],
    buttons,
  );
}
