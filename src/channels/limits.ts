/** What every renderer says when a platform's limit would be broken. */
import type { Message } from '../../dialogs/message.ts';

export interface Breach {
  /** Name in the platform's table of limits. */
  readonly limit: string;
  readonly most: number;
  /** Which block or field. */
  readonly block: string;
  /** What was found, in the unit of the limit. */
  readonly size: number;
}

/**
 * A message that the platform would refuse. It is a mistake in the dialog's words or data, never the person's:
 * only splitting a long message is normal.
 */
export class RenderLimitError extends Error {
  override readonly name = 'RenderLimitError';
  readonly breach: Breach;

  constructor(platform: 'Slack' | 'Teams', breach: Breach) {
    super(
      breach.size === 0
        ? `${platform} takes no empty ${breach.limit}: ${breach.block}. Give it words in dialogs/.`
        : `${platform} allows ${breach.limit} of ${breach.most}, but ${breach.block} has ${breach.size}. ` +
            'Shorten or divide it where its words are written, in dialogs/.',
    );
    this.breach = breach;
  }
}

/**
 * Ticks come back without the name of their question, so a message may ask for them once.
 *
 * @throws RenderLimitError for a second tick list.
 */
export function oneTickList(platform: 'Slack' | 'Teams', message: Message): void {
  const size = message.blocks.filter((block) => block.kind === 'ticks').length;
  if (size > 1) throw new RenderLimitError(platform, { limit: 'tickLists', most: 1, block: 'the message', size });
}
