/** The server's side of a WebSocket, as far as Socket Mode needs it: text both ways, pings answered, closing. */
import { createHash } from 'node:crypto';
import type { Server } from 'node:http';
import type { Socket } from 'node:net';

export interface Connection {
  send(text: string): void;
  /** Ends it without a word. */
  cut(): void;
}

const guid = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const opcodes = { text: 1, close: 8, ping: 9, pong: 10 };

export function acceptWebSockets(
  server: Server,
  on: { readonly open: (connection: Connection) => void; readonly message: (text: string, by: Connection) => void },
): void {
  server.on('upgrade', (request, raw) => {
    const socket = raw as Socket;
    const accept = createHash('sha1').update(`${request.headers['sec-websocket-key']}${guid}`).digest('base64');
    socket.write(
      `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
    );
    const connection: Connection = {
      send: (text) => void socket.write(frame(opcodes.text, Buffer.from(text))),
      cut: () => void socket.destroy(),
    };
    let waiting = Buffer.alloc(0);
    socket.on('error', () => {});
    socket.on('data', (chunk: Buffer) => {
      waiting = Buffer.concat([waiting, chunk]);
      for (let read = readFrame(waiting); read; read = readFrame(waiting)) {
        waiting = waiting.subarray(read.size);
        if (read.opcode === opcodes.text) on.message(read.payload.toString('utf8'), connection);
        if (read.opcode === opcodes.ping) socket.write(frame(opcodes.pong, read.payload));
        if (read.opcode === opcodes.close) socket.end(frame(opcodes.close, read.payload));
      }
    });
    on.open(connection);
  });
}

function frame(opcode: number, payload: Buffer): Buffer {
  const long = payload.length > 125;
  const head = Buffer.alloc(long ? 4 : 2);
  head[0] = 0x80 | opcode;
  head[1] = long ? 126 : payload.length;
  if (long) head.writeUInt16BE(payload.length, 2);
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
