/** The card of acts as it lives on: a call that was made, one that nobody answered, and what is folded. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { plainText } from '../../dialogs/plain.ts';
import { movedOnScreen } from '../../dialogs/screens/question.ts';
import { type Desk, openDesk } from '../support/bot.ts';
import { organisationWith, writtenOrganisation } from '../support/organisation.ts';
import { onBothStores } from '../support/stores.ts';
import { createTalker, type Talker } from '../support/talker.ts';

const colleague = {
  danger: 'no',
  site: 'school',
  topics: ['adult'],
  adultConduct: 'images',
  adultKnown: 'yes',
  positionOfTrust: 'yes',
  council: 'north',
  ladoCouncil: 'north',
  safeToTell: ['lead', 'deputy'],
};

onBothStores((fresh) => {
  let desk: Desk;
  let staff: Talker;
  beforeEach(async () => {
    desk = await openDesk(fresh);
    staff = createTalker(desk);
    await staff.start();
    await staff.go(colleague);
    expect(staff.hasAnswer()).toBe(true);
  });
  afterEach(() => desk.data.close());

  it('"No answer" puts the next of those who may know on top, with the time, on the card where it was pressed', async () => {
    const first = staff.last();
    const posts = staff.posts().length;
    expect(staff.reads()).toMatch(/1\. Ring Lead\b/);
    await staff.press({ do: 'called', result: 'no-answer' });
    expect(staff.reads()).toMatch(/1\. No answer from Lead, \d.*\.\n2\. Ring Deputy\b/);
    expect(staff.reads()).not.toContain('01632 960023');
    expect(staff.last().id).toBe(first.id);
    expect(staff.posts()).toHaveLength(posts);
    // Typed, it comes below, where they look.
    await staff.type('no answer');
    expect(staff.reads()).toMatch(/No answer from Deputy, .*\n2\. Ring (the police|social care)/);
    expect(staff.last().id).not.toBe(first.id);
    expect(desk.shrunk.get(first.id)).toEqual(movedOnScreen());
    await staff.press({ do: 'called', result: 'rung' });
    expect(staff.posts()).toHaveLength(posts + 1);
  });

  it('the card is gone: the next stands below, and lives on there', async () => {
    const card = staff.last();
    desk.posts.splice(0);
    await staff.press({ do: 'called', result: 'no-answer' }, { on: card });
    expect(staff.posts()).toHaveLength(1);
    expect(staff.reads()).toMatch(/1\. No answer from Lead/);
    await staff.press({ do: 'called', result: 'no-answer' });
    expect(staff.posts()).toHaveLength(1);
    expect(staff.reads()).toMatch(/No answer from Deputy/);
  });

  it('"I have rung 1" ticks it and the next stands, pressed or typed, once', async () => {
    const card = staff.last();
    await staff.press({ do: 'called', result: 'rung' });
    expect(staff.reads()).toMatch(/1\. ✓ Lead: rung \d/);
    const posts = staff.posts().length;
    await staff.press({ do: 'called', result: 'rung' }, { on: card });
    expect(staff.reads()).toContain('older card');
    expect(staff.reads().match(/✓/g)).toHaveLength(1);
    expect(staff.posts().length).toBe(posts + 1);
    await staff.type('rung');
    expect(staff.reads().match(/✓/g)).toHaveLength(2);
  });

  it('whoever takes over the role was not rung: neither by a press or words for another, nor by a call noted before', async () => {
    await staff.press({ do: 'called', result: 'no-answer' });
    const card = staff.last();
    expect(staff.reads()).toMatch(/Ring Deputy\b/);
    const [school, ...others] = writtenOrganisation.sites;
    const [deputy] = school?.deputies ?? [];
    const taker = { ...deputy, name: 'Taker', phone: '01632 960077' };
    desk.organisation = organisationWith({ sites: [{ ...school, deputies: [taker] }, ...others] });
    for (const say of [() => staff.type('rung'), () => staff.press({ do: 'called', result: 'rung' }, { on: card })]) {
      await say();
      expect(staff.reads()).toContain('No answer from Lead');
      expect(staff.reads()).not.toContain('✓');
      expect(staff.reads()).not.toContain('Taker');
    }
    const [lead] = school?.leads ?? [];
    desk.organisation = organisationWith({ sites: [{ ...school, leads: [{ ...lead, name: 'Taker' }] }, ...others] });
    await staff.type('what now');
    expect(staff.reads()).not.toMatch(/No answer from/);
    expect(staff.reads()).not.toContain('Taker');
  });

  it('an answer is changed: the older card keeps its numbers until there is a newer one, and then points to it', async () => {
    const first = staff.last();
    await staff.press({ do: 'change' });
    await staff.press({ do: 'change', question: 'safeToTell' });
    expect(desk.shrunk.has(first.id)).toBe(false);
    await staff.choose(['deputy']);
    expect(staff.reads()).toMatch(/1\. Ring Deputy\b/);
    expect(desk.shrunk.get(first.id)).toEqual(movedOnScreen());
  });

  it('all calls made: nothing more is to press, and "rung" changes nothing', async () => {
    for (let turn = 0; turn < 8; turn++) await staff.type('rung');
    expect(staff.reads()).not.toContain('I have rung');
    const before = staff.reads();
    await staff.type('rung');
    expect(staff.reads()).toBe(before);
  });

  it('a part of an old answer: where the talk stands is shown, and nothing of the part; by somebody else nothing at all', async () => {
    const card = staff.last();
    const part = card.token({ do: 'part', part: 'do' });
    await staff.press({ do: 'change' });
    await staff.press({ do: 'change', question: 'adultConduct' });
    await desk.send(staff.from, { kind: 'press', token: part });
    await desk.idle();
    expect(staff.reads()).toContain('What worries you about the adult?');
    expect(staff.reads()).not.toContain('Do not promise');
    const other = createTalker(desk, { channel: 'slack', tenant: 'T1', person: 'U-another' });
    await desk.send(other.from, { kind: 'press', token: part });
    await desk.idle();
    expect(other.reads()).toContain('earlier talk that has ended');
    expect(other.reads()).not.toContain('Do not promise');
  });

  it('a part comes as a message of its own, and the answer is not sent again; "more" gives all of it', async () => {
    await staff.type('what to say');
    expect(staff.reads()).toContain('Say and do');
    expect(staff.reads()).not.toContain('1. Ring');
    await staff.type('more');
    expect(plainText(staff.last().message)).toContain('All numbers');
    expect(staff.reads()).toContain('Rules version');
  });
});
