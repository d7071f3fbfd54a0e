import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decide } from '../../rules/decide.ts';
import {
  facts as everyFact,
  type Fact,
  type Facts,
  factsSchema,
  factValues,
  settled,
  topics,
} from '../../rules/facts.ts';
import { type Decision, peopleRoutes, type Route } from '../../rules/outcome.ts';
import { strengthRank } from '../../rules/ranks.ts';
import { rules } from '../../rules/rules.ts';
import { calmContact, sideWithoutAdult } from '../../rules/who.ts';
import { finishedPaths } from '../../src/review/paths.ts';
import { anyConcern, due, dueRoutes, duty, felt, ids } from '../support/decisions.ts';
import { decisionOf, signature, topicFacts } from '../support/space.ts';
import { coarser, type Space, steps, wholeSpace } from '../support/whole-space.ts';

/** Every topic over all its facts. A school has the most rules; where the setting matters, others are tried too. */
const spaces: ReadonlyMap<string, Space> = new Map(
  topics.map((topic) => [topic, wholeSpace(topicFacts[topic], { topics: [topic], setting: 'school' })]),
);
const eachSpace = [...spaces];
const routes = (decision: Decision) => decision.duties.map(({ route }) => route);

test('the classes of the whole space stand for their members', () => {
  const imagery = spaces.get('imagery') as Space;
  expect(imagery.size).toBe(2_834_352);
  for (let place = 0; place < imagery.size; place += 3_989) {
    const stands = imagery.decisions[imagery.classOf[place] as number] as Decision;
    expect(signature(decide(imagery.at(place)))).toBe(signature(stands));
  }
});

describe('every vector has a route', () => {
  test.each(eachSpace)('%s: the lead is always due, and there is always somebody to contact now', (_, space) => {
    for (const decision of space.decisions) {
      const lead = duty(decision, 'safeguarding-lead');
      expect(lead?.strength).toBe('must');
      const people = due(decision).filter((one) => (peopleRoutes as readonly Route[]).includes(one.route));
      expect(people.some((one) => one.actor === 'you' && felt(one.deadline) <= 2)).toBe(true);
    }
  });

  test('the lead is needed now in the cases that cannot wait and in no other, and now where anything is urgent', () => {
    const seen = { now: 0, today: 0 };
    for (const [, space] of eachSpace) {
      for (let place = 0; place < space.size; place += space.size > 100_000 ? 97 : 1) {
        const facts = space.at(place);
        const decision = space.decisions[space.classOf[place] as number] as Decision;
        const kind = duty(decision, 'safeguarding-lead')?.deadline.kind as 'now' | 'today';
        if ((kind === 'now') !== cannotWait(facts)) expect.fail(`${kind}: ${JSON.stringify(facts)}`);
        const urgent = due(decision).some(({ deadline }) => deadline.kind === 'today' && deadline.urgent);
        if (urgent && kind !== 'now') expect.fail(`urgent: ${JSON.stringify(facts)}`);
        seen[kind]++;
      }
    }
    expect(Math.min(seen.now, seen.today)).toBeGreaterThan(100);
  });

  /** Written out a second time: danger, self-harm, lines 115 to 119, blackmail, contact, an adult who may be known. */
  function cannotWait(facts: Facts): boolean {
    const worry = (fact: Fact) => facts[fact] === 'yes' || facts[fact] === 'unsure';
    if (facts.danger !== 'no') return true;
    switch (facts.topics[0]) {
      case 'blackmail':
        return true;
      case 'imagery':
        return (
          worry('adultInvolved') ||
          worry('blackmail') ||
          worry('sexualActsUnder13') ||
          facts.pressureOrGrooming === 'yes' ||
          facts.capacity === 'yes' ||
          facts.contentConcern === 'yes'
        );
      case 'adult': {
        if (facts.adultConduct === 'contact' && facts.contactSigns === 'no') return false;
        const near = facts.childContact !== 'none' || ['yes', 'household'].includes(facts.positionOfTrust as string);
        const mayBeKnown =
          worry('adultKnown') || worry('knownChildrenInImages') || (near && facts.knownAfterAll !== 'no');
        return facts.adultConduct !== 'images' || mayBeKnown;
      }
      default:
        return (
          (facts.topics.includes('harmfulSites') && worry('harmConcern')) ||
          (facts.topics.includes('extremism') && worry('attackThreat'))
        );
    }
  }

  test('with missing facts, any topics and any setting as well', () => {
    fc.assert(
      fc.property(anyConcern, (facts) => {
        expect(factsSchema.parse(facts)).toEqual(facts);
        expect(dueRoutes(decide(facts))).toContain('safeguarding-lead');
      }),
    );
  });
});

