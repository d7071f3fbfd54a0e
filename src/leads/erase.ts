/** An administrator erases one concern before its time. Restricted ones are not theirs to find: to them there is none. */

import { refusalLine } from '../../dialogs/leads/refusals.ts';
import { eraseDone } from '../../dialogs/leads/set-up.ts';
import type { Message } from '../../dialogs/message.ts';
import type { Organisation } from '../../rules/local.ts';
import type { Incoming } from '../conversation/ports.ts';
import type { LeadsPorts } from './ports.ts';
import { readConcern } from './reading.ts';
import { reporterPlace } from './spread.ts';

export async function erase(
  { from }: Incoming,
  { sites }: Organisation,
  reference: string,
  ports: LeadsPorts,
): Promise<Message> {
  const { store, names } = ports;
  for (const { id } of sites) {
    const list = names.list(from, id);
    for (const key of await store.members(list)) {
      const { concern } = await readConcern(key, ports);
      if (concern?.report.reference !== reference) continue;
      await store.forget(key);
      await store.leave(list, key);
      for (const place of [reporterPlace, ...concern.told]) await store.forget(names.place(from, key, place));
      return eraseDone(reference);
    }
  }
  return refusalLine('unknown');
}
