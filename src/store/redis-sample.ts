/** A walk over what a Redis holds of ours, for one look at a first start. */
import type { Redis } from 'ioredis';
import type { Sample } from './store.ts';

const ours = /^\{p\d\d\}:[a-z-]+:[A-Za-z0-9_-]+$/;
/** In a hash: entries, cards, where a reply goes, an item's payload. */
const sealedField = /^(?:e\d+|c|to|p)$/;

/** @throws what ioredis throws */
export async function sampleOfRedis(nodes: readonly Redis[], limit: number): Promise<readonly Sample[]> {
  const found: Sample[] = [];
  for (const node of nodes) {
    let cursor = '0';
    do {
      const [next, keys] = await node.scan(cursor, 'MATCH', '{p??}:*', 'COUNT', 500);
      cursor = next;
      for (const key of keys.filter((each) => ours.test(each))) found.push(...(await sealedUnder(node, key)));
    } while (cursor !== '0' && found.length < limit);
  }
  return found.slice(0, limit);
}

async function sealedUnder(node: Redis, key: string): Promise<readonly Sample[]> {
  switch (await node.type(key)) {
    case 'string':
      return [{ key, sealed: (await node.get(key)) ?? '' }];
    case 'hash': {
      const hash = await node.hgetall(key);
      return Object.entries(hash).flatMap(([field, sealed]) =>
        sealedField.test(field) ? [{ key, sealed, ...placeIn(hash, field) }] : [],
      );
    }
    default:
      return [];
  }
}

function placeIn({ r = '0', n = '0' }: Readonly<Record<string, string>>, field: string): Pick<Sample, 'place'> {
  const at = /^e(\d+)$/.exec(field)?.[1];
  return at === undefined ? {} : { place: { revision: Number(r) - (Number(n) - Number(at)), first: at === '1' } };
}
