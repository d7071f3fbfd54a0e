/** Which inputs the conversation will answer as a look-up: those need no store, so nobody waits for one. */
import { surelyLookUp } from '../../../dialogs/typed/read.ts';
import type { Input } from '../../contract.ts';
import { decodeAction } from '../../seal/action-code.ts';

export function isLookUp(input: Input): boolean {
  switch (input.kind) {
    case 'press':
      // Not yet known to be ours; the conversation checks the signature.
      return decodeAction(input.token.split('.')[1] ?? '')?.do === 'look-up';
    case 'look-up':
      return true;
    case 'text':
      return surelyLookUp(input.text) !== undefined;
    default:
      return false;
  }
}
