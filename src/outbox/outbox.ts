/**
 * Delivers what is owed. The process that took a turn sends its reply and its notice at once; the sweep sends what was
 * left behind: by a crash, a refusal of the platform, or a store that could not be told. Nothing else in the program
 * retries.
 *
 * A message can be sent twice only where the process died, or the store fell silent, between sending and noting it.
 * No reply is stored: `compose` makes it again from the entries each time.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Address, Delivered, OnFault } from '../contract.ts';
import {
  type Key,
  type NewItem,
  type Owed,
  type OwedReply,
  type Sealed,
  type Store,
  StoreUnavailable,
} from '../store/store.ts';
import { createAges } from './ages.ts';
import { backoff } from './backoff.ts';
import { createLines, type Lane } from './lines.ts';
import { createSend, type Sendable } from './send.ts';
import { createSweep, type Ticket } from './sweep.ts';

export interface Composed extends Sendable {
  /** A notice of a concern: its reference as the log has it, hashed. */
  readonly about?: string;
  /**
   * Seals the addresses of the posted cards for the next turn; nothing when there is nothing new. Not asked for an item.
   * `found`: those that stand noted by now, where another reply of the same talk was on its way beside this one.
   */
  readonly keep?: (cards: readonly Address[], found: Sealed | null) => Sealed | undefined;
  /** What becomes due once this was sent or tried: notices, reminders. Keys come from the concern: twice is once. */
  readonly items?: readonly NewItem[];
  /** What was marked under the same key while this was being sent, claimed to go out at once. */
  readonly next?: () => Promise<Owed | null>;
}

/** Nothing to send; but these become due, and these replies are marked and go out at once. */
export interface Arranged {
  readonly items: readonly NewItem[];
  readonly follow: readonly OwedReply[];
}

/**
 * Why nothing can be made of it now. `unreadable`: what is stored cannot be opened. `not-served`: its workspace is not
 * in the organisation file, or its platform is not set up; either may be so again in a minute.
 */
export type NotNow = 'unreadable' | 'not-served';

/**
 * What to send for what is owed. `null`: nothing any more.
 * It is asked again at each try, so doing it twice must be the same as once.
 */
export type Compose = (owed: Owed) => MaybeLater<Composed | Arranged | null | NotNow>;
type MaybeLater<T> = T | Promise<T>;
type Work = Composed | Arranged | null;

/** `sent`, or why not; `later`: it is due again, `failed`: it was given up and handed to `onFailed`. */
export type Sent = 'sent' | 'later' | 'failed';

export interface OutboxEvent {
  readonly kind: Owed['kind'];
  /** A reply to somebody; a notice of a concern; or a step on a notice's way, of which nobody is told. */
  readonly what: 'reply' | 'notice' | 'step';
  /** The concern's reference, hashed, where it is a notice. */
  readonly about?: string;
  readonly result: Sent | 'not-noted';
  readonly attempts: number;
  /** A fixed word or the platform's error code; never words of a message. */
  readonly reason?: string;
}

export interface OutboxOptions {
  readonly store: Store;
  readonly compose: Compose;
  /** Given up for good. It is dropped once this returns; after a crash it can be told twice. */
  readonly onFailed: (owed: Owed, reason: string) => Promise<void> | void;
  readonly onEvent?: (event: OutboxEvent) => void;
  /** A fault of ours: what is due could not be worked out, or the channel could not draw it. */
  readonly onFault?: OnFault;
  /** The store's clock. */
  readonly clock: () => number;
  readonly random: () => number;
  /** How long one send may take. 24 s unless told: a channel may give up sooner. It must stay below the store's 30 s lease. */
  readonly sendMs?: number;
  /** How long a reply is worth sending. 12 hours unless told. An item carries its own end. */
  readonly lifeOf?: (reply: OwedReply) => number;
  /** Of something owed under this name somebody is waiting to be told: before replies. Nothing unless told. */
  readonly isUrgent?: (key: Key) => boolean;
  /** How long a refusal that nobody knows is believed to pass. As long as the reply is worth sending, unless told. */
  readonly patienceOf?: (reply: OwedReply) => number;
  /** Whoever is to get this is owed it whatever their place says: it is tried again for its time. Nothing unless told. */
  readonly isOwedAnyhow?: (reply: OwedReply) => boolean;
  /** Tries before giving up, whatever the time. 300 unless told: more than a day of refusals. */
  readonly mostAttempts?: number;
  /** Pause between sweeps. 5 s unless told. */
  readonly sweepMs?: number;
}

