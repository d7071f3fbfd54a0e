/** How several rules become one decision, shown with made-up rules of one line each. */
import { describe, expect, test } from 'vitest';
import { decide } from '../../rules/decide.ts';
import type { Facts } from '../../rules/facts.ts';
import type { Deadline } from '../../rules/outcome.ts';
import { soonness, strengthRank } from '../../rules/ranks.ts';
import {
  chapter,
  citedBy,
  dont,
  doThis,
  follows,
  goThrough,
  next,
  noLimit,
  notStated,
  now,
  ours,
  parents,
  type Rule,
  type RuleSaying,
  refer,
  rule,
  seeAlso,
  today,
  todayUrgently,
  unlessDue,
  withinWorkingDays,
} from '../../rules/rule.ts';
import { all, always, any, because, clear, is, setting, topic, worried } from '../../rules/when.ts';
import { duty, ids } from '../support/decisions.ts';

const other: Facts = { topics: ['other'], danger: 'yes', severe: 'unsure' };
/** Every decision needs a line on parents. */
const onParents = rule('on-parents', {
  when: always,
  cites: ['p105'],
  says: [parents('hold', 'parents-hold')],
  encodes: [],
});
const saying = (id: string, says: readonly RuleSaying[], more: Partial<Rule> = {}): Rule =>
  rule(id, { when: always, cites: ['p145'], says, encodes: [], ...more });
const decided = (...rules: readonly Rule[]) => decide(other, [onParents, ...rules]);

describe('soonest and strongest', () => {
  test('a stated limit comes before our precaution for the same day, and no limit comes last', () => {
    const inOrder: readonly Deadline[] = [
      now,
      { kind: 'notStated', precaution: 'now' },
      todayUrgently,
      today,
      notStated,
      withinWorkingDays(1),
      withinWorkingDays(5),
      noLimit,
    ];
    expect(inOrder.toReversed().toSorted((a, b) => soonness(a) - soonness(b))).toEqual(inOrder);
    expect(new Set(inOrder.map(soonness)).size).toBe(inOrder.length);
  });

  test('must, at least one of, should, may', () => {
    expect((['must', 'oneOf', 'should', 'may'] as const).map(strengthRank)).toEqual([0, 1, 2, 3]);
  });

  test('of one route: the strongest strength and the soonest limit, each with its own source', () => {
    const decision = decided(
      saying('wider', [refer('police', 'must', notStated)]),
      saying('timed', [refer('police', 'should', today, follows('p143'))]),
    );
    expect(duty(decision, 'police')).toMatchObject({
      strength: 'must',
      strengthFrom: { basis: 'chapter', cites: ['p145'] },
      deadline: { kind: 'today' },
      deadlineFrom: { basis: 'follows', cites: ['p143'] },
      rules: ['wider', 'timed'],
    });
  });

  test('equals: closest to the chapter first, then local, then ours; the same basis pools its paragraphs, by line', () => {
    const from = (...bases: readonly ('chapter' | 'follows' | 'local' | 'ours')[]) =>
      duty(
        decided(
          ...bases.map((basis, i) => saying(`r${i}`, [refer('police', 'must', today)], { basis, cites: ['p8'] })),
        ),
        'police',
      )?.strengthFrom.basis;
    expect(from('ours', 'local', 'follows', 'chapter')).toBe('chapter');
    expect(from('ours', 'local', 'follows')).toBe('follows');
    expect(from('ours', 'local')).toBe('local');
    const pooled = decided(
      saying('late', [refer('police', 'must', today, chapter('p145', 'p20'))]),
      saying('early', [refer('police', 'must', today, chapter('p115', 'p20'))]),
      saying('apart', [refer('police', 'must', today, follows('p83'))]),
    );
    expect(duty(pooled, 'police')?.strengthFrom).toEqual({ basis: 'chapter', cites: ['p20', 'p115', 'p145'] });
  });

  test('a weaker saying lends no paragraph', () => {
    const decision = decided(
      saying('strong', [refer('police', 'must', today)]),
      saying('weak', [refer('police', 'may', noLimit, chapter('p16'))]),
    );
    expect(duty(decision, 'police')?.strengthFrom.cites).toEqual(['p145']);
  });

  test('whoever reports acts, if any rule says so; else the actor of the strongest', () => {
    const lead = refer('police-advice', 'should', today, ours, 'lead');
    expect(duty(decided(saying('a', [lead])), 'police-advice')?.actor).toBe('lead');
    const both = decided(saying('a', [lead]), saying('b', [refer('police-advice', 'may', noLimit)]));
    expect(duty(both, 'police-advice')?.actor).toBe('you');
  });

  test('due routes stand soonest first, then strongest, then people before procedures before services', () => {
    const decision = decided(
      saying('all', [
        refer('service:iwf', 'must', today),
        refer('procedure:exploitation', 'must', today),
        refer('police', 'should', today),
        refer('lado', 'must', today),
        refer('emergency', 'may', now),
      ]),
    );
    expect(decision.duties.map(({ route }) => route)).toEqual([
      'emergency',
      'lado',
      'procedure:exploitation',
      'service:iwf',
      'police',
    ]);
  });

  test('a route keeps its group, and has none without one', () => {
    const group = { ...refer('police', 'oneOf', today), oneOf: 'police-or-social-care' } as RuleSaying;
    const decision = decided(
      saying('group', [group]),
      saying('alone', [refer('police', 'may', noLimit), refer('lado', 'must', now)]),
    );
    expect(duty(decision, 'police')?.oneOf).toBe('police-or-social-care');
    expect(duty(decision, 'lado')).not.toHaveProperty('oneOf');
  });
});

