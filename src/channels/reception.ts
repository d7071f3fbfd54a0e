/**
 * From one arrival to what its platform is answered: the same on every platform. Floods, strangers, patience, what is
 * said once, and what is said when nothing was saved. A platform is answered once the step is durable, and never waits
 * for its own slowness: that would make it send the same again.
 *
 * What only the platform knows of an arrival is its `Way`.
 */
import type { Message } from '../../dialogs/message.ts';
import type { Account, Address, Channel, Incoming, OnFault, Saying, Taken } from '../contract.ts';
import { type Log, reasonOf } from '../log.ts';
import type { Answer as AnswerWith } from './answer.ts';
import type { Verdict } from './flood.ts';
import { createRecent } from './recent.ts';
import { sayOnce } from './say-once.ts';
import { createSlowDown } from './slow-down.ts';

export interface ReceptionOptions {
  readonly name: 'slack' | 'teams';
  readonly take: (incoming: Incoming) => Promise<Taken>;
  readonly deliver: Channel['deliver'];
  /** Of a workspace or directory that an organisation file names. */
  readonly isNamed: (tenant: string) => boolean;
  /** What to say when nothing could be saved in time. */
  readonly notSaved: (from: Account, at: Date) => Message;
  readonly judge: (workspace: string, person: string, now: number) => Verdict;
  readonly words: { readonly tooFast: Message; readonly tooMany: Message };
  readonly clock: () => number;
  readonly onFault: OnFault;
  readonly log: Log;
}

/** Nothing is refused here: whoever got so far was let in. */
type ReceptionAnswer = AnswerWith<never>;
type Done = Extract<ReceptionAnswer, { is: 'done' }>;

/** What was done, without where. */
export type Arrived = Pick<Incoming, 'from' | 'delivery' | 'said' | 'input'>;

export type SaidAtOnce = Extract<Taken, { status: 'said' }>;
type Stepped = Exclude<Taken, SaidAtOnce | { status: 'unknown' }>;

/** One arrival's way back, as its platform has it. */
export interface Way {
  /** Of the platform's kinds of arrival, for the log. */
  readonly kind: string;
  /** Whose crowd it counts to. */
  readonly workspace: string;
  /** Where the person is answered. A stranger is told that they are one. */
  address(isStranger: boolean): Promise<Address> | Address;
  /** Where a look-up or the page may be shown; the same unless told. */
  aside?(isStranger: boolean): Address;
  /** Words in the response itself, where the platform shows them there. */
  inResponse(words: Message, why: 'slow' | 'unsaved'): Done | undefined;
  /** What is said once, in the response itself. Left out: it is sent. */
  sayInResponse?(saying: Saying, to: Address): Done;
  /** Past the store and the outbox. Never throws. */
  tell(words: Message): Promise<void>;
  /** Where the platform sends it again when it is told to, and that is worth it. */
  readonly again?: { readonly whenUnsaved: boolean; readonly whenCrowded: boolean };
  /** Somebody else has told this person before that it was not saved. */
  readonly wasTold?: boolean;
  /** It may have been stored: what else becomes of it. */
  stepped?(incoming: Incoming): void;
  /** Nothing was saved of it, as far as is known. */
  unsaved?(): void;
  answered(taken: Stepped | SaidAtOnce): Done;
}

export interface Reception {
  /** @param until by `performance.now()`: what is not stored by then is answered as not stored */
  converse(arrived: Arrived, way: Way, until: number): Promise<ReceptionAnswer>;
  /** Somebody, or everybody of a workspace, is gone. @param work throws when it could not be done */
  leave(work: () => Promise<void>): Promise<ReceptionAnswer>;
  verdictOn(workspace: string, person: Account): Verdict;
  /** Is not waited for; a miss goes to the log. */
  later(work: Promise<unknown>): void;
  /** Says once what the conversation gave back. */
  say(to: Address, saying: Saying): void;
  /** Waits for what is still being said. */
  settled(): Promise<void>;
}

const done: Done = { is: 'done' };
/** A platform sends the same again within this time. */
const rememberMs = 10 * 60_000;

