/**
 * One event, told under two topics: the telling that is asked less is never weaker. Every duty (as strong, no later),
 * don't and line on parents of the one stands in the other, whatever the answers that both ask for.
 */
import { describe, expect, test } from 'vitest';
import { decide } from '../../rules/decide.ts';
import { type Fact, type Facts, factValues, settled, type Topic } from '../../rules/facts.ts';
import { withHandedOver } from '../../rules/hand-over.ts';
import type { Decision, ParentsStatus, Route } from '../../rules/outcome.ts';
import { strengthRank } from '../../rules/ranks.ts';
import { duty, felt, ids } from '../support/decisions.ts';
import { everyVector } from '../support/space.ts';

interface Telling {
  readonly topic: Topic;
  /** What this telling's own questions are answered, besides what both ask. */
  readonly says: Partial<Facts>;
}
interface Event {
  readonly event: string;
  readonly shared: readonly Fact[];
  /** Values of a shared fact that belong to the event; all of them unless named. */
  readonly only?: Partial<Record<Fact, readonly string[]>>;
  readonly stronger: Telling;
  readonly weaker: Telling;
}

const known: Pick<Event, 'only'> = { only: { adultKnown: ['yes', 'unsure'] } };
/** Calm where there are no signs of grooming: then the four tests decide, whichever way it is told. */
const staffInTouch: Pick<Event, 'shared' | 'only'> = {
  shared: ['danger', 'contactSigns', 'adultKnown', 'positionOfTrust', 'harmConcern', 'staffHarmed', 'staffCrime'],
  only: { adultKnown: ['yes', 'unsure'], positionOfTrust: ['yes'] },
};
const behindPicture: readonly Fact[] = ['danger', 'adultKnown', 'positionOfTrust'];

const events: readonly Event[] = [
  {
    event: 'an adult whom people may know has a picture of a child',
    shared: behindPicture,
    ...known,
    stronger: {
      topic: 'adult',
      says: { adultConduct: 'both', knownChildrenInImages: 'yes', childContact: 'livesWith' },
    },
    weaker: { topic: 'imagery', says: { adultInvolved: 'yes' } },
  },
  {
    event: 'a stranger met online got a picture from a child',
    shared: ['danger', 'tellingParentsRisky'],
    stronger: { topic: 'adult', says: { adultKnown: 'no', adultConduct: 'both' } },
    weaker: { topic: 'imagery', says: { adultKnown: 'no', adultInvolved: 'yes' } },
  },
  {
    event: 'a picture that pupils pass round',
    shared: ['danger', 'passedOn', 'under13', 'contentConcern', 'pressureOrGrooming', 'tellingParentsRisky'],
    stronger: { topic: 'imagery', says: {} },
    weaker: { topic: 'bullying', says: { nudesInvolved: 'yes' } },
  },
  {
    event: 'a picture that pupils pass round, and nobody is sure that there is one',
    shared: ['danger', 'passedOn', 'adultInvolved', 'sexualActsUnder13'],
    stronger: { topic: 'imagery', says: {} },
    weaker: { topic: 'bullying', says: { nudesInvolved: 'unsure' } },
  },
  {
    event: 'threats over a picture',
    shared: ['danger', 'adultKnown', 'positionOfTrust', 'tellingParentsRisky'],
    stronger: { topic: 'blackmail', says: {} },
    weaker: { topic: 'imagery', says: { blackmail: 'yes', adultInvolved: 'yes' } },
  },
  {
    event: 'threats over a picture, from the other side',
    shared: ['danger', 'adultKnown', 'positionOfTrust', 'tellingParentsRisky'],
    stronger: { topic: 'imagery', says: { blackmail: 'yes', adultInvolved: 'yes' } },
    weaker: { topic: 'blackmail', says: {} },
  },
  {
    event: 'an adult shows a child sexual material',
    shared: ['danger', 'adultConduct', 'adultKnown', 'positionOfTrust', 'knownChildrenInImages', 'childContact'],
    stronger: { topic: 'adult', says: {} },
    weaker: { topic: 'exposure', says: { encouraged: 'yes', byAdult: 'yes' } },
  },
  {
    event: 'a page with pictures of a child somebody here knows',
    shared: ['danger', 'adultInvolved', 'adultKnown', 'positionOfTrust', 'sexualActsUnder13'],
    stronger: { topic: 'imagery', says: {} },
    weaker: { topic: 'content', says: { contentKind: 'childAbuseImages', childKnown: 'yes' } },
  },
  {
    event: 'a page where somebody grooms a child known here',
    shared: ['danger', 'adultConduct', 'adultKnown', 'positionOfTrust', 'tellingParentsRisky'],
    stronger: { topic: 'adult', says: {} },
    weaker: { topic: 'content', says: { contentKind: 'onlineContact', childKnown: 'yes' } },
  },
  {
    event: 'a page that draws a child known here into extremism',
    shared: [
      'danger',
      'exploitation',
      'extremistMaterial',
      'terrorContent',
      'supportsExtremism',
      'fixedOnViolence',
      'attackThreat',
      'harmConcern',
    ],
    stronger: { topic: 'extremism', says: {} },
    weaker: { topic: 'content', says: { contentKind: 'terrorism', childKnown: 'yes' } },
  },
  {
    event: 'staff in touch with a child',
    ...staffInTouch,
    stronger: { topic: 'adult', says: { adultConduct: 'contact', staffConduct: 'yes' } },
    weaker: { topic: 'other', says: { adultConduct: 'contact', staffConduct: 'yes' } },
  },
  {
    event: 'staff in touch with a child, from the other side',
    ...staffInTouch,
    stronger: { topic: 'other', says: { adultConduct: 'contact', staffConduct: 'yes' } },
    weaker: { topic: 'adult', says: { adultConduct: 'contact', staffConduct: 'yes' } },
  },
  {
    event: 'talk of suicide after such sites',
    shared: ['harmConcern'],
    stronger: { topic: 'other', says: { danger: 'yes' } },
    weaker: { topic: 'harmfulSites', says: { danger: 'yes', obsessed: 'yes' } },
  },
];

