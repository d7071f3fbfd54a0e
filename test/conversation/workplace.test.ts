/** Where somebody works is remembered from one concern to the next, changed by one press, and forgotten in time. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Desk, openDesk } from '../support/bot.ts';
import { organisationWith, withChannels } from '../support/organisation.ts';
import { onBothStores } from '../support/stores.ts';
import { createTalker, type Talker } from '../support/talker.ts';

const dayMs = 24 * 3_600_000;

onBothStores((fresh) => {
  let desk: Desk;
  let staff: Talker;
  beforeEach(async () => {
    desk = await openDesk(fresh);
    staff = createTalker(desk);
    await staff.start();
    await staff.go({ danger: 'no', site: 'school' }, { until: 'topics' });
  });
  afterEach(() => desk.data.close());

  const later = (days: number) => {
    desk.now += days * dayMs;
  };
  const begins = async () => {
    await staff.start();
    return staff.reads();
  };

  it('weeks later: it is not asked again, and the first question has the button to change it', async () => {
    later(40);
    expect(await begins()).toMatch(/Not at .*\?/);
    await staff.answerOne({ danger: 'no' });
    expect(staff.reads()).toContain('What is it about?');
  });

  it('one press changes it, and the new one is remembered', async () => {
    later(40);
    await begins();
    await staff.press({ do: 'change', question: 'site' });
    expect(staff.reads()).toContain('Where do you work?');
    await staff.choose(['scottish-fostering']);
    expect(staff.reads()).toContain('Could anyone come to harm now or tonight?');
    later(2);
    const before = /Not at (.*)\?/.exec(await begins())?.[1];
    expect(before).toContain('fostering');
  });

  it('after ninety days without a word, and where all is to be forgotten, it is asked again', async () => {
    later(91);
    expect(await begins()).not.toMatch(/Not at/);
    await staff.go({ danger: 'no', site: 'school' }, { until: 'topics' });
    await staff.type('forget');
    later(2);
    expect(await begins()).not.toMatch(/Not at/);
  });

  it('a place that has left the organisation’s file is asked for', async () => {
    later(40);
    const known = organisationWith(withChannels);
    desk.organisation = { ...known, sites: known.sites.filter(({ id }) => id !== 'school') };
    expect(await begins()).not.toMatch(/Not at/);
    await staff.answerOne({ danger: 'no' });
    expect(staff.reads()).toContain('Where do you work?');
  });

  it('nobody else is taken to work there', async () => {
    const other = createTalker(desk, { channel: 'slack', tenant: 'T1', person: 'U-another' });
    await other.start();
    expect(other.reads()).not.toMatch(/Not at/);
  });
});
