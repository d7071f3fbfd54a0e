/**
 * The store as the conversation and the outbox see it: one atomic step a turn, and a list of what is owed.
 * Two adapters keep this contract (redis.ts, sqlite.ts); test/store/contract.ts is the contract in full.
 *
 * The store reads nothing it keeps: entries, addresses and notices are sealed, names reveal nobody (seal/).
 * Times are milliseconds since 1970 by the clock the store was opened with.
 */

/** Text sealed by seal/seal.ts. */
export type Sealed = string;

/** A name made by seal/index-key.ts. */
export type Key = string;

export type StoreChange =
  /** Add one entry. */
  | { readonly do: 'append'; readonly entry: Sealed }
  /** Forget the entries so far and begin with this one. The revision goes on rising. */
  | { readonly do: 'clear'; readonly entry: Sealed }
  /** Nothing changes; a reply may be owed all the same (help, why, show). Revisions are not compared. */
  | { readonly do: 'nothing' };

export interface StepRequest {
  readonly key: Key;
  /** The platform's id of this delivery. Seen within 25 hours: the step is `repeated` and changes nothing. */
  readonly delivery: string;
  /** The revision the card was drawn for. `null`: any. */
  readonly expected: number | null;
  /** The revision that the first entry of a key makes: {@link firstRevision} of now unless told. */
  readonly begins?: number;
  readonly change: StoreChange;
  /** Where the reply goes, and anything needed to compute it again that is not in the entries. Absent: none is owed. */
  readonly reply?: Sealed;
  /**
   * How many entries there may be after this step: 500 unless told. What is vital asks for more than what is harmless,
   * so that no number of harmless ones can ever use up its room.
   */
  readonly most?: number;
  /** How long it is kept after this step, where that is not the idle time of conversations: concerns live for weeks. */
  readonly keepMs?: number;
}

/** What is stored under one key. With nothing stored: revision 0, no entries. */
export interface KeyState {
  /**
   * Rises with every change. The first one of a conversation is the second it began in, so that a card of an
   * expired or forgotten conversation never fits a new one.
   */
  readonly revision: number;
  readonly entries: readonly Sealed[];
  /** The addresses of the last posted cards, to shrink them. */
  readonly cards: Sealed | null;
  readonly owed: OwedMark | null;
}

/** "A reply is owed." One slot a conversation: a newer mark replaces an older one. */
export interface OwedMark {
  /** Tells this mark from every other of the conversation, older or newer. */
  readonly turn: number;
  /** The revision the reply was first owed for. */
  readonly revision: number;
  readonly to: Sealed;
  readonly since: number;
  /** Tries begun, the one of the process that took the turn included. */
  readonly attempts: number;
}

export interface StepResult extends KeyState {
  /**
   * `taken`: the change is stored. `stale`: another revision is stored. `repeated`: this delivery was seen before.
   * `read`: there was nothing to change. The state is the one after the step, whatever the outcome.
   */
  readonly outcome: 'taken' | 'stale' | 'repeated' | 'read';
  /**
   * `yours`: send `owed` now. It is this step's, or that of one whose sender has fallen silent. `on-its-way`: another
   * process is sending this revision's reply (the second half of a double click). `none`: nothing is owed by this step.
   */
  readonly reply: 'yours' | 'on-its-way' | 'none';
}

/** Something owed that is not a reply: a notice, a reminder, an escalation. */
export interface NewItem {
  /** Made from the concern and the purpose. A second item of the same key is ignored, also after it was sent. */
  readonly key: Key;
  readonly payload: Sealed;
  readonly due: number;
  /** Must be after `due`. From then on it is no longer sent; the outbox reports it as failed. */
  readonly expires: number;
}

export interface SettleRequest {
  readonly key: Key;
  /** Of the mark that was sent: it is cleared, a newer one stays. Absent: nothing was sent, only add the items. */
  readonly turn?: number;
  /** Kept with the turn that posted them, so it needs `turn`. */
  readonly cards?: Sealed;
  /** All of the conversation's own tenant. */
  readonly items?: readonly NewItem[];
}

export interface OwedReply extends KeyState {
  readonly kind: 'reply';
  readonly key: Key;
  readonly owed: OwedMark;
}

export interface OwedItem {
  readonly kind: 'item';
  readonly key: Key;
  readonly payload: Sealed;
  readonly expires: number;
  readonly attempts: number;
}

export type Owed = OwedReply | OwedItem;

/** `sealed`: nothing where it has none any more. `revision`: of what it was made from. */
export interface NoteLine {
  readonly sealed: Sealed | null;
  readonly revision: number;
  readonly keepMs: number;
}

export interface Noted {
  readonly key: Key;
  readonly sealed: Sealed;
}

export interface Durability {
  /** `full`: what is accepted survives a crash. `weak`: about a second can be lost. `none`: a restart loses all. */
  readonly level: 'full' | 'weak' | 'none';
  /** What is in force and what to change, one plain sentence each. */
  readonly findings: readonly string[];
}

/** One sealed value, and the name it is kept under. */
export interface Sample {
  readonly key: Key;
  readonly sealed: Sealed;
  /** Of an entry: the revision that it made, and whether it is the first. */
  readonly place?: { readonly revision: number; readonly first: boolean };
}

