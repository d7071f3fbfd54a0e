/**
 * The tip-off guard (line 153) against everything that leaves the process. Whoever is not picked learns nothing: their
 * messages, lists, counts and refusals are those of a day on which no such concern was raised.
 */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { leadActs } from '../../dialogs/leads/concern/concern-view.ts';
import { plainText } from '../../dialogs/plain.ts';
import type { Post } from '../support/bot.ts';
import {
  bullying,
  colleague,
  type LeadDesk,
  minute,
  openLeadDesk,
  referenceShape,
  stranger,
} from '../support/lead-desk.ts';
import { onBothStores } from '../support/stores.ts';
import { buttonsOn } from '../support/talker.ts';

const everybody = ['lead', 'deputy', 'head', 'chair'] as const;
const guards: readonly (readonly string[])[] = [
  ...everybody.map((person) => [person]),
  [...everybody],
  ['lead', 'head'],
  ['none'],
];
const monday = Date.UTC(2026, 10, 23, 10);

onBothStores((fresh) => {
  let lead: LeadDesk;
  beforeEach(async () => {
    lead = await openLeadDesk(fresh);
  });
  afterEach(() => lead.desk.data.close());

  const isStaff = ({ to }: Post) => to.place === 'chat' && !to.to?.startsWith('U-');
  /** What came to everybody but the reporter and these people. */
  const toOthers = (picked: readonly string[], from = 0) =>
    lead.desk.posts
      .slice(from)
      .filter((post) => !isStaff(post) && !picked.some((person) => post.to.to === `U-${person}`));
  const withoutReference = (text: string) => text.replaceAll(new RegExp(referenceShape, 'g'), 'REF');

  /** Everything a person who is named for the site, or an administrator, can ask for. */
  async function asksFor(person: string): Promise<string> {
    const said = [await lead.typed(person, 'concerns')];
    for (const filter of ['mine', 'untaken', 'late', 'month', 'term']) {
      const list = lead.desk.posts.at(-1) as Post;
      await lead.pressToken(person, list.token({ do: 'concerns', filter }));
      said.push(plainText(lead.newest(person).message));
    }
    return said.join('\n');
  }
  async function administratorAsksFor(reference: string): Promise<string> {
    const said = [];
    for (const words of ['setup', `erase ${reference}`, 'list concerns', 'export'])
      said.push(await lead.typed('administrator', words));
    return withoutReference(said.join('\n'));
  }
  /** A genuine button of the concern, by whoever may have one. */
  const borrowed = (concern: string, by: Post) => leadActs.map((act) => by.token({ do: 'lead', act, concern }));

  describe.each(guards)('with %s picked', (...picked: readonly string[]) => {
    const others = ['lead', 'deputy', 'head', 'chair', 'manager'].filter((person) => !picked.includes(person));

    it('those picked are told, privately, and nobody else: no post, list, count, set-up, erasure or refusal is different', async () => {
      const before: Record<string, string> = {};
      for (const person of others) before[person] = await asksFor(person);
      before.administrator = await administratorAsksFor('AAAA-AAAA');

      const from = lead.desk.posts.length;
      await lead.raise(colleague, { safeToTell: picked });
      await lead.pass(200, 5);
      expect(toOthers(picked, from)).toEqual([]);
      for (const person of picked.filter((each) => each !== 'none'))
        expect(lead.privately(person).length).toBeGreaterThan(0);

      // Of the cards they were told with, the newest has the buttons.
      const known = lead.desk.posts
        .slice(from)
        .findLast((post) => !isStaff(post) && buttonsOn(post.message).length > 0);
      const reference = known ? lead.reference(known) : (referenceShape.exec(lead.staff.reads())?.[0] ?? 'AAAA-AAAB');
      lead.desk.now = monday;
      for (const person of others) expect(await asksFor(person)).toBe(before[person]);
      expect(await administratorAsksFor(reference)).toBe(before.administrator);
      expect(lead.all(toOthers(picked))).not.toContain(reference);
      const { events, lost } = lead.desk;
      expect(JSON.stringify([events, lost])).not.toMatch(new RegExp(`${reference}|U-|C-school|${picked.join('|')}`));

      if (!known) return;
      const concern = lead.concernIn(known);
      for (const person of others) {
        const refusals = new Set<string>();
        for (const [i, token] of [...borrowed(concern, known), ...borrowed('A'.repeat(24), known)].entries()) {
          await lead.pressToken(person, token);
          refusals.add(plainText(lead.newest(person).message));
          expect(refusals.size, `${person} at ${i}`).toBe(1);
        }
      }
      const owners = plainText(lead.newest(picked[0] ?? '').message);
      expect(owners).not.toMatch(/has it/);
    });
  });

  describe('bullying that may involve somebody who works here', () => {
    it.each(['yes', 'unsure'])('with "%s" tells nobody until somebody is picked, and then only them', async (value) => {
      const from = lead.desk.posts.length;
      await lead.staff.start();
      await lead.staff.go({ ...bullying, colleague: value }, { until: 'safeToTell' });
      await lead.pass(200, 5);
      expect(toOthers([], from)).toEqual([]);
      await lead.staff.go({ safeToTell: ['head'] });
      await lead.pass(200, 5);
      expect(toOthers(['head'], from)).toEqual([]);
      expect(plainText(lead.newest('head').message)).toMatch(referenceShape);
    });

    it('with nobody picked tells nobody, and the card with its numbers comes at once', async () => {
      await lead.raise({ ...bullying, colleague: 'yes' }, { safeToTell: ['none'] });
      await lead.pass(200, 5);
      expect(lead.staff.hasAnswer()).toBe(true);
      expect(lead.all(lead.staff.posts())).toMatch(/Ring|Tell/);
      expect(toOthers([])).toEqual([]);
    });

    it('with "no" goes to the channel', async () => {
      await lead.raise({ ...bullying, colleague: 'no' });
      expect(lead.channel()).toHaveLength(1);
    });

    it('tells nobody who does not answer it, unless a lead was asked for', async () => {
      const ends = { until: 'colleague' } as const;
      await lead.staff.start();
      await lead.staff.go(bullying, ends);
      await lead.pass(200, 5);
      expect(toOthers([])).toEqual([]);
      lead.another();
      await lead.call();
      expect(toOthers([])).not.toEqual([]);
    });
  });

  describe('changed from open to restricted', () => {
    it('one that somebody closed who may not know of it any more is open to those picked', async () => {
      await lead.raise(stranger);
      const card = lead.card();
      await lead.pressToken(
        'lead',
        card.token({ do: 'lead', act: 'not-us', concern: lead.concernIn(card), detail: 'test!' }),
      );
      await lead.change('adultKnown', ['yes'], { safeToTell: ['head'] });
      const told = lead.privately('head').length;
      expect(buttonsOn(lead.newest('head').message).map(({ action }) => 'act' in action && action.act)).toContain(
        'take',
      );
      await lead.pass(40);
      expect(lead.privately('head').length).toBeGreaterThan(told);
    });

    it('everybody else hears nothing more, whatever timers were set for them and whoever presses', async () => {
      await lead.raise(stranger);
      await lead.pass(31);
      expect(lead.privately('deputy').length).toBeGreaterThan(0);
      const card = lead.card();
      await lead.change('adultKnown', ['yes'], { safeToTell: ['head'] });
      const from = lead.desk.posts.length;
      await lead.pass(300, 5);
      expect(toOthers(['head'], from)).toEqual([]);
      expect(lead.privately('head').length).toBeGreaterThan(0);
      expect(plainText((lead.channel().at(-1) as Post).message)).toContain('A concern has ended');
      expect(await asksFor('lead')).not.toMatch(referenceShape);
      const reference = lead.reference(card);
      expect(await administratorAsksFor(reference)).toBe(await administratorAsksFor('AAAA-AAAA'));
    });

    it('the cards of everybody else end byte for byte like those of one that was dealt with, and have no buttons', async () => {
      const cardsAfter = async (raised: typeof bullying, end: () => Promise<void>) => {
        lead.another();
        const from = lead.desk.posts.length;
        await lead.raise(raised);
        const card = lead.desk.posts.slice(from).find(({ to }) => to.channel === 'C-school') as Post;
        await lead.press('lead', 'open', { on: card });
        await lead.press('deputy', 'take', { on: card });
        await end();
        await lead.pass(60, 20);
        const all = lead.desk.posts.slice(from).filter(({ to }) => ['U-lead', 'U-deputy', undefined].includes(to.to));
        const reference = lead.reference(card);
        const cards = all.filter(({ message }) => plainText(message).includes(`Reference ${reference}.`));
        expect(all.flatMap(({ message }) => buttonsOn(message))).toEqual([]);
        return new Set(cards.map(({ to, message }) => JSON.stringify([to.to, message]).replaceAll(reference, 'REF')));
      };
      const dealtWith = await cardsAfter(stranger, () => lead.closeIt('deputy', lead.newest('deputy')));
      const restricted = await cardsAfter(stranger, async () => {
        await lead.change('adultKnown', ['yes'], { safeToTell: ['head'] });
      });
      const withoutTime = (cards: ReadonlySet<string>) =>
        [...cards].map((each) => each.replace(/at [\d.]+[ap]m/, 'at'));
      expect(withoutTime(restricted).toSorted()).toEqual(withoutTime(dealtWith).toSorted());
      expect([...restricted].join()).toContain('A concern has ended');
    });

    it('while answers are being changed nothing ends; what stays open goes on where it stood', async () => {
      await lead.raise(stranger);
      const before = plainText(lead.card().message);
      await lead.staff.press({ do: 'change' });
      await lead.staff.press({ do: 'change', question: 'adultKnown' });
      await lead.staff.choose(['yes']);
      await lead.desk.idle();
      expect(plainText(lead.card().message)).toBe(before);
    });

    it('whoever had it and is not picked has it no longer: those picked are asked until one of them takes it', async () => {
      await lead.raise(stranger);
      await lead.press('deputy', 'take');
      await lead.change('adultKnown', ['yes'], { safeToTell: ['head'] });
      const from = lead.desk.posts.length;
      expect(plainText(lead.newest('head').message)).toContain('Nobody has it');
      await lead.pass(120, 5);
      expect(toOthers(['head'], from)).toEqual([]);
      expect(lead.privately('head').length).toBeGreaterThan(1);
      await lead.press('head', 'take', { on: lead.newest('head') });
      expect(lead.staff.news().at(-1)).toContain('Head');
    });

    it('whoever has it and is picked keeps it', async () => {
      await lead.raise(stranger);
      await lead.press('deputy', 'take');
      await lead.change('adultKnown', ['yes'], { safeToTell: ['deputy', 'head'] });
      expect(plainText(lead.newest('head').message)).toContain('Deputy has it');
    });

    it('a press that was on its way counts for nothing', async () => {
      await lead.raise(stranger);
      const token = lead.token('take');
      await lead.staff.press({ do: 'change' });
      await lead.staff.press({ do: 'change', question: 'adultKnown' });
      await lead.staff.choose(['yes']);
      await lead.staff.go({ safeToTell: ['head'] }, { until: 'safeToTell' });
      await Promise.all([
        lead.staff.press({ do: 'ticks', question: 'safeToTell' }, { ticked: ['head'] }),
        lead.pressToken('deputy', token),
      ]);
      await lead.settle();
      expect(plainText(lead.newest('head').message)).toContain('Nobody has it');
    });

    it('a hand-over pressed late reaches nobody outside', async () => {
      await lead.raise(stranger);
      await lead.press('head', 'take');
      const concern = lead.concernIn(lead.card());
      const token = lead.card().token({ do: 'lead', act: 'hand', concern, detail: lead.handTo('deputy') });
      await lead.change('adultKnown', ['yes'], { safeToTell: ['head'] });
      const from = lead.desk.posts.length;
      await lead.pressToken('head', token);
      await lead.pass(60, 5);
      expect(toOthers(['head'], from)).toEqual([]);
      expect(lead.all(lead.privately('head'))).not.toMatch(/handed it/);
    });
  });

  describe('picks that change', () => {
    it('to others: the first ones hear nothing more and can do nothing more', async () => {
      await lead.raise(colleague, { safeToTell: ['lead'] });
      const mine = lead.newest('lead');
      await lead.change('safeToTell', ['chair']);
      expect(lead.privately('chair')).toHaveLength(1);
      const from = lead.desk.posts.length;
      await lead.pass(120, 5);
      expect(toOthers(['chair'], from)).toEqual([]);
      await lead.press('lead', 'take', { on: mine });
      expect(plainText(lead.newest('lead').message)).not.toMatch(/has it/);
      expect(await asksFor('lead')).not.toMatch(referenceShape);
    });

    it('to others and back: only the last ones hear, and they do', async () => {
      await lead.raise(colleague, { safeToTell: ['lead'] });
      await lead.change('safeToTell', ['chair']);
      await lead.change('safeToTell', ['lead']);
      const from = lead.desk.posts.length;
      await lead.pass(120, 5);
      expect(toOthers(['lead'], from)).toEqual([]);
      expect(lead.privately('lead').length).toBeGreaterThan(1);
    });

    it('to nobody, and back to somebody: silence, then a notice', async () => {
      await lead.raise(colleague, { safeToTell: ['lead'] });
      await lead.change('safeToTell', ['none']);
      const from = lead.desk.posts.length;
      await lead.pass(120, 5);
      expect(toOthers([], from)).toEqual([]);
      await lead.change('safeToTell', ['head']);
      expect(lead.privately('head')).toHaveLength(1);
    });

    it('from restricted to open: the channel is told', async () => {
      await lead.raise(stranger, { adultKnown: 'yes', safeToTell: ['head'] });
      expect(lead.channel()).toHaveLength(0);
      await lead.change('adultKnown', ['no']);
      expect(lead.channel()).toHaveLength(1);
    });
  });

  it('an open concern cannot be joined to a restricted one: its channel and its reporter would learn the other’s reference', async () => {
    await lead.raise(colleague, { safeToTell: ['head'] });
    const restricted = lead.reference(lead.newest('head'));
    lead.another();
    await lead.raise(bullying);
    const from = lead.desk.posts.length;
    const concern = lead.concernIn(lead.privately('head')[0] as Post);
    await lead.pressToken(
      'head',
      lead.card().token({ do: 'lead', act: 'same', concern: lead.concernIn(lead.card()), detail: concern }),
    );
    expect(lead.all(lead.desk.posts.slice(from).filter(({ to }) => to.to !== 'U-head'))).not.toContain(restricted);
  });

  describe('"get a lead to me now", then restricted', () => {
    interface History {
      /** The call's cards in the channel and with each person it was told to, at each step, as they read then. */
      readonly call: readonly string[];
      /** All that came to people whom nobody picked, besides the call. */
      readonly besides: readonly Post[];
    }

    async function history(
      answers: Record<string, string | readonly string[]>,
      then: (step: 'going' | 'left') => Promise<void>,
      picked: readonly string[] = [],
    ): Promise<History> {
      lead.desk.posts.length = 0;
      lead.desk.now = monday;
      lead.another();
      const [ofTheCall, call] = [new Set<string>(), [] as string[]];
      let id: string | undefined;
      const toLeads = () => lead.desk.posts.filter((post) => !isStaff(post));
      const isOfTheCall = ({ to, message }: Post) =>
        ofTheCall.has(to.id ?? '') ||
        buttonsOn(message).some(({ action }) => action.do === 'lead' && action.concern === id);
      const look = () => {
        const posts = toLeads();
        id ??= posts[0] && lead.concernIn(posts[0]);
        for (const post of posts.filter(isOfTheCall)) ofTheCall.add(post.id);
        const shown = posts
          .filter((post) => ofTheCall.has(post.id))
          .map(({ to: { id: _, ...to }, message }) => JSON.stringify({ to, message }));
        call.push([(lead.desk.now - monday) / minute, ...shown.toSorted()].join('\n'));
      };
      const pass = async (minutes: number, step: number) => {
        for (let passed = 0; passed < minutes; passed += step) {
          await lead.pass(step, step);
          look();
        }
      };
      await lead.call();
      look();
      await pass(3, 1);
      await lead.staff.go({ ...answers, danger: 'yes' });
      look();
      await pass(12, 3);
      await then('going');
      look();
      await pass(40, 10);
      await then('left');
      look();
      await pass(120, 20);
      const others = toOthers(picked.filter((person) => person !== 'none'));
      return {
        call: call.map((each) => withoutReference(each).replaceAll(/"concern":"[\w-]+"/g, '"concern":"ID"')),
        besides: others.filter(({ id: post }) => !ofTheCall.has(post)),
      };
    }
    const inChannel = async (act: 'take' | 'untake') => {
      const card = lead.channel().at(-1) as Post;
      await lead.press('deputy', act, { on: card });
    };

    it.each([
      ['nobody going', async () => {}],
      ['somebody going, then not', (step: 'going' | 'left') => inChannel(step === 'going' ? 'take' : 'untake')],
      ['somebody going', (step: 'going' | 'left') => (step === 'going' ? inChannel('take') : Promise.resolve())],
    ] as const)(
      'ends, for everybody it was told to, as that of an unrestricted one, with %s',
      async (_, then) => {
        const open = await history(bullying, then);
        expect(open.call.join()).toMatch(/"U-lead"/);
        for (const safeToTell of [['head'], ['none'], [...everybody]]) {
          const restricted = await history({ ...colleague, safeToTell }, then, safeToTell);
          expect(restricted.call).toEqual(open.call);
          // Whoever is not picked and had the call on their own phone hears nothing of what follows.
          expect(restricted.besides.map(({ to, message }) => [to, plainText(message)])).toEqual([]);
        }
      },
      60_000,
    );

    it('says nothing more to anybody outside, and the call’s buttons tell nothing of it', async () => {
      await lead.call();
      await lead.staff.go({ ...colleague, danger: 'yes', safeToTell: ['head'] });
      await lead.press('deputy', 'take');
      await lead.pass(240, 5);
      const outside = lead.all([...lead.privately('deputy'), ...lead.privately('lead'), ...lead.channel()]);
      expect(outside).not.toMatch(/adult|restricted|picked|LADO/i);
      // Of the call, and of nothing else.
      const ofTheCall = new Set(lead.channel().map((post) => lead.reference(post)));
      expect(new Set(lead.privately('lead').map((post) => lead.reference(post)))).toEqual(ofTheCall);
    });
  });

  it('readiness knows nothing of it, whether its sends arrive or fail, and administrators are told nothing', async () => {
    const readiness = lead.desk.bot.readiness(() => [{ channel: 'slack', tenant: 'T1' }]);
    await lead.typed('administrator', 'setup');
    const before = JSON.stringify(await readiness.findings());
    for (const refuses of [undefined, { status: 'failed', reason: 'user_disabled' } as const]) {
      lead.desk.refuses = ({ to }) => (to === 'U-head' ? refuses : undefined);
      lead.another();
      await lead.raise(colleague, { safeToTell: ['head'] });
      await lead.settle();
      expect(JSON.stringify(await readiness.findings())).toBe(before);
    }
    const from = lead.desk.posts.length;
    await readiness.tell();
    expect(lead.all(lead.desk.posts.slice(from))).not.toMatch(
      new RegExp(`${referenceShape.source}|Head|user_disabled`),
    );
  });

  it('that the reporter forgets it is told to nobody else', async () => {
    await lead.raise(colleague, { safeToTell: ['head'] });
    await lead.staff.press({ do: 'stop' });
    await lead.settle();
    expect(toOthers(['head'])).toEqual([]);
    expect(lead.all(lead.privately('head'))).toMatch(referenceShape);
  });

  it('a send to somebody picked that fails leaves no trace at set-up', async () => {
    const before = await lead.typed('administrator', 'setup');
    lead.desk.refuses = ({ to }) => (to === 'U-head' ? { status: 'failed', reason: 'user_disabled' } : undefined);
    await lead.raise(colleague, { safeToTell: ['head'] });
    await lead.settle();
    lead.desk.now = monday;
    expect(await lead.typed('administrator', 'setup')).toBe(before);
  });
});
