/**
 * Real and composed cases with what the chapter expects of each. Every case is answered here as a careful member of
 * staff would; a difference from what was expected is argued beside it, in `but`.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decide } from '../../rules/decide.ts';
import { type Facts, settled } from '../../rules/facts.ts';
import type { Decision, Route } from '../../rules/outcome.ts';
import { dueRoutes, duty, felt, ids } from '../support/decisions.ts';

interface Expected {
  readonly route: string;
  readonly deadline: 'same_day' | 'none_stated' | 'immediately' | 'within_5_working_days';
  readonly requirement: 'must' | 'one_of:A' | 'may' | 'consider' | 'safety_layer';
}
interface Case {
  readonly id: string;
  readonly vignette: string;
  readonly confidence: 'high' | 'medium' | 'low';
  readonly expected_by_chapter: readonly Expected[];
}

const cases: readonly Case[] = JSON.parse(
  readFileSync(new URL('../procedure/worked-cases.json', import.meta.url), 'utf8'),
);

const routeOf: Readonly<Record<string, Route>> = {
  police: 'police',
  childrens_social_care: 'childrens-social-care',
  ceop: 'service:ceop',
  iwf: 'service:iwf',
  safeguarding_lead: 'safeguarding-lead',
  radicalisation_procedure: 'procedure:radicalisation',
  platform_report: 'service:platform',
  lado: 'lado',
  professionals_helpline: 'service:posh',
  report_harmful_content: 'service:report-harmful-content',
  emergency_999: 'emergency',
  exploitation_procedure: 'procedure:exploitation',
  children_risk_to_others_procedure: 'procedure:risk-to-others',
};

interface Answered {
  readonly facts: Facts;
  /** Routes that must not be due. */
  readonly never?: readonly Route[];
  /** Expected routes we leave out or change, each with the reason. */
  readonly but?: Readonly<Record<string, string>>;
  /** Bodies outside that are ordered although nobody expected them, each with the reason. */
  readonly beyond?: Readonly<Partial<Record<Route, string>>>;
}

const nude: Facts = settled({ topics: ['imagery'], danger: 'no' });
/** An adult people know, with abusive pictures; nobody has said that they show a child the adult knows. */
const images: Facts = settled({ topics: ['adult'], danger: 'no', adultConduct: 'images', adultKnown: 'yes' });
const referrals: readonly Route[] = ['police', 'childrens-social-care'];
const none: Facts = settled({ topics: ['other'], danger: 'no' });

const answered: Readonly<Record<string, Answered>> = {
  'real-001': {
    facts: {
      ...nude,
      adultInvolved: 'unsure',
      adultKnown: 'no',
      pressureOrGrooming: 'yes',
      sexualActsUnder13: 'unsure',
      under13: 'yes',
      tellingParentsRisky: 'no',
    },
  },
  'real-010': { facts: { ...none, topics: ['extremism'], extremistMaterial: 'yes', terrorContent: 'unsure' } },
  'real-014': { facts: { ...images, positionOfTrust: 'yes', childContact: 'otherContact' } },
  'real-019': { facts: { ...images, childContact: 'livesWith' } },
  'real-024': { facts: { ...none, topics: ['bullying'] }, never: referrals },
  'real-031': {
    facts: { ...none, topics: ['harmfulSites'], danger: 'unsure', obsessed: 'yes', harmConcern: 'yes' },
  },
  'real-041': { facts: { ...none, topics: ['extremism'], exploitation: 'unsure' } },
  'real-047': {
    facts: {
      ...images,
      topics: ['adult', 'bullying'],
      upskirting: 'yes',
      knownChildrenInImages: 'yes',
      positionOfTrust: 'yes',
      childContact: 'otherContact',
    },
    never: [],
  },
  'real-055': {
    facts: {
      ...none,
      topics: ['adult'],
      danger: 'unsure',
      adultConduct: 'contact',
      contactSigns: 'yes',
      adultKnown: 'no',
    },
  },
  'real-061': {
    facts: { ...images, adultConduct: 'contact', contactSigns: 'yes', positionOfTrust: 'yes' },
  },
  'comp-01': { facts: nude, never: [...referrals, 'police-advice', 'social-care-advice', 'lado'] },
  'comp-03': { facts: nude, never: referrals },
  'comp-05': { facts: { ...nude, adultInvolved: 'yes', adultKnown: 'yes' } },
  'comp-07': { facts: { ...nude, contentConcern: 'yes' } },
  'comp-09': {
    facts: { ...nude, pressureOrGrooming: 'unsure' },
    never: referrals,
    but: {
      police:
        'Doubt is not "reason to believe". The lead decides today and rings social care for advice; police are not shown beside it, so that nobody reads two half-referrals for one doubt.',
      childrens_social_care:
        'Asked for advice today instead: weaker than a referral, never later. The card still names a person to ring.',
    },
  },
  'comp-11': { facts: { ...images, childContact: 'none' }, never: ['childrens-social-care', 'lado'] },
  'comp-13': { facts: { ...images, positionOfTrust: 'yes', childContact: 'otherContact' } },
  'comp-15': { facts: { ...images, knownChildrenInImages: 'yes', childContact: 'livesWith' } },
  'comp-17': {
    facts: { ...none, topics: ['exposure'], materialSeen: 'abuseImages', childrenAtHome: 'yes', encouraged: 'unsure' },
  },
  'comp-19': { facts: { ...none, topics: ['bullying'], upskirting: 'yes', nudesInvolved: 'yes' } },
  'comp-21': {
    facts: { topics: ['other'], danger: 'unsure' },
    beyond: {
      'childrens-social-care':
        'Whoever does not know whether a child is being seriously harmed is taken at the worse: line 123 asks for a concern, not for certainty. It is the answer on harm that brings it; danger in doubt alone does not.',
      lado: 'Not sure whether it is about an adult who works with children, and not sure of each of the four tests: then the head asks the LADO.',
    },
  },
  'comp-23': { facts: { ...none, topics: ['extremism'], exploitation: 'yes' } },
  'comp-25': {
    facts: { ...none, topics: ['harmfulSites'], danger: 'yes', obsessed: 'yes', harmConcern: 'yes' },
    beyond: {
      'childrens-social-care':
        'A child may come to serious harm tonight: line 123. Once 999 is rung, social care has to know of it.',
    },
  },
  'comp-27': {
    facts: { ...none, topics: ['content'], contentKind: 'childAbuseImages', childKnown: 'no' },
    never: referrals,
  },
  'comp-29': { facts: { ...images, positionOfTrust: 'yes', childContact: 'otherContact' } },
};

