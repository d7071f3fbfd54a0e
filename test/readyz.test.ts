import { expect, it } from 'vitest';
import { type FindingsFrom, findingsOf, listeningChecks, listeningOf } from '../src/readyz.ts';

const well: FindingsFrom = {
  readiness: { findings: async () => [] },
  bot: { unopened: () => 0, withoutSite: () => 0, outbox: { placesRefused: () => 0, oldestOwedMs: () => 119_000 } },
  faults: { findings: () => [] },
};

it('finds nothing where all is well', async () => {
  expect(await findingsOf(well)).toEqual([]);
});

it('says what cannot be opened, whose site has left, what is refused, late or failed, each as often as it is so', async () => {
  const site = { id: 'school', name: 'A school' };
  const found = await findingsOf({
    readiness: { findings: async () => [{ finding: 'not-arriving', channel: 'slack', site }] },
    bot: { unopened: () => 1, withoutSite: () => 2, outbox: { placesRefused: () => 1, oldestOwedMs: () => 121_000 } },
    faults: { findings: () => ['fault-notice'] },
  });
  expect(found).toEqual([
    'not-arriving',
    'cannot-be-opened',
    'site-gone',
    'site-gone',
    'fault-notice',
    'place-refused',
    'owed-late',
  ]);
});

it('asks only channels that keep a line open', async () => {
  const channels = [{ name: 'slack', isListening: () => false } as const, { name: 'teams' } as const];
  expect(listeningOf(channels)).toEqual({ slack: false });
  const { slack, ...others } = listeningChecks(channels);
  expect(others).toEqual({});
  await expect(slack?.(AbortSignal.timeout(1_000))).rejects.toThrow();
});
