/** What Slack says over Socket Mode, frame by frame. Pure: whatever comes is one of these, and nothing throws. */
import { z } from 'zod';

export interface SocketEnvelope {
  readonly id: string;
  readonly payload: unknown;
  /** Why Slack sends it again, if it does. */
  readonly retryReason?: string;
}

export type SocketFrame =
  | { readonly is: 'hello' }
  /** Slack is about to end this line, as it does now and then. */
  | { readonly is: 'goodbye' }
  | ({ readonly is: 'envelope' } & SocketEnvelope)
  /** A kind that nobody here waits for. It is acknowledged, so that Slack does not send it again. */
  | { readonly is: 'other'; readonly id: string }
  | { readonly is: 'unreadable' };

/** As much as the listener takes over HTTP. */
const longestFrame = 256 * 1024;

const kinds = ['events_api', 'interactive', 'slash_commands'];

const frameSchema = z.object({
  type: z.string(),
  envelope_id: z.string().min(1).max(200).optional().catch(undefined),
  payload: z.unknown().optional(),
  reason: z.string().optional().catch(undefined),
  retry_reason: z.string().optional().catch(undefined),
});

/** @param text nothing where the frame is no text */
export function readFrame(text: string | undefined): SocketFrame {
  if (text === undefined || text.length > longestFrame) return unreadable;
  const read = frameSchema.safeParse(parseJson(text)).data;
  if (read === undefined) return unreadable;
  const { type, envelope_id: id, payload, reason, retry_reason: retryReason } = read;
  if (type === 'hello') return { is: 'hello' };
  // A warning comes ten seconds before; the line still works until then.
  if (type === 'disconnect') return reason === 'warning' ? unreadable : { is: 'goodbye' };
  if (id === undefined) return unreadable;
  if (!kinds.includes(type)) return { is: 'other', id };
  return { is: 'envelope', id, payload, ...(retryReason !== undefined && { retryReason }) };
}

const unreadable = { is: 'unreadable' } as const;

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
