/**
 * From an activity that is known to come from Teams to what it is answered. Teams is answered once the step is
 * durable, and never waits for the connector: what is slow there would make Teams send the activity again.
 */
import type { Message } from '../../../dialogs/message.ts';
import type { Incoming, Taken } from '../../contract.ts';
import { type Log, reasonOf } from '../../log.ts';
import type { Answer as AnswerWith } from '../answer.ts';
import type { Verdict } from '../flood.ts';
import { createRecent } from '../recent.ts';
import { createSlowDown } from '../slow-down.ts';
import { cardAnswer, lineAnswer } from './invoke.ts';
import { isLookUp } from './look-ups.ts';
import { addressOf } from './places.ts';
import type { Tell } from './tell.ts';
import { type Arrival, translate, type Wants } from './translate.ts';
import { pointer, seeBelow, tooFast, tooMany } from './words.ts';

type Answer = AnswerWith<'shape'>;

export interface ReceiverOptions {
  readonly take: (incoming: Incoming) => Promise<Taken>;
  readonly tell: Tell;
  /** A directory that an organisation file names. */
  readonly isNamed: (tenant: string) => boolean;
  /** The message extension's answer. */
  readonly search: (query: string, tenant: string, at: Date) => object;
  /** What to say when nothing could be saved in time. */
  readonly notSaved: (arrival: Arrival, at: Date) => Message;
  readonly judge: (tenant: string, person: string, now: number) => Verdict;
  /** This person removed the app: their talk is forgotten, unless that is old news. @throws when it could not be done */
  readonly left: (from: Arrival['from'], at?: number) => Promise<void>;
  /** This person installed the app. */
  readonly installed?: (from: Arrival['from'], at?: number) => Promise<void>;
  readonly clock: () => number;
  readonly log: Log;
  /** How long a step may take before the person is told. 1.5 s unless told. */
  readonly patienceMs?: number;
}

export interface Receiver {
  /** @param tenant as the door found it. Never throws. */
  receive(activity: object, tenant: string): Promise<Answer>;
  /** Waits for what is still being said. */
  settled(): Promise<void>;
}

const done: Answer = { is: 'done' };
type Converse = Extract<Wants, { do: 'converse' }>;

export function createReceiver(options: ReceiverOptions): Receiver {
  const { take, tell, isNamed, search, notSaved, judge, left, clock, log, patienceMs = 1_500 } = options;
  const lookedUp = createRecent(10 * 60_000);
  const unsavedTold = createRecent(10 * 60_000);
  const pointed = createRecent(60_000);
  const slowTold = createSlowDown();
  const talking = new Set<Promise<unknown>>();

  async function receive(activity: object, tenant: string): Promise<Answer> {
    const arrival = translate(activity, tenant);
    if (arrival === 'nothing') return done;
    if (arrival === 'shape') return { is: 'refused', reason: 'shape' };
    const { wants, from } = arrival;
    if (wants.do === 'leave') return leave(arrival);
    const verdict = judge(tenant, from.person, clock());
    if (wants.do === 'search') {
      // Too fast: the list stays as it is until the next letter.
      return verdict === 'fine' ? { is: 'done', body: search(wants.query, tenant, new Date(clock())) } : done;
    }
    if (verdict !== 'fine') return slowDown(arrival, wants, verdict);
    return converse(arrival, wants);
  }

  async function leave({ from, at }: Arrival): Promise<Answer> {
    try {
      await left(from, at);
      log.info('teams.left');
      return done;
    } catch (error) {
      log.error('teams.left-not-done', { reason: reasonOf(error) });
      return { is: 'again' };
    }
  }

  function slowDown({ kind, from }: Arrival, { to, input }: Converse, verdict: Exclude<Verdict, 'fine'>): Answer {
    log.info('teams.flood', { kind: verdict });
    const words = verdict === 'person' ? tooFast : tooMany;
    // The card keeps its buttons: it can be pressed again in a moment.
    if (kind === 'invoke') return { is: 'done', body: lineAnswer(words.summary) };
    const said = slowTold(`${from.tenant} ${from.person}`, input, words, clock());
    if (said) later(tell(to, said));
    return done;
  }

  async function converse(arrival: Arrival, wants: Converse): Promise<Answer> {
    const { kind, from } = arrival;
    const { input, to, delivery, said, point } = wants;
    if (kind === 'event') await options.installed?.(from, arrival.at);
    const isPointed = point !== undefined && !pointed.isNew(pointId(arrival, point), clock());
    // A mention says nothing, so one that Teams sends again under another id is known by its place and time alone.
    if (isPointed && input.kind === 'hello') return done;
    const isGuest = !isNamed(from.tenant);
    const at = new Date(clock());
    const address = addressOf(isGuest ? { ...to, guest: 'yes' } : to);
    const incoming: Incoming = { from, delivery, ...(said && { said }), address, at, input };
    if (isGuest || isLookUp(input)) {
      // Nothing is stored, so there is nothing to wait for; and how slow Teams is must not keep Teams waiting.
      if (lookedUp.isNew(`${from.person} ${delivery}`, clock())) later(take(incoming));
      return answered(arrival, wants, isPointed);
    }
    const taken = await within(patienceMs, incoming);
    if (taken === undefined || taken.status === 'unknown') {
      log.warn('teams.not-stored', { kind, reason: taken ? 'store' : 'slow' });
      return unsaved(arrival, wants, taken?.say ?? notSaved(arrival, at));
    }
    return answered(arrival, wants, isPointed, taken.answered);
  }

  /** A step that comes too late is not lost: its reply is owed, and comes. */
  async function within(ms: number, incoming: Incoming): Promise<Taken | undefined> {
    const { promise: late, resolve } = Promise.withResolvers<undefined>();
    const timer = setTimeout(() => resolve(undefined), ms);
    const step = take(incoming).catch((error: unknown) => {
      log.error('teams.step-failed', { reason: reasonOf(error) });
      return undefined;
    });
    later(step);
    return Promise.race([step, late]).finally(() => clearTimeout(timer));
  }

  function answered({ kind }: Arrival, { point }: Converse, isPointed: boolean, card?: Message): Answer {
    if (point && !isPointed) later(tell(point, pointer));
    if (kind !== 'invoke') return done;
    return { is: 'done', body: card ? cardAnswer(card) : lineAnswer(seeBelow) };
  }

  /**
   * A message is not asked for again: Teams does not promise to, and may do so under an id that nobody can know again.
   * The person is told instead, and types it again.
   */
  function unsaved(arrival: Arrival, { to, delivery, point }: Converse, words: Message): Answer {
    const { kind, from } = arrival;
    if (point) pointed.forget(pointId(arrival, point));
    if (kind === 'invoke') return { is: 'done', body: cardAnswer(words) };
    if (unsavedTold.isNew(`${from.person} ${delivery}`, clock())) later(tell(to, words));
    return done;
  }

  function later(work: Promise<unknown>): void {
    const watched = work.catch((error: unknown) => log.error('teams.failed', { reason: reasonOf(error) }));
    talking.add(watched);
    void watched.finally(() => talking.delete(watched));
  }

  return {
    async receive(activity, tenant) {
      try {
        return await receive(activity, tenant);
      } catch (error) {
        log.error('teams.failed', { reason: reasonOf(error) });
        return { is: 'again' };
      }
    },
    async settled() {
      while (talking.size > 0) await Promise.all(talking);
    },
  };
}

const pointId = ({ from }: Arrival, { conversation }: NonNullable<Converse['point']>) =>
  `${from.tenant} ${from.person} ${conversation}`;
