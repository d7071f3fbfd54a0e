import { describe, expect, test } from 'vitest';
import { certainDuties } from '../../dialogs/answer/certain.ts';
import { type Answers, walk } from '../../dialogs/flow.ts';
import { plainText } from '../../dialogs/plain.ts';
import { nowScreen } from '../../dialogs/screens/now.ts';
import { fold, type State, startEntry } from '../../dialogs/state.ts';
import { outcomeOf } from '../../dialogs/steps.ts';
import { nowWords as words } from '../../dialogs/words/screens.ts';
import type { Duty, Route } from '../../rules/outcome.ts';
import { strengthRank } from '../../rules/ranks.ts';
import { felt } from '../support/decisions.ts';
import { bare, contextOf, example, pathsOfSeveral, singlePaths } from '../support/every-message.ts';

const context = contextOf(example, 'Friday at 18:30');
const begun: State = fold([startEntry(false, 'riverside-school')]);
const stateOf = (answers: Answers): State => ({ ...begun, answers });

/** Each beginning of each path, with every finished path that goes on from it. */
const prefixes = new Map<string, { readonly answers: Answers; readonly completions: Answers[] }>();
for (const path of [...singlePaths(), ...pathsOfSeveral()]) {
  const inOrder = [...path];
  for (let length = 0; length <= inOrder.length; length++) {
    const answers: Answers = new Map(inOrder.slice(0, length));
    const key = JSON.stringify([...answers]);
    const found = prefixes.get(key);
    if (found) found.completions.push(path);
    else prefixes.set(key, { answers, completions: [path] });
  }
}

/** Asking a body for advice becomes referring to it: the same call, never fewer. */
const grownInto: Partial<Record<Route, Route>> = {
  'police-advice': 'police',
  'social-care-advice': 'childrens-social-care',
};

/** The places make a local duty due; all of Derby's and none. */
const places = [
  { council: 'derby', ladoCouncil: 'derby' },
  { council: 'elsewhere', ladoCouncil: 'elsewhere' },
] as const;
const finished = new Map<Answers, readonly (readonly Duty[])[]>();
function dutiesAtTheEnd(path: Answers): readonly (readonly Duty[])[] {
  const known = finished.get(path);
  if (known) return known;
  const ends = places.map(
    (place) =>
      outcomeOf(
        { ...stateOf(path), places: new Map([['site', 'riverside-school'], ...Object.entries(place)] as never) },
        context,
      ).decision.duties,
  );
  finished.set(path, ends);
  return ends;
}

describe('"What must I do now?" at every point of every path', { timeout: 120_000 }, () => {
  test('orders nothing that a later answer could make needless, weaker or later', () => {
    for (const { answers, completions } of prefixes.values()) {
      for (const order of certainDuties(stateOf(answers), context)) {
        for (const path of completions) {
          for (const end of dutiesAtTheEnd(path)) {
            const due = end.find(({ route }) => route === order.route || route === grownInto[order.route]);
            const as = () => `${order.route} after ${JSON.stringify([...answers])}, then ${JSON.stringify([...path])}`;
            if (!due) expect.fail(`not due: ${as()}`);
            if (felt(due.deadline) > felt(order.deadline)) expect.fail(`due later: ${as()}`);
            if (strengthRank(due.strength) > strengthRank(order.strength)) expect.fail(`weaker: ${as()}`);
          }
        }
      }
    }
  });

  test('says of everybody who may yet have to be told: if ..., then ...', () => {
    const ifs = words.ifs.map(({ routes, said }) => ({ routes: routes as readonly Route[], said }));
    for (const { answers, completions } of prefixes.values()) {
      const certain = new Set(certainDuties(stateOf(answers), context).map(({ route }) => route));
      const text = plainText(nowScreen(stateOf(answers), context));
      const open = completions.flatMap((path) => dutiesAtTheEnd(path).flat()).map(({ route }) => route);
      for (const route of new Set(open)) {
        if (certain.has(route) || !['police', 'childrens-social-care', 'lado'].includes(route)) continue;
        const covered = ifs.some(({ routes, said }) => routes.includes(route) && text.includes(said));
        if (!covered) expect.fail(`${route} may become due after ${JSON.stringify([...answers])}, and nothing says so`);
      }
    }
  });

  test('at the end of a path orders all that is due', () => {
    for (const path of singlePaths()) {
      const wanted = outcomeOf(stateOf(path), context).decision.duties.map(({ route }) => route);
      expect(new Set(certainDuties(stateOf(path), context).map(({ route }) => route))).toEqual(new Set(wanted));
    }
  });

  test('each sentence that is not settled begins with "If"', () => {
    for (const { said } of words.ifs) expect(said).toMatch(/^If .+: /);
  });

  test('before any answer: ring your lead, 999 in danger, and the three things not to do', () => {
    const text = plainText(nowScreen(begun, context));
    expect(text).toContain('Ring Jo Marsh, head teacher° 07700 900102');
    expect(text).toContain('Anyone in danger? Ring 999.');
    expect(text).toMatch(/DO NOT .*contact the parents yet.*promise secrecy/);
  });

  test('once someone may come to harm: 999 as an order, and social care', () => {
    const text = plainText(nowScreen(stateOf(new Map([['danger', ['unsure']]])), context));
    expect(text).toContain('Nobody can say in 10 minutes they are safe? Ring 999.');
    expect(text).toContain('Ring social care');
  });

  test('where no number is filled in, the way to find one', () => {
    const text = plainText(nowScreen(fold([startEntry(false)]), contextOf(bare, 'Christmas Eve at 18:30')));
    expect(text).toContain('https://www.gov.uk/report-child-abuse-to-local-council');
    expect(text).toContain('101');
  });

  test('there is a prefix for every answer on the way', () => {
    expect(prefixes.size).toBeGreaterThan(1_500);
    for (const { answers } of [...prefixes.values()].slice(0, 200))
      expect(walk(answers).answered.length).toBe(answers.size);
  });
});
