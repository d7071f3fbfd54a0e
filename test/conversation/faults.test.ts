/**
 * Faults of our own, planted in whatever draws: each drawing function can be made to throw. Nobody is left in silence,
 * the leads hear all the same, and nothing tries the same fault again.
 */
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { plainText } from '../../dialogs/plain.ts';
import { leadCardWords } from '../../dialogs/words/lead-tasks.ts';
import { plainNoticeWords, plainCardWords as words } from '../../dialogs/words/plain-card.ts';
import { StoreUnavailable } from '../../src/store/store.ts';
import { bullying, colleague, type LeadDesk, openLeadDesk } from '../support/lead-desk.ts';
import { onBothStores } from '../support/stores.ts';

const { broken, breakable } = vi.hoisted(() => {
  const names = new Set<string>();
  /** Every function of the module throws while its name is among the broken. */
  const breaks = async (original: () => Promise<object>) =>
    Object.fromEntries(
      Object.entries(await original()).map(([name, value]) => [
        name,
        typeof value !== 'function'
          ? value
          : (...given: unknown[]) => {
              if (names.has(name)) throw new TypeError(`canary-words in ${name}`);
              return value(...given);
            },
      ]),
    );
  return { broken: names, breakable: breaks };
});

vi.mock('../../dialogs/answer/card.ts', breakable);
vi.mock('../../dialogs/answer/record.ts', breakable);
vi.mock('../../dialogs/screens/question.ts', breakable);
vi.mock('../../dialogs/screens/plain-screens.ts', breakable);
vi.mock('../../dialogs/screens/now.ts', breakable);
vi.mock('../../dialogs/screens/store-down.ts', breakable);
vi.mock('../../dialogs/look-up.ts', breakable);
vi.mock('../../dialogs/typed/read.ts', breakable);
vi.mock('../../dialogs/leads/card/notice-card.ts', breakable);
vi.mock('../../dialogs/leads/card/details.ts', breakable);
vi.mock('../../dialogs/leads/card/lead-card.ts', breakable);
vi.mock('../../dialogs/leads/card/lists.ts', breakable);
vi.mock('../../dialogs/leads/concern/lines.ts', breakable);

