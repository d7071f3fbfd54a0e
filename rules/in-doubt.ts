/** A line that stands for no other reason than an answer of "not sure". The topic alone is no reason: it says what is asked. */
import type { Because } from './outcome.ts';

export function isInDoubt({ because }: { readonly because: readonly Because[] }): boolean {
  const reasons = because.filter(({ fact }) => fact !== 'topics');
  return reasons.length > 0 && reasons.every(({ precaution }) => precaution);
}
