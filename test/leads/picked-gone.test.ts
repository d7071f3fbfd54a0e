/**
 * A pick means a person. The file changes while a concern is with those picked: whoever takes over a picked role, by
 * account or by name, is a stranger to it, and the others and the reporter hear that somebody is gone.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leadActs } from '../../dialogs/leads/concern/concern-view.ts';
import type { Action, Button } from '../../dialogs/message.ts';
import { plainText } from '../../dialogs/plain.ts';
import { choose, refusals } from '../../dialogs/words/leads.ts';
import { type Person, peopleOf } from '../../rules/local.ts';
import { markOf } from '../../src/conversation/picks.ts';
import { concernLifeMs } from '../../src/leads/concern/retention.ts';
import type { Post } from '../support/bot.ts';
import {
  bullying,
  colleague,
  type LeadDesk,
  minute,
  openLeadDesk,
  referenceShape,
  staffed,
} from '../support/lead-desk.ts';
import { onBothStores } from '../support/stores.ts';
import { buttonsOn } from '../support/talker.ts';

const tenant = { channel: 'slack', tenant: 'T1' } as const;
const isPick = ({ action }: Button) => action.do === 'lead' && action.act === 'pick';
const suspect = { head: { slack: 'U-suspect', name: 'Somebody new' } };

onBothStores((fresh) => {
  let lead: LeadDesk;
  beforeEach(async () => {
    lead = await openLeadDesk(fresh);
  });
  afterEach(() => lead.desk.data.close());

  /** The file changes and the program starts on it. */
  async function starts(people: Record<string, object> = suspect, changes: Record<string, unknown> = {}) {
    lead.desk.organisation = staffed(changes, people);
    lead.desk.die();
    await lead.desk.bot.wake([tenant]);
    await lead.desk.idle();
  }
  const personOf = (id: string) =>
    (lead.desk.organisation?.sites ?? []).flatMap(peopleOf).find((person) => person.id === id) as Person;
  const toSuspect = () => lead.desk.posts.filter(({ to }) => to.to === 'U-suspect');
  const reportersNews = () => lead.staff.news().join('\n');

  describe('the only one picked is replaced by another', () => {
    it('who hears nothing, whatever time passes, and can ask for nothing; the reporter hears it, and whom to ring', async () => {
      await lead.raise(colleague, { safeToTell: ['head'] });
      const card = lead.newest('head');
      const concern = lead.concernIn(card);
      await starts();
      expect(reportersNews()).toContain('Everybody you picked has changed');
      expect(reportersNews()).toMatch(/Ring .*\d/);
      await lead.pass(300, 10);
      expect(toSuspect()).toEqual([]);
      expect(await lead.typed('suspect', 'concerns')).not.toMatch(referenceShape);
      const refusals = new Set<string>();
      for (const act of leadActs) {
        await lead.pressToken('suspect', card.token({ do: 'lead', act, concern }));
        refusals.add(plainText(lead.newest('suspect').message));
      }
      expect(refusals.size).toBe(1);
      // Nor the one who was picked: to the file they are nobody now.
      await lead.pressToken('head', card.token({ do: 'lead', act: 'take', concern }));
      expect(plainText(lead.newest('head').message)).not.toMatch(/has it/);
    });

    it('and one who had it has it no longer', async () => {
      await lead.raise(colleague, { safeToTell: ['head', 'deputy'] });
      await lead.press('head', 'take', { on: lead.newest('head') });
      await starts();
      expect(lead.all(lead.privately('deputy'))).toContain('Somebody else who was picked has changed');
      expect(reportersNews()).toContain('Somebody you picked has changed');
      expect(plainText(lead.newest('deputy').message)).not.toContain('Somebody new');
      await lead.pass(30);
      expect(toSuspect()).toEqual([]);
      const card = lead.privately('deputy').findLast(({ message }) => message.summary.includes('needs'));
      await lead.press('deputy', 'take', card ? { on: card } : {});
      expect(lead.staff.news().at(-1)).toContain('Deputy');
    });

    it('is said once, however often the program starts', async () => {
      await lead.raise(colleague, { safeToTell: ['head', 'deputy'] });
      await starts();
      const said = lead.staff.news().length;
      await starts();
      await starts();
      expect(lead.staff.news()).toHaveLength(said);
    });

    it('stays stored: the reporter picks again from the message itself, also once their talk is over, and only they can', async () => {
      await lead.raise(colleague, { safeToTell: ['head'] });
      const reference = lead.reference(lead.newest('head'));
      await starts();
      const post = lead.desk.posts.findLast(({ message }) => buttonsOn(message).some(isPick)) as Post;
      expect(plainText(post.message)).toContain('Everybody you picked has changed');
      const token = post.token({ do: 'lead', act: 'pick', concern: lead.concernIn(post) });
      await lead.desk.store.forget(lead.staff.key);
      await lead.pressToken('deputy', token);
      expect(plainText(lead.newest('deputy').message)).toContain(refusals.hidden);
      await lead.pressToken(
        'deputy',
        post.token({ do: 'lead', act: 'pick', concern: lead.concernIn(post), detail: markOf(personOf('deputy')) }),
      );
      expect(lead.all(lead.privately('deputy'))).not.toContain(reference);

      await lead.staff.token(token);
      const screen = lead.staff.posts().at(-1) as Post;
      const offered = buttonsOn(screen.message).filter(isPick);
      expect(offered.map(({ label }) => label).toSorted()).toEqual(['Chair', 'Deputy', 'Lead', 'Somebody new']);
      await lead.staff.token(screen.token(offered.find(({ label }) => label === 'Deputy')?.action as Action));
      await lead.desk.idle();
      expect(lead.reference(lead.newest('deputy'))).toBe(reference);
      expect(lead.staff.news().at(-1)).toContain('We are telling Deputy now');
      const told = lead.privately('lead').length;
      await lead.pass(60, 5);
      expect(toSuspect()).toEqual([]);
      expect(lead.privately('lead')).toHaveLength(told);
      const card = lead.privately('deputy').findLast(({ message }) => message.summary.includes('needs'));
      await lead.press('deputy', 'take', card ? { on: card } : {});
      expect(lead.staff.news().at(-1)).toContain('Deputy');
      // Pressed once more it changes nothing.
      await lead.staff.token(screen.token(offered.find(({ label }) => label === 'Deputy')?.action as Action));
      expect(lead.staff.reads()).toContain(refusals.already);
    });

    it('a corrected account counts once the reporter has pressed it there', async () => {
      await lead.raise(colleague, { safeToTell: ['head'] });
      await starts({ head: { slack: 'U-corrected' } });
      await lead.pass(60, 10);
      const toCorrected = () => lead.desk.posts.filter(({ to }) => to.to === 'U-corrected');
      expect(toCorrected()).toEqual([]);
      const post = lead.desk.posts.findLast(({ message }) => buttonsOn(message).some(isPick)) as Post;
      await lead.staff.token(post.token({ do: 'lead', act: 'pick', concern: lead.concernIn(post) }));
      const screen = lead.staff.posts().at(-1) as Post;
      const head = buttonsOn(screen.message).find(({ label }) => label === 'Head');
      await lead.staff.token(screen.token(head?.action as Action));
      expect(
        toCorrected()
          .map(({ message }) => plainText(message))
          .join(),
      ).toMatch(referenceShape);
      await lead.pressToken(
        'corrected',
        toCorrected()[0]?.token({ do: 'lead', act: 'take', concern: lead.concernIn(post) }) ?? '',
      );
      expect(lead.staff.news().at(-1)).toContain('Head');
    });

    it('administrators hear that the list of leads has changed, with or without a concern, and nothing else', async () => {
      await lead.typed('administrator', 'setup');
      const toAdministrator = () => lead.desk.posts.filter(({ to }) => to.to === 'U-administrator');
      await starts({});
      const without = await changed({ head: { slack: 'U-another' } });
      expect(without).toEqual([expect.stringContaining('The list of leads has changed')]);
      await starts({});
      await lead.raise(colleague, { safeToTell: ['head'] });
      expect(await changed(suspect)).toEqual(without);
      expect(await changed(suspect)).toEqual([]);

      async function changed(people: Record<string, object>): Promise<readonly string[]> {
        const from = toAdministrator().length;
        await starts(people);
        return toAdministrator()
          .slice(from)
          .map(({ message }) => plainText(message));
      }
    });

    it('and once the reporter picks again in their talk those picked then are told', async () => {
      await lead.raise(colleague, { safeToTell: ['head'] });
      const reference = lead.reference(lead.newest('head'));
      await starts();
      await lead.staff.type('start');
      await lead.staff.go({ safeToTell: ['deputy'] });
      await lead.desk.idle();
      expect(lead.reference(lead.newest('deputy'))).toBe(reference);
      await lead.pass(60, 5);
      expect(toSuspect()).toEqual([]);
    });

    it('and the reporter’s own card names nobody who was not picked', async () => {
      await lead.raise(colleague, { safeToTell: ['head', 'deputy'] });
      await starts({ head: { slack: 'U-suspect', name: 'Somebody new', phone: '01632 960099' } });
      await lead.staff.type('start');
      expect(lead.staff.reads()).not.toMatch(/Somebody new|01632 960099/);
    });
  });

  it.each([
    ['another name with the same account', { head: { name: 'Somebody new' } }],
    ['another account with the same name', { head: { slack: 'U-suspect' } }],
    ['an account that was taken away', { head: { slack: undefined } }],
  ])('%s counts only once the reporter confirms it', async (_, people) => {
    await lead.raise(colleague, { safeToTell: ['head'] });
    const told = lead.privately('head').length;
    await starts(people);
    expect(reportersNews()).toContain('Everybody you picked has changed');
    await lead.pass(120, 10);
    expect(lead.privately('head')).toHaveLength(told);
    expect(toSuspect()).toEqual([]);
    await lead.staff.type('start');
    await lead.staff.go({ safeToTell: ['head'] });
    await lead.desk.idle();
    const account = 'slack' in people.head ? people.head.slack : 'U-head';
    const after = lead.desk.posts.filter(({ to }) => account !== undefined && to.to === account);
    expect(after.length > (account === 'U-head' ? told : 0)).toBe(account !== undefined);
  });

  it('a corrected phone or hours, or others in the file, change nothing', async () => {
    await lead.raise(colleague, { safeToTell: ['head'] });
    const news = lead.staff.news().length;
    await starts({ head: { phone: '01632 960077', cover: 'always' }, lead: { slack: 'U-other', name: 'Another' } });
    expect(lead.staff.news()).toHaveLength(news);
    await lead.press('head', 'take', { on: lead.newest('head') });
    expect(lead.staff.news().at(-1)).toContain('Head');
  });

  it('a suspect who steps into a picked role while nobody looks is not told by any timer', async () => {
    await lead.raise(colleague, { safeToTell: ['head', 'deputy'] });
    lead.desk.organisation = staffed({}, suspect);
    await lead.pass(30);
    expect(toSuspect()).toEqual([]);
    expect(reportersNews()).toContain('Somebody you picked has changed');
    lead.desk.now += concernLifeMs - minute;
    await lead.sweep();
    expect(toSuspect()).toEqual([]);
  });

  it('a button that names somebody means the person who stood on it: whoever takes over the role is handed nothing', async () => {
    await lead.raise(bullying);
    await lead.press('lead', 'take');
    await lead.press('lead', 'hand', { on: lead.newest('lead') });
    const screen = lead.newest('lead');
    const toHead = lead.markOf('head');
    await starts();
    const had = toSuspect().length;
    await lead.press('lead', 'hand', { on: screen, detail: toHead });
    expect(plainText(lead.newest('lead').message)).toContain(choose.handChanged);
    expect(toSuspect()).toHaveLength(had);
    expect(reportersNews()).not.toContain('Somebody new has it');
    await lead.press('lead', 'hand', { on: lead.newest('lead'), detail: lead.markOf('head') });
    await lead.press('lead', 'hand', { on: lead.newest('lead'), detail: lead.handTo('head') });
    expect(reportersNews()).toContain('Somebody new has it');
  });

  it('no button of any card carries the bare id of a person', async () => {
    await lead.raise(colleague, { safeToTell: ['head', 'deputy'] });
    await lead.press('head', 'take', { on: lead.newest('head') });
    await lead.press('head', 'hand', { on: lead.newest('head') });
    await lead.staff.type('no answer');
    lead.another();
    await lead.raise(bullying);
    await lead.press('lead', 'take');
    await lead.press('lead', 'hand', { on: lead.newest('lead') });
    const people = (lead.desk.organisation?.sites ?? []).flatMap(peopleOf);
    let named = 0;
    for (const { message, token } of lead.desk.posts) {
      for (const { action } of buttonsOn(message)) {
        const carried = Buffer.from(token(action).split('.')[1] ?? '', 'base64url').toString('utf8');
        const person = people.find(({ id }) => carried.includes(`"${id}"`));
        const marked = people.some((each) => carried.includes(markOf(each)));
        if (person) expect(carried).toContain(markOf(person));
        if (marked) named++;
      }
    }
    expect(named).toBeGreaterThan(4);
  });

  it('an open concern follows the file: whoever is new there has its card at once, taken or not', async () => {
    await starts({});
    await lead.raise(bullying);
    await lead.press('lead', 'take');
    const old = lead.privately('head').length;
    await starts();
    expect(
      toSuspect()
        .map(({ message }) => plainText(message))
        .join(),
    ).toContain('Lead has it');
    expect(lead.privately('head')).toHaveLength(old);
  });
});
