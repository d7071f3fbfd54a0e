/**
 * The one receiver, for HTTP and Socket Mode alike: from a payload that Slack is known to have sent to what it is
 * answered. Slack is answered once the step is durable, and always within its three seconds.
 *
 * Bolt's `App` is not used: it answers events before a listener has run and looks up a token before that, a wait for
 * the store in front of the step. What is right of Bolt is its two clients, for the Web API and for Socket Mode.
 */
import type { Message } from '../../../dialogs/message.ts';
import type { Incoming, Taken } from '../../conversation/ports.ts';
import { type Log, reasonOf } from '../../log.ts';
import type { Verdict } from '../flood.ts';
import { createRecent } from '../recent.ts';
import type { Answers } from './answers.ts';
import type { Refusal } from './door.ts';
import type { Installs } from './installing/installs.ts';
import { isLookUp } from './look-ups.ts';
import { addressOf } from './places.ts';
import type { SlackMessage } from './render.ts';
import { type Tell, wayTo, withoutButtons } from './tell.ts';
import { type Arrival, translate, type Wants } from './translate.ts';
import { tooFast, tooMany } from './words.ts';

/** What Slack is answered. Over Socket Mode only `done` is acknowledged. */
export type Answer =
  | { readonly is: 'done'; readonly body?: object }
  /** Not stored: Slack is to send it again. */
  | { readonly is: 'again' }
  | { readonly is: 'refused'; readonly reason: Refusal };

export interface ReceiverOptions {
  readonly take: (incoming: Incoming) => Promise<Taken>;
  readonly installs: Installs;
  readonly answers: Answers;
  readonly tell: Tell;
  /** A person's workspace that an organisation file names. */
  readonly isNamed: (workspace: string) => boolean;
  /** What to say when nothing could be saved in time. */
  readonly notSaved: (arrival: Arrival, at: Date) => Message;
  readonly judge: (workspace: string, person: string, now: number) => Verdict;
  /** This person's conversation is of this workspace; never throws. */
  readonly joined: (arrival: Arrival) => void;
  /** Forgets everything of a workspace. @throws when it could not */
  readonly left: (workspace: string) => Promise<void>;
  readonly clock: () => number;
  readonly log: Log;
  /** How long a step may take before the person is told. 1.5 s unless told. */
  readonly patienceMs?: number;
}

export interface Receiver {
  /** @param retryReason why Slack sends it again, if it does. Never throws. */
  receive(payload: unknown, retryReason?: string): Promise<Answer>;
  /** Waits for what is still being said. */
  settled(): Promise<void>;
}

const done: Answer = { is: 'done' };
type Converse = Extract<Wants, { do: 'converse' }>;

