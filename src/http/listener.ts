/**
 * The one HTTP listener. It reads each body once, capped, before anything looks at it; hands it to the route that
 * owns the path; and answers everything else with a bare status. What it refuses it neither echoes nor logs.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Log, reasonOf } from '../log.ts';
import { declaresTooMuch, readBody } from './body.ts';
import { boundConnections } from './connections.ts';
import { refusedAtLoopback } from './door.ts';
import { type HttpResponse, type HttpRoute, routeTable } from './route.ts';

export interface ListenerOptions {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  readonly routes: readonly HttpRoute[];
  readonly log: Log;
  /** Trial mode: refuse what this machine's own browser would not send. */
  readonly loopbackOnly?: boolean;
  /** Told of each answer: the route's path (`other` if none), the status, and how long it took. For metrics. */
  readonly observe?: (route: string, status: number, ms: number) => void;
  readonly limits?: Partial<Limits>;
}

export interface Limits {
  /** The platforms send well under a tenth of this. */
  readonly bodyBytes: number;
  /** From the first byte to the end of the headers. */
  readonly headersMs: number;
  /** From the first byte to the end of the body. */
  readonly requestMs: number;
  /** Connections at once, so that a flood costs bounded memory; see connections.ts for which of them stay. */
  readonly connections: number;
  /** Of these, of one address. A proxy is one, and has far fewer requests under way at once. */
  readonly connectionsOfOne: number;
}

export interface Listener {
  /** Starts to answer, and gives the port in use. Throws {@link ListenError}. */
  listen(): Promise<{ readonly port: number }>;
  /** Takes nothing new, ends streams, lets the answers under way finish for `graceMs`, then cuts what is left. */
  close(graceMs?: number): Promise<void>;
}

/** The port could not be had. The message says what to do. */
export class ListenError extends Error {
  override readonly name = 'ListenError';
}

/** One request and its response, on their way through. */
interface Exchange {
  readonly request: IncomingMessage;
  readonly response: ServerResponse;
  readonly path: string;
  readonly search: string;
  /** Asks a sender who waits for it (`Expect: 100-continue`) to send the body. */
  readonly invite: () => void;
  readonly gone: AbortController;
  readonly started: number;
}

/** How a stream ends that nothing is wrong with: the asker left, or the program stops. */
const endings = ['ABORT_ERR', 'ERR_STREAM_PREMATURE_CLOSE'];

const defaultLimits: Limits = {
  bodyBytes: 256 * 1024,
  headersMs: 5_000,
  requestMs: 10_000,
  connections: 1_000,
  connectionsOfOne: 250,
};

const securityHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};

