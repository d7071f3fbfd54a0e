/**
 * The open concerns of a site, each as one short sealed line: enough to count, filter and order a thousand by without
 * reading them. Whoever asks sees those lines that are theirs to see; a page of them is then read in full, and what has
 * changed since its line was made is left out.
 */
import { type ListFilter, type ListPage, mostOnPage } from '../../../dialogs/leads/card/lists.ts';
import type { ConcernView } from '../../../dialogs/leads/concern/concern-view.ts';
import { type Pressing, pressingOf, rankOf } from '../../../dialogs/leads/concern/pressing.ts';
import type { Organisation } from '../../../rules/local.ts';
import type { Account } from '../../contract.ts';
import { orPlainer } from '../../conversation/faults.ts';
import { markOf } from '../../conversation/picks.ts';
import { SealBroken } from '../../seal/seal.ts';
import type { Key } from '../../store/store.ts';
import { type Concern, foldConcern, runs } from './concern.ts';
import type { OpenLine } from './open-line.ts';
import type { LeadsPorts } from './ports.ts';
import { tenantOf } from './reading.ts';
import { type Lead, leadOf, leadsOf } from './roles.ts';
import { plainViewOf, viewOf } from './view.ts';

/** Whoever was slow to note an older state finds this one newer for so long. */
const goneMs = 10 * 60_000;

/** Long enough that no two people share one; short enough that all who can be picked fit in one block. */
const short = (mark: string) => mark.slice(0, 11);

type Noting = Pick<LeadsPorts, 'store' | 'seal' | 'names' | 'calendar' | 'onFault'>;

/** Where it is listed, and nowhere else. Doing it twice is harmless. */
export async function noteOpen(
  key: Key,
  { concern, revision }: { readonly concern: Concern; readonly revision: number },
  organisation: Organisation,
  keepMs: number,
  ports: Noting,
): Promise<void> {
  const { store, seal, names } = ports;
  const tenant = tenantOf(concern);
  const here = siteIdOf(concern, organisation);
  const isListed = runs(concern) && concern.report.kind === 'concern';
  for (const site of sitesEver(concern, here)) {
    const list = names.open(tenant, site);
    const line =
      isListed && site === here ? seal.line(lineOf(key, concern, organisation, ports), `${list} ${key}`) : null;
    await store.note(list, key, { sealed: line, revision, keepMs: line === null ? goneMs : keepMs });
  }
}

/** It is gone, whatever it was. */
export async function noteErased(key: Key, concern: Concern, organisation: Organisation, ports: Noting): Promise<void> {
  for (const site of sitesEver(concern, siteIdOf(concern, organisation))) {
    const gone = { sealed: null, revision: Number.MAX_SAFE_INTEGER, keepMs: goneMs };
    await ports.store.note(ports.names.open(tenantOf(concern), site), key, gone);
  }
}

function siteIdOf({ report }: Concern, { sites }: Organisation): string | undefined {
  return report.site ?? sites[0]?.id;
}

/** It may have been raised for another site at first. */
const sitesEver = ({ entries }: Concern, here: string | undefined): readonly string[] => [
  ...new Set([
    ...(here === undefined ? [] : [here]),
    ...entries.flatMap((entry) => (entry.type === 'report' && entry.report.site ? [entry.report.site] : [])),
  ]),
];

function lineOf(key: Key, concern: Concern, organisation: Organisation, ports: Noting): OpenLine {
  const { report, owner, raisedAt } = concern;
  const { names, calendar, onFault } = ports;
  const { now, by, late } = orPlainer<Pressing>(
    () => pressingOf(viewOf(concern, { id: names.idOf(key), organisation, calendar })),
    () => ({ now: true }),
    'due',
    onFault,
    key,
  );
  return {
    raised: raisedAt,
    ...(owner && { owner: owner.id }),
    now,
    ...(by && { by: by.getTime() }),
    ...(late && { late: late.getTime() }),
    ...(report.guard !== 'open' && { picked: report.guard.map((id) => short(report.marks?.[id] ?? id)) }),
  };
}

type Reading = Noting & Pick<LeadsPorts, 'clock'>;

/** Needed now before today before later; of what is needed now first what nobody has; then by the time that is left. */
export async function openPage(
  from: Account,
  organisation: Organisation,
  { filter, page = 0 }: { readonly filter?: ListFilter | undefined; readonly page?: number | undefined },
  ports: Reading,
): Promise<ListPage> {
  const now = new Date(ports.clock());
  const listed = await linesFor(from, organisation, ports);
  const found = listed.found.filter((each) => fits(each, filter, now)).toSorted(morePressing(now));
  const pages = Math.max(1, Math.ceil(found.length / mostOnPage));
  const at = Math.min(Math.max(0, page), pages - 1);
  const shown = found.slice(at * mostOnPage, (at + 1) * mostOnPage);
  const read = await viewsOf(shown, from, organisation, ports);
  const views = read.filter((each) => typeof each !== 'string');
  const unreadable = listed.unreadable + read.filter((each) => each === 'unreadable').length;
  return { views, count: found.length - (read.length - views.length), page: at, pages, unreadable };
}

/** Those that anybody named for the site may know of, the newest first. */
export async function openToAll(
  from: Account,
  organisation: Organisation,
  most: number,
  ports: Reading,
): Promise<readonly ConcernView[]> {
  const { found } = await linesFor(from, organisation, ports);
  const newest = found
    .filter(({ line }) => line.picked === undefined)
    .toSorted((a, b) => b.line.raised - a.line.raised);
  const read = await viewsOf(newest.slice(0, most), from, organisation, ports);
  return read.filter((each) => typeof each !== 'string').filter(({ restricted }) => !restricted);
}

