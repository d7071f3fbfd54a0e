/** A typed line read as an answer to the question that stands. Never a guess: what is not clear is nothing. */
import type { Ask } from '../ask.ts';
import { isGuard } from '../guard.ts';
import { plainWords, theOneMeant } from './words.ts';

const meaning: Readonly<Record<string, readonly string[]>> = {
  yes: ['yes', 'y', 'yeah', 'yep', 'yup', 'yes please', 'yes it is', 'yes they do', 'yes they did', 'true', 'correct'],
  no: ['no', 'n', 'nope', 'nah', 'no it is not', 'no they did not', 'false', 'never'],
  unsure: [
    'not sure',
    'unsure',
    'i am not sure',
    'im not sure',
    'no idea',
    'i have no idea',
    'dont know',
    'i dont know',
    'do not know',
    'i do not know',
    'not known',
    'unknown',
    'idk',
    'dunno',
    'maybe',
    'perhaps',
    'possibly',
    'cannot tell',
    'cant tell',
    'i have not been told',
    'not been told',
    'not told',
    'no clue',
  ],
  none: ['none', 'none of these', 'none of them', 'none of those', 'nothing', 'no', 'nope', 'neither'],
};

export type TypedAnswer =
  | { readonly kind: 'answer'; readonly values: readonly string[] }
  /** Understood, but to be looked at before it counts. */
  | { readonly kind: 'suggest'; readonly values: readonly string[] };

/** @param plain as words.ts gives it. */
export function answerIn(plain: string, ask: Ask): TypedAnswer | undefined {
  const numbers = numbersIn(plain);
  if (numbers) return byNumbers(numbers, ask);
  const phrases = phrasesOf(ask);
  const value = theOneMeant(plain, phrases);
  if (value === undefined) return undefined;
  // A slip of the finger must not name the wrong person: what is only nearly a name is checked first.
  const sure = !isGuard(ask.id) || phrases.has(plain);
  return { kind: sure ? 'answer' : 'suggest', values: [value] };
}

/** "2", "1 and 3", "number 2", "option 1", "12 years old". Anything else in the line means it is not a number. */
function numbersIn(plain: string): readonly number[] | undefined {
  const words = plain
    .split(' ')
    .filter((word) => !['and', 'number', 'option', 'years', 'old', 'aged', 'age'].includes(word));
  if (words.length === 0 || !words.every((word) => /^\d{1,2}$/.test(word))) return undefined;
  return [...new Set(words.map(Number))];
}

function byNumbers(numbers: readonly number[], ask: Ask): TypedAnswer | undefined {
  const chosen = numbers.map((number) => ask.options[number - 1]?.value);
  const values = chosen.filter((value) => value !== undefined);
  if (values.length === numbers.length) {
    const clear = ask.kind === 'one' ? values.length === 1 : !(values.includes('none') && values.length > 1);
    return clear ? { kind: 'answer', values } : undefined;
  }
  return byAge(numbers, ask);
}

/** A number too high to be a choice may be an age. It is ticked for the person to check, never sent for them. */
function byAge(numbers: readonly number[], ask: Ask): TypedAnswer | undefined {
  const [age, ...more] = numbers;
  const asksAge = ask.options.some(({ value }) => value === 'under13');
  return asksAge && more.length === 0 && age !== undefined && age < 13
    ? { kind: 'suggest', values: ['under13'] }
    : undefined;
}

/** Everything that names one option: its label, its meaning in everyday words. */
function phrasesOf(ask: Ask): ReadonlyMap<string, string> {
  const phrases = ask.options.flatMap(({ value, label, typed = [] }) => {
    const everyday = value === 'unknown' || value === 'notSure' ? 'unsure' : value;
    return [plainWords(label), ...typed, ...(meaning[everyday] ?? [])].map((phrase) => [phrase, value] as const);
  });
  // Two people can have one name; then it names neither.
  const clear = phrases.filter(([phrase, value]) =>
    phrases.every(([same, other]) => same !== phrase || other === value),
  );
  return new Map(clear);
}
