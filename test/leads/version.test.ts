/** The rules change while a concern is open: it keeps under which it was raised, and says so; in memory of one program. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { plainText } from '../../dialogs/plain.ts';
import type { Under } from '../../dialogs/under.ts';
import { type Desk, openDesk, type Post } from '../support/bot.ts';
import { createStaff, staffedOrganisation } from '../support/staffed.ts';
import { onBothStores } from '../support/stores.ts';
import { type Answers, createTalker } from '../support/talker.ts';

const held = vi.hoisted(() => ({ now: { edition: 'v21', rules: 1 } }));
vi.mock('../../dialogs/under.ts', () => ({
  get underNow() {
    return held.now;
  },
  isNow: ({ edition, rules }: Under) => edition === held.now.edition && rules === held.now.rules,
}));

const bullying: Answers = { danger: 'no', site: 'school', topics: ['bullying'], aboutBullying: ['none'] };

onBothStores((fresh) => {
  let desk: Desk;

  beforeEach(async () => {
    held.now = { edition: 'v21', rules: 1 };
    desk = await openDesk(fresh, staffedOrganisation());
  });
  afterEach(() => desk.data.close());

  it('what was raised under other rules says under which, to leads and to whoever raised it', async () => {
    const staff = createStaff(desk);
    const reporter = createTalker(desk);
    await reporter.start();
    await reporter.go(bullying);
    await desk.idle();
    const card = staff.channel()[0] as Post;
    const advised = async () => {
      await staff.presses('lead', 'open', card);
      const own = staff.privately('lead').at(-1) as Post;
      return plainText((await staff.presses('lead', 'advice', own)).message);
    };
    expect(await advised()).not.toContain('afresh');
    held.now = { edition: 'v22', rules: 2 };
    expect(await advised()).toContain('Raised, or last changed, under edition v21, rules version 1.');
    await reporter.type('record');
    expect(plainText(reporter.last().message)).toContain('began under edition v21, rules version 1.');
  });
});
