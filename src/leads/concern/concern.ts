/**
 * A concern as the store keeps it: a list of closed entries, folded. The entries are its history and its audit: they
 * are only ever added to, and say who did what and when. No words of anybody.
 */
import { z } from 'zod';
import {
  type DutySaid,
  type HowEnded,
  handReasons,
  notForUsReasons,
  notNeededReasons,
  outcomes,
} from '../../../dialogs/leads/concern/concern-view.ts';
import { entrySchema } from '../../../dialogs/state.ts';

/** Where a notice goes: the leads' channel of the site, or a named person of it, by id. */
export const channelDestination = '@channel';
export const secondDestination = '@second';
export type Destination = string;

const moment = z.number();
const addressSchema = z.record(z.string(), z.string());
/** A named person of the site, by the id in the organisation file, and the account they pressed with. */
const by = { by: z.string(), account: z.string() };

/** Who may learn of it: everybody named for the site, or only these. Nobody: an empty list. */
const guardSchema = z.union([z.literal('open'), z.array(z.string())]);
export type ConcernGuard = z.infer<typeof guardSchema>;

/** What a conversation tells of its concern, as often as that changes. */
export const reportSchema = z.strictObject({
  channel: z.enum(['web', 'slack', 'teams']),
  tenant: z.string(),
  /** The platform account of the person who raised it, and where they are answered. */
  reporter: z.string(),
  to: addressSchema,
  kind: z.enum(['concern', 'call']),
  reference: z.string(),
  /** The conversation's revision: a higher one is newer. */
  revision: z.int(),
  /** The moment of report, in milliseconds since 1970. */
  at: moment,
  site: z.string().optional(),
  /** The answers. Of a call: none. */
  answers: z.array(entrySchema),
  limit: z.enum(['now', 'today']),
  guard: guardSchema,
  /** Of each person picked, by id: a mark of who that was when they were picked. */
  marks: z.record(z.string(), z.string()).optional(),
  /** "Get a lead to me now" came before: the channel has a call, and what follows goes to people alone. */
  called: z.boolean(),
  /** Answers are being changed: it only holds back what was raised before. */
  holds: z.boolean().optional(),
  withdrawn: z.boolean(),
  referred: z.boolean(),
  /** People of the site whom the reporter rang and who did not answer, by id, oldest first. */
  unanswered: z.array(z.string()).optional(),
  /** The edition and rules that it was worked out by then. What was stored before they were kept has none. */
  under: z.strictObject({ edition: z.string(), rules: z.int() }).optional(),
});
export type Report = z.infer<typeof reportSchema>;

