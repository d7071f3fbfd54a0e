/** What Slack's arrivals add to the reception: ways to the direct message, the Home tab, and a command's own answer. */
import type { Incoming, Saying } from '../../contract.ts';
import { createReception, type ReceptionOptions, type Way } from '../reception.ts';
import type { SlackAnswer } from './arriving.ts';
import type { SlackDeliver } from './deliver.ts';
import { addressOf, type PersonPlace } from './places.ts';
import type { SlackMessage } from './render.ts';
import { drawnPlainly, type Tell, wayTo } from './tell.ts';
import type { Arrival, Wants } from './translate.ts';
import { tooFast, tooMany } from './words.ts';

export interface TurnsOptions extends Omit<ReceptionOptions, 'name' | 'words' | 'deliver'> {
  readonly sending: SlackDeliver;
  readonly tell: Tell;
  readonly hasApp: (workspace: string) => Promise<boolean>;
  /** This person's conversation is of this workspace; never throws. */
  readonly joined: (arrival: Arrival) => void;
  /** The app was removed, unless that is old news. @throws when it could not be done */
  readonly left: (arrival: Arrival) => Promise<void>;
}

export interface Turns {
  /**
   * @param until by `performance.now()`: what is not stored by then is answered as not stored
   * @param retryReason why Slack sends it again, if it does
   */
  converse(arrival: Arrival, until: number, retryReason?: string): Promise<SlackAnswer>;
  leave(arrival: Arrival): Promise<SlackAnswer>;
  /** Waits for what is still being said. */
  settled(): Promise<void>;
}

const done: Extract<SlackAnswer, { is: 'done' }> = { is: 'done' };
type Converse = Extract<Wants, { do: 'converse' }>;

export function createTurns(options: TurnsOptions): Turns {
  const { take, sending, tell, hasApp, joined, left } = options;
  const reception = createReception({
    ...options,
    name: 'slack',
    deliver: sending.deliver,
    words: { tooFast, tooMany },
  });
  const { later } = reception;

  function wayOf(arrival: Arrival, wants: Converse, retryReason: string | undefined): Way {
    const { kind, workspace } = arrival;
    const isEvent = kind === 'event';
    const place = (to: PersonPlace, isStranger: boolean) => addressOf(isStranger ? { ...to, guest: 'yes' } : to);
    return {
      kind,
      workspace,
      address: async (isStranger) => place(isStranger ? wants.to : await atHome(arrival, wants.to), isStranger),
      aside: (isStranger) => place(wants.aside ?? wants.to, isStranger),
      inResponse: (words) => (kind === 'command' ? { is: 'done', body: ephemeral(drawnPlainly(words)) } : undefined),
      // It needs no token and no second request there.
      ...(kind === 'command' && {
        sayInResponse: (saying, to) => {
          const [first, ...rest] = drawn(to, saying);
          if (rest.length > 0) later(sending.sayBelow(to, rest));
          return first ? { is: 'done', body: ephemeral(first) } : done;
        },
      }),
      tell: (words) => tell.words(arrival, words),
      ...(isEvent && { again: { whenUnsaved: true, whenCrowded: true } }),
      // Slack sends an event again at once and twice more; whoever answered it before has already said so.
      wasTold: isEvent && retryReason === 'http_error',
      stepped(incoming) {
        joined(arrival);
        if (wants.home) drawHome(incoming, addressOf(wants.home));
      },
      answered(taken) {
        if (taken.status === 'repeated' || (taken.status !== 'said' && taken.movedOn && wants.home)) return done;
        if (taken.status === 'said' && taken.what !== 'other' && wants.aside) return done;
        return pointed(arrival, wants.point);
      },
    };
  }

  function drawn(to: Incoming['address'], { post, token, plain }: Saying): readonly SlackMessage[] {
    try {
      return sending.draw({ to, post, token });
    } catch (error) {
      options.onFault('drawing', error);
      return sending.draw({ to, post: [plain], token });
    }
  }

  /** The Home tab shows what came of what was pressed on it. */
  function drawHome(incoming: Incoming, home: Incoming['address']): void {
    const page = take({ ...incoming, address: home, input: { kind: 'glance' } });
    later(page.then((taken) => taken.status === 'said' && reception.say(home, taken.saying)));
  }

  /** Somebody met in a channel shared by Slack Connect is written to by their own workspace's app, where it has one. */
  async function atHome({ workspace, from: { tenant } }: Arrival, to: PersonPlace): Promise<PersonPlace> {
    const isAway = to.at === 'direct' && tenant !== workspace && (await hasApp(tenant));
    return isAway ? { at: 'direct', workspace: tenant, user: to.user } : to;
  }

  function pointed(arrival: Arrival, point: Converse['point']): typeof done {
    if (!point) return done;
    if (point.by === 'answer') return { is: 'done', body: ephemeral(wayTo(arrival)) };
    later(tell.way(arrival, point));
    return done;
  }

  return {
    async converse(arrival, until, retryReason) {
      const { wants, from, delivery } = arrival;
      if (wants.do !== 'converse') return done;
      const way = wayOf(arrival, wants, retryReason);
      return reception.converse({ from, delivery, input: wants.input }, way, until);
    },
    leave: async (arrival) => (arrival.wants.do === 'leave' ? reception.leave(() => left(arrival)) : done),
    settled: reception.settled,
  };
}

const ephemeral = (message: SlackMessage) => ({ response_type: 'ephemeral', ...message });
