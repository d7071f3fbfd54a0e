/**
 * Each statement of the chapter with what it asks (actor, verb, deadline, route, prohibition, and the words that may not
 * be lost), against what the product says: the rule that carries it on every path where it applies, or the look-up.
 */
import { itemsOf } from '../../dialogs/look-up/checklist.ts';
import { checklists } from '../../dialogs/look-up/checklists.ts';
import { editionEncodes } from '../../dialogs/look-up/edition.ts';
import { glossary } from '../../dialogs/look-up/glossary.ts';
import { lawNotes } from '../../dialogs/look-up/law.ts';
import { serviceStatements } from '../../dialogs/look-up/service.ts';
import { everyEntry, lookUp } from '../../dialogs/look-up.ts';
import { plainText } from '../../dialogs/plain.ts';
import { verbWords } from '../../dialogs/words/answer.ts';
import {
  dontWords,
  doWords,
  nextWords,
  parentsWords,
  reassuranceWords,
  routeWords,
  unlessThere,
} from '../../dialogs/words/decision.ts';
import { committedCalendar as calendar } from '../../rules/calendar.ts';
import statements from '../../rules/data/statements.json' with { type: 'json' };
import type { DifferenceField } from '../../rules/differences.ts';
import { type Facts, settled } from '../../rules/facts.ts';
import { readingIds } from '../../rules/ids.ts';
import type { Deadline, Decision, Source, Strength } from '../../rules/outcome.ts';
import { soonness, strengthRank } from '../../rules/ranks.ts';
import type { Rule, RuleSaying } from '../../rules/rule.ts';
import { rules } from '../../rules/rules.ts';
import { serviceById } from '../../rules/services.ts';

type Verb = 'must' | 'should' | 'may' | 'none';

/** What the chapter asks: `expects` in rules/data/statements.json. */
export interface Expects {
  /** `here`: whoever reports, or their lead. `meeting` and `worker` are those whom the checklists are for. */
  readonly actor: 'here' | 'socialCare' | 'police' | 'lado' | 'meeting' | 'worker' | 'none';
  readonly verb: Verb;
  /** `none`: the chapter states no limit. */
  readonly deadline: string;
  /** Lines of the decision that carry it, by route or id. Without any a look-up does. */
  readonly by?: readonly string[];
  /** Where it applies: any of these sets of answers. */
  readonly when?: readonly Readonly<Record<string, readonly string[]>>[];
  /** Where its rule may speak as well, though another line may stand in place of this one. */
  readonly fires?: readonly Readonly<Record<string, readonly string[]>>[];
  /** What is said of it holds each of these, and none of those. */
  readonly says: readonly string[];
  readonly never?: readonly string[];
}

export interface Statement {
  readonly id: string;
  readonly paraphrase: string;
  readonly expects: Expects;
}

export interface Difference {
  readonly statement: string;
  /** The line of the decision, or the look-up. */
  readonly line: string;
  readonly field: DifferenceField;
  readonly ours: string;
  readonly chapter: string;
}

/** A finished path: its answers with what they decide. */
export interface Decided {
  readonly facts: Readonly<Record<string, unknown>> & { readonly topics: readonly string[] };
  readonly decision: Decision;
}

export const everyStatement = statements as unknown as readonly Statement[];

/** Everything that one statement and the product say differently. */
export function differencesOf(statement: Statement, decided: readonly Decided[]): readonly Difference[] {
  const { id, expects } = statement;
  const found = [
    ...(expects.by ?? []).flatMap((line) => ofRule(line, statement)),
    ...(expects.by ?? []).flatMap((line) => onPaths(line, expects, decided)),
    ...beyondTrigger(statement, decided),
    ...ofChecklists(statement),
    ...ofWords(statement),
  ];
  const each = found.map((one) => ({ statement: id, ...one }));
  return [...new Map(each.map((one) => [JSON.stringify(one), one])).values()];
}

type Found = Omit<Difference, 'statement'>;

const carriers = ({ id }: Statement): readonly Rule[] => rules.filter(({ encodes }) => encodes.includes(id));
const lineOf = (saying: RuleSaying): string =>
  'route' in saying ? saying.route : 'id' in saying ? saying.id : saying.kind === 'goThrough' ? saying.topic : '';

const missing = (line: string): DifferenceField => {
  if (line in routeWords) return 'route';
  return line in dontWords || line in parentsWords ? 'prohibition' : 'carried';
};

/** What the rule that carries it says by itself, whatever other rules make of it. */
function ofRule(line: string, statement: Statement): readonly Found[] {
  const said = carriers(statement).flatMap((rule) =>
    rule.says.filter((saying) => lineOf(saying) === line).map((saying) => ({ saying, source: sourceOf(saying, rule) })),
  );
  if (said.length === 0) return [{ line, field: missing(line), ours: 'not said', chapter: line }];
  return said.flatMap(({ saying, source }) => compared(line, saying, source, statement.expects));
}

