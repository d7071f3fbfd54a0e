import { once } from 'node:events';
import { createServer, connect as tcp } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { createListener, ListenError, type Listener, type ListenerOptions } from '../../src/http/listener.ts';
import type { HttpRequest, HttpRoute } from '../../src/http/route.ts';
import { createLog } from '../../src/log.ts';

const canary = 'CANARY words about a child';
const lines: string[] = [];
const log = createLog('info', { write: (line) => lines.push(line) });
const open: Listener[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((listener) => listener.close(0)));
  lines.length = 0;
});

async function start(options: Partial<ListenerOptions> = {}) {
  const seen: HttpRequest[] = [];
  const echo: HttpRoute['handle'] = (request) => {
    seen.push(request);
    return { status: 200, body: request.raw };
  };
  const listener = createListener({
    host: '127.0.0.1',
    port: 0,
    log,
    routes: [
      { method: 'POST', path: '/slack/events', handle: echo },
      { method: 'GET', path: '/page', handle: echo },
    ],
    ...options,
  });
  const { port } = await listener.listen();
  open.push(listener);
  return { listener, port, seen, at: (path: string) => `http://127.0.0.1:${port}${path}` };
}

/** Speaks to the port as bytes; `write` says whether they could still be sent. Gives all that came back until the other side closed. */
async function overTcp(port: number, talk: (write: (bytes: string | Buffer) => Promise<boolean>) => unknown) {
  const socket = tcp(port, '127.0.0.1');
  let answer = '';
  socket.on('data', (chunk) => {
    answer += chunk;
  });
  // A reset after the answer is how a refused upload ends.
  socket.on('error', () => {});
  const closed = new Promise<void>((resolve) => socket.on('close', () => resolve()));
  await talk((bytes) => new Promise((resolve) => socket.write(bytes, (error) => resolve(!error))));
  await closed;
  return answer;
}

const head = (headers: string, path = '/slack/events') => `POST ${path} HTTP/1.1\r\nHost: x\r\n${headers}\r\n\r\n`;

describe('a request', () => {
  it('reaches its route whole: path, query, headers and the raw bytes', async () => {
    const { at, seen } = await start();
    const bytes = Buffer.from([0xff, 0x00, 0x7b, 0x22, 0xc3]);
    const answer = await fetch(at('/slack/events?a=1&b=%20x'), {
      method: 'POST',
      body: bytes,
      headers: { 'X-Mark': 'm' },
    });
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(bytes);
    expect(seen[0]).toMatchObject({ method: 'POST', path: '/slack/events', raw: bytes });
    expect([...(seen[0]?.query ?? [])]).toEqual([
      ['a', '1'],
      ['b', ' x'],
    ]);
    expect(seen[0]?.headers['x-mark']).toBe('m');
  });

  it('is put together from split chunks, even in the middle of a letter', async () => {
    const { port } = await start();
    const text = Buffer.from('{"text":"é"}');
    const answer = await overTcp(port, async (write) => {
      write(head('Connection: close\r\nTransfer-Encoding: chunked'));
      for (const byte of text) {
        write(Buffer.concat([Buffer.from('1\r\n'), Buffer.from([byte]), Buffer.from('\r\n')]));
        await pause(1);
      }
      write('0\r\n\r\n');
    });
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).toContain('{"text":"é"}');
  });

  it('may ask before it sends its body', async () => {
    const { port } = await start();
    const answer = await overTcp(port, async (write) => {
      write(head('Connection: close\r\nExpect: 100-continue\r\nContent-Length: 2'));
      await pause(50);
      write('ok');
    });
    expect(answer).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 200 OK\r\n/);
  });
});

describe('every answer', () => {
  it('carries the security headers', async () => {
    const { at } = await start();
    for (const path of ['/page', '/nowhere']) {
      const { headers } = await fetch(at(path));
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('content-security-policy')).toBe("default-src 'none'; frame-ancestors 'none'");
    }
  });

  it("keeps frames out under a route's own content security policy too", async () => {
    const handle = () => ({ status: 200, headers: { 'content-security-policy': "script-src 'self'" } });
    const { at } = await start({ routes: [{ method: 'GET', path: '/', handle }] });
    const { headers } = await fetch(at('/'));
    expect(headers.get('content-security-policy')).toBe("script-src 'self'; frame-ancestors 'none'");
  });

  it('answers HEAD as GET, without the body', async () => {
    const handle = () => ({ status: 200, headers: { 'x-mark': 'm' }, body: 'page' });
    const { at } = await start({ routes: [{ method: 'GET', path: '/', handle }] });
    const answer = await fetch(at('/'), { method: 'HEAD' });
    expect([answer.status, answer.headers.get('x-mark'), await answer.text()]).toEqual([200, 'm', '']);
  });

  it('is counted under its route, and under "other" where there is none', async () => {
    const counted: [string, number][] = [];
    const { at } = await start({ observe: (route, status) => counted.push([route, status]) });
    await fetch(at('/page'));
    await fetch(at(`/${encodeURIComponent(canary)}`));
    expect(counted).toEqual([
      ['/page', 200],
      ['other', 404],
    ]);
  });
});

