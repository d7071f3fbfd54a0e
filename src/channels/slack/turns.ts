/** What becomes of an arrival: the step, or words when it cannot be taken; and what Slack is answered for it. */
import type { Message } from '../../../dialogs/message.ts';
import type { Incoming, Taken } from '../../contract.ts';
import { type Log, reasonOf } from '../../log.ts';
import type { Verdict } from '../flood.ts';
import { createRecent } from '../recent.ts';
import { createSlowDown } from '../slow-down.ts';
import type { Answers } from './answers.ts';
import type { Answer } from './arriving.ts';
import { isLookUp } from './look-ups.ts';
import { addressOf, type PersonPlace } from './places.ts';
import type { SlackMessage } from './render.ts';
import { type Tell, wayTo, withoutButtons } from './tell.ts';
import type { Arrival, Wants } from './translate.ts';
import { tooFast, tooMany } from './words.ts';

export interface TurnsOptions {
  readonly take: (incoming: Incoming) => Promise<Taken>;
  readonly answers: Answers;
  readonly tell: Tell;
  readonly hasApp: (workspace: string) => Promise<boolean>;
  /** A person's workspace that an organisation file names. */
  readonly isNamed: (workspace: string) => boolean;
  /** What to say when nothing could be saved in time. */
  readonly notSaved: (arrival: Arrival, at: Date) => Message;
  readonly judge: (workspace: string, person: string, now: number) => Verdict;
  /** This person's conversation is of this workspace; never throws. */
  readonly joined: (arrival: Arrival) => void;
  /** The app was removed, unless that is old news. @throws when it could not be done */
  readonly left: (arrival: Arrival) => Promise<void>;
  readonly clock: () => number;
  readonly log: Log;
}

export interface Turns {
  /**
   * @param until by `performance.now()`: what is not stored by then is answered as not stored
   * @param retryReason why Slack sends it again, if it does
   */
  converse(arrival: Arrival, until: number, retryReason?: string): Promise<Answer>;
  leave(arrival: Arrival): Promise<Answer>;
  /** Waits for what is still being said. */
  settled(): Promise<void>;
}

const done: Answer = { is: 'done' };
type Converse = Extract<Wants, { do: 'converse' }>;

