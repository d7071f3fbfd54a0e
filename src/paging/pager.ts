/**
 * Reaching a person where chat is not seen: one short text to a mobile phone, or to whatever a paging service rings.
 * Whoever asks decides who may be reached, and tries again; here it is only sent, and asked what became of it.
 */

/** All that a text says beside its fixed words. Nothing of a concern but its reference. */
export interface Paged {
  /** Our own name for this text: the same one again is the same text. It names nobody. */
  readonly reference: string;
  /** As the organisation file writes it. */
  readonly number: string;
  readonly says: TextSays;
}

export interface TextSays {
  /** Where: the name of the site. */
  readonly site: string;
  /** What to open, as people call it. */
  readonly platform: string;
  /** Of the concern, as two people can read it to each other. */
  readonly concern: string;
}

/** Why the service took nothing now. The same again may work. `key`: it does not let us in. */
export type PagerAway = { readonly status: 'away'; readonly reason: 'unreachable' | 'timeout' | 'busy' | 'key' };

export type PagerTook =
  | { readonly status: 'accepted' }
  /**
   * This text will never go. `number`: it is none that can be texted. `not-allowed`: the service may not text it, as
   * while it is in trial mode. `limit`: its own limit for the day is reached.
   */
  | { readonly status: 'refused'; readonly reason: 'number' | 'not-allowed' | 'limit' }
  | PagerAway;

/** `none`: it was never given one of this reference. */
export type PagerStatus =
  | { readonly status: 'none' | 'sending' | 'failed' }
  /** @property at milliseconds since 1970, where the service says it. */
  | { readonly status: 'delivered'; readonly at?: number }
  | PagerAway;

/** Nothing here throws, retries, or writes a number to a log. Each answers within ten seconds. */
export interface Pager {
  send(paged: Paged): Promise<PagerTook>;
  statusOf(reference: string): Promise<PagerStatus>;
}
