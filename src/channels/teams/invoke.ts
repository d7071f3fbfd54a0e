/** What an invoke is answered with: Teams shows it in the place of the card that was pressed. */
import type { Message } from '../../../dialogs/message.ts';
import { withoutButtons } from '../without-buttons.ts';
import type { AdaptiveCard } from './render.ts';
import { renderTeams } from './render.ts';

export function cardOf(message: Message): AdaptiveCard | undefined {
  return renderTeams(withoutButtons(message), () => 'none')[0]?.attachments[0].content;
}

/** Another card in its place, for as long as the chat stays open; the edit that lasts is owed. */
export const cardAnswer = (message: Message): object => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.card.adaptive',
  value: cardOf(message),
});

/** The card stays, with its buttons; a line beside it says where to look. */
export const lineAnswer = (line: string): object => ({
  statusCode: 200,
  type: 'application/vnd.microsoft.activity.message',
  value: line,
});