interface Found {
  readonly key: Key;
  readonly line: OpenLine;
  /** As whom this person is named for the site. */
  readonly ids: readonly string[];
}

interface Lines {
  readonly found: readonly Found[];
  /** How many can be opened neither as a line nor in full: whose they are is not known. */
  readonly unreadable: number;
}

async function linesFor(from: Account, organisation: Organisation, ports: Reading): Promise<Lines> {
  const leads = leadsOf(organisation, from);
  const sites = [...new Set(leads.map(({ site }) => site.id))];
  const lists = await Promise.all(
    sites.map(async (id) => {
      const own = leads.filter(({ site }) => site.id === id);
      return linesIn(ports.names.open(from, id), own, from, organisation, ports);
    }),
  );
  // One that moved to another site may stand in two lists for a moment.
  const found = new Map(lists.flatMap((each) => each.found).map((each) => [each.key, each]));
  return { found: [...found.values()], unreadable: lists.reduce((sum, each) => sum + each.unreadable, 0) };
}

/** A line that cannot be opened, such as after a change of the keys, is made again from its concern. */
async function linesIn(
  list: Key,
  leads: readonly Lead[],
  from: Account,
  organisation: Organisation,
  ports: Reading,
): Promise<Lines> {
  const noted = await ports.store.notes(list);
  const lines = noted.map(({ key, sealed }) => ({ key, line: lineIn(sealed, `${list} ${key}`, ports) }));
  const shut = lines.flatMap(({ key, line }) => (line ? [] : [key]));
  const read = await concernsAt(shut, ports);
  const opened = shut.flatMap((key, i) => {
    const concern = read[i];
    const isTheirs = typeof concern === 'object' && runs(concern) && leadOf(concern, organisation, from);
    return isTheirs ? [{ key, line: lineOf(key, concern, organisation, ports) }] : [];
  });
  const ids = leads.map(({ person }) => person.id);
  const found = [...lines, ...opened].flatMap(({ key, line }) =>
    line && leads.some((lead) => mayCount(line, lead)) ? [{ key, line, ids }] : [],
  );
  return { found, unreadable: read.filter((each) => each === 'unreadable').length };
}

function lineIn(sealed: string, name: string, { seal }: Reading): OpenLine | undefined {
  try {
    return seal.openLine(sealed, name);
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}

/** The same as {@link leadOf}, from the line alone. The chair only if picked. */
function mayCount({ picked }: OpenLine, { person, site }: Lead): boolean {
  return picked ? picked.includes(short(markOf(person))) : person.id !== site.chair?.id;
}

function fits({ line, ids }: Found, filter: ListFilter | undefined, now: Date): boolean {
  switch (filter) {
    case 'mine':
      return line.owner !== undefined && ids.includes(line.owner);
    case 'untaken':
      return line.owner === undefined;
    case 'late':
      return line.late !== undefined && line.late <= now.getTime();
    case undefined:
      return true;
  }
}

const pressingIn = ({ now, by, late }: OpenLine): Pressing => ({
  now,
  ...(by !== undefined && { by: new Date(by) }),
  ...(late !== undefined && { late: new Date(late) }),
});

function morePressing(now: Date) {
  const orderOf = ({ line }: Found): readonly number[] => {
    const rank = rankOf(pressingIn(line), now);
    const isTaken = rank === 0 && line.owner !== undefined ? 1 : 0;
    return [rank, isTaken, (rank === 0 ? line.late : line.by) ?? Number.MAX_SAFE_INTEGER, line.raised];
  };
  return (a: Found, b: Found): number => {
    const [one, other] = [orderOf(a), orderOf(b)];
    const at = one.findIndex((each, i) => each !== other[i]);
    return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
  };
}

/** As they stand now. `gone`: it is over, or not theirs to see any more. */
async function viewsOf(
  found: readonly Found[],
  from: Account,
  organisation: Organisation,
  ports: Reading,
): Promise<readonly (ConcernView | 'gone' | 'unreadable')[]> {
  const { names, calendar, onFault } = ports;
  const keys = found.map(({ key }) => key);
  const concerns = await concernsAt(keys, ports);
  return keys.map((key, i) => {
    const concern = concerns[i];
    if (concern === 'unreadable') return concern;
    if (!concern || !runs(concern) || !leadOf(concern, organisation, from)) return 'gone';
    const id = names.idOf(key);
    const plainly = () => plainViewOf(concern, { id, organisation });
    return orPlainer(() => viewOf(concern, { id, organisation, calendar }), plainly, 'lead', onFault, key);
  });
}

/** In one reading. */
async function concernsAt(
  keys: readonly Key[],
  { store, seal }: Reading,
): Promise<readonly (Concern | undefined | 'unreadable')[]> {
  const states = keys.length === 0 ? [] : await store.readAll(keys);
  return keys.map((key, i) => {
    const { entries = [], revision = 0 } = states[i] ?? {};
    try {
      return foldConcern(seal.openEntries(entries, key, revision)) ?? (revision > 0 ? 'unreadable' : undefined);
    } catch (error) {
      if (error instanceof SealBroken) return 'unreadable';
      throw error;
    }
  });
}
