/**
 * Names of things in the store. They tell nobody who is meant, and everything of one tenant shares a partition,
 * so that one command can touch its conversation, its notices and its due set.
 */
import { createHmac } from 'node:crypto';
import type { Account } from '../contract.ts';

/** Due sets that a sweeper walks. Part of every stored name: changing it loses what is stored. */
export const partitions = 64;

export type Tenant = Pick<Account, 'channel' | 'tenant'>;

export interface NameIndex {
  /** The one conversation of this person. */
  conversation(person: Account): string;
  /**
   * Anything else of a tenant.
   * @param kind a fixed word such as `notice`; it stands in the name in clear.
   * @param parts what makes it this one and no other, in order.
   */
  name(kind: string, tenant: Tenant, ...parts: string[]): string;
}

/** @param secret `Keys.index`. @returns names of the shape `{p07}:conversation:24 characters`. */
export function createIndex(secret: Buffer): NameIndex {
  // JSON keeps the parts apart: "a|b" + "c" and "a" + "b|c" are two people.
  const mac = (parts: readonly string[]) => createHmac('sha256', secret).update(JSON.stringify(parts)).digest();
  const name: NameIndex['name'] = (kind, { channel, tenant }, ...parts) => {
    const partition = mac(['partition', channel, tenant]).readUInt16BE() % partitions;
    const hidden = mac([kind, channel, tenant, ...parts])
      .subarray(0, 18)
      .toString('base64url');
    return `${partitionName(partition)}:${kind}:${hidden}`;
  };
  return { name, conversation: (person) => name('conversation', person, person.person) };
}

/** `{p07}`: the braces make Redis Cluster keep the whole partition in one slot. */
export function partitionName(partition: number): string {
  return `{p${String(partition).padStart(2, '0')}}`;
}
