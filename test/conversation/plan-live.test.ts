import { afterEach, beforeEach, expect, it } from 'vitest';
import { again, getLead } from '../../dialogs/words/screens.ts';
import { told } from '../../dialogs/words/told.ts';
import { type Desk, openDesk } from '../support/bot.ts';
import { onBothStores } from '../support/stores.ts';
import { createTalker, type Talker } from '../support/talker.ts';

onBothStores((fresh) => {
  let desk: Desk;
  let staff: Talker;
  beforeEach(async () => {
    desk = await openDesk(fresh);
    staff = createTalker(desk);
  });
  afterEach(() => desk.data.close());

  it('"Get a lead to me now" on the danger question asks where, and pressed again says that it was asked', async () => {
    await staff.start();
    const danger = staff.last();
    await staff.press({ do: 'get-lead' });
    expect(staff.asked()).toBe('site');
    expect(staff.reads()).toContain(getLead.where);
    await staff.choose(['school']);
    expect(staff.asked()).toBe('danger');
    await staff.press({ do: 'get-lead' }, { on: danger });
    expect(staff.reads()).toMatch(new RegExp(`${again['lead-asked-already']}|${getLead.nowhere}`));
    expect(staff.asked()).toBe('danger');
  });

  it('in practice says what it would do, and goes on', async () => {
    await staff.start(true);
    await staff.press({ do: 'get-lead' });
    expect(staff.reads()).toContain(again['lead-practice']);
    expect(staff.asked()).toBe('danger');
  });

  it('who it is safe to tell is picked by ticks or typed, and can be changed', async () => {
    await staff.start();
    await staff.go({ danger: 'no', site: 'school', topics: ['adult'] }, { until: 'safeToTell' });
    await staff.choose(['head', 'none']);
    expect(staff.asked()).toBe('safeToTell');
    await staff.type('the head');
    expect(staff.hasAnswer()).toBe(true);
    await staff.press({ do: 'change' });
    await staff.press({ do: 'change', question: 'safeToTell' });
    await staff.choose(['none']);
    expect(staff.hasAnswer()).toBe(true);
    expect(staff.reads()).not.toContain(told.picked);
  });

  it('what was raised by mistake is taken back after one more question', async () => {
    await staff.start();
    await staff.go({ danger: 'no', site: 'school', topics: ['bullying'], aboutBullying: ['none'] });
    expect(staff.reads()).toContain(told.sent);
    await staff.type('I raised this by mistake');
    await staff.press({ do: 'withdraw', sure: true });
    expect(staff.hasAnswer()).toBe(true);
    expect(staff.reads()).not.toContain(told.sent);
  });
});
