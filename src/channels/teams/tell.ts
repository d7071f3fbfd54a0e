/**
 * Words at once, past the store and the outbox: that something was not saved, to slow down, where the answer is.
 * Sent once; a miss goes to the log.
 */
import type { Message } from '../../../dialogs/message.ts';
import type { Channel } from '../../contract.ts';
import { type Log, reasonOf } from '../../log.ts';
import { withoutButtons } from '../without-buttons.ts';
import { addressOf, type TeamsPlace } from './places.ts';

/** Never throws. */
export type Tell = (place: TeamsPlace, message: Message) => Promise<void>;

const tellMs = 8_000;

export function createTell(deliver: Channel['deliver'], log: Log): Tell {
  return async (place, message) => {
    try {
      const outgoing = { to: addressOf(place), post: [withoutButtons(message)], token: () => 'none' };
      const delivered = await deliver(outgoing, AbortSignal.timeout(tellMs));
      if (delivered.status !== 'sent') log.warn('teams.not-told', { reason: delivered.reason });
    } catch (error) {
      log.warn('teams.not-told', { reason: reasonOf(error) });
    }
  };
}
