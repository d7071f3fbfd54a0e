/** What another version of the rules tells of itself, each decision once. */
import type { SaidToAnswers, Survey } from '../survey.ts';

export interface RulesTold {
  readonly survey: Survey;
  readonly decisions: readonly SaidToAnswers[];
  /** The decision on each of the facts given; -1 where it knows no such topic. */
  readonly says: readonly number[];
}

export function together(all: readonly (SaidToAnswers | undefined)[]): Pick<RulesTold, 'decisions' | 'says'> {
  const places = new Map<string, number>();
  const decisions: SaidToAnswers[] = [];
  const says = all.map((said) => {
    if (!said) return -1;
    const key = JSON.stringify(said);
    const place = places.get(key) ?? decisions.push(said) - 1;
    places.set(key, place);
    return place;
  });
  return { decisions, says };
}

export const apart = ({
  decisions,
  says,
}: Pick<RulesTold, 'decisions' | 'says'>): readonly (SaidToAnswers | undefined)[] =>
  says.map((place) => decisions[place]);
