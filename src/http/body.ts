/** Reads a request's body once, never more than the limit of it. */
import type { IncomingMessage } from 'node:http';

export type RequestBody =
  | { readonly kind: 'whole'; readonly raw: Buffer }
  | { readonly kind: 'tooLarge' }
  /** The connection closed before the body was whole: there is nobody to answer. */
  | { readonly kind: 'gone' };

/** Whether the sender itself says that the body is over `limit` bytes: known before a byte of it is read. */
export function declaresTooMuch(request: IncomingMessage, limit: number): boolean {
  return Number(request.headers['content-length'] ?? 0) > limit;
}

export async function readBody(request: IncomingMessage, limit: number): Promise<RequestBody> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    // Left undestroyed, so that the refusal can still be sent over the same connection.
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      size += chunk.length;
      if (size > limit) return { kind: 'tooLarge' };
      chunks.push(chunk);
    }
  } catch {
    return { kind: 'gone' };
  }
  return { kind: 'whole', raw: Buffer.concat(chunks) };
}
