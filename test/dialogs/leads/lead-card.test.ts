/** The living card of a lead, and what stands behind it: few words, and everything that is true can be said. */
import { describe, expect, test } from 'vitest';
import { leadCard } from '../../../dialogs/leads/card/lead-card.ts';
import {
  moreScreen,
  notNeededScreen,
  snoozeScreen,
  taskScreen,
  tasksScreen,
} from '../../../dialogs/leads/card/task-screens.ts';
import {
  type ConcernView,
  type DutySaid,
  notNeededReasons,
  outcomes,
  snoozes,
} from '../../../dialogs/leads/concern/concern-view.ts';
import { tasksOf } from '../../../dialogs/leads/concern/duties.ts';
import type { Message } from '../../../dialogs/message.ts';
import { plainText } from '../../../dialogs/plain.ts';
import { outcomeLabels } from '../../../dialogs/words/lead-tasks.ts';
import { visibleWords } from '../../../src/review/visible-words.ts';
import { answerOf, finished } from '../../support/answers.ts';
import { minutesLater, owned, owner, picture, reporter, stages, viewOf } from '../../support/concern-views.ts';

const now = minutesLater(20);
const card = (view: ConcernView, viewer = owner) => leadCard(view, now, viewer);
const buttons = ({ blocks }: Message) => blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
const labels = (message: Message) => buttons(message).map(({ label }) => label);
const details = (message: Message, act: string) =>
  buttons(message).flatMap(({ action }) => (action.do === 'lead' && action.act === act ? [action.detail] : []));
const said = (how: DutySaid['how'], more: Partial<DutySaid> = {}): DutySaid => ({
  how,
  at: minutesLater(7),
  who: owner,
  tries: [],
  ...more,
});
const all = (how: DutySaid['how']) => new Map(tasksOf(picture).map((task) => [task as string, said(how)]));

describe('the living card', () => {
  test('says whose it is, what it is about, what is next, and about the parents', () => {
    const text = plainText(card(owned()));
    expect(text).toContain('You have it');
    expect(text).toContain('About: a nude or sexual picture.');
    expect(text).toContain('Next: Ring 999 for whoever is in danger: now.');
    expect(text).toContain('Parents: not to be told yet.');
    expect(JSON.stringify(card(owned()))).toContain(reporter);
    expect(plainText(card(owned(), 'Priya Nair'))).toContain('Sam Okafor has it');
    expect(plainText(card(viewOf()))).toContain('A concern needs a safeguarding lead now');
  });

  test('a notification says nothing of it', () => {
    expect(card(owned()).summary).toBe('A concern, for you alone');
    expect(card(owned()).discreet).toBe(true);
  });

  test('has one button for each thing that is left, the parents and the child among them', () => {
    expect(details(card(owned()), 'done')).toEqual(['emergency', 'police', 'childrens-social-care', 'parents']);
    expect(details(card(owned()), 'task')).toEqual([undefined]);
    const left = new Map([
      ['police', said('done')],
      ['parents', said('not-needed', { reason: 'risk' })],
      ['emergency', said('tried', { tries: [minutesLater(7)] })],
    ]);
    expect(details(card(owned({ said: left })), 'done')).toEqual(['emergency', 'childrens-social-care', 'support']);
    expect(labels(card(viewOf()))).toEqual(['I have this', 'Advice', 'More']);
  });

  test('once all is settled it asks how it ended, and then to close it; only its holder', () => {
    const settled = owned({ said: all('done') });
    expect(details(card(settled), 'outcome')).toEqual([...outcomes]);
    expect(labels(card(settled))).not.toContain('It is logged: close it');
    expect(labels(card({ ...settled, outcome: 'advice' }))[0]).toBe('It is logged: close it');
    expect(details(card(settled, 'Priya Nair'), 'outcome')).toEqual([]);
    expect(details(card(owned({ said: all('tried') })), 'outcome')).toEqual([]);
    expect(details(card(owned({ said: all('not-mine') })), 'outcome')).toEqual([]);
    expect(details(card(owned({ said: all('not-needed') })), 'outcome')).toEqual([...outcomes]);
  });

  test('what is over can be opened again where a lead closed it', () => {
    for (const stage of stages.filter((each) => each !== 'open' && each !== 'owned')) {
      const over = labels(card(owned({ stage })));
      expect(over.includes('Open it again')).toBe(stage === 'done' || stage === 'not-for-us' || stage === 'joined');
      expect(over).toContain('Erase it');
    }
    expect(plainText(card(owned({ stage: 'done', outcome: 'in-school' })))).toContain(outcomeLabels['in-school']);
  });

  test('is never more than 70 words, whatever the answers', () => {
    const counted = [...finished(40)].flatMap(({ state, context }) => {
      const concern = { ...answerOf(state, context), state, context };
      return [false, true].map((restricted) => {
        const more = restricted ? { before: concern } : { until: minutesLater(50) };
        const view = owned({ concern, restricted, ...more, site: 'A school' });
        const drawn = card(view);
        return { words: visibleWords(drawn), text: plainText(drawn) };
      });
    });
    expect(counted.length).toBeGreaterThan(100);
    const [longest] = counted.toSorted((a, b) => b.words - a.words);
    expect(longest?.words, longest?.text).toBeLessThanOrEqual(70);
  });
});

