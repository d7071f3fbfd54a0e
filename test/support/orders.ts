/**
 * How much is ordered: over all finished paths of one topic, how many order 999, the police, social care, the LADO, the
 * lead now or today. The same where every answer is "not sure", and where danger is a clear no and all else is not.
 * `npm run -s orders` prints it; over-referral is a fault too, so it is read whenever a rule changes.
 */
import { isQuestion, walk } from '../../dialogs/flow.ts';
import { valuesOf } from '../../dialogs/questions.ts';
import { type Topic, topics } from '../../rules/facts.ts';
import { isInDoubt } from '../../rules/in-doubt.ts';
import type { Decision, Route } from '../../rules/outcome.ts';
import { finishedPaths } from '../../src/review/paths.ts';
import { due, duty } from './decisions.ts';
import { decisionOf } from './space.ts';

const routes: readonly Route[] = ['police', 'childrens-social-care', 'lado', 'police-advice', 'social-care-advice'];
type Row = Readonly<Record<string, number>>;

/** Every answer in doubt; danger too, unless it is answered no. */
function allInDoubt(topic: Topic, danger: 'no' | 'unsure'): Decision {
  let answers: ReadonlyMap<string, readonly string[]> = new Map([
    ['danger', [danger]],
    ['topics', [topic]],
  ]);
  for (let { facts, next } = walk(answers); next; { facts, next } = walk(answers)) {
    const values = isQuestion(next) ? valuesOf(next, facts) : [];
    const doubt = values.includes('unknown') ? 'unknown' : 'unsure';
    answers = new Map([...answers, [next.id, [doubt]]]);
  }
  return decisionOf(answers);
}

function counted(decisions: readonly Decision[]): Row {
  const how = (wanted: (decision: Decision) => boolean) => decisions.filter(wanted).length;
  const ordered = routes.map(
    (route) => [route, how((decision) => due(decision).some((one) => one.route === route))] as const,
  );
  const lead = (kind: 'now' | 'today') =>
    how((decision) => duty(decision, 'safeguarding-lead')?.deadline.kind === kind);
  const emergency = (inDoubt: boolean) =>
    how((decision) => due(decision).some((one) => one.route === 'emergency' && isInDoubt(one) === inDoubt));
  return {
    paths: decisions.length,
    'ring 999': emergency(false),
    '999 in doubt': emergency(true),
    ...Object.fromEntries(ordered),
    'lead now': lead('now'),
    'lead today': lead('today'),
  };
}

/** Each group of paths, and what they order. */
function orders(): Readonly<Record<string, Row>> {
  const each = topics.map((topic) => [topic, [...finishedPaths([topic])].map(decisionOf)] as const);
  return {
    'all paths': counted(each.flatMap(([, decisions]) => decisions)),
    'not sure everywhere': counted(topics.map((topic) => allInDoubt(topic, 'unsure'))),
    'danger no, rest not sure': counted(topics.map((topic) => allInDoubt(topic, 'no'))),
    ...Object.fromEntries(each.map(([topic, decisions]) => [topic, counted(decisions)])),
  };
}

const table = orders();
const columns = Object.keys(Object.values(table)[0] ?? {});
const line = (cells: readonly (string | number)[]) =>
  cells
    .map((cell, i) =>
      i === 0 ? String(cell).padEnd(26) : String(cell).padStart(Math.max(7, (columns[i - 1] ?? '').length + 1)),
    )
    .join('');
process.stdout.write(
  `${[line(['', ...columns]), ...Object.entries(table).map(([name, row]) => line([name, ...Object.values(row)]))].join('\n')}\n`,
);
