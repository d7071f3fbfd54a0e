/** What administrators may do besides setting up: see which concerns are kept, erase one, and take the audit away. */
import { exportReady, keptList } from '../../dialogs/leads/administrator.ts';
import { refusalLine } from '../../dialogs/leads/refusals.ts';
import { eraseDone } from '../../dialogs/leads/set-up.ts';
import type { Message } from '../../dialogs/message.ts';
import type { Organisation } from '../../rules/local.ts';
import type { Incoming } from '../conversation/ports.ts';
import { administratorId, noteAct } from './audit.ts';
import { keptConcerns } from './kept.ts';
import type { DeskPorts, LeadsPorts } from './ports.ts';
import { placeKey, reporterPlace } from './spread.ts';

export async function listKept(incoming: Incoming, organisation: Organisation, ports: LeadsPorts): Promise<Message> {
  await noteAct(incoming, organisation, { who: administratorId(organisation, incoming.from), what: 'listed' }, ports);
  const kept = await keptConcerns(incoming.from, organisation, ports);
  return keptList(kept.map(({ concern }) => concern.report.reference));
}

export async function exportAudit(incoming: Incoming, organisation: Organisation, ports: DeskPorts): Promise<Message> {
  const link = ports.links.audit(incoming.from);
  if (link !== undefined) {
    const who = administratorId(organisation, incoming.from);
    await noteAct(incoming, organisation, { who, what: 'exported' }, ports);
  }
  return exportReady(link);
}

/** Before its time. Restricted ones are not an administrator's to find: to them there is none. */
export async function erase(
  incoming: Incoming,
  organisation: Organisation,
  reference: string,
  ports: LeadsPorts,
): Promise<Message> {
  const { from } = incoming;
  const { store } = ports;
  const kept = await keptConcerns(from, organisation, ports);
  const found = kept.find(({ concern }) => concern.report.reference === reference);
  if (!found) return refusalLine('unknown');
  const { key, list, concern } = found;
  await noteAct(incoming, organisation, { who: administratorId(organisation, from), what: 'erased', reference }, ports);
  await store.forget(key);
  await store.leave(list, key);
  for (const place of [reporterPlace, ...concern.told]) await store.forget(placeKey(key, concern, place, ports));
  return eraseDone(reference);
}
