/** What fits the case in hand: a line about something that is not in it is left out, or said otherwise. */
import type { Facts } from '../../rules/facts.ts';
import { upskirtingWords } from '../words/decision.ts';

const worried = (value: string | undefined): boolean => value === 'yes' || value === 'unsure';

/** Money is spoken of where there are, or may be, threats over pictures. */
const onlyWhere: Readonly<Record<string, (facts: Facts) => boolean>> = {
  'count-money-demands-as-blackmail': ({ topics, blackmail }) => topics.includes('blackmail') || worried(blackmail),
};

export const fitsCase = (id: string, facts: Facts): boolean => onlyWhere[id]?.(facts) ?? true;

/** Nobody was bullied where a picture was taken under clothes, and nothing else is told. */
export function saidInCase(
  id: string,
  words: string,
  { upskirting, possibleCrime, severe, nudesInvolved }: Facts,
): string {
  const alone = worried(upskirting) && ![possibleCrime, severe, nudesInvolved].some(worried);
  return alone ? (upskirtingWords[id] ?? words) : words;
}
