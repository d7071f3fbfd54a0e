import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Answers,
  type Asked,
  answer,
  isAnswer,
  isQuestion,
  needed,
  position,
  pruned,
  walk,
} from '../../dialogs/flow.ts';
import { questions, valuesOf } from '../../dialogs/questions.ts';
import { decide } from '../../rules/decide.ts';
import {
  facts as everyFact,
  type Fact,
  type Facts,
  factValues,
  settled,
  type Topic,
  topics,
} from '../../rules/facts.ts';
import { withHandedOver } from '../../rules/hand-over.ts';
import { everyAnswer, finishedPaths } from '../../src/review/paths.ts';
import { anyConcern } from '../support/decisions.ts';
import { decisionOf, handedTo, signature, topicFacts } from '../support/space.ts';
import { type Space, wholeSpace } from '../support/whole-space.ts';

/** Every finished path of every topic, and the whole space it lies in. */
const paths: ReadonlyMap<Topic, readonly Answers[]> = new Map(
  topics.map((topic) => [topic, [...finishedPaths([topic])]]),
);
const spaces: ReadonlyMap<Topic, Space> = new Map(
  topics.map((topic) => [topic, wholeSpace(topicFacts[topic], { topics: [topic] })]),
);
const everyPath = [...paths.values()].flat();
const staysAlone = (path: Answers) => walk(path).facts.topics.length === 1;
/** Paths that no answer hands over to another topic: those are paths of several topics. */
const eachTopic = topics.map(
  (topic) => [topic, (paths.get(topic) ?? []).filter(staysAlone), spaces.get(topic) as Space] as const,
);

describe('never more than 9 questions', () => {
  const lengthOf = (path: Answers) => walk(path).answered.length;
  const lengths = everyPath.filter(staysAlone).map(lengthOf);

  test('for one topic, danger and entrance included', () => {
    expect(Math.max(...lengths)).toBeLessThanOrEqual(9);
  });

  test('14 where an answer hands over to other topics', () => {
    expect(Math.max(...everyPath.map(lengthOf))).toBeLessThanOrEqual(14);
  });

  test('eight or fewer on half of the paths', () => {
    const share = lengths.filter((length) => length <= 8).length / lengths.length;
    expect(share).toBeGreaterThan(0.5);
  });

  test('danger comes first, then the topic', () => {
    for (const path of everyPath) expect([...path.keys()].slice(0, 2)).toEqual(['danger', 'topics']);
  });
});

/** The classes of all vectors that agree with what is known. */
function completions(space: Space, known: Facts): Uint32Array {
  return space.names
    .filter((fact) => known[fact] === undefined)
    .reduce(
      (places, fact) => {
        const steps = factValues[fact].flatMap((value, i) =>
          volunteered(fact, value) ? [] : [i * space.stride(fact)],
        );
        return Uint32Array.from({ length: places.length * steps.length }, (_, i) => {
          const place = places[Math.floor(i / steps.length)] as number;
          return place + (steps[i % steps.length] as number);
        });
      },
      Uint32Array.of(space.place({ ...mildest, ...known })),
    );
}

/**
 * Said without being asked: of a stranger nobody is asked about a role or about children, but who says so is believed.
 * The rules then go by the more careful reading (test/rules/contradictions.test.ts).
 */
function volunteered(fact: Fact, value: string): boolean {
  if (fact === 'knownChildrenInImages') return value === 'yes';
  if (fact === 'positionOfTrust') return value === 'yes' || value === 'household';
  if (fact === 'colleague') return value !== 'no';
  return fact === 'childContact' && value !== 'none' && value !== 'unsure';
}

/** Any value will do where completions() starts: it is the first, and gets every other. */
const mildest = Object.fromEntries(Object.entries(factValues).map(([fact, [first]]) => [fact, first]));

