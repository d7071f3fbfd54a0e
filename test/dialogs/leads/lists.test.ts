import { describe, expect, test } from 'vitest';
import { decodeAction, encodeAction } from '../../../dialogs/action-code.ts';
import { concernList, type ListFilter, type ListPage } from '../../../dialogs/leads/card/lists.ts';
import type { ConcernView } from '../../../dialogs/leads/concern/concern-view.ts';
import type { Message } from '../../../dialogs/message.ts';
import { plainText } from '../../../dialogs/plain.ts';
import { topicClass } from '../../../dialogs/words/lead-duties.ts';
import { emergencyLine } from '../../../dialogs/words/screens.ts';
import { adult, minutesLater, owned, pathWith, secrets, viewOf, workedOut } from '../../support/concern-views.ts';

const now = minutesLater(20);
const buttons = ({ blocks }: Message) => blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));

describe('the list of concerns', () => {
  const mine = owned({ reference: 'BBBB-2222' });
  const overdue = owned({
    reference: 'DDDD-4444',
    owner: 'Priya Nair',
    raisedAt: new Date('2026-11-25T10:30:00Z'),
    concern: workedOut(
      pathWith('imagery', { adultInvolved: 'yes', adultKnown: 'no', blackmail: 'no' }),
      'a normal morning',
    ),
  });
  const listOf = (
    views: readonly ConcernView[],
    {
      filter,
      where = 'private',
      ...more
    }: Partial<ListPage> & { filter?: ListFilter; where?: 'private' | 'home' } = {},
  ) =>
    concernList(
      { views, count: views.length, page: 0, pages: 1, unreadable: 0, ...more },
      { ...(filter && { filter }), now, where },
    );

  test('says how many cannot be opened, and hides none for it', () => {
    const text = plainText(listOf([mine], { unreadable: 2 }));
    expect(text).toContain('BBBB-2222');
    expect(text).toContain('2 more cannot be opened.');
  });

  test('gives age, owner and time left, and opens each', () => {
    const text = plainText(listOf([overdue, mine]));
    expect(text).toContain('Open concerns: 2');
    expect(text).toContain('BBBB-2222: 20 minutes old. Sam Okafor has it. Due: now.');
    expect(text).toContain('DDDD-4444: 2 days old. Priya Nair has it. Due: late.');
    expect(buttons(listOf([mine]))[0]).toEqual({
      label: 'Open BBBB-2222',
      action: { do: 'lead', act: 'open', concern: mine.id },
    });
  });

  test('leads to the other lists, and to the pages beside this one', () => {
    const labels = (...of: Parameters<typeof listOf>) => buttons(listOf(...of)).map(({ label }) => label);
    expect(labels([])).toEqual(['Mine', 'Nobody has it', 'Late', 'Last 30 days']);
    expect(labels([], { filter: 'late' })).toEqual(['All open', 'Mine', 'Nobody has it', 'Last 30 days']);
    const middle = listOf([mine], { filter: 'late', count: 45, page: 1, pages: 3 });
    expect(plainText(middle)).toContain('Concerns with something late: 45\nPage 2 of 3.');
    expect(buttons(middle).flatMap(({ action }) => (action.do === 'concerns' ? [action.page ?? 0] : []))).toEqual([
      0, 2, 0, 0, 0, 0,
    ]);
    for (const { action } of buttons(middle)) expect(decodeAction(encodeAction(action))).toEqual(action);
  });

  test('with none says so', () => {
    const text = plainText(listOf([], { filter: 'mine' }));
    expect(text).toContain('Concerns that you have: 0\nThere are none here now.');
    expect(text).toContain(emergencyLine);
  });

  const adults = viewOf({ concern: adult });

  test('in private says what each is about; a home page is projected too, and shows no topic, answer or duty', () => {
    expect(plainText(listOf([adults]))).toContain(topicClass.adult);
    const text = JSON.stringify(listOf([mine, overdue, adults], { where: 'home' })).toLowerCase();
    for (const secret of secrets) expect(text, secret).not.toContain(secret);
  });

  test('of a restricted one says nowhere what it is about', () => {
    const text = JSON.stringify(listOf([{ ...adults, restricted: true }])).toLowerCase();
    for (const secret of secrets) expect(text, secret).not.toContain(secret);
  });
});