describe('where a line comes from', () => {
  const source = (line: RuleSaying, more: Partial<Rule> = {}) => decided(saying('one', [line], more)).dos[0]?.from;

  test('from its rule, unless it names its own', () => {
    expect(source(doThis('offer-support'))).toEqual({ basis: 'chapter', cites: ['p145'] });
    expect(source(doThis('offer-support', 'should', chapter('p8')))).toEqual({ basis: 'chapter', cites: ['p8'] });
    expect(source(doThis('offer-support', 'should', { basis: 'follows' }))).toEqual({
      basis: 'follows',
      cites: ['p145'],
    });
    expect(source(doThis('offer-support', 'should', { cites: ['p8'] }))).toEqual({ basis: 'chapter', cites: ['p8'] });
  });

  test('what is ours cites nothing, unless it names a paragraph to see', () => {
    expect(source(doThis('offer-support', 'should', ours))).toEqual({ basis: 'ours', cites: [] });
    expect(source(doThis('offer-support', 'should', { basis: 'ours', cites: ['p14'] }))).toEqual({
      basis: 'ours',
      cites: ['p14'],
    });
    expect(source(doThis('offer-support'), { basis: 'ours', cites: ['p16'] })).toEqual({
      basis: 'ours',
      cites: ['p16'],
    });
  });

  test('a rule cites its own paragraphs and those of its sayings, each once', () => {
    const sayings = [
      doThis('offer-support', 'should', chapter('p145', 'p8')),
      doThis('take-it-seriously', 'should', ours),
      goThrough('adult'),
    ];
    expect(citedBy(saying('one', sayings))).toEqual(['p145', 'p8']);
  });
});

describe('advice', () => {
  test('the same advice is said once, as strongly as any rule says it, with every reason', () => {
    const { dos } = decided(
      saying('a', [doThis('offer-support', 'should')], { when: worried('danger') }),
      saying('b', [doThis('offer-support', 'must', ours)], { when: all(worried('danger'), worried('severe')) }),
      saying('c', [doThis('take-it-seriously', 'may', ours, 'lead')]),
    );
    expect(dos).toEqual([
      {
        id: 'offer-support',
        actor: 'you',
        strength: 'must',
        from: { basis: 'ours', cites: [] },
        because: [
          { fact: 'danger', value: 'yes', precaution: false },
          { fact: 'severe', value: 'unsure', precaution: true },
        ],
        rules: ['a', 'b'],
      },
      {
        id: 'take-it-seriously',
        actor: 'lead',
        strength: 'may',
        from: { basis: 'ours', cites: [] },
        because: [],
        rules: ['c'],
      },
    ]);
  });

  test('each kind stays in its own list', () => {
    const decision = decided(
      saying('a', [
        doThis('offer-support'),
        dont('look'),
        seeAlso('rcpch-screen-time'),
        next('lado-meeting', 'lado', 'must', today),
      ]),
    );
    expect([decision.dos, decision.donts, decision.seeAlso, decision.next].map(ids)).toEqual([
      ['offer-support'],
      ['look'],
      ['rcpch-screen-time'],
      ['lado-meeting'],
    ]);
    expect(decision.notRequired).toEqual([]);
    expect(decision.reassurance).toEqual([]);
  });

  test('left unsaid when one of the named routes is due, but not when it only may be used', () => {
    const guarded = saying('a', [unlessDue(['police', 'lado'], doThis('offer-support'))]);
    expect(ids(decided(guarded).dos)).toEqual(['offer-support']);
    expect(decided(guarded, saying('b', [refer('lado', 'should', noLimit)])).dos).toEqual([]);
    expect(ids(decided(guarded, saying('b', [refer('lado', 'may', noLimit)])).dos)).toEqual(['offer-support']);
  });

  test('a referral makes advice from the same body needless; other advice stays', () => {
    const advice = saying('a', [refer('police-advice', 'should', today), refer('social-care-advice', 'should', today)]);
    const decision = decided(advice, saying('b', [refer('police', 'must', notStated)]));
    expect(decision.duties.map(({ route }) => route)).toEqual(['social-care-advice', 'police']);
  });

  test('what comes next stands soonest first, each step once with its soonest limit', () => {
    const decision = decided(
      saying('a', [
        next('lado-meeting', 'lado', 'must', withinWorkingDays(5)),
        next('strategy-discussion', 'socialCare', 'must', noLimit),
      ]),
      saying('b', [next('strategy-discussion', 'socialCare', 'must', todayUrgently)]),
    );
    expect(decision.next.map(({ id, deadline }) => [id, deadline.kind])).toEqual([
      ['strategy-discussion', 'today'],
      ['lado-meeting', 'workingDays'],
    ]);
  });
});