describe('refused at the door', () => {
  it('answers an unknown path with a bare 404, which echoes and logs nothing', async () => {
    const { at } = await start();
    const answer = await fetch(at(`/${encodeURIComponent(canary)}`), { method: 'POST', body: canary });
    expect([answer.status, await answer.text()]).toEqual([404, 'Not Found']);
    expect(lines).toEqual([]);
  });

  it('answers the wrong method with 405 and the right one', async () => {
    const { at, seen } = await start();
    const answer = await fetch(at('/slack/events'), { method: 'DELETE' });
    expect([answer.status, answer.headers.get('allow')]).toEqual([405, 'POST']);
    expect(seen).toEqual([]);
  });

  it('takes a body of 256 KB and not one byte more', async () => {
    const { at, seen } = await start();
    const post = (bytes: number) => fetch(at('/slack/events'), { method: 'POST', body: Buffer.alloc(bytes, 'a') });
    expect((await post(256 * 1024)).status).toBe(200);
    expect((await post(256 * 1024 + 1)).status).toBe(413);
    expect(seen).toHaveLength(1);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([{ event: 'http.refused', status: 413 }]);
  });

  it('refuses a declared 40 MB before any of it is sent', async () => {
    const { port, seen } = await start();
    const answer = await overTcp(port, (write) => write(head(`Content-Length: ${40 * 1024 * 1024}`)));
    expect(answer).toMatch(/^HTTP\/1\.1 413 Payload Too Large\r\n/);
    expect(answer).toMatch(/connection: close/i);
    expect(seen).toEqual([]);
  });

  it('does not invite a declared 40 MB either', async () => {
    const { port } = await start();
    const size = 40 * 1024 * 1024;
    const answer = await overTcp(port, (write) => write(head(`Expect: 100-continue\r\nContent-Length: ${size}`)));
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
  });

  it('stops reading 40 MB of chunks that declared no length', async () => {
    const { port, seen } = await start();
    const chunk = `10000\r\n${'a'.repeat(0x10000)}\r\n`;
    const before = process.memoryUsage.rss();
    let written = 0;
    const answer = await overTcp(port, async (write) => {
      await write(head('Transfer-Encoding: chunked'));
      for (; written < 40 * 1024 * 1024; written += chunk.length) if (!(await write(chunk))) return;
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(written).toBeLessThan(20 * 1024 * 1024);
    expect(process.memoryUsage.rss() - before).toBeLessThan(60 * 1024 * 1024);
    expect(seen).toEqual([]);
  });

  it.each(['Content-Length: ten', 'Content-Length: -1', 'Content-Length: 2\r\nContent-Length: 3'])(
    'refuses %j with 400',
    async (headers) => {
      const { port, seen } = await start();
      expect(await overTcp(port, (write) => write(`${head(headers)}ok`))).toMatch(/^HTTP\/1\.1 400 /);
      expect(seen).toEqual([]);
    },
  );

  it('refuses two ways of saying where the body ends', async () => {
    const { port, seen } = await start();
    const both = head('Content-Length: 2\r\nTransfer-Encoding: chunked');
    expect(await overTcp(port, (write) => write(`${both}0\r\n\r\n`))).toMatch(/^HTTP\/1\.1 400 /);
    expect(seen).toEqual([]);
  });

  it('gives slow headers 408', async () => {
    const { port } = await start({ limits: { headersMs: 100 } });
    expect(await overTcp(port, (write) => write('POST /slack/events HTTP/1.1\r\nHost:'))).toMatch(/^HTTP\/1\.1 408 /);
  });

  it('gives a slow body 408, and the route never sees it', async () => {
    const { port, seen } = await start({ limits: { headersMs: 100, requestMs: 200 } });
    const answer = await overTcp(port, (write) => write(`${head('Content-Length: 100')}half`));
    expect(answer).toMatch(/^HTTP\/1\.1 408 /);
    expect(seen).toEqual([]);
    expect(lines).toEqual([]);
  });
});

describe('a route that fails', () => {
  const failing = (body: () => never | Promise<never>): Partial<ListenerOptions> => ({
    routes: [{ method: 'POST', path: '/slack/events', handle: body }],
  });

  it('gives a bare 500 and logs a reason code, not a word of the error or the body', async () => {
    const { at } = await start(
      failing(() => {
        throw new RangeError(canary);
      }),
    );
    const answer = await fetch(at('/slack/events'), { method: 'POST', body: canary });
    expect([answer.status, await answer.text()]).toEqual([500, 'Internal Server Error']);
    expect(lines.map((line) => JSON.parse(line))).toMatchObject([
      { level: 'error', event: 'http.failed', route: '/slack/events', reason: 'RangeError' },
    ]);
    expect(lines.join('')).not.toContain('CANARY');
  });

  it('does not stop the program with a header that cannot be sent', async () => {
    const handle = () => ({ status: 200, headers: { 'x-mark': 'a\nb' } });
    const { at } = await start({ routes: [{ method: 'GET', path: '/', handle }] });
    expect((await fetch(at('/'))).status).toBe(500);
    expect((await fetch(at('/'))).headers.has('x-mark')).toBe(false);
  });

  it('cannot share a path and a method with another route', () => {
    const route: HttpRoute = { method: 'GET', path: '/', handle: () => ({ status: 200 }) };
    expect(() => createListener({ host: '127.0.0.1', port: 0, log, routes: [route, route] })).toThrow('GET /');
  });
});

describe('in trial mode', () => {
  const trial = { loopbackOnly: true };
  const post = (port: number, headers: string) =>
    overTcp(port, (write) => write(`POST /slack/events HTTP/1.1\r\nConnection: close\r\n${headers}\r\n\r\n`));

  it.each(['127.0.0.1', 'localhost', 'LOCALHOST', '[::1]'])('is reached as %s', async (name) => {
    const { port } = await start(trial);
    expect(await post(port, `Host: ${name}:${port}`)).toMatch(/^HTTP\/1\.1 200 /);
    const origin = `http://${name.toLowerCase()}:${port}`;
    expect(await post(port, `Host: ${name}:${port}\r\nOrigin: ${origin}`)).toMatch(/^HTTP\/1\.1 200 /);
  });

  it.each(['evil.example', 'localhost.evil.example', '127.0.0.1'])('refuses the name %s (rebinding)', async (name) => {
    const { port, seen } = await start(trial);
    const other = name === '127.0.0.1' ? '127.0.0.1:1' : `${name}:${port}`;
    expect(await post(port, `Host: ${other}`)).toMatch(/^HTTP\/1\.1 403 /);
    expect(seen).toEqual([]);
    expect(lines.join('')).not.toContain('evil');
  });

  it.each(['https://evil.example', 'null', 'http://127.0.0.1:1', 'http://localhost.evil.example'])(
    'refuses a post from a page of %s',
    async (origin) => {
      const { port, seen } = await start(trial);
      expect(await post(port, `Host: 127.0.0.1:${port}\r\nOrigin: ${origin}`)).toMatch(/^HTTP\/1\.1 403 /);
      expect(seen).toEqual([]);
    },
  );
});

describe('a stream', () => {
  const events = (ended: { reason?: string }): HttpRoute => ({
    method: 'GET',
    path: '/events',
    handle: ({ signal }) => ({
      status: 200,
      headers: { 'content-type': 'text/event-stream' },
      body: (async function* () {
        yield 'data: first\n\n';
        if (!signal.aborted) await once(signal, 'abort');
        ended.reason = 'aborted';
      })(),
    }),
  });

  it('is sent as it comes, and hears when the asker has gone', async () => {
    const ended: { reason?: string } = {};
    const { at } = await start({ routes: [events(ended)] });
    const gone = new AbortController();
    const answer = await fetch(at('/events'), { signal: gone.signal });
    const first = await answer.body?.getReader().read();
    expect(Buffer.from(first?.value ?? []).toString()).toBe('data: first\n\n');
    expect(ended.reason).toBeUndefined();
    gone.abort();
    await expect.poll(() => ended.reason).toBe('aborted');
    expect(lines).toEqual([]);
  });

  it('ends when the program stops', async () => {
    const ended: { reason?: string } = {};
    const { at, listener } = await start({ routes: [events(ended)] });
    const answer = await fetch(at('/events'));
    const cut = answer.text().catch(() => 'cut');
    await listener.close(5_000);
    expect(await cut).toBe('cut');
    expect(ended.reason).toBe('aborted');
  });

  it('that fails half-way is cut, never ended as if it were whole', async () => {
    const handle = () => ({
      status: 200,
      body: (async function* () {
        yield 'half';
        throw new RangeError(canary);
      })(),
    });
    const { at } = await start({ routes: [{ method: 'GET', path: '/', handle }] });
    await expect(fetch(at('/')).then((answer) => answer.text())).rejects.toThrow();
    expect(lines.join('')).toContain('RangeError');
    expect(lines.join('')).not.toContain('CANARY');
  });
});

describe('stopping', () => {
  const slow = (release: Promise<unknown>): Partial<ListenerOptions> => ({
    routes: [{ method: 'GET', path: '/', handle: () => release.then(() => ({ status: 200, body: 'whole' })) }],
  });

  it('takes nothing new and lets the answer under way finish', async () => {
    const { promise, resolve } = Promise.withResolvers();
    const { at, listener } = await start(slow(promise));
    const underWay = fetch(at('/'));
    await pause(50);
    const closed = listener.close(5_000);
    await expect(fetch(at('/'))).rejects.toThrow();
    resolve(undefined);
    const answer = await underWay;
    expect([await answer.text(), answer.headers.get('connection')]).toEqual(['whole', 'close']);
    await closed;
  });

  it('cuts what does not finish in time', async () => {
    const { at, listener } = await start(slow(new Promise(() => {})));
    const underWay = fetch(at('/')).catch(() => 'cut');
    await pause(50);
    await listener.close(100);
    expect(await underWay).toBe('cut');
  });
});

describe('connections', () => {
  const opened = async (port: number, count: number) => {
    const sockets = await Promise.all(
      Array.from({ length: count }, async () => {
        const socket = tcp(port, '127.0.0.1');
        socket.on('error', () => {});
        await once(socket, 'connect');
        return socket;
      }),
    );
    return { sockets, end: () => sockets.forEach((socket) => void socket.destroy()) };
  };

  it('that say nothing do not shut out a request, and their number stays bounded', async () => {
    const { port, at } = await start({ limits: { connections: 20 } });
    const idle = await opened(port, 60);
    const answer = await fetch(at('/slack/events'), { method: 'POST', body: 'signed' });
    expect([answer.status, await answer.text()]).toEqual([200, 'signed']);
    await expect.poll(() => idle.sockets.filter(({ destroyed }) => !destroyed).length).toBeLessThan(20);
    idle.end();
  });

  it('whose body trickles do not shut out a request either', async () => {
    const { port, at } = await start({ limits: { connections: 20 } });
    const slow = await opened(port, 20);
    for (const socket of slow.sockets) socket.write(`${head('Content-Length: 9')}a`);
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => fetch(at('/slack/events'), { method: 'POST', body: 'signed' })),
    );
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    slow.end();
  });

  it('of one address displace each other, and nobody else', async () => {
    const { port } = await start({ limits: { connections: 20, connectionsOfOne: 5 } });
    const other = tcp({ port, host: '127.0.0.1', localAddress: '127.0.0.2' });
    await once(other, 'connect');
    const many = await opened(port, 9);
    await expect.poll(() => many.sockets.filter(({ destroyed }) => !destroyed).length).toBe(5);
    other.write('GET /page HTTP/1.1\r\nHost: x\r\n\r\n');
    const [answer] = await once(other, 'data');
    expect(String(answer)).toMatch(/^HTTP\/1\.1 200 /);
    other.destroy();
    many.end();
  });

  it('with a request under way are never closed for another', async () => {
    const { promise: freed, resolve: free } = Promise.withResolvers<void>();
    const begun: string[] = [];
    const slow: HttpRoute = {
      method: 'POST',
      path: '/slow',
      async handle({ raw }) {
        begun.push(String(raw));
        await freed;
        return { status: 200 };
      },
    };
    const { port, at } = await start({ routes: [slow], limits: { connections: 5 } });
    const asked = Array.from({ length: 5 }, (_, i) => fetch(at('/slow'), { method: 'POST', body: String(i) }));
    await expect.poll(() => begun.length).toBe(5);
    const idle = await opened(port, 10);
    free();
    expect((await Promise.all(asked)).map(({ status }) => status)).toEqual([200, 200, 200, 200, 200]);
    idle.end();
  });
});

describe('a port that cannot be had', () => {
  const listening = (host: string, port: number) =>
    createListener({ host, port, routes: [], log })
      .listen()
      .catch((error) => error);

  it('says that it is taken and what to do', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as { port: number };
    const error = await listening('127.0.0.1', port);
    other.close();
    expect(error).toBeInstanceOf(ListenError);
    expect(error.message).toBe(`Port ${port} is taken. Stop the program that uses it, or set PORT to another number.`);
  });

  it('says that the address is not of this machine', async () => {
    const error = await listening('192.0.2.1', 0);
    expect(error).toBeInstanceOf(ListenError);
    expect(error.message).toContain('HOST');
  });
});
