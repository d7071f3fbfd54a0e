/**
 * The one receiver, for HTTP and Socket Mode alike: from a payload that Slack is known to have sent, through Bolt, to
 * what Slack is answered.
 *
 * Bolt acknowledges an event before a listener has run. So the `ack` it is given says nothing to Slack: the answer is
 * the listener's, and goes out when the listener has finished, which is when the step is durable.
 */
import type { App, Receiver } from '@slack/bolt';
import type { HttpRoute } from '../../http/route.ts';
import { type Log, reasonOf } from '../../log.ts';
import type { Arriving, Receive, SlackAnswer } from './arriving.ts';
import type { DoorRefusal } from './door.ts';
import { eventsRoute } from './http.ts';
import type { Installs } from './installing/installs.ts';
import { createSocket } from './socket.ts';
import { type Arrival, translate } from './translate.ts';

export interface ReceiverOptions {
  readonly installs: Installs;
  /** Set: payloads for any other app are refused. Not set: the app is the one first seen. */
  readonly appId?: string | undefined;
  /** Set for HTTP. */
  readonly signingSecret?: string | undefined;
  /** Set for Socket Mode. */
  readonly appToken?: string | undefined;
  readonly apiUrl: string;
  readonly clock: () => number;
  readonly log: Log;
  /** How long a step may take before the person is told. 1.5 s unless told. */
  readonly patienceMs?: number;
}

export interface SlackReceiver extends Receiver {
  readonly receive: Receive;
  /** For HTTP; `start` connects Socket Mode. */
  readonly routes: readonly HttpRoute[];
  /** Whether Socket Mode is connected. Absent: Slack comes over HTTP. */
  readonly isListening?: () => boolean;
}

const acknowledgedByAnswer = async () => {};

export function createReceiver(options: ReceiverOptions): SlackReceiver {
  const { installs, appId, signingSecret, appToken, apiUrl, clock, log, patienceMs = 1_500 } = options;
  let app: App | undefined;
  let heldApp: string | undefined;

  async function receive(payload: unknown, retryReason?: string): Promise<SlackAnswer> {
    const until = performance.now() + patienceMs;
    const arrival = translate(payload, clock());
    if (arrival === 'nothing') return { is: 'done' };
    if (arrival === 'shape') return { is: 'refused', reason: 'shape' };
    if (arrival.kind === 'challenge') return { is: 'done', body: { challenge: arrival.challenge } };
    const reason = await refusal(arrival);
    if (reason) return { is: 'refused', reason };
    let answered: SlackAnswer = { is: 'again' };
    const arriving: Arriving = {
      arrival,
      until,
      answer(answer) {
        answered = answer;
      },
    };
    await app?.processEvent({
      body: payload as object,
      ack: acknowledgedByAnswer,
      ...(retryReason !== undefined && { retryReason }),
      customProperties: arriving,
    });
    return answered;
  }

  /** Slack signed it, so it is for an app of this secret; the first one seen is the app until the store knows better. */
  async function refusal({ workspace, app: to, wants }: Arrival): Promise<DoorRefusal | undefined> {
    const known = wants.do === 'leave' ? 'yes' : await installs.knows(workspace);
    if (known === 'no') return 'workspace';
    if (to === undefined) return undefined;
    if (known === 'yes') heldApp ??= to;
    const right = appId ?? installs.appId() ?? heldApp;
    return right !== undefined && to !== right ? 'app' : undefined;
  }

  const safely: Receive = async (payload, retryReason) => {
    try {
      return await receive(payload, retryReason);
    } catch (error) {
      log.error('slack.failed', { reason: reasonOf(error) });
      return { is: 'again' };
    }
  };
  const socket = appToken === undefined ? undefined : createSocket({ receive: safely, appToken, apiUrl, log });

  return {
    init(bolt) {
      app = bolt;
    },
    receive: safely,
    routes: signingSecret === undefined ? [] : [eventsRoute({ receive: safely, signingSecret, clock, log })],
    ...(socket && { isListening: socket.isListening }),
    start: async () => socket?.start(),
    stop: async () => socket?.stop(),
  };
}
