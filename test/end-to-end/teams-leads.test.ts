/** The leads' side of a concern in Teams: the real program on each store, met only through signed activities. */
import { rm } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { topicClass } from '../../dialogs/words/lead-duties.ts';
import { listWords } from '../../dialogs/words/lead-lists.ts';
import { erasing, idWords, setup } from '../../dialogs/words/lead-set-up.ts';
import { handReasonWords, leadCardWords } from '../../dialogs/words/lead-tasks.ts';
import { card, leadActWords, refusals, stands } from '../../dialogs/words/leads.ts';
import { questions, until } from '../support/behaviour-space.ts';
import { dataFolder } from '../support/data-folder.ts';
import type { Posted } from '../support/teams-connector.ts';
import { labelsIn, listsIn, type TeamsPerson } from '../support/teams-person.ts';
import { accountOf, leadsChannel, type TeamsSpace, teamsSpace } from '../support/teams-space.ts';

describe.each(['Redis', 'the embedded store'])('on %s', (store) => {
  let folder: string;
  let space: TeamsSpace;
  let lead: TeamsPerson;
  let deputy: TeamsPerson;
  let head: TeamsPerson;
  let administrator: TeamsPerson;
  beforeAll(async () => {
    folder = dataFolder('leads');
    space = await teamsSpace(store === 'Redis' ? {} : { REDIS_URL: '', DATA_DIR: folder });
    [lead, deputy, head, administrator] = ['lead', 'deputy', 'head', 'administrator'].map(space.named) as [
      TeamsPerson,
      TeamsPerson,
      TeamsPerson,
      TeamsPerson,
    ];
  });
  afterAll(async () => {
    await space.stop();
    await rm(folder, { recursive: true, force: true });
  });
  afterEach(() => {
    space.api.well();
    space.api.known.add(leadsChannel);
    expect(space.api.faults).toEqual([]);
  });

  const cards = () => space.api.chat(leadsChannel);
  const threadOf = ({ id }: Posted) => space.api.chat(`${leadsChannel};messageid=${id}`);
  const everyone = () => space.api.messages.filter(({ conversation }) => conversation.startsWith(leadsChannel));
  /** All of the card: a private message says little in its fallback, which phones show when they are locked. */
  const shown = (posted: Posted | undefined) =>
    posted === undefined ? '' : [posted.text, JSON.stringify(posted.card).replaceAll('\\n', '\n')].join('\n');
  const told = (person: TeamsPerson) => person.messages().map(shown).join('\n---\n');
  const news = (person: TeamsPerson) =>
    person.messages().flatMap((posted) => (posted.summary.startsWith('News of the concern') ? [shown(posted)] : []));
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
  async function raised({ ticks, yes }: Chosen): Promise<TeamsPerson> {
    const person = space.teamsPerson();
    await person.says('start');
    await until(() => expect(questions(person)).toHaveLength(1));
    for (let i = 0; i < 15; i++) {
      const before = person.messages().length;
      const asked = questions(person).at(-1) as Posted;
      const listed = listsIn(asked).flatMap(({ choices }) => choices.map(({ value }) => value));
      if (listed.length > 0) {
        const wanted = ticks.filter((value) => listed.includes(value));
        await person.ticks(wanted.length > 0 ? wanted : listed.slice(-1), labelsIn(asked)[0]);
      } else {
        const wanted = yes?.test(asked.text) ? 'Yes' : 'No';
        await person.presses(labelsIn(asked).includes(wanted) ? wanted : (labelsIn(asked)[0] ?? wanted));
      }
      await until(() => expect(person.messages().length).toBeGreaterThan(before));
      await sleep(50);
      if (person.messages().some(({ text }) => text.startsWith('Your answer'))) return person;
    }
    throw new Error(`No answer was reached: ${told(person)}`);
  }

  /** The card of the one concern that is raised next in the channel. */
  async function raisedInChannel(): Promise<{ person: TeamsPerson; notice: () => Posted }> {
    const before = cards().length;
    const person = await raised(bullying);
    await until(() => expect(cards()).toHaveLength(before + 1));
    const { id } = cards().at(-1) as Posted;
    return { person, notice: () => cards().find((each) => each.id === id) as Posted };
  }

  describe('setting up', () => {
    it('a test notice counts once a lead has pressed under it', async () => {
      await administrator.says('setup');
      await until(() => expect(shown(administrator.newest())).toContain(setup.notSeen));
      await administrator.presses('Test: A school');
      await until(() => expect(shown(cards().at(-1))).toContain(setup.testTitle));
      const test = cards().at(-1) as Posted;
      await until(() => expect(shown(administrator.newest())).toContain(setup.sentNext));

      await administrator.pressesOn(test, setup.testSee);
      await until(() => expect(shown(administrator.newest())).toContain(idWords.notNamed));
      expect(shown(administrator.newest())).toContain(`teams: ${administrator.aad}`);
      await lead.pressesOn(test, setup.testSee);
      await until(() => expect(shown(lead.newest())).toContain(setup.done));
      await administrator.says('setup');
      await until(() => expect(shown(administrator.newest())).toContain(`${setup.seen}Lead`));
      expect(shown(administrator.newest())).toContain('Next seven days');
    });

    it.each(['setup', 'concerns', 'my concerns', 'erase ABCD-EFGH'])(
      '"%s" of anybody else is a word like any other',
      async (word) => {
        const person = space.teamsPerson();
        await person.says(word);
        await until(() => expect(told(person)).toMatch(/Look something up|Question 1/));
        expect(told(person)).not.toMatch(/set up the leads|open concerns|erased/i);
      },
    );
  });

  describe('a concern', () => {
    it('is told, taken and followed in one card; details go to the one who asks, news to the one who raised it', async () => {
      const { person, notice } = await raisedInChannel();
      expect(labelsIn(notice())).toEqual([leadActWords.take, leadActWords.open]);
      expect(shown(notice())).not.toMatch(/bully/i);
      await until(() => expect(news(person).at(-1)).toContain('the leads’ channel'));

      const before = everyone().length;
      const pressed = await deputy.pressesOn(notice(), leadActWords.open);
      // What comes back for the press is drawn in the channel, for everybody in it.
      expect(pressed.body).not.toMatch(/bully/i);
      await until(() => expect(shown(deputy.newest())).toContain('About:'));
      expect(shown(deputy.newest())).toMatch(/bullying/i);
      expect(deputy.newest()?.summary).not.toMatch(/bullying/i);
      expect(shown(deputy.newest())).toContain(person.aad);
      expect(everyone()).toHaveLength(before);

      await lead.pressesOn(notice(), leadActWords.take);
      await until(() => expect(shown(notice())).toContain(stands.owned));
      expect(shown(notice())).toContain('Lead has it');
      expect(labelsIn(notice())).toEqual([leadActWords.open]);
      await until(() => expect(threadOf(notice()).map(shown).join()).toContain('Lead has it.'));
      await until(() => expect(shown(lead.newest())).toContain('About:'));
      await until(() => expect(news(person).at(-1)).toContain('Lead has seen it'));
    });

    it('pressed by two has one owner: the second is told who, and nothing in the channel changes', async () => {
      const { notice } = await raisedInChannel();
      const held = { ...notice() };
      await lead.pressesOn(held, leadActWords.take);
      await until(() => expect(shown(notice())).toContain('Lead has it'));
      await deputy.pressesOn(held, leadActWords.take);
      await until(() => expect(shown(deputy.newest())).toContain(`Lead ${refusals.taken}`));
      expect(shown(notice())).toContain('Lead has it');
    });

    it('is ticked, handed over, asked about and closed from the lead’s own chat', async () => {
      const { person, notice } = await raisedInChannel();
      const reference = referenceIn(shown(notice()));
      await lead.pressesOn(notice(), leadActWords.take);
      await until(() => expect(shown(lead.newest())).toMatch(new RegExp(`${reference}.*${leadActWords.more}`, 's')));
      const posts = lead.messages().length;
      await lead.presses(leadActWords.more);
      await until(() => expect(labelsIn(lead.newest() as Posted)).toContain(leadActWords.contact));
      await lead.presses(leadActWords.contact);
      await until(() => expect(news(person).at(-1)).toContain('Lead asks you to contact them'));
      await until(() => expect(labelsIn(lead.newest() as Posted)).toContain(leadActWords.more));
      await lead.presses(leadActWords.more);
      await until(() => expect(labelsIn(lead.newest() as Posted)).toContain(leadActWords.hand));
      await lead.presses(leadActWords.hand);
      await until(() => expect(labelsIn(lead.newest() as Posted)).toContain('Deputy'));
      await lead.presses('Deputy');
      await until(() => expect(labelsIn(lead.newest() as Posted)).toContain(handReasonWords.off));
      await lead.presses(handReasonWords.off);
      await until(() => expect(shown(notice())).toContain('Deputy has it'));
      // All of it on the one card that was pressed.
      await until(() => expect(shown(lead.newest())).toContain('Deputy has it'));
      expect(lead.messages()).toHaveLength(posts);
      await until(() => expect(shown(deputy.newest())).toContain('You have it'));
      await deputy.presses(leadActWords.more);
      await until(() => expect(shown(deputy.newest())).toContain(leadActWords.notForUs));
      await deputy.presses(leadActWords.notForUs);
      await until(() => expect(labelsIn(deputy.newest() as Posted)).toContain('It was a test'));
      await deputy.presses('It was a test');
      await until(() => expect(labelsIn(deputy.newest() as Posted)).toContain('Yes, close it'));
      await deputy.presses('Yes, close it');
      await until(() => expect(shown(notice())).toContain(stands.ended));
      await until(() => expect(news(person).at(-1)).toContain('If you still worry'));
    });

    it('is not for whoever else is in the channel: they are told so alone', async () => {
      const { notice } = await raisedInChannel();
      const [stranger, before] = [space.teamsPerson(), everyone().length];
      await stranger.pressesOn(notice(), leadActWords.take);
      await until(() => expect(shown(stranger.newest())).toContain(refusals.hidden));
      await stranger.pressesOn(notice(), leadActWords.open);
      await until(() => expect(stranger.messages()).toHaveLength(2));
      expect(told(stranger)).not.toMatch(/bullying|has it/i);
      expect(shown(notice())).toContain(card.nobody);
      expect(everyone()).toHaveLength(before);
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

    it('whose channel is gone goes to the leads themselves at once, and the one who raised it hears', async () => {
      space.api.known.delete(leadsChannel);
      const before = deputy.messages().length;
      const person = await raised(bullying);
      await until(() => expect(deputy.messages().length).toBeGreaterThan(before));
      expect(shown(deputy.newest())).toContain('A concern needs a safeguarding lead');
      await until(() => expect(news(person).join()).toContain('We could not reach'));
      await until(() => expect(news(person).join()).toContain('Deputy'));
    });

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
    ])('of %s is with those picked alone: nothing in the channel and in no list of the others', async (_, about) => {
      const before = { channel: everyone().length, lead: lead.messages().length, deputy: deputy.messages().length };
      const known = head.messages().length;
      const person = await raised(about);
      await until(() => expect(head.messages().length).toBeGreaterThan(known));
      await until(() => expect(shown(head.newest())).toContain('A concern needs a safeguarding lead'));
      const notice = head.newest() as Posted;
      const reference = referenceIn(shown(notice));
      expect(told(person)).not.toContain('the leads’ channel');

      await head.presses(leadActWords.open);
      await until(() => expect(shown(head.newest())).toContain(leadCardWords.pickedAre));
      const card = head.newest() as Posted;
      await head.says('concerns');
      await until(() => expect(shown(head.newest())).toContain(`${listWords.open} ${reference}`));

      await lead.says('concerns');
      await until(() => expect(shown(lead.newest())).toContain(listWords.titles.all));
      expect(shown(lead.newest())).not.toContain(reference);
      await lead.pressesOn(card, leadActWords.take);
      await until(() => expect(shown(lead.newest())).toContain(refusals.hidden));
      expect(everyone()).toHaveLength(before.channel);
      expect(deputy.messages()).toHaveLength(before.deputy);
      expect(lead.messages()).toHaveLength(before.lead + 2);
      expect(space.output()).not.toContain(reference);
    });

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

  it('lists what is open, each one press away, and the last 30 days as counts', async () => {
    const { notice } = await raisedInChannel();
    const reference = referenceIn(shown(notice()));
    await lead.says('concerns');
    await until(() => expect(shown(lead.newest())).toContain(listWords.titles.all));
    // What they are about is for whoever opens the chat, not for the notification.
    expect(shown(lead.newest())).toContain(topicClass.bullying);
    expect(lead.newest()?.summary).not.toMatch(/bullying/i);
    await lead.presses(`${listWords.open} ${reference}`);
    await until(() => expect(shown(lead.newest())).toContain('About:'));
    await lead.presses(listWords.filters.month);
    // In the place of the list that was pressed.
    await until(() => expect(told(lead)).toContain('The last 30 days'));
  });

  it('nobody named, no account and nothing of a concern stands in the log', () => {
    expect(space.output()).not.toMatch(
      new RegExp(`bullying|${accountOf('lead')}|${accountOf('head')}|\\b[A-Z0-9]{4}-[A-Z0-9]{4}\\b`),
    );
  });
});