export function createReception(options: ReceptionOptions): Reception {
  const { name, take, deliver, isNamed, notSaved, judge, words, clock, onFault, log } = options;
  const saidOnce = createRecent(rememberMs);
  const unsavedTold = createRecent(rememberMs);
  const slowTold = createSlowDown();
  const talking = new Set<Promise<unknown>>();

  const verdictOn: Reception['verdictOn'] = (workspace, { person }) => judge(workspace, person, clock());

  async function converse(arrived: Arrived, way: Way, until: number): Promise<ReceptionAnswer> {
    const { from, input } = arrived;
    const verdict = verdictOn(way.workspace, from);
    if (verdict !== 'fine') return slowDown(arrived, way, verdict);
    const isStranger = !isNamed(from.tenant);
    const incoming: Incoming = { ...arrived, at: new Date(clock()), address: await way.address(isStranger) };
    // The page is drawn from what is stored: nobody waits for it, and nothing of it can be lost.
    if (input.kind === 'glance') return drawPage(incoming, way);
    const step = taking(incoming);
    const taken = await within(until, step);
    if (!isStranger && !isAside(taken)) way.stepped?.(incoming);
    if (taken === undefined) later(step.then((late) => late?.status === 'said' && sayFirst(incoming, way, late)));
    if (taken?.status === 'said') return said(incoming, way, taken);
    if (taken !== undefined && taken.status !== 'unknown') return way.answered(taken);
    log.warn(`${name}.not-stored`, { kind: way.kind, reason: taken ? 'store' : 'slow' });
    return unsaved(arrived, way, taken?.say ?? notSaved(from, incoming.at));
  }

  const taking = (incoming: Incoming): Promise<Taken | undefined> => {
    const step = take(incoming).catch((error: unknown) => {
      log.error(`${name}.step-failed`, { reason: reasonOf(error) });
      return undefined;
    });
    later(step);
    return step;
  };

  function drawPage(incoming: Incoming, way: Way): ReceptionAnswer {
    const draw = async () => {
      const page = await taking(incoming);
      if (page?.status === 'said') sayIt(incoming, way, page);
    };
    if (isFirst(incoming, way)) later(draw());
    return done;
  }

  function said(incoming: Incoming, way: Way, taken: SaidAtOnce): ReceptionAnswer {
    if (way.sayInResponse) {
      const to = asideOf(incoming, way);
      if (!isFirst(incoming, way)) return done;
      // What is worked out later follows, so that nobody waits for it here.
      if (!taken.saying.later) return way.sayInResponse(taken.saying, to);
      say(to, taken.saying);
      return done;
    }
    return sayFirst(incoming, way, taken) ? way.answered(taken) : done;
  }

  function sayFirst(incoming: Incoming, way: Way, taken: SaidAtOnce): boolean {
    if (!isFirst(incoming, way)) return false;
    sayIt(incoming, way, taken);
    return true;
  }

  const sayIt = (incoming: Incoming, way: Way, { what, saying }: SaidAtOnce) =>
    say(what === 'other' ? incoming.address : asideOf(incoming, way), saying);

  const asideOf = ({ from, address }: Incoming, way: Way) => way.aside?.(!isNamed(from.tenant)) ?? address;

  const isFirst = ({ from, delivery }: Arrived, { kind }: Way) =>
    saidOnce.isNew(`${kind} ${from.person} ${delivery}`, clock());

  /** A step that comes too late is not lost: its reply is owed, and comes. */
  async function within(until: number, step: Promise<Taken | undefined>): Promise<Taken | undefined> {
    const { promise: late, resolve } = Promise.withResolvers<undefined>();
    const timer = setTimeout(() => resolve(undefined), Math.max(0, until - performance.now()));
    return Promise.race([step, late]).finally(() => clearTimeout(timer));
  }

  function slowDown({ from, input }: Arrived, way: Way, verdict: Exclude<Verdict, 'fine'>): ReceptionAnswer {
    log.info(`${name}.flood`, { kind: verdict });
    const said = verdict === 'person' ? words.tooFast : words.tooMany;
    const inResponse = way.inResponse(said, 'slow');
    if (inResponse) return inResponse;
    const now = slowTold(`${from.tenant} ${from.person}`, input, said, clock());
    if (now) later(way.tell(now));
    // A crowd's is worth sending again; one person's flood is not.
    return verdict === 'workspace' && way.again?.whenCrowded ? { is: 'again' } : done;
  }

  function unsaved({ from, delivery }: Arrived, way: Way, said: Message): ReceptionAnswer {
    way.unsaved?.();
    const inResponse = way.inResponse(said, 'unsaved');
    if (inResponse) return inResponse;
    if (!way.wasTold && unsavedTold.isNew(`${from.person} ${delivery}`, clock())) later(way.tell(said));
    return way.again?.whenUnsaved ? { is: 'again' } : done;
  }

  const say: Reception['say'] = (to, saying) =>
    later(sayOnce(deliver, to, saying, { onFault, onLost: (reason) => log.warn('look-up.lost', { reason }) }));

  function later(work: Promise<unknown>): void {
    const watched = work.catch((error: unknown) => log.error(`${name}.failed`, { reason: reasonOf(error) }));
    talking.add(watched);
    void watched.finally(() => talking.delete(watched));
  }

  return {
    converse,
    async leave(work) {
      try {
        await work();
        log.info(`${name}.left`);
        return done;
      } catch (error) {
        log.error(`${name}.left-not-done`, { reason: reasonOf(error) });
        return { is: 'again' };
      }
    },
    verdictOn,
    later,
    say,
    async settled() {
      while (talking.size > 0) await Promise.all(talking);
    },
  };
}

/** Nothing of it can have been stored. */
const isAside = (taken: Taken | undefined) => taken?.status === 'said' && taken.what !== 'other';