export function createListener(options: ListenerOptions): Listener {
  const { log, observe } = options;
  const limits = { ...defaultLimits, ...options.limits };
  const table = routeTable(options.routes);
  const streams = new Set<AbortController>();
  let stopping = false;

  const server = createServer({
    headersTimeout: limits.headersMs,
    requestTimeout: limits.requestMs,
    // Node looks for slow senders only this often, and by default every 30 seconds.
    connectionsCheckingInterval: Math.min(1_000, limits.headersMs),
  });
  boundConnections(server, limits.connections, limits.connectionsOfOne);
  server.on('request', (request, response) => void serve(request, response));
  server.on('checkContinue', (request, response) => void serve(request, response, () => response.writeContinue()));

  async function serve(request: IncomingMessage, response: ServerResponse, invite = () => {}): Promise<void> {
    const [path = '', search = ''] = (request.url ?? '').split(/\?(.*)/s);
    const exchange: Exchange = {
      request,
      response,
      path,
      search,
      invite,
      gone: new AbortController(),
      started: performance.now(),
    };
    response.on('close', () => response.writableFinished || exchange.gone.abort());
    try {
      const answer = await answerTo(exchange);
      if (answer !== undefined) await send(answer, exchange);
    } catch (cause) {
      log.error('http.failed', { route: routeOf(path), reason: reasonOf(cause) });
      if (response.headersSent) response.destroy();
      else await send(bare(500), exchange);
    }
  }

  /** Undefined when the asker has gone. Throws what the route throws. */
  async function answerTo({ request, path, search, invite, gone }: Exchange): Promise<HttpResponse | undefined> {
    const { headers, method = '' } = request;
    const refusal = options.loopbackOnly ? refusedAtLoopback(method, headers, portInUse()) : undefined;
    if (refusal !== undefined) return refuse(403, refusal);
    const methods = table.get(path);
    if (methods === undefined) return refuse(404, 'path');
    const route = methods.get(method === 'HEAD' ? 'GET' : method);
    if (route === undefined) return refuse(405, 'method', { allow: [...methods.keys()].join(', ') });

    if (declaresTooMuch(request, limits.bodyBytes)) return refuse(413, 'length');
    invite();
    const body = await readBody(request, limits.bodyBytes);
    if (body.kind === 'gone') return undefined;
    if (body.kind === 'tooLarge') return refuse(413, 'length');
    const query = new URLSearchParams(search);
    return route.handle({ method, path, query, headers, raw: body.raw, signal: gone.signal });
  }

  async function send(answer: HttpResponse, { request, response, path, gone, started }: Exchange): Promise<void> {
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    response.statusCode = answer.status;
    response.setHeaders(headersOf(answer));
    // A body that was not read to its end would be taken for the next request.
    if (stopping || !request.complete) response.setHeader('connection', 'close');
    observe?.(routeOf(path), answer.status, performance.now() - started);

    const { body = '' } = answer;
    if (typeof body === 'string' || body instanceof Uint8Array) return void response.end(body);
    if (request.method === 'HEAD') return void response.end();
    streams.add(gone);
    try {
      await pipeline(Readable.from(body), response, { signal: gone.signal });
    } catch (cause) {
      if (!endings.includes(reasonOf(cause))) throw cause;
    } finally {
      streams.delete(gone);
    }
  }

  function refuse(status: number, reason: string, headers?: Record<string, string>): HttpResponse {
    // Whoever scans the internet for paths must not fill the log.
    log[status === 404 || status === 405 ? 'debug' : 'info']('http.refused', { status, reason });
    return bare(status, headers);
  }

  const routeOf = (path: string) => (table.has(path) ? path : 'other');
  const portInUse = () => (server.address() as AddressInfo).port;

  return {
    async listen() {
      server.listen(options.port, options.host);
      await once(server, 'listening').catch((cause) => {
        throw new ListenError(unavailable(options, cause), { cause });
      });
      return { port: portInUse() };
    },
    async close(graceMs = 10_000) {
      stopping = true;
      const closed = once(server, 'close');
      server.close();
      for (const stream of streams) stream.abort();
      const cut = setTimeout(() => server.closeAllConnections(), graceMs);
      await closed;
      clearTimeout(cut);
    },
  };
}

const bare = (status: number, headers: Record<string, string> = {}): HttpResponse => ({
  status,
  headers: { ...headers, 'content-type': 'text/plain; charset=utf-8' },
  body: STATUS_CODES[status] ?? '',
});

function headersOf({ headers }: HttpResponse): Map<string, string | readonly string[]> {
  const all = new Map<string, string | readonly string[]>(Object.entries({ ...securityHeaders, ...headers }));
  return all.set('content-security-policy', `${all.get('content-security-policy')}; frame-ancestors 'none'`);
}

function unavailable({ host, port }: ListenerOptions, cause: unknown): string {
  switch (reasonOf(cause)) {
    case 'EADDRINUSE':
      return `Port ${port} is taken. Stop the program that uses it, or set PORT to another number.`;
    case 'EACCES':
      return `This user may not use port ${port}. Set PORT to a number above 1023.`;
    default:
      return `This machine has no address ${host}. Set HOST to one of its own addresses, or leave it out.`;
  }
}
