/** The whole life of a concern as its leads see it, on both stores: told, taken, done, escalated, guarded. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { LeadAct } from '../../dialogs/leads/concern-view.ts';
import type { Action } from '../../dialogs/message.ts';
import { plainText } from '../../dialogs/plain.ts';
import { type Desk, openDesk, type Post } from '../support/bot.ts';
import { organisationWith, writtenOrganisation } from '../support/organisation.ts';
import { onBothStores } from '../support/stores.ts';
import { type Answers, buttonsOn, createTalker, type Talker } from '../support/talker.ts';

const minute = 60_000;
const bullying: Answers = { danger: 'no', site: 'school', topics: ['bullying'], aboutBullying: ['none'] };
const colleague: Answers = { danger: 'no', site: 'school', topics: ['adult'], adultKnown: 'yes' };

/** Everybody named has an account, and the school has a channel. */
function staffed() {
  const [school, ...others] = writtenOrganisation.sites;
  const account = <T extends { id: string }>(person: T) => ({ ...person, slack: `U-${person.id}` });
  return organisationWith({
    sites: [
      {
        ...school,
        channel: { slack: 'C-school' },
        leads: school?.leads.map(account),
        deputies: school?.deputies?.map(account),
        head: school?.head && account(school.head),
        chair: school?.chair && account(school.chair),
      },
      ...others.map((site) => ({ ...site, channel: { slack: `C-${site.id}` }, leads: site.leads.map(account) })),
    ],
  });
}