function sourceOf(saying: RuleSaying, rule: Rule): Source['basis'] {
  return ('from' in saying ? saying.from?.basis : undefined) ?? rule.basis;
}

function compared(line: string, saying: RuleSaying, basis: Source['basis'], expects: Expects): readonly Found[] {
  const marked = basis === 'chapter' ? '' : ` (${basis})`;
  const actor = 'actor' in saying ? saying.actor : 'lead';
  const verb = 'strength' in saying ? verbOf(saying.strength) : 'should';
  const deadline = 'deadline' in saying ? sayDeadline(saying.deadline, marked) : 'none';
  const shown = 'strength' in saying && saying.strength === 'oneOf' ? 'must, "should" beside it' : verb;
  const sameVerb = expects.verb === verb || (expects.verb === 'none' && verb === 'may');
  return [
    ...(fits(actor, expects.actor) ? [] : [{ line, field: 'actor', ours: actor, chapter: expects.actor } as const]),
    ...(sameVerb ? [] : [{ line, field: 'verb', ours: `${shown}${marked}`, chapter: expects.verb } as const]),
    ...(deadline === expects.deadline
      ? []
      : [{ line, field: 'deadline', ours: deadline, chapter: expects.deadline } as const]),
  ];
}

const verbOf = (strength: Strength): Verb => (strength === 'oneOf' ? 'must' : strength);

function fits(actor: string, wanted: Expects['actor']): boolean {
  if (wanted === 'none' || actor === wanted) return true;
  return wanted === 'here' ? actor === 'you' || actor === 'lead' : wanted === 'meeting' && actor === 'socialCare';
}

/** `today (ours)` where the chapter states no limit and the card says that this one is ours. */
function sayDeadline(deadline: Deadline, marked: string): string {
  switch (deadline.kind) {
    case 'now':
      return `now${marked}`;
    case 'today':
      return `${deadline.urgent ? 'today, urgently' : 'today'}${marked}`;
    case 'workingDays':
      return `${deadline.days} working days`;
    case 'notStated':
      return deadline.precaution === 'none' ? 'none' : `${deadline.precaution} (ours)`;
  }
}

/** Wherever it applies the line is there, never weaker and never later than the chapter has it. */
function onPaths(line: string, { when = [], verb, deadline }: Expects, decided: readonly Decided[]): readonly Found[] {
  const applies = decided.filter(({ facts }) => when.some((answers) => holds(answers, facts)));
  if (applies.length === 0) return [{ line, field: 'carried', ours: 'on no path', chapter: JSON.stringify(when) }];
  return applies.flatMap(({ decision }): Found[] => {
    const duty = decision.duties.find(({ route }) => route === line || route === covered[line]);
    if (duty) {
      const weaker = verb !== 'none' && strengthRank(duty.strength) > strengthRank(verb);
      const later = latest[deadline] !== undefined && soonness(duty.deadline) > latest[deadline];
      return [
        ...(weaker ? [{ line, field: 'verb', ours: `${duty.strength} on a path`, chapter: verb } as const] : []),
        ...(later ? [{ line, field: 'deadline', ours: 'later on a path', chapter: deadline } as const] : []),
      ];
    }
    const advice = [decision.dos, decision.donts, [decision.parents], decision.next, decision.reassurance];
    const there = [...advice, decision.seeAlso].flat().some(({ id }) => id === line || heldBy[line]?.includes(id));
    return there ? [] : [{ line, field: missing(line), ours: 'missing on a path', chapter: line }];
  });
}

/** No rule speaks for the chapter where the chapter's own trigger is not met: by topic, where it does so all the same. */
function beyondTrigger(statement: Statement, decided: readonly Decided[]): readonly Found[] {
  const { by, when, fires = [] } = statement.expects;
  if (!by || !when) return [];
  return carriers(statement).flatMap((rule): readonly Found[] => {
    const beyond = decided
      .filter(({ decision }) => decision.rules.includes(rule.id))
      // What was not asked was shown not to matter; the rules take it at its mildest.
      .map(({ facts }) => settled(facts as unknown as Facts))
      .filter((facts) => ![...when, ...fires].some((answers) => holds(answers, facts)));
    const under = new Set(beyond.flatMap((facts) => speakingTopics(rule, facts)));
    if (under.size === 0) return [];
    return [
      { line: rule.id, field: 'trigger', ours: `also under ${[...under].toSorted().join(', ')}`, chapter: 'not' },
    ];
  });
}

/** The topics under which it speaks alone; where only several together make it speak, all of them. */
function speakingTopics({ when }: Rule, facts: Facts): readonly string[] {
  const alone = facts.topics.filter((topic) => when.holds({ ...facts, topics: [topic] }));
  return alone.length > 0 ? alone : facts.topics;
}

/** A report makes asking the same body for advice needless. */
const covered: Readonly<Record<string, string>> = { 'police-advice': 'police' };
/** What says as much, and more. */
const heldBy: Readonly<Record<string, readonly string[]>> = {
  'parents-hold': ['parents-tell-nobody', 'parents-lead-decides-in-doubt', 'parents-own-people'],
};
const latest: Readonly<Record<string, number>> = { 'today, urgently': 10, today: 11, '5 working days': 25 };

