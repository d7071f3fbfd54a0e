/** What a person says of their concern could not be stored for the leads: they are told once, and it is tried until it lands. */
import { storeDownScreen } from '../../dialogs/screens/store-down.ts';
import type { Organisation } from '../../rules/local.ts';
import { buttonsFor } from './buttons.ts';
import type { LeadItem } from './leads-seal.ts';
import type { LeadsPorts } from './ports.ts';
import { dayMs } from './reading.ts';

const sendMs = 8_000;

/** The numbers to ring without us; of the concern, nothing. */
export async function tellNotStored(
  { concern, report }: Extract<LeadItem, { item: 'report' }>,
  organisation: Organisation,
  { store, names, tokens, calendar, clock, channelOf }: LeadsPorts,
): Promise<void> {
  const key = names.item(report, concern, 'not-stored', String(report.revision));
  const once = { key, delivery: 'told', expected: null, change: { do: 'nothing' }, keepMs: dayMs } as const;
  if ((await store.step(once)).outcome === 'repeated') return;
  const outgoing = {
    to: report.to,
    post: [storeDownScreen({ organisation, calendar, now: new Date(clock()) })],
    token: buttonsFor(report, { tokens, names }),
  };
  const sent = await channelOf(report.channel)?.deliver(outgoing, AbortSignal.timeout(sendMs));
  // Not told: the next try tells them.
  if (sent?.status !== 'sent') await store.forget(key);
}
