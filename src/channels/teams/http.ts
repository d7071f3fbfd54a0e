/** Teams over HTTP: `POST /api/messages` for every activity. */
import type { HttpResponse, HttpRoute } from '../../http/route.ts';
import type { Log } from '../../log.ts';
import { responseTo } from '../answer.ts';
import type { Door, DoorRefusal } from './door.ts';
import { envelopeSchema } from './payloads.ts';
import type { Receiver } from './receiver.ts';

export interface MessagesOptions {
  readonly door: Door;
  readonly receiver: Receiver;
  readonly log: Log;
}

/** Whatever is refused gets a bare 401; why stands in the log, as a code. The listener has refused what is too large. */
export function messagesRoute({ door, receiver, log }: MessagesOptions): HttpRoute {
  const refused = (reason: DoorRefusal): HttpResponse => {
    log.info('teams.refused', { reason });
    return { status: 401 };
  };
  return {
    method: 'POST',
    path: '/api/messages',
    async handle({ headers, raw }) {
      const activity = parseJson(raw);
      const envelope = envelopeSchema.safeParse(activity);
      if (typeof activity !== 'object' || activity === null || !envelope.success) return refused('shape');
      const judged = await door(headers.authorization, envelope.data);
      if (judged.is === 'refused') return refused(judged.reason);
      if (judged.is === 'unsure') {
        log.error('teams.no-keys');
        return { status: 503 };
      }
      const answer = await receiver.receive(activity, judged.tenant);
      return responseTo(answer, refused);
    },
  };
}

function parseJson(raw: Buffer): unknown {
  try {
    return JSON.parse(raw.toString('utf8'));
  } catch {
    return undefined;
  }
}