/** Advice gives way to the referral to the same body. */
const coveredBy: Partial<Record<Route, Route>> = {
  'police-advice': 'police',
  'social-care-advice': 'childrens-social-care',
};
/** From the least guarded. */
const guarded: readonly ParentsStatus[] = ['involve', 'hold', 'tell-nobody'];

function missing(stronger: Decision, weaker: Decision): readonly string[] {
  const duties = stronger.duties.flatMap((one) => {
    const covering = coveredBy[one.route];
    const same = duty(weaker, one.route) ?? (covering && duty(weaker, covering));
    if (!same) return [one.route];
    if (felt(same.deadline) > felt(one.deadline)) return [`${one.route}: later`];
    return strengthRank(same.strength) > strengthRank(one.strength) ? [`${one.route}: weaker`] : [];
  });
  const parents = guarded.indexOf(weaker.parents.status) < guarded.indexOf(stronger.parents.status) ? ['parents'] : [];
  return [
    ...duties,
    ...ids(stronger.donts).filter(
      (id) => !ids(weaker.donts).includes(containedIn[id] ?? id) && !ids(weaker.donts).includes(id),
    ),
    ...ids(stronger.next).filter((id) => !ids(weaker.next).includes(id)),
    ...parents,
    ...(stronger.guarded && !weaker.guarded ? ['guard'] : []),
  ];
}

/** Where suicide may be spoken of, one question is asked, and nothing beyond it. */
const containedIn: Readonly<Record<string, string>> = { 'question-or-search': 'question-beyond-suicide' };

const told = ({ topic, says }: Telling, vector: Facts): Decision =>
  decide(settled(withHandedOver({ ...vector, ...says, topics: [topic] })));

describe.each(events.map((one) => [one.event, one] as const))('%s', (_, { shared, only = {}, stronger, weaker }) => {
  test(`told as ${weaker.topic}, not weaker than as ${stronger.topic}`, () => {
    let seen = 0;
    for (const vector of everyVector(shared, { topics: ['other'], danger: 'no' })) {
      if (shared.some((fact) => !(only[fact] ?? factValues[fact]).some((value) => value === vector[fact]))) continue;
      const found = missing(told(stronger, vector), told(weaker, vector));
      if (found.length > 0) expect.fail(`${found.join(', ')} at ${JSON.stringify(vector)}`);
      seen++;
    }
    expect(seen).toBeGreaterThanOrEqual(3);
  });
});

test('a picture of a child with an adult who may be known, told as "imagery" alone, gives what lines 143 to 157 ask', () => {
  for (const adultKnown of ['yes', 'unsure'] as const) {
    const decision = told(
      { topic: 'imagery', says: { adultInvolved: 'yes', positionOfTrust: 'yes' } },
      {
        topics: ['imagery'],
        danger: 'no',
        adultKnown,
      },
    );
    expect(duty(decision, 'childrens-social-care')).toMatchObject({
      strength: 'must',
      deadline: { kind: 'today', urgent: true },
    });
    expect(ids(decision.next)).toContain('urgent-strategy-discussion');
    expect(decision.parents).toMatchObject({ status: 'tell-nobody', from: { basis: 'chapter', cites: ['p153'] } });
    expect(duty(decision, 'lado')?.strength).toBe('must');
    expect(decision.guarded).toBe(true);
  }
});