onBothStores((fresh) => {
  let lead: LeadDesk;
  beforeEach(async () => {
    lead = await openLeadDesk(fresh);
  });
  afterEach(async () => {
    broken.clear();
    await lead.desk.data.close();
  });

  const faults = () => [...new Set(lead.desk.faults)];
  const isDone = async () => expect(await lead.desk.store.due(10)).toEqual([]);

  /** The newest message to the person who raises it is the plain card. */
  function plainly(): string {
    const card = lead.staff.reads();
    expect(card).toContain(words.title);
    expect(card).toContain('999');
    expect(card).toContain('101');
    expect(card).not.toContain('canary');
    return card;
  }

  describe.each(['answerCard'])('where the answer cannot be drawn (%s)', (drawing) => {
    it('the person gets whom to ring at once, the leads their notice, and nothing tries it again', async () => {
      await lead.staff.start();
      broken.add(drawing);
      await lead.staff.go(bullying, { until: 'colleague' });
      await lead.staff.choose(['no']);
      const card = plainly();
      expect(card).toContain('Lead, 01632 960021');
      expect(card).toContain('We are telling your safeguarding leads');
      expect(lead.channel()).toHaveLength(1);
      expect(plainText(lead.card().message)).toContain(lead.reference(lead.card()));
      expect(faults()).toEqual(['reply']);
      const posts = lead.desk.posts.length;
      await lead.settle();
      expect(lead.desk.posts).toHaveLength(posts);

      broken.clear();
      await lead.staff.press({ do: 'show' });
      expect(lead.staff.hasAnswer()).toBe(true);
      expect(lead.channel()).toHaveLength(1);
    });

    it('only those picked are named and told, where the adult may be known', async () => {
      await lead.staff.start();
      broken.add(drawing);
      await lead.staff.go({ ...colleague, safeToTell: ['deputy'] }, { until: 'safeToTell' });
      await lead.staff.choose(['deputy']);
      const card = plainly();
      expect(card).toContain('Deputy, 01632 960022');
      expect(card).not.toContain('Lead, ');
      expect(lead.channel()).toEqual([]);
      expect(lead.privately('deputy')).toHaveLength(1);
      expect([...lead.privately('lead'), ...lead.privately('head')]).toEqual([]);
    });

    it('nobody is named or told where nobody was picked, and in practice nobody is told', async () => {
      await lead.staff.start();
      broken.add(drawing);
      await lead.staff.go({ ...colleague, safeToTell: ['none'] }, { until: 'safeToTell' });
      await lead.staff.choose(['none']);
      expect(plainly()).toContain(words.nobody);
      expect(plainly()).not.toMatch(/Lead, |Deputy, |Head, /);

      const practising = lead.another();
      await practising.start(true);
      await practising.go(bullying, { until: 'colleague' });
      await practising.choose(['no']);
      expect(plainly()).toContain('Practice');
      expect([...lead.channel(), ...lead.privately('lead')]).toEqual([]);
      await lead.settle();
      await isDone();
    });
  });

  /** What is drawn, and how somebody comes to see it. */
  const ways: Readonly<Record<string, () => Promise<unknown>>> = {
    firstScreen: () => lead.staff.hello(),
    questionScreen: () => lead.staff.press({ do: 'start', practice: false }),
    helpScreen: () => lead.staff.type('help'),
    whyScreen: () => lead.staff.type('why'),
    nowScreen: () => lead.staff.type('what must I do now?'),
    changeScreen: () => lead.staff.type('change'),
    fileNotice: () => lead.staff.file(),
    stoppedScreen: () => lead.staff.type('stop'),
    lookUp: () => lead.staff.type('number for childline'),
    readTyped: () => lead.staff.type('he says he will kill her'),
  };

  it.each(Object.keys(ways))('%s throws: the plain card comes, and afterwards all goes on', async (drawing) => {
    if (drawing === 'questionScreen') await lead.staff.hello();
    else if (drawing !== 'firstScreen') await lead.staff.start();
    const before = lead.staff.posts().length;
    broken.add(drawing);
    await ways[drawing]?.();
    expect(lead.staff.posts()).toHaveLength(before + 1);
    plainly();
    expect(faults()).toHaveLength(1);
    await isDone();

    broken.clear();
    await lead.staff.type('start');
    expect(lead.staff.asked()).toBe('danger');
  });

  it('the record and taking it back cannot be drawn: the plain card, beside the answer', async () => {
    await lead.raise(bullying);
    for (const [drawing, typed] of [
      ['recordScreen', 'record'],
      ['withdrawScreen', 'I raised this by mistake'],
    ] as const) {
      broken.add(drawing);
      await lead.staff.type(typed);
      plainly();
      broken.clear();
    }
  });

  it('without a store and without its screen there is still whom to ring', async () => {
    broken.add('storeDownScreen');
    lead.desk.before = () => {
      throw new StoreUnavailable('no', 'down');
    };
    const taken = await lead.staff.hello();
    expect(taken.status === 'unknown' && plainText(taken.say)).toContain(words.title);
  });

  it('the card answered last cannot be drawn: the next question comes, and it keeps its buttons', async () => {
    await lead.staff.start();
    broken.add('answeredScreen');
    expect(await lead.staff.press({ do: 'answer', value: 'no' })).toMatchObject({ status: 'taken' });
    expect(faults()).toContain('answered-card');
    plainly();
    broken.clear();
    await lead.staff.type('1');
    expect(lead.staff.asked()).toBe('topics');
  });

  it('the platform cannot draw it: the plain card at once', async () => {
    await lead.staff.start();
    lead.desk.platform = [new TypeError('canary')];
    await lead.staff.press({ do: 'answer', value: 'no' });
    plainly();
    expect(faults()).toEqual(['drawing']);
    await isDone();
    lead.desk.platform = [new TypeError('canary')];
    await lead.staff.type('number for childline');
    plainly();
  });

  describe('what leads get', () => {
    it('a notice that cannot be drawn is a plain one, with its reference; it can be taken and opened', async () => {
      broken.add('noticeCard');
      await lead.raise(bullying);
      const notice = plainText(lead.card().message);
      expect(notice).toContain(plainNoticeWords.today);
      expect(notice).toContain(plainNoticeWords.rest);
      expect(notice).toContain(lead.reference(lead.card()));
      expect(lead.staff.hasAnswer()).toBe(true);
      expect(faults()).toEqual(['notice']);
      await lead.settle();
      expect(lead.channel()).toHaveLength(1);
      broken.clear();
      await lead.press('lead', 'take');
      expect(lead.all(lead.privately('lead'))).toContain(leadCardWords.yours);
      expect(plainText(lead.card().message)).toContain('Lead has it');
    });

    it('a restricted one goes in plain to those picked and nobody else, and again when nobody takes it', async () => {
      broken.add('noticeCard');
      await lead.raise(colleague, { safeToTell: ['deputy', 'head'] });
      await lead.pass(60);
      expect(lead.channel()).toEqual([]);
      expect(lead.privately('lead')).toEqual([]);
      for (const picked of ['deputy', 'head']) {
        expect(lead.all(lead.privately(picked))).toContain(plainNoticeWords.rest);
      }
    });

    it('news that cannot be drawn is told plainly to the reporter and in the thread; the card stays as it was', async () => {
      await lead.raise(bullying);
      const card = plainText(lead.card().message);
      broken.add('noticeCard').add('reporterLine');
      await lead.press('lead', 'take');
      expect(plainText(lead.card().message)).toBe(card);
      expect(lead.all(lead.thread())).toContain(plainNoticeWords.changed);
      expect(lead.desk.posts.some(({ message }) => plainText(message).includes(plainNoticeWords.reporter))).toBe(true);
    });

    it("a lead's press counts though what it shows cannot be drawn", async () => {
      await lead.raise(bullying);
      broken.add('leadCard').add('detailsCard');
      await lead.press('lead', 'take');
      expect(lead.all(lead.privately('lead'))).toContain(plainNoticeWords.changed);
      expect(plainText(lead.card().message)).toContain('Lead has it');
      const notShown = () => {
        const shown = plainText(lead.newest('lead').message);
        expect(shown).toContain(plainNoticeWords.notShown);
        expect(shown).toContain(lead.reference(lead.card()));
      };
      await lead.press('lead', 'open');
      notShown();
      broken.delete('leadCard');
      await lead.press('lead', 'open', { on: lead.newest('lead') });
      expect(plainText(lead.newest('lead').message)).toContain(leadCardWords.yours);
      await lead.press('lead', 'advice', { on: lead.newest('lead') });
      notShown();
    });

    it('a list that cannot be drawn is said so', async () => {
      broken.add('concernList');
      expect(await lead.typed('lead', 'concerns')).toContain(plainNoticeWords.notShown);
      expect(faults()).toEqual(['lead']);
    });
  });
});