/** Danger to nobody but an adult is other danger, not less. */
const dangers = [
  ['no', 'unsure', 'yes'],
  ['no', 'onlyAdult'],
] as const;
/** Facts from the least worrying value to the most. Several ladders where no one value is the least. */
const ladders: readonly { fact: Fact; values: readonly string[] }[] = [
  ...everyFact
    .filter((fact) => [...factValues[fact]].join() === 'yes,no,unsure')
    .map((fact) => ({ fact, values: ['no', 'unsure', 'yes'] })),
  ...dangers.map((values) => ({ fact: 'danger' as const, values })),
  { fact: 'positionOfTrust', values: ['no', 'household', 'unsure', 'yes'] },
  { fact: 'adultConduct', values: ['images', 'unsure', 'both'] },
  { fact: 'adultConduct', values: ['contact', 'unsure', 'both'] },
  { fact: 'childContact', values: ['none', 'otherContact', 'unsure', 'unsupervised', 'livesWith'] },
  { fact: 'materialSeen', values: ['abuseImages', 'unsure'] },
  { fact: 'materialSeen', values: ['pornography', 'unsure'] },
  ...['childAbuseImages', 'onlineContact', 'terrorism', 'harmful'].map((kind) => ({
    fact: 'contentKind' as const,
    values: [kind, 'unsure'],
  })),
];

/** Advice gives way to the referral to the same body, which is as soon. */
const coveredBy: Partial<Record<Route, Route>> = {
  'police-advice': 'police',
  'social-care-advice': 'childrens-social-care',
};
/** A don't gives way to one that contains it: nobody is told, so no stranger is warned. */
const containedIn: Readonly<Record<string, string>> = {
  'warn-the-stranger': 'tell-the-adult-or-those-around',
  'question-or-search': 'question-beyond-suicide',
};
/** A do gives way once a referral takes its place; these are the only ones. */
const untilReferral = ['lead-decides-today', 'treat-as-child-on-child-abuse'];
/** Below the four tests; once one may be met, it is the LADO's, and police and social care take it from there too. */
const untilLado = ['low-level-concerns'];
/** What the answer went by, where two answers do not fit. */
const explanations = ['went-by-may-be-known', 'went-by-only-online'];
/** Free to change with worry, by design: parents (one of three), reassurance, and what is not required. */

/**
 * Nobody is asked whether a stranger met only online has a role, or what pictures show where there are none: doubt about
 * it asks for nothing, and who says so all the same is believed.
 */
const neverAsked = (fact: Fact, value: string, facts: Facts) =>
  value === 'unsure' &&
  ((fact === 'positionOfTrust' && facts.adultKnown === 'no') ||
    (fact === 'colleague' && !sideWithoutAdult.holds(facts)) ||
    ((fact === 'knownChildrenInImages' || fact === 'childContact') && facts.adultConduct === 'contact'));

/** What is missing is doubt only where it is asked. */
const isAsked = (fact: Fact, facts: Facts) => !neverAsked(fact, 'unsure', facts);

/** Nothing to leave out for most facts. */
const asked = (space: Space, fact: Fact, value: string) => {
  const isMeant = ['positionOfTrust', 'colleague', 'knownChildrenInImages', 'childContact'].includes(fact);
  return isMeant && value === 'unsure' ? (place: number) => !neverAsked(fact, value, space.at(place)) : undefined;
};

/** All that `lost` reads of a decision. */
const whatCanBeLost = ({ duties, dos, donts, next }: Decision): string =>
  JSON.stringify([
    duties.map(({ route, strength, deadline }) => [route, strength, felt(deadline)]),
    [dos, donts].map(ids),
    next.map(({ id, deadline }) => [id, felt(deadline)]),
  ]);

