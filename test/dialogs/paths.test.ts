/** A record of what every rule says and of decisions, one line a path, read as a diff when a rule changes. `UPDATE=1` writes it anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Answers } from '../../dialogs/flow.ts';
import { type Topic, topics } from '../../rules/facts.ts';
import type { Rule, RuleSaying } from '../../rules/rule.ts';
import { rules } from '../../rules/rules.ts';
import { finishedPaths } from '../../src/review/paths.ts';
import { due } from '../support/decisions.ts';
import { decisionOf, effective } from '../support/space.ts';

test('what every rule says, and the decision of every path, are as on record', () => {
  const file = new URL('paths.snapshot.txt', import.meta.url);
  const text = [
    ...rules.map(ruleOnRecord),
    ...topics.flatMap((topic) => onRecord(topic, [...finishedPaths([topic], 'no')])),
  ].join('\n');
  if (process.env.UPDATE === '1') writeFileSync(file, `${text}\n`);
  expect(text.split('\n')).toEqual(readFileSync(file, 'utf8').trimEnd().split('\n'));
});

/** A rule: its source, the statements it carries, and each thing it says with who acts, how strongly, by when and from where. */
function ruleOnRecord({ id, basis, cites, says, encodes }: Rule): string {
  return `${id} [${[basis, ...cites, ...encodes].join(' ')}]: ${says.map(sayingOnRecord).join('; ')}`;
}

function sayingOnRecord(saying: RuleSaying): string {
  if (saying.kind === 'guard') return 'guard';
  if (saying.kind === 'goThrough') return `go through ${saying.topic}`;
  const { kind, from, ...said } = saying;
  const what = 'route' in said ? said.route : said.id;
  const how = 'status' in said ? said.status : `${said.actor} ${said.strength}`;
  const when = 'deadline' in said ? Object.values(said.deadline).join(' ') : '';
  const group = 'oneOf' in said ? said.oneOf : '';
  const unless = 'unlessDue' in said ? `unless due ${said.unlessDue?.join(' ')}` : '';
  const source = from ? `[${[from.basis, ...(from.cites ?? [])].join(' ')}]` : '';
  return [kind, what, how, when, group, unless, source].filter((part) => part).join(' ');
}

/** A topic: first the rules that fire on all its paths, then one line a path with those that fire besides. */
function onRecord(topic: Topic, all: readonly Answers[]): readonly string[] {
  const fired = all.map((path) => decisionOf(path).rules);
  const always = (fired[0] ?? []).filter((rule) => fired.every((ids) => ids.includes(rule)));
  const lines = all.map((path, i) =>
    line(
      path,
      fired[i]?.filter((rule) => !always.includes(rule)),
    ),
  );
  return [`# ${topic}, on every path: ${always.join(' ')}`, ...lines];
}

/** One path as one line: what was answered, what is due by when, parents, and the rules behind it. */
function line(path: Answers, rules: readonly string[] = []): string {
  const decision = decisionOf(path);
  const asked = [...path].filter(([id]) => id !== 'topics').map(([id, values]) => `${id}=${values.join('+')}`);
  const what = due(decision).map(({ route, deadline }) => `${route}:${effective(deadline).replace('no limit', '-')}`);
  return `${asked.join(' ')} -> ${[...what, decision.parents.id, ...(decision.guarded ? ['guarded'] : [])].join(' ')} | ${rules.join(' ')}`.trimEnd();
}
