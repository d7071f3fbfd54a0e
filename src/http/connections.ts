/**
 * How many connections are open at once. When there is no more room, one goes that holds a place without need: first of
 * those that were never answered, silent or still sending, then of those that were; of each the one that has been so
 * longest. A request that is whole keeps its place until its answer. So neither silence nor a body that trickles shuts
 * anybody out: a real request is whole within moments, and is never the oldest.
 *
 * One address has a part of the room only, within which it displaces itself. A proxy is one address too: the part is
 * wide enough for all that a proxy has under way at once, and so no header has to be believed.
 */
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

interface Kept {
  readonly address: string;
  /** It was answered before. */
  readonly known: boolean;
  /** Requests that are whole and not yet answered. */
  readonly working: number;
}

/**
 * A connection for which nobody goes is closed unanswered.
 *
 * @param most connections at once
 * @param mostOfOne of one address
 */
export function boundConnections(server: Server, most: number, mostOfOne: number): void {
  /** In the order in which they became what they are. */
  const open = new Map<Socket, Kept>();
  const ofOne = new Map<string, number>();

  function add(socket: Socket, address: string): void {
    open.set(socket, { address, known: false, working: 0 });
    ofOne.set(address, (ofOne.get(address) ?? 0) + 1);
  }

  function remove(socket: Socket): void {
    const kept = open.get(socket);
    if (!kept) return;
    open.delete(socket);
    const left = (ofOne.get(kept.address) ?? 1) - 1;
    if (left > 0) ofOne.set(kept.address, left);
    else ofOne.delete(kept.address);
  }

  /** @param of whose connections may go; left out, anybody's */
  function makeRoom(of?: string): boolean {
    let answered: Socket | undefined;
    for (const [socket, { working, known, address }] of open) {
      if (working > 0 || (of !== undefined && address !== of)) continue;
      if (!known) return close(socket);
      answered ??= socket;
    }
    return answered !== undefined && close(answered);
  }

  function close(socket: Socket): true {
    remove(socket);
    socket.destroy();
    return true;
  }

  function becomes(socket: Socket, changed: (kept: Kept) => Partial<Kept>): void {
    const kept = open.get(socket);
    if (!kept) return;
    open.delete(socket);
    open.set(socket, { ...kept, ...changed(kept) });
  }

  function asked(request: IncomingMessage, response: ServerResponse): void {
    const { socket } = request;
    let whole = 0;
    // A new request of one that was answered before: it has its time to send it.
    if (open.get(socket)?.known) becomes(socket, () => ({}));
    request.once('end', () => {
      whole = 1;
      becomes(socket, ({ working }) => ({ working: working + 1 }));
    });
    response.once('close', () => becomes(socket, ({ working }) => ({ known: true, working: working - whole })));
  }

  server.on('connection', (socket: Socket) => {
    const { remoteAddress: address = '' } = socket;
    const tooManyOfOne = (ofOne.get(address) ?? 0) >= mostOfOne;
    if (tooManyOfOne ? !makeRoom(address) : open.size >= most && !makeRoom()) return void socket.destroy();
    add(socket, address);
    socket.once('close', () => remove(socket));
  });
  server.on('request', asked);
  server.on('checkContinue', asked);
}
