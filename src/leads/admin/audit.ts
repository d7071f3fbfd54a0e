/**
 * Who did what, and when. A concern's own entries are its audit; what administrators do is added to a log of its own,
 * one key a day, sealed, which ends with the organisation's period. People stand in it by their id in the organisation
 * file, never by name or account. Of a restricted concern there is nothing in it.
 */
import type { Organisation } from '../../../rules/local.ts';
import { dayOf, daysLater } from '../../../rules/london.ts';
import type { Account, Incoming } from '../../contract.ts';
import type { Tenant } from '../../seal/index-key.ts';
import { mostEntries } from '../../store/store.ts';
import type { ConcernEntry } from '../concern/concern.ts';
import { keptConcerns } from '../concern/kept.ts';
import type { LeadsPorts } from '../concern/ports.ts';
import { dayMs } from '../concern/reading.ts';
import type { AdministratorAct } from '../concern/sealed.ts';

type AuditPorts = Pick<LeadsPorts, 'store' | 'seal' | 'names' | 'clock'>;

/**
 * Durable before what it tells of is done: nothing is done unrecorded. A repeated delivery is noted once.
 * @returns whether this one is the first
 */
export async function noteAct(
  { from, delivery }: Pick<Incoming, 'from' | 'delivery'>,
  { retention }: Organisation,
  act: Omit<AdministratorAct, 'at'>,
  { store, seal, names, clock }: AuditPorts,
): Promise<boolean> {
  const at = clock();
  const key = names.audit(from, dayOf(new Date(at)));
  const change = { do: 'append', entry: seal.act({ ...act, at }, key) } as const;
  // Looking, however often, never uses up the room of what destroys.
  const most = act.what === 'erased' ? 2 * mostEntries : mostEntries;
  const request = { key, delivery: `${act.what}:${delivery}`, expected: null, change, most };
  const { outcome } = await store.step({ ...request, keepMs: retention.concernDays * dayMs });
  return outcome !== 'repeated';
}

/** Administrators have no id in the organisation file; they stand by their place in its list, counted from 1. */
export function administratorId({ administrators }: Organisation, { channel, person }: Account): string {
  if (channel === 'web') return 'administrator';
  return `administrator-${administrators.findIndex((each) => each[channel] === person) + 1}`;
}

interface Line {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** A person's id; `reporter`; or `signpost` for what the program did by itself. */
  readonly who: string;
  readonly what: string;
  readonly reference?: string;
  /** What it was done with or to: a duty, a person's id, a site, a reason. */
  readonly with?: string | readonly string[];
}

/** JSON, one line an act, oldest first, times in UTC. Empty when there is nothing. */
export async function auditLines(tenant: Tenant, organisation: Organisation, ports: AuditPorts): Promise<string> {
  const kept = await keptConcerns(tenant, organisation, ports);
  const concerns = kept.flatMap(({ concern: { entries, report } }) =>
    entries.map((entry, i) => lineOf(entry, entries.slice(0, i), report.reference)),
  );
  const acts = (await actsOf(tenant, organisation, ports)).map(
    ({ at, who, what, reference, site, askedBy }): Line => ({
      at,
      who,
      what,
      ...(reference === undefined ? {} : { reference }),
      ...(site === undefined ? {} : { with: site }),
      ...(askedBy === undefined ? {} : { with: askedBy }),
    }),
  );
  return [...concerns, ...acts]
    .sort((a, b) => a.at - b.at)
    .map(({ at, ...said }) => `${JSON.stringify({ at: new Date(at).toISOString(), ...said })}\n`)
    .join('');
}

async function actsOf(
  tenant: Tenant,
  { retention }: Organisation,
  { store, seal, names, clock }: AuditPorts,
): Promise<readonly AdministratorAct[]> {
  const today = dayOf(new Date(clock()));
  const days = Array.from({ length: retention.concernDays + 1 }, (_, ago) => daysLater(today, -ago));
  const read = async (day: string) => {
    const key = names.audit(tenant, day);
    return seal.openActs((await store.read(key)).entries, key);
  };
  return (await Promise.all(days.map(read))).flat();
}

function lineOf(entry: ConcernEntry, earlier: readonly ConcernEntry[], reference: string): Line {
  const { at } = entry;
  const line = (who: string, what: string, more?: Line['with']): Line => ({
    at,
    who,
    what,
    reference,
    ...(more === undefined ? {} : { with: more }),
  });
  switch (entry.type) {
    case 'report':
      return line('reporter', reportSaid(entry, earlier), entry.told.length > 0 ? entry.told : undefined);
    case 'told':
      return line('signpost', 'told', entry.told);
    case 'not-reached':
      return line('signpost', 'not-reached', entry.destination);
    case 'reminded':
      return line('signpost', 'reminded', [entry.duty, ...entry.told]);
    case 'gone':
      return line('signpost', 'gone', entry.gone);
    case 'freed':
      return line('signpost', `freed-${entry.why}`, entry.told);
    case 'picked':
      return line('reporter', 'picked', entry.person);
    case 'text':
      return line('signpost', `text-${entry.result}`, entry.destination);
    case 'end':
      return line('signpost', 'ended');
    case 'take':
    case 'untake':
    case 'contact':
    case 'close':
    case 'reopen':
    case 'seen':
      return line(entry.by, entry.type);
    case 'hand':
      return line(entry.by, 'hand', entry.reason ? [entry.to, entry.reason] : entry.to);
    case 'snooze':
      return line(entry.by, 'snooze', new Date(entry.until).toISOString());
    case 'done':
    case 'undone':
    case 'tried':
    case 'not-mine':
      return line(entry.by, entry.type, entry.duty);
    case 'not-needed':
      return line(entry.by, 'not-needed', [entry.duty, entry.reason]);
    case 'outcome':
      return line(entry.by, 'outcome', entry.outcome);
    case 'erase':
      return line(entry.by, 'erase-asked');
    case 'same':
    case 'gained':
      // Which other concern it is stays out: that one may have been restricted since.
      return line(entry.by, entry.type);
    case 'not-us':
      return line(entry.by, 'not-us', entry.reason);
  }
}

function reportSaid(
  { report }: Extract<ConcernEntry, { type: 'report' }>,
  earlier: readonly ConcernEntry[],
): 'raised' | 'withdrawn' | 'referred' | 'no-answer' | 'changed' {
  const before = earlier.findLast((entry) => entry.type === 'report')?.report;
  if (!before) return 'raised';
  if (report.withdrawn && !before.withdrawn) return 'withdrawn';
  if (report.referred && !before.referred) return 'referred';
  const isMore = (report.unanswered ?? []).some((each) => !before.unanswered?.includes(each));
  return isMore ? 'no-answer' : 'changed';
}