export function createTurns(options: TurnsOptions): Turns {
  const { take, answers, tell, hasApp, isNamed, notSaved, judge, joined, left, clock, log } = options;
  const shown = createRecent(10 * 60_000);
  const unsavedTold = createRecent(10 * 60_000);
  const slowTold = createSlowDown();
  const talking = new Set<Promise<unknown>>();

  async function leave(arrival: Arrival): Promise<Answer> {
    if (arrival.wants.do !== 'leave') return done;
    try {
      await left(arrival);
      log.info('slack.left');
      return done;
    } catch (error) {
      log.error('slack.left-not-done', { reason: reasonOf(error) });
      return { is: 'again' };
    }
  }

  async function converse(arrival: Arrival, until: number, retryReason?: string): Promise<Answer> {
    const { kind, from, delivery, wants } = arrival;
    if (wants.do !== 'converse') return done;
    const verdict = judge(arrival.workspace, from.person, clock());
    if (verdict !== 'fine') return slowDown(arrival, verdict);
    const isGuest = !isNamed(from.tenant);
    const { input, point } = wants;
    const to = isGuest ? { ...wants.to, guest: 'yes' as const } : await atHome(arrival, wants.to);
    const at = new Date(clock());
    const incoming: Incoming = {
      from,
      delivery,
      address: addressOf(to),
      at,
      input,
    };
    if (isGuest || to.at === 'command' || input.kind === 'glance' || isLookUp(input)) {
      if (!shown.isNew(`${kind} ${delivery}`, clock())) return done;
      if (to.at === 'command') return answerFor(to.answer, incoming, until);
      // Nothing is stored, so there is nothing to wait for; and Slack's own slowness must not keep Slack waiting.
      later(take(incoming));
      return pointed(arrival, point);
    }
    joined(arrival);
    const taken = await within(until, incoming);
    if (wants.home) later(take({ ...incoming, address: addressOf(wants.home), input: { kind: 'glance' } }));
    if (taken?.status === 'repeated') return done;
    if (taken !== undefined && taken.status !== 'unknown') return pointed(arrival, point);
    log.warn('slack.not-stored', { kind, reason: taken ? 'store' : 'slow' });
    return unsaved(arrival, taken?.say ?? notSaved(arrival, at), retryReason);
  }

  /** Somebody met in a channel shared by Slack Connect is written to by their own workspace's app, where it has one. */
  async function atHome({ workspace, from: { tenant } }: Arrival, to: PersonPlace): Promise<PersonPlace> {
    const isAway = to.at === 'direct' && tenant !== workspace && (await hasApp(tenant));
    return isAway ? { at: 'direct', workspace: tenant, user: to.user } : to;
  }

  function slowDown(arrival: Arrival, verdict: Exclude<Verdict, 'fine'>): Answer {
    log.info('slack.flood', { kind: verdict });
    const words = verdict === 'person' ? tooFast : tooMany;
    if (arrival.kind === 'command') return { is: 'done', body: ephemeral(withoutButtons(words)) };
    const { from, wants } = arrival;
    const input = wants.do === 'converse' ? wants.input : undefined;
    const said = slowTold(`${from.tenant} ${from.person}`, input, words, clock());
    if (said) later(tell.words(arrival, said));
    // A crowd's events are worth sending again; one person's flood is not.
    return verdict === 'workspace' && arrival.kind === 'event' ? { is: 'again' } : done;
  }

  /** A step that comes too late is not lost: its reply is owed, and comes. */
  async function within(until: number, incoming: Incoming): Promise<Taken | undefined> {
    const { promise: late, resolve } = Promise.withResolvers<undefined>();
    const timer = setTimeout(() => resolve(undefined), Math.max(0, until - performance.now()));
    const step = take(incoming).catch((error: unknown) => {
      log.error('slack.step-failed', { reason: reasonOf(error) });
      return undefined;
    });
    later(step);
    return Promise.race([step, late]).finally(() => clearTimeout(timer));
  }

  /** The answer goes into the response itself: it needs no token and no second request, and a look-up no store. */
  async function answerFor(id: string, incoming: Incoming, until: number): Promise<Answer> {
    const answer = answers.open(id);
    const taken = await within(until, incoming);
    const said = answer.take() ?? (taken?.status === 'unknown' ? withoutButtons(taken.say) : undefined);
    return said ? { is: 'done', body: ephemeral(said) } : done;
  }

  function pointed(arrival: Arrival, point: Converse['point']): Answer {
    if (!point) return done;
    if (point.by === 'answer') return { is: 'done', body: ephemeral(wayTo(arrival)) };
    later(tell.way(arrival, point));
    return done;
  }

  function unsaved(arrival: Arrival, words: Message, retryReason: string | undefined): Answer {
    if (arrival.kind === 'command') return { is: 'done', body: ephemeral(withoutButtons(words)) };
    // Slack sends an event again at once and twice more; whoever answered it before has already said so.
    const isTold = retryReason === 'http_error' || !unsavedTold.isNew(arrival.delivery, clock());
    if (arrival.kind !== 'event' || !isTold) later(tell.words(arrival, words));
    return arrival.kind === 'event' ? { is: 'again' } : done;
  }

  function later(work: Promise<unknown>): void {
    const watched = work.catch((error: unknown) => log.error('slack.failed', { reason: reasonOf(error) }));
    talking.add(watched);
    void watched.finally(() => talking.delete(watched));
  }

  return {
    converse,
    leave,
    async settled() {
      while (talking.size > 0) await Promise.all(talking);
    },
  };
}

const ephemeral = (message: SlackMessage) => ({ response_type: 'ephemeral', ...message });
