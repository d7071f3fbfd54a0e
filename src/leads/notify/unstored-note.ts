/** What a person says of their concern could not be stored for the leads: they are told once, and it is tried until it lands. */
import { plainCard } from '../../../dialogs/screens/plain-card.ts';
import { plainCardWords as words } from '../../../dialogs/words/plain-card.ts';
import { type Organisation, siteOf } from '../../../rules/local.ts';
import { buttonsFor } from '../concern/buttons.ts';
import { asPicked } from '../concern/picked.ts';
import type { LeadsPorts } from '../concern/ports.ts';
import { dayMs } from '../concern/reading.ts';
import type { LeadItem } from '../concern/sealed.ts';

const sendMs = 8_000;

/** Whom to ring without us, and of the people there only those who may know; of the concern, nothing. */
export async function tellNotStored(
  { concern, report }: Extract<LeadItem, { item: 'report' }>,
  organisation: Organisation,
  { store, names, tokens, channelOf }: LeadsPorts,
): Promise<void> {
  const key = names.item(report, concern, 'not-stored', String(report.revision));
  const once = { key, delivery: 'told', expected: null, change: { do: 'nothing' }, keepMs: dayMs } as const;
  if ((await store.step(once)).outcome === 'repeated') return;
  const site = siteOf(asPicked(organisation, report), report.site);
  const outgoing = {
    to: report.to,
    post: [plainCard({ organisation, site, guard: report.guard, told: words.notPassedOn })],
    token: buttonsFor(report, { tokens, names }),
  };
  const sent = await channelOf(report.channel)?.deliver(outgoing, AbortSignal.timeout(sendMs));
  // Not told: the next try tells them.
  if (sent?.status !== 'sent') await store.forget(key);
}
