/** What typed words may mean is asked back, beside the question that stands: nobody loses their place, nobody is scolded. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { again, heard as words } from '../../dialogs/words/screens.ts';
import { type Desk, openDesk } from '../support/bot.ts';
import { onBothStores } from '../support/stores.ts';
import { buttonsOn, createTalker, type Talker, tickedOn } from '../support/talker.ts';

onBothStores((fresh) => {
  let desk: Desk;
  let staff: Talker;
  beforeEach(async () => {
    desk = await openDesk(fresh);
    staff = createTalker(desk);
  });
  afterEach(() => desk.data.close());

  const labels = () => buttonsOn(staff.last().message).map(({ label }) => label);
  const begin = async (until: string) => {
    await staff.start();
    await staff.go({ danger: 'no', site: 'school', topics: 'imagery' }, { until });
  };
  const doubtful = 'she put thank you for everything on her status';
  const danger = [words.danger.yes, words.danger.no];

  it('two near meanings are two buttons; each does what it says', async () => {
    await staff.type('upskirting at school');
    const [lookUp] = labels().filter((label) => label.startsWith(words.lookUp));
    expect([lookUp, ...labels()]).toEqual(expect.arrayContaining([expect.any(String), words.start]));
    await staff.press({ do: 'look-up' });
    expect(staff.reads()).toMatch(/upskirting/i);
    await staff.press({ do: 'start', practice: false });
    expect(staff.asked()).toBe('danger');
    await staff.go({ danger: 'no', site: 'school' }, { until: 'topics' });
    expect(tickedOn(staff.last().message)).not.toEqual([]);
  });

  it('words that may speak of danger ask about it above the question that stands, once, and keep the place', async () => {
    await begin('adultInvolved');
    await staff.type(doubtful);
    expect(labels()).toEqual(expect.arrayContaining(danger));
    expect(staff.asked()).toBe('adultInvolved');
    await staff.press({ do: 'show' });
    expect(staff.asked()).toBe('adultInvolved');
    expect(labels()).not.toEqual(expect.arrayContaining(danger));
  });

  it('"Yes, or not sure" puts the question about danger again, and its answer counts', async () => {
    await begin('adultInvolved');
    await staff.type(doubtful);
    await staff.press({ do: 'change', question: 'danger' });
    expect(staff.asked()).toBe('danger');
    await staff.press({ do: 'answer', value: 'yes' });
    expect(staff.asked()).toBe('adultInvolved');
    expect(staff.reads()).toContain('999');
    await staff.type(doubtful);
    expect(labels()).not.toEqual(expect.arrayContaining(danger));
  });

  it('words that no question knows name look-ups, and the question stands again', async () => {
    await begin('adultInvolved');
    for (const text of ['zxcv child qwerty', 'blah']) {
      await staff.type(text);
      expect(staff.asked()).toBe('adultInvolved');
      expect(labels().filter((label) => label.startsWith(words.lookUp)).length).toBeLessThanOrEqual(2);
      expect(staff.reads()).not.toMatch(/invalid|wrong|error/i);
      expect(staff.reads()).not.toContain(text);
    }
  });

  it('a description at any question offers its topics to be added, several at once, and keeps the place', async () => {
    await begin('adultInvolved');
    await staff.type('a coach is messaging her and they are bullying her in the group chat');
    expect(labels().filter((label) => label.startsWith(words.add)).length).toBeGreaterThanOrEqual(2);
    expect(staff.asked()).toBe('adultInvolved');
    await staff.press({ do: 'go-through', topic: 'bullying' });
    await staff.press({ do: 'go-through', topic: 'adult' });
    expect(staff.asked()).toBe('adultInvolved');
    const asked: string[] = [];
    while (!staff.hasAnswer()) {
      asked.push(staff.asked() ?? '');
      await staff.answerOne();
    }
    expect(asked).toEqual(expect.arrayContaining(['positionOfTrust', 'aboutBullying']));
  });

  it('what was told already is not asked for again', async () => {
    await begin('adultInvolved');
    await staff.type('there are nudes of her going round');
    expect(labels().filter((label) => label.startsWith(words.add))).toEqual([]);
    expect(staff.reads()).toContain(again['same-topics']);
    expect(staff.asked()).toBe('adultInvolved');
  });

  it('the first sentence is said back as its topics, in our words', async () => {
    await staff.type('a girl sent a nude to a boy and he has shared it with jasmine');
    expect(staff.reads()).toContain(words.understood);
    expect(staff.reads()).not.toMatch(/jasmine/i);
    await staff.go({ danger: 'no', site: 'school' }, { until: 'topics' });
    expect(tickedOn(staff.last().message)).toContain('imagery');
  });

  it('where none of the topics fits, "none" ticks something else, which has its guard', async () => {
    await staff.start();
    await staff.go({ danger: 'no', site: 'school' }, { until: 'topics' });
    await staff.type('none of these fit');
    expect(tickedOn(staff.last().message)).toEqual(['other']);
    await staff.press({ do: 'ticks' }, { ticked: ['other'] });
    const asked: string[] = [];
    while (!staff.hasAnswer()) {
      asked.push(staff.asked() ?? '');
      await staff.answerOne({ staffConduct: 'no', colleague: 'unsure' });
    }
    expect(asked).toEqual(expect.arrayContaining(['colleague', 'safeToTell']));
  });
});
