/**
 * A tap in the line to Redis: it counts what a client sends, as the client sends it, holds everything up by a set time
 * each way, resets or swallows. It reads the protocol's arrays and knows nothing else of it.
 */
import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

export interface Tap {
  readonly port: number;
  readonly url: string;
  /** Commands that clients sent so far, without those that a client sends to set up or keep its connection. */
  commands(): number;
  /** The same, each command's name as often as it came. */
  names(): ReadonlyMap<string, number>;
  /** Bytes that clients sent. */
  bytes(): number;
  /** Everything takes this much longer each way from now on. */
  delay(ms: number): void;
  /** Where the next connections go. */
  to(port: number): void;
  /** Cuts what is open. */
  reset(): void;
  stop(): Promise<void>;
}

/** What a client says for the connection's own sake. */
const housekeeping = /^(hello|client|info|ping|auth|select|command|config|script|cluster|readonly|function|role)$/;

export async function startTap(target: number): Promise<Tap> {
  const open = new Set<Socket>();
  const counted = new Map<string, number>();
  let port = target;
  let delayMs = 0;
  let bytes = 0;

  const server = createServer((client) => {
    const redis = connect(port, '127.0.0.1');
    const read = commandReader((name) => counted.set(name, (counted.get(name) ?? 0) + 1));
    for (const end of [client, redis]) {
      open.add(end);
      end.setNoDelay(true);
      end.on('error', () => {});
      end.on('close', () => {
        open.delete(end);
        (end === client ? redis : client).destroy();
      });
    }
    client.on('data', (sent) => {
      bytes += sent.length;
      read(sent);
      pass(sent, redis);
    });
    redis.on('data', (sent) => pass(sent, client));
  });
  function pass(sent: Buffer, to: Socket): void {
    if (delayMs > 0) setTimeout(() => to.write(sent), delayMs);
    else to.write(sent);
  }
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');

  return {
    port: address.port,
    url: `redis://127.0.0.1:${address.port}`,
    commands: () => [...counted.values()].reduce((sum, count) => sum + count, 0),
    names: () => new Map(counted),
    bytes: () => bytes,
    delay: (ms) => {
      delayMs = ms;
    },
    to: (next) => {
      port = next;
    },
    reset() {
      for (const socket of open) socket.destroy();
    },
    async stop() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of open) socket.destroy();
      await closed;
    },
  };
}

/** Calls `found` with the name of each command in what a client sends, in whatever pieces it comes. */
function commandReader(found: (name: string) => void): (sent: Buffer) => void {
  let rest = '';
  let parts = 0;
  let first = true;
  return (sent) => {
    // One character a byte, so that lengths are the protocol's.
    rest += sent.toString('latin1');
    for (;;) {
      const end = rest.indexOf('\r\n');
      if (end < 0) return;
      const count = Number(rest.slice(1, end));
      if (parts === 0) {
        parts = count;
        first = true;
        rest = rest.slice(end + 2);
        continue;
      }
      if (rest.length < end + 2 + count + 2) return;
      const value = rest.slice(end + 2, end + 2 + count).toLowerCase();
      rest = rest.slice(end + 4 + count);
      if (first && !housekeeping.test(value)) found(value);
      first = false;
      parts -= 1;
    }
  };
}
