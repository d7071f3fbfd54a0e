import { expect, it } from 'vitest';
import { leadCommand } from '../../../dialogs/leads/commands.ts';

it.each([
  ['Concerns', { command: 'concerns' }],
  ['Mine', { command: 'concerns', filter: 'mine' }],
  ['my concerns', { command: 'concerns', filter: 'mine' }],
  ['nobody’s', { command: 'concerns', filter: 'untaken' }],
  ['late concerns', { command: 'concerns', filter: 'late' }],
  ['concerns 3', { command: 'concerns', page: 2 }],
  ['late page 2', { command: 'concerns', filter: 'late', page: 1 }],
  ['nobody', undefined],
  ['2', undefined],
  ['constructor', undefined],
  ['set up!', { command: 'setup' }],
  ['erase abcd1234', { command: 'erase', reference: 'ABCD-1234' }],
  ['erase everything', undefined],
])('%s', (text, command) => {
  expect(leadCommand(text)).toEqual(command);
});

it('takes no time over what is no command, however long', () => {
  const began = process.cpuUsage();
  for (const filling of ['!', ' ', 'a', '. ']) expect(leadCommand(`${filling.repeat(200_000)}a`)).toBeUndefined();
  // Of this process alone, so that a busy machine changes nothing: a second, where backtracking would take minutes.
  expect(process.cpuUsage(began).user).toBeLessThan(1_000_000);
});
