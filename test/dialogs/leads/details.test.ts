import { describe, expect, test } from 'vitest';
import { handScreen, notForUsScreen, notForUsSure, sameScreen } from '../../../dialogs/leads/card/choices.ts';
import { detailsCard } from '../../../dialogs/leads/card/details.ts';
import { type ConcernView, notForUsReasons } from '../../../dialogs/leads/concern/concern-view.ts';
import type { Action, Message } from '../../../dialogs/message.ts';
import { plainText } from '../../../dialogs/plain.ts';
import { emergencyLine } from '../../../dialogs/words/screens.ts';
import { peopleOf, siteOf } from '../../../rules/local.ts';
import {
  adult,
  callOf,
  minutesLater,
  owned,
  owner,
  pathWith,
  picture,
  reporter,
  viewOf,
  withPicked,
  workedOut,
} from '../../support/concern-views.ts';
import { contextOf, example } from '../../support/every-message.ts';

const now = minutesLater(20);
const named = [{ id: 'deputy', name: 'Priya Nair' }];
const said = (view: ConcernView, at = now) => plainText(detailsCard(view, at));
const buttons = ({ blocks }: Message) => blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
const actionOf = (message: Message, label: string): Action | undefined =>
  buttons(message).find((button) => button.label === label)?.action;
const ticked = (...routes: readonly string[]) =>
  new Map(routes.map((route) => [route, { how: 'done' as const, at: minutesLater(7), who: owner, tries: [] }]));

describe('what one press shows', () => {
  test('is for the one who pressed: notification and first line say nothing of it', () => {
    const { summary, blocks } = detailsCard(viewOf(), now);
    expect(summary).toBe('A concern, for you alone');
    expect(JSON.stringify(blocks[0])).toContain('Only you see this.');
  });

  test('topic, what presses most, what was advised, about the parents', () => {
    const text = said(viewOf());
    expect(text).toContain('About: a nude or sexual picture.');
    expect(text).toContain('Soonest: now. Ring 999 for whoever is in danger.');
    expect(text).toMatch(/We advised: ring 999.*; tell a safeguarding lead; report it to the police; refer to/);
    expect(text).toContain('Whoever raised it was told of the parents: "Do not tell the parents or carers yet.');
    expect(text).toContain(emergencyLine);
  });

  test('names the account of the one who raised it, for a mention', () => {
    const { blocks } = detailsCard(viewOf(), now);
    expect(JSON.stringify(blocks)).toContain(JSON.stringify({ account: reporter, label: 'the person who raised it' }));
  });

  test('no answer stands in it', () => {
    expect(said(viewOf())).not.toMatch(/Could anyone come to harm|Did an adult ask/);
  });

  test('each duty has a line with its limit and a number that answers now', () => {
    const text = said(viewOf());
    expect(text).toContain('- Report it to the police: today, by 7pm.');
    expect(text).toContain("- Refer to children's social care: today, by 7pm");
    expect(text).toContain('Ring Derby City Care Line, 01332 786968.');
  });

  test('what was said of each thing says by whom and when', () => {
    const view = owned({ said: ticked('police') });
    expect(said(view)).toContain('- Report it to the police: Sam Okafor said: done, Friday 27 November at 6.37pm.');
    expect(said(view)).toContain('Soonest: now. Ring 999');
  });

  test('what is late says so', () => {
    expect(said(owned(), new Date('2026-11-28T08:00:00Z'))).toContain(
      '- Report it to the police: late. The limit was midnight at the end of Friday 27 November.',
    );
  });

  test('a limit that is ours is called ours', () => {
    const concern = workedOut(pathWith('adult', { adultConduct: 'contact', danger: 'no' }));
    expect(said(viewOf({ concern }))).toContain('our limit)');
  });

  test('a limit in working days gives its date', () => {
    const [duty] = picture.outcome.decision.duties.filter(({ route }) => route === 'police');
    if (!duty) throw new Error('The police are due');
    const duties = [{ ...duty, deadline: { kind: 'workingDays', days: 1 } } as const];
    const concern = { ...picture, outcome: { ...picture.outcome, decision: { ...picture.outcome.decision, duties } } };
    expect(said(viewOf({ concern }))).toContain('Report it to the police: by the end of Monday 30 November.');
    expect(said(viewOf({ concern }), new Date('2026-12-01T00:00:00Z'))).toContain(
      'late. The limit was midnight at the end of Monday 30 November.',
    );
  });

  test('a clock that cannot be right brings no wrong date', () => {
    const concern = workedOut(
      pathWith('imagery', { adultInvolved: 'yes', adultKnown: 'no', blackmail: 'no' }),
      'a clock in 1970',
    );
    expect(said(viewOf({ concern }), contextOf(example, 'a clock in 1970').now)).toContain('police: today.');
  });
});

