import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { guardQuestion, type State, startEntry } from '../../dialogs/state.ts';
import { slackLimits } from '../../src/channels/slack/limits.ts';
import { entriesToCarry, unpacked, withCarried } from '../../src/conversation/carried.ts';
import { createOwedSeal } from '../../src/conversation/owed.ts';
import { readKeys, trialSecrets } from '../../src/seal/keys.ts';
import { createSeal } from '../../src/seal/seal.ts';
import { longestToken } from '../../src/seal/step-token.ts';
import { finished } from '../support/answers.ts';

const owedSeal = createOwedSeal(createSeal(readKeys(trialSecrets(randomBytes)), randomBytes));
const key = '{p07}:conversation:AbCdEfGhIjKlMnOpQrStUvWx';

/** As many people as can be picked, and as many calls as are noted. */
function filled(state: State): State {
  const safe = Array.from({ length: 9 }, (_, i) => `deputy-lead-${i}`);
  const marks = new Map(safe.map((id) => [id, randomBytes(16).toString('base64url')]));
  const at = new Date('2026-11-27T18:30:00Z');
  return { ...state, safe, marks, tried: safe.map((whom) => ({ whom, result: 'no-answer', at })) };
}

it('the answers of any path, with everybody picked and every call noted, fit into the value of a button', () => {
  let longest = 0;
  for (const { state } of finished(40)) {
    const entries = entriesToCarry(filled(state), [startEntry(false)]);
    const sealed = owedSeal.carried(entries, key);
    expect(owedSeal.openCarried(sealed, key)).toEqual(entries);
    expect(entries.some((entry) => entry.type === 'answer' && entry.question === guardQuestion)).toBe(true);
    longest = Math.max(longest, withCarried('x'.repeat(longestToken), sealed).length);
  }
  expect(longest).toBeLessThanOrEqual(slackLimits.buttonValue);
  expect(() => unpacked('AAAA')).toThrow();
});
