/** Running text in an Adaptive Card. Nothing at all where there is nothing to read. */
import type { Rich } from '../../../dialogs/message.ts';
import type { TextBlock } from './card.ts';
import { markdown } from './markdown.ts';

export function textBlock(rich: Rich, look: Omit<TextBlock, 'type' | 'text' | 'wrap'> = {}): readonly TextBlock[] {
  const text = markdown(rich);
  return text === '' ? [] : [{ type: 'TextBlock', text, wrap: true, ...look }];
}

export function smallPrint(rich: Rich, place: Pick<TextBlock, 'spacing'> = {}): readonly TextBlock[] {
  return textBlock(rich, { size: 'Small', isSubtle: true, ...place });
}
