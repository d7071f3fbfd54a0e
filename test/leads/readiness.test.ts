/** What would keep leads from hearing of concerns is found out, said, and cleared, on both stores. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findingLine } from '../../dialogs/leads/admin/administrator.ts';
import { plainText } from '../../dialogs/plain.ts';
import type { Readiness } from '../../src/leads/admin/readiness.ts';
import { type Desk, openDesk, type Post } from '../support/bot.ts';
import { createStaff, staffedOrganisation } from '../support/staffed.ts';
import { onBothStores } from '../support/stores.ts';
import { type Answers, createTalker } from '../support/talker.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
const tenant = { channel: 'slack', tenant: 'T1' } as const;
const bullying: Answers = { danger: 'no', site: 'school', topics: ['bullying'], aboutBullying: ['none'] };
const colleague: Answers = { danger: 'no', site: 'school', topics: ['adult'], adultKnown: 'yes', safeToTell: ['head'] };

onBothStores((fresh) => {
  let desk: Desk;
  let staff: ReturnType<typeof createStaff>;
  let readiness: Readiness;
  beforeEach(async () => {
    desk = await openDesk(fresh, staffedOrganisation());
    staff = createStaff(desk);
    readiness = desk.bot.readiness(() => [tenant]);
  });
  afterEach(() => desk.data.close());

  /** As it stands now: what is older than a minute is read again. */
  async function found() {
    desk.now += minute;
    const findings = await readiness.findings();
    return Object.fromEntries(findings.map(({ site, finding }) => [site.id, finding]));
  }
  async function raise(answers: Answers) {
    const reporter = createTalker(desk);
    await reporter.start();
    await reporter.go(answers);
    await desk.idle();
  }
  /** A test notice is sent to the site, and a lead of it says that they see it. */
  async function setUp(site: string, lead: string) {
    const list = await staff.types('administrator', 'setup');
    await press('administrator', list, { do: 'setup', site });
    const notice = staff.channel(`C-${site}`).at(-1) as Post;
    await press(lead, notice, { do: 'setup', site, act: 'seen' });
  }
  const press = async (
    person: string,
    on: Post,
    action: Parameters<Post['token']>[0],
    delivery: string = crypto.randomUUID(),
  ) => {
    await desk.bot.take({
      from: { ...tenant, person: `U-${person}` },
      delivery,
      address: { place: 'private', to: `U-${person}` },
      at: new Date(desk.now),
      input: { kind: 'press', token: on.token(action) },
    });
    await desk.idle();
  };
  const told = () => staff.privately('administrator').filter(({ message }) => message.summary.includes('reach nobody'));

  it('names each site whose channel no lead has answered for, until one has', async () => {
    expect(await found()).toEqual({ school: 'not-tested', 'scottish-fostering': 'not-tested', team: 'not-tested' });
    await setUp('team', 'manager');
    expect(await found()).toEqual({ school: 'not-tested', 'scottish-fostering': 'not-tested' });
  });

  it('posts one test notice for one press, however often the platform sends it', async () => {
    const list = await staff.types('administrator', 'setup');
    for (let i = 0; i < 3; i++) await press('administrator', list, { do: 'setup', site: 'team' }, 'one-press');
    expect(staff.channel('C-team')).toHaveLength(1);
    await press('administrator', list, { do: 'setup', site: 'team' });
    expect(staff.channel('C-team')).toHaveLength(2);
  });

  it('finds a site where nobody can be reached: no channel and no accounts', async () => {
    const [school, ...others] = staffedOrganisation().sites;
    const people = { leads: [], deputies: [], channel: {}, secondChannel: {} };
    const { head: _, chair: __, ...bare } = { ...school, ...people };
    desk.organisation = { ...staffedOrganisation(), sites: [bare as never, ...others] };
    readiness = desk.bot.readiness(() => [tenant]);
    expect((await found()).school).toBe('nobody-reachable');
  });

  it('has no channel to test where people are told one by one', async () => {
    const [school, ...others] = staffedOrganisation().sites;
    if (!school) throw new Error('There is no school');
    desk.organisation = { ...staffedOrganisation(), sites: [{ ...school, channel: {} }, ...others] };
    readiness = desk.bot.readiness(() => [tenant]);
    expect(await found()).not.toHaveProperty('school');
  });

  it('finds that a notice did not arrive, says why, and forgets it once one does', async () => {
    await setUp('school', 'lead');
    await raiseWhileFailing(bullying, 'aboutBullying');
    expect((await found()).school).toBe('not-arriving');
    const [finding] = await readiness.findings();
    expect(finding && findingLine(finding)).toMatch(/A school.*archived/);
    await setUp('school', 'lead');
    expect(await found()).not.toHaveProperty('school');
  });

  it('finds the same in another process', async () => {
    await setUp('school', 'lead');
    await raiseWhileFailing(bullying, 'aboutBullying');
    readiness = desk.newBot().readiness(() => [tenant]);
    expect((await found()).school).toBe('not-arriving');
  });

  it('learns nothing of a restricted concern, told or not', async () => {
    await setUp('school', 'lead');
    const before = await found();
    await raise(colleague);
    await raiseWhileFailing(colleague, 'safeToTell');
    expect(await found()).toEqual(before);
  });

  it('asks the store at most once a minute', async () => {
    await readiness.findings();
    let reads = 0;
    desk.before = (method) => {
      if (method === 'get') reads++;
    };
    await readiness.findings();
    expect(reads).toBe(0);
    await found();
    expect(reads).toBeGreaterThan(0);
  });

  it('asks again at once after the store was down', async () => {
    desk.before = () => {
      throw new Error('down');
    };
    await expect(readiness.findings()).rejects.toThrow('down');
    desk.before = () => {};
    expect(await readiness.findings()).toHaveLength(3);
  });

  describe('a channel that was set up', () => {
    const gone = (reason: string) => ({ status: 'failed', reason }) as const;
    const hour = 60 * minute;

    it('is found not to work with no notice sent, at the next start and within the hour, and well again', async () => {
      await setUp('school', 'lead');
      expect(await found()).not.toHaveProperty('school');
      desk.platform = [gone('account_inactive')];
      expect(
        await desk
          .newBot()
          .readiness(() => [tenant])
          .findings(),
      ).toContainEqual(expect.objectContaining({ finding: 'not-arriving', reason: 'account_inactive' }));
      desk.platform = [gone('account_inactive')];
      desk.now += hour;
      expect((await found()).school).toBe('not-arriving');
      expect(await found()).not.toHaveProperty('school');
    });

    it('is to be tested anew once its test notice cannot be drawn any more', async () => {
      await setUp('school', 'lead');
      desk.platform = [gone('card-gone')];
      expect((await found()).school).toBe('test-gone');
    });

    it('is looked at without a word to anybody, and while all is well once an hour', async () => {
      await setUp('school', 'lead');
      const before = desk.posts.length;
      await found();
      desk.platform = [gone('token_revoked')];
      await found();
      expect([desk.posts.length, desk.platform.length]).toEqual([before, 1]);
    });

    it('says on its test notice who saw it, and can be pressed there again', async () => {
      await setUp('school', 'lead');
      const notice = staff.channel('C-school').at(-1) as Post;
      expect(plainText(notice.message)).toMatch(/Seen by .*, Monday 23 November 2026/);
      await press('deputy', notice, { do: 'setup', site: 'school', act: 'seen' });
      expect(plainText((staff.privately('deputy').at(-1) as Post).message)).toContain('Notices can be seen');
    });

    it('stays set up while a newer test is not answered yet', async () => {
      await setUp('school', 'lead');
      await press('administrator', await staff.types('administrator', 'setup'), { do: 'setup', site: 'school' });
      expect(await found()).not.toHaveProperty('school');
    });

    it('is not set up by sending alone', async () => {
      await press('administrator', await staff.types('administrator', 'setup'), { do: 'setup', site: 'school' });
      expect((await found()).school).toBe('not-tested');
      expect(plainText((await staff.types('administrator', 'setup')).message)).toContain('Not tested yet');
    });
  });

  describe('administrators', () => {
    it('are told in private once a day, whichever process looks', async () => {
      await staff.types('administrator', 'setup');
      expect(await readiness.tell()).toBe(1);
      expect(plainText((told()[0] as Post).message)).toContain('A school, Slack');
      expect(await readiness.tell()).toBe(0);
      expect(
        await desk
          .newBot()
          .readiness(() => [tenant])
          .tell(),
      ).toBe(0);
      desk.now += 2 * day;
      expect(await readiness.tell()).toBe(1);
      expect(told()).toHaveLength(2);
    });

    it('can press from there to the set-up', async () => {
      await staff.types('administrator', 'setup');
      await readiness.tell();
      await press('administrator', told()[0] as Post, { do: 'setup' });
      expect(plainText((staff.privately('administrator').at(-1) as Post).message)).toContain("leads' channel");
    });

    it('hear nothing while all is well', async () => {
      for (const [site, lead] of [
        ['school', 'lead'],
        ['scottish-fostering', 'duty'],
        ['team', 'manager'],
      ] as const) {
        await setUp(site, lead);
      }
      expect([await found(), await readiness.tell()]).toEqual([{}, 0]);
    });

    it('cannot be told before they have spoken with the program once', async () => {
      expect(await readiness.tell()).toBe(0);
    });
  });

  /** From this question on the reply gets through, and no notice. */
  async function raiseWhileFailing(answers: Answers, question: string) {
    const reporter = createTalker(desk);
    await reporter.start();
    await reporter.go(answers, { until: question });
    desk.platform = [0, ...Array.from({ length: 20 }, () => ({ status: 'failed', reason: 'is_archived' }) as const)];
    await reporter.go(answers);
    await desk.idle();
    expect(desk.platform.length).toBeLessThan(20);
    desk.platform = [];
  }
});
