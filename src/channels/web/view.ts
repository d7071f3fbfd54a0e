/** What the try page shows, as it crosses the wire. The page imports these types and nothing else of the server. */
import type { SlackMessage } from '../slack/render.ts';
import type { TeamsMessage } from '../teams/render.ts';

/** `conversation`: the worried person and the assistant. `leads`: the channel of the safeguarding leads. */
export const places = ['conversation', 'leads'] as const;
export type Place = (typeof places)[number];

/** One neutral message, drawn twice. */
export interface Entry {
  /** Its place in the order of posting, from 1. */
  readonly number: number;
  readonly place: Place;
  /** When it was posted, by the session's clock; ISO 8601. */
  readonly at: string;
  /** One line for notifications and lists. */
  readonly summary: string;
  readonly slack: readonly SlackMessage[];
  readonly teams: readonly TeamsMessage[];
}

/** How one browser session is set up. */
export interface Settings {
  readonly session: string;
  readonly organisation: string;
  readonly organisations: readonly Organisation[];
  /** Milliseconds by which the session's clock is ahead of this machine's. 0 is now. */
  readonly ahead: number;
}

export interface Organisation {
  readonly id: string;
  readonly name: string;
}
