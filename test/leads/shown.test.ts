/** A pick means whoever was shown by name. The file changes between the card and the press, or the typed words. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Action, Button } from '../../dialogs/message.ts';
import { plainText } from '../../dialogs/plain.ts';
import { again } from '../../dialogs/words/screens.ts';
import type { Post } from '../support/bot.ts';
import { colleague, type LeadDesk, openLeadDesk, staffed } from '../support/lead-desk.ts';
import { onBothStores } from '../support/stores.ts';
import { buttonsOn } from '../support/talker.ts';

const tenant = { channel: 'slack', tenant: 'T1' } as const;
const isPick = ({ action }: Button) => action.do === 'lead' && action.act === 'pick';
const suspect = { head: { slack: 'U-suspect', name: 'Somebody new', phone: '01632 960099' } };

onBothStores((fresh) => {
  let lead: LeadDesk;
  beforeEach(async () => {
    lead = await openLeadDesk(fresh);
  });
  afterEach(() => lead.desk.data.close());

  async function starts(people: Record<string, object> = suspect) {
    lead.desk.organisation = staffed({}, people);
    lead.desk.die();
    await lead.desk.bot.wake([tenant]);
    await lead.desk.idle();
  }
  const toSuspect = () => lead.desk.posts.filter(({ to }) => to.to === 'U-suspect');
  const picksShown = async () => {
    await lead.staff.start();
    await lead.staff.go(colleague, { until: 'safeToTell' });
    expect(lead.staff.asked()).toBe('safeToTell');
  };
  const pressPick = async (on: Post, label?: string) => {
    const button = buttonsOn(on.message).find((each) => isPick(each) && (!label || each.label === label));
    await lead.staff.token(on.token(button?.action as Action));
    await lead.desk.idle();
    return lead.staff.posts().at(-1) as Post;
  };
  /** Whoever raised a concern before may be written to again later, so only what this reporter has counts. */
  const withPick = () =>
    lead.desk.posts.findLast(
      ({ to, message }) => to.to === lead.staff.from.person && buttonsOn(message).some(isPick),
    ) as Post;

  describe('the list changes after it was shown', () => {
    it.each([
      ['a tick', () => lead.staff.press({ do: 'ticks' }, { ticked: ['head'] })],
      ['a tick beside another', () => lead.staff.press({ do: 'ticks' }, { ticked: ['deputy', 'head'] })],
      ['a number typed', () => lead.staff.type('1')],
      ['a part typed', () => lead.staff.type('head')],
      ['a name typed', () => lead.staff.type('deputy')],
    ])('%s picks nobody, tells nobody, and is asked again with those who stand there now', async (_, answer) => {
      await picksShown();
      const before = lead.desk.posts.length;
      await starts();
      await answer();
      await lead.pass(120, 10);
      expect(lead.desk.posts.slice(before).filter(({ to }) => to.place === 'private')).toEqual([]);
      expect(lead.staff.asked()).toBe('safeToTell');
      expect(lead.staff.reads()).toContain(again['picks-changed']);
      expect(lead.staff.reads()).toContain('Somebody new');
      // Seen now, and picked knowingly.
      await lead.staff.choose(['deputy']);
      await lead.desk.idle();
      expect(lead.privately('deputy')).not.toEqual([]);
      expect(toSuspect()).toEqual([]);
    });

    it('an order that changed does not give a number to another', async () => {
      await picksShown();
      const organisation = staffed();
      lead.desk.organisation = {
        ...organisation,
        sites: organisation.sites.map(({ head, chair, ...site }) => ({
          ...site,
          ...(head && chair ? { head: chair, chair: head } : {}),
        })),
      };
      lead.desk.die();
      await lead.staff.type('1');
      await lead.desk.idle();
      expect(lead.desk.posts.filter(({ to }) => to.place === 'private')).toEqual([]);
      expect(lead.staff.reads()).toContain(again['picks-changed']);
    });

    it('"nobody" means nobody in any list, and a new phone or new hours change nothing', async () => {
      await picksShown();
      await starts();
      await lead.staff.choose(['none']);
      expect(lead.staff.hasAnswer()).toBe(true);
      lead.another();
      await picksShown();
      await starts({ ...suspect, deputy: { phone: '01632 960055', cover: 'always' } });
      await lead.staff.type('deputy');
      await lead.desk.idle();
      expect(lead.privately('deputy')).not.toEqual([]);
    });
  });

  it('a button of "Pick who is safe to tell" means who stood on it', async () => {
    await lead.raise(colleague, { safeToTell: ['head'] });
    await starts({ head: { slack: 'U-other', name: 'Other' } });
    const screen = await pressPick(withPick());
    await starts({ ...suspect, deputy: { slack: 'U-suspect-too', name: 'Another' } });
    const before = lead.desk.posts.length;
    for (const label of ['Other', 'Deputy']) {
      const shown = await pressPick(screen, label);
      expect(plainText(shown.message)).toContain(again['picks-changed']);
      expect(buttonsOn(shown.message).map((each) => each.label)).toContain('Another');
    }
    await lead.pass(60, 10);
    expect(lead.desk.posts.slice(before).filter(({ to }) => to.place === 'private')).toEqual([]);
    await pressPick(screen, 'Chair');
    expect(lead.privately('chair')).not.toEqual([]);
  });

  it('the screen to pick again from names for a call only who was picked and still is, or somebody outside', async () => {
    await lead.raise(colleague, { safeToTell: ['head'] });
    await starts();
    const alone = plainText((await pressPick(withPick())).message);
    expect(alone).toMatch(/Ring .*\d/);
    expect(alone).not.toMatch(/Ring (Lead|Deputy|Chair|Head|Somebody new)|96002\d/);
    lead.another();
    await starts({});
    await lead.raise(colleague, { safeToTell: ['head', 'deputy'] });
    await starts();
    const both = plainText((await pressPick(withPick())).message);
    expect(both).toMatch(/Ring Deputy/);
    expect(both).not.toMatch(/Ring (Lead|Chair|Head|Somebody new)/);
  });

  it('replaced, restored and replaced again is noticed each time, and nobody hears it of themselves', async () => {
    await lead.raise(colleague, { safeToTell: ['head'] });
    for (let times = 1; times <= 3; times++) {
      await starts();
      const gone = () => lead.staff.news().filter((each) => each.includes('Everybody you picked has changed'));
      expect(gone()).toHaveLength(times);
      const before = lead.privately('head').length;
      await starts({});
      expect(lead.staff.news().at(-1)).toContain('We are telling Head now');
      const toHead = lead.privately('head').slice(before);
      expect(lead.all(toHead)).not.toContain('Somebody else who was picked');
      const card = toHead.findLast(({ message }) => message.summary.includes('needs')) as Post;
      await lead.press('head', 'take', { on: card });
      expect(lead.staff.news().at(-1)).toContain('Head');
    }
    expect(toSuspect()).toEqual([]);
  });
});