export interface Outbox {
  /** Send a reply whose step came back `yours`. Never throws: what cannot be sent now is due later. */
  sendNow(reply: OwedReply): Promise<Sent>;
  /** One walk over all that is due. @returns how many were taken on. @throws {StoreUnavailable} */
  sweep(): Promise<number>;
  /** How many lines to platforms are down: what goes by them waits, and nothing of it is given up. */
  linesDown(): number;
  /** How many things wait because their place refused them, as far as this process tried. */
  placesRefused(): number;
  /** How long the oldest of what is owed has waited, as far as this process met it. */
  oldestOwedMs(): number;
  /** Sweep now and then until stopped. */
  start(): void;
  /** Take nothing more on, and wait for the sends under way. */
  stop(): Promise<void>;
}

type NotSent = Exclude<Delivered, { status: 'sent' }>;

/** What a place refused is tried again this soon, for this long: a fault of a moment is over by then. */
const soonMs = 2_000;
const soonForMs = 30_000;
/** What is not served is looked at again this soon: somebody may be mending the file. */
const notServedMs = 15_000;
/** Given up untried. */
const expired = { status: 'failed', reason: 'expired' } as const satisfies Delivered;
/** Notes of a sent message are tried for as long as the lease keeps others from sending it again. */
const noteMs = 15_000;

