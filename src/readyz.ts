/** What /readyz and the metrics say of the parts together: who hears people, and what is wrong though all works. */
import type { Bot } from './bot.ts';
import type { Channel } from './contract.ts';
import type { Faults } from './faults.ts';
import type { Check } from './http/health.ts';
import type { Readiness } from './leads/admin/readiness.ts';

/** A channel that may keep a line open, and hears nobody while it is down. */
export type ListeningChannel = Pick<Channel, 'name'> & { readonly isListening?: () => boolean };

/** Something that should have been sent has waited for so long. A reply takes a second, a refusal is tried for 30. */
const lateMs = 2 * 60_000;

export const listeningOf = (
  channels: readonly ListeningChannel[],
): Readonly<Partial<Record<Channel['name'], boolean>>> =>
  Object.fromEntries(channels.flatMap(({ name, isListening }) => (isListening ? [[name, isListening()]] : [])));

/** Ready is who hears people. */
export function listeningChecks(channels: readonly ListeningChannel[]): Readonly<Record<string, Check>> {
  const checks = channels.flatMap(({ name, isListening }) => {
    const check: Check = async () => {
      if (!isListening?.()) throw new NotListening();
    };
    return isListening ? [[name, check] as const] : [];
  });
  return Object.fromEntries(checks);
}

class NotListening extends Error {
  override readonly name = 'NotListening';
}

export interface FindingsFrom {
  readonly readiness: Pick<Readiness, 'findings'>;
  readonly bot: Pick<Bot, 'unopened' | 'withoutSite'> & {
    readonly outbox: Pick<Bot['outbox'], 'placesRefused' | 'oldestOwedMs'>;
  };
  readonly faults: Pick<Faults, 'findings'>;
}

/** Names, each as often as it was found; they say nothing of any concern. @throws {StoreUnavailable} */
export async function findingsOf({ readiness, bot, faults }: FindingsFrom): Promise<readonly string[]> {
  const times = (count: number, name: string) => Array<string>(count).fill(name);
  return [
    ...(await readiness.findings()).map(({ finding }) => finding),
    ...times(bot.unopened(), 'cannot-be-opened'),
    ...times(bot.withoutSite(), 'site-gone'),
    ...faults.findings(),
    ...times(bot.outbox.placesRefused(), 'place-refused'),
    ...times(Number(bot.outbox.oldestOwedMs() > lateMs), 'owed-late'),
  ];
}
