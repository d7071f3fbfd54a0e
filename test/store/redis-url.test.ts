import { describe, expect, it } from 'vitest';
import { parseRedisUrl, RedisUrlInvalid } from '../../src/store/redis-url.ts';

describe('REDIS_URL', () => {
  it('names one server', () => {
    expect(parseRedisUrl('redis://cache')).toEqual({
      kind: 'single',
      hosts: [{ host: 'cache', port: 6379 }],
      tls: false,
      db: 0,
    });
  });

  it('names a server with TLS, user, password and database', () => {
    expect(parseRedisUrl('rediss://bot:p%40ss:word@cache.example.org:7000/2')).toEqual({
      kind: 'single',
      hosts: [{ host: 'cache.example.org', port: 7000 }],
      tls: true,
      username: 'bot',
      password: 'p@ss:word',
      db: 2,
    });
  });

  it('names sentinels and what they call the primary', () => {
    expect(parseRedisUrl('redis+sentinel://:secret@a,b:26380,[::1]:26381/signpost/3')).toEqual({
      kind: 'sentinel',
      hosts: [
        { host: 'a', port: 26379 },
        { host: 'b', port: 26380 },
        { host: '::1', port: 26381 },
      ],
      name: 'signpost',
      tls: false,
      password: 'secret',
      db: 3,
    });
  });

  it('names some nodes of a cluster, and the replicas a step must reach', () => {
    expect(parseRedisUrl('rediss+cluster://a:7001,b:7002?replicas=1')).toMatchObject({
      kind: 'cluster',
      hosts: [
        { host: 'a', port: 7001 },
        { host: 'b', port: 7002 },
      ],
      tls: true,
      replicas: 1,
    });
  });

  it.each([
    ['', 'not understood'],
    ['http://cache', 'not understood'],
    ['redis://', 'not understood'],
    ['redis://a,b', 'several hosts'],
    ['redis://cache:0', 'cannot be one'],
    ['redis://cache:70000', 'cannot be one'],
    ['redis://ca che', 'cannot be one'],
    ['redis://cache/first', 'not a database number'],
    ['redis://cache/1/2', 'not a database number'],
    ['redis+cluster://a,b/1', 'not a database number'],
    ['redis+sentinel://a,b', 'the name the sentinels watch'],
    ['redis://cache?replicas=many', '0 to 9'],
    ['redis://:100%@cache', '%25'],
  ])('refuses %j and says why', (url, why) => {
    expect(() => parseRedisUrl(url)).toThrow(RedisUrlInvalid);
    expect(() => parseRedisUrl(url)).toThrow(why);
  });

  it('never repeats a password', () => {
    expect(() => parseRedisUrl('redis://:hunter2@a,b')).toThrow(/^(?!.*hunter2)/);
  });
});
