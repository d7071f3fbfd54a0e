/** The traps of the source, one by one: what a quick reading of the chapter gets wrong. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allParagraphs, edition, paragraph } from '../../rules/chapter.ts';
import { decide } from '../../rules/decide.ts';
import { type Fact, type Facts, facts, factValues, settled, topics } from '../../rules/facts.ts';
import { isInDoubt } from '../../rules/in-doubt.ts';
import type { Basis, Route } from '../../rules/outcome.ts';
import { rules } from '../../rules/rules.ts';
import { anyConcern, dueRoutes, duty, ids } from '../support/decisions.ts';
import { everyVector, topicFacts } from '../support/space.ts';

const yesOrUnsure = ['yes', 'unsure'] as const;

/** A concern where everything not named is a clear no. */
const mild = (known: Facts) => decide(settled({ danger: 'no', ...known }));
/** A stranger's abusive pictures, nobody near children. */
const images: Facts = settled({
  topics: ['adult'],
  adultConduct: 'images',
  adultKnown: 'yes',
  tellingParentsRisky: 'no',
});
const nude: Facts = settled({ topics: ['imagery'] });

describe('no deadline is not "same day"', () => {
  test('the five triggers of a nude picture: today, urgently, says the chapter (line 121)', () => {
    const police = duty(mild({ topics: ['imagery'], sexualActsUnder13: 'yes' }), 'police');
    expect(police).toMatchObject({ deadline: { kind: 'today', urgent: true }, deadlineFrom: { basis: 'chapter' } });
    expect(police?.deadlineFrom.cites).toContain('p121');
  });

  test('an adult with pictures: the police always, but no limit is stated; "today" beside it is ours (line 145)', () => {
    expect(duty(decide(images), 'police')).toMatchObject({
      strength: 'must',
      deadline: { kind: 'notStated', precaution: 'today' },
      strengthFrom: { basis: 'chapter', cites: ['p145'] },
    });
  });

  test.each([
    ['upskirting (218)', { topics: ['bullying'], upskirting: 'yes' }, 'police'],
    ['a crime among children (226)', { topics: ['bullying'], possibleCrime: 'yes' }, 'police'],
    ['extremist material (236)', { topics: ['extremism'], extremistMaterial: 'yes' }, 'procedure:radicalisation'],
    ['exploitation (238)', { topics: ['extremism'], exploitation: 'yes' }, 'procedure:exploitation'],
    ['material that somebody showed (238)', { topics: ['exposure'], encouraged: 'yes' }, 'procedure:exploitation'],
    ['a page with grooming (238)', { topics: ['content'], contentKind: 'onlineContact' }, 'procedure:exploitation'],
    ['sexual pressure by a child (238)', { topics: ['bullying'], sexualPressure: 'yes' }, 'procedure:exploitation'],
    ['a role with children (149)', { ...images, positionOfTrust: 'yes' }, 'procedure:allegations'],
  ] as const)('%s: not stated', (_, known, route) => {
    expect(duty(mild(known as unknown as Facts), route)?.deadline).toEqual({ kind: 'notStated', precaution: 'today' });
  });
});

test('"the chapter gives no limit" is said only where it is true, and a "today" of the chapter ranks before ours', () => {
  const ofChapter = (basis: Basis | undefined) => basis === 'chapter' || basis === 'follows';
  const seen = { named: 0, notStated: 0 };
  fc.assert(
    fc.property(anyConcern, (known) => {
      const decision = decide(known);
      const fired = rules.filter(({ id }) => decision.rules.includes(id));
      for (const { route, deadline, deadlineFrom } of decision.duties) {
        const limits = fired.flatMap(({ basis, says }) =>
          says.flatMap((saying) =>
            saying.kind === 'duty' && saying.route === route
              ? [{ kind: saying.deadline.kind, basis: saying.from?.basis ?? basis }]
              : [],
          ),
        );
        const named = limits.some(({ kind, basis }) => kind === 'today' && ofChapter(basis));
        if (deadline.kind === 'today') expect(ofChapter(deadlineFrom.basis), route).toBe(named);
        if (deadline.kind === 'notStated') expect(limits.map(({ kind }) => kind)).not.toContain('today');
        if (named) expect(['now', 'today'], route).toContain(deadline.kind);
        if (named) seen.named++;
        if (deadline.kind === 'notStated') seen.notStated++;
      }
    }),
    { numRuns: 1_000 },
  );
  expect(Math.min(seen.named, seen.notStated)).toBeGreaterThan(100);
});

