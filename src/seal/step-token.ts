/** Step tokens: what a button carries. Signed, tied to one conversation and one revision of it, used once. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { decodeAction, encodeAction } from '../../dialogs/action-code.ts';
import type { Action } from '../../dialogs/message.ts';
import type { Keys } from './keys.ts';

/** Slack's and Teams' limits allow more; ours leaves room for what a renderer adds. */
export const longestToken = 150;
const macBytes = 16;
const shape = /^([0-9a-z]{1,11})\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]{22})$/;

/** A button was built with more in it than a token holds. Shorten its question, value or query. */
export class StepTokenTooLong extends Error {
  override name = 'StepTokenTooLong';
}

export interface SignedStep {
  /** The store's name for the conversation. It is signed, not carried. */
  readonly conversation: string;
  /** The revision the card was drawn for. */
  readonly revision: number;
  readonly action: Action;
}

export interface StepTokens {
  /** @returns at most 150 URL-safe characters. @throws {StepTokenTooLong} */
  sign(step: SignedStep): string;
  /** `invalid`: forged, altered, cut, of another conversation, or of a version that knew other actions. */
  read(token: string, conversation: string): Omit<SignedStep, 'conversation'> | 'invalid';
}

export function createStepTokens(keys: Keys): StepTokens {
  return {
    sign({ conversation, revision, action }) {
      const body = `${revision.toString(36)}.${Buffer.from(encodeAction(action)).toString('base64url')}`;
      const token = `${body}.${mac(keys.current.step, conversation, body).toString('base64url')}`;
      if (token.length > longestToken) {
        throw new StepTokenTooLong(`The "${action.do}" button needs ${token.length} characters; ${longestToken} fit.`);
      }
      return token;
    },
    read(token, conversation) {
      const parts = token.length <= longestToken ? shape.exec(token) : null;
      const [, revision = '', action = '', signature = ''] = parts ?? [];
      const given = Buffer.from(signature, 'base64url');
      const signed = (key: Buffer) => timingSafeEqual(mac(key, conversation, `${revision}.${action}`), given);
      if (parts === null || !keys.all.some(({ step }) => signed(step))) return 'invalid';
      const decoded = decodeAction(Buffer.from(action, 'base64url').toString());
      return decoded === null ? 'invalid' : { revision: Number.parseInt(revision, 36), action: decoded };
    },
  };
}

function mac(key: Buffer, conversation: string, body: string): Buffer {
  return createHmac('sha256', key).update(`${conversation}\n${body}`).digest().subarray(0, macBytes);
}
