/** A line that stands for no other reason than an answer of "not sure". */
import type { Because } from './outcome.ts';

export function isInDoubt({ because }: { readonly because: readonly Because[] }): boolean {
  return because.length > 0 && because.every(({ precaution }) => precaution);
}
