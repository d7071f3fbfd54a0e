/** What the try page shows, as it crosses the wire. The page imports these types and nothing else of the server. */
import type { SlackMessage } from '../slack/render.ts';
import type { TeamsMessage } from '../teams/render.ts';

/** `conversation`: the worried person and the assistant. `leads`: the safeguarding leads and the assistant. */
export const places = ['conversation', 'leads'] as const;
export type PagePlace = (typeof places)[number];

/** One neutral message, drawn twice. */
export interface PageEntry {
  /** Its place in the order of posting, from 1. */
  readonly number: number;
  readonly place: PagePlace;
  /** The one person of the leads' side who sees it; left out: the leads' channel does. */
  readonly as?: string;
  /** Whose leads' channel it is. */
  readonly site?: string;
  /** The number of the card in whose thread it stands. */
  readonly under?: number;
  /** When it was posted, by the trial's clock; ISO 8601. */
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
  readonly organisations: readonly PageOrganisation[];
  /** Milliseconds by which the trial's clock is ahead of this machine's. 0 is now. */
  readonly ahead: number;
}

export interface PageOrganisation {
  readonly id: string;
  readonly name: string;
  /** As whom one can look at the leads' side, in the order to offer them. */
  readonly people: readonly NamedPerson[];
}

/** Somebody named in the organisation file, or its administrator. */
export interface NamedPerson {
  /** Unique within the organisation. */
  readonly id: string;
  /** Name and role. */
  readonly name: string;
  /** The site that names them. The administrator has none. */
  readonly site?: { readonly id: string; readonly name: string };
  /** Whether they read their site's leads' channel. */
  readonly inChannel: boolean;
}
