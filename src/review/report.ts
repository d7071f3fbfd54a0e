/** A comparison in sentences for a safeguarding lead: what became weaker first. */
import type { Turn } from './changes.ts';
import type { Change, Comparison } from './compare.ts';
import { sayAnswer, sayQuestion } from './conditions.ts';
import { sayWay } from './pages/way.ts';
import type { Structural } from './structure.ts';

export interface Finding {
  readonly turn: Turn;
  readonly says: string;
  /** Below it: where, and one way to try it. */
  readonly more: readonly string[];
}

export interface Report {
  readonly verdict: string;
  readonly weaker: readonly Finding[];
  readonly stronger: readonly Finding[];
  readonly other: readonly Finding[];
  /** How often each body is told: name, before, after. */
  readonly ordered: readonly (readonly [string, string, string, string])[];
}

export function reportOf({ changes, structure, ways, ordered }: Comparison): Report {
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
      changeOf(before / Math.max(1, ways.before), after / Math.max(1, ways.after)),
    ]),
  };
}

function changeOf(before: number, after: number): string {
  const points = Math.round((after - before) * 1000) / 10;
  return points === 0 ? 'as before' : `${points > 0 ? 'more' : 'less'} often, by ${Math.abs(points)} in 100`;
}

/** What changed on the very same ways is one finding, the gravest of it first. */
function alike(changes: readonly Change[]): readonly (readonly Change[])[] {
  return [...Map.groupBy(changes, ({ topic, on }) => `${topic} ${on}`).values()];
}

const mostInCommon = 4;

function ofChanges([first, ...others]: readonly Change[]): Finding {
  const { turn, says, topic, ways, of, where, onlyInDoubt, example } = first as Change;
  const about = topic === 'several topics at once' ? `about ${topic}, of those tried` : `about “${topic}”`;
  const shared = where.slice(0, mostInCommon).map(([id, value]) => `${sayQuestion(id)} ${sayAnswer(id, [value])}`);
  return {
    turn,
    says: `${ways} of ${of} ways ${about} ${says}.`,
    more: [
      ...(others.length > 0 ? [`They also ${others.map((other) => other.says).join('; ')}.`] : []),
      ...(shared.length > 0 ? [`All of them have: ${shared.join('; ')}.`] : []),
      ...(onlyInDoubt ? ['Each of them has an answer “Not sure”.'] : []),
      `Try: ${sayWay(example)}`,
    ],
  };
}

const ofStructure = ({ turn, says }: Structural): Finding => ({ turn, says: `${says.replace(/\.$/, '')}.`, more: [] });

/** As text, for a terminal and for checks that run by themselves. */
export function printed({ verdict, weaker, stronger, other, ordered }: Report): string {
  const part = (title: string, findings: readonly Finding[], full: boolean) =>
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
