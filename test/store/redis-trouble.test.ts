/** Each thing that keeps Redis away has its own sentence, and docs/redis.md holds the same ones. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findTrouble, troubleSays } from '../../src/store/redis-trouble.ts';
import { parseRedisUrl } from '../../src/store/redis-url.ts';
import { authority, certificate, certificateKey } from '../support/certificate.ts';
import { freePort } from '../support/port.ts';
import { openReady } from '../support/ready-store.ts';
import { type RedisServer, startRedis } from '../support/redis.ts';

const docs = readFileSync(new URL('../../docs/redis.md', import.meta.url), 'utf8');

it('stands in the document, word by word', () => {
  const rows = [...docs.matchAll(/^\| `([a-z-]+)` \| (.*) \|$/gm)].map(([, word = '', says = '']) => [word, says]);
  expect(Object.fromEntries(rows)).toEqual(troubleSays);
});

describe('a Redis with a certificate of its own authority, and one with a password', () => {
  const folder = mkdtempSync(join(tmpdir(), 'signpost-tls-'));
  const file = (name: string) => join(folder, name);
  let tls: RedisServer;
  let guarded: RedisServer;
  let secure = '';
  beforeAll(async () => {
    writeFileSync(file('ca.pem'), authority);
    writeFileSync(file('own.pem'), certificate);
    writeFileSync(file('own.key'), certificateKey);
    const files = ['--tls-cert-file', file('own.pem'), '--tls-key-file', file('own.key')];
    files.push('--tls-ca-cert-file', file('ca.pem'), '--tls-auth-clients', 'no');
    const port = await freePort();
    tls = await startRedis([...files, '--tls-port', String(port)]);
    secure = `localhost:${port}`;
    guarded = await startRedis();
    const client = new Redis(guarded.url);
    await client.config('SET', 'requirepass', 'right');
    client.disconnect();
  });
  afterAll(async () => {
    await Promise.all([tls.stop(), guarded.stop()]);
    rmSync(folder, { recursive: true });
  });

  it.each<readonly [string, () => string | Promise<string>]>([
    ['unknown-host', () => 'redis://no-such-host.invalid:6379'],
    ['refused', async () => `redis://127.0.0.1:${await freePort()}`],
    ['refused', async () => `redis+cluster://127.0.0.1:${await freePort()}`],
    ['refused', async () => `redis+sentinel://127.0.0.1:${await freePort()}/main`],
    ['certificate', () => `rediss://${secure}`],
    ['certificate', () => `rediss+cluster://${secure}`],
    ['no-tls', () => guarded.url.replace('redis:', 'rediss:')],
    ['wants-tls', () => `redis://${secure}`],
    ['password', () => guarded.url],
    ['password', () => guarded.url.replace('//', '//:wrong@')],
    ['password', () => guarded.url.replace('//', '//nobody:right@')],
  ])('%s', async (trouble, url) => {
    expect(await findTrouble(parseRedisUrl(await url()))).toBe(trouble);
  });

  it('is said where the store is asked for, without the address or the password', async () => {
    const told: string[] = [];
    const redisUrl = guarded.url.replace('//', '//:secret-of-ours@');
    const opening = openReady({ clock: Date.now, dataDir: '', redisUrl, onTrouble: (trouble) => told.push(trouble) });
    const error: Error = await opening.then(
      () => expect.fail('It should have failed.'),
      (failed: Error) => failed,
    );
    expect(error.message).toBe(troubleSays.password);
    expect(told).toEqual(['password']);
    expect(JSON.stringify([error.message, error.stack, String(error.cause)])).not.toContain('secret-of-ours');
  });

  it('is none with the authority at hand, and with the password', async () => {
    const { store } = await openReady({
      clock: Date.now,
      dataDir: '',
      redisUrl: `rediss://${secure}`,
      redisCa: authority,
    });
    await store.close();
    const redisUrl = guarded.url.replace('//', '//:right@');
    const { store: other } = await openReady({ clock: Date.now, dataDir: '', redisUrl });
    await other.close();
  });
});