describe('nothing unasked can matter', () => {
  test.each(eachTopic)('%s: every completion of the facts never asked gives the same decision', (_, all, space) => {
    const signatures = space.decisions.map(signature);
    for (const path of all) {
      const { facts } = walk(path);
      // The space holds nobody of the reporter's own place; what such an answer says stands in guard.test.ts.
      const wanted = signature(decide(settled({ ...facts, colleague: 'no' })));
      for (const place of completions(space, facts)) {
        if (signatures[space.classOf[place] as number] !== wanted)
          expect.fail(`${JSON.stringify([...path])} differs at ${JSON.stringify(space.at(place))}`);
      }
    }
  });

  test('several topics: random paths and random completions', () => {
    fc.assert(
      fc.property(randomPath(2, 4), fc.infiniteStream(fc.nat(59)), (path, numbers) => {
        const { facts } = walk(path);
        const wanted = signature(decisionOf(path));
        const names = [...new Set(facts.topics.flatMap((topic) => topicFacts[topic]))];
        const unasked = names.filter((fact) => facts[fact] === undefined);
        const open = (fact: Fact) => factValues[fact].filter((value) => !volunteered(fact, value));
        const oneChanged = unasked.flatMap((fact) => open(fact).map((value) => ({ [fact]: value })));
        const mixed = Array.from({ length: 12 }, () =>
          Object.fromEntries(unasked.map((fact) => [fact, open(fact)[next(numbers) % open(fact).length]])),
        );
        for (const completion of [...oneChanged, ...mixed])
          expect(signature(decide(settled({ ...facts, ...completion })))).toBe(wanted);
      }),
      { numRuns: 250 },
    );
  });
});

describe('no question that cannot matter', () => {
  test.each(eachTopic)('%s: each question asked, and each tick shown, changes some completion', (_, all, space) => {
    // Another side of the concern to ask about matters too.
    const signatures = space.decisions.map((each) => `${signature(each)} ${handedTo(each)}`);
    const proved = new Set<string>();
    for (const { known, fact, values, path } of all.flatMap(choicesOn)) {
      const key = JSON.stringify([fact, known]);
      if (proved.has(key)) continue;
      if (!matters(space, signatures, known, fact, values))
        expect.fail(`${fact} cannot matter on ${JSON.stringify([...path])}`);
      proved.add(key);
    }
  });

  /** Whether there are two vectors, alike but for this fact, with different decisions. */
  function matters(
    space: Space,
    signatures: readonly string[],
    known: Facts,
    fact: Fact,
    values: readonly string[],
  ): boolean {
    const at = (value = '') => (factValues[fact] as readonly string[]).indexOf(value) * space.stride(fact);
    const decided = (place: number) => signatures[space.classOf[place] as number];
    return completions(space, { ...known, [fact]: values[0] }).some((place) =>
      values.some((value) => decided(place + at(value) - at(values[0])) !== decided(place)),
    );
  }

  test('two topics: a fact that both need is asked once', () => {
    fc.assert(
      fc.property(randomPath(2, 3), (path) => {
        const asked = asksOn(path).flatMap(({ asked, shown }) => (asked.kind === 'doubt' ? [] : shown));
        expect(new Set(asked).size).toBe(asked.length);
      }),
      { numRuns: 150 },
    );
  });
});

/** The questions of a path, each with the facts known before it and the facts it can set. */
function asksOn(path: Answers) {
  const inOrder = [...path];
  return walk(path).answered.flatMap((asked, i) => {
    if (!isQuestion(asked)) return [];
    const { facts } = walk(new Map(inOrder.slice(0, i)));
    const shown = valuesOf(asked, facts).filter((value) => value !== 'none' && value !== 'unknown') as Fact[];
    return [{ asked, facts, shown: asked.kind === 'one' ? [asked.fact] : shown }];
  });
}

/** Every fact a path asks about, with what is known then and the values it can take. */
function choicesOn(path: Answers) {
  return asksOn(path).flatMap(({ asked, facts, shown }) =>
    (asked.kind === 'doubt' ? [] : shown).map((fact) => {
      const open: readonly string[] = [fact];
      const known = Object.fromEntries(Object.entries(facts).filter(([name]) => !open.includes(name)));
      const values: readonly string[] = factValues[fact];
      return { path, known: known as unknown as Facts, fact, values };
    }),
  );
}

describe('changing any answer equals answering afresh', () => {
  test.each(eachTopic)('%s', (_, all) => {
    for (const path of sample(all, 40)) {
      for (const asked of walk(path).answered) {
        for (const values of sample(otherAnswers(asked, path), 7)) {
          const changed = answer(path, asked.id, values);
          const afresh = [...changed].reduce<Answers>((so, [id, given]) => answer(so, id, given), new Map());
          expect([...afresh]).toEqual([...changed]);
          expect(walk(changed).facts).toEqual(walk(afresh).facts);
          expect([...changed.keys()]).toEqual(walk(changed).answered.map(({ id }) => id));
        }
      }
    }
  });

  test('a walk that goes on from the last answer is the walk from the start', () => {
    for (const path of everyPath) {
      const grown = [...path].reduce<Answers>((so, [id, given]) => answer(so, id, given), new Map());
      expect(walk(grown)).toEqual(walk(new Map(path)));
    }
  });

  test('an answer stays only where its question still reads the same', () => {
    for (const path of sample(everyPath, 100)) {
      const before = walk(path).offered;
      for (const asked of walk(path).answered) {
        for (const values of sample(otherAnswers(asked, path), 7)) {
          const changed = answer(path, asked.id, values);
          for (const [id, offered] of walk(changed).offered) expect(offered).toBe(before.get(id) ?? offered);
        }
      }
    }
  });

  test('"none of these" is not taken for options that were never on show', () => {
    const short = answers(['danger', 'yes'], ['topics', 'bullying'], ['aboutBullying', 'none']);
    expect(walk(short).facts.harmConcern).toBeUndefined();
    const calm = answer(short, 'danger', ['no']);
    expect(walk(calm).next?.id).toBe('aboutBullying');
    expect(walk(calm).facts.harmConcern).toBeUndefined();
  });

  test('the same answer again changes nothing', () => {
    for (const path of sample(everyPath, 300))
      for (const [id, values] of path) expect([...answer(path, id, values)]).toEqual([...path]);
  });
});

