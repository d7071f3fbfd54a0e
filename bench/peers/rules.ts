/**
 * Decisions a second: ours, its conditions alone, and the same conditions in three rule engines. The conditions are
 * translated from their data, and before anything is timed each engine must fire the same rules for every vector.
 * Prints JSON. The engines only find what fires; ours also says what that means, merged and with reasons.
 */
import { ZenEngine } from '@gorules/zen-engine';
import jsonLogic, { type RulesLogic } from 'json-logic-js';
import { Engine, type TopLevelCondition } from 'json-rules-engine';
import { decide } from '../../rules/decide.ts';
import { type Facts, factValues, settings, topics } from '../../rules/facts.ts';
import { rules } from '../../rules/rules.ts';
import type { Shape } from '../../rules/when.ts';

const seconds = Number(process.argv[2] ?? 3);
const names = Object.keys(factValues) as (keyof typeof factValues)[];

/** The same vectors in every run. */
let state = 7;
const random = (below: number) => {
  state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
  return Math.floor((state / 2_147_483_648) * below);
};
const pick = <T>(from: readonly T[]): T => from[random(from.length)] as T;
const vectors: Facts[] = Array.from({ length: 200 }, () => ({
  ...Object.fromEntries(names.map((name) => [name, pick<string>(factValues[name])])),
  topics: [pick(topics)],
  setting: pick(settings),
})) as Facts[];

const fires = (facts: Facts) => rules.flatMap(({ id, when }) => (when.holds(facts) ? [id] : []));

function logicOf(shape: Shape): RulesLogic {
  if ('fact' in shape) return { in: [{ var: shape.fact }, [...shape.values]] };
  if ('topics' in shape) return { some: [{ var: 'topics' }, { in: [{ var: '' }, [...shape.topics]] }] };
  if ('settings' in shape) return { in: [{ var: 'setting' }, [...shape.settings]] };
  if ('not' in shape) return { '!': [logicOf(shape.not)] };
  if ('all' in shape) return shape.all.length === 0 ? true : ({ and: shape.all.map(logicOf) } as RulesLogic);
  return shape.any.length === 0 ? false : ({ or: shape.any.map(logicOf) } as RulesLogic);
}

type Json = Record<string, unknown>;
function engineOf(shape: Shape): Json {
  if ('fact' in shape) return { fact: shape.fact, operator: 'in', value: shape.values };
  if ('topics' in shape)
    return { any: shape.topics.map((topic) => ({ fact: 'topics', operator: 'contains', value: topic })) };
  if ('settings' in shape) return { fact: 'setting', operator: 'in', value: shape.settings };
  if ('not' in shape) return { not: engineOf(shape.not) };
  return 'all' in shape ? { all: shape.all.map(engineOf) } : { any: shape.any.map(engineOf) };
}
/** Its rules begin with a list or a "not". */
const topOf = (shape: Shape): TopLevelCondition => {
  const condition = engineOf(shape);
  return ('fact' in condition ? { all: [condition] } : condition) as unknown as TopLevelCondition;
};

const quoted = (values: readonly string[]) => values.map((value) => JSON.stringify(value)).join(', ');
function zenOf(shape: Shape): string {
  if ('fact' in shape) return `${shape.fact} in [${quoted(shape.values)}]`;
  if ('topics' in shape) return `some(topics, # in [${quoted(shape.topics)}])`;
  if ('settings' in shape) return `setting in [${quoted(shape.settings)}]`;
  if ('not' in shape) return `not (${zenOf(shape.not)})`;
  const [parts, word, none] = 'all' in shape ? [shape.all, ' and ', 'true'] : [shape.any, ' or ', 'false'];
  return parts.length === 0 ? none : `(${parts.map(zenOf).join(word)})`;
}

const logic = rules.map(({ id, when }) => [id, logicOf(when.shape)] as const);
const byLogic = (facts: Facts) => logic.flatMap(([id, rule]) => (jsonLogic.apply(rule, facts) === true ? [id] : []));

const engine = new Engine(
  rules.map(({ id, when }) => ({ conditions: topOf(when.shape), event: { type: id } })),
  { allowUndefinedFacts: true },
);
const byEngine = async (facts: Facts) =>
  (await engine.run({ ...facts } as Record<string, unknown>)).events.map(({ type }) => type);

const zen = new ZenEngine();
const content = {
  contentType: 'application/vnd.gorules.decision',
  nodes: [
    { id: 'in', type: 'inputNode', name: 'in', position: { x: 0, y: 0 } },
    {
      id: 'rules',
      type: 'expressionNode',
      name: 'rules',
      position: { x: 0, y: 0 },
      content: { expressions: rules.map(({ id, when }) => ({ id, key: `r.${id}`, value: zenOf(when.shape) })) },
    },
    { id: 'out', type: 'outputNode', name: 'out', position: { x: 0, y: 0 } },
  ],
  edges: [
    { id: 'a', sourceId: 'in', targetId: 'rules', type: 'edge' },
    { id: 'b', sourceId: 'rules', targetId: 'out', type: 'edge' },
  ],
};
const zenDecision = zen.createDecision(Buffer.from(JSON.stringify(content)));
const byZen = async (facts: Facts) => {
  const { result } = await zenDecision.evaluate(facts);
  return rules.flatMap(({ id }) => (result.r[id] === true ? [id] : []));
};

type Way = (facts: Facts) => unknown;
async function timed(way: Way): Promise<number> {
  for (const facts of vectors.slice(0, 50)) await way(facts);
  let count = 0;
  const began = performance.now();
  while (performance.now() - began < seconds * 1000) {
    for (let at = 0; at < 10; at++) {
      const answer = way(vectors[count++ % vectors.length] as Facts);
      if (answer instanceof Promise) await answer;
    }
  }
  return count / ((performance.now() - began) / 1000);
}

const peers: Readonly<Record<string, (facts: Facts) => readonly string[] | Promise<readonly string[]>>> = {
  'json-rules-engine': byEngine,
  '@gorules/zen-engine': byZen,
  'json-logic-js': byLogic,
};
let equal = true;
for (const [name, way] of Object.entries(peers)) {
  for (const facts of vectors) {
    const [wanted, found] = [fires(facts).toSorted().join(), [...(await way(facts))].toSorted().join()];
    if (wanted === found) continue;
    equal = false;
    process.stderr.write(`${name} fires other rules:\n  ours   ${wanted}\n  theirs ${found}\n`);
    break;
  }
}

const decisionsASecond: Record<string, number> = {
  'ours, a whole decision': await timed((facts) => decide(facts)),
  'ours, its conditions alone': await timed(fires),
};
for (const [name, way] of Object.entries(peers)) decisionsASecond[name] = await timed(way);
process.stdout.write(JSON.stringify({ rules: rules.length, vectors: vectors.length, equal, decisionsASecond }));
