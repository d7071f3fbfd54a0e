/**
 * A concern is erased before its time only once it is over, and by two people: the first asks, the second does the
 * same. One of them must be somebody who may see it; an administrator may be the other where everybody named may know.
 * Its cards and whoever raised it are told before anything is gone. A try that fails is in the audit.
 */
import { eraseDays } from '../../../dialogs/keeping.ts';
import { eraseDone, erasedNote } from '../../../dialogs/leads/admin/erasing.ts';
import { type LeadRefusal, refusalLine } from '../../../dialogs/leads/concern/refusals.ts';
import type { Message } from '../../../dialogs/message.ts';
import { type Organisation, peopleOf, siteOf } from '../../../rules/local.ts';
import type { Account, Address, Incoming } from '../../contract.ts';
import { administratorId, noteAct } from '../admin/audit.ts';
import { buttonsFor } from '../concern/buttons.ts';
import { keyOf } from '../concern/by-reference.ts';
import { type Concern, type ConcernEntry, maySee } from '../concern/concern.ts';
import { addressOfDestination } from '../concern/destinations.ts';
import { keptConcerns } from '../concern/kept.ts';
import { noteErased } from '../concern/open-list.ts';
import type { DeskPorts } from '../concern/ports.ts';
import { addEntry, dayMs, readableConcern, readConcern, tenantOf } from '../concern/reading.ts';
import { keepMs } from '../concern/retention.ts';
import { isAdministrator, leadOf } from '../concern/roles.ts';
import { viewOf } from '../concern/view.ts';
import { everybodyOf, listOf, placeKey, reporterPlace } from '../notify/publish.ts';
import type { DeskAnswer } from './press.ts';

const askedMs = eraseDays * dayMs;
const sendMs = 8_000;

type EraseAsked = Extract<ConcernEntry, { type: 'erase' }>;

/** Somebody asked for it, and nothing its reporter said came after. Pure. */
function askedToErase({ entries }: Pick<Concern, 'entries'>, now: number): EraseAsked | undefined {
  const last = entries.findLast(({ type }) => type === 'erase' || type === 'report');
  return last?.type === 'erase' && now - last.at < askedMs ? last : undefined;
}

/** @param reference as somebody typed it; to whom the concern is not known there is none */
export async function eraseTyped(
  incoming: Incoming,
  organisation: Organisation,
  reference: string,
  ports: DeskPorts,
): Promise<DeskAnswer> {
  const { from } = incoming;
  const own = await keyOf(reference, from, organisation, ports);
  const seen = own === undefined ? undefined : await readableConcern(own, ports);
  const isSeen = typeof seen === 'object' && leadOf(seen, organisation, from) !== undefined;
  const kept = isAdministrator(organisation, from) ? await keptConcerns(from, organisation, ports) : [];
  const found = kept.find(({ concern }) => concern.report.reference === reference);
  const key = isSeen ? own : found?.key;
  return key ? eraseKey(incoming, organisation, key, ports) : refused('unknown', incoming, organisation, ports);
}

export async function eraseKey(
  incoming: Incoming,
  organisation: Organisation,
  key: string,
  ports: DeskPorts,
): Promise<DeskAnswer> {
  const { from } = incoming;
  const { concern } = await readConcern(key, ports);
  const by = concern && actorOf(concern, organisation, from);
  if (!concern || !by) return refused('unknown', incoming, organisation, ports);
  const view = viewOf(concern, { id: ports.names.idOf(key), organisation, calendar: ports.calendar });
  if (view.stage === 'open' || view.stage === 'owned')
    return refused('not-over', incoming, organisation, ports, concern);
  const asked = askedToErase(concern, ports.clock());
  if (!asked) return ask(incoming, organisation, key, concern, by.id, ports);
  if (asked.by === by.id || asked.account === from.person) {
    return refused('second-person', incoming, organisation, ports, concern);
  }
  if (!by.maySee && !mayStillSee(asked, concern, organisation)) {
    return refused('second-person', incoming, organisation, ports, concern);
  }
  return erase(incoming, organisation, key, concern, asked.by, ports);
}

/** As whom this person may have to do with it. */
function actorOf(
  concern: Concern,
  organisation: Organisation,
  from: Account,
): { readonly id: string; readonly maySee: boolean } | undefined {
  const lead = leadOf(concern, organisation, from);
  if (lead) return { id: lead.person.id, maySee: true };
  const isOpen = concern.report.guard === 'open';
  return isOpen && isAdministrator(organisation, from)
    ? { id: administratorId(organisation, from), maySee: false }
    : undefined;
}