describe('a concern that only some may know of', () => {
  const [site] = example.sites;
  const head = site?.head;
  if (!site || !head) throw new Error('The example has a site with a head');
  const concern = withPicked(adult, [head.id]);

  test('says so', () => {
    expect(said(viewOf({ concern, restricted: true }))).toContain('Only people picked as safe know of this.');
    expect(said(viewOf())).not.toContain('picked as safe');
  });

  test('names nobody of the place who was not picked', () => {
    const text = said(viewOf({ concern, restricted: true }));
    for (const person of peopleOf(site).filter(({ id }) => id !== head.id)) {
      expect(text).not.toContain(person.name);
      expect(text).not.toContain(person.phone);
    }
    expect(text).toContain('tell only the people you picked');
    expect(siteOf(example, site.id)?.leads[0]?.name).toBe(owner);
  });
});

describe('after an answer changed', () => {
  const calm = workedOut(
    pathWith('imagery', { danger: 'no', adultInvolved: 'no', triggers: 'none', tellingParentsRisky: 'no' }),
  );
  const worse = workedOut(
    pathWith('imagery', { danger: 'no', adultInvolved: 'yes', adultKnown: 'no', blackmail: 'no' }),
  );
  const between = (before: typeof calm, concern: typeof calm) => {
    const text = said(viewOf({ before, concern }));
    return text.slice(text.indexOf('An answer changed'), text.indexOf('What must be done'));
  };

  test('says what is new, gone, sooner and later', () => {
    const more = between(calm, worse);
    expect(more).toContain("New: Refer to children's social care: today, by 7pm");
    expect(more).toContain('New: Report it to the police: today');
    expect(more).toContain('About the parents, they now read: ');
    expect(between(worse, calm)).toContain("No longer due: Refer to children's social care");
  });

  test('says when a limit moved', () => {
    const moved = (kind: 'now' | 'today') => {
      const deadline = kind === 'now' ? ({ kind } as const) : ({ kind, urgent: false } as const);
      const { decision } = worse.outcome;
      const duties = decision.duties.map((duty) => (duty.route === 'police' ? { ...duty, deadline } : duty));
      return { ...worse, outcome: { ...worse.outcome, decision: { ...decision, duties } } };
    };
    expect(between(moved('today'), moved('now'))).toContain('Sooner than before: Report it to the police: now');
    expect(between(moved('now'), moved('today'))).toContain('Later than before: Report it to the police: today');
  });

  test('says when nothing differs', () => {
    expect(between(worse, worse)).toContain('What is due is the same as before.');
    expect(said(viewOf())).not.toContain('An answer changed');
  });
});

test('that somebody was asked to get in touch stands on it', () => {
  const history = [...owned().history, { at: minutesLater(5), what: 'contact', who: owner } as const];
  expect(said(owned({ history }))).toContain('Sam Okafor asked them to get in touch, Friday 27 November at 6.35pm.');
});

test('of a call, more than a reference and a time is never shown', () => {
  const text = plainText(detailsCard(callOf(), now));
  expect(text).toContain('Look out for whoever needs you');
  expect(JSON.stringify(detailsCard(callOf(), now))).not.toContain(reporter);
  expect(detailsCard(callOf({ restricted: true, site: 'Elsewhere', reporter: 'U0OTHER' }), now)).toEqual(
    detailsCard(callOf(), now),
  );
});

describe('choices', () => {
  test('to whom it goes', () => {
    expect(actionOf(handScreen(owned(), named), 'Priya Nair')).toEqual({
      do: 'lead',
      act: 'hand',
      concern: owned().id,
      detail: 'deputy',
    });
    expect(plainText(handScreen(owned(), []))).toContain('Nobody else is named who may know of it.');
  });

  test('which one it is the same as', () => {
    const other = viewOf({ id: 'zyxwvutsrqponmlkjihgfedc', reference: 'ZZ11-YY22' });
    const label = 'ZZ11-YY22, raised Friday 27 November at 6.30pm';
    expect(actionOf(sameScreen(owned(), [other]), label)).toMatchObject({ act: 'same', detail: other.id });
    expect(plainText(sameScreen(owned(), []))).toContain('There is no other open concern here.');
  });

  test('why it is not for them, from a fixed list, and then once more', () => {
    const reasons = buttons(notForUsScreen(owned())).map(({ action }) => action.do === 'lead' && action.detail);
    expect(reasons).toEqual([...notForUsReasons, undefined]);
    for (const reason of notForUsReasons) {
      const sure = notForUsSure(owned(), reason);
      expect(actionOf(sure, 'Yes, close it')).toMatchObject({ act: 'not-us', detail: `${reason}!` });
      expect(actionOf(sure, 'No, keep it')).toMatchObject({ act: 'back' });
      expect(plainText(sure)).toContain("It lifts nobody's duty to report.");
    }
  });

  test('a very long name still fits on its button', () => {
    const [button] = buttons(handScreen(owned(), [{ id: 'long', name: 'N'.repeat(200) }]));
    expect(button?.label).toHaveLength(75);
  });
});
