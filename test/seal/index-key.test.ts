import { describe, expect, it } from 'vitest';
import { createIndex, partitions } from '../../src/seal/index-key.ts';

const index = createIndex(Buffer.alloc(32, 1));
const person = { channel: 'slack', tenant: 'T0123', person: 'U0456' } as const;

describe('a name in the store', () => {
  it('is the same for the same person, and tells nobody who that is', () => {
    const name = index.conversation(person);
    expect(name).toBe(index.conversation({ ...person }));
    expect(name).toMatch(/^\{p\d\d\}:conversation:[A-Za-z0-9_-]{24}$/);
    expect(name).not.toContain('T0123');
    expect(name).not.toContain('U0456');
  });

  it('differs by channel, tenant, person, kind and secret', () => {
    const names = [
      index.conversation(person),
      index.conversation({ ...person, channel: 'teams' }),
      index.conversation({ ...person, tenant: 'T9' }),
      index.conversation({ ...person, person: 'U9' }),
      index.name('notice', person, person.person),
      createIndex(Buffer.alloc(32, 2)).conversation(person),
    ];
    expect(new Set(names.map((name) => name.split(':').slice(1).join(':'))).size).toBe(names.length);
  });

  it('keeps its parts apart', () => {
    expect(index.name('notice', person, 'ab', 'c')).not.toBe(index.name('notice', person, 'a', 'bc'));
    const moved = { channel: 'slack', tenant: 'T0123,"U', person: '0456' } as const;
    expect(index.conversation(moved)).not.toBe(index.conversation(person));
  });

  it('puts all of a tenant in one partition', () => {
    const partition = (name: string) => name.slice(0, name.indexOf(':'));
    const names = [
      index.conversation(person),
      index.conversation({ ...person, person: 'U9' }),
      index.name('notice', person, 'x'),
    ];
    expect(new Set(names.map(partition)).size).toBe(1);
  });

  it('spreads tenants over all 64 partitions', () => {
    const used = new Set(
      Array.from({ length: 2_000 }, (_, i) => index.conversation({ ...person, tenant: `T${i}` }).slice(0, 5)),
    );
    expect(used.size).toBe(partitions);
  });
});
