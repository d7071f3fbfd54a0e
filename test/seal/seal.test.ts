import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { KeysInvalid, readKeys, trialSecrets } from '../../src/seal/keys.ts';
import { createSeal, SealBroken } from '../../src/seal/seal.ts';

const secret = () => randomBytes(32).toString('base64');
const indexSecret = secret();
const sealOf = (secretKeys: string) => createSeal(readKeys({ secretKeys, indexSecret }), randomBytes);
const flip = (text: string, at: number) => text.slice(0, at) + (text[at] === 'A' ? 'B' : 'A') + text.slice(at + 1);

describe('keys', () => {
  it('are read with their ids, the first one current', () => {
    const keys = readKeys({ secretKeys: `new:${secret()}, old-1:${secret()}`, indexSecret });
    expect(keys.current.id).toBe('new');
    expect(keys.all.map(({ id }) => id)).toEqual(['new', 'old-1']);
  });

  it('differ by purpose, and never are the secret itself', () => {
    const one = secret();
    const { current, index } = readKeys({ secretKeys: `a:${one}`, indexSecret: one });
    const all = [current.seal, current.step, index, Buffer.from(one, 'base64')].map((key) => key.toString('hex'));
    expect(new Set(all).size).toBe(4);
  });

  it('for a trial can be made on the spot', () => {
    expect(readKeys(trialSecrets(randomBytes)).current.id).toBe('trial');
  });

  it.each([
    ['', 'id:base64'],
    ['no-colon', 'id:base64'],
    [`Bad Id:${'A'.repeat(43)}=`, 'id:base64'],
    ['short:AAAA', 'not 32 bytes'],
    [`stray:${'A'.repeat(42)}*=`, 'not 32 bytes'],
    [`a:${'A'.repeat(43)}=,a:${'B'.repeat(43)}=`, 'twice'],
  ])('%j are refused with what to do', (secretKeys, why) => {
    expect(() => readKeys({ secretKeys, indexSecret })).toThrow(KeysInvalid);
    expect(() => readKeys({ secretKeys, indexSecret })).toThrow(why);
  });

  it('need a full index secret', () => {
    expect(() => readKeys({ secretKeys: `a:${secret()}`, indexSecret: 'short' })).toThrow('INDEX_SECRET');
  });

  it('never stand in an error', () => {
    expect(() => readKeys({ secretKeys: 'a:hunter2hunter2', indexSecret })).toThrow(/^(?!.*hunter2)/);
  });
});

describe('sealed text', () => {
  const seal = sealOf(`a:${secret()}`);
  const sealed = seal.seal('{"do":"answer"}', 'key|entry');

  it('opens to what it was, whatever the script', () => {
    expect(seal.open(sealed, 'key|entry')).toBe('{"do":"answer"}');
    expect(seal.open(seal.seal('ü 😀 ש', 'k'), 'k')).toBe('ü 😀 ש');
    expect(seal.open(seal.seal('', 'k'), 'k')).toBe('');
  });

  it('shows nothing but the id of its key, and never looks the same twice', () => {
    expect(sealed).toMatch(/^a\.[A-Za-z0-9_-]+$/);
    expect(seal.seal('same', 'k')).not.toBe(seal.seal('same', 'k'));
  });

  it('opens nowhere but where it belongs', () => {
    expect(() => seal.open(sealed, 'other|entry')).toThrow(SealBroken);
    expect(() => seal.open(sealed, 'key|cards')).toThrow(SealBroken);
  });

  it('altered in any one place does not open', () => {
    for (let at = 0; at < sealed.length; at++) {
      expect(() => seal.open(flip(sealed, at), 'key|entry'), `place ${at}`).toThrow(SealBroken);
    }
  });

  it.each(['', '.', 'a.', 'a.AAAA', 'plain text', `${sealed}.more`, `${sealed}=`, sealed.slice(0, -1)])(
    '%j does not open',
    (text) => {
      expect(() => seal.open(text, 'key|entry')).toThrow(SealBroken);
    },
  );

  it('goes on opening after the key was rotated, for as long as the older key is there', () => {
    const [first, second] = [`one:${secret()}`, `two:${secret()}`];
    const old = sealOf(first).seal('before', 'k');
    const rotated = sealOf(`${second},${first}`);
    expect(rotated.open(old, 'k')).toBe('before');
    expect(rotated.seal('after', 'k')).toMatch(/^two\./);
    expect(() => sealOf(second).open(old, 'k')).toThrow('Put the older key back');
  });
});