function holds(answers: Readonly<Record<string, readonly string[]>>, facts: Decided['facts'] | Facts): boolean {
  const told: Readonly<Record<string, unknown>> = facts;
  const chosen: readonly string[] = facts.topics;
  return Object.entries(answers).every(([name, values]) =>
    values.some((value) => (name === 'topics' ? chosen.includes(value) : value === told[name])),
  );
}

const itemsWithPlace = checklists.flatMap((checklist) => itemsOf(checklist).map((item) => ({ checklist, item })));
const named: Partial<Record<Expects['actor'], RegExp>> = {
  police: /police/i,
  lado: /\bLADO\b/,
  socialCare: /social care|same day|urgent/i,
};

function ofChecklists({ id, expects }: Statement): readonly Found[] {
  return itemsWithPlace.flatMap(({ checklist, item }) => {
    if (!item.encodes.includes(id)) return [];
    const line = `${checklist.id} ${item.id}`;
    const verb = item.strength ?? 'none';
    const who = named[expects.actor];
    const limit = /\b(\d+ working days)/.exec(item.text)?.[1] ?? (/same day/.test(item.text) ? 'today' : 'none');
    const deadline = limit === 'today' && /urgent/.test(item.text) ? 'today, urgently' : limit;
    return [
      ...(verb === expects.verb || (expects.verb === 'may' && verb === 'none')
        ? []
        : [{ line, field: 'verb', ours: verb, chapter: expects.verb } as const]),
      ...(!who || who.test(`${checklist.title} ${item.text}`)
        ? []
        : [{ line, field: 'actor', ours: 'not named', chapter: expects.actor } as const]),
      ...(deadline === expects.deadline
        ? []
        : [{ line, field: 'deadline', ours: deadline, chapter: expects.deadline } as const]),
    ];
  });
}

function ofWords(statement: Statement): readonly Found[] {
  const { says, never = [], by = [] } = statement.expects;
  const texts = [...by.flatMap((line) => wordsOfLine(line)), ...verbsOf(statement), ...lookUpWords(statement.id)];
  if (texts.length === 0) return [{ line: 'nowhere', field: 'carried', ours: 'left out', chapter: statement.id }];
  const all = texts.join('\n');
  const line = by[0] ?? 'look-up';
  return [
    ...says
      .filter((words) => !new RegExp(words).test(all))
      .map((words) => ({ line, field: 'words', ours: 'not said', chapter: words }) as const),
    ...never
      .filter((words) => new RegExp(words, 'i').test(all))
      .map((words) => ({ line, field: 'words', ours: words, chapter: 'not in the chapter' }) as const),
  ];
}

/** How the verb is read on the card. */
function verbsOf(statement: Statement): readonly string[] {
  return carriers(statement).flatMap(({ says }) =>
    says.flatMap((saying) => ('strength' in saying ? [verbWords[saying.strength]] : [])),
  );
}

function wordsOfLine(line: string): readonly string[] {
  const words: Readonly<Record<string, string>> = {
    ...Object.fromEntries(Object.entries(routeWords).map(([route, { order }]) => [route, order])),
    ...doWords,
    ...dontWords,
    ...parentsWords,
    ...nextWords,
    ...reassuranceWords,
    ...Object.fromEntries(readingIds.map((id) => [id, serviceById(id).name])),
  };
  return [...(words[line] ? [words[line]] : []), ...(unlessThere[line] ?? []).map(({ said }) => said)];
}

const at = { moment: new Date('2026-11-23T12:00:00Z'), calendar };
const shown = new Map<string, string>();

/** All that an entry can show: at first, behind "More", and in each part. */
function entryText(id: string): string {
  const known = shown.get(id);
  if (known !== undefined) return known;
  const parts =
    everyEntry()
      .find((entry) => entry.id === id)
      ?.facts(at).parts ?? [];
  const text = [id, `more:${id}`, ...parts.map((_, i) => `${id}#${i}`)]
    .map((query) => plainText(lookUp(query, at)))
    .join('\n');
  shown.set(id, text);
  return text;
}

function lookUpWords(id: string): readonly string[] {
  const carrying = (one: { readonly encodes: readonly string[] }) => one.encodes.includes(id);
  const services = Object.entries(serviceStatements).filter(([, encodes]) => encodes.includes(id));
  const entries = [...glossary.filter(carrying), ...lawNotes.filter(carrying)].map((one) => one.id);
  return [
    ...itemsWithPlace
      .filter(({ item }) => carrying(item))
      .map(({ checklist, item }) => [checklist.title, item.text, item.ours ?? ''].join('. ')),
    ...[...entries, ...services.map(([service]) => service)].map(entryText),
    ...((editionEncodes as readonly string[]).includes(id) ? [entryText('edition')] : []),
  ];
}