/** What a worse answer took away. Empty is right. */
function lost(milder: Decision, worse: Decision): readonly string[] {
  const after = new Map(worse.duties.map((one) => [one.route, one]));
  const losses = milder.duties.flatMap((one) => {
    const covering = coveredBy[one.route];
    const now = after.get(one.route) ?? (covering && after.get(covering));
    if (!now) return [`route ${one.route}`];
    if (felt(now.deadline) > felt(one.deadline)) return [`time for ${one.route}`];
    return strengthRank(now.strength) > strengthRank(one.strength) ? [`strength of ${one.route}`] : [];
  });
  const gone = (kind: 'dos' | 'donts' | 'next', excused: (id: string) => boolean) =>
    ids(milder[kind])
      .filter((id) => !ids(worse[kind]).includes(id) && !excused(id))
      .map((id) => `${kind} ${id}`);
  const lado = after.has('lado') && after.get('lado')?.strength !== 'may';
  const referred = after.has('police') || after.has('childrens-social-care');
  return [
    ...losses,
    ...gone('donts', (id) => ids(worse.donts).includes(containedIn[id] ?? '')),
    ...gone(
      'dos',
      (id) =>
        explanations.includes(id) ||
        (untilReferral.includes(id) && referred) ||
        (untilLado.includes(id) && (lado || referred)),
    ),
    ...gone('next', () => false),
    ...milder.next.flatMap((step) => {
      const same = worse.next.find(({ id }) => id === step.id);
      return same && felt(same.deadline) > felt(step.deadline) ? [`time for next ${step.id}`] : [];
    }),
  ];
}

const pairsOf = <T>(items: readonly T[]) => items.slice(1).map((item, i) => [items[i] as T, item] as const);

const pairsOfTopics = topics.flatMap((a, i) => topics.slice(i + 1).map((b) => [a, b] as const));

describe('worry never removes a route, a don’t or time', () => {
  test.each(eachSpace)('%s', (_, space) => everyStep(space));

  test('any two topics, where their facts together have fewer than 60,000 vectors', () => {
    for (const [a, b] of pairsOfTopics) {
      const names = [...new Set([...topicFacts[a], ...topicFacts[b]])];
      const size = names.reduce((product, fact) => product * factValues[fact].length, 1);
      if (size < 60_000) everyStep(wholeSpace(names, { topics: [a, b], setting: 'school' }));
    }
  });

  function everyStep(whole: Space): void {
    const space = coarser(whole, whatCanBeLost);
    for (const { fact, values } of ladders.filter((ladder) => space.names.includes(ladder.fact))) {
      for (const [mild, worse] of pairsOf(values)) {
        for (const [before, after, place] of steps(space, fact, mild, worse, asked(space, fact, worse))) {
          const found = lost(before, after);
          if (found.length > 0) expect.fail(`${fact} ${mild} -> ${worse}: ${found} at ${show(space, place)}`);
        }
      }
    }
  }

  test('in any mix of topics', () => {
    const step = fc.constantFrom(...ladders.flatMap(({ fact, values }) => pairsOf(values).map((p) => [fact, ...p])));
    fc.assert(
      fc.property(anyConcern, step, (facts, [fact, mild, worse]) => {
        fc.pre(!neverAsked(fact as Fact, worse as string, facts));
        const [less, more] = [mild, worse].map((value) => ({ ...facts, [fact as Fact]: value }) as Facts) as [
          Facts,
          Facts,
        ];
        fc.pre(everyFact.every((one) => facts[one] !== undefined || isAsked(one, more) || !isAsked(one, less)));
        expect(lost(decide(less), decide(more))).toEqual([]);
      }),
      { numRuns: 5_000 },
    );
  });

  test('one more topic removes nothing either', () => {
    fc.assert(
      fc.property(anyConcern, fc.constantFrom(...topics), (facts, topic) => {
        fc.pre(!facts.topics.includes(topic));
        const more = decide({ ...facts, topics: [...facts.topics, topic] });
        expect(lost(decide(facts), more)).toEqual([]);
      }),
      { numRuns: 3_000 },
    );
  });
});

/**
 * Doubt that means advice today instead of a referral: line 226's own step, and practice's three. A crime by staff in doubt is the LADO's,
 * who brings the police in. Danger in doubt means the lead now, and 999 where nobody can say within minutes that they are safe.
 */
const adviceInDoubt: readonly Fact[] = [
  'possibleCrime',
  'pressureOrGrooming',
  'capacity',
  'contentConcern',
  'danger',
  'staffCrime',
];
/** What counts as "yes" where there is no yes: the value that says everything the others say. */
const worst: Partial<Record<Fact, readonly string[]>> = {
  danger: ['yes', 'onlyAdult'],
  adultConduct: ['images', 'contact', 'both'],
  childContact: ['livesWith', 'unsupervised', 'otherContact', 'none'],
  materialSeen: ['abuseImages', 'pornography'],
  contentKind: ['childAbuseImages', 'onlineContact', 'terrorism', 'harmful'],
};