test('the bar of line 68 stands on every topic, whatever the answers: nobody under 18 agrees to abuse', () => {
  fc.assert(
    fc.property(anyConcern, (known) => {
      const bar = decide(known).donts.find(({ id }) => id === 'take-agreement-as-safe');
      expect(bar).toMatchObject({ strength: 'must', from: { basis: 'chapter' } });
      expect(bar?.from.cites).toContain('p68');
    }),
    { numRuns: 500 },
  );
});

describe('five working days is the limit of the LADO’s meeting, never the reporter’s', () => {
  test('wherever a decision has working days, the LADO acts, and it is the meeting of line 157', () => {
    fc.assert(
      fc.property(anyConcern, (known) => {
        const { duties, next } = decide(known);
        expect(duties.map(({ deadline }) => deadline.kind)).not.toContain('workingDays');
        for (const step of next.filter(({ deadline }) => deadline.kind === 'workingDays')) {
          expect(step).toMatchObject({ id: 'lado-meeting', actor: 'lado', deadline: { days: 5 } });
          expect(step.from).toEqual({ basis: 'chapter', cites: ['p157'] });
        }
      }),
      { numRuns: 1_000 },
    );
  });

  test('no rule says otherwise', () => {
    const sayings = rules.flatMap(({ says }) => says);
    const timed = sayings.filter((saying) => 'deadline' in saying && saying.deadline.kind === 'workingDays');
    expect(timed.map((saying) => 'actor' in saying && saying.actor)).toEqual(['lado']);
  });

  test('telling the LADO is for today, as our precaution', () => {
    const lado = duty(decide({ ...images, positionOfTrust: 'yes' }), 'lado');
    expect(lado).toMatchObject({
      actor: 'you',
      strength: 'must',
      deadline: { kind: 'notStated', precaution: 'today' },
    });
  });
});

describe('"Police and/or Children’s Social Care" (line 113)', () => {
  const triggers: readonly [string, Partial<Facts>][] = [
    ['blackmail', { blackmail: 'yes' }],
    ['pressure or grooming', { pressureOrGrooming: 'yes' }],
    ['capacity', { capacity: 'yes' }],
    ['what it shows', { contentConcern: 'yes' }],
    ['sexual acts and under 13', { sexualActsUnder13: 'yes' }],
    ['danger from sharing', { danger: 'yes' }],
    ['the blackmail topic', { topics: ['blackmail'] }],
  ];

  test.each(triggers)('%s: at least one of the two, and both are shown', (_, known) => {
    const decision = decide({ ...nude, ...known });
    for (const route of ['police', 'childrens-social-care'] as const)
      expect(duty(decision, route)).toMatchObject({ oneOf: 'police-or-social-care', deadline: { kind: 'today' } });
  });

  test('an adult: both are certain, the police by line 145, social care as for any adult in touch with a child', () => {
    const decision = decide({ ...nude, adultInvolved: 'yes', adultKnown: 'no' });
    expect(duty(decision, 'police')?.strength).toBe('must');
    expect(duty(decision, 'childrens-social-care')).toMatchObject({
      strength: 'must',
      strengthFrom: { basis: 'ours' },
    });
  });

  test('an adult with pictures and any contact with children: social care is certain as well', () => {
    const decision = decide({ ...images, childContact: 'otherContact' });
    expect(duty(decision, 'childrens-social-care')?.strength).toBe('must');
  });
});

describe('parents: involve early (105), hold, or tell nobody (153)', () => {
  test('early by default, held when telling may harm or nobody knows', () => {
    expect(decide(nude).parents).toMatchObject({ status: 'involve', from: { basis: 'chapter', cites: ['p105'] } });
    for (const tellingParentsRisky of yesOrUnsure)
      expect(decide({ ...nude, tellingParentsRisky }).parents.status).toBe('hold');
  });

  test('an adult with pictures who may be known: silence wins over both', () => {
    for (const adultKnown of yesOrUnsure)
      for (const tellingParentsRisky of factValues.tellingParentsRisky)
        expect(decide({ ...images, adultKnown, tellingParentsRisky }).parents).toMatchObject({
          status: 'tell-nobody',
          from: { basis: 'chapter', cites: ['p153'] },
        });
  });

  test('silence contains every don’t: the adult and those around are not told', () => {
    for (const adultKnown of yesOrUnsure)
      expect(ids(decide({ ...images, adultKnown }).donts)).toContain('tell-the-adult-or-those-around');
  });

  test('a stranger met online silences nobody and does not bring in the LADO', () => {
    const decision = decide({ ...nude, adultInvolved: 'yes', adultKnown: 'no', positionOfTrust: 'unsure' });
    expect(decision.parents).toMatchObject({ status: 'involve', id: 'parents-stranger' });
    expect(dueRoutes(decision)).not.toContain('lado');
  });
});

