/** What another version of the rules tells of itself, each decision once. */
import type { Line } from '../lines.ts';
import type { Survey } from '../survey.ts';

export interface Told {
  readonly survey: Survey;
  readonly decisions: readonly (readonly Line[])[];
  /** The decision on each of the facts given; -1 where it knows no such topic. */
  readonly says: readonly number[];
}

export function together(all: readonly (readonly Line[] | undefined)[]): Pick<Told, 'decisions' | 'says'> {
  const places = new Map<string, number>();
  const decisions: (readonly Line[])[] = [];
  const says = all.map((lines) => {
    if (!lines) return -1;
    const key = JSON.stringify(lines);
    const place = places.get(key) ?? decisions.push(lines) - 1;
    places.set(key, place);
    return place;
  });
  return { decisions, says };
}

export const apart = ({
  decisions,
  says,
}: Pick<Told, 'decisions' | 'says'>): readonly (readonly Line[] | undefined)[] => says.map((place) => decisions[place]);
