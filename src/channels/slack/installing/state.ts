/**
 * The `state` of an installation: signed, bound to the browser that began it, and short-lived. That it is used once is
 * for the vault. Nothing is stored before Slack has answered, so that nobody can fill the store by asking to install.
 */
import { createHmac } from 'node:crypto';
import { isEqual } from '../door.ts';

const lifeMs = 10 * 60_000;
const browserShape = /^[A-Za-z0-9_-]{32}$/;

export interface States {
  /** @param browser the cookie's value */
  make(browser: string, now: number): string;
  /** `nonce` tells this state from every other. */
  check(
    state: string,
    browser: string | undefined,
    now: number,
  ): { readonly nonce: string } | 'other-browser' | 'late' | 'forged';
  /** A new value for the cookie. */
  newBrowser(): string;
  isBrowser(value: string | undefined): value is string;
}

export function createStates(secret: string, randomBytes: (size: number) => Buffer): States {
  const mac = (...parts: string[]) => createHmac('sha256', secret).update(JSON.stringify(parts)).digest('base64url');
  const random = () => randomBytes(24).toString('base64url');
  return {
    make(browser, now) {
      const [ends, nonce] = [(now + lifeMs).toString(36), random()];
      return `${ends}.${nonce}.${mac('state', ends, nonce)}.${mac('browser', nonce, browser)}`;
    },
    check(state, browser, now) {
      const [ends = '', nonce = '', signature = '', bound = '', ...rest] = state.split('.');
      if (rest.length > 0 || !isEqual(signature, mac('state', ends, nonce))) return 'forged';
      if (now > Number.parseInt(ends, 36)) return 'late';
      return browser !== undefined && isEqual(bound, mac('browser', nonce, browser)) ? { nonce } : 'other-browser';
    },
    newBrowser: random,
    isBrowser: (value): value is string => value !== undefined && browserShape.test(value),
  };
}