function mayStillSee({ by }: EraseAsked, concern: Concern, organisation: Organisation): boolean {
  const site = siteOf(organisation, concern.report.site);
  return site !== undefined && peopleOf(site).some(({ id }) => id === by) && maySee(concern, by);
}

async function refused(
  why: LeadRefusal,
  incoming: Incoming,
  organisation: Organisation,
  ports: DeskPorts,
  concern?: Concern,
): Promise<DeskAnswer> {
  await note('erase-refused', incoming, organisation, ports, concern);
  return { say: refusalLine(why) };
}

/** Of a restricted concern there is nothing in the audit, and of one that nobody found no reference. */
async function note(
  what: 'erase-refused' | 'erased',
  incoming: Incoming,
  organisation: Organisation,
  ports: DeskPorts,
  concern?: Concern,
  askedBy?: string,
): Promise<void> {
  const isOpen = concern?.report.guard === 'open';
  if (concern && !isOpen) return;
  const lead = concern && leadOf(concern, organisation, incoming.from);
  if (!lead && !isAdministrator(organisation, incoming.from)) return;
  const who = lead?.person.id ?? administratorId(organisation, incoming.from);
  await noteAct(
    incoming,
    organisation,
    { who, what, ...(concern ? { reference: concern.report.reference } : {}), ...(askedBy ? { askedBy } : {}) },
    ports,
  );
}

async function ask(
  incoming: Incoming,
  organisation: Organisation,
  key: string,
  concern: Concern,
  by: string,
  ports: DeskPorts,
): Promise<DeskAnswer> {
  const entry: ConcernEntry = { type: 'erase', at: ports.clock(), by, account: incoming.from.person };
  const how = { delivery: `erase:${incoming.delivery}`, keepMs: keepMs(concern, entry, organisation, ports) };
  const { follow } = await addEntry(key, incoming.from, entry, how, ports);
  return { follow, say: eraseDone(concern.report.reference, 'asked') };
}

async function erase(
  incoming: Incoming,
  organisation: Organisation,
  key: string,
  concern: Concern,
  askedBy: string,
  ports: DeskPorts,
): Promise<DeskAnswer> {
  const { store, names } = ports;
  // Told first: what is gone can tell nobody.
  if (!(await tellErased(key, concern, organisation, ports))) return { say: refusalLine('not-told') };
  await note('erased', incoming, organisation, ports, concern, askedBy);
  const places = [reporterPlace, ...everybodyOf(concern)].map((place) =>
    placeKey(key, concern, place, organisation, ports),
  );
  const tenant = tenantOf(concern);
  await store.forget(key);
  const list = listOf(concern, organisation, ports);
  if (list !== undefined) await store.leave(list, key);
  await noteErased(key, concern, organisation, ports);
  for (const each of [key, ...places]) {
    await store.forget(each);
    await store.leave(names.workspace(tenant), each);
  }
  return { say: eraseDone(concern.report.reference, 'erased') };
}

/** @returns whether each place was told, or can never be */
async function tellErased(
  key: string,
  concern: Concern,
  organisation: Organisation,
  ports: DeskPorts,
): Promise<boolean> {
  const { report } = concern;
  const channel = ports.channelOf(report.channel);
  const message = erasedNote(report.reference);
  const token = buttonsFor(tenantOf(concern), ports);
  const send = async (to: Address, post: readonly Message[], card?: Address): Promise<boolean> => {
    const edit = card ? { edit: [{ card, message }] } : {};
    const sent = await channel?.deliver({ to, post, token, ...edit }, AbortSignal.timeout(sendMs));
    return sent !== undefined && sent.status !== 'retry';
  };
  const leads = everybodyOf(concern).map(async (destination) => {
    const place = placeKey(key, concern, destination, organisation, ports);
    const card = ports.seal.openStand((await ports.store.read(place)).cards, place)?.card;
    const to = channel && addressOfDestination(destination, report, { organisation, channel, near: report.to });
    return !to || send(to, card ? [] : [message], card);
  });
  const told = await Promise.all([send(report.to, [message]), ...leads]);
  return told.every((each) => each);
}