describe('stale answers cannot leak', () => {
  test('answers of other topics and other paths change no fact, and are pruned', () => {
    const stale = new Map(sample(everyPath, 60).flatMap((path) => [...path]));
    for (const path of sample(everyPath, 300)) {
      const littered = new Map([...path, ...[...stale].filter(([id]) => !path.has(id))]);
      expect(walk(littered).facts).toEqual(walk(path).facts);
      expect([...pruned(littered)]).toEqual([...path]);
    }
  });

  test('an answer that the question does not take is asked again', () => {
    const odd = answers(['danger', 'no'], ['topics', 'imagery'], ['adultInvolved', 'perhaps']);
    expect(walk(odd).next?.id).toBe('adultInvolved');
    expect(walk(odd).facts.adultInvolved).toBeUndefined();
  });

  test('no question takes an empty answer, the same value twice, or "none" beside a tick', () => {
    const facts = walk(answers(['danger', 'no'], ['topics', 'bullying'])).facts;
    const bullying = questions.find(({ id }) => id === 'aboutBullying') as Asked;
    expect(isAnswer(bullying, [], facts)).toBe(false);
    expect(isAnswer(bullying, ['severe', 'severe'], facts)).toBe(false);
    expect(isAnswer(bullying, ['severe', 'none'], facts)).toBe(false);
    expect(isAnswer(bullying, ['severe', 'unknown'], facts)).toBe(true);
    expect(isAnswer({ id: 'danger' }, ['yes', 'no'], facts)).toBe(false);
    expect(isAnswer({ id: 'topics' }, [], facts)).toBe(false);
    expect(isAnswer({ id: 'topics' }, ['weather'], facts)).toBe(false);
    expect(isAnswer({ id: 'topics' }, ['imagery', 'adult'], facts)).toBe(true);
  });
});

describe('what an answer tells', () => {
  test('a tick is yes, the rest are no; with "I do not know" the rest are not sure', () => {
    const start = answers(['danger', 'no'], ['topics', 'extremism']);
    expect(walk(answer(start, 'aboutExtremism', ['terrorContent'])).facts).toMatchObject({
      exploitation: 'no',
      extremistMaterial: 'no',
      terrorContent: 'yes',
      harmConcern: 'no',
    });
    expect(walk(answer(start, 'aboutExtremism', ['terrorContent', 'unknown'])).facts).toMatchObject({
      exploitation: 'unsure',
      extremistMaterial: 'unsure',
      terrorContent: 'yes',
      harmConcern: 'unsure',
    });
  });

  test('"I do not know" on any tick list is followed by which of what is left is not known, and by nothing else', () => {
    const lists = questions.filter(({ kind }) => kind === 'ticks').map(({ id }) => id as string);
    const asked = new Set<string>();
    for (const path of everyPath) {
      const { answered, before } = walk(path);
      for (const [i, one] of answered.entries()) {
        const ticked = path.get(one.id) ?? [];
        if (!isQuestion(one) || one.kind !== 'ticks' || !ticked.includes('unknown')) continue;
        const left = valuesOf(one, before.get(one.id) as Facts).filter((value) => !['none', ...ticked].includes(value));
        const next = answered[i + 1];
        const doubts = next && isQuestion(next) && next.kind === 'doubt' && next.about === one.id;
        if (left.length < 2) expect(doubts, one.id).not.toBe(true);
        else {
          if (!doubts) expect.fail(`${one.id} is not asked about on ${JSON.stringify([...path])}`);
          const offered = valuesOf(next, before.get(next.id) as Facts);
          expect(offered.toSorted(), one.id).toEqual([...left, 'unknown'].toSorted());
          asked.add(one.id);
        }
      }
    }
    expect([...asked].toSorted()).toEqual(lists.toSorted());
  });

  test('"I do not know" to the whole trigger list is asked about: the doubtful stay in doubt, the rest become no', () => {
    const doubtful = answers(['danger', 'no'], ['topics', 'imagery'], ['adultInvolved', 'no'], ['triggers', 'unknown']);
    expect(walk(doubtful).next?.id).toBe('inDoubt');
    expect(walk(answer(doubtful, 'inDoubt', ['capacity'])).facts).toMatchObject({
      blackmail: 'no',
      pressureOrGrooming: 'no',
      capacity: 'unsure',
      contentConcern: 'no',
      sexualActsUnder13: 'no',
    });
    expect(walk(answer(doubtful, 'inDoubt', ['unknown'])).facts).toMatchObject({
      blackmail: 'unsure',
      pressureOrGrooming: 'unsure',
      capacity: 'unsure',
      contentConcern: 'unsure',
      sexualActsUnder13: 'unsure',
    });
  });

  test('what is needed of facts given all at once is what the questions would ask', () => {
    for (const path of everyPath) {
      const { facts } = walk(path);
      const told = Object.keys(facts).filter((fact) => fact !== 'topics');
      expect([...needed({ ...facts, topics: path.get('topics') as Topic[] })].toSorted()).toEqual(told.toSorted());
    }
  });
});

