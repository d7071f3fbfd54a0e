/** What a part of the program answers over HTTP: it is handed a request, whole and capped, and returns a response. */
import type { IncomingHttpHeaders } from 'node:http';

export interface HttpRequest {
  readonly method: string;
  /** As sent, without the query and not decoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: IncomingHttpHeaders;
  /** The body's bytes as they came, for signatures. Empty when there was none. */
  readonly raw: Buffer;
  /** Aborted when the asker has gone or, for a stream, when the program stops. A stream must end on it. */
  readonly signal: AbortSignal;
}

export interface HttpResponse {
  readonly status: number;
  /** Names in lower case. Adds to the listener's own security headers, or replaces one of the same name. */
  readonly headers?: Readonly<Record<string, string | readonly string[]>>;
  /** An iterable is sent piece by piece as it comes (server-sent events). */
  readonly body?: string | Uint8Array | AsyncIterable<string | Uint8Array>;
}

export interface HttpRoute {
  /** A `GET` route answers `HEAD` too. */
  readonly method: 'GET' | 'POST';
  /** Matched exactly. */
  readonly path: string;
  readonly handle: (request: HttpRequest) => HttpResponse | Promise<HttpResponse>;
}

/** The same path, whatever the method, is one place; returned by path, then by method. Throws on a pair given twice. */
export function routeTable(routes: readonly HttpRoute[]): ReadonlyMap<string, ReadonlyMap<string, HttpRoute>> {
  const table = new Map<string, Map<string, HttpRoute>>();
  for (const route of routes) {
    const methods = table.get(route.path) ?? new Map<string, HttpRoute>();
    if (methods.has(route.method)) throw new Error(`two routes answer ${route.method} ${route.path}: remove one`);
    methods.set(route.method, route);
    table.set(route.path, methods);
  }
  return table;
}
