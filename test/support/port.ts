/** Real HTTP on a free loopback port that can be closed and opened again: where a stand-in listens. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type AddressInfo, createServer as createSocketServer } from 'node:net';

export interface Port {
  /** `127.0.0.1:PORT`. */
  readonly host: string;
  /** Nothing listens there, and who is connected is cut off. */
  close(): Promise<void>;
  /** The same port again. */
  open(): Promise<void>;
}

/** @param serve where it throws, the connection is cut. */
export async function openPort(
  serve: (request: IncomingMessage, response: ServerResponse) => Promise<void>,
): Promise<Port> {
  let server: Server | undefined;
  let number = 0;
  const port: Port = {
    get host() {
      return `127.0.0.1:${number}`;
    },
    async close() {
      const closing = server;
      if (!closing) return;
      server = undefined;
      closing.closeAllConnections();
      closing.close();
      await once(closing, 'close');
    },
    async open() {
      const opened = createServer((request, response) => void serve(request, response).catch(() => response.destroy()));
      opened.keepAliveTimeout = 1_000;
      opened.listen(number, '127.0.0.1');
      await once(opened, 'listening');
      server = opened;
      number = (opened.address() as AddressInfo).port;
    },
  };
  await port.open();
  return port;
}

/** A port of this machine that nothing listens on now. */
export async function freePort(): Promise<number> {
  const probe = createSocketServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const { port } = probe.address() as AddressInfo;
  await new Promise((resolve) => probe.close(resolve));
  return port;
}
