/** What administrators may do besides setting up: see which concerns are kept, and take the audit away. */
import { exportReady, keptList } from '../../../dialogs/leads/admin/administrator.ts';
import type { Message } from '../../../dialogs/message.ts';
import type { Organisation } from '../../../rules/local.ts';
import type { Incoming } from '../../contract.ts';
import { keptConcerns } from '../concern/kept.ts';
import type { DeskPorts, LeadsPorts } from '../concern/ports.ts';
import { administratorId, noteAct } from './audit.ts';

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
