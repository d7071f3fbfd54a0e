/**
 * From an activity that is known to come from Teams to what it is answered. Teams is answered once the step is
 * durable, and never waits for the connector: what is slow there would make Teams send the activity again.
 */
import { reasonOf } from '../../log.ts';
import type { Answer as AnswerWith } from '../answer.ts';
import { createRecent } from '../recent.ts';
import { createReception, type ReceptionOptions, type Way } from '../reception.ts';
import { cardAnswer, lineAnswer } from './invoke.ts';
import { addressOf } from './places.ts';
import type { Tell } from './tell.ts';
import { type Arrival, translate, type Wants } from './translate.ts';
import { pointer, seeBelow, seeHere, tooFast, tooMany } from './words.ts';

type TeamsAnswer = AnswerWith<'shape'>;

export interface ReceiverOptions extends Omit<ReceptionOptions, 'name' | 'words'> {
  readonly tell: Tell;
  /** The message extension's answer. */
  readonly search: (query: string, tenant: string, at: Date) => object;
  /** This person removed the app: their talk is forgotten, unless that is old news. @throws when it could not be done */
  readonly left: (from: Arrival['from'], at?: number) => Promise<void>;
  /** This person installed the app. */
  readonly installed?: (from: Arrival['from'], at?: number) => Promise<void>;
  /** How long a step may take before the person is told. 1.5 s unless told. */
  readonly patienceMs?: number;
}

export interface Receiver {
  /** @param tenant as the door found it. Never throws. */
  receive(activity: object, tenant: string): Promise<TeamsAnswer>;
  /** Waits for what is still being said. */
  settled(): Promise<void>;
}

const done: Extract<TeamsAnswer, { is: 'done' }> = { is: 'done' };
type Converse = Extract<Wants, { do: 'converse' }>;

export function createReceiver(options: ReceiverOptions): Receiver {
  const { tell, search, left, clock, log, patienceMs = 1_500 } = options;
  const reception = createReception({ ...options, name: 'teams', words: { tooFast, tooMany } });
  const pointed = createRecent(60_000);

  async function receive(activity: object, tenant: string): Promise<TeamsAnswer> {
    const arrival = translate(activity, tenant);
    if (arrival === 'nothing') return done;
    if (arrival === 'shape') return { is: 'refused', reason: 'shape' };
    const { wants, from, at } = arrival;
    switch (wants.do) {
      case 'leave':
        return reception.leave(() => left(from, at));
      case 'search':
        // Too fast: the list stays as it is until the next letter.
        if (reception.verdictOn(tenant, from) !== 'fine') return done;
        return { is: 'done', body: search(wants.query, tenant, new Date(clock())) };
      case 'converse':
        return converse(arrival, wants);
    }
  }

  async function converse(arrival: Arrival, wants: Converse): Promise<TeamsAnswer> {
    const { from } = arrival;
    const { delivery, said, point } = wants;
    // A name that is called says nothing: where Teams sends it again under another id, its place and time tell.
    const isPointed = point !== undefined && !pointed.isNew(pointId(arrival, point), clock());
    const input = isPointed && wants.input.kind === 'aloud' ? { ...wants.input, again: true as const } : wants.input;
    const arrived = { from, delivery, ...(said && { said }), input };
    return reception.converse(arrived, wayOf(arrival, wants, isPointed), performance.now() + patienceMs);
  }

  function wayOf(arrival: Arrival, { to, point }: Converse, isPointed: boolean): Way {
    const { kind, tenant, from } = arrival;
    return {
      kind,
      workspace: tenant,
      async address(isStranger) {
        if (kind === 'event') await options.installed?.(from, arrival.at);
        return addressOf(isStranger ? { ...to, guest: 'yes' } : to);
      },
      inResponse(words, why) {
        if (kind !== 'invoke') return undefined;
        // Too fast: the card keeps its buttons, and can be pressed again in a moment.
        return { is: 'done', body: why === 'slow' ? lineAnswer(words.summary) : cardAnswer(words) };
      },
      tell: (words) => tell(to, words),
      /**
       * A message is not asked for again: Teams does not promise to, and may do so under an id that nobody can know
       * again. The person is told instead, and types it again.
       */
      unsaved() {
        if (point) pointed.forget(pointId(arrival, point));
      },
      answered(taken) {
        if (point && !isPointed) reception.later(tell(point, pointer));
        if (kind !== 'invoke') return done;
        const card = taken.status === 'said' ? undefined : taken.answered;
        return { is: 'done', body: card ? cardAnswer(card) : lineAnswer(taken.onCard ? seeHere : seeBelow) };
      },
    };
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
    settled: reception.settled,
  };
}

const pointId = ({ from }: Arrival, { conversation }: NonNullable<Converse['point']>) =>
  `${from.tenant} ${from.person} ${conversation}`;