export const concernEntrySchema = z.discriminatedUnion('type', [
  /** The first one raises it. `told`: who is told by this entry, beside those told already. */
  z.strictObject({ type: z.literal('report'), at: moment, report: reportSchema, told: z.array(z.string()) }),
  /** Nobody had it in time, so these are told. `level` counts from 1. */
  z.strictObject({ type: z.literal('told'), at: moment, level: z.int(), told: z.array(z.string()) }),
  z.strictObject({ type: z.literal('not-reached'), at: moment, destination: z.string() }),
  z.strictObject({ type: z.literal('take'), at: moment, ...by }),
  z.strictObject({ type: z.literal('untake'), at: moment, ...by }),
  z.strictObject({
    type: z.literal('hand'),
    at: moment,
    ...by,
    to: z.string(),
    toAccount: z.string().optional(),
    reason: z.enum(handReasons).optional(),
  }),
  /** Its holder puts it off: nobody is reminded before then. */
  z.strictObject({ type: z.literal('snooze'), at: moment, ...by, until: moment }),
  /** Opened by them for the first time. */
  z.strictObject({ type: z.literal('seen'), at: moment, ...by }),
  z.strictObject({ type: z.literal('done'), at: moment, ...by, duty: z.string() }),
  /** What was said of it last is taken back. */
  z.strictObject({ type: z.literal('undone'), at: moment, ...by, duty: z.string() }),
  z.strictObject({ type: z.literal('tried'), at: moment, ...by, duty: z.string() }),
  z.strictObject({
    type: z.literal('not-needed'),
    at: moment,
    ...by,
    duty: z.string(),
    reason: z.enum(notNeededReasons),
  }),
  z.strictObject({ type: z.literal('not-mine'), at: moment, ...by, duty: z.string() }),
  z.strictObject({ type: z.literal('outcome'), at: moment, ...by, outcome: z.enum(outcomes) }),
  /** All is dealt with, and logged in their case system. */
  z.strictObject({ type: z.literal('close'), at: moment, ...by }),
  /** What was closed goes on, with them. */
  z.strictObject({ type: z.literal('reopen'), at: moment, ...by }),
  z.strictObject({ type: z.literal('contact'), at: moment, ...by }),
  /** Joined to that other one, by its reference and its id. */
  z.strictObject({
    type: z.literal('same'),
    at: moment,
    ...by,
    reference: z.string(),
    concern: z.string().optional(),
  }),
  /** Another concern was joined to this one. */
  z.strictObject({ type: z.literal('gained'), at: moment, ...by, reference: z.string() }),
  z.strictObject({ type: z.literal('not-us'), at: moment, ...by, reason: z.enum(notForUsReasons) }),
  /** Asked to erase it: a person of the site, or an administrator by their place. */
  z.strictObject({ type: z.literal('erase'), at: moment, ...by }),
  z.strictObject({ type: z.literal('reminded'), at: moment, duty: z.string(), told: z.array(z.string()) }),
  /** Of those picked exactly these are no longer who they were. `left`: how many of those picked still are. */
  z.strictObject({
    type: z.literal('gone'),
    at: moment,
    gone: z.array(z.string()),
    left: z.int(),
    told: z.array(z.string()),
  }),
  /** Nobody has it any more: this owner cannot be reached, the one it was joined to is over, or its site left the file. */
  z.strictObject({
    type: z.literal('freed'),
    at: moment,
    why: z.enum(['owner', 'parted', 'site']),
    owner: z.string().optional(),
    told: z.array(z.string()),
  }),
  /** Whoever raised it picked this person as safe to tell, in place of somebody who is gone. `mark`: who that was then. */
  z.strictObject({
    type: z.literal('picked'),
    at: moment,
    person: z.string(),
    mark: z.string(),
    told: z.array(z.string()),
  }),
  /** What became of a text to somebody who was told. */
  z.strictObject({
    type: z.literal('text'),
    at: moment,
    destination: z.string(),
    result: z.enum(['delivered', 'failed']),
  }),
  /** A call's time is over. */
  z.strictObject({ type: z.literal('end'), at: moment }),
]);
export type ConcernEntry = z.infer<typeof concernEntrySchema>;

export interface Concern {
  /** The first report and the newest. `before` is the one that the newest replaced, where the answers differ. */
  readonly first: Report;
  readonly report: Report;
  readonly before?: Report;
  readonly raisedAt: number;
  /** Everybody told so far, in order, each once. */
  readonly told: readonly Destination[];
  /** Those told last, and those who could not be reached when they were last told. */
  readonly latest: readonly Destination[];
  readonly unreached: ReadonlySet<Destination>;
  /** How often nobody took it in time. */
  readonly level: number;
  readonly lastToldAt: number;
  /** Given back, and nobody was told of that yet. */
  readonly givenBack: boolean;
  /** `account`: theirs when it became theirs. */
  readonly owner?: { readonly id: string; readonly since: number; readonly account?: string };
  /** Those picked of whom it was noted last that another has their place. */
  readonly gone: ReadonlySet<string>;
  /** What was said last of each task, by its name. */
  readonly said: ReadonlyMap<string, SaidBy>;
  readonly outcome?: HowEnded;
  /** Put off by its holder, until then. */
  readonly until?: number;
  readonly reminded: ReadonlySet<string>;
  readonly closed?: 'done' | 'not-for-us' | 'joined' | 'ended';
  readonly entries: readonly ConcernEntry[];
}

export interface SaidBy extends Pick<DutySaid, 'how' | 'reason'> {
  readonly at: number;
  readonly by: string;
  readonly tries: readonly number[];
}

/** Nothing when no report is among them: then there is no concern. */
export function foldConcern(entries: readonly ConcernEntry[]): Concern | undefined {
  return entries.reduce<Concern | undefined>(after, undefined);
}