export function createOutbox(options: OutboxOptions): Outbox {
  const { store, compose, onFailed, onEvent = () => {}, onFault = () => {}, clock, random } = options;
  const { sendMs = 24_000, lifeOf = () => 12 * 3_600_000, mostAttempts = 300, sweepMs = 5_000 } = options;
  const { isUrgent = () => false, patienceOf = lifeOf, isOwedAnyhow = () => false } = options;
  const laneOf = (key: Key): Lane => (isUrgent(key) ? 'urgent' : 'reply');
  const lines = createLines(random);
  const ages = createAges(clock);
  const send = createSend({ store, sendMs, onFault, clock });
  const stopping = new AbortController();
  const underWay = new Set<Promise<unknown>>();
  /** What waits after its place refused it, and since when. */
  const refused = new Map<Key, number>();
  /** What is being sent, by its name; and what was not alone under it. */
  const inHand = new Map<Key, Set<Owed>>();
  const hurried = new Set<Owed>();
  let loop: Promise<void> | undefined;

  /** @returns with when to try again, where the line is down. */
  async function deliver(owed: Owed, work: Work): Promise<{ delivered: Delivered; downUntil?: number | undefined }> {
    if (work === null || !('channel' in work)) return { delivered: { status: 'sent', cards: [] } };
    const delivered = await send(owed, work);
    return { delivered, downUntil: lines.note(owed.key, laneOf(owed.key), delivered, clock()) };
  }

  /** @returns whether there is room on the line that this goes by. What is not swept is sent at once: somebody waits. */
  function hasRoom({ key }: Owed, work: Work, ticket: Ticket | undefined): boolean {
    if (work === null || !('channel' in work)) return true;
    const line = work.channel.lineOf?.(work.outgoing.to) ?? '';
    if (ticket) return ticket.enter(line);
    lines.learn(key, line);
    return true;
  }

  /** A lead must hear of the concern even where its reporter cannot be reached. */
  async function addItems(owed: Owed, composed: Work): Promise<void> {
    const items = composed?.items ?? [];
    if (items.length > 0) await store.settle({ key: owed.key, items });
  }

  /** Tells of it, and notes whether it is owed still. */
  function said(owed: Owed, result: OutboxEvent['result'], reason?: string, about?: string): void {
    if (result === 'later') ages.saw(owed.key, owed.kind === 'reply' ? owed.owed.since : undefined);
    else ages.done(owed.key);
    const silent = laneOf(owed.key) === 'urgent' ? 'step' : 'reply';
    onEvent({
      kind: owed.kind,
      what: about === undefined ? silent : 'notice',
      ...(about !== undefined && { about }),
      result,
      attempts: attemptsOf(owed),
      ...(reason !== undefined && { reason }),
    });
  }

  async function handle(owed: Owed, ticket?: Ticket): Promise<Sent> {
    let about: string | undefined;
    const tell = (result: OutboxEvent['result'], reason?: string) => said(owed, result, reason, about);

    const giveUp = async (reason: string): Promise<Sent> => {
      refused.delete(owed.key);
      await onFailed(owed, reason);
      await store.drop(owed);
      tell('failed', reason);
      return 'failed';
    };
    const later = async (reason: string, afterMs?: number): Promise<Sent> => {
      const at = clock() + backoff(attemptsOf(owed), random(), afterMs);
      if (attemptsOf(owed) >= mostAttempts || at >= endOf(owed, lifeOf)) return giveUp(reason);
      await store.retry(owed, at);
      tell('later', reason);
      return 'later';
    };

    /**
     * What cannot be done is kept for whoever can: another version, or the same one under the key that is missing. So is
     * what cannot get through by a line that is down: that says nothing of this message.
     */
    const wait = async (reason: string, until = clock() + backoff(attemptsOf(owed), random())): Promise<Sent> => {
      await store.retry(owed, until);
      tell('later', reason);
      return 'later';
    };
    /** What a place refuses may be a fault of all of them, and a reporter's own answer is owed whatever it is. */
    const refusedByPlace = ({ reason, of }: NotSent & { status: 'failed' }, began: number): Promise<Sent> => {
      const isOfAll = of === 'place-or-all' && lines.judge(owed.key, reason, began, clock()) === 'wait';
      if (!isOfAll && !(owed.kind === 'reply' && isOwedAnyhow(owed))) return giveUp(reason);
      const since = refused.get(owed.key) ?? clock();
      refused.set(owed.key, since);
      if (clock() - since >= soonForMs) return isOfAll ? wait(reason) : later(reason);
      const soon = Math.round(soonMs * (0.5 + random() / 2));
      lookAgainIn(soon);
      return wait(reason, clock() + soon);
    };
    const notSent = (delivered: NotSent, began: number, downUntil: number | undefined): Promise<Sent> => {
      const { status, reason } = delivered;
      if (status === 'failed' && delivered.of) return refusedByPlace(delivered, began);
      if (status === 'down') return wait(reason, downUntil);
      if (status === 'failed' || isStrangeForLong(delivered)) return giveUp(reason);
      return later(reason, delivered.afterMs);
    };
    const isStrangeForLong = ({ unknown }: NotSent & { status: 'retry' }) =>
      unknown === true && owed.kind === 'reply' && clock() - owed.owed.since >= patienceOf(owed);

    const composed = await tryCompose(owed);
    if (composed === 'unreadable') return wait('unreadable');
    if (composed === 'not-served') {
      return clock() >= endOf(owed, lifeOf) ? giveUp('expired') : wait('not-served', clock() + notServedMs);
    }
    if (composed === 'fault') return owed.kind === 'item' ? wait('compose') : later('compose');
    if (!hasRoom(owed, composed, ticket)) {
      await store.retry(owed, clock());
      ticket?.putBack();
      return 'later';
    }
    about = aboutOf(composed);
    const began = clock();
    const tooLate = began >= endOf(owed, lifeOf);
    const { delivered, downUntil } = tooLate ? { delivered: expired } : await deliver(owed, composed);
    if (delivered.status !== 'sent') {
      await addItems(owed, composed);
      const result = await notSent(delivered, began, downUntil);
      ticket?.leave();
      await sendDue(composed);
      return result;
    }
    refused.delete(owed.key);
    const noted = await persist(() => note(owed, composed, delivered.cards));
    tell(noted ? 'sent' : 'not-noted');
    ticket?.leave();
    if (noted) await sendDue(composed);
    if (noted) await sendNext(composed);
    return 'sent';
  }

  async function sendNext(composed: Work): Promise<void> {
    if (composed === null || !('next' in composed) || stopping.signal.aborted) return;
    const next = await composed.next?.().catch(() => null);
    if (next) await safely(next);
  }

  /** New items that are due go out at once, claimed like any other. What fails here is left to the sweep. */
  async function sendDue(composed: Work): Promise<void> {
    const follow = composed !== null && 'follow' in composed ? composed.follow : [];
    await Promise.all(follow.map((reply) => (stopping.signal.aborted ? undefined : safely(reply))));
    for (const { key, due } of composed?.items ?? []) {
      // What is due later is the sweep's.
      if (due > clock()) continue;
      const owed = stopping.signal.aborted ? null : await store.claim(key).catch(() => null);
      if (owed) await safely(owed);
    }
  }

  async function tryCompose(owed: Owed): Promise<Work | NotNow | 'fault'> {
    try {
      return await compose(owed);
    } catch (error) {
      if (error instanceof StoreUnavailable) throw error;
      // A fault of ours. The next version may mend it, so what is owed is kept; its words stay out of the log.
      onFault('due', error, owed.key);
      return 'fault';
    }
  }

  async function note(owed: Owed, composed: Work, cards: readonly Address[]): Promise<void> {
    const items = composed?.items ?? [];
    const found = hurried.has(owed) ? (await store.read(owed.key)).cards : null;
    const sealed = composed !== null && 'keep' in composed ? composed.keep?.(cards, found) : undefined;
    const kept = sealed === undefined ? {} : { cards: sealed };
    const turn = owed.kind === 'reply' ? owed.owed.turn : 0;
    if (owed.kind === 'reply' || items.length > 0) await store.settle({ key: owed.key, turn, items, ...kept });
    if (owed.kind === 'item') await store.drop(owed);
  }

  /** Noting twice is harmless, so an unknown outcome is tried again like a refusal. */
  async function persist(work: () => Promise<void>): Promise<boolean> {
    const end = performance.now() + noteMs;
    for (let attempt = 0; ; attempt++) {
      try {
        await work();
        return true;
      } catch (error) {
        if (!(error instanceof StoreUnavailable) || performance.now() > end) return false;
        await sleep(Math.min(100 * 2 ** attempt, 2_000) * (0.5 + random() / 2));
      }
    }
  }

  /** Whatever goes wrong here leaves the mark as it is; the lease ends and the sweep takes it up. */
  function safely(owed: Owed, ticket?: Ticket): Promise<Sent> {
    const work = alone(owed, () => handle(owed, ticket)).catch((error: unknown): Sent => {
      const reason = error instanceof Error ? error.name : 'unknown';
      said(owed, 'later', reason);
      return 'later';
    });
    underWay.add(work);
    return work.finally(() => underWay.delete(work));
  }

  /** Notes what is sent under one name at the same time. */
  async function alone<T>(owed: Owed, work: () => Promise<T>): Promise<T> {
    const others = inHand.get(owed.key) ?? new Set();
    inHand.set(owed.key, others.add(owed));
    if (others.size > 1) for (const each of others) hurried.add(each);
    try {
      return await work();
    } finally {
      others.delete(owed);
      hurried.delete(owed);
      if (others.size === 0) inHand.delete(owed.key);
    }
  }

  const trouble = (error: unknown) => {
    const reason = error instanceof Error ? error.name : 'unknown';
    onEvent({ kind: 'item', what: 'step', result: 'later', attempts: 0, reason });
  };
  const sweeping = createSweep({
    store,
    lines,
    ages,
    laneOf,
    clock,
    handle: safely,
    onTrouble: trouble,
    stopped: () => stopping.signal.aborted,
  });

  async function sweep(): Promise<number> {
    const before = sweeping.taken();
    await sweeping.refill();
    await sweeping.settled();
    return sweeping.taken() - before;
  }

  /** Behind a notice that its place refuses the next people wait: not for the next sweep as well. */
  function lookAgainIn(ms: number): void {
    if (!loop) return;
    const waited = sleep(ms, undefined, { signal: stopping.signal, ref: false });
    void waited.then(() => sweeping.refill().catch(trouble)).catch(() => {});
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      // What was taken up is not waited for: the next sweep finds what has room meanwhile.
      await sweeping.refill().catch(trouble);
      const pause = sweepMs * (0.75 + random() / 2);
      await sleep(pause, undefined, { signal: stopping.signal, ref: false }).catch(() => {});
    }
  }

  return {
    sendNow: (reply) => safely(reply),
    sweep,
    linesDown: lines.down,
    placesRefused: () => refused.size,
    oldestOwedMs: ages.oldestMs,
    start() {
      loop ??= run();
    },
    async stop() {
      stopping.abort();
      await loop;
      await sweeping.settled();
      await Promise.all(underWay);
    },
  };
}

function attemptsOf(owed: Owed): number {
  return owed.kind === 'reply' ? owed.owed.attempts : owed.attempts;
}

const aboutOf = (work: Work): string | undefined => (work !== null && 'channel' in work ? work.about : undefined);

function endOf(owed: Owed, lifeOf: (reply: OwedReply) => number): number {
  return owed.kind === 'reply' ? owed.owed.since + lifeOf(owed) : owed.expires;
}
