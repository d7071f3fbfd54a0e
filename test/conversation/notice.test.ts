import { afterEach, beforeEach, expect, it } from 'vitest';
import { plainText } from '../../dialogs/plain.ts';
import { told } from '../../dialogs/words/told.ts';
import { type Desk, openDesk } from '../support/bot.ts';
import { onBothStores } from '../support/stores.ts';
import { type Answers, createTalker, type Talker } from '../support/talker.ts';

const bullying: Answers = {
  danger: 'no',
  site: 'school',
  topics: ['bullying'],
  aboutBullying: ['severe', 'harmConcern'],
};
const colleague: Answers = { danger: 'no', site: 'school', topics: ['adult'], adultKnown: 'yes' };
const stranger: Answers = { ...colleague, adultKnown: 'no', knownChildrenInImages: 'no', childContact: 'none' };

onBothStores((fresh) => {
  let desk: Desk;
  let staff: Talker;
  beforeEach(async () => {
    desk = await openDesk(fresh);
    staff = createTalker(desk);
  });
  afterEach(() => desk.data.close());

  const concern = async (answers: Answers) => {
    await staff.start();
    await staff.go(answers);
  };

  it('follows the answer at once, before any sweep', async () => {
    await concern(bullying);
    expect(desk.notices()).toHaveLength(1);
    expect(desk.posts.indexOf(desk.notices()[0] ?? staff.last())).toBe(desk.posts.length - 1);
    expect(staff.reads()).toContain(told.sent);
  });

  it('is one a concern, however often the answer is shown, changed or gone through again', async () => {
    await concern(bullying);
    await staff.type('show');
    await staff.type('nonsense words');
    await staff.press({ do: 'record' });
    await staff.hello();
    await staff.press({ do: 'change' });
    await staff.press({ do: 'change', question: 'danger' });
    await staff.choose(['yes']);
    await staff.go();
    for (let sweep = 0; sweep < 3; sweep++) await desk.sweepLater();
    expect(staff.hasAnswer()).toBe(true);
    expect(desk.notices()).toHaveLength(1);
  });

  it('is a new one for a new concern of the same person, under another reference', async () => {
    await concern(bullying);
    await staff.press({ do: 'restart' });
    await staff.go(bullying);
    expect(new Set(desk.notices().map(({ message }) => plainText(message))).size).toBe(2);
  });

  it('went before a change that would have held it back: the person is told so, and told no untruth', async () => {
    await concern(stranger);
    expect(desk.notices()).toHaveLength(1);
    await staff.press({ do: 'change' });
    await staff.press({ do: 'change', question: 'adultKnown' });
    await staff.choose(['yes']);
    await staff.go();
    expect(staff.reads()).toContain(told.already);
    expect(staff.reads()).not.toContain(told.withheld);
    expect(desk.notices()).toHaveLength(1);
  });

  const noticeOf = async (answers: Answers) => {
    const somebody = createTalker(desk);
    await somebody.start();
    await somebody.go(answers);
    const notice = desk.notices().at(-1);
    return plainText(notice?.message ?? staff.last().message);
  };

  it('holds the limit and a reference, and nothing of the concern: very different ones read the same', async () => {
    const withoutReference = async (answers: Answers) =>
      (await noticeOf(answers)).replace(/\b[A-Z0-9]{4}-[A-Z0-9]{4}\. [\w ]+\./, 'REF.');
    const first = await withoutReference({ ...bullying, danger: 'yes', aboutBullying: ['severe'] });
    expect(first).toMatch(/lead now\n.*\nReference REF\. Raised/s);
    expect(await withoutReference({ site: 'team', danger: 'yes', topics: ['exposure'], aboutExposure: ['none'] })).toBe(
      first,
    );
  });

  it('says "today" where that is enough', async () => {
    expect(await noticeOf({ ...bullying, aboutBullying: ['none'] })).toMatch(/lead by \S+ today/);
  });

  it('is never sent where it could warn somebody, and the answer says so each time', async () => {
    await concern(colleague);
    expect(staff.reads()).toContain(told.withheld);
    await staff.type('nonsense words');
    expect(staff.reads()).toContain(told.withheld);
    await desk.sweepLater();
    expect(desk.notices()).toEqual([]);
  });

  it('is never sent for practice', async () => {
    await staff.start(true);
    await staff.go(bullying);
    expect(staff.reads()).toContain(told.practice);
    await desk.sweepLater();
    expect(desk.notices()).toEqual([]);
  });

  it('cannot be sent where no channel is set up, and the answer says so', async () => {
    desk.leads = undefined;
    await concern(bullying);
    expect(staff.reads()).toContain(told.nowhere);
    await desk.sweepLater();
    expect(desk.notices()).toEqual([]);
  });

  it('says the same of the leads when the answer is shown again beside a notice of ours', async () => {
    await concern(bullying);
    await staff.type('nonsense words');
    expect(staff.reads()).toContain(told.sent);
    await staff.file();
    expect(staff.reads()).toContain(told.sent);
  });

  it('goes out although its reporter cannot be reached', async () => {
    await staff.start();
    await staff.go(bullying, { until: 'council' });
    desk.platform = [{ status: 'failed', reason: 'user_disabled' }];
    await staff.choose(['north']);
    expect(desk.notices()).toHaveLength(1);
  });

  it('that the platform refuses is sent later, once', async () => {
    await staff.start();
    await staff.go(bullying, { until: 'council' });
    const refused = { status: 'retry', reason: '503' } as const;
    desk.platform = [0, refused, refused];
    await staff.choose(['north']);
    expect(desk.notices()).toEqual([]);
    for (let sweep = 0; sweep < 3; sweep++) await desk.sweepLater();
    expect(desk.notices()).toHaveLength(1);
  });

  it('is one although two processes show the answer at once', async () => {
    await staff.start();
    await staff.go(bullying, { until: 'council' });
    const other = desk.newBot(await desk.data.open());
    await staff.pressOnly({ do: 'answer', value: 'north' });
    await Promise.all([staff.type('show', { bot: other }), staff.type('show'), other.outbox.sweep()]);
    await desk.sweepLater();
    expect(desk.notices()).toHaveLength(1);
  });
});