test('facts given all at once: those that no question would ask for cannot matter', () => {
  fc.assert(
    fc.property(anyConcern, (given) => {
      const names = needed(given);
      const mild = settled({ topics: given.topics });
      const believed = everyFact.filter((fact) => !names.includes(fact) && volunteered(fact, given[fact] ?? 'unsure'));
      const withoutThem = { ...given, ...Object.fromEntries(believed.map((fact) => [fact, mild[fact]])) };
      const told = Object.fromEntries(names.map((fact) => [fact, given[fact] ?? 'unsure']));
      const asked = withHandedOver({
        topics: given.topics,
        ...(given.setting ? { setting: given.setting } : {}),
        ...told,
      });
      expect(signature(decide(settled(asked)))).toBe(signature(decide({ ...withoutThem, topics: asked.topics })));
    }),
    { numRuns: 1_000 },
  );
});

test('every option of every question is reachable', () => {
  const chosen = new Set(everyPath.flatMap((path) => [...path].flatMap(([id, all]) => all.map((v) => `${id}=${v}`))));
  for (const question of questions) {
    const values =
      question.kind === 'one'
        ? factValues[question.fact]
        : [...question.options.map(({ fact }) => fact), ...(question.kind === 'doubt' ? [] : ['none']), 'unknown'];
    for (const value of values) expect(chosen).toContain(`${question.id}=${value}`);
  }
});

test('the position counts the questions, one by one', () => {
  for (const path of sample(everyPath, 400)) {
    let so: Answers = new Map();
    [...path].forEach(([id, values], i) => {
      expect(position(so)).toBe(i + 1);
      so = new Map([...so, [id, values]]);
    });
  }
});

const answers = (...given: [string, string][]): Answers => new Map(given.map(([id, value]) => [id, [value]]));

function otherAnswers(asked: Asked, path: Answers): readonly (readonly string[])[] {
  if (asked.id === 'topics') return topics.map((topic) => [topic]);
  const { facts } = walk(new Map([...path].slice(0, [...path.keys()].indexOf(asked.id))));
  return everyAnswer(asked, facts);
}

/** Evenly spread members, at most so many. */
function sample<T>(items: readonly T[], most: number): readonly T[] {
  const apart = Math.max(1, Math.ceil(items.length / most));
  return items.filter((_, i) => i % apart === 0);
}

/** A finished path of some topics, every answer drawn by lot. */
function randomPath(fewest: number, most: number): fc.Arbitrary<Answers> {
  const chosen = fc.subarray([...topics], { minLength: fewest, maxLength: most });
  return fc.tuple(chosen, fc.infiniteStream(fc.nat(9_999))).map(([several, numbers]) => {
    let path: Answers = new Map();
    for (let { facts, next: asked } = walk(path); asked; { facts, next: asked } = walk(path)) {
      const choices = asked.id === 'topics' ? [several] : everyAnswer(asked, facts);
      path = new Map([...path, [asked.id, choices[next(numbers) % choices.length] as readonly string[]]]);
    }
    return path;
  });
}

const next = (numbers: fc.Stream<number>): number => numbers.next().value as number;
