/** The leads' side of a concern in Slack: the real program on each store, met only through signed HTTP. */
import { createHash } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { listWords } from '../../dialogs/words/lead-lists.ts';
import { erasing, idWords, setup } from '../../dialogs/words/lead-set-up.ts';
import { leadCardWords } from '../../dialogs/words/lead-tasks.ts';
import { card, leadActWords, refusals, stands } from '../../dialogs/words/leads.ts';
import { questions, until } from '../support/behaviour-space.ts';
import { dataFolder } from '../support/data-folder.ts';
import type { Posted } from '../support/slack-api.ts';
import { buttonIn, buttonsIn, buttonValue, type SlackPerson } from '../support/slack-person.ts';
import { accountOf, leadsChannel, type SlackSpace, slackSpace } from '../support/slack-space.ts';

describe.each(['Redis', 'the embedded store'])('on %s', (store) => {
  let folder: string;
  let space: SlackSpace;
  let lead: SlackPerson;
  let deputy: SlackPerson;
  let head: SlackPerson;
  let administrator: SlackPerson;
  beforeAll(async () => {
    folder = dataFolder('leads');
    space = await slackSpace(store === 'Redis' ? {} : { REDIS_URL: '', DATA_DIR: folder });
    [lead, deputy, head, administrator] = ['lead', 'deputy', 'head', 'administrator'].map(space.named) as [
      SlackPerson,
      SlackPerson,
      SlackPerson,
      SlackPerson,
    ];
  });
  afterAll(async () => {
    await space.stop();
    await rm(folder, { recursive: true, force: true });
  });
  afterEach(() => {
    space.api.well();
    space.api.closedChannels.clear();
    space.api.slowChannels.clear();
    expect(space.api.faults).toEqual([]);
  });

  const channel = () => space.api.messages.filter(({ channel }) => channel === leadsChannel);
  /** Cards stand in the channel itself, what happened in the thread under them. */
  const cards = () => channel().filter(({ thread }) => thread === undefined);
  const threadOf = ({ ts }: Posted) => channel().filter(({ thread }) => thread === ts);
  /** What is read on it: a private message says little in its `text`, which phones show when they are locked. */
  const shown = (message: Pick<Posted, 'text' | 'blocks'> | undefined) =>
    [message?.text, ...(message?.blocks ?? []).map((block) => JSON.stringify(block).replaceAll('\\n', '\n'))].join(
      '\n',
    );
  const told = (person: SlackPerson) => person.messages().map(shown).join('\n---\n');
  const news = (person: SlackPerson) =>
    person.messages().flatMap((message) => (message.text.startsWith('News of the concern') ? [shown(message)] : []));
  const home = (person: SlackPerson) => shown({ text: '', blocks: space.api.homes.get(person.user)?.blocks ?? [] });
  const referenceIn = (text: string) => /[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(text)?.[0] ?? 'no reference';

  interface Chosen {
    readonly ticks: readonly string[];
    readonly yes?: RegExp;
  }
  /** About something between children that leads may hear of. */
  const bullying: Chosen = { ticks: ['bullying'] };
  /** About an adult whom the child knows, so that only people picked as safe may hear of it. */
  const colleague = (...picked: string[]): Chosen => ({ ticks: ['adult', ...picked], yes: /know/i });
  /** About bullying, in which somebody who works there may have a part. */
  const ownPeople = (...picked: string[]): Chosen => ({ ticks: ['bullying', ...picked], yes: /works, volunteers/ });

  /** Goes through the questions of a new person to the answer. */
  async function raised({ ticks, yes }: Chosen): Promise<SlackPerson> {
    const person = await space.started();
    for (let i = 0; i < 15; i++) {
      const before = person.messages().length;
      const asked = questions(person).at(-1);
      const listed = asked?.blocks.flatMap(({ element }) => element?.options ?? []).map(({ value }) => value) ?? [];
      if (listed.length > 0) {
        const wanted = ticks.filter((value) => listed.includes(value));
        await person.ticks(wanted.length > 0 ? wanted : listed.slice(-1), buttonsIn(asked?.blocks)[0]?.text?.text);
      } else {
        const wanted = yes?.test(asked?.text ?? '') ? 'Yes' : 'No';
        const [first] = buttonsIn(asked?.blocks);
        await person.presses((buttonIn(asked?.blocks, wanted) ?? first)?.text?.text ?? wanted);
      }
      await until(() => expect(person.messages().length).toBeGreaterThan(before));
      await sleep(50);
      if (person.messages().some(({ text }) => text.startsWith('Your answer'))) return person;
    }
    throw new Error(`No answer was reached: ${told(person)}`);
  }

  /** The card of the one concern that is raised next in the channel. */
  async function raisedInChannel(): Promise<{ person: SlackPerson; notice: () => Posted }> {
    const before = cards().length;
    const person = await raised(bullying);
    await until(() => expect(cards()).toHaveLength(before + 1));
    const { ts } = cards().at(-1) as Posted;
    return { person, notice: () => cards().find((each) => each.ts === ts) as Posted };
  }

  describe('setting up', () => {
    it('a test notice counts once a lead has pressed under it', async () => {
      // Where it takes longer than Slack waits, it comes by another way.
      const list = await until(async () => JSON.parse((await administrator.command('setup')).body));
      expect(list.response_type).toBe('ephemeral');
      expect(shown(list)).toContain(setup.notSeen);
      const beside = { container: { type: 'message', is_ephemeral: true } };
      await administrator.interact(administrator.pressBody(buttonValue(list.blocks, 'Test: A school'), beside));
      await until(() => expect(shown(cards().at(-1))).toContain(setup.testTitle));
      const test = cards().at(-1);
      await until(() => expect(shown(administrator.newest())).toContain(setup.sentNext));

      await administrator.pressesOn(test, setup.testSee);
      await until(() => expect(shown(administrator.newest())).toContain(idWords.notNamed));
      expect(shown(administrator.newest())).toContain(`slack: ${administrator.user}`);
      await lead.pressesOn(test, setup.testSee);
      await until(() => expect(shown(lead.newest())).toContain(setup.done));
      await administrator.says('setup');
      await until(() => expect(shown(administrator.newest())).toContain(`${setup.seen}Lead`));
      expect(shown(administrator.newest())).toContain('Next seven days');
    });

    it.each(['setup', 'concerns', 'my concerns', 'erase ABCD-EFGH'])(
      '"%s" of anybody else is a word like any other',
      async (word) => {
        const person = space.somebody();
        const answer = await person.command(word);
        await person.says(word);
        await until(() => expect(told(person)).toMatch(/Look something up|Question 1/));
        expect(answer.body + told(person)).not.toMatch(/set up the leads|open concerns|erased/i);
      },
    );

    it('a channel that does not take the test notice is said to the administrator, with what to do', async () => {
      space.api.closedChannels.set(leadsChannel, 'is_archived');
      await administrator.says('setup');
      await until(() => expect(shown(administrator.newest())).toContain(setup.title));
      await administrator.presses('Test: A school');
      await until(() => expect(shown(administrator.newest())).toContain('The channel is archived'));
    });
  });

  describe('a concern', () => {
    it('is told, taken and followed in one card; details go to the one who asks, news to the one who raised it', async () => {
      const { person, notice } = await raisedInChannel();
      expect(buttonsIn(notice().blocks).map(({ text }) => text?.text)).toEqual([leadActWords.take, leadActWords.open]);
      expect(shown(notice())).not.toMatch(/bully/i);
      await until(() => expect(news(person).at(-1)).toContain('the leads’ channel'));

      const before = channel().length;
      await deputy.pressesOn(notice(), leadActWords.open);
      await until(() => expect(shown(deputy.newest())).toContain('About:'));
      expect(shown(deputy.newest())).toMatch(/bullying/i);
      expect(deputy.newest()?.thread).toBeUndefined();
      expect(channel()).toHaveLength(before);
      await until(() =>
        expect(space.api.forOne.findLast(({ user }) => user === deputy.user)?.text).toContain('direct message'),
      );

      await lead.pressesOn(notice(), leadActWords.take);
      await until(() => expect(shown(notice())).toContain(stands.owned));
      expect(shown(notice())).toContain('Lead has it');
      expect(buttonsIn(notice().blocks).map(({ text }) => text?.text)).toEqual([leadActWords.open]);
      await until(() =>
        expect(
          threadOf(notice())
            .map(({ text }) => text)
            .join(),
        ).toContain('Lead has it.'),
      );
      await until(() => expect(shown(lead.newest())).toContain('About:'));
      await until(() => expect(news(person).at(-1)).toContain('Lead has seen it'));
    });

    it('pressed by two has one owner: the second is told who, and nothing in the channel changes', async () => {
      const { notice } = await raisedInChannel();
      const early = notice();
      const held = { ...early, blocks: early.blocks };
      await lead.pressesOn(held, leadActWords.take);
      await until(() => expect(shown(notice())).toContain('Lead has it'));
      await deputy.pressesOn(held, leadActWords.take);
      await until(() => expect(shown(deputy.newest())).toContain(`Lead ${refusals.taken}`));
      expect(shown(notice())).toContain('Lead has it');
    });

    it('is not for whoever else is in the channel: they are told so alone', async () => {
      const { notice } = await raisedInChannel();
      const [stranger, before] = [space.somebody(), channel().length];
      await stranger.pressesOn(notice(), leadActWords.take);
      await until(() => expect(shown(stranger.newest())).toContain(refusals.hidden));
      await stranger.pressesOn(notice(), leadActWords.open);
      await until(() => expect(stranger.messages()).toHaveLength(2));
      expect(told(stranger)).not.toMatch(/bullying|has it/i);
      expect(shown(notice())).toContain(card.nobody);
      expect(channel()).toHaveLength(before);
    });

    it('whose card was deleted gets a new one', async () => {
      const { notice } = await raisedInChannel();
      const gone = notice();
      const reference = referenceIn(shown(gone));
      space.api.messages.splice(space.api.messages.indexOf(gone), 1);
      await lead.pressesOn(gone, leadActWords.take);
      await until(() => {
        expect(shown(cards().at(-1))).toContain('Lead has it');
        expect(shown(cards().at(-1))).toContain(reference);
      });
    });

    it.each(['is_archived', 'restricted_action_thread_only_channel', 'ekm_access_denied', 'channel_is_limited_access'])(
      'whose channel refuses for good (%s) goes to the leads themselves at once, and the one who raised it hears',
      async (code) => {
        space.api.closedChannels.set(leadsChannel, code);
        const before = deputy.messages().length;
        const person = await raised(bullying);
        await until(() => expect(deputy.messages().length).toBeGreaterThan(before));
        expect(shown(deputy.newest())).toContain('A concern needs a safeguarding lead');
        await until(() => expect(news(person).join()).toContain('We could not reach'));
        await until(() => expect(news(person).join()).toContain('Deputy'));
      },
    );

    it('is erased only once it is over, and by two people; its card and whoever raised it hear that first', async () => {
      const { person, notice } = await raisedInChannel();
      const reference = referenceIn(shown(notice()));
      await lead.pressesOn(notice(), leadActWords.take);
      await until(() => expect(shown(lead.newest())).toContain('You have it'));
      await administrator.says(`erase ${reference}`);
      await until(() => expect(shown(administrator.newest())).toContain(refusals['not-over']));
      await lead.presses(leadActWords.more);
      await until(() => expect(shown(lead.newest())).toContain(leadActWords.notForUs));
      await lead.presses(leadActWords.notForUs);
      await until(() => expect(shown(lead.newest())).toContain('It was a test'));
      await lead.presses('It was a test');
      await until(() => expect(shown(lead.newest())).toContain('Yes, close it'));
      await lead.presses('Yes, close it');
      await until(() => expect(shown(notice())).toContain(stands.ended));

      await administrator.says(`erase ${reference}`);
      await until(() => expect(shown(administrator.newest())).toContain(erasing.askedSummary));
      await administrator.says(`erase ${reference}`);
      await until(() => expect(shown(administrator.newest())).toContain(refusals['second-person']));
      await deputy.says(`erase ${reference}`);
      await until(() => expect(shown(deputy.newest())).toContain(erasing.doneSummary));
      expect(shown(notice())).toContain(erasing.noteSummary);
      expect(told(person)).toContain(erasing.noteSummary);
      await lead.says('concerns');
      await until(() => expect(shown(lead.newest())).toContain(listWords.titles.all));
      expect(shown(lead.newest())).not.toContain(reference);
    });
  });

  describe('a concern that only some may know of', () => {
    it.each([
      ['an adult whom the child knows', colleague('head')],
      ['bullying that may involve somebody who works there', ownPeople('head')],
    ])(
      'of %s is with those picked alone: nothing in the channel, on no Home tab and in no list of the others',
      async (_, about) => {
        const before = { channel: channel().length, lead: lead.messages().length, deputy: deputy.messages().length };
        const known = head.messages().length;
        const person = await raised(about);
        await until(() => expect(head.messages().length).toBeGreaterThan(known));
        await until(() => expect(shown(head.newest())).toContain('A concern needs a safeguarding lead'));
        const notice = head.newest();
        const reference = referenceIn(shown(notice));
        expect(told(person)).not.toContain('the leads’ channel');

        await head.pressesOn(notice, leadActWords.open);
        await until(() => expect(shown(head.newest())).toContain(leadCardWords.pickedAre));
        const card = head.newest();
        await head.opensHome();
        await until(() => expect(home(head)).toContain(reference));

        await lead.opensHome();
        await until(() => expect(home(lead)).toContain(listWords.titles.all));
        expect(home(lead)).not.toContain(reference);
        await lead.pressesOn(card, leadActWords.take);
        await until(() => expect(lead.messages()).toHaveLength(before.lead + 1));
        expect(shown(lead.newest())).toContain(refusals.hidden);
        expect(channel()).toHaveLength(before.channel);
        expect(deputy.messages()).toHaveLength(before.deputy);
        // The log has a line of each notice, by a hash of its reference.
        expect(space.output()).not.toContain(reference);
        const hash = createHash('sha256').update(reference).digest('hex').slice(0, 12);
        expect(space.output()).toMatch(new RegExp(`"event":"notice.sent",.*"id":"${hash}"`));
      },
    );

    it('whose only picked person was replaced in the file goes to nobody until the reporter picks again, by a press', async () => {
      const known = head.messages().length;
      const person = await raised(colleague('head'));
      await until(() => expect(head.messages().length).toBeGreaterThan(known));
      await until(() => expect(shown(head.newest())).toContain('A concern needs a safeguarding lead'));
      const reference = referenceIn(shown(head.newest()));
      await administrator.says('setup');
      await until(() => expect(shown(administrator.newest())).toContain(setup.title));
      const before = head.messages().length;
      await space.startsOn({ head: accountOf('taker') });
      await until(() => expect(news(person).at(-1)).toContain('Everybody you picked has changed'));
      await until(() => expect(told(administrator)).toContain('The list of leads has changed'));
      expect(told(administrator)).not.toContain(reference);

      await person.presses('Pick who is safe to tell');
      await until(() => expect(told(person)).toContain('Who is safe to tell?'));
      await person.presses('Deputy');
      await until(() => expect(shown(deputy.newest())).toContain(reference));
      await until(() => expect(news(person).at(-1)).toContain('We are telling Deputy now'));
      await deputy.presses(leadActWords.take);
      await until(() => expect(news(person).at(-1)).toContain('Deputy has seen it'));
      expect(space.named('taker').messages()).toEqual([]);
      expect(head.messages()).toHaveLength(before);
      await space.startsOn({});
    }, 90_000);
  });

  describe('the Home tab of a lead', () => {
    it('lists what is open below the start and the look-ups, and answers in the direct message', async () => {
      const { notice } = await raisedInChannel();
      const reference = referenceIn(shown(notice()));
      await lead.opensHome();
      await until(() => expect(home(lead)).toContain(reference));
      const drawn = home(lead);
      const places = ['Raise a concern', 'Look something up', listWords.titles.all].map((title) =>
        drawn.indexOf(title),
      );
      expect(places.slice(1)).toEqual(places.slice(1).toSorted((a, b) => a - b));
      expect(drawn).not.toMatch(/bullying/i);

      await lead.pressesOnHome(`${listWords.open} ${reference}`);
      await until(() => expect(shown(lead.newest())).toContain(reference));
      expect(shown(lead.newest())).toMatch(/bullying/i);
      await until(() => expect(space.api.modals.filter(({ user }) => user === lead.user)).toHaveLength(1));
      await lead.presses(leadActWords.take);
      await until(() => expect(shown(notice())).toContain('Lead has it'));
      await lead.opensHome();
      await until(() => expect(home(lead)).toMatch(new RegExp(`${reference}[^\\n]*?Lead has it`)));

      const person = space.somebody();
      await person.opensHome();
      await until(() => expect(home(person)).toContain('Look something up'));
      expect(home(person)).not.toContain(listWords.titles.all);
    });

    it('is asked for by the command too, and answered for the one who asks alone', async () => {
      // Heard at once; what is read for it comes afterwards, where they asked, for them alone.
      const alone = () => space.api.forOne.filter(({ user }) => user === lead.user).map(shown);
      await lead.command('concerns');
      await until(() => expect(alone().at(-1)).toContain(listWords.titles.all));
      await lead.says('concerns');
      await until(() => expect(shown(lead.newest())).toContain(listWords.titles.all));
      await lead.presses(listWords.filters.month);
      await until(() => expect(shown(lead.newest())).toContain('The last 30 days'));
    });
  });

  it('killed once the answer is there and before the notice is: it arrives after the start, once', async () => {
    space.api.slowChannels.set(leadsChannel, 4_000);
    const before = cards().length;
    await raised(bullying);
    await sleep(300);
    await space.kill();
    space.api.slowChannels.clear();
    expect(cards()).toHaveLength(before);
    await space.start();
    await until(() => expect(cards()).toHaveLength(before + 1), 45_000);
    expect(shown(cards().at(-1))).toContain('A concern needs a safeguarding lead');
  });

  it('whoever is to be rung first of a guarded concern does not answer: the other one picked is told at once, and nobody else', async () => {
    await space.startsOn({}, ['head', 'lead']);
    const person = await raised({ ticks: ['adult', 'head', 'lead'], yes: /know this person/i });
    await until(() => expect(shown(head.newest())).toContain('A concern needs a safeguarding lead'));
    await until(() => expect(shown(lead.newest())).toContain('A concern needs a safeguarding lead'));
    const answerOf = (of: SlackPerson) => of.messages().findLast(({ text }) => text.startsWith('Your answer'));
    const before = { channel: channel().length, deputy: deputy.messages().length };
    await person.pressesOn(answerOf(person), 'No answer');
    const heard = () => [head, lead].filter((each) => /rang \w+ and got no answer/.test(told(each)));
    await until(() => expect(heard()).toHaveLength(1));
    await until(() => expect(told(person)).toMatch(/No answer from /));
    // The other one does not answer either: nobody is left, and the calls outside come up.
    await person.pressesOn(answerOf(person), 'No answer');
    await until(() =>
      expect(person.messages().some(({ text }) => /Ring (the police|social care)/.test(text))).toBe(true),
    );
    expect(heard()).toHaveLength(1);
    expect({ channel: channel().length, deputy: deputy.messages().length }).toEqual(before);
    await space.startsOn({});
  });

  it('nobody named, no account and nothing of a concern stands in the log', () => {
    expect(space.output()).not.toMatch(
      new RegExp(`bullying|${accountOf('lead')}|${accountOf('head')}|[A-Z0-9]{4}-[A-Z0-9]{4}\\b`),
    );
  });
});
