/**
 * One line to Slack, from the first byte to the last. Everything about it has an end: the way to Slack's greeting, and
 * any silence after it. No frame can end more than the line.
 *
 * Written over `ws`, and not with Slack's own client: that one throws where nobody can catch it when a frame has a
 * shape it does not expect, and waits without end for a server that does not answer.
 */
import { WebSocket } from 'ws';
import { readFrame, type SocketEnvelope } from './socket-frames.ts';

export interface LineOptions {
  readonly url: string;
  /** How long Slack may take to say hello, and then be silent. It sends a ping every few seconds. */
  readonly patienceMs: number;
  /** Slack has said hello: from now on what people do comes over this line. */
  readonly onHello: () => void;
  readonly onEnvelope: (envelope: SocketEnvelope, acknowledge: Acknowledge) => void;
  /** A frame that means nothing to us. */
  readonly onUnreadable: () => void;
}

/** @param body what is shown at once, for a command */
export type Acknowledge = (body?: object) => void;

/** Why a line ended, as a word for the log. */
export type LineEnd = 'goodbye' | 'closed' | 'no-hello' | 'silent' | 'network' | 'stopped';

export interface SocketLine {
  readonly ended: Promise<LineEnd>;
  stop(): void;
}

/** Above any frame of Slack's. One above this ends the line. */
const largestFrame = 16 * 1024 * 1024;

/** @throws where the url is none */
export function openLine({ url, patienceMs, onHello, onEnvelope, onUnreadable }: LineOptions): SocketLine {
  const { promise: ended, resolve } = Promise.withResolvers<LineEnd>();
  const socket = new WebSocket(url, { maxPayload: largestFrame, perMessageDeflate: false });
  let heard = performance.now();
  const hears = () => {
    heard = performance.now();
  };

  function end(how: LineEnd): void {
    clearTimeout(greeting);
    clearInterval(pulse);
    resolve(how);
    // Slack's goodbye is answered, and what it acknowledges is not cut off; every other line is dead already.
    if (how === 'goodbye') socket.close();
    else socket.terminate();
  }
  const greeting = setTimeout(() => end('no-hello'), patienceMs);
  let pulse: NodeJS.Timeout | undefined;

  function greeted(): void {
    clearTimeout(greeting);
    pulse ??= setInterval(() => {
      if (performance.now() - heard >= patienceMs) end('silent');
      else socket.ping();
    }, patienceMs / 3);
    onHello();
  }

  function acknowledge(id: string, body?: object): void {
    // On a line that has gone this says nothing: Slack sends the envelope again, and the store knows it by its id.
    if (socket.readyState === WebSocket.OPEN) {
      socket.send(JSON.stringify({ envelope_id: id, ...(body && { payload: body }) }), () => {});
    }
  }

  socket.on('message', (data, isBinary) => {
    hears();
    const frame = readFrame(isBinary ? undefined : String(data));
    if (frame.is === 'hello') greeted();
    else if (frame.is === 'goodbye') end('goodbye');
    else if (frame.is === 'envelope') onEnvelope(frame, (body) => acknowledge(frame.id, body));
    else if (frame.is === 'other') acknowledge(frame.id);
    else onUnreadable();
  });
  socket.on('ping', hears);
  socket.on('pong', hears);
  socket.on('error', () => end('network'));
  socket.on('close', () => end('closed'));

  return { ended, stop: () => end('stopped') };
}
