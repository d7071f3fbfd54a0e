/**
 * Everything that one version of the rules asks and answers, as plain data: each question, each rule, each path with its
 * decision, all words. The pack is drawn from it, and two of them are compared (compare.ts). It uses little of rules and
 * dialogs, and takes their words as they come, so that it can be made of an older version too (against/tell.ts).
 */
import { type Answers, walk } from '../../dialogs/flow.ts';
import { questions } from '../../dialogs/questions.ts';
import * as actWords from '../../dialogs/words/acts.ts';
import * as answerWords from '../../dialogs/words/answer.ts';
import * as decisionWords from '../../dialogs/words/decision.ts';
import { type QuestionWords, questionWords } from '../../dialogs/words/questions.ts';
import { edition, rulesVersion } from '../../rules/chapter.ts';
import { decide } from '../../rules/decide.ts';
import { type Facts, factValues, settled, type Topic, topics } from '../../rules/facts.ts';
import type { Decision } from '../../rules/outcome.ts';
import type { Rule } from '../../rules/rule.ts';
import { rules as allRules } from '../../rules/rules.ts';
import { services } from '../../rules/services.ts';
import { definitions, sayCondition, sayInline } from './conditions.ts';
import { type DecisionLine, decisionLines, saidByRule } from './lines.ts';
import { finishedPaths } from './paths.ts';

export interface SurveyQuestion {
  readonly id: string;
  readonly ask: string;
  readonly options: Readonly<Record<string, string>>;
}

export interface SurveyRule {
  readonly id: string;
  readonly basis: string;
  readonly cites: readonly string[];
  /** Empty where that version cannot say it. */
  readonly when: string;
  readonly says: readonly DecisionLine[];
}

export interface SurveyPath {
  /** As chosen: hand-overs add none here. */
  readonly topics: readonly string[];
  /** Question and values, in the order asked. */
  readonly answers: readonly (readonly [string, readonly string[]])[];
  readonly facts: Facts;
  /** The place of what it decides in `decisions`. */
  readonly decision: number;
  readonly rules: readonly string[];
}

export interface Survey {
  readonly edition: string;
  readonly rulesVersion: number;
  readonly facts: Readonly<Record<string, readonly string[]>>;
  readonly questions: readonly SurveyQuestion[];
  readonly rules: readonly SurveyRule[];
  /** What several answers come to, by name. */
  readonly definitions: Readonly<Record<string, string>>;
  readonly words: Readonly<Record<string, string>>;
  /** Numbers, links and hours of services. */
  readonly contacts: Readonly<Record<string, string>>;
  /** Each once. */
  readonly decisions: readonly (readonly DecisionLine[])[];
  readonly paths: readonly SurveyPath[];
}

export interface SurveyOptions {
  readonly rules?: readonly Rule[];
  /** Ways through several topics as well: many of every pair. */
  readonly pairs?: boolean;
  /** Ways of these alone. */
  readonly topics?: readonly Topic[];
}

/** @param rules other rules than the program's: what would be, if they were these */
export function surveyOf({ rules = allRules, pairs = false, topics: about = topics }: SurveyOptions = {}): Survey {
  const decisions = new Map<string, number>();
  const distinct: (readonly DecisionLine[])[] = [];
  const place = (decision: Decision): number => {
    const lines = decisionLines(decision);
    const key = JSON.stringify(lines);
    const known = decisions.get(key);
    if (known !== undefined) return known;
    decisions.set(key, distinct.length);
    return distinct.push(lines) - 1;
  };
  const paths = [...waysOf(about, pairs)].map(([chosen, answers]): SurveyPath => {
    const { facts } = walk(answers);
    const decision = decide(settled(facts), rules);
    return {
      topics: chosen,
      answers: [...answers].filter(([id]) => id !== 'topics'),
      facts,
      decision: place(decision),
      rules: decision.rules,
    };
  });
  return {
    edition: edition.version,
    rulesVersion,
    facts: factValues,
    questions: everyQuestion(),
    rules: rules.map((rule) => ({
      id: rule.id,
      basis: rule.basis,
      cites: rule.cites,
      when: rule.when.shape ? sayInline(sayCondition(rule.when)) : '',
      says: saidByRule(rule),
    })),
    definitions: Object.fromEntries(definitions().map(({ name, means }) => [name, sayInline(means)])),
    words: { ...flattened('', decisionWords), ...flattened('', answerWords), ...flattened('', actWords) },
    contacts: Object.fromEntries(
      services.map(({ name, phone, url, reportUrl, hours }) => [
        name,
        [phone, url, reportUrl, hours?.text].filter(Boolean).join(', '),
      ]),
    ),
    decisions: distinct,
    paths,
  };
}

/** What one version says to some answers, and by which rules. */
export interface SaidToAnswers {
  readonly lines: readonly DecisionLine[];
  readonly rules: readonly string[];
}

/** What these rules say on facts that another version asked for; nothing where one of its topics is not known. */
export function decidedBy(facts: Facts, rules: readonly Rule[] = allRules): SaidToAnswers | undefined {
  if (!facts.topics.every((topic) => topics.includes(topic))) return undefined;
  const values: Readonly<Record<string, readonly string[] | undefined>> = factValues;
  const known = Object.entries(facts).filter(
    ([fact, value]) => fact === 'topics' || fact === 'setting' || values[fact]?.includes(String(value)),
  );
  const decision = decide(settled(Object.fromEntries(known) as unknown as Facts), rules);
  return { lines: decisionLines(decision), rules: decision.rules };
}

/** Every finished path of one topic; of each pair some, spread over all. */
function* waysOf(about: readonly Topic[], pairs: boolean): Generator<readonly [readonly Topic[], Answers]> {
  for (const topic of about) for (const path of finishedPaths([topic])) yield [[topic], path];
  if (!pairs) return;
  for (const [i, first] of about.entries()) {
    for (const second of about.slice(i + 1)) {
      let walked = 0;
      for (const path of finishedPaths([first, second])) {
        if (walked++ % apart === 0) yield [[first, second], path];
        if (walked > apart * wanted) break;
      }
    }
  }
}
const apart = 17;
const wanted = 8;

function everyQuestion(): readonly SurveyQuestion[] {
  const words: Readonly<Record<string, QuestionWords>> = questionWords;
  return ['danger', 'topics', ...questions.map(({ id }) => id)].map((id) => ({
    id,
    ask: words[id]?.ask ?? id,
    options: Object.fromEntries(
      Object.entries(words[id]?.options ?? {}).map(([value, { label, help }]) => [
        value,
        help ? `${label} (${help})` : label,
      ]),
    ),
  }));
}

/** Every sentence in a tree of words, by where it stands. */
function flattened(at: string, tree: unknown): Record<string, string> {
  if (typeof tree === 'string') return { [at]: tree };
  if (typeof tree !== 'object' || tree === null) return {};
  return Object.assign(
    {},
    ...Object.entries(tree).map(([name, value]) => flattened(at ? `${at}.${name}` : name, value)),
  );
}