test('silence and the leads: people who may be involved are passed over wherever an adult may be known', () => {
  for (const adultKnown of yesOrUnsure) {
    expect(ids(decide({ ...images, adultKnown }).dos)).toContain('pass-over-anyone-involved');
    expect(ids(decide({ ...nude, adultInvolved: 'unsure', adultKnown }).dos)).toContain('pass-over-anyone-involved');
  }
});

test('support for those close (151) comes later, beside the silence of 153, never instead of it', () => {
  const { dos, donts } = decide(images);
  expect(ids(dos)).toContain('support-those-close-later');
  expect(ids(donts)).toContain('tell-the-adult-or-those-around');
});

describe('line 143 is narrower and timed, line 145 wider and untimed: both apply, each with its own basis', () => {
  const socialCare = (childContact: Facts['childContact']) =>
    duty(decide({ ...images, ...(childContact ? { childContact } : {}) }), 'childrens-social-care');

  test.each(['livesWith', 'unsupervised', 'unsure'] as const)('%s: must, from 145; today, from 143', (contact) => {
    expect(socialCare(contact)).toMatchObject({
      strength: 'must',
      strengthFrom: { basis: 'chapter', cites: ['p145'] },
      deadline: { kind: 'today' },
      deadlineFrom: { basis: 'chapter', cites: ['p143'] },
    });
  });

  test('other contact: must, and no limit stated', () => {
    expect(socialCare('otherContact')).toMatchObject({ strength: 'must', deadline: { kind: 'notStated' } });
  });

  test('none: not due, and said so with the reason', () => {
    expect(socialCare('none')).toBeUndefined();
    expect(ids(decide(images).notRequired)).toEqual(['no-contact-no-social-care', 'no-role-no-lado']);
  });

  test('pictures of children they know: social care and police today, and an urgent strategy discussion (155)', () => {
    const decision = decide({ ...images, knownChildrenInImages: 'unsure' });
    expect(decision.next).toContainEqual(
      expect.objectContaining({
        id: 'urgent-strategy-discussion',
        actor: 'socialCare',
        deadline: { kind: 'today', urgent: true },
        from: { basis: 'chapter', cites: ['p155'] },
      }),
    );
    for (const route of ['police', 'childrens-social-care'] as const)
      expect(duty(decision, route)).toMatchObject({ strength: 'must', deadline: { kind: 'today', urgent: true } });
  });
});

test('do not view (107): said on every topic where there may be something to look at', () => {
  for (const topic of ['blackmail', 'imagery', 'adult', 'exposure', 'content'] as const)
    expect(ids(mild({ topics: [topic] }).donts)).toEqual(expect.arrayContaining(['look', 'copy-or-send']));
});

test('line 118 joins sexual acts and under 13: one fact; under 13 alone gives advice, not the referral', () => {
  expect(dueRoutes(decide({ ...nude, sexualActsUnder13: 'unsure' }))).toContain('police');
  const young = decide({ ...nude, under13: 'yes' });
  expect(dueRoutes(young)).not.toContain('police');
  expect(duty(young, 'social-care-advice')).toMatchObject({ actor: 'lead', deadline: { kind: 'today' } });
});

test.each([
  ['grooming in a picture', { ...nude, pressureOrGrooming: 'yes' }],
  ['an adult in a picture', { ...nude, adultInvolved: 'unsure', adultKnown: 'no' }],
  ['an adult’s contact', { ...images, adultConduct: 'contact', contactSigns: 'unsure' }],
  ['blackmail', { ...nude, topics: ['blackmail'] }],
  ['county lines', settled({ topics: ['extremism'], exploitation: 'unsure' })],
] as const)('the exploitation procedure is a "must" from any topic (238): %s', (_, known) => {
  expect(duty(decide(known as Facts), 'procedure:exploitation')).toMatchObject({
    strength: 'must',
    strengthFrom: { basis: 'chapter', cites: ['p238'] },
  });
});

