/** A real redis-server for one test file: a free loopback port, its own folder, nothing shared. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { Redis } from 'ioredis';
import { dataFolder } from './data-folder.ts';
import { freePort } from './port.ts';

export interface RedisServer {
  readonly url: string;
  readonly port: number;
  /** End it and remove its folder. */
  stop(): Promise<void>;
  /** As a power cut: no time to write anything. */
  kill(): Promise<void>;
  /** Start it again on the same port and folder after `kill`. */
  restart(): Promise<void>;
  /** Stop answering, keep the connections. */
  freeze(): void;
  thaw(): void;
}

/** @param settings further lines of configuration, such as `['--replicaof', '127.0.0.1 7001']` */
export async function startRedis(settings: readonly string[] = []): Promise<RedisServer> {
  const folder = dataFolder('redis');
  const port = await freePort();
  const durable = ['--appendonly', 'yes', '--appendfsync', 'always', '--save', ''];
  let server = await launch();

  async function launch(): Promise<ChildProcess> {
    const where = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder];
    const child = spawn('redis-server', [...where, ...durable, ...settings], { stdio: 'ignore' });
    const failed = once(child, 'error').then(([error]) => Promise.reject(error));
    const ended = once(child, 'exit').then(() => Promise.reject(new Error('redis-server did not start.')));
    await Promise.race([answers(port), failed, ended]);
    ended.catch(() => {});
    return child;
  }
  async function end(): Promise<void> {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const gone = once(server, 'exit');
    server.kill('SIGKILL');
    await gone;
  }

  return {
    url: `redis://127.0.0.1:${port}`,
    port,
    kill: end,
    async restart() {
      server = await launch();
    },
    async stop() {
      await end();
      await rm(folder, { recursive: true, force: true });
    },
    freeze: () => void server.kill('SIGSTOP'),
    thaw: () => void server.kill('SIGCONT'),
  };
}

/** A name in front of a Redis, as a failover has it: what was open stays with the old primary, which only reads now. */
export async function startFailover(port: number, refusal: string) {
  const open = new Set<{ readonly socket: Socket; old: boolean }>();
  const proxy = createServer((socket) => {
    const primary = connect(port, '127.0.0.1');
    const line = { socket, old: false };
    open.add(line);
    socket.on('data', (sent) => {
      if (line.old && /evalsha/i.test(String(sent))) socket.write(`-${refusal}\r\n`);
      else primary.write(sent);
    });
    primary.pipe(socket);
    for (const end of [socket, primary]) end.on('error', () => {});
    socket.on('close', () => primary.destroy());
  });
  proxy.listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const address = proxy.address();
  if (address === null || typeof address === 'string') throw new Error('No port was given.');
  return {
    url: `redis://127.0.0.1:${address.port}`,
    demote() {
      for (const line of open) line.old = true;
    },
    async stop() {
      for (const { socket } of open) socket.destroy();
      proxy.close();
    },
  };
}

async function answers(port: number): Promise<void> {
  const client = new Redis(port, '127.0.0.1', { retryStrategy: () => 20, maxRetriesPerRequest: null });
  client.on('error', () => {});
  try {
    await client.ping();
  } finally {
    client.disconnect();
  }
}
