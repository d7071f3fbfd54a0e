/** What signs the buttons of the leads' cards. */
import type { Action } from '../../../dialogs/message.ts';
import type { Tenant } from '../../seal/index-key.ts';
import type { LeadsPorts } from './ports.ts';

/** Leads' buttons are signed for the tenant and say which concern they mean. */
export function buttonsFor(tenant: Tenant, { tokens, names }: Pick<LeadsPorts, 'tokens' | 'names'>) {
  const conversation = names.buttons(tenant);
  return (action: Action): string => tokens.sign({ conversation, revision: 0, action });
}
