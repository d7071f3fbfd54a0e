/** What is stored of a talk, as far as it can be read: its state, the cards that stand, the reply on its way. */
import { fold, newState, type State, startingAt } from '../../dialogs/state.ts';
import type { Organisation } from '../../rules/local.ts';
import { SealBroken } from '../seal/seal.ts';
import type { Store, KeyState as Stored } from '../store/store.ts';
import type { Heard } from './heard.ts';
import type { Cards, OwedSeal, Reply } from './owed.ts';
import { stillPicked } from './picks.ts';
import type { Workplaces } from './workplace.ts';

export interface StoredTalkPorts {
  readonly store: Pick<Store, 'read'>;
  readonly owedSeal: OwedSeal;
  readonly workplaces: Pick<Workplaces, 'of'>;
}

export interface StoredTalk extends Omit<Stored, 'entries'> {
  readonly state: State;
  /** Unreadable entries count as none. */
  readonly unreadable: boolean;
}

export async function readTalk(
  { key, from }: Pick<Heard, 'key' | 'from'>,
  organisation: Organisation,
  { store, owedSeal, workplaces }: StoredTalkPorts,
): Promise<StoredTalk> {
  const { entries, ...rest } = await store.read(key);
  try {
    const told = fold(owedSeal.entries(entries, key, rest.revision));
    const state = told.stage === 'new' ? startingAt(await workplaces.of(from)) : told;
    return { ...rest, state: stillPicked(state, organisation), unreadable: false };
  } catch (error) {
    if (error instanceof SealBroken) return { ...rest, state: newState, unreadable: true };
    throw error;
  }
}

/** The newest card of this question, or of acts. */
export function cardSeen(
  cards: string | null,
  question: string | undefined,
  key: string,
  owedSeal: OwedSeal,
): Cards[number] | undefined {
  return orNothing(() => owedSeal.openCards(cards, key).findLast((card) => card.question === question));
}

export const replyIn = (sealed: string, key: string, owedSeal: OwedSeal): Reply | undefined =>
  orNothing(() => owedSeal.openReply(sealed, key));

function orNothing<T>(open: () => T): T | undefined {
  try {
    return open();
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}
