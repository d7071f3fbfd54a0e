/**
 * What is counted and timed for whoever keeps the program running. Labels are closed words (a channel, a result), never
 * a person, a workspace, a site or anything of a concern: a count of one can give somebody away.
 */
import type { ChannelName, Delivered, Input, Taken, WhatFailed } from '../contract.ts';
import type { HttpRoute } from '../http/route.ts';
import type { OutboxEvent } from '../outbox/outbox.ts';
import type { Store } from '../store/store.ts';

/** Read when somebody asks, so that it costs nothing in between. */
export interface Readings {
  /** Workspaces to which nothing gets through. */
  linesDown(): number;
  /** What waits because its place refused it. */
  placesRefused(): number;
  oldestOwedMs(): number;
  /** Channels that keep a line open: whether anything that people do reaches us. */
  listening(): Readonly<Partial<Record<ChannelName, boolean>>>;
  /** What is wrong though the program works, each as often as it was found. @throws {StoreUnavailable} */
  findings(): Promise<readonly string[]>;
}

export interface Metrics {
  turn(channel: ChannelName, input: Input['kind'], result: Taken['status']): void;
  lookUpLost(): void;
  outbox(event: OutboxEvent): void;
  /** A timer was acted on, so long after it was due. */
  timer(what: 'tell' | 'duty' | 'end', lateMs: number): void;
  delivered(channel: ChannelName, result: Delivered['status'], ms: number): void;
  fault(what: WhatFailed): void;
  keysMended(what: 'canary' | 'beat'): void;
  storeTrouble(trouble: string): void;
  answered(route: string, status: number, ms: number): void;
  /** The same store, each of its calls timed. */
  timed(store: Store): Store;
  read(readings: Readings): void;
  readonly routes: readonly HttpRoute[];
}

const none = () => {};
/** Where nobody asked for any. */
export const noMetrics: Metrics = {
  turn: none,
  lookUpLost: none,
  outbox: none,
  timer: none,
  delivered: none,
  fault: none,
  keysMended: none,
  storeTrouble: none,
  answered: none,
  timed: (store) => store,
  read: none,
  routes: [],
};
