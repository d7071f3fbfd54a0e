/** A comparison in sentences for a safeguarding lead: what became weaker first. */
import type { Turn } from './changes.ts';
import type { RulesChange, RulesComparison } from './compare.ts';
import { sayAnswer, sayQuestion } from './conditions.ts';
import { sayWay } from './pages/way.ts';
import type { Structural } from './structure.ts';

export interface ComparisonFinding {
  readonly turn: Turn;
  readonly says: string;
  /** Below it: where, and one way to try it. */
  readonly more: readonly string[];
}

export interface ComparisonReport {
  readonly verdict: string;
  readonly weaker: readonly ComparisonFinding[];
  readonly stronger: readonly ComparisonFinding[];
  readonly other: readonly ComparisonFinding[];
  /** How often each body is told: name, before, after. */
  readonly ordered: readonly (readonly [string, string, string, string])[];
}

export function reportOf({ changes, structure, ways, ordered }: RulesComparison): ComparisonReport {
  const of = (turn: Turn) => [
    ...alike(changes.filter((change) => change.turn === turn)).map(ofChanges),
    ...structure.filter((change) => change.turn === turn).map(ofStructure),
  ];
  const weaker = of('weaker');
  return {
    verdict:
      changes.length + structure.length === 0
        ? 'Nothing changed: no decision, no question, no words.'
        : `The decision changed on ${ways.changed} ways of one topic. There were ${ways.before} ways; now there are ${ways.after}. ${weaker.length === 0 ? 'Nothing became weaker.' : `${weaker.length} ${weaker.length === 1 ? 'thing' : 'things'} became weaker: read these first.`}`,
    weaker,
    stronger: of('stronger'),
    other: of('other'),
    ordered: ordered.map(({ body, before, after }) => [
      body,
      `${before} of ${ways.before}`,
      `${after} of ${ways.after}`,
      before === after ? 'as before' : changeOf(before / Math.max(1, ways.before), after / Math.max(1, ways.after)),
    ]),
  };
}

function changeOf(before: number, after: number): string {
  const points = Math.round((after - before) * 1000) / 10;
  return points === 0 ? 'as before' : `${points > 0 ? 'more' : 'less'} often, by ${Math.abs(points)} in 100`;
}

/** What changed on the very same ways is one finding, the gravest of it first; so is what is the same in several topics. */
function alike(changes: readonly RulesChange[]): readonly (readonly (readonly RulesChange[])[])[] {
  const onSameWays = [...Map.groupBy(changes, ({ topic, on, cause }) => JSON.stringify([topic, on, cause])).values()];
  const same = (all: readonly RulesChange[]) => JSON.stringify([all[0]?.cause, all.map(({ says }) => says)]);
  return [...Map.groupBy(onSameWays, same).values()];
}

const mostInCommon = 4;

/** @param topics the same changes, topic by topic, those with most ways first */
function ofChanges(topics: readonly (readonly RulesChange[])[]): ComparisonFinding {
  const [[first, ...others] = []] = topics;
  const { turn, says, cause, where, onlyInDoubt, example } = first as RulesChange;
  const each = topics.flatMap(([change]) => (change ? [change] : []));
  const shared = where.slice(0, mostInCommon).map(([id, value]) => `${sayQuestion(id)} ${sayAnswer(id, [value])}`);
  const single = each.filter(({ topic }) => topic !== several);
  const inOne = single.length <= 1;
  return {
    turn,
    says: inOne
      ? `${ofTopic(single[0] ?? (first as RulesChange))} ${says}.`
      : `In ${single.length} topics, ${waysIn(single)} ${says}.`,
    more: [
      ...(each.length === 1 ? [] : [`They are ${each.map(ofTopic).join('; ')}.`]),
      ...because(cause),
      ...(others.length > 0 ? [`There they would also: ${others.map((other) => other.says).join('; ')}.`] : []),
      ...(inOne && shared.length > 0 ? [`All of them have: ${shared.join('; ')}.`] : []),
      ...(each.every((change) => change.onlyInDoubt) && onlyInDoubt ? ['Each of them has an answer “Not sure”.'] : []),
      `Try: ${sayWay(example)}`,
    ],
  };
}

const several = 'several topics at once';
const ofTopic = ({ topic, ways, of }: RulesChange): string =>
  `${ways} of ${of} ways about ${topic === several ? `${several}, of those tried` : `“${topic}”`}`;

function waysIn(each: readonly RulesChange[]): string {
  const sum = (of: (change: RulesChange) => number) => each.reduce((all, change) => all + of(change), 0);
  return `${sum(({ ways }) => ways)} of their ${sum(({ of }) => of)} ways`;
}

function because({ lost, gained, said }: RulesChange['cause']): readonly string[] {
  const names = (ids: readonly string[]) => ids.map((id) => `“${id.replaceAll('-', ' ')}”`).join(', ');
  const rules = (ids: readonly string[]) => (ids.length === 1 ? 'The rule' : 'The rules');
  return [
    ...(lost.length > 0
      ? [`${rules(lost)} ${names(lost)} no longer ${lost.length === 1 ? 'holds' : 'hold'} there.`]
      : []),
    ...(gained.length > 0
      ? [`${rules(gained)} ${names(gained)} ${gained.length === 1 ? 'holds' : 'hold'} there now.`]
      : []),
    ...(said.length > 0
      ? [`${rules(said)} ${names(said)} ${said.length === 1 ? 'says' : 'say'} something else now.`]
      : []),
  ];
}

const ofStructure = ({ turn, says }: Structural): ComparisonFinding => ({
  turn,
  says: `${says.replace(/\.$/, '')}.`,
  more: [],
});

/** As text, for a terminal and for checks that run by themselves. */
export function printed({ verdict, weaker, stronger, other, ordered }: ComparisonReport): string {
  const part = (title: string, findings: readonly ComparisonFinding[], full: boolean) =>
    findings.length === 0
      ? []
      : [
          '',
          title,
          ...findings.flatMap(({ says, more }) => [`- ${says}`, ...(full ? more.map((each) => `    ${each}`) : [])]),
        ];
  return [
    verdict,
    ...part('WEAKER', weaker, true),
    ...part('STRONGER, OR MORE OFTEN', stronger, true),
    ...part('OTHERWISE', other, false),
    '',
    'How often each is told, of the ways of one topic',
    ...ordered.map(([body, before, after, change]) => `- ${body}: ${after}; before ${before}; ${change}`),
    '',
  ].join('\n');
}
