/** What a refusal of Teams means: try again later, or give up and say why. Pure. */
import { type NotDelivered, refusedFor } from '../refusals.ts';
import { kindOfRefusal } from './refusals.ts';

/** The connector answered, and did not take it. Of its answer only codes are kept. */
export class ConnectorRefused extends Error {
  override readonly name = 'ConnectorRefused';
  readonly status: number;
  /** Microsoft's own code, such as `MessageWritesBlocked`, where it gave one. */
  readonly code: string | undefined;
  /** The header: seconds, or a date. */
  readonly retryAfter: string | undefined;

  constructor({ status, code, retryAfter }: { status: number; code?: string; retryAfter?: string }) {
    super(`Teams refused a message (${status}). The outbox says in the log whether it tries again.`);
    this.status = status;
    this.code = code;
    this.retryAfter = retryAfter;
  }
}

/** No answer, or none that can be read. Whether the message was taken is not known. */
export class ConnectorAway extends Error {
  override readonly name = 'ConnectorAway';
  readonly reason: 'timeout' | 'network' | 'unreadable';

  constructor(reason: ConnectorAway['reason'], options?: ErrorOptions) {
    super(`Teams cannot be reached (${reason}). Check that this machine may open https:// connections to it.`, options);
    this.reason = reason;
  }
}

/** Nothing is sent to this place, above all no token. */
export class HostRefused extends Error {
  override readonly name = 'HostRefused';

  constructor() {
    super(
      'A message was to go to a host that is not on the list. If it is one of yours, add it to TEAMS_SERVICE_HOSTS.',
    );
  }
}

/** Microsoft gives no token for the bot's secret, certificate or managed identity. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
  /** OAuth's code, such as `invalid_client`. */
  readonly code: string;

  constructor(code: string, options?: ErrorOptions) {
    super(
      `Microsoft gives the bot no token (${code}). Check its credentials in Azure; a secret may have ended.`,
      options,
    );
    this.code = code;
  }
}

export function asDelivered(error: unknown, now: number): NotDelivered {
  const reason = faultOf(error);
  // Of the settings, or of the network: it says nothing of the place.
  if (error instanceof HostRefused || error instanceof TokenRefused) return refusedFor('connection', reason);
  if (error instanceof ConnectorAway) return refusedFor(reason === 'network' ? 'connection' : 'passing', reason);
  if (!(error instanceof ConnectorRefused)) return refusedFor('passing', reason);
  const refused = refusedFor(kindOfRefusal(error.status, codeShaped(error.code)), reason);
  const afterMs = waitMs(error.retryAfter, now);
  return refused.status === 'retry' && afterMs !== undefined ? { ...refused, afterMs } : refused;
}

/** Drawing a card anew that is gone, or stands where nothing can be drawn: it is posted afresh, and that says the rest. */
export function isCardGone(error: unknown): boolean {
  if (!(error instanceof ConnectorRefused)) return false;
  const kind = kindOfRefusal(error.status, codeShaped(error.code)) ?? '';
  // Of a card that is drawn anew, "not found" is said of the card.
  return ['card', 'place'].includes(kind) || error.status === 404 || error.status === 410;
}

/** What went wrong, as a code for the log. */
export function faultOf(error: unknown): string {
  if (error instanceof HostRefused) return 'service-host';
  if (error instanceof TokenRefused) return `token-${codeShaped(error.code) ?? 'refused'}`;
  if (error instanceof ConnectorAway) return error.reason;
  if (!(error instanceof ConnectorRefused)) return 'unknown';
  return error.status === 429 ? 'ratelimited' : (codeShaped(error.code) ?? `http-${error.status}`);
}

/** A proxy's page can stand where the code should. */
const codeShaped = (code: string | undefined) => (code && /^[A-Za-z][\w.-]{1,60}$/.test(code) ? code : undefined);

function waitMs(header: string | undefined, now: number): number | undefined {
  if (header === undefined) return undefined;
  const ms = /^\d{1,6}$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
}