/** Every method: @throws {StoreUnavailable} {StoreCorrupt}. */
export interface Store {
  /** One turn, one round trip, all or nothing. @throws {StoreRefused} */
  step(request: StepRequest): Promise<StepResult>;
  /** For typed text, which must be understood before it can be a step. */
  read(key: Key): Promise<KeyState>;
  /** After sending, or trying: keep the cards, clear the mark if it is still that one, add items. Doing it twice is harmless. */
  settle(request: SettleRequest): Promise<void>;
  /** Keys of what is due, most overdue first. Others may claim them before you do. */
  due(limit: number): Promise<readonly Key[]>;
  /** Take what is due under this key for 30 seconds. `null`: no longer due, or somebody else has it. */
  claim(key: Key): Promise<Owed | null>;
  /** Try again at `at`, unless it was claimed or replaced in the meantime. An item is kept until then, whatever its end. */
  retry(owed: Owed, at: number): Promise<void>;
  /** Sent, given up or called off: it is never due again. An item's key stays taken until it expires. */
  drop(owed: Pick<OwedItem, 'kind' | 'key'> | OwedReply): Promise<void>;
  /** Remove all of one conversation, its owed reply included. Items owed to others stay: they are a concern's. */
  forget(key: Key): Promise<void>;
  /**
   * A sealed value that belongs to no conversation: what a channel needs to reach a workspace. Kept until removed, or
   * until nobody has asked for it for {@link unusedMs}; a second `put` replaces the first. @throws {StoreRefused}
   */
  put(key: Key, value: Sealed): Promise<void>;
  get(key: Key): Promise<Sealed | null>;
  remove(key: Key): Promise<void>;
  /** Count these to a group of the same tenant, so that all of the group can be walked. @throws {StoreRefused} */
  enlist(group: Key, keys: Key | readonly Key[], keepMs?: number): Promise<void>;
  /** What is counted to the group, gone or not, in no order. */
  members(group: Key): Promise<readonly Key[]>;
  /** Count it to the group no longer. */
  leave(group: Key, key: Key): Promise<void>;
  /**
   * A sealed line about one member of a group of lines, so that a page of many can be worked out from one reading. One of
   * an older revision never replaces a newer one, and brings none back for as long as that one's `keepMs`.
   */
  note(group: Key, key: Key, line: NoteLine): Promise<void>;
  /** The lines that stand, in no order. */
  notes(group: Key): Promise<readonly Noted[]>;
  /** The same as {@link read} of each, in the same order, in one go. All of one tenant. */
  readAll(keys: readonly Key[]): Promise<readonly KeyState[]>;
  /** Some of what is stored, of every kind, in no order: for a look at the first start. It walks the whole store. */
  sample(limit: number): Promise<readonly Sample[]>;
  /** What cannot be read is put aside under another name for as long as it would have been kept; its own name is free. */
  setAside(key: Key): Promise<void>;
  /** Does it take writes, and how durable is it? */
  ready(): Promise<Durability>;
  /** Writes all that is stored to a new file. Of the file that serves one process alone. */
  copy?(file: string): Promise<void>;
  close(): Promise<void>;
}

export interface StoreTimes {
  readonly clock: () => number;
  /** How long a conversation is kept after its last step. 24 hours unless told. */
  readonly idleMs?: number;
}

/** Of a conversation or concern that begins at this moment. */
export const firstRevision = (now: number): number => Math.max(Math.floor(now / 1000), 0) + 1;

/** Room for what is harmless: far past any real use. What is vital asks for more with `most`. */
export const mostEntries = 500;
/** No request may ask for more room than this: reading one key must stay quick. */
export const mostRoom = 5_000;

export const hourMs = 3_600_000;
export const defaultIdleMs = 24 * hourMs;
/** What was put and is not asked for is kept so long: a workspace that nobody writes from for a year has left. */
export const unusedMs = 400 * 24 * hourMs;
/** Longer than any platform redelivers. */
export const deliveryMs = 25 * hourMs;
/** How long whoever took a turn or claimed an item has, before others may try. */
export const leaseMs = 30_000;
/** Who is sending for the first time takes the lease anew each second; after so long without, the next step takes over. */
export const silentMs = 3_000;

/** The store did not answer, or did not in time. */
export class StoreUnavailable extends Error {
  override name = 'StoreUnavailable';
  /**
   * `no`: nothing was stored; the same request is safe to repeat.
   * `unknown`: it may be stored already or land later. Say "may not have been saved"; the owed reply still comes.
   */
  readonly landed: 'no' | 'unknown';
  constructor(landed: 'no' | 'unknown', what: string, options?: ErrorOptions) {
    super(what, options);
    this.landed = landed;
  }
}

/** What is stored is not what this program stores. The message names the remedy. */
export class StoreCorrupt extends Error {
  override name = 'StoreCorrupt';
}

/** The request breaks a limit of the store, so nothing was sent to it. A fault of the caller. */
export class StoreRefused extends Error {
  override name = 'StoreRefused';
}
