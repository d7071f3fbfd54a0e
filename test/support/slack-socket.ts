/** A stand-in for Slack's end of Socket Mode: hands out envelopes and keeps what is acknowledged. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { acceptWebSockets, type Connection, type Welcome } from './web-socket.ts';

export interface SlackSocket {
  readonly url: string;
  readonly connections: Set<Connection>;
  /** Envelope ids that were acknowledged, with what came with it. */
  readonly acknowledged: Map<string, unknown>;
  /** @returns the envelope's id */
  send(type: 'events_api' | 'interactive' | 'slash_commands', payload: unknown, more?: Record<string, unknown>): string;
  /** A frame as it is, over the newest connection. */
  sendRaw(frame: string | Uint8Array): void;
  /** How the next connections are met, in order; later ones are met as they should be. */
  readonly welcomes: (Welcome | 'no-hello')[];
  /** How many were met. */
  met(): number;
  /** Slack ends every connection now and then, and says so. */
  refresh(): void;
  cut(): void;
  /** From now on nothing is said over the open connections, and nothing heard. */
  silence(): void;
  stop(): Promise<void>;
}

export async function startSlackSocket(): Promise<SlackSocket> {
  const server = createServer();
  const connections = new Set<Connection>();
  const acknowledged = new Map<string, unknown>();
  const welcomes: (Welcome | 'no-hello')[] = [];
  let greets = true;
  let met = 0;
  acceptWebSockets(server, {
    welcome() {
      const next = welcomes.shift() ?? 'whole';
      met += 1;
      greets = next !== 'no-hello';
      return next === 'no-hello' ? 'whole' : next;
    },
    open(connection) {
      if (!greets) return;
      connections.add(connection);
      connection.send(JSON.stringify({ type: 'hello', num_connections: 1 }));
    },
    message(text) {
      const { envelope_id, payload } = JSON.parse(text);
      acknowledged.set(envelope_id, payload);
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const drop = (say?: string) => {
    for (const connection of connections) {
      if (say) connection.send(say);
      else connection.cut();
    }
    connections.clear();
  };
  const newest = () => {
    const [connection] = [...connections].slice(-1);
    if (!connection) throw new Error('Nobody is connected.');
    return connection;
  };
  return {
    url: `ws://127.0.0.1:${(server.address() as AddressInfo).port}/link`,
    connections,
    acknowledged,
    send(type, payload, more = {}) {
      const envelope_id = randomUUID();
      newest().send(JSON.stringify({ type, envelope_id, payload, accepts_response_payload: true, ...more }));
      return envelope_id;
    },
    sendRaw: (frame) => (typeof frame === 'string' ? newest().send(frame) : newest().sendBinary(frame)),
    welcomes,
    met: () => met,
    refresh: () => drop(JSON.stringify({ type: 'disconnect', reason: 'refresh_requested' })),
    cut: () => drop(),
    silence() {
      for (const connection of connections) connection.freeze();
      connections.clear();
    },
    async stop() {
      drop();
      server.closeAllConnections();
      server.close();
    },
  };
}
