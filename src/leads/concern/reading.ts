/** Reads a concern, adds to it, and works out how it is told. */
import { type Organisation, siteOf } from '../../../rules/local.ts';
import type { Tenant } from '../../seal/index-key.ts';
import { SealBroken } from '../../seal/seal.ts';
import { placeAfter } from '../../seal/sequence.ts';
import { firstRevision, type OwedReply, type Sealed, type StepRequest } from '../../store/store.ts';
import { roomFor } from './capacity.ts';
import { type Concern, type ConcernEntry, foldConcern } from './concern.ts';
import type { Telling } from './levels.ts';
import { asPicked } from './picked.ts';
import type { LeadsPorts } from './ports.ts';

export interface StoredConcern {
  readonly concern: Concern | undefined;
  readonly revision: number;
}

export const dayMs = 24 * 3_600_000;

export async function readConcern(
  key: string,
  { store, seal }: Pick<LeadsPorts, 'store' | 'seal'>,
): Promise<StoredConcern> {
  const { entries, revision } = await store.read(key);
  return { concern: foldConcern(seal.openEntries(entries, key, revision)), revision };
}

/** For lists: one that cannot be opened must not hide the others. */
export async function readableConcern(
  key: string,
  ports: Pick<LeadsPorts, 'store' | 'seal'>,
): Promise<Concern | undefined | 'unreadable'> {
  return (await readableState(key, ports)).concern;
}

/** The same, with its revision. */
export async function readableState(
  key: string,
  ports: Pick<LeadsPorts, 'store' | 'seal'>,
): Promise<{ readonly concern: Concern | undefined | 'unreadable'; readonly revision: number }> {
  try {
    const { concern, revision } = await readConcern(key, ports);
    // Something is there, and it is no concern that this version knows.
    return { concern: concern ?? (revision > 0 ? 'unreadable' : undefined), revision };
  } catch (error) {
    if (error instanceof SealBroken) return { concern: 'unreadable', revision: 0 };
    throw error;
  }
}

export function tenantOf({ report: { channel, tenant } }: Pick<Concern, 'report'>): Tenant {
  return { channel, tenant };
}

/** Nothing where its site has left the organisation file. */
export function tellingOf(
  { report }: Pick<Concern, 'report'>,
  organisation: Organisation,
  { calendar, onFault }: Pick<LeadsPorts, 'calendar' | 'onFault'>,
): Telling | undefined {
  const known = asPicked(organisation, report);
  const site = siteOf(known, report.site);
  const { channel, guard, called } = report;
  return site && { organisation: known, site, channel, calendar, guard, called, onFault };
}

export interface Added {
  readonly outcome: 'taken' | 'stale' | 'repeated';
  /** The concern after the step. */
  readonly concern: Concern | undefined;
  /** Marked by this step: every place is to be brought up to date. */
  readonly follow: readonly OwedReply[];
}

/**
 * One entry more, durable, with the mark that every place is to be brought up to date.
 *
 * @throws {StoreRefused} there is no room for more of its kind
 */
export async function addEntry(
  key: string,
  tenant: Tenant,
  entry: ConcernEntry,
  { delivery, expected = null, keepMs }: { delivery: string; expected?: number | null; keepMs: number },
  { store, seal, clock }: Pick<LeadsPorts, 'store' | 'seal' | 'clock'>,
): Promise<Added> {
  const { channel, tenant: id } = tenant;
  const begins = firstRevision(clock());
  const change = { do: 'append', entry: seal.entry(entry, key, placeAfter(expected, begins)) } as const;
  const reply = seal.spread({ channel, tenant: id }, key);
  const { outcome, entries, revision, follow } = await mark(
    key,
    { delivery, expected, begins, change, reply, keepMs, most: roomFor(entry) },
    store,
  );
  return {
    outcome: outcome === 'read' ? 'taken' : outcome,
    concern: foldConcern(seal.openEntries(entries, key, revision)),
    follow,
  };
}

/** A step whose reply, if it became this process's, is to be sent. */
export async function mark(
  key: string,
  request: Omit<StepRequest, 'key'>,
  store: LeadsPorts['store'],
): Promise<{
  outcome: 'taken' | 'stale' | 'repeated' | 'read';
  entries: readonly Sealed[];
  revision: number;
  follow: readonly OwedReply[];
}> {
  const result = await store.step({ key, ...request });
  const follow: readonly OwedReply[] =
    result.reply === 'yours' && result.owed ? [{ ...result, kind: 'reply', key, owed: result.owed }] : [];
  return { outcome: result.outcome, entries: result.entries, revision: result.revision, follow };
}
