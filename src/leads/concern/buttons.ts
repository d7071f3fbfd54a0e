/** What signs the buttons of the leads' cards. */
import type { Action } from '../../../dialogs/message.ts';
import type { Tenant } from '../../seal/index-key.ts';
import type { LeadsPorts } from './ports.ts';

/**
 * Leads' buttons are signed for the tenant and say which concern they mean.
 *
 * @param knows how many entries of the one concern the card was drawn for had, so that it is noticed when some are
 * missing; 0: it is of none
 */
export function buttonsFor(tenant: Tenant, { tokens, names }: Pick<LeadsPorts, 'tokens' | 'names'>, knows = 0) {
  const conversation = names.buttons(tenant);
  return (action: Action): string => tokens.sign({ conversation, revision: knows, action });
}
