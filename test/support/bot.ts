/**
 * The real bot on a real store, with a channel that records instead of sending, and a clock that a test sets.
 * `desk.die()` is a process that dies: nothing it began goes on, and a new bot takes over on the same data.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import { setImmediate, setTimeout as sleep } from 'node:timers/promises';
import type { Message } from '../../dialogs/message.ts';
import { committedCalendar } from '../../rules/calendar.ts';
import type { Organisation } from '../../rules/local.ts';
import { type Bot, createBot } from '../../src/bot.ts';
import { sayOnce } from '../../src/channels/say-once.ts';
import type { Account, Address, Channel, Delivered, Input, Outgoing, Taken, WhatFailed } from '../../src/contract.ts';
import type { OutboxEvent } from '../../src/outbox/outbox.ts';
import type { Pager } from '../../src/paging/pager.ts';
import { createIndex } from '../../src/seal/index-key.ts';
import { type Keys, readKeys, trialSecrets } from '../../src/seal/keys.ts';
import { leaseMs, type Store, type StoreTimes } from '../../src/store/store.ts';
import { organisationWith, withChannels } from './organisation.ts';
import type { Data } from './stores.ts';

/** A message as somebody got it. */
export interface Post {
  readonly id: string;
  readonly to: Address;
  readonly message: Message;
  readonly token: Outgoing['token'];
}

/** What the platform does with the next sends; in order once the list is empty. A number: it takes so many ms. */
export type Platform = Delivered | Error | 'hang' | number;

/** Awaited before (or after) a store's method; may throw, or never end. */
export type Mood = (method: keyof Store) => Promise<void> | void;

export interface Sending {
  readonly delivery?: string;
  readonly bot?: Bot;
  readonly at?: Date;
}

const monday = Date.UTC(2026, 10, 23, 10);
/** A promise of a process that has died. */
const never = new Promise<never>(() => {});

export interface Desk {
  /** The clock of the store, the outbox and, unless told, the report. */
  now: number;
  readonly keys: Keys;
  organisation: Organisation | undefined;
  /** Where leads are told; `undefined`: nowhere is set up. */
  leads: Address | undefined;
  /** Where people reach the program; `undefined`: it has no pages. */
  publicUrl: string | undefined;
  readonly posts: Post[];
  /** What became of a posted card, by its id. */
  readonly shrunk: Map<string, Message>;
  platform: Platform[];
  /** Who is texted. Nobody, unless a test sets it. */
  pager: Pager;
  /** What it does with a message to this place, whatever the list says. Nothing: as the list says. */
  refuses: (to: Address) => Delivered | 'hang' | undefined;
  readonly events: OutboxEvent[];
  readonly lost: string[];
  /** Faults of our own, by what they stopped. */
  readonly faults: WhatFailed[];
  before: Mood;
  after: Mood;
  data: Data;
  store: Store;
  bot: Bot;
  /** From now on on this client of the data. */
  use(store: Store): void;
  /** One more process, on the same client or another. */
  newBot(store?: Store): Bot;
  /** The process is gone, whatever it was doing. The next one is up. */
  die(): void;
  /** Everything sent and noted. */
  idle(): Promise<void>;
  /** Past every lease, then one sweep. */
  sweepLater(): Promise<void>;
  keyOf(person: Account): string;
  notices(): readonly Post[];
  send(from: Account, input: Input, sending?: Sending): Promise<Taken>;
}

/** A desk on an empty data set. */
export async function openDesk(fresh: (times: StoreTimes) => Promise<Data>, organisation?: Organisation) {
  const desk = createDesk(organisation);
  desk.data = await fresh({ clock: () => desk.now });
  desk.use(await desk.data.open());
  return desk;
}

