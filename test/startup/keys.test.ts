/** Other secrets than a store was written with never run on it; a key that is missing for some values loses none of them. */
import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { createIndex } from '../../src/seal/index-key.ts';
import { type Keys, readKeys } from '../../src/seal/keys.ts';
import { createSeal } from '../../src/seal/seal.ts';
import { createKeyCheck, type KeyCheck, KeysWrong, opens } from '../../src/startup/key-check.ts';
import type { Sample } from '../../src/store/store.ts';
import { openDesk } from '../support/bot.ts';
import { bullying, openLeadDesk } from '../support/lead-desk.ts';
import { type Data, onBothStores } from '../support/stores.ts';

const secret = () => randomBytes(32).toString('base64');
const [one, two, three, index] = [secret(), secret(), secret(), secret()];
const keysOf = (secretKeys: string, indexSecret = index): Keys => readKeys({ secretKeys, indexSecret });

onBothStores((fresh) => {
  let data: Data;
  let now: number;
  beforeEach(async () => {
    now = Date.UTC(2026, 10, 27, 9);
    data = await fresh({ clock: () => now });
    return () => data.close();
  });

  let count = 0;
  let mended: string[] = [];
  beforeEach(() => {
    mended = [];
  });
  async function startWith(keys: Keys): Promise<KeyCheck> {
    const check = createKeyCheck({
      store: await data.open(),
      keys,
      seal: createSeal(keys, randomBytes),
      index: createIndex(keys.index),
      clock: () => now,
      process: `process-${count++}`,
      onMended: (what) => mended.push(what),
    });
    await check.start();
    return check;
  }
  const refused = async (keys: Keys): Promise<string> => {
    const error: unknown = await startWith(keys).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(KeysWrong);
    return error instanceof Error ? error.message : '';
  };

  it('another key, another key of the same id, or another index secret: refused, with the fix', async () => {
    await startWith(keysOf(`k1:${one}`));
    expect(await refused(keysOf(`k2:${two}`))).toContain('"k1"');
    expect(await refused(keysOf(`k1:${two}`))).toContain('Put that one back');
    expect(await refused(keysOf(`k1:${one}`, secret()))).toContain('INDEX_SECRET');
    await startWith(keysOf(`k1:${one}`));
  });

  it('is written anew once every process holds the new key, and not before', async () => {
    const old = await startWith(keysOf(`k1:${one}`));
    const both = await startWith(keysOf(`k2:${two},k1:${one}`));
    await both.beat();
    await startWith(keysOf(`k1:${one}`)).then((check) => check.stop());
    await old.stop();
    await both.beat();
    expect(await refused(keysOf(`k1:${one}`))).toContain('"k2"');
    await startWith(keysOf(`k2:${two}`));
    await startWith(keysOf(`k1:${one},k2:${two}`));
  });

  it('a process that died without a word holds nothing up for long', async () => {
    await startWith(keysOf(`k1:${one}`));
    const both = await startWith(keysOf(`k2:${two},k1:${one}`));
    now += 10 * 60_000;
    await both.beat();
    await startWith(keysOf(`k2:${two}`));
  });

  const canary = '{p00}:canary:keys';
  /** Overwritten, cut, emptied, of another key's name, and with one sign turned. */
  const damages: readonly (readonly [string, (sealed: string) => string])[] = [
    ['rubbish', () => 'rubbish'],
    ['nothing after the id', () => 'k1.'],
    ['cut', (sealed) => sealed.slice(0, 20)],
    ['one sign turned', (sealed) => `${sealed.slice(0, 30)}${sealed[30] === 'A' ? 'B' : 'A'}${sealed.slice(31)}`],
    ['an id of no key', (sealed) => sealed.replace(/^[^.]*/, 'j1')],
    ['another value of ours', (sealed) => sealed.slice(0, sealed.indexOf('.')).concat('.', 'x'.repeat(80))],
  ];
  describe.each(damages)('a canary that is damaged: %s', (_, damage) => {
    let right: Keys;
    beforeEach(async () => {
      await data.close();
      const lead = await openLeadDesk(fresh);
      data = lead.desk.data;
      await lead.raise(bullying);
      right = lead.desk.keys;
      await (await startWith(right)).stop();
      await lead.desk.store.put(canary, damage((await lead.desk.store.get(canary)) ?? ''));
    });

    it('under the keys that open the rest it is written anew, once, and the start goes on', async () => {
      await (await startWith(right)).stop();
      expect(mended).toEqual(['canary']);
      await startWith(right);
      expect(mended).toEqual(['canary']);
    });

    it('under other keys, or another index secret, it is refused with the fix that mends it', async () => {
      const { id } = right.current;
      const other = keysOf(`${id}:${three}`, secret());
      const says = await refused({ ...right, current: other.current, all: other.all });
      expect(says).toMatch(/SECRET_KEYS/);
      expect(says).not.toContain('rubbish');
      expect(await refused({ ...right, index: other.index })).toContain('INDEX_SECRET');
      expect(mended).toEqual([]);
    });
  });

  it('a canary of a newer key that is missing is not taken for damaged while anything needs that key', async () => {
    const seal = createSeal(keysOf(`k2:${two}`), randomBytes);
    const store = await data.open();
    const both = await startWith(keysOf(`k2:${two},k1:${one}`));
    await both.stop();
    await store.put('{p01}:address:a', seal.seal('{}', '{p01}:address:a|address'));
    await store.put(
      '{p01}:address:b',
      createSeal(keysOf(`k1:${one}`), randomBytes).seal('{}', '{p01}:address:b|address'),
    );
    expect(await refused(keysOf(`k1:${one}`))).toContain('"k2"');
  });

  it.each(['not json', '{"at":"now"}', '7'])(
    'a process that says %j is left out, and holds nothing up',
    async (said) => {
      const store = await data.open();
      const old = await startWith(keysOf(`k1:${one}`));
      await old.stop();
      await store.put('{p00}:process:other', said);
      await store.enlist('{p00}:processes:all', '{p00}:process:other');
      await startWith(keysOf(`k2:${two},k1:${one}`));
      expect(mended).toEqual(['beat']);
      await startWith(keysOf(`k2:${two}`));
    },
  );

  describe('on what a version before it stored', () => {
    it('its own secrets start, others do not', async () => {
      await data.close();
      const lead = await openLeadDesk(fresh);
      data = lead.desk.data;
      await lead.raise(bullying);
      const { keys } = lead.desk;
      const other = keysOf(`${keys.current.id}:${three}`, secret());
      expect(await refused({ ...keys, current: other.current, all: other.all })).toContain('SECRET_KEYS');
      expect(await refused({ ...keys, index: other.index })).toContain('INDEX_SECRET');
      await startWith(keys);
    });

    it('every kind of value that is stored is one it knows how to open', async () => {
      await data.close();
      const lead = await openLeadDesk(fresh);
      data = lead.desk.data;
      await lead.raise(bullying);
      await lead.press('lead', 'take');
      await lead.typed('administrator', 'setup');
      const seal = createSeal(lead.desk.keys, randomBytes);
      const found: readonly Sample[] = await lead.desk.store.sample(1_000);
      expect(new Set(found.map(({ key }) => key.split(':')[1])).size).toBeGreaterThan(3);
      expect(found.filter((each) => !opens(each, seal))).toEqual([]);
    });

    it('nothing there is nothing to open', async () => {
      await data.close();
      data = (await openDesk(fresh)).data;
      await startWith(keysOf(`k1:${one}`));
    });
  });
});