function after(concern: Concern | undefined, entry: ConcernEntry): Concern | undefined {
  if (concern === undefined) return entry.type === 'report' ? raised(entry) : undefined;
  // It was restricted between their press and now: it counts for nothing, and nobody hears of it.
  if ('by' in entry && !maySee(concern, entry.by)) return concern;
  if (entry.type === 'hand' && !maySee(concern, entry.to)) return concern;
  const next = { ...concern, ...ownerKnown(concern, entry), entries: [...concern.entries, entry] };
  switch (entry.type) {
    case 'report':
      return reported(next, entry);
    case 'told':
      return {
        ...telling(next, entry.told),
        givenBack: false,
        level: Math.max(concern.level, entry.level),
        lastToldAt: entry.at,
        latest: entry.told,
      };
    case 'not-reached':
      return { ...next, unreached: new Set([...concern.unreached, entry.destination]) };
    case 'take':
      // The first one has it; who comes a moment later sees whose it is.
      return concern.owner
        ? next
        : { ...withoutWait(next), owner: { id: entry.by, since: entry.at, account: entry.account } };
    case 'untake': {
      const { owner: _, until: __, ...free } = next;
      return concern.owner?.id === entry.by ? { ...free, level: 0, lastToldAt: entry.at, givenBack: true } : next;
    }
    case 'hand':
      return { ...telling(withoutWait(next), [entry.to]), owner: handedTo(entry, concern) };
    case 'done':
    case 'tried':
    case 'not-needed':
    case 'not-mine':
      return { ...next, said: said(entry, concern) };
    case 'undone':
      return { ...next, said: new Map([...concern.said].filter(([duty]) => duty !== entry.duty)) };
    case 'snooze':
      return concern.owner?.id === entry.by ? { ...next, until: entry.until } : next;
    case 'seen':
      return next;
    case 'outcome':
      return { ...next, outcome: entry.outcome };
    case 'close':
      return concern.closed ? next : { ...next, closed: 'done' };
    case 'reopen':
      return reopened(next, entry);
    case 'reminded':
      return { ...telling(next, entry.told), reminded: new Set([...concern.reminded, entry.duty]) };
    case 'same':
      return { ...next, closed: 'joined' };
    case 'not-us':
      return { ...next, closed: 'not-for-us' };
    case 'end':
      return { ...next, closed: 'ended' };
    case 'gained':
      return concern.entries.some((each) => each.type === 'gained' && each.reference === entry.reference)
        ? concern
        : next;
    case 'contact':
    case 'erase':
    case 'text':
      return next;
    case 'gone':
      return gone(next, entry);
    case 'freed':
      return freed(next, entry);
    case 'picked':
      return picked(next, entry);
  }
}

type ReportEntry = Extract<ConcernEntry, { type: 'report' }>;

const raised = (entry: ReportEntry): Concern => ({
  first: entry.report,
  report: entry.report,
  raisedAt: entry.at,
  told: entry.told,
  latest: entry.told,
  unreached: new Set(),
  level: 0,
  lastToldAt: entry.at,
  givenBack: false,
  gone: new Set(),
  said: new Map(),
  reminded: new Set(),
  entries: [entry],
});

/** What one holder put off binds no other. */
function withoutWait({ until: _, ...concern }: Concern): Concern {
  return concern;
}

type DutyEntry = Extract<ConcernEntry, { type: 'done' | 'tried' | 'not-needed' | 'not-mine' }>;

/** Who did it first did it. Tries are kept, whatever is said after them. */
function said(entry: DutyEntry, concern: Concern): Concern['said'] {
  const before = concern.said.get(entry.duty);
  if (entry.type === 'done' && before?.how === 'done') return concern.said;
  const { type: how, at, by } = entry;
  const reason = 'reason' in entry ? { reason: entry.reason } : {};
  const tries = [...(before?.tries ?? []), ...(how === 'tried' ? [at] : [])];
  return new Map([...concern.said, [entry.duty, { how, at, by, ...reason, tries }]]);
}

/** What ended otherwise, or was taken back by whoever raised it, is not theirs to open. */
function reopened(concern: Concern, { at, by, account }: Extract<ConcernEntry, { type: 'reopen' }>): Concern {
  const { closed, outcome: _, ...running } = concern;
  return closed === undefined || closed === 'ended' ? concern : { ...running, owner: { id: by, since: at, account } };
}

/** Whoever had it and is gone has it no longer; those left are told, and telling begins anew. */
function gone(concern: Concern, entry: Extract<ConcernEntry, { type: 'gone' }>): Concern {
  const { owner, ...free } = withoutWait(concern);
  const kept = owner && !entry.gone.includes(owner.id) ? { owner } : {};
  return {
    ...telling({ ...free, ...kept }, entry.told),
    gone: new Set(entry.gone),
    level: 0,
    lastToldAt: entry.at,
    latest: entry.told,
  };
}

/** An older version did not keep the account: it is the one they pressed with. */
function handedTo({ to, at, toAccount }: Extract<ConcernEntry, { type: 'hand' }>, { entries }: Concern) {
  const account = toAccount ?? entries.flatMap((each) => ('by' in each && each.by === to ? [each.account] : [])).at(-1);
  return { id: to, since: at, ...(account === undefined ? {} : { account }) };
}

