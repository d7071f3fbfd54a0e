/**
 * Faults of our own: what cannot be worked out or drawn. Nobody is left in silence for one: each is counted, told to
 * whoever runs the program, and stands back for something plainer.
 */

import type { OnFault, WhatFailed } from '../contract.ts';
import { SealBroken } from '../seal/seal.ts';
import { StoreCorrupt, StoreRefused, StoreUnavailable } from '../store/store.ts';

/** The store's and the seal's own errors have their own ways. */
const others = [StoreUnavailable, StoreCorrupt, StoreRefused, SealBroken];

export const isFault = (error: unknown): boolean => !others.some((kind) => error instanceof kind);

/** The work, or what stands in for it where a fault of ours stops it. @throws what is no fault of ours */
export function orPlainer<T>(work: () => T, plainer: () => T, what: WhatFailed, onFault: OnFault, id?: string): T {
  try {
    return work();
  } catch (error) {
    if (!isFault(error)) throw error;
    onFault(what, error, id);
    return plainer();
  }
}