describe('reassurance (133, 137) is rare', () => {
  const lines = ['safeguarding-before-crime', 'first-time-not-usually-prosecuted'];
  /** The five triggers, the fifth being danger; and what practice adds. */
  const allClear: readonly Fact[] = [
    'adultInvolved',
    'blackmail',
    'pressureOrGrooming',
    'capacity',
    'contentConcern',
    'sexualActsUnder13',
    'danger',
    'under13',
    'passedOn',
    'harmConcern',
  ];

  test('given on clear "no" throughout', () => {
    expect(ids(decide(nude).reassurance)).toEqual(lines);
    expect(ids(decide(nude).notRequired)).toEqual(['no-trigger-no-referral']);
  });

  test.each(allClear)('never with %s yes, not sure, or not asked', (fact) => {
    for (const value of ['yes', 'unsure', undefined]) {
      const { [fact]: _dropped, ...rest } = nude;
      const known = (value === undefined ? rest : { ...rest, [fact]: value }) as unknown as Facts;
      expect(decide(known).reassurance).toEqual([]);
      expect(ids(decide(known).notRequired)).not.toContain('no-trigger-no-referral');
    }
  });

  test('never beside a referral or advice that another topic brings', () => {
    fc.assert(
      fc.property(anyConcern, (known) => {
        const decision = decide({ ...known, ...Object.fromEntries(allClear.map((fact) => [fact, 'no'])) });
        const acting = dueRoutes(decision).some((route) => /^(police|childrens|lado|social-care)/.test(route));
        if (acting) expect(decision.reassurance).toEqual([]);
      }),
    );
  });

  test('no other topic reassures', () => {
    for (const topic of topics.filter((one) => one !== 'imagery'))
      for (const known of everyVector(topicFacts[topic].slice(0, 6), settled({ topics: [topic] })))
        expect(decide(known).reassurance).toEqual([]);
  });
});

test('"not limited to" (46, 70): the topics end in something else, and that reaches the lead', () => {
  expect(topics.at(-1)).toBe('other');
  expect(dueRoutes(mild({ topics: ['other'] }))).toEqual(['safeguarding-lead']);
});

test('staff conduct: guarded, the adult hears nothing; the LADO where a test may be met, the police for a crime, else the low-level policy', () => {
  const tests = ['staffHarmed', 'staffCrime', 'staffRisk', 'staffUnsuitable'] as const;
  const outside: readonly Route[] = ['emergency', 'police', 'childrens-social-care', 'lado'];
  for (const known of everyVector(['staffConduct', ...tests], settled({ topics: ['other'], danger: 'no' }))) {
    const decision = decide(known);
    const staff = known.staffConduct !== 'no';
    const lado = staff && tests.some((fact) => known[fact] !== 'no');
    const police = staff && known.staffCrime === 'yes';
    const at = JSON.stringify(known);
    expect(decision.guarded, at).toBe(staff);
    expect(ids(decision.donts).includes('tell-the-adult-or-those-around'), at).toBe(staff);
    expect(ids(decision.donts).includes('investigate-yourself'), at).toBe(staff);
    expect(ids(decision.dos).includes('low-level-concerns'), at).toBe(staff && !lado);
    expect(
      dueRoutes(decision)
        .filter((route) => outside.includes(route))
        .toSorted(),
      at,
    ).toEqual([...(lado ? ['lado'] : []), ...(police ? ['police'] : [])]);
    // Below the tests nobody outside is named, so nothing more is asked for a number.
    if (!lado) expect(duty(decision, 'lado'), at).toBeUndefined();
    else
      expect(duty(decision, 'lado')).toMatchObject({
        actor: 'lead',
        strength: 'must',
        deadline: { kind: 'today' },
        strengthFrom: { basis: 'ours', cites: [] },
      });
  }
});

test('the edition is under review (8), and says so', () => {
  expect(edition.status).toBe('under review');
});

test('nothing in the chapter says 999: the emergency line is ours, with no paragraph', () => {
  for (const danger of yesOrUnsure)
    expect(duty(mild({ topics: ['other'], danger }), 'emergency')).toMatchObject({
      strength: 'must',
      deadline: { kind: 'now' },
      strengthFrom: { basis: 'ours', cites: [] },
    });
  expect(dueRoutes(mild({ topics: ['other'] }))).not.toContain('emergency');
});

test('what the chapter says twice (127 to 131 and 163 to 166) is the same text twice', () => {
  const hash = new Map(allParagraphs().map((one) => [one.id, one.hash]));
  expect(hash.get('p129')).toBe(hash.get('p163'));
  expect(hash.get('p131')).toBe(hash.get('p166'));
});

