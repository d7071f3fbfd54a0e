import { afterEach, beforeEach, expect, it } from 'vitest';
import { plainText } from '../../dialogs/plain.ts';
import { toldShort } from '../../dialogs/words/acts.ts';
import { practiceLine } from '../../dialogs/words/screens.ts';
import { told } from '../../dialogs/words/told.ts';
import { type Desk, openDesk } from '../support/bot.ts';
import { onBothStores } from '../support/stores.ts';
import { type Answers, createTalker, type Talker, tickedOn } from '../support/talker.ts';

const stories: readonly (readonly [string, Answers])[] = [
  ['a picture, nothing else known', { danger: 'no', site: 'school', topics: ['imagery'] }],
  [
    'a calm picture',
    {
      danger: 'no',
      site: 'school',
      topics: ['imagery'],
      adultInvolved: 'no',
      triggers: ['none'],
      aboutPicture: ['none'],
      tellingParentsRisky: 'no',
    },
  ],
  [
    'a colleague with abuse pictures',
    {
      danger: 'no',
      site: 'team',
      topics: ['adult'],
      adultConduct: 'images',
      adultKnown: 'yes',
      positionOfTrust: 'yes',
      council: 'north',
      ladoCouncil: 'south',
    },
  ],
  ['danger and two topics', { danger: 'yes', site: 'school', topics: ['blackmail', 'bullying'], council: 'elsewhere' }],
];

