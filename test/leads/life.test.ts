/** The whole life of a concern as its leads see it, on both stores: told, taken, done, escalated, guarded. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainText } from '../../dialogs/plain.ts';
import type { Post } from '../support/bot.ts';
import { bullying, colleague, type LeadDesk, openLeadDesk } from '../support/lead-desk.ts';
import { onBothStores } from '../support/stores.ts';
import { buttonsOn } from '../support/talker.ts';

onBothStores((fresh) => {
  let lead: LeadDesk;
  beforeEach(async () => {
    lead = await openLeadDesk(fresh);
  });
  afterEach(() => lead.desk.data.close());

  describe('an open concern', () => {
    it('is told in the channel of its site at once, and the person who raised it hears that', async () => {
      await lead.raise(bullying);
      expect(lead.channel()).toHaveLength(1);
      expect(lead.channel('C-team')).toHaveLength(0);
      expect(lead.staff.news().join()).toMatch(/channel/);
    });

    it('is taken, ticked and done: one card all the way, its history in the thread, the reporter told each time', async () => {
      await lead.raise(bullying);
      await lead.press('lead', 'take');
      expect(lead.channel()).toHaveLength(1);
      expect(plainText(lead.card().message)).toContain('Lead');
      expect(lead.staff.news().at(-1)).toContain('Lead');
      await lead.closeIt('lead');
      expect(lead.thread().length).toBeGreaterThan(0);
      expect(lead.channel()).toHaveLength(1);
      expect(lead.staff.news().at(-1)).toContain('has dealt with it and closed it');
      expect(buttonsOn(lead.card().message)).toEqual([]);
    });

    it('taken by two at the same second has one owner, and the other is told who', async () => {
      await lead.raise(bullying);
      const token = lead.token('take');
      await Promise.all([lead.pressToken('lead', token), lead.pressToken('deputy', token)]);
      const owners = plainText(lead.card().message);
      const [first, second] = owners.includes('Deputy') ? ['Deputy', 'lead'] : ['Lead', 'deputy'];
      expect(plainText((lead.privately(second).at(-1) as Post).message)).toContain(first);
    });

    it('that nobody takes goes to the next people, again and again, until somebody does', async () => {
      await lead.raise({ ...bullying, danger: 'yes' });
      expect(lead.privately('deputy')).toHaveLength(1);
      await lead.pass(9);
      expect(lead.privately('deputy')).toHaveLength(1);
      await lead.pass(2);
      expect(lead.privately('deputy')).toHaveLength(2);
      await lead.pass(60);
      expect(lead.privately('head').length).toBeGreaterThan(0);
      const before = lead.desk.posts.length;
      await lead.press('head', 'take', { on: lead.newest('head') });
      const after = lead.desk.posts.length;
      expect(after).toBeGreaterThan(before);
      await lead.pass(200);
      const reminders = lead.desk.posts.slice(after).filter(({ to }) => to.to !== 'U-head' && to.place !== 'chat');
      expect(reminders.filter(({ to }) => to.channel === 'C-school')).toHaveLength(0);
      expect(lead.staff.news().length).toBeGreaterThan(2);
    });

    it('tells the leads when the answer changes, once, and how', async () => {
      await lead.raise(bullying);
      await lead.press('lead', 'take');
      await lead.staff.press({ do: 'change' });
      await lead.staff.press({ do: 'change', question: 'danger' });
      await lead.staff.choose(['yes']);
      await lead.staff.go({ aboutBullying: ['none'] });
      expect(lead.all(lead.thread())).toMatch(/chang/i);
      await lead.press('lead', 'open');
      expect(plainText(lead.newest('lead').message)).toMatch(/chang/i);
    });

    it('that is the same as another is joined to it: each who raised one is told, and both histories say so', async () => {
      await lead.raise(bullying);
      const { staff: first } = lead;
      const second = lead.another();
      await lead.raise(bullying);
      const [one, same] = lead.channel() as [Post, Post];
      await lead.press('lead', 'open', { on: same });
      await lead.press('lead', 'same', { on: lead.newest('lead') });
      await lead.press('lead', 'same', { on: lead.newest('lead'), detail: lead.concernIn(one) });
      expect(first.news().join()).toMatch(/joined another concern with it/);
      expect(second.news().join()).toMatch(/joined it with another concern/);
      const [kept, joined] = lead.channel() as [Post, Post];
      expect(plainText(joined.message)).toContain('A concern has ended');
      expect(lead.all(lead.desk.posts.filter(({ to }) => to.id === one.id))).toContain('joined another concern to it');
      expect(buttonsOn(kept.message).map(({ action }) => 'act' in action && action.act)).toContain('take');
    });

    it.each(['not-us', 'same'] as const)(
      'that was closed by "%s" is open again once an answer changes',
      async (act) => {
        await lead.raise(bullying);
        const { staff } = lead;
        lead.another();
        await lead.raise(bullying);
        const [, closing] = lead.channel() as [Post, Post];
        const concern = lead.concernIn(closing);
        const detail = act === 'same' ? lead.concernIn(lead.card()) : 'test!';
        await lead.pressToken('lead', closing.token({ do: 'lead', act, concern, detail }));
        expect(plainText((lead.channel()[1] as Post).message)).toContain('A concern has ended');
        const before = lead.privately('head').length;
        await lead.change('danger', ['yes'], { aboutBullying: ['none'] });
        await lead.pass(1);
        const newest = lead.channel().at(-1) as Post;
        expect(plainText(newest.message)).toContain('A concern needs a safeguarding lead now');
        expect(lead.concernIn(newest)).toBe(concern);
        await lead.pass(40);
        expect(lead.privately('head').length).toBeGreaterThan(before);
        expect(staff.news().length).toBeGreaterThan(0);
      },
    );

    it('is nobody else’s: a lead of another site, the chair, and a stranger see the same refusal', async () => {
      await lead.raise(bullying);
      const token = lead.token('open');
      const said = [];
      for (const person of ['manager', 'chair', 'nobody']) {
        await lead.pressToken(person, token);
        said.push(plainText(lead.newest(person).message));
      }
      expect(new Set(said).size).toBe(1);
      expect(said[0]).not.toMatch(/bullying/i);
    });

    it('stands in its leads’ list, not in those of another site', async () => {
      await lead.raise(bullying);
      const reference = lead.reference(lead.card());
      expect(await lead.typed('lead', 'concerns')).toContain(reference);
      expect(await lead.typed('manager', 'concerns')).not.toContain(reference);
    });
  });

  describe('a restricted concern', () => {
    it('where nobody is picked tells nobody', async () => {
      await lead.raise(colleague, { safeToTell: ['none'] });
      await lead.pass(200);
      expect(lead.desk.posts.every(({ to }) => to.place === 'chat')).toBe(true);
    });

    it('tells only the people picked, privately; it is in no channel, no other list, and in no count', async () => {
      await lead.raise(colleague, { safeToTell: ['head'] });
      await lead.pass(200);
      expect(lead.privately('head').length).toBeGreaterThan(0);
      expect(lead.channel()).toHaveLength(0);
      expect(lead.privately('lead')).toHaveLength(0);
      expect(lead.privately('deputy')).toHaveLength(0);
      const reference = lead.reference(lead.privately('head')[0] as Post);
      expect(await lead.typed('head', 'concerns')).toContain(reference);
      expect(await lead.typed('lead', 'concerns')).not.toContain(reference);
      // Told again, they have several cards; only the newest is pressed.
      const cards = lead.privately('head').filter(({ message }) => message.summary.includes('needs'));
      expect(cards).toHaveLength(1);
      const [card] = cards as [Post];
      const token = card.token({ do: 'lead', act: 'open', concern: lead.concernIn(card) });
      const genuine = lead.privately('lead').length;
      await lead.pressToken('lead', token);
      expect(plainText((lead.privately('lead')[genuine] as Post).message)).not.toContain(reference);
    });

    it('can be picked later: who knows from then on changes, and the channel learns nothing', async () => {
      await lead.raise(colleague, { safeToTell: ['none'] });
      await lead.staff.press({ do: 'change' });
      await lead.staff.press({ do: 'change', question: 'safeToTell' });
      await lead.staff.press({ do: 'ticks', question: 'safeToTell' }, { ticked: ['chair'] });
      await lead.desk.idle();
      expect(lead.privately('chair')).toHaveLength(1);
      expect(lead.channel()).toHaveLength(0);
    });
  });

  it('whoever raised it is asked for a word by one lead at a time', async () => {
    await lead.raise(bullying);
    await lead.press('lead', 'take');
    const details = lead.newest('lead');
    const token = details.token({ do: 'lead', act: 'contact', concern: lead.concernIn(details) });
    const asked = async (who: string, minutes: number) => {
      await lead.pass(minutes);
      const before = lead.staff.news().length;
      await lead.pressToken(who, token);
      return lead.staff.news().length - before;
    };
    expect([
      await asked('lead', 0),
      await asked('deputy', 1),
      await asked('lead', 1),
      await asked('deputy', 5),
    ]).toEqual([1, 0, 0, 1]);
  });

  describe('"get a lead to me now"', () => {
    const posted = (posts: readonly Post[]) =>
      posts.map(({ message }) => plainText(message).replace(/\b[A-Z0-9]{4}-[A-Z0-9]{4}\b/g, 'REF'));

    it('posts at once, with nothing but a reference and a time, and once however often it is pressed', async () => {
      await lead.call();
      expect(lead.channel()).toHaveLength(1);
      await lead.staff.type('get a lead to me now');
      expect(lead.channel()).toHaveLength(1);
    });

    it('by the same person from talk after talk is one call while it is open; by another, or later, it is a new one', async () => {
      for (let talk = 0; talk < 5; talk++) {
        await lead.call();
        await lead.staff.type('stop and forget');
        await lead.pass(1);
      }
      expect(lead.channel()).toHaveLength(1);
      lead.another();
      await lead.call();
      expect(lead.channel()).toHaveLength(2);
      await lead.press('lead', 'take', { on: lead.channel()[1] as Post });
      await lead.staff.type('stop and forget');
      await lead.call();
      expect(lead.channel()).toHaveLength(3);
    });

    it('leaves the same history in the channel whether the concern is then restricted or not', async () => {
      const histories = [];
      for (const answers of [bullying, { ...colleague, safeToTell: ['head'] }]) {
        lead.desk.posts.length = 0;
        lead.desk.now = Date.UTC(2026, 10, 23, 10);
        lead.another();
        await lead.call();
        await lead.pass(3);
        await lead.staff.go({ ...answers, danger: 'yes' });
        await lead.pass(120);
        histories.push(posted(lead.channel()));
      }
      expect(histories[0]?.length).toBeGreaterThan(1);
      expect(histories[1]).toEqual(histories[0]);
    });
  });
});