function createDesk(organisation: Organisation = organisationWith(withChannels)): Desk {
  const keys = readKeys(trialSecrets(randomBytes));
  let busy = 0;
  let alive = Symbol('process');

  const desk: Desk = {
    now: monday,
    keys,
    organisation,
    leads: { place: 'leads' },
    publicUrl: undefined,
    posts: [],
    shrunk: new Map(),
    platform: [],
    pager: { send: async () => ({ status: 'accepted' }), statusOf: async () => ({ status: 'none' }) },
    refuses: () => undefined,
    events: [],
    lost: [],
    faults: [],
    before: () => {},
    after: () => {},
    data: undefined as unknown as Data,
    store: undefined as unknown as Store,
    bot: undefined as unknown as Bot,

    use(store) {
      desk.store = store;
      desk.bot = desk.newBot();
    },
    newBot(store = desk.store) {
      const own = alive;
      const running = () => own === alive;
      const bot = createBot({
        store: upset(store, running),
        keys,
        calendar: committedCalendar,
        organisationOf: () => desk.organisation,
        clock: () => desk.now,
        random: () => 0.5,
        randomBytes,
        onEvent: (event) => void desk.events.push(event),
        onLost: (reason) => void desk.lost.push(reason),
        onFault: (what) => void desk.faults.push(what),
        publicUrl: () => desk.publicUrl,
        pager: whileRunning(running),
      });
      const channel = channelOf(running);
      bot.addChannel(channel);
      return { ...bot, take: (incoming) => said(bot.take(incoming), incoming.address, channel) };
    },
    die() {
      alive = Symbol('process');
      [desk.before, desk.after, busy] = [() => {}, () => {}, 0];
      desk.bot = desk.newBot();
    },
    async idle() {
      do await (busy > 0 ? sleep(1) : setImmediate());
      while (busy > 0);
    },
    async sweepLater() {
      desk.now += leaseMs;
      await desk.bot.outbox.sweep();
      await desk.idle();
    },
    keyOf: (person) => createIndex(keys.index).conversation(person),
    notices: () => desk.posts.filter(({ to }) => to.place === 'leads'),
    async send(from, input, { delivery = randomUUID(), bot = desk.bot, at } = {}) {
      const address = { place: 'chat', to: from.person };
      return bot.take({ from, delivery, address, at: at ?? new Date(desk.now), input });
    },
  };

  function upset(store: Store, running: () => boolean): Store {
    const work =
      (method: keyof Store) =>
      async (...args: never[]): Promise<unknown> => {
        if (!running()) return never;
        busy++;
        try {
          await desk.before(method);
          const result = await (store[method] as (...given: never[]) => Promise<unknown>)(...args);
          await desk.after(method);
          return running() ? result : never;
        } finally {
          if (running()) busy--;
        }
      };
    return new Proxy(store, { get: (_, method) => work(method as keyof Store) });
  }

  /** What the conversation gives back is said once, as every channel says it. */
  async function said(taking: Promise<Taken>, to: Address, { deliver }: Channel): Promise<Taken> {
    const taken = await taking;
    if (taken.status !== 'said') return taken;
    void sayOnce(deliver, to, taken.saying, {
      onLost: (reason) => void desk.lost.push(reason),
      onFault: (what) => void desk.faults.push(what),
    });
    return { status: 'taken' };
  }

  /** What a process that died had asked for never comes back to it. */
  function whileRunning(running: () => boolean): Pager {
    const work = async <T>(call: () => Promise<T>): Promise<T> => {
      if (!running()) return never;
      busy++;
      try {
        const result = await call();
        return running() ? result : never;
      } finally {
        if (running()) busy--;
      }
    };
    return {
      send: (paged) => work(() => desk.pager.send(paged)),
      statusOf: (reference) => work(() => desk.pager.statusOf(reference)),
    };
  }

  function channelOf(running: () => boolean): Channel {
    return {
      name: 'slack',
      leadsAddress: (site) =>
        site &&
        desk.leads &&
        (site.channel.slack === undefined ? desk.leads : { place: 'leads', channel: site.channel.slack }),
      personAddress: (account) => ({ place: 'private', to: account }),
      async deliver(outgoing) {
        const does = desk.refuses(outgoing.to) ?? desk.platform.shift() ?? 0;
        if (does === 'hang' || !running()) return never;
        if (does instanceof Error) throw does;
        if (typeof does === 'object') return does;
        busy++;
        try {
          if (does > 0) await sleep(does);
          return running() ? record(outgoing) : never;
        } finally {
          if (running()) busy--;
        }
      },
    };
  }

  function record({ to, post, inPlace, shrink = [], edit = [], token }: Outgoing): Delivered {
    for (const { card, message } of edit) {
      const posted = desk.posts.findIndex(({ id }) => id === card.id);
      const before = desk.posts[posted];
      if (!before) return { status: 'failed', reason: 'card-gone' };
      desk.posts[posted] = { ...before, message, token };
    }
    const stands = inPlace ? desk.posts.findIndex(({ id }) => id === inPlace.card.id) : -1;
    const [only] = post;
    if (inPlace && only && stands >= 0) {
      desk.posts[stands] = { ...(desk.posts[stands] as Post), message: only, token };
      for (const { card, message } of shrink) desk.shrunk.set(card.id ?? '', message);
      return { status: 'sent', cards: [inPlace.card] };
    }
    const sent = post.map((message) => ({ id: randomUUID(), to, message, token }));
    desk.posts.push(...sent);
    for (const { card, message } of shrink) desk.shrunk.set(card.id ?? '', message);
    return { status: 'sent', cards: sent.map(({ id }) => ({ id })) };
  }

  return desk;
}
