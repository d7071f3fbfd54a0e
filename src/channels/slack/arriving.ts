/** Between the ways in, the receiver and Bolt's listeners: what is handed over, and what comes back. */
import type { Answer as AnswerWith } from '../answer.ts';
import type { DoorRefusal } from './door.ts';
import type { Arrival } from './translate.ts';

/** What Slack is answered. Over Socket Mode only `done` is acknowledged. */
export type SlackAnswer = AnswerWith<DoorRefusal>;

/**
 * What listeners find in Bolt's context: one arrival, known to be for this app in a workspace that has it. A type, not
 * an interface: Bolt asks for an index signature.
 */
export type Arriving = {
  readonly arrival: Arrival;
  /** When somebody who waits must have been told something, by `performance.now()`. */
  readonly until: number;
  /** The last word counts. Without one, Slack is to send it again. */
  readonly answer: (answer: SlackAnswer) => void;
};

/** What both ways in hand a payload to. @param retryReason why Slack sends it again, if it does. Never throws. */
export type Receive = (payload: unknown, retryReason?: string) => Promise<SlackAnswer>;