describe('behind it', () => {
  test('each thing says how it stands, and what else is true of it can be said', () => {
    expect(details(tasksScreen(owned()), 'task')).toEqual(tasksOf(picture));
    const fresh = taskScreen(owned(), 'police', now);
    expect(plainText(fresh)).toContain('Report it to the police: today, by 7pm.');
    expect(labels(fresh)).toEqual([
      'Done',
      'Tried, no answer',
      'Not needed, because...',
      'Not mine to do',
      'Back to the concern',
    ]);
    const tries = [minutesLater(5), minutesLater(7)];
    const tried = taskScreen(owned({ said: new Map([['police', said('tried', { tries })]]) }), 'police', now);
    expect(plainText(tried)).toContain('Sam Okafor got no answer, Friday 27 November at 6.37pm.');
    expect(plainText(tried)).toContain('Tried as well: Friday 27 November at 6.35pm.');
    expect(details(tried, 'done')).toEqual(['police', '-police']);
    const not = said('not-needed', { reason: 'advised' });
    expect(plainText(taskScreen(owned({ said: new Map([['lado', not]]) }), 'lado', now))).toContain('advised against');
  });

  test('why something is not needed, and how long it waits, come from fixed lists', () => {
    expect(details(notNeededScreen(owned(), 'parents'), 'not-needed')).toEqual(
      notNeededReasons.map((reason) => `parents!${reason}`),
    );
    expect(details(snoozeScreen(owned()), 'snooze')).toEqual(snoozes.map(String));
  });

  test('only its holder hands it over, gives it back or puts it off, and never what is needed now', () => {
    const today = owned({ limit: 'today' });
    expect(labels(moreScreen(today, owner, true)).slice(0, 3)).toEqual([
      'Hand it over',
      'Give it back',
      'Remind me later',
    ]);
    expect(labels(moreScreen(owned(), owner, true))).not.toContain('Remind me later');
    expect(labels(moreScreen(today, owner, false))).not.toContain('Hand it over');
    for (const label of ['Hand it over', 'Give it back', 'Remind me later'])
      expect(labels(moreScreen(today, 'Priya Nair', true))).not.toContain(label);
  });

  test('is short', () => {
    const screens = [
      tasksScreen(owned()),
      notNeededScreen(owned(), 'police'),
      snoozeScreen(owned()),
      moreScreen(owned({ limit: 'today' }), owner, true),
      ...tasksOf(picture).map((task) => taskScreen(owned({ said: all('tried') }), task, now)),
    ];
    for (const each of screens) expect(visibleWords(each), plainText(each)).toBeLessThanOrEqual(70);
  });
});

test('has the newest of what whoever raised it did, and names those picked to each other', () => {
  const at = minutesLater(10);
  const said = (view: ConcernView) => plainText(leadCard(view, minutesLater(20), owner));
  const noAnswer = { at: minutesLater(5), what: 'no-answer', who: ['Jo Marsh'] } as const;
  const news = (...more: ConcernView['history']) => said(owned({ history: [...owned().history, ...more] }));
  expect(news(noAnswer)).toContain('No answer from Jo Marsh, 6.35pm.');
  expect(news(noAnswer, { at, what: 'referred' })).toContain('They have referred it, 6.40pm.');
  expect(news(noAnswer, { at, what: 'contact', who: owner })).toContain(`Asked to contact ${owner}, 6.40pm.`);
  expect(said(owned({ restricted: true, picked: ['Jo Marsh', owner] }))).toContain(`Tell only Jo Marsh and ${owner}.`);
  expect(said(owned({ restricted: true, picked: ['A', 'B', 'C'] }))).toContain('Tell only those picked.');
});