onBothStores((fresh) => {
  let desk: Desk;
  let staff: Talker;
  beforeEach(async () => {
    desk = await openDesk(fresh, staffed());
    staff = createTalker(desk);
  });
  afterEach(() => desk.data.close());

  const raise = async (answers: Answers, more: Answers = {}) => {
    await staff.start();
    await staff.go({ ...answers, ...more });
  };
  const channel = (name = 'C-school') => desk.posts.filter(({ to }) => to.channel === name);
  const card = () => channel()[0] as Post;
  /** Posts in the thread under a card carry its address. */
  const thread = () => desk.posts.filter(({ to }) => to.id === card().id);
  const privately = (person: string) =>
    desk.posts.filter(({ to }) => to.place === 'private' && to.to === `U-${person}`);
  const all = (posts: readonly Post[]) => posts.map(({ message }) => plainText(message)).join('\n---\n');

  /** A lead presses this act on a card; what they are shown comes to them alone. */
  async function press(person: string, act: LeadAct, { on = card(), detail = undefined as string | undefined } = {}) {
    const isIt = (action: Action) => action.do === 'lead' && action.act === act && action.detail === detail;
    const button = buttonsOn(on.message).find(({ action }) => isIt(action));
    if (!button) throw new Error(`There is no "${act}" on: ${plainText(on.message)}`);
    return pressToken(person, on.token(button.action));
  }
  async function pressToken(person: string, token: string) {
    const from = { channel: 'slack', tenant: 'T1', person: `U-${person}` } as const;
    const taken = await desk.bot.take({
      from,
      delivery: crypto.randomUUID(),
      address: { place: 'private', to: from.person },
      at: new Date(desk.now),
      input: { kind: 'press', token },
    });
    await desk.idle();
    return taken;
  }
  /** Minute by minute, as the sweep does it. */
  async function pass(minutes: number) {
    for (let i = 0; i < minutes; i++) {
      desk.now += minute;
      await desk.bot.outbox.sweep();
      await desk.idle();
    }
  }
  const typed = async (person: string, text: string) => {
    const from = { channel: 'slack', tenant: 'T1', person: `U-${person}` } as const;
    await desk.send(from, { kind: 'text', text });
    await desk.idle();
    return plainText((desk.posts.at(-1) as Post).message);
  };

  describe('an open concern', () => {
    it('is told in the channel of its site at once, and the person who raised it hears that', async () => {
      await raise(bullying);
      expect(channel()).toHaveLength(1);
      expect(channel('C-team')).toHaveLength(0);
      expect(staff.news().join()).toMatch(/channel/);
    });

    it('is taken, ticked and done: one card all the way, its history in the thread, the reporter told each time', async () => {
      await raise(bullying);
      await press('lead', 'take');
      expect(channel()).toHaveLength(1);
      expect(plainText(card().message)).toContain('Lead');
      expect(staff.news().at(-1)).toContain('Lead');
      const details = privately('lead').at(-1) as Post;
      const duties = buttonsOn(details.message).flatMap(({ action }) =>
        action.do === 'lead' && action.act === 'done' ? [action.detail] : [],
      );
      for (const detail of duties) await press('lead', 'done', { on: details, detail });
      expect(thread().length).toBeGreaterThan(0);
      expect(channel()).toHaveLength(1);
      if (duties.length > 0) expect(staff.news().length).toBeGreaterThan(2);
    });

    it('taken by two at the same second has one owner, and the other is told who', async () => {
      await raise(bullying);
      const take = buttonsOn(card().message).find(({ action }) => action.do === 'lead' && action.act === 'take');
      const token = card().token(take?.action as Action);
      await Promise.all([pressToken('lead', token), pressToken('deputy', token)]);
      const owners = plainText(card().message);
      const [first, second] = owners.includes('Deputy') ? ['Deputy', 'lead'] : ['Lead', 'deputy'];
      expect(plainText((privately(second).at(-1) as Post).message)).toContain(first);
    });

    it('that nobody takes goes to the next people, again and again, until somebody does', async () => {
      await raise({ ...bullying, danger: 'yes' });
      await pass(9);
      expect(privately('deputy')).toHaveLength(0);
      await pass(2);
      expect(privately('deputy')).toHaveLength(1);
      await pass(60);
      expect(privately('head').length).toBeGreaterThan(0);
      const before = desk.posts.length;
      await press('head', 'take', { on: privately('head').at(-1) as Post });
      const after = desk.posts.length;
      expect(after).toBeGreaterThan(before);
      await pass(200);
      const reminders = desk.posts.slice(after).filter(({ to }) => to.to !== 'U-head' && to.place !== 'chat');
      expect(reminders.filter(({ to }) => to.channel === 'C-school')).toHaveLength(0);
      expect(staff.news().length).toBeGreaterThan(2);
    });

    it('tells the leads when the answer changes, once, and how', async () => {
      await raise(bullying);
      await press('lead', 'take');
      await staff.press({ do: 'change' });
      await staff.press({ do: 'change', question: 'danger' });
      await staff.choose(['yes']);
      await staff.go();
      expect(all(thread())).toMatch(/chang/i);
      await press('lead', 'open');
      expect(plainText((privately('lead').at(-1) as Post).message)).toMatch(/chang/i);
    });

    it('that is the same as another is joined to it: each who raised one is told, and both histories say so', async () => {
      await raise(bullying);
      const other = createTalker(desk);
      await other.start();
      await other.go(bullying);
      const [first, second] = channel() as [Post, Post];
      await press('lead', 'open', { on: second });
      await press('lead', 'same', { on: privately('lead').at(-1) as Post });
      await press('lead', 'same', { on: privately('lead').at(-1) as Post, detail: concernIn(first) });
      expect(staff.news().join()).toMatch(/joined another concern with it/);
      expect(other.news().join()).toMatch(/joined it with another concern/);
      const [kept, joined] = channel() as [Post, Post];
      expect(plainText(joined.message)).toContain('joined');
      expect(all(desk.posts.filter(({ to }) => to.id === first.id))).toContain('joined to it');
      expect(buttonsOn(kept.message).map(({ action }) => 'act' in action && action.act)).toContain('take');
    });

    it('is nobody else’s: a lead of another site, the chair, and a stranger see the same refusal', async () => {
      await raise(bullying);
      const open = buttonsOn(card().message).find(({ action }) => action.do === 'lead' && action.act === 'open');
      const token = card().token(open?.action as Action);
      const said = [];
      for (const person of ['manager', 'chair', 'nobody']) {
        await pressToken(person, token);
        said.push(plainText((privately(person).at(-1) as Post).message));
      }
      expect(new Set(said).size).toBe(1);
      expect(said[0]).not.toMatch(/bullying/i);
    });

    it('stands in its leads’ list, not in those of another site', async () => {
      await raise(bullying);
      const reference = /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(plainText(card().message))?.[0] ?? 'none';
      expect(await typed('lead', 'concerns')).toContain(reference);
      expect(await typed('manager', 'concerns')).not.toContain(reference);
    });
  });

  describe('a restricted concern', () => {
    it('where nobody is picked tells nobody', async () => {
      await raise(colleague, { safeToTell: ['none'] });
      await pass(200);
      expect(desk.posts.every(({ to }) => to.place === 'chat')).toBe(true);
    });

    it('tells only the people picked, privately; it is in no channel, no other list, and in no count', async () => {
      await raise(colleague, { safeToTell: ['head'] });
      await pass(200);
      expect(privately('head').length).toBeGreaterThan(0);
      expect(channel()).toHaveLength(0);
      expect(privately('lead')).toHaveLength(0);
      expect(privately('deputy')).toHaveLength(0);
      const reference =
        /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(plainText((privately('head')[0] as Post).message))?.[0] ?? 'none';
      expect(await typed('head', 'concerns')).toContain(reference);
      expect(await typed('lead', 'concerns')).not.toContain(reference);
      // Told again, they have several cards; only the newest is pressed.
      const cards = privately('head').filter(({ message }) => message.summary.includes('needs'));
      expect(cards).toHaveLength(1);
      const [card] = cards as [Post];
      const token = card.token({ do: 'lead', act: 'open', concern: concernIn(card) });
      const genuine = privately('lead').length;
      await pressToken('lead', token);
      expect(plainText((privately('lead')[genuine] as Post).message)).not.toContain(reference);
    });

    it('can be picked later: who knows from then on changes, and the channel learns nothing', async () => {
      await raise(colleague, { safeToTell: ['none'] });
      await staff.press({ do: 'change' });
      await staff.press({ do: 'change', question: 'safeToTell' });
      await staff.press({ do: 'ticks', question: 'safeToTell' }, { ticked: ['chair'] });
      await desk.idle();
      expect(privately('chair')).toHaveLength(1);
      expect(channel()).toHaveLength(0);
    });
  });

  describe('"get a lead to me now"', () => {
    const call = async () => {
      await staff.start();
      await staff.go({ danger: 'yes', site: 'school' }, { until: 'topics' });
      await staff.press({ do: 'get-lead' });
      await desk.idle();
    };
    const posted = (posts: readonly Post[]) =>
      posts.map(({ message }) => plainText(message).replace(/\b[A-Z0-9]{4}-[A-Z0-9]{4}\b/g, 'REF'));

    it('posts at once, with nothing but a reference and a time, and once however often it is pressed', async () => {
      await call();
      expect(channel()).toHaveLength(1);
      await staff.type('get a lead to me now');
      expect(channel()).toHaveLength(1);
    });

    it('leaves the same history in the channel whether the concern is then restricted or not', async () => {
      const histories = [];
      for (const answers of [bullying, { ...colleague, safeToTell: ['head'] }]) {
        desk.posts.length = 0;
        desk.now = Date.UTC(2026, 10, 23, 10);
        staff = createTalker(desk);
        await call();
        await pass(3);
        await staff.go({ ...answers, danger: 'yes' });
        await pass(120);
        histories.push(posted(channel()));
      }
      expect(histories[0]?.length).toBeGreaterThan(1);
      expect(histories[1]).toEqual(histories[0]);
    });
  });

  function concernIn({ message }: Post): string {
    const lead = buttonsOn(message).find(({ action }) => action.do === 'lead')?.action;
    if (lead?.do !== 'lead') throw new Error('No concern on it');
    return lead.concern;
  }
});
