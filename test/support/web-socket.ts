/** The server's side of a WebSocket, as far as Socket Mode needs it: text both ways, pings answered, closing. */
import { createHash } from 'node:crypto';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

export interface Connection {
  send(text: string): void;
  sendBinary(bytes: Uint8Array): void;
  /** Says and hears nothing more, and stays open. */
  freeze(): void;
  /** Ends it without a word. */
  cut(): void;
}

/** How a connection is met: `unanswered` hears nothing at all, `deaf` is connected and hears nothing more. */
export type Welcome = 'whole' | 'unanswered' | 'deaf';

const guid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const opcodes = { text: 1, binary: 2, close: 8, ping: 9, pong: 10 };

export function acceptWebSockets(
  server: Server,
  on: {
    readonly open: (connection: Connection) => void;
    readonly message: (text: string, by: Connection) => void;
    readonly welcome: () => Welcome;
  },
): void {
  server.on('upgrade', (request, raw) => {
    const socket = raw as Socket;
    const welcome = on.welcome();
    socket.on('error', () => {});
    if (welcome === 'unanswered') return;
    const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}${guid}`).digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    const connection: Connection = {
      send: (text) => void socket.write(frame(opcodes.text, Buffer.from(text))),
      sendBinary: (bytes) => void socket.write(frame(opcodes.binary, Buffer.from(bytes))),
      freeze: () => void socket.pause(),
      cut: () => void socket.destroy(),
    };
    let waiting = Buffer.alloc(0);
    socket.on('data', (chunk: Buffer) => {
      if (welcome === 'deaf') return;
      waiting = Buffer.concat([waiting, chunk]);
      for (let read = readFrame(waiting); read; read = readFrame(waiting)) {
        waiting = waiting.subarray(read.size);
        if (read.opcode === opcodes.text) on.message(read.payload.toString('utf8'), connection);
        if (read.opcode === opcodes.ping) socket.write(frame(opcodes.pong, read.payload));
        if (read.opcode === opcodes.close) socket.end(frame(opcodes.close, read.payload));
      }
    });
    if (welcome === 'whole') on.open(connection);
  });
}

function frame(opcode: number, payload: Buffer): Buffer {
  const size = payload.length;
  const head = Buffer.alloc(size > 0xffff ? 10 : size > 125 ? 4 : 2);
  head[0] = 0x80 | opcode;
  head[1] = size > 0xffff ? 127 : Math.min(size, 126);
  if (size > 0xffff) head.writeBigUInt64BE(BigInt(size), 2);
  else if (size > 125) head.writeUInt16BE(size, 2);
  return Buffer.concat([head, payload]);
}

/** A client's frames are masked. Nothing while the frame is not whole. */
function readFrame(from: Buffer): { opcode: number; payload: Buffer; size: number } | undefined {
  if (from.length < 6) return undefined;
  const short = (from[1] ?? 0) & 0x7f;
  const [length, head] = short === 126 ? [from.readUInt16BE(2), 4] : [short, 2];
  const size = head + 4 + length;
  if (from.length < size) return undefined;
  const mask = from.subarray(head, head + 4);
  const payload = Buffer.from(from.subarray(head + 4, size).map((byte, i) => byte ^ (mask[i % 4] ?? 0)));
  return { opcode: (from[0] ?? 0) & 0x0f, payload, size };
}