describe('unsure is as cautious as yes', () => {
  test.each(eachSpace)('%s', (_, whole) => {
    const space = coarser(whole, whatCanBeLost);
    for (const fact of space.names) {
      for (const yes of worst[fact] ?? ['yes']) {
        for (const [certain, doubt, place] of steps(space, fact, yes, 'unsure', asked(space, fact, 'unsure'))) {
          const found = lost(certain, doubt);
          const excused = adviceInDoubt.includes(fact) && adviceToday(doubt, fact);
          if (found.length > 0 && !excused) expect.fail(`${fact}: ${found} at ${show(space, place)}`);
        }
      }
    }
  });

  test('in any mix of topics', () => {
    fc.assert(
      fc.property(anyConcern, fc.constantFrom(...everyFact), (facts, fact) => {
        const doubt = decide({ ...facts, [fact]: 'unsure' });
        for (const yes of worst[fact] ?? ['yes']) {
          const excused =
            (adviceInDoubt.includes(fact) && adviceToday(doubt, fact)) || neverAsked(fact, 'unsure', facts);
          if (!excused) expect(lost(decide({ ...facts, [fact]: yes }), doubt)).toEqual([]);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  function adviceToday(decision: Decision, fact: Fact): boolean {
    if (fact === 'danger')
      return ['emergency', 'safeguarding-lead'].every(
        (route) => duty(decision, route as Route)?.deadline.kind === 'now',
      );
    const asked: readonly Route[] =
      fact === 'staffCrime'
        ? ['lado']
        : fact === 'possibleCrime'
          ? ['police-advice']
          : ['social-care-advice', 'childrens-social-care'];
    const advice = due(decision).find(({ route }) => asked.includes(route));
    return advice !== undefined && felt(advice.deadline) <= 2 && duty(decision, 'safeguarding-lead') !== undefined;
  }

  test('the exceptions are real: each has vectors where doubt gives advice and yes a referral', () => {
    for (const [topic, fact, route] of [
      ['bullying', 'possibleCrime', 'police'],
      ['imagery', 'pressureOrGrooming', 'police'],
      ['imagery', 'capacity', 'police'],
      ['imagery', 'contentConcern', 'police'],
      ['other', 'staffCrime', 'police'],
      ['other', 'danger', 'childrens-social-care'],
    ] as const) {
      const pairs = [...steps(spaces.get(topic) as Space, fact, 'yes', 'unsure')];
      expect(pairs.some(([yes, unsure]) => dueRoutes(yes).includes(route) && !dueRoutes(unsure).includes(route))).toBe(
        true,
      );
    }
  });

  test('danger in doubt over a picture keeps line 119’s referral', () => {
    for (const decision of (spaces.get('imagery') as Space).decisions)
      if (decision.rules.includes('danger-in-doubt'))
        expect(dueRoutes(decision)).toEqual(expect.arrayContaining(['police', 'childrens-social-care']));
  });

  test('line 123 follows from danger to a child, never from danger to an adult', () => {
    for (const topic of topics) {
      const care = (danger: 'yes' | 'onlyAdult') =>
        duty(
          decide(settled({ topics: [topic], danger, adultConduct: 'images', materialSeen: 'pornography' })),
          'childrens-social-care',
        );
      expect(care('yes')?.strength).toBe('must');
      expect(care('onlyAdult')?.rules ?? []).not.toContain('danger-to-a-child');
      expect(dueRoutes(decide(settled({ topics: [topic], danger: 'onlyAdult' })))).toContain('police');
    }
  });

  test('every line that counts only because of doubt says so', () => {
    const decision = decide({ topics: ['imagery'], danger: 'no', adultInvolved: 'unsure', adultKnown: 'no' });
    const police = duty(decision, 'police');
    expect(police?.because).toContainEqual({ fact: 'adultInvolved', value: 'unsure', precaution: true });
    const certain = decide({ topics: ['imagery'], adultInvolved: 'yes' });
    expect(duty(certain, 'police')?.because).toContainEqual({ fact: 'adultInvolved', value: 'yes', precaution: false });
  });

  test('a missing answer reads as "not sure", never as "no"', () => {
    fc.assert(
      fc.property(anyConcern, (facts) => {
        const filled = Object.fromEntries(everyFact.map((fact) => [fact, facts[fact] ?? 'unsure']));
        expect(signature(decide(facts))).toBe(signature(decide({ ...facts, ...filled })));
      }),
    );
  });
});

describe('parents: exactly one of involve, hold, tell nobody', () => {
  test.each(eachSpace)('%s', (_, space) => {
    for (const { parents } of space.decisions) expect(['involve', 'hold', 'tell-nobody']).toContain(parents.status);
  });

  test('involve only after a clear no to "could telling them put the child at risk?", or for a stranger', () => {
    for (const [, space] of eachSpace) {
      for (let place = 0; place < space.size; place++) {
        const { parents } = space.decisions[space.classOf[place] as number] as Decision;
        if (parents.status !== 'involve') continue;
        const facts = space.at(place);
        expect(facts.tellingParentsRisky === 'no' || facts.adultKnown === 'no').toBe(true);
        if (space.size > 100_000) place += 96;
      }
    }
  });

  test('where nobody asked about parents, the lead decides', () => {
    for (const topic of ['bullying', 'extremism', 'content', 'other'] as const) {
      for (const { parents, rules } of (spaces.get(topic) as Space).decisions) {
        const ownPeople = rules.includes('staff-conduct');
        expect(parents.id).toBe(ownPeople ? 'parents-own-people' : 'parents-lead-decides');
      }
    }
  });

  test('an adult who may be known silences everything else, whatever the mix of topics', () => {
    fc.assert(
      fc.property(anyConcern, fc.constantFrom('yes', 'unsure'), (facts, adultKnown) => {
        const withAdult: Facts = { ...facts, topics: [...new Set([...facts.topics, 'adult' as const])], adultKnown };
        fc.pre(!calmContact.holds(withAdult));
        expect(decide(withAdult).parents.status).toBe('tell-nobody');
      }),
    );
  });
});

describe('order of rules does not matter', () => {
  const sorted = (decision: Decision): unknown =>
    JSON.parse(JSON.stringify(decision), (_, value) =>
      Array.isArray(value) ? value.map((item) => JSON.stringify(item)).toSorted() : value,
    );

  test('reversed and shuffled rules give the same decision, but for the order of its lists', () => {
    fc.assert(
      fc.property(anyConcern, fc.shuffledSubarray([...rules], { minLength: rules.length }), (facts, shuffled) => {
        const wanted = sorted(decide(facts));
        expect(sorted(decide(facts, rules.toReversed()))).toEqual(wanted);
        expect(sorted(decide(facts, shuffled))).toEqual(wanted);
      }),
      { numRuns: 400 },
    );
  });

  test('due routes come in one order: soonest, then strongest', () => {
    fc.assert(
      fc.property(anyConcern, (facts) => {
        expect(routes(decide(facts, rules.toReversed()))).toEqual(routes(decide(facts)));
      }),
    );
  });
});

describe('nothing is written in vain', () => {
  test('every rule fires on a finished path', () => {
    const fired = new Set<string>();
    for (const topic of topics) {
      for (const path of finishedPaths([topic])) for (const id of decisionOf(path).rules) fired.add(id);
    }
    const inSchool = new Set(decide({ topics: [...topics], setting: 'school' }).rules);
    const silent = rules.filter(({ id }) => !fired.has(id));
    expect(silent.filter((rule) => !rule.when.reads.includes('setting')).map(({ id }) => id)).toEqual([]);
    for (const { id } of silent) expect(inSchool).toContain(id);
  });

  test('rule ids are different, and name a topic and a point', () => {
    const names = rules.map(({ id }) => id);
    expect(new Set(names).size).toBe(names.length);
    for (const id of names) expect(id).toMatch(/^[a-z]+(-[a-z0-9]+)+$/);
  });

  test('every fact is read by a rule, and the table of facts per topic misses none', () => {
    const read = new Set(rules.flatMap(({ when }) => when.reads));
    for (const fact of everyFact) expect(read, fact).toContain(fact);
    for (const topic of topics) {
      const base: Facts = { topics: [topic] };
      fc.assert(
        fc.property(anyConcern, fc.constantFrom(...everyFact), (facts, fact) => {
          fc.pre(fact !== 'colleague' && !topicFacts[topic].includes(fact));
          const decisions = factValues[fact].map((value) => decide({ ...facts, ...base, [fact]: value }));
          expect(new Set(decisions.map(signature)).size).toBe(1);
        }),
        { numRuns: 60 },
      );
    }
  });
});

test('same facts, same outcome: nothing is changed, no clock is read', () => {
  fc.assert(
    fc.property(anyConcern, (facts) => {
      const frozen = Object.freeze({ ...facts, topics: Object.freeze([...facts.topics]) });
      expect(decide(frozen, Object.freeze([...rules]))).toEqual(decide(structuredClone(facts)));
    }),
  );
});

const show = (space: Space, place: number) => JSON.stringify(space.at(place));