onBothStores((fresh) => {
  let desk: Desk;
  let staff: Talker;
  beforeEach(async () => {
    desk = await openDesk(fresh);
    staff = createTalker(desk);
  });
  afterEach(() => desk.data.close());

  /** Each concern has its own. */
  const withoutReference = (text: string) => text.replace(/ Ref [A-Z0-9-]+\./, '');
  const answerOf = async (talker: Talker, answers: Answers, by: 'press' | 'type' | 'numbers') => {
    await talker.start();
    await talker.go(answers, { by });
    return talker
      .posts()
      .slice(-1)
      .map(({ message }) => withoutReference(plainText(message)));
  };

  it.each(stories)('%s: buttons, words and numbers reach the same answer', async (_, answers) => {
    const pressed = await answerOf(staff, answers, 'press');
    const typed = await answerOf(createTalker(desk), answers, 'type');
    const numbered = await answerOf(createTalker(desk), answers, 'numbers');
    expect(typed).toEqual(pressed);
    expect(numbered).toEqual(pressed);
  });

  it('every message ends with the emergency line', async () => {
    await answerOf(staff, {}, 'press');
    for (const { message } of staff.posts()) expect(plainText(message)).toMatch(/Ring 999/);
  });

  it('back takes the last answer away, also behind a place, and at the very first question stays there', async () => {
    await staff.start();
    await staff.press({ do: 'back' });
    expect(staff.asked()).toBe('danger');
    await staff.go({ danger: 'no', topics: ['domesticAbuse'] }, { until: 'council' });
    await staff.type('back');
    expect(staff.asked()).toBe('colleague');
    await staff.go({}, { until: 'council' });
    await staff.choose(['north']);
    await staff.type('back');
    expect(staff.asked()).toBe('council');
  });

  it('back takes away what is asked now, not a place named before a change opened new questions', async () => {
    await staff.start();
    await staff.go({ danger: 'no', topics: ['domesticAbuse'] });
    await staff.press({ do: 'change' });
    await staff.press({ do: 'change', question: 'topics' });
    await staff.choose(['bullying']);
    expect(staff.asked()).toBe('aboutBullying');
    await staff.press({ do: 'back' });
    expect(staff.asked()).toBe('topics');
  });

  it('a changed answer gives what answering afresh gives', async () => {
    const calm: Answers = stories[1]?.[1] ?? {};
    const afresh = await answerOf(createTalker(desk), { ...calm, adultInvolved: 'yes' }, 'press');
    await answerOf(staff, calm, 'press');
    await staff.press({ do: 'change' });
    await staff.press({ do: 'change', question: 'adultInvolved' });
    expect(staff.asked()).toBe('adultInvolved');
    await staff.choose(['yes']);
    await staff.go(calm);
    const changed = staff
      .posts()
      .slice(-1)
      .map(({ message }) => plainText(message));
    // The calm answer let a notice go, and what is said about the leads must own up to it.
    const asWithheld = (text: string) =>
      withoutReference(text).replace(told.already, told.withheld).replace(toldShort.already, toldShort.withheld);
    expect(changed.map(asWithheld)).toEqual(afresh);
  });

  it('"none of these" does not count for choices that were not on the list', async () => {
    await staff.start();
    await staff.go({ danger: 'no', topics: ['imagery', 'bullying'], aboutBullying: ['none'] });
    await staff.press({ do: 'change' });
    await staff.press({ do: 'change', question: 'topics' });
    await staff.choose(['bullying']);
    await staff.go({}, { until: 'aboutBullying' });
    expect(staff.asked()).toBe('aboutBullying');
  });

  it('an answer asked again shows what was chosen, and stands until a new one is given', async () => {
    await answerOf(staff, stories[2]?.[1] ?? {}, 'press');
    const before = staff.reads();
    await staff.press({ do: 'change' });
    await staff.press({ do: 'change', question: 'topics' });
    expect(tickedOn(staff.last().message)).toEqual(['adult']);
    await staff.press({ do: 'back' });
    expect(staff.reads()).toBe(before);
  });

  it.each(['help', 'why', 'now', 'change'] as const)('"%s" works on every turn and changes nothing', async (word) => {
    await staff.start();
    while (!staff.hasAnswer()) {
      const question = staff.asked();
      await staff.type(word === 'now' ? 'what must I do now?' : word);
      await staff.press({ do: 'show' });
      expect(staff.asked()).toBe(question);
      await staff.answerOne();
    }
    await staff.type(word);
    await staff.type('show');
    expect(staff.hasAnswer()).toBe(true);
  });

  it('an answered card only shrinks; looking at something else leaves the question its buttons', async () => {
    await staff.start();
    const danger = staff.last();
    await staff.type('why');
    expect(desk.shrunk.get(danger.id)).toBeUndefined();
    await staff.press({ do: 'answer', question: 'danger', value: 'no' }, { on: danger });
    expect(plainText(desk.shrunk.get(danger.id) ?? danger.message)).toContain('You answered: No');
    const site = staff.last();
    await staff.press({ do: 'now' });
    await staff.press({ do: 'show' });
    expect(desk.shrunk.has(site.id)).toBe(true);
    const shown = staff.last();
    await staff.type('start again');
    expect(desk.shrunk.has(shown.id)).toBe(true);
    expect(staff.asked()).toBe('danger');
  });

  it('a question that came twice in a hurry loses the buttons of both; an older card is answered as one, and loses its own', async () => {
    await staff.start();
    const older = staff.last();
    desk.platform.push(100, 400);
    await Promise.all([staff.type('show'), staff.type('start')]);
    await desk.idle();
    const twice = staff.posts().slice(-2);
    expect(twice.map(({ message }) => message.summary)).toEqual([older.message.summary, older.message.summary]);
    await staff.press({ do: 'answer', question: 'danger', value: 'no' });
    for (const { id } of twice) expect(desk.shrunk.has(id)).toBe(true);

    desk.shrunk.clear();
    const asked = staff.asked();
    const token = older.token({ do: 'answer', question: 'danger', value: 'yes' });
    await desk.send(staff.from, { kind: 'press', token, card: { id: older.id } });
    await desk.idle();
    expect(plainText(desk.shrunk.get(older.id) ?? older.message)).not.toContain('Yes');
    expect(staff.reads()).toContain('older card');
    expect(staff.asked()).toBe(asked);
  });

  it('the record holds the answers, and the answer comes back after it', async () => {
    await answerOf(staff, {}, 'press');
    await staff.press({ do: 'record' });
    expect(staff.reads()).toContain('Could anyone come to harm now or tonight? Not sure');
    await staff.press({ do: 'show' });
    expect(staff.hasAnswer()).toBe(true);
  });

  it('start again and stop forget the answers; where somebody works is remembered', async () => {
    await answerOf(staff, { site: 'team' }, 'press');
    await staff.press({ do: 'restart' });
    await staff.choose(['no']);
    expect(staff.asked()).toBe('topics');
    await staff.type('stop');
    expect(staff.asked()).toBeUndefined();
    await staff.press({ do: 'start' });
    await staff.choose(['no']);
    expect(staff.asked()).toBe('topics');
    expect((await desk.store.read(staff.key)).entries).toHaveLength(2);
  });

  it('an answer that shows another side asks the questions of that side, each once', async () => {
    await staff.start();
    const asked: (string | undefined)[] = [];
    while (!staff.hasAnswer()) {
      asked.push(staff.asked());
      await staff.answerOne({ danger: 'no', topics: ['bullying'], aboutBullying: ['nudesInvolved'], council: 'north' });
    }
    expect(asked).toContain('adultInvolved');
    expect(new Set(asked).size).toBe(asked.length);
  });

  it('a practice run says so on every screen and tells nobody, also when started again', async () => {
    await staff.start(true);
    await staff.go();
    await staff.press({ do: 'restart' });
    await staff.go();
    await staff.press({ do: 'record' });
    for (const { message } of staff.posts().slice(1)) expect(plainText(message)).toContain(practiceLine);
    await desk.sweepLater();
    expect(desk.notices()).toEqual([]);
  });
});
