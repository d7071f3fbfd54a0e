/** One question ready to be put: its words, its options and what was chosen before. */
import type { Facts } from '../rules/facts.ts';
import { topics } from '../rules/facts.ts';
import { type Organisation, siteOf } from '../rules/local.ts';
import type { ParagraphId } from '../rules/outcome.ts';
import { type Asked, isQuestion } from './flow.ts';
import { isGuard, peopleToPick } from './guard.ts';
import { type QuestionId, valuesOf } from './questions.ts';
import { guardQuestion, isPlace, nobody, type PlaceId, type State } from './state.ts';
import { type Besides, placeIn } from './steps.ts';
import { nobodyTyped, placeWords, roleWords, safeToTell } from './words/places.ts';
import { type OptionWords, type QuestionWords, questionWords } from './words/questions.ts';

export interface AskOption extends OptionWords {
  readonly value: string;
  /** Other words that name it alone. */
  readonly typed?: readonly string[];
}

export interface Ask {
  readonly id: string;
  /** One answer by button, or several by ticks. */
  readonly kind: 'one' | 'ticks';
  readonly ask: string;
  readonly help?: string;
  readonly meaning?: string;
  readonly why: string;
  readonly cites: readonly ParagraphId[];
  readonly options: readonly AskOption[];
  /** Chosen earlier, when the question is asked again. */
  readonly chosen: readonly string[];
  /** Ticked for the person to check; not an answer. */
  readonly suggested: readonly string[];
}

export function askOf(asked: Asked | Besides, facts: Facts, state: State, organisation: Organisation): Ask {
  if (isGuard(asked.id)) return askWhoIsSafe(facts, state, organisation);
  if (isPlace(asked.id)) return askPlace(asked.id, state, organisation);
  const words = wordsOf(asked.id);
  const values = isQuestion(asked as Asked) ? valuesOf(asked as Parameters<typeof valuesOf>[0], facts) : undefined;
  const shown = values ?? (asked.id === 'topics' ? topics : ['yes', 'no', 'unsure']);
  const one = asked.id === 'danger' || ('kind' in asked && asked.kind === 'one');
  return {
    id: asked.id,
    kind: one ? 'one' : 'ticks',
    ...words,
    options: shown.flatMap((value) => optionOf(words, value)),
    chosen: state.answers.get(asked.id) ?? [],
    suggested: asked.id === 'topics' ? state.suggested : [],
  };
}

export function wordsOf(question: QuestionId): QuestionWords {
  return questionWords[question];
}

/** One, for every value of the question itself: its words are typed by them. */
function optionOf({ options }: QuestionWords, value: string): readonly AskOption[] {
  const words = options[value];
  return words ? [{ value, ...words }] : [];
}

function askPlace(place: PlaceId, state: State, { sites, councils }: Organisation): Ask {
  const named = place === 'site' ? sites : councils;
  const words = placeWords[place];
  const own = named.map(({ id, name }) => ({ value: id, label: shortened(name) }));
  const other = place === 'site' ? [] : [words.elsewhere, words.notSure].filter((option) => option !== undefined);
  return {
    id: place,
    kind: 'one',
    ask: words.ask,
    ...(words.help ? { help: words.help } : {}),
    why: words.why,
    cites: words.cites,
    options: [...own, ...other],
    chosen: state.places.has(place) ? [state.places.get(place) ?? ''] : [],
    suggested: [],
  };
}

/** Nobody is suggested: whoever is told was picked by the person who asks. */
function askWhoIsSafe(facts: Facts, state: State, organisation: Organisation): Ask {
  const site = siteOf(organisation, placeIn(state, organisation).site);
  const people = site ? peopleToPick(site, facts) : [];
  const options = people.map(({ person, role }): AskOption => {
    const only = people.filter((other) => other.role === role).length === 1;
    const { name, typed } = roleWords[role];
    return { value: person.id, label: shortened(person.name), help: name, typed: only ? typed : [] };
  });
  const { nobody: label, help, ofStaff, ...words } = safeToTell;
  const mayBeStaff = people[0]?.role === 'head' || people[0]?.role === 'chair';
  return {
    id: guardQuestion,
    kind: 'ticks',
    ...words,
    help: mayBeStaff ? `${help} ${ofStaff}` : help,
    options: [...options, { value: nobody, label, typed: nobodyTyped }],
    chosen: state.safe,
    suggested: [],
  };
}

const shortened = (name: string) => (name.length > 75 ? `${name.slice(0, 74)}…` : name);

/** What was chosen, in the words it was chosen by. */
export function chosenLabels(ask: Ask, values: readonly string[]): string {
  return values
    .map((value) => ask.options.find((option) => option.value === value)?.label ?? 'another answer')
    .join('; ');
}

/** Every value a question about the concern can ever take; nothing for a place, whose values the organisation names. */
export function valuesOfQuestion(question: string): readonly string[] | undefined {
  return isAsked(question) ? Object.keys(questionWords[question].options) : undefined;
}

export function isAsked(question: string): question is QuestionId {
  return Object.hasOwn(questionWords, question);
}