describe('parents', () => {
  test('the more guarded line wins, with only its own rules, and the lead acts', () => {
    const decision = decided(
      saying('involve', [parents('involve', 'parents-involve')], { when: worried('severe') }),
      saying('silence', [parents('tell-nobody', 'parents-tell-nobody')], { when: worried('danger') }),
    );
    expect(decision.parents).toEqual({
      id: 'parents-tell-nobody',
      status: 'tell-nobody',
      actor: 'lead',
      strength: 'should',
      from: { basis: 'chapter', cites: ['p145'] },
      because: [{ fact: 'danger', value: 'yes', precaution: false }],
      rules: ['silence'],
    });
  });

  test('a line on parents may give way to a referral as well', () => {
    const doubt = saying('a', [unlessDue(['police'], parents('hold', 'parents-lead-decides-in-doubt'))]);
    expect(decided(doubt).parents.id).toBe('parents-lead-decides-in-doubt');
    expect(decided(doubt, saying('b', [refer('police', 'must', today)])).parents.id).toBe('parents-hold');
  });

  test('rules that never speak of parents are refused', () => {
    expect(() => decide(other, [])).toThrow('no rule says this');
  });
});

describe('conditions', () => {
  test('say what they read, each in its place', () => {
    const condition = all(topic('other'), any(worried('danger'), clear('severe')), setting('school'));
    expect(condition.reads).toEqual(['topics', 'danger', 'severe', 'setting']);
    expect(always).toMatchObject({ reads: [] });
    expect(because(always, other)).toEqual([]);
  });

  test('a missing answer is in doubt: worrying, and never clear', () => {
    expect(worried('capacity').holds(other)).toBe(true);
    expect(clear('capacity').holds(other)).toBe(false);
    expect(is('capacity', 'yes').holds(other)).toBe(false);
    expect(because(worried('capacity'), other)).toEqual([{ fact: 'capacity', value: 'unsure', precaution: true }]);
  });

  test('name the answers that made them hold, and only those', () => {
    const either = any(worried('danger'), clear('severe'), topic('imagery', 'other'));
    expect(because(either, other)).toEqual([
      { fact: 'danger', value: 'yes', precaution: false },
      { fact: 'topics', value: 'other', precaution: false },
    ]);
  });

  test('a setting must be known to hold, and is no reason to show', () => {
    expect(setting('school').holds(other)).toBe(false);
    expect(setting('school', 'other').holds({ ...other, setting: 'other' })).toBe(true);
    expect(setting('school').holds({ ...other, setting: 'other' })).toBe(false);
    expect(because(setting('school'), other)).toEqual([]);
  });

  test('all needs each, any needs one', () => {
    expect(all(worried('danger'), clear('severe')).holds(other)).toBe(false);
    expect(any(clear('danger'), clear('severe')).holds(other)).toBe(false);
    expect(any(clear('danger'), worried('severe')).holds(other)).toBe(true);
  });

  test('a value that the fact does not have is refused when the rule is written', () => {
    expect(() => is('danger', 'perhaps' as 'yes')).toThrow('danger has no value perhaps');
  });
});
