/** An adult who is in touch with a child by ordinary, open means: a coach's message to the whole team, say. */
import { describe, expect, test } from 'vitest';
import { type Answers, answer, walk } from '../../dialogs/flow.ts';
import { plainText } from '../../dialogs/plain.ts';
import { fold, startEntry } from '../../dialogs/state.ts';
import { show } from '../../dialogs/view.ts';
import { decide } from '../../rules/decide.ts';
import { factValues, settled } from '../../rules/facts.ts';
import type { Route } from '../../rules/outcome.ts';
import { finishedPaths } from '../../src/review/paths.ts';
import { dueRoutes, duty, ids } from '../support/decisions.ts';
import { contextOf, example } from '../support/every-message.ts';
import { decisionOf } from '../support/space.ts';

/** To the end of an adult's contact with a child: "no" to everything not given here. */
function answeredCalmly(given: Readonly<Record<string, string>>): Answers {
  let path: Answers = new Map();
  const said = { danger: 'no', topics: 'adult', adultConduct: 'contact', ...given };
  for (let next = walk(path).next; next; next = walk(path).next) {
    const none = 'kind' in next && next.kind === 'ticks' ? 'none' : 'no';
    path = answer(path, next.id, [said[next.id as keyof typeof said] ?? none]);
  }
  return path;
}

describe('an adult’s contact is calm only where somebody has said that nothing in it is sexual or secret, no gifts, no meeting alone', () => {
  const outside: readonly Route[] = ['emergency', 'police', 'childrens-social-care', 'lado'];
  const contacts = [...finishedPaths(['adult'])]
    .map((path) => ({ path, told: walk(path).facts }))
    .filter(({ told }) => told.adultConduct === 'contact');

  test.each(factValues.staffConduct)(
    'then the lead today, and nobody outside; where it is staff (%s), the head and the low-level concerns policy',
    (staffConduct) => {
      const path = answeredCalmly({ contactSigns: 'no', staffConduct });
      const decision = decisionOf(path);
      expect(dueRoutes(decision).filter((route) => outside.includes(route))).toEqual([]);
      expect(duty(decision, 'safeguarding-lead')?.deadline.kind).toBe('today');
      expect(decision.guarded).toBe(staffConduct !== 'no');
      expect(ids(decision.dos).includes('low-level-concerns')).toBe(staffConduct !== 'no');
      // Nobody whom the reporter did not pick learns of one of their own: it is asked, or the guard stands.
      expect(path.has('colleague')).toBe(staffConduct === 'no');
    },
  );

  test.each([
    ['no', "an adult's contact with a child"],
    ['yes', 'an adult who may be grooming a child'],
    ['unsure', 'an adult who may be grooming a child'],
  ])('signs of grooming, %s: on the phone it is said as what it is', (contactSigns, words) => {
    const context = contextOf(example, 'a normal morning');
    const answers = answeredCalmly({ contactSigns });
    const state = { ...fold([startEntry(false, 'riverside-school')]), answers };
    const [card] = show(
      { show: 'step' },
      { ...state, places: new Map([...state.places, ['council', 'derby']]) },
      context,
      'sent',
    ).messages;
    expect(card && plainText(card)).toContain(words);
  });

  test('a sign, a doubt, or nothing said: police and social care today', () => {
    const grave = contacts.filter(({ told }) => told.contactSigns !== 'no').map(({ path }) => decisionOf(path));
    expect(grave.length).toBeGreaterThan(50);
    const unsaid = decide(settled({ topics: ['adult'], danger: 'no', adultConduct: 'contact' }));
    for (const decision of [...grave, unsaid])
      expect(dueRoutes(decision)).toEqual(expect.arrayContaining(['police', 'childrens-social-care']));
  });

  test('not where a picture, threats or material shown to a child say what kind of contact it is', () => {
    for (const [topic, said] of [
      ['blackmail', {}],
      ['imagery', { adultInvolved: 'unsure' }],
      ['exposure', { byAdult: 'unsure' }],
    ] as const) {
      const known = settled({ topics: ['adult', topic], danger: 'no', adultConduct: 'contact', contactSigns: 'no' });
      expect(dueRoutes(decide({ ...known, ...said })), topic).toEqual(expect.arrayContaining(outside.slice(1, 3)));
    }
  });
});