function ownerKnown({ owner }: Concern, entry: ConcernEntry): Pick<Concern, 'owner'> {
  const theirs = owner && owner.account === undefined && 'by' in entry && entry.by === owner.id;
  return theirs ? { owner: { ...owner, account: entry.account } } : {};
}

/** Telling begins anew. Whoever took it over in between keeps it. */
function freed(concern: Concern, { at, why, owner: lost, told }: Extract<ConcernEntry, { type: 'freed' }>): Concern {
  const { owner, closed, ...free } = withoutWait(concern);
  const isFree = why === 'parted' ? closed === 'joined' : closed === undefined;
  const counts = isFree && (why !== 'owner' || owner?.id === lost);
  return counts ? { ...telling(free, told), level: 0, lastToldAt: at, latest: told } : concern;
}

/** Neither closed nor taken back. */
export const runs = ({ closed, report }: Concern): boolean => closed === undefined && !report.withdrawn;

/** Those who are gone are out of it, whoever comes back in the file: only the reporter's own press counts. */
function picked(concern: Concern, { at, person, mark, told }: Extract<ConcernEntry, { type: 'picked' }>): Concern {
  const { report } = concern;
  if (report.guard === 'open') return concern;
  const stay = report.guard.filter((id) => id !== person && !concern.gone.has(id));
  const marks = Object.fromEntries(stay.flatMap((id) => (report.marks?.[id] ? [[id, report.marks[id]]] : [])));
  return {
    ...telling(concern, told),
    report: { ...report, guard: [...stay, person], marks: { ...marks, [person]: mark } },
    gone: new Set(),
    level: 0,
    lastToldAt: at,
    latest: told,
  };
}

/** Who is told again is tried again. */
function telling(concern: Concern, told: readonly Destination[]): Concern {
  return {
    ...concern,
    told: [...new Set([...concern.told, ...told])],
    unreached: new Set([...concern.unreached].filter((each) => !told.includes(each))),
  };
}

/** Reports can overtake each other; only a newer one counts. */
function reported(concern: Concern, { at, report: newer, told }: ReportEntry): Concern {
  const { report: older, owner } = concern;
  if (newer.revision <= older.revision) return concern;
  if (newer.holds) {
    const { marks: _, ...held } = older;
    return { ...concern, report: { ...held, revision: newer.revision, guard: newer.guard } };
  }
  const changed = JSON.stringify(newer.answers) !== JSON.stringify(older.answers);
  // Limits are counted from the answers: to say that it was referred moves none of them.
  const report = { ...newer, at: changed ? newer.at : older.at };
  const {
    owner: _,
    outcome,
    ...next
  }: Concern = {
    ...telling(changed ? withoutWait(concern) : concern, told),
    report,
    ...(changed ? { before: older, said: stillSaid(concern) } : {}),
  };
  // The people of another site are others, whatever their ids.
  const moved = newer.site !== older.site;
  const kept = {
    ...(owner && !moved && maySee(next, owner.id) ? { owner } : {}),
    ...(outcome && !changed ? { outcome } : {}),
  };
  const others = isForOthers(older, newer);
  // Whoever closed it knew other answers, or may not know of it any more: that binds nobody.
  const { closed, ...running } = next;
  const reopened = closed !== undefined && (changed || others) && !newer.withdrawn;
  const after = reopened ? running : next;
  if (!others) return { ...after, ...kept, ...(reopened ? { level: 0, lastToldAt: at, givenBack: true } : {}) };
  return {
    ...after,
    ...kept,
    ...(moved ? { told, unreached: new Set() } : {}),
    gone: new Set(),
    level: 0,
    lastToldAt: at,
    latest: told,
  };
}

/** That something is not needed was said of other answers; what was done or tried stays so. */
const stillSaid = ({ said: before }: Concern): Concern['said'] =>
  new Map([...before].filter(([, { how }]) => how !== 'not-needed'));

/** Who may know has changed: telling begins anew, and who may know no longer cannot keep it. */
export function isForOthers(older: Report, newer: Report): boolean {
  const who = ({ site, guard, marks }: Report) => JSON.stringify([site, guard, guard === 'open' ? {} : (marks ?? {})]);
  return who(newer) !== who(older);
}

/** Whether this destination may still learn more. The channel is open to everybody in it. */
export function maySee(
  { report: { guard } }: { readonly report: Pick<Report, 'guard'> },
  destination: Destination,
): boolean {
  return guard === 'open' || guard.includes(destination);
}
