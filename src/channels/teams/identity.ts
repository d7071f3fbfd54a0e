/** Who somebody is to us: the directory's own id of them where Teams gives it, which stays the same in every chat. */
import type { Account } from '../../contract.ts';
import type { Envelope } from './payloads.ts';

/** The directory. Nothing when it is not given, or given twice and not the same. */
export function directoryOf({ conversation, channelData }: Envelope): string | undefined {
  const [one, other] = [conversation.tenantId, channelData?.tenant?.id];
  // Ids of a directory are the same in any letters.
  if (one && other && one.toLowerCase() !== other.toLowerCase()) return undefined;
  return one ?? other ?? undefined;
}

export const person = (
  tenant: string,
  { id, aadObjectId }: { readonly id: string; readonly aadObjectId?: string | null | undefined },
): Account => ({ channel: 'teams', tenant, person: aadObjectId ?? id });
