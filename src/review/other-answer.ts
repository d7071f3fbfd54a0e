/** What else could have been answered: another choice, or one tick more or fewer. */

export interface Other {
  readonly values: readonly string[];
  readonly how: 'instead' | 'as well' | 'without';
}

/** Said of any tick list alone: beside other ticks it means nothing. */
const none = 'none';

/** @param takesOne the question takes one choice and not ticks @returns nothing where it is what was given */
export function otherAnswer(given: readonly string[], value: string, takesOne: boolean): Other | undefined {
  const isGiven = given.includes(value);
  if (takesOne || value === none) return isGiven ? undefined : { values: [value], how: 'instead' };
  if (!isGiven) return { values: [...given.filter((each) => each !== none), value], how: 'as well' };
  const rest = given.filter((each) => each !== value);
  return rest.length === 0 ? undefined : { values: rest, how: 'without' };
}
