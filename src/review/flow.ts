/** A topic's questions as a graph, made from the ways that people can go through them, and what comes of them. */
import { sayAnswer, sayQuestion } from './conditions.ts';
import type { DecisionLine } from './lines.ts';
import type { Survey } from './survey.ts';

export interface FlowNode {
  readonly id: string;
  readonly kind: 'question' | 'outcome';
  readonly text: string;
  /** Ways that come through it. */
  readonly ways: number;
}

export interface FlowEdge {
  readonly from: string;
  readonly to: string;
  readonly ways: number;
  /** The answers that lead there whatever was answered before. */
  readonly answers: readonly string[];
  /** Those that lead there or elsewhere, by what was answered before. */
  readonly sometimes: readonly string[];
  /** The only way on. */
  readonly only: boolean;
}

export interface Flow {
  readonly topic: string;
  readonly ways: number;
  readonly nodes: readonly FlowNode[];
  readonly edges: readonly FlowEdge[];
}

/** The bodies outside by which ways are told apart. 999 stands beside them all where there is danger. */
const outside: readonly (readonly [route: string, name: string])[] = [
  ['police', 'Police'],
  ['childrens-social-care', 'Social care'],
  ['lado', 'LADO'],
];

export function flowOf(topic: string, { paths, decisions }: Survey): Flow {
  const own = paths.filter(({ topics }) => topics.length === 1 && topics[0] === topic);
  const nodes = new Map<string, FlowNode>();
  const edges = new Map<string, { from: string; to: string; ways: number; by: Map<string, readonly string[]> }>();
  const pass = (id: string, kind: FlowNode['kind'], text: string) => {
    const ways = (nodes.get(id)?.ways ?? 0) + 1;
    nodes.set(id, { id, kind, text, ways });
  };
  for (const { answers, decision } of own) {
    const outcome = outcomeOf(decisions[decision] ?? []);
    for (const [i, [id, values]] of answers.entries()) {
      pass(id, 'question', sayQuestion(id));
      const to = answers[i + 1]?.[0] ?? outcome;
      const edge = edges.get(`${id}>${to}`) ?? { from: id, to, ways: 0, by: new Map() };
      edge.ways++;
      edge.by.set(values.join('+'), values);
      edges.set(`${id}>${to}`, edge);
    }
    pass(outcome, 'outcome', outcome);
  }
  const leaving = Map.groupBy(edges.values(), ({ from }) => from);
  return {
    topic,
    ways: own.length,
    nodes: [...nodes.values()],
    edges: [...edges.values()].map(({ from, to, ways, by }) => {
      const others = (leaving.get(from) ?? []).filter((edge) => edge.to !== to);
      const elsewhere = (values: readonly string[]) => others.some((edge) => edge.by.has(values.join('+')));
      const sets = [...by.values()];
      return {
        from,
        to,
        ways,
        answers: shortened(
          from,
          sets.filter((values) => !elsewhere(values)),
        ),
        sometimes: shortened(from, sets.filter(elsewhere)),
        only: others.length === 0,
      };
    }),
  };
}

function outcomeOf(lines: readonly DecisionLine[]): string {
  const due = (id: string) => lines.some((line) => line.kind === 'duty' && line.id === id && line.strength !== 'may');
  const told = outside.filter(([route]) => due(route)).map(([, name]) => name);
  return told.length > 0 ? told.join(' + ') : 'Your lead, nobody outside';
}

/** Several ticks are said by how they are alike: a list of ticks has hundreds of sets. */
function shortened(question: string, sets: readonly (readonly string[])[]): readonly string[] {
  const ticks = sets.filter((set) => set.length > 1);
  const single = sets.filter((set) => set.length === 1).map((set) => sayAnswer(question, set));
  return [...new Set([...single, ...(ticks.length > 0 ? ['several together'] : [])])];
}
