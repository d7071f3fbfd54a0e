/**
 * What Signpost adds to the chapter, as the entries that a partnership accepts or refuses: a rule of ours as a whole; a
 * line of ours within a rule of the chapter, once for all rules that say it; "today" where the chapter states no limit.
 */
import { edition } from '../rules/chapter.ts';
import { factValues } from '../rules/facts.ts';
import type { ReviewState } from '../rules/local.ts';
import type { ParagraphId } from '../rules/outcome.ts';
import type { Rule, RuleSaying } from '../rules/rule.ts';
import { rules as allRules } from '../rules/rules.ts';
import { reviewWords } from './words/answer.ts';
import {
  dontWords,
  doWords,
  nextWords,
  notRequiredWords,
  parentsWords,
  reassuranceWords,
  routeWords,
} from './words/decision.ts';
import { questionWords } from './words/questions.ts';

export interface OurEntry {
  /** `rule adult-contact`, `line do child-in-care`, `limit police`. */
  readonly id: string;
  readonly kind: 'rule' | 'line' | 'limit';
  /** Rules that say it. */
  readonly rules: readonly string[];
  readonly says: readonly RuleSaying[];
  readonly cites: readonly ParagraphId[];
  /** Everything that somebody who accepts it accepts: it changes when the words, the strength, the limit or the cases do. */
  readonly print: string;
}

export function ourEntries(rules: readonly Rule[] = allRules): readonly OurEntry[] {
  interface Building {
    readonly kind: OurEntry['kind'];
    readonly rules: Rule[];
    readonly says: Map<string, RuleSaying>;
  }
  const found = new Map<string, Building>();
  for (const rule of rules) {
    for (const { id, kind, says } of inRule(rule)) {
      const entry: Building = found.get(id) ?? { kind, rules: [], says: new Map() };
      entry.rules.push(rule);
      for (const saying of says) entry.says.set(JSON.stringify(saying), saying);
      found.set(id, entry);
    }
  }
  return [...found].map(([id, { kind, rules: by, says }]) => ({
    id,
    kind,
    rules: by.map((rule) => rule.id),
    says: [...says.values()],
    cites: kind === 'rule' ? (by[0]?.cites ?? []) : [],
    print: JSON.stringify([
      id,
      [...says.keys()],
      [...says.values()].map(wordsOf),
      by.map((rule) => [rule.id, rule.when.shape]),
    ]),
  }));
}

/** The entries that these rules bring, by id. */
export function entriesOf(rules: readonly string[]): readonly string[] {
  byRule ??= new Map(allRules.map((rule) => [rule.id, inRule(rule).map(({ id }) => id)]));
  return [...new Set(rules.flatMap((rule) => byRule?.get(rule) ?? []))];
}
let byRule: ReadonlyMap<string, readonly string[]> | undefined;

type Found = Pick<OurEntry, 'id' | 'kind' | 'says'>;

function inRule(rule: Rule): readonly Found[] {
  const ours = rule.says.filter((saying) => basisOf(saying, rule) === 'ours' && !isShared(saying));
  const shared = rule.says.filter((saying) => basisOf(saying, rule) === 'ours' && isShared(saying));
  const limits = rule.says.filter((saying) => basisOf(saying, rule) !== 'ours' && hasOurLimit(saying));
  const lines = rule.basis === 'ours' ? shared : [...ours, ...shared];
  return [
    ...(rule.basis === 'ours' ? [{ id: `rule ${rule.id}`, kind: 'rule', says: ours } as const] : []),
    ...lines.map((saying) => ({ id: `line ${lineName(saying)}`, kind: 'line', says: [saying] }) as const),
    ...limits.map((saying) => ({ id: `limit ${nameOf(saying)}`, kind: 'limit', says: [saying] }) as const),
  ];
}

/** Said with every referral, whatever the rule. */
const isShared = (saying: RuleSaying) =>
  saying.kind === 'do' && ['nobody-has-to-agree', 'child-in-care', 'child-elsewhere'].includes(saying.id);

const hasOurLimit = (saying: RuleSaying) =>
  saying.kind === 'duty' && saying.deadline.kind === 'notStated' && saying.deadline.precaution !== 'none';

const basisOf = (saying: RuleSaying, rule: Rule) => ('from' in saying ? saying.from?.basis : undefined) ?? rule.basis;

const nameOf = (saying: RuleSaying): string =>
  'route' in saying ? saying.route : 'id' in saying ? saying.id : saying.kind === 'goThrough' ? saying.topic : 'guard';
const lineName = (saying: RuleSaying): string =>
  [
    saying.kind,
    nameOf(saying),
    ...('strength' in saying && saying.kind === 'duty' ? [saying.strength, ...Object.values(saying.deadline)] : []),
  ].join(' ');

const words: Readonly<Partial<Record<RuleSaying['kind'], Readonly<Record<string, unknown>>>>> = {
  duty: routeWords,
  do: doWords,
  dont: dontWords,
  next: nextWords,
  notRequired: notRequiredWords,
  parents: parentsWords,
};
const wordsOf = (saying: RuleSaying): unknown => words[saying.kind]?.[nameOf(saying)] ?? '';

/** Everything that a signature is under: the rules, the questions, and the words of both. */
export function rulesPrint(rules: readonly Rule[] = allRules): string {
  const said = rules.map(({ id, basis, cites, says, when }) => ({ id, basis, cites, says, when: when.shape }));
  return JSON.stringify([edition.version, said, factValues, questionWords, words, reassuranceWords]);
}

/** What an answer by these rules says of it, in its last part. */
export function reviewSaid(rules: readonly string[], review: ReviewState | undefined): readonly string[] {
  const entries = entriesOf(rules);
  const refused = entries.filter((id) => review?.refused.includes(id));
  const others = entries.filter((id) => !refused.includes(id));
  const isOpen = review === undefined ? others.length > 0 : others.some((id) => review.open.includes(id));
  return [
    ...(refused.length > 0 ? [reviewWords.refused] : []),
    ...(isOpen ? [reviewWords.open] : review?.changed ? [reviewWords.changed] : []),
    ...(review?.newEdition ? [reviewWords.newEdition] : []),
  ];
}
