/**
 * How many connections are open at once. When there is no more room, the one that has been idle longest goes, and first
 * those that have never asked anything: whoever opens many and says nothing cannot shut out those who do.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

interface Kept {
  /** Requests under way. */
  busy: number;
  /** It has asked something. */
  known: boolean;
}

/** @param most a connection above it that finds nobody idle is closed unanswered */
export function boundConnections(server: Server, most: number): void {
  const open = new Map<Socket, Kept>();

  function makeRoom(): boolean {
    const idle = [...open].filter(([, { busy }]) => busy === 0);
    // Oldest first, as they were opened.
    const [socket] = idle.find(([, { known }]) => !known) ?? idle[0] ?? [];
    if (!socket) return false;
    open.delete(socket);
    socket.destroy();
    return true;
  }

  function asked({ socket }: IncomingMessage, response: ServerResponse): void {
    const kept = open.get(socket);
    if (!kept) return;
    kept.known = true;
    kept.busy += 1;
    response.once('close', () => {
      kept.busy -= 1;
    });
  }

  server.on('connection', (socket: Socket) => {
    if (open.size >= most && !makeRoom()) return void socket.destroy();
    open.set(socket, { busy: 0, known: false });
    socket.once('close', () => open.delete(socket));
  });
  server.on('request', asked);
  server.on('checkContinue', asked);
}
