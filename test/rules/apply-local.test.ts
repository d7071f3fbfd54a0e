import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyLocal, localTexts } from '../../rules/apply-local.ts';
import { decide } from '../../rules/decide.ts';
import { type Fact, type Facts, facts as factNames, factValues, topics } from '../../rules/facts.ts';
import { type Organisation, organisationSchema } from '../../rules/local.ts';
import { localDutySchema } from '../../rules/local-duties.ts';
import { type Decision, peopleRoutes, procedureRoutes, type Route, serviceRoutes } from '../../rules/outcome.ts';
import { soonness, strengthRank } from '../../rules/ranks.ts';
import { organisationWith, writtenOrganisation } from '../support/organisation.ts';

const words = { text: 'One plain sentence.', source: 'a page' };
const ladoCase: Facts = { topics: ['adult'], adultKnown: 'yes', positionOfTrust: 'yes', adultConduct: 'contact' };
const oneDay = { ...words, id: 'one-day', kind: 'tighten', route: 'lado', deadline: { workingDays: 1 } };

function laid(duty: Record<string, unknown>, facts: Facts, place = {}): { before: Decision; after: Decision } {
  const organisation = organisationWith({ localDuties: [{ ...words, id: 'local', ...duty }] });
  const before = decide(facts);
  return { before, after: applyLocal(before, organisation, place, facts) };
}
const dutyOf = (decision: Decision, route: Route) => decision.duties.find((duty) => duty.route === route);

describe('tighten', () => {
  test('an earlier deadline and a stronger word, each marked as local', () => {
    const { after } = laid({ ...oneDay, deadline: 'now' }, ladoCase);
    expect(dutyOf(after, 'lado')).toMatchObject({
      deadline: { kind: 'now' },
      deadlineFrom: { basis: 'local', cites: [] },
      rules: expect.arrayContaining(['local:one-day', 'position-of-trust']),
    });
    const stronger = laid({ kind: 'tighten', route: 'fostering-service', strength: 'must' }, ladoCase).after;
    expect(dutyOf(stronger, 'fostering-service')).toMatchObject({ strength: 'must', strengthFrom: { basis: 'local' } });
  });

  test("Derby's one working day leaves our own precaution (today) as it is, and is shown beside it", () => {
    const { before, after } = laid(oneDay, ladoCase);
    expect(dutyOf(after, 'lado')?.deadline).toEqual(dutyOf(before, 'lado')?.deadline);
    expect(dutyOf(after, 'lado')?.rules).toContain('local:one-day');
    const organisation = organisationWith({ localDuties: [oneDay] });
    expect(localTexts(organisation, dutyOf(after, 'lado')?.rules ?? [])).toMatchObject([
      { id: 'one-day', text: words.text },
    ]);
  });

  test('a limit that is stated replaces the same one that was only our precaution', () => {
    const { after } = laid({ ...oneDay, deadline: 'today' }, ladoCase);
    expect(dutyOf(after, 'lado')).toMatchObject({ deadline: { kind: 'today' }, deadlineFrom: { basis: 'local' } });
  });

  test('what is as strong and as soon already stays as it was', () => {
    const asSoon = { now: soonness({ kind: 'now' }), today: soonness({ kind: 'today', urgent: false }) };
    let same = 0;
    for (const topic of topics) {
      const facts: Facts = { topics: [topic] };
      for (const { route, strength, deadline } of decide(facts).duties)
        for (const [limit, soon] of Object.entries(asSoon)) {
          const duty = { kind: 'tighten', route, strength, deadline: limit };
          if (soonness(deadline) !== soon || !localDutySchema.safeParse({ ...words, id: 'local', ...duty }).success)
            continue;
          const { before, after } = laid(duty, facts);
          const { strengthFrom, deadlineFrom } = dutyOf(before, route) ?? {};
          expect(dutyOf(after, route)).toMatchObject({ strengthFrom, deadlineFrom });
          same++;
        }
    }
    expect(same).toBeGreaterThan(0);
  });

  test('what must be done by itself stands for no other route of its group; what only should goes on to', () => {
    const grouped = topics
      .flatMap((topic) =>
        factNames.flatMap((fact) => factValues[fact].map((value) => ({ topics: [topic], [fact]: value }) as Facts)),
      )
      .flatMap((facts) => decide(facts).duties.map((duty) => ({ facts, duty })))
      .filter(({ duty }) => duty.oneOf !== undefined && duty.strength !== 'must');
    expect(grouped).not.toEqual([]);
    for (const { facts, duty } of grouped) {
      const { route, oneOf } = duty;
      const as = (tightens: object) => dutyOf(laid({ kind: 'tighten', route, ...tightens }, facts).after, route);
      expect(as({ strength: 'must' })).not.toHaveProperty('oneOf');
      expect(as({ deadline: 'now' })?.oneOf).toBe(oneOf);
      expect(as({ strength: 'should' })?.oneOf).toBe(oneOf);
    }
  });

  test('only the texts of the lines asked for', () => {
    const organisation = organisationWith({ localDuties: [oneDay, { ...oneDay, id: 'another' }] });
    expect(localTexts(organisation, ['local:another', 'position-of-trust']).map(({ id }) => id)).toEqual(['another']);
  });

  test('where the route is not due, nothing changes', () => {
    const { before, after } = laid(oneDay, { ...ladoCase, positionOfTrust: 'no' });
    expect(after).toEqual(before);
  });
});

