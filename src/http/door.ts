/**
 * Trial mode answers this machine's own browser and nobody else. Any web page can point a name of its own at
 * 127.0.0.1 (DNS rebinding) or post a form there, so loopback alone keeps no page out.
 */
import type { IncomingHttpHeaders } from 'node:http';

const loopbackHosts = ['127.0.0.1', 'localhost', '[::1]'];

/** Why a request to a loopback-only listener on `port` is refused; undefined lets it in. */
export function refusedAtLoopback(
  method: string,
  headers: IncomingHttpHeaders,
  port: number,
): 'host' | 'origin' | undefined {
  const hosts = port === 80 ? loopbackHosts : loopbackHosts.map((host) => `${host}:${port}`);
  if (!hosts.includes((headers.host ?? '').toLowerCase())) return 'host';
  const { origin } = headers;
  // Programs send no Origin; every browser sends one with a post.
  if (method === 'POST' && origin !== undefined && !hosts.some((host) => origin === `http://${host}`)) return 'origin';
  return undefined;
}