const latest: Readonly<Record<Expected['deadline'], number>> = {
  immediately: 0,
  same_day: 2,
  none_stated: 1000,
  within_5_working_days: 2,
};

function meets(decision: Decision, { route, requirement, deadline }: Expected): void {
  if (route === 'urgent_strategy_discussion') {
    const step = decision.next.find(({ id }) => id === 'urgent-strategy-discussion');
    expect(step?.deadline.kind).toBe('today');
    return;
  }
  const ours = duty(decision, routeOf[route] as Route);
  expect(ours, route).toBeDefined();
  if (!ours) return;
  if (requirement !== 'may' && requirement !== 'consider') expect(ours.strength, route).not.toBe('may');
  expect(felt(ours.deadline), `time for ${route}`).toBeLessThanOrEqual(latest[deadline]);
  const chapterSaysToday = ours.deadlineFrom.basis === 'chapter' && ours.deadline.kind === 'today';
  if (deadline === 'none_stated') expect(chapterSaysToday, `${route}: no limit of the chapter’s`).toBe(false);
  if (deadline === 'within_5_working_days') {
    const meeting = decision.next.find(({ id }) => id === 'lado-meeting');
    expect(meeting).toMatchObject({ actor: 'lado', deadline: { kind: 'workingDays', days: 5 } });
  }
}

test('every case is answered, and none is made up', () => {
  expect(Object.keys(answered).toSorted()).toEqual(cases.map(({ id }) => id).toSorted());
});

describe.each(cases.map((one) => [one.id, one] as const))('%s', (id, { vignette, expected_by_chapter }) => {
  const { facts, never = [], but = {} } = answered[id] as Answered;
  const decision = decide(facts);

  test(vignette.slice(0, 100), () => {
    for (const expected of expected_by_chapter) {
      const argued = but[expected.route];
      if (argued === undefined) meets(decision, expected);
      else expect(dueRoutes(decision)).not.toContain(routeOf[expected.route]);
    }
    for (const route of never) expect(dueRoutes(decision)).not.toContain(route);
    expect(dueRoutes(decision)).toContain('safeguarding-lead');
  });
});

describe('nothing outside the organisation is ordered beyond what is expected, or the reason stands here', () => {
  const outside: readonly Route[] = ['emergency', 'police', 'childrens-social-care', 'lado'];

  test.each(cases.map((one) => [one.id, one] as const))('%s', (id, { expected_by_chapter }) => {
    const { facts, beyond = {} } = answered[id] as Answered;
    const expected = expected_by_chapter.map(({ route }) => routeOf[route]);
    const more = dueRoutes(decide(facts)).filter((route) => outside.includes(route) && !expected.includes(route));
    expect(more.toSorted()).toEqual(Object.keys(beyond).toSorted());
  });
});

describe('the notes of single cases', () => {
  const of = (id: string) => decide((answered[id] as Answered).facts);

  test('real-001: a parent’s "tell nobody, delete it all" changes nothing; nothing is deleted yet', () => {
    expect(ids(of('real-001').donts)).toEqual(expect.arrayContaining(['delete-yet', 'take-agreement-as-safe']));
  });

  test('real-014: "low level" is no fact, so it cannot change the route', () => {
    expect(Object.keys((answered['real-014'] as Answered).facts).join()).not.toMatch(/level|category/i);
  });

  test('real-061: having left the role does not end the LADO route', () => {
    expect(ids(of('real-061').dos)).toContain('left-the-role-still-counts');
  });

  test('comp-01: reassurance, and nothing shown as required but the lead', () => {
    expect(ids(of('comp-01').reassurance)).not.toEqual([]);
    expect(dueRoutes(of('comp-01'))).toEqual(['safeguarding-lead']);
  });

  test('comp-05: nobody under 18 can agree to be abused', () => {
    expect(ids(of('comp-05').donts)).toContain('take-agreement-as-safe');
  });

  test('comp-09: doubt is never shown as "no referral"', () => {
    expect(of('comp-09').notRequired).toEqual([]);
    expect(duty(of('comp-09'), 'social-care-advice')?.deadline.kind).toBe('today');
  });

  test('comp-11: what is not required is said, with the reason', () => {
    expect(ids(of('comp-11').notRequired)).toEqual(['no-contact-no-social-care', 'no-role-no-lado']);
  });

  test('comp-21: all doubt ends with people to ring now', () => {
    expect(dueRoutes(of('comp-21'))).toEqual(expect.arrayContaining(['emergency', 'childrens-social-care']));
    expect(duty(of('comp-21'), 'safeguarding-lead')?.deadline.kind).toBe('now');
  });

  test('comp-27: do not save or forward', () => {
    expect(ids(of('comp-27').donts)).toEqual(expect.arrayContaining(['copy-or-send', 'send-the-link']));
  });
});