describe('add', () => {
  const police = { kind: 'route', route: 'police', actor: 'lead', strength: 'should', deadline: 'today' };

  test('a route becomes due, in its place by urgency', () => {
    const facts: Facts = { topics: ['harmfulSites'], danger: 'no', obsessed: 'no', harmConcern: 'no' };
    const { before, after } = laid(police, facts);
    expect(dutyOf(before, 'police')).toBeUndefined();
    expect(dutyOf(after, 'police')).toMatchObject({
      actor: 'lead',
      strengthFrom: { basis: 'local' },
      rules: ['local:local'],
    });
    const order = after.duties.map(({ deadline }) => soonness(deadline));
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  test("a do and a don't", () => {
    const facts: Facts = { topics: ['other'] };
    expect(laid({ kind: 'do', actor: 'you', strength: 'must' }, facts).after.dos.at(-1)).toMatchObject({
      id: 'local:local',
      from: { basis: 'local' },
      rules: ['local:local'],
      because: [{ fact: 'topics', value: 'other', precaution: false }],
    });
    expect(laid({ kind: 'dont', actor: 'you', strength: 'must' }, facts).after.donts.at(-1)?.id).toBe('local:local');
  });
});

describe('only when it applies', () => {
  const extra = { kind: 'do', actor: 'you', strength: 'should' };
  const applies = (duty: Record<string, unknown>, facts: Facts, place = {}) =>
    laid({ ...extra, ...duty }, facts, place).after.rules.includes('local:local');

  test.each([
    ['the named council', { council: 'north' }, true],
    ['another council', { council: 'south' }, false],
    ['somewhere else', { council: 'elsewhere' }, false],
    ['not sure: as a precaution', { council: 'notSure' }, true],
    ['not asked: as a precaution', {}, true],
  ])('council: %s', (_, place, expected) => {
    expect(applies({ council: 'north' }, { topics: ['other'] }, place)).toBe(expected);
  });

  test('not asked, of several: every council’s, the first in the file and any other', () => {
    for (const council of ['north', 'south']) expect(applies({ council }, { topics: ['other'] })).toBe(true);
  });

  test('for the LADO it is the council where the adult works', () => {
    const duty = { ...oneDay, id: 'local', council: 'north' };
    const rules = (place: object) => laid(duty, ladoCase, place).after.rules;
    expect(rules({ council: 'south', ladoCouncil: 'north' })).toContain('local:local');
    expect(rules({ council: 'north', ladoCouncil: 'south' })).not.toContain('local:local');
  });

  test.each<[string, Facts, boolean]>([
    ['yes', { topics: ['imagery'], passedOn: 'yes' }, true],
    ['not sure counts as worry', { topics: ['imagery'], passedOn: 'unsure' }, true],
    ['missing, and read as not sure', { topics: ['imagery'] }, true],
    ['no', { topics: ['imagery'], passedOn: 'no' }, false],
    ['another topic', { topics: ['other'], passedOn: 'yes' }, false],
  ])('answers: %s', (_, facts, expected) => {
    expect(applies({ when: { topics: ['imagery'], passedOn: ['yes'] } }, facts)).toBe(expected);
  });

  test('doubt fits what asks for anything but a clear no', () => {
    const doubt: Facts = { topics: ['imagery'], passedOn: 'unsure' };
    expect(applies({ when: { passedOn: ['no'] } }, doubt)).toBe(false);
    expect(applies({ when: { passedOn: ['no', 'yes'] } }, doubt)).toBe(true);
  });

  test('a fact no question of the topic asks about is not read as doubt', () => {
    expect(applies({ when: { positionOfTrust: ['yes'] } }, { topics: ['harmfulSites'] })).toBe(false);
  });

  test('doubt is said on the line', () => {
    const { after } = laid({ ...extra, when: { passedOn: ['yes'] } }, { topics: ['imagery'], passedOn: 'unsure' });
    expect(after.dos.at(-1)?.because).toContainEqual({ fact: 'passedOn', value: 'unsure', precaution: true });
  });
});

describe('a local duty that would loosen is refused when it is read', () => {
  test.each([
    [{ kind: 'tighten', route: 'police', deadline: { workingDays: 1 } }, 'deadline', 'later than the procedure'],
    [{ kind: 'tighten', route: 'childrens-social-care', deadline: { workingDays: 1 } }, 'deadline', '"today" or "now"'],
    [{ kind: 'tighten', route: 'emergency', deadline: 'today' }, 'deadline', 'write "now"'],
    [{ kind: 'tighten', route: 'safeguarding-lead', strength: 'should' }, 'strength', 'weaker than the procedure'],
    [{ kind: 'tighten', route: 'lado', strength: 'should' }, 'strength', 'weaker than the procedure'],
    [{ kind: 'tighten', route: 'lado', strength: 'may' }, 'strength', 'would loosen'],
    [{ kind: 'tighten', route: 'lado', deadline: { workingDays: 0 } }, 'deadline', 'write "now", "today"'],
  ])('%j', (duty, field, said) => {
    const issues = localDutySchema.safeParse({ ...words, id: 'local', ...duty }).error?.issues;
    expect(issues).toMatchObject([{ path: [field], message: expect.stringContaining(said) }]);
  });

  test.each(['safeguarding-lead', 'police', 'childrens-social-care', 'police-advice', 'social-care-advice'] as const)(
    '%s: no local rule may give a working day where the procedure gives this day',
    (route) => {
      const rule = { id: 'later', kind: 'tighten', route, text: 'Tell them.', source: 'a page' };
      expect(localDutySchema.safeParse({ ...rule, deadline: { workingDays: 1 } }).success).toBe(false);
      expect(localDutySchema.safeParse({ ...rule, deadline: 'today' }).success).toBe(true);
    },
  );

  test('these limits are those of the rules: no referral is ever due later than today, and the LADO is always a must', () => {
    const today = peopleRoutes.filter((route) => route !== 'lado' && route !== 'fostering-service');
    const cases: readonly Facts[] = [ladoCase, ...topics.map((topic): Facts => ({ topics: [topic] }))];
    for (const duty of cases.flatMap((facts) => decide(facts).duties)) {
      if (today.some((route) => route === duty.route))
        expect(soonness(duty.deadline)).toBeLessThanOrEqual(soonness({ kind: 'notStated', precaution: 'today' }));
      if (['emergency', 'safeguarding-lead', 'lado', 'procedure:exploitation'].includes(duty.route))
        expect(duty.strength).toBe('must');
    }
  });

  test('there is no kind that takes away', () => {
    expect(localDutySchema.safeParse({ ...words, id: 'local', kind: 'remove', route: 'police' }).success).toBe(false);
  });
});

/** Everything that was said is still said, no later and no weaker. */
function expectOnlyAddsOrTightens(before: Decision, after: Decision): void {
  for (const duty of before.duties) {
    const kept = dutyOf(after, duty.route);
    if (!kept) throw new Error(`${duty.route} was taken away`);
    expect(soonness(kept.deadline)).toBeLessThanOrEqual(soonness(duty.deadline));
    expect(strengthRank(kept.strength)).toBeLessThanOrEqual(strengthRank(duty.strength));
    expect(kept.actor).toBe(duty.actor);
    expect(kept.because).toEqual(duty.because);
    expect(kept.rules).toEqual(expect.arrayContaining([...duty.rules]));
    if (kept.strength !== 'must') expect(kept.oneOf).toBe(duty.oneOf);
  }
  expect(new Set(after.duties.map(({ route }) => route)).size).toBe(after.duties.length);
  expect(after.dos.slice(0, before.dos.length)).toEqual(before.dos);
  expect(after.donts.slice(0, before.donts.length)).toEqual(before.donts);
  expect(after.rules.slice(0, before.rules.length)).toEqual(before.rules);
  const { duties: _d, dos: _o, donts: _n, rules: _r, ...rest } = before;
  expect(after).toMatchObject(rest);
}

describe('the overlay only adds', () => {
  const routes = fc.constantFrom(...peopleRoutes, ...procedureRoutes, ...serviceRoutes);
  const deadline = fc.oneof(
    fc.constantFrom('now', 'today'),
    fc.record({ workingDays: fc.integer({ min: 1, max: 20 }) }),
  );
  const strength = fc.constantFrom('must', 'should');
  const actor = fc.constantFrom('you', 'lead', 'police');
  const when = fc.record(
    { danger: fc.constantFrom([['yes'], ['no'], ['yes', 'unsure']]).map(([v]) => v) },
    { requiredKeys: [] },
  );
  const common = { council: fc.constantFrom('north', 'south'), when };
  const duties = fc.array(
    fc
      .oneof(
        fc.record(
          { kind: fc.constant('tighten'), route: routes, deadline, strength, ...common },
          { requiredKeys: ['kind', 'route'] },
        ),
        fc.record(
          { kind: fc.constant('route'), route: routes, actor, deadline, strength, ...common },
          { requiredKeys: ['kind', 'route', 'actor', 'deadline', 'strength'] },
        ),
        fc.record(
          { kind: fc.constantFrom('do', 'dont'), actor, strength, ...common },
          { requiredKeys: ['kind', 'actor', 'strength'] },
        ),
      )
      .filter((duty) => localDutySchema.safeParse({ ...words, id: 'local', ...duty }).success),
    { maxLength: 4 },
  );
  const answers = fc.record(
    Object.fromEntries(factNames.map((fact) => [fact, fc.constantFrom(...factValues[fact])])) as Record<
      Fact,
      fc.Arbitrary<string>
    >,
    { requiredKeys: [] },
  );
  const anyFacts = fc
    .tuple(fc.uniqueArray(fc.constantFrom(...topics), { minLength: 1, maxLength: 3 }), answers)
    .map(([chosen, given]) => ({ topics: chosen, ...given }) as Facts);
  const choice = fc.constantFrom('north', 'south', 'elsewhere', 'notSure');
  const places = fc.record({ council: choice, ladoCouncil: choice }, { requiredKeys: [] });
  const base = organisationWith();

  test('whatever the file, the facts and the place', () => {
    fc.assert(
      fc.property(duties, anyFacts, places, (written, facts, place) => {
        const localDuties = written.map((duty, i) => localDutySchema.parse({ ...words, id: `local-${i}`, ...duty }));
        const before = decide(facts);
        expectOnlyAddsOrTightens(before, applyLocal(before, { ...base, localDuties } as Organisation, place, facts));
      }),
      { numRuns: 500 },
    );
  });
});

test('a route that is added stands before the first that is less pressing', () => {
  const pressing = ({ deadline, strength }: Decision['duties'][number]) => [soonness(deadline), strengthRank(strength)];
  const isLess = (one: readonly number[], other: readonly number[]) =>
    (one[0] ?? 0) > (other[0] ?? 0) || (one[0] === other[0] && (one[1] ?? 0) > (other[1] ?? 0));
  const limits = ['now', 'today', { workingDays: 1 }, { workingDays: 20 }];
  let between = 0;
  for (const topic of topics) {
    const facts: Facts = { topics: [topic], danger: 'no' };
    for (const route of [...peopleRoutes, ...serviceRoutes]) {
      for (const strength of ['must', 'should'])
        for (const deadline of limits) {
          const duty = { ...words, id: 'local', kind: 'route', route, actor: 'you', strength, deadline };
          if (!localDutySchema.safeParse(duty).success || dutyOf(decide(facts), route)) continue;
          const { duties } = laid(duty, facts).after;
          const at = duties.findIndex((each) => each.route === route);
          const added = pressing(duties[at] as Decision['duties'][number]);
          for (const before of duties.slice(0, at)) expect(isLess(pressing(before), added)).toBe(false);
          const next = duties[at + 1];
          if (next) {
            expect(isLess(pressing(next), added)).toBe(true);
            between++;
          }
        }
    }
  }
  expect(between).toBeGreaterThan(0);
});

test('a route that is the least pressing of all, or the only one, stands last', () => {
  const facts: Facts = { topics: ['other'] };
  const duty = {
    ...words,
    id: 'local',
    kind: 'route',
    route: 'police',
    actor: 'you',
    strength: 'should',
    deadline: 'today',
  };
  const organisation = organisationWith({ localDuties: [duty] });
  const lay = (duties: Decision['duties']) =>
    applyLocal({ ...decide(facts), duties }, organisation, {}, facts).duties.map(({ route }) => route);
  expect(lay([])).toEqual(['police']);
  const lead = decide({ topics: ['imagery'], danger: 'yes' }).duties.filter(
    ({ route }) => route === 'safeguarding-lead',
  );
  expect(lead).toHaveLength(1);
  expect(lay(lead)).toEqual(['safeguarding-lead', 'police']);
});

test('the schema takes the whole file together', () => {
  expect(
    organisationSchema.safeParse({ ...writtenOrganisation, localDuties: [{ ...oneDay, council: 'west' }] }).error
      ?.issues,
  ).toMatchObject([{ path: ['localDuties', 0, 'council'], message: expect.stringContaining('north, south, bare') }]);
});
