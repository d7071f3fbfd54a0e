import { describe, expect, test } from 'vitest';
import { setupDone, setupList, setupSent, setupTest, setupTrouble } from '../../../dialogs/leads/admin/set-up.ts';
import type { Message } from '../../../dialogs/message.ts';
import { plainText } from '../../../dialogs/plain.ts';
import { minutesLater } from '../../support/concern-views.ts';

const buttons = ({ blocks }: Message) => blocks.flatMap((block) => (block.kind === 'buttons' ? block.buttons : []));
const school = { id: 'school', name: 'Riverside School', channel: true };

describe('setting up the channel of the leads', () => {
  test.each([
    [school, 'Not tested yet. Concerns may reach nobody.'],
    [
      { ...school, seen: { at: minutesLater(0), who: 'Sam Okafor' } },
      'Set up. Seen by Sam Okafor, Friday 27 November 2026, 6.30pm.',
    ],
    [{ ...school, trouble: 'is_archived' }, 'The channel is archived.'],
    [
      { ...school, trouble: 'is_archived', seen: { at: minutesLater(0), who: 'Sam Okafor' } },
      'The channel is archived.',
    ],
    [{ ...school, channel: false }, 'No channel is named in the organisation file.'],
    [{ ...school, channel: false, people: 0 }, 'No lead here can be reached alone. Concerns reach nobody.'],
  ])('says how each place stands: %o', (site, said) => {
    expect(plainText(setupList([site]))).toContain(said);
  });

  test('offers a test where there is a channel', () => {
    expect(buttons(setupList([school, { ...school, id: 'club', name: 'Club', channel: false }]))).toEqual([
      { label: 'Test: Riverside School', action: { do: 'setup', site: 'school' } },
    ]);
    expect(buttons(setupList([{ ...school, name: 'N'.repeat(200) }]))[0]?.label.length).toBeLessThanOrEqual(75);
    expect(plainText(setupList([]))).toContain('There are no places');
  });

  test('the test notice says that it is one, and counts once somebody has pressed', () => {
    const message = setupTest(school);
    expect(message.summary).toBe('A test notice for safeguarding leads');
    expect(plainText(message)).toContain('This is a test. No child is in it');
    expect(buttons(message)).toEqual([
      { label: 'I can see this', action: { do: 'setup', site: 'school', act: 'seen' }, look: 'primary' },
      { label: 'I am not in the file', action: { do: 'setup', site: 'school', act: 'me' } },
    ]);
    expect(plainText(setupSent(school.name))).toContain('Until then it does not count as set up.');
    expect(plainText(setupDone(school.name))).toContain('Notices can be seen at Riverside School.');
  });

  test('trouble says what to do, and a code that we do not know as it is', () => {
    expect(plainText(setupTrouble(school.name, 'not_in_channel'))).toContain('Invite it, then test again.');
    expect(plainText(setupTrouble(school.name, 'no-channel'))).toContain('Add one there first.');
    expect(plainText(setupTrouble(school.name, 'something_new'))).toContain('something_new');
    expect(plainText(setupTrouble(school.name, 'x'))).toContain('Concerns may reach nobody at Riverside School.');
  });
});
