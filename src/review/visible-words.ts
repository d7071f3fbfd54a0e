/** The words a person has before them, as Slack draws a message, before anything is unfolded. */
import type { KnownBlock } from '@slack/types';
import { wordsIn } from '../../dialogs/look-up/short.ts';
import type { Action, Message } from '../../dialogs/message.ts';
import { renderSlack } from '../channels/slack/render.ts';

interface Counting {
  /** The choices of a tick list are read for what fits, not through. */
  readonly options?: boolean;
}

/** As long as what most buttons carry: it takes room in a message. */
const asLong = (action: Action): string => JSON.stringify(action).slice(0, 140).padEnd(140, '_');

/** Words, numbers, names and buttons that are seen. What is folded counts as its title, a menu as its button. */
export function visibleWords(message: Pick<Message, 'summary' | 'blocks'>, { options = true }: Counting = {}): number {
  return renderSlack(message, asLong)
    .flatMap(({ blocks }) => blocks)
    .reduce((sum, block) => sum + wordsIn(seen(block, options)), 0);
}

function seen(block: KnownBlock, options: boolean): string {
  switch (block.type) {
    case 'header':
      return block.text.text;
    case 'section':
      return readable(block.text?.text ?? '');
    case 'context':
      return block.elements.map((each) => ('text' in each ? readable(each.text) : '')).join(' ');
    case 'actions':
      return block.elements.map((each) => (each.type === 'button' ? each.text.text : '…')).join(' ');
    case 'input':
      return [
        block.label.text,
        ...(options && block.element.type === 'checkboxes'
          ? block.element.options.map(({ text, description }) => `${text.text} ${description?.text ?? ''}`)
          : []),
      ].join(' ');
    case 'container':
      return block.title?.text ?? '';
    default:
      return '';
  }
}

/** Links as they are shown. */
const readable = (mrkdwn: string): string => mrkdwn.replace(/<[^|>]*\|([^>]*)>/g, '$1');
