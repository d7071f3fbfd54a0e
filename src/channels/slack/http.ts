/** Slack over HTTP: `POST /slack/events` for events, presses, shortcuts and commands. */

import type { HttpResponse, HttpRoute } from '../../http/route.ts';
import type { Log } from '../../log.ts';
import { responseTo } from '../answer.ts';
import type { Receive } from './arriving.ts';
import { readSlackBody } from './body.ts';
import { type DoorRefusal, refusedAtDoor } from './door.ts';

export interface EventsOptions {
  readonly receive: Receive;
  readonly signingSecret: string;
  /** Milliseconds since 1970, by the real clock: Slack signs with its own. */
  readonly clock: () => number;
  readonly log: Log;
}

/** Whatever is refused gets a bare 401; why stands in the log, as a code. The listener has refused what is too large. */
export function eventsRoute({ receive, signingSecret, clock, log }: EventsOptions): HttpRoute {
  const refused = (reason: DoorRefusal): HttpResponse => {
    log.info('slack.refused', { reason });
    return { status: 401 };
  };
  return {
    method: 'POST',
    path: '/slack/events',
    async handle({ headers, raw }) {
      const reason = refusedAtDoor(headers, raw, signingSecret, clock());
      if (reason) return refused(reason);
      const body = readSlackBody(headers['content-type'], raw);
      if (body.kind === 'refused') return refused(body.reason);
      if (body.kind === 'ssl-check') return { status: 200 };
      const retryReason = headers['x-slack-retry-reason'];
      const answer = await receive(body.payload, typeof retryReason === 'string' ? retryReason : undefined);
      return responseTo(answer, refused);
    },
  };
}
