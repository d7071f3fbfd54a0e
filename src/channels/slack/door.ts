/**
 * Who may come in: a request that Slack signed, over the very bytes that came, at about this time. Pure; the clock is
 * passed in. That the same request does not count twice is for its delivery id, in the store.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** Why a request is refused. It goes to the log and never to the sender. */
export type DoorRefusal = 'no-signature' | 'old' | 'future' | 'signature' | 'shape' | 'ssl-check' | 'app' | 'workspace';

/** Slack's own advice for how far a request's time may be from ours. */
const windowSeconds = 5 * 60;
const timeShape = /^\d{1,12}$/;

/** @param now milliseconds since 1970 @returns why not, or nothing when Slack signed it */
export function refusedAtDoor(
  headers: IncomingHttpHeaders,
  raw: Uint8Array,
  secret: string,
  now: number,
): DoorRefusal | undefined {
  const time = one(headers['x-slack-request-timestamp']);
  const signature = one(headers['x-slack-signature']);
  if (time === undefined || signature === undefined || !timeShape.test(time)) return 'no-signature';
  const ahead = Number(time) - now / 1000;
  if (ahead < -windowSeconds) return 'old';
  if (ahead > windowSeconds) return 'future';
  return isEqual(signature, sign(time, raw, secret)) ? undefined : 'signature';
}

/** Slack's signature, version 0. */
export function sign(time: string, raw: Uint8Array, secret: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${time}:`).update(raw).digest('hex')}`;
}

/** The length of a signature is no secret; what stands in it is compared in constant time. */
export function isEqual(given: string, expected: string): boolean {
  const [a, b] = [Buffer.from(given), Buffer.from(expected)];
  return a.length === b.length && timingSafeEqual(a, b);
}

const one = (header: string | string[] | undefined) => (typeof header === 'string' ? header : undefined);
