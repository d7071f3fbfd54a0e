/** Cards move on: those that were answered or passed by lose their buttons, and the newest is kept for the next turn. */
import { whomStands } from '../../dialogs/answer/standing-call.ts';
import type { Message } from '../../dialogs/message.ts';
import { answeredScreen, movedOnScreen, setAsideScreen } from '../../dialogs/screens/question.ts';
import { guardQuestion, type State } from '../../dialogs/state.ts';
import type { Context } from '../../dialogs/steps.ts';
import { answeredAsks, type ShownMessages } from '../../dialogs/view.ts';
import type { Address, Outgoing } from '../contract.ts';
import { SealBroken } from '../seal/seal.ts';
import type { OwedReply } from '../store/store.ts';
import type { Talk } from './finished.ts';
import type { Cards, OwedSeal, Reply } from './owed.ts';
import { markNow } from './picks.ts';

/**
 * The cards that stood, more than one where two came in a hurry, and the one that was pressed, which may be older: what
 * was chosen, and no buttons. One that was left without an answer says that it is of the past.
 */
export function shrunkCards(
  { pressed }: Reply,
  owed: OwedReply,
  {
    stored,
    shown,
    living,
  }: { readonly stored: Talk; readonly shown: ShownMessages; readonly living?: Address | undefined },
  context: Context,
  owedSeal: OwedSeal,
): NonNullable<Outgoing['shrink']> {
  const last = stored.entries.at(-1);
  if (!last) return [];
  const open = openCards(owed, owedSeal);
  const isKnown = ({ card }: Cards[number]) => open.some((each) => sameCard(each.card, card));
  return [...open, ...(pressed && !isKnown(pressed) ? [pressed] : [])].flatMap(({ question, card }) => {
    // Numbers are not taken away while an answer is changed: the card of acts moves on only to a newer one.
    if (question === actsCard) {
      const isLeft = shown.isAnswer && !(living && sameCard(living, card));
      return isLeft ? [{ card, message: movedOnScreen() }] : [];
    }
    return [{ card, message: answeredCard(question, stored.state, context) }];
  });
}

/**
 * The card of acts lives: a call noted by its button is drawn where it was pressed. Who typed it looks below.
 *
 * @returns nothing where no such card stands, or something else is answered
 */
export function livingCard(reply: Reply, owed: OwedReply, { entries }: Talk, owedSeal: OwedSeal): Address | undefined {
  const isNoted = reply.wanted !== undefined && owed.entries.at(-1)?.endsWith(reply.wanted) === true;
  if (!isNoted || reply.typed !== undefined || entries.at(-1)?.type !== 'called') return undefined;
  return openCards(owed, owedSeal).findLast(({ question }) => question === actsCard)?.card;
}

const sameCard = (one: Address, other: Address) =>
  Object.keys(one).length === Object.keys(other).length &&
  Object.entries(one).every(([name, value]) => other[name] === value);

/** More than can come in one hurry. */
const mostCards = 5;

/** Cards that were noted while this reply was on its way: neither it nor what was stored when it was made knew of them. */
function beside({ cards, key }: OwedReply, found: string | null, owedSeal: OwedSeal): Cards {
  if (found === null || found === cards) return [];
  const known = openCards({ cards, key }, owedSeal);
  return openCards({ cards: found, key }, owedSeal).filter(
    ({ card }) => !known.some((each) => sameCard(each.card, card)),
  );
}

/** A question's card once it is answered. Where the answer no longer counts, that it is of the past. */
export function answeredCard(question: string, state: State, context: Context): Message {
  const answered = answeredAsks(state, context).find(({ ask }) => ask.id === question);
  return answered ? answeredScreen(answered.ask, answered.values) : setAsideScreen();
}

/** Cards that cannot be read only lose their shrinking. */
function openCards({ cards, key }: Pick<OwedReply, 'cards' | 'key'>, owedSeal: OwedSeal): Cards {
  try {
    return owedSeal.openCards(cards, key);
  } catch (error) {
    if (error instanceof SealBroken) return [];
    throw error;
  }
}

/** What the card of acts is kept as; no question has this id. */
export const actsCard = 'acts';

/** A mark of the person whose call stands on the card of acts; nothing where it is nobody's. */
export const ringing = (state: State, context: Context): string | undefined =>
  markNow(whomStands(state, context), state, context.organisation);

/** Only a card that moves on is kept, a question's or the one of acts: the others say something that stays true. */
function keptCards(question: string | undefined, cards: readonly Address[], people: string | undefined): Cards {
  const card = cards.at(-1);
  const namesPeople = question === guardQuestion || question === actsCard;
  const shown = namesPeople && people !== undefined ? { shown: people } : {};
  return question && card ? [{ question, card, ...shown }] : [];
}

interface Posted {
  readonly question: string | undefined;
  readonly cards: readonly Address[];
  /** A mark of who stands on it. */
  readonly people: string | undefined;
}

/**
 * What the next turn is to know: the cards that were posted now, the card of acts that still stands, and what another
 * reply posted meanwhile.
 */
export function noted(owed: OwedReply, posted: Posted, found: string | null, owedSeal: OwedSeal): Cards {
  const { question, cards, people } = posted;
  const acts = question === actsCard ? [] : openCards(owed, owedSeal).filter((each) => each.question === actsCard);
  return [...acts, ...beside(owed, found, owedSeal), ...keptCards(question, cards, people)].slice(-mostCards);
}
