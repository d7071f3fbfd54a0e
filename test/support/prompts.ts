/** Every sentence of ours that a person reads in the dialog, with where it is written. */
import * as acts from '../../dialogs/words/acts.ts';
import * as answer from '../../dialogs/words/answer.ts';
import * as decision from '../../dialogs/words/decision.ts';
import { placeWords, safeToTell } from '../../dialogs/words/places.ts';
import { onlyKnown, questionWords } from '../../dialogs/words/questions.ts';
import * as screens from '../../dialogs/words/screens.ts';
import { besides, told } from '../../dialogs/words/told.ts';

export interface Prompt {
  readonly at: string;
  readonly text: string;
}

/** Parts that are no sentences for people to read through: ids, source places, blanks to fill in. */
const notRead = ['cites', 'routes', 'value', 'blanks', 'parentsActor', 'saidBy', 'actorWords', 'labelLength'];

export const prompts: readonly Prompt[] = [
  ...stringsIn('questions', questionWords),
  ...stringsIn('questions', { onlyKnown }),
  ...stringsIn('places', placeWords),
  ...stringsIn('places', { safeToTell }),
  ...stringsIn('screens', screens),
  ...stringsIn('acts', acts),
  ...stringsIn('answer', answer),
  ...stringsIn('decision', decision),
  ...stringsIn('told', told),
  ...stringsIn('told', besides),
];

function stringsIn(at: string, node: unknown): readonly Prompt[] {
  if (typeof node === 'string') return [{ at, text: node }];
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    notRead.includes(key) ? [] : stringsIn(`${at}.${key}`, value),
  );
}