export function createReceiver(options: ReceiverOptions): Receiver {
  const { take, installs, answers, tell, isNamed, notSaved, judge, joined, left, clock, log } = options;
  const { patienceMs = 1_500 } = options;
  const lookedUp = createRecent(10 * 60_000);
  const unsavedTold = createRecent(10 * 60_000);
  const slowTold = createRecent(30_000);
  const talking = new Set<Promise<unknown>>();
  let heldApp: string | undefined;

  async function receive(payload: unknown, retryReason?: string): Promise<Answer> {
    const arrival = translate(payload, clock());
    if (arrival === 'nothing') return done;
    if (arrival === 'shape') return { is: 'refused', reason: 'shape' };
    if (arrival.kind === 'challenge') return { is: 'done', body: { challenge: arrival.challenge } };
    const began = performance.now();
    const reason = await refusal(arrival);
    if (reason) return { is: 'refused', reason };
    if (arrival.wants.do === 'leave') return leave(arrival.workspace);
    const verdict = judge(arrival.workspace, arrival.from.person, clock());
    if (verdict !== 'fine') return slowDown(arrival, verdict);
    return converse(arrival, arrival.wants, patienceMs - (performance.now() - began), retryReason);
  }

  /** Slack signed it, so it is for an app of this secret; the first one seen is the app until the store knows better. */
  async function refusal({ workspace, app, wants }: Arrival): Promise<Refusal | undefined> {
    const known = wants.do === 'leave' ? 'yes' : await installs.knows(workspace);
    if (known === 'no') return 'workspace';
    if (app === undefined) return undefined;
    if (known === 'yes') heldApp ??= app;
    const right = installs.appId() ?? heldApp;
    return right !== undefined && app !== right ? 'app' : undefined;
  }

  async function leave(workspace: string): Promise<Answer> {
    try {
      await left(workspace);
      log.info('slack.left');
      return done;
    } catch (error) {
      log.error('slack.left-not-done', { reason: reasonOf(error) });
      return { is: 'again' };
    }
  }

  function slowDown(arrival: Arrival, verdict: Exclude<Verdict, 'fine'>): Answer {
    log.info('slack.flood', { kind: verdict });
    const words = verdict === 'person' ? tooFast : tooMany;
    if (arrival.kind === 'command') return { is: 'done', body: ephemeral(withoutButtons(words)) };
    const { tenant, person } = arrival.from;
    if (slowTold.isNew(`${tenant} ${person}`, clock())) later(tell.words(arrival, words));
    // A crowd's events are worth sending again; one person's flood is not.
    return verdict === 'workspace' && arrival.kind === 'event' ? { is: 'again' } : done;
  }

  async function converse(arrival: Arrival, wants: Converse, leftMs: number, retryReason?: string): Promise<Answer> {
    const { kind, from, delivery } = arrival;
    const isGuest = !isNamed(from.tenant);
    const { input, to, point } = wants;
    const at = new Date(clock());
    const incoming: Incoming = {
      from,
      delivery,
      address: addressOf(isGuest ? { ...to, guest: 'yes' } : to),
      at,
      input,
    };
    if (isGuest || to.at === 'command' || isLookUp(input)) {
      if (!lookedUp.isNew(`${kind} ${delivery}`, clock())) return done;
      if (to.at === 'command') return lookUpFor(to.answer, incoming);
      // Nothing is stored, so there is nothing to wait for; and Slack's own slowness must not keep Slack waiting.
      later(take(incoming));
      return pointed(arrival, point);
    }
    joined(arrival);
    const taken = await within(leftMs, incoming);
    if (taken?.status === 'repeated') return done;
    if (taken !== undefined && taken.status !== 'unknown') return pointed(arrival, point);
    log.warn('slack.not-stored', { kind, reason: taken ? 'store' : 'slow' });
    return unsaved(arrival, taken?.say ?? notSaved(arrival, at), retryReason);
  }

  /** A step that comes too late is not lost: its reply is owed, and comes. */
  async function within(ms: number, incoming: Incoming): Promise<Taken | undefined> {
    const { promise: late, resolve } = Promise.withResolvers<undefined>();
    const timer = setTimeout(() => resolve(undefined), Math.max(0, ms));
    const step = take(incoming).catch((error: unknown) => {
      log.error('slack.step-failed', { reason: reasonOf(error) });
      return undefined;
    });
    later(step);
    return Promise.race([step, late]).finally(() => clearTimeout(timer));
  }

  /** The answer of a look-up goes into the response itself: it needs no token, no store and no second request. */
  async function lookUpFor(id: string, incoming: Incoming): Promise<Answer> {
    const answer = answers.open(id);
    await within(patienceMs, incoming);
    const said = answer.take();
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
    async receive(payload, retryReason) {
      try {
        return await receive(payload, retryReason);
      } catch (error) {
        log.error('slack.failed', { reason: reasonOf(error) });
        return { is: 'again' };
      }
    },
    async settled() {
      while (talking.size > 0) await Promise.all(talking);
    },
  };
}

const ephemeral = (message: SlackMessage) => ({ response_type: 'ephemeral', ...message });
