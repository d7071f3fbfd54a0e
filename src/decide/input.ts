/** Facts from outside: their JSON Schema with a description of each, and reading them with plain errors. */
import { z } from 'zod';
import { isAsked, wordsOf } from '../../dialogs/ask.ts';
import { type QuestionId, questions } from '../../dialogs/questions.ts';
import { type Fact, type Facts, facts, factsSchema, factValues, settings, topics } from '../../rules/facts.ts';

/** The facts cannot be read. Each problem names the field and what it may hold. */
export class FactsNotUsable extends Error {
  override readonly name = 'FactsNotUsable';
  readonly problems: readonly string[];

  constructor(problems: readonly string[], options?: ErrorOptions) {
    const next = 'Put this right and try again. `npm run -s decide -- --schema` prints every fact with its values.';
    super(['The facts cannot be used:', ...problems.map((problem) => `  ${problem}`), next].join('\n'), options);
    this.problems = problems;
  }
}

/** @throws FactsNotUsable */
export function parseFacts(text: string): Facts {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new FactsNotUsable(['this is not JSON. Write one object, like {"topics": ["other"], "danger": "no"}'], {
      cause,
    });
  }
  const read = factsSchema.safeParse(json);
  if (!read.success) throw new FactsNotUsable(read.error.issues.flatMap(problemsOf));
  const twice = saidTwice(text);
  if (twice.length > 0) throw new FactsNotUsable(twice);
  return read.data;
}

/** JSON takes the last of two values; which of them is meant only whoever wrote the file can say. */
function saidTwice(json: string): readonly string[] {
  const names = [...json.matchAll(/("(?:[^"\\]|\\.)*")(\s*:)?/g)].flatMap(([, name = '', colon]) =>
    colon ? [JSON.parse(name) as string] : [],
  );
  const twice = names.filter((name, i) => names.indexOf(name) < i);
  return [...new Set(twice)].map((name) => `${name}: say it once`);
}

function problemsOf(issue: z.core.$ZodIssue): readonly string[] {
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map(
      (key) => `${key}: there is no such fact. The facts are: topics, setting, ${facts.join(', ')}`,
    );
  const [field, place] = issue.path;
  if (field === undefined) return ['write one object, like {"topics": ["other"], "danger": "no"}'];
  const name = place === undefined ? String(field) : `${String(field)}[${String(place)}]`;
  if (issue.code === 'custom') return [`${name}: ${issue.message}`];
  const values = valuesOf(String(field)).join(', ');
  const list = field === 'topics' && place === undefined;
  return [`${name}: write ${list ? 'a list of one or more of' : 'one of'}: ${values}`];
}

function valuesOf(field: string): readonly string[] {
  if (field === 'topics') return topics;
  return field === 'setting' ? settings : factValues[field as Fact];
}

/** JSON Schema of the facts. Descriptions are enough to map a real case without knowing the chapter. */
export function factsJsonSchema(): object {
  const { properties, ...schema } = z.toJSONSchema(factsSchema);
  const described = Object.entries(properties ?? {}).map(([name, property]) => [
    name,
    { description: describe(name), ...(property as object), ...(name === 'topics' ? { uniqueItems: true } : {}) },
  ]);
  return {
    ...schema,
    title: 'Facts of one concern',
    description:
      'Everything the procedure turns on, as closed values; no names, ages or words of anybody. A fact that is left out is read as "not sure" wherever it can matter, and "not sure" counts as worry.',
    properties: Object.fromEntries(described),
  };
}

function describe(name: string): string {
  if (name === 'topics')
    return `${asked('topics')} Every side of the concern that applies: ${meanings('topics', topics)}`;
  if (name === 'setting') return 'The kind of place the reporter works in. It adds what a school must do besides.';
  const fact = name as Fact;
  if (isAsked(fact)) return `${asked(fact)} ${meanings(fact, factValues[fact])}`.trim();
  const list = questions.find(({ id, kind }) => kind === 'ticks' && wordsOf(id).options[fact]);
  const option = list && wordsOf(list.id).options[fact];
  return option ? `Is this so, as far as you know: ${sentence(option)}` : fact;
}

function asked(question: QuestionId): string {
  const words = wordsOf(question);
  return [words.ask, words.help, words.meaning].filter((part) => part !== undefined).join(' ');
}

/** What each value stands for, where it says more than yes, no or not sure. */
function meanings(question: QuestionId, values: readonly string[]): string {
  const { options } = wordsOf(question);
  const said = values.flatMap((value) => (options[value] ? [`${value} = ${sentence(options[value])}`] : []));
  return values.every((value) => ['yes', 'no', 'unsure'].includes(value)) ? '' : said.join(' ');
}

function sentence({ label, help }: { readonly label: string; readonly help?: string }): string {
  return `${help ? `${label} (${help})` : label}.`;
}
