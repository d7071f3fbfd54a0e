/** What came in is read once: the token by its signature, words of a command or said aloud by what they are. */
import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../dialogs/message.ts';
import type { Incoming, Input } from '../../src/contract.ts';
import { askedByCommand, hear, movesOn } from '../../src/conversation/heard.ts';
import { createIndex } from '../../src/seal/index-key.ts';
import { readKeys, trialSecrets } from '../../src/seal/keys.ts';
import { createStepTokens } from '../../src/seal/step-token.ts';

const keys = readKeys(trialSecrets(randomBytes));
const ports = { tokens: createStepTokens(keys), index: createIndex(keys.index) };
const from = { channel: 'slack', tenant: 'T1', person: 'U1' } as const;
const heard = (input: Input) =>
  hear({ from, delivery: 'd', address: {}, at: new Date(0), input } satisfies Incoming, ports);
const signed = (action: Action, person = 'U1') =>
  ports.tokens.sign({ conversation: ports.index.conversation({ ...from, person }), revision: 3, action });

describe('a press', () => {
  it('is what its token says, with the answers it carries', () => {
    const token = `${signed({ do: 'part', part: 'why' })}~sealed`;
    const press = { action: { do: 'part', part: 'why' }, revision: 3, carried: 'sealed' };
    expect(heard({ kind: 'press', token }).press).toEqual(press);
  });

  it.each([
    ['of another conversation', signed({ do: 'why' }, 'U2')],
    ['without a signature', signed({ do: 'look-up' }).replace(/[^.]+$/, 'A'.repeat(22))],
    ['of nobody', 'token'],
  ])('%s is none', (_, token) => {
    expect(heard({ kind: 'press', token }).press).toBeUndefined();
  });

  it('on the page of the bot only looks, where it shows where things stand', () => {
    const token = signed({ do: 'show' });
    expect(heard({ kind: 'press', token, onPage: true }).input).toEqual({ kind: 'glance' });
    expect(heard({ kind: 'press', token }).input).toMatchObject({ kind: 'press' });
  });

  it.each([
    [{ do: 'answer', question: 'danger', value: 'no' }, true],
    [{ do: 'why' }, false],
    [{ do: 'concerns', filter: 'late' }, false],
  ] as const)('%o moves on: %s', (action, moves) => {
    expect(movesOn(heard({ kind: 'press', token: signed(action) }))).toBe(moves);
  });
});

describe('said where others read', () => {
  it('a look-up is one', () => {
    const input = heard({ kind: 'aloud', words: 'number for childline' }).input;
    expect(input).toEqual({ kind: 'text', text: 'number for childline' });
  });

  it('of all else nothing is read', () => {
    expect(heard({ kind: 'aloud', words: 'CANARY was sent pictures' }).input).toEqual({ kind: 'hello' });
    expect(heard({ kind: 'aloud', words: 'CANARY', again: true }).input).toEqual({ kind: 'hello', again: true });
  });
});

describe('the command', () => {
  it.each([
    'helplines childline',
    'childline',
    'helplines',
    'checklists',
    'lado',
    'report grooming',
    'law upskirting',
    'look up nspcc',
  ])('"%s" is a look-up', (text) => {
    expect(askedByCommand(text)).toBe(text.replace('look up ', ''));
  });

  it.each(['he was sent pictures', 'my pupil told me she is scared', 'start', 'practice', 'help'])(
    '"%s" is not',
    (text) => {
      expect(askedByCommand(text)).toBeUndefined();
    },
  );
});