test('headings lost from the copy are never shown as printed', () => {
  for (const id of ['p42', 'p115', 'p244'] as const) expect(paragraph(id).heading.known).toBe('inferred');
});

describe('what practice adds', () => {
  test('an adult’s contact without pictures: police and social care today, labelled ours', () => {
    const decision = decide({ ...images, adultConduct: 'contact', contactSigns: 'unsure' });
    for (const route of ['police', 'childrens-social-care'] as const)
      expect(duty(decision, route)).toMatchObject({
        strength: 'must',
        deadline: { kind: 'today', urgent: true },
        strengthFrom: { basis: 'ours' },
      });
  });

  test('a picture passed on among children: the lead, police advice by the lead, the procedure of line 111', () => {
    const decision = decide({ ...nude, passedOn: 'unsure' });
    expect(duty(decision, 'police-advice')).toMatchObject({ actor: 'lead', strength: 'should' });
    expect(dueRoutes(decision)).toContain('procedure:risk-to-others');
    expect(ids(decision.dos)).toEqual(
      expect.arrayContaining(['support-the-child-pictured', 'see-those-who-shared-separately']),
    );
  });

  test('somebody in the household works with children: LADO and fostering service, both ours', () => {
    const decision = decide({ ...images, positionOfTrust: 'household' });
    for (const route of ['lado', 'fostering-service'] as const)
      expect(duty(decision, route)?.strengthFrom.basis).toBe('ours');
    expect(ids(decision.next)).not.toContain('lado-meeting');
  });

  test('doubt about pressure, capacity or content: the lead decides today and rings for advice, no referral is shown', () => {
    for (const fact of ['pressureOrGrooming', 'capacity', 'contentConcern'] as const) {
      const decision = decide({ ...nude, [fact]: 'unsure' });
      expect(duty(decision, 'social-care-advice')).toMatchObject({ actor: 'lead', deadline: { kind: 'today' } });
      for (const route of ['police', 'childrens-social-care'] as const)
        expect(dueRoutes(decision)).not.toContain(route);
      expect(ids(decision.dos)).toContain('lead-decides-today');
      expect(decision.parents).toMatchObject({ status: 'hold', id: 'parents-lead-decides-in-doubt' });
    }
  });

  test.each(['supportsExtremism', 'fixedOnViolence'] as const)(
    'extremism, %s: the lead and Prevent today, an ideology or not',
    (fact) => {
      for (const value of yesOrUnsure) {
        const decision = mild({ topics: ['extremism'], [fact]: value });
        expect(duty(decision, 'safeguarding-lead')).toMatchObject({ strength: 'must', deadline: { kind: 'today' } });
        expect(duty(decision, 'service:prevent')).toMatchObject({ actor: 'lead', deadline: { kind: 'today' } });
        expect(ids(decision.dos)).toContain('prevent-referral-today');
        expect(dueRoutes(decision)).not.toContain('police');
      }
    },
  );

  test('a threatened attack, ticked under extremism: 999 now, and the lead now, whatever was said of danger', () => {
    for (const danger of factValues.danger) {
      const decision = mild({ topics: ['extremism'], danger, attackThreat: 'yes' });
      const emergency = duty(decision, 'emergency');
      expect(emergency).toMatchObject({ strength: 'must', deadline: { kind: 'now' } });
      expect(emergency && isInDoubt(emergency)).toBe(false);
      expect(duty(decision, 'safeguarding-lead')?.deadline).toEqual({ kind: 'now' });
    }
    const doubt = duty(mild({ topics: ['extremism'], attackThreat: 'unsure' }), 'emergency');
    expect(doubt && isInDoubt(doubt)).toBe(true);
  });

  test('technology in domestic abuse: no watched device is rung, no tracker removed', () => {
    expect(ids(mild({ topics: ['domesticAbuse'] }).donts)).toEqual(
      expect.arrayContaining(['contact-a-watched-device', 'remove-trackers']),
    );
  });

  test('blackmail: do not pay, do not go on replying, delete nothing, ask about suicide', () => {
    const { donts, dos } = mild({ topics: ['blackmail'], adultKnown: 'no' });
    expect(ids(donts)).toEqual(expect.arrayContaining(['pay', 'go-on-replying', 'delete-anything']));
    expect(ids(dos)).toEqual(expect.arrayContaining(['ask-about-suicide', 'do-not-leave-them-alone']));
  });
});

test('no fact holds an age, a name or agreement: none may change a route', () => {
  expect(facts.filter((fact) => /age$|name|consent/i.test(fact))).toEqual([]);
});
