import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../dialogs/message.ts';
import { facts, factValues } from '../../rules/facts.ts';
import { readKeys, trialSecrets } from '../../src/seal/keys.ts';
import { createStepTokens, longestToken, StepTokenTooLong } from '../../src/seal/step-token.ts';

const tokens = createStepTokens(readKeys(trialSecrets(randomBytes)));
const conversation = '{p07}:conversation:AbCdEfGhIjKlMnOpQrStUvWx';
const revision = 1_795_424_431;
const sign = (action: Action) => tokens.sign({ conversation, revision, action });

const every: readonly Action[] = [
  { do: 'start', practice: true },
  { do: 'start', practice: false },
  { do: 'answer', question: 'danger', value: 'unsure' },
  { do: 'ticks', question: 'topics' },
  { do: 'ticks', question: 'safeToTell', shown: 'AbCdEfGhIjKlMnOpQrStUv' },
  { do: 'back' },
  { do: 'change' },
  { do: 'change', question: 'danger' },
  { do: 'restart' },
  { do: 'stop' },
  { do: 'help' },
  { do: 'why' },
  { do: 'now' },
  { do: 'details' },
  { do: 'record' },
  { do: 'go-through', topic: 'domesticAbuse' },
  { do: 'look-up' },
  { do: 'look-up', query: 'who do I ring about nudes – ü?' },
  { do: 'show' },
  { do: 'get-lead' },
  { do: 'withdraw' },
  { do: 'withdraw', sure: true },
  { do: 'referred' },
];

describe('a step token', () => {
  it.each(every.map((action) => [JSON.stringify(action), action] as const))('carries %s', (_, action) => {
    expect(tokens.read(sign(action), conversation)).toEqual({ revision, action });
  });

  it('of any question and value of the procedure is short and safe in a URL', () => {
    for (const question of facts) {
      for (const value of factValues[question]) {
        const token = sign({ do: 'answer', question, value });
        expect(token).toMatch(/^[A-Za-z0-9._-]+$/);
        expect(token.length).toBeLessThanOrEqual(longestToken);
      }
    }
  });

  it('has room for names of sites and councils, and refuses what does not fit when the card is built', () => {
    expect(sign({ do: 'answer', question: 'council', value: 'x'.repeat(60) }).length).toBeLessThanOrEqual(longestToken);
    expect(() => sign({ do: 'look-up', query: 'x'.repeat(100) })).toThrow(StepTokenTooLong);
  });

  it('carries any revision', () => {
    fc.assert(
      fc.property(fc.nat({ max: Number.MAX_SAFE_INTEGER }), (any) => {
        const token = tokens.sign({ conversation, revision: any, action: { do: 'show' } });
        expect(tokens.read(token, conversation)).toEqual({ revision: any, action: { do: 'show' } });
      }),
    );
  });

  it('altered in any one place is invalid', () => {
    const token = sign({ do: 'answer', question: 'danger', value: 'no' });
    for (let at = 0; at < token.length - 1; at++) {
      const altered = token.slice(0, at) + (token[at] === 'b' ? 'c' : 'b') + token.slice(at + 1);
      expect(tokens.read(altered, conversation), `place ${at}`).toBe('invalid');
    }
  });

  it('of another conversation, or signed by somebody else, is invalid', () => {
    const token = sign({ do: 'back' });
    expect(tokens.read(token, conversation.replace('A', 'B'))).toBe('invalid');
    const stranger = createStepTokens(readKeys(trialSecrets(randomBytes)));
    expect(stranger.read(token, conversation)).toBe('invalid');
  });

  it.each(['', '.', '..', 'a.b.c', 'x'.repeat(10_000), '😀', `1.W10.${'A'.repeat(22)}`])('%j is invalid', (text) => {
    expect(tokens.read(text, conversation)).toBe('invalid');
  });

  it('of a version that knew other actions is invalid, not a crash', () => {
    const keys = readKeys(trialSecrets(randomBytes));
    const future = createStepTokens(keys).sign({
      conversation,
      revision,
      action: { do: 'go-through', topic: 'somethingNew' as 'imagery' },
    });
    expect(createStepTokens(keys).read(future, conversation)).toBe('invalid');
  });

  it('goes on counting after the key was rotated', () => {
    const index = randomBytes(32).toString('base64');
    const [one, two] = ['one', 'two'].map((id) => `${id}:${randomBytes(32).toString('base64')}`);
    const before = createStepTokens(readKeys({ secretKeys: `${one}`, indexSecret: index }));
    const after = createStepTokens(readKeys({ secretKeys: `${two},${one}`, indexSecret: index }));
    const token = before.sign({ conversation, revision, action: { do: 'back' } });
    expect(after.read(token, conversation)).toEqual({ revision, action: { do: 'back' } });
  });
});
