/** Texts to whom a level tells: who gets one, that nobody else ever does, and what a crash or a dead service does to them. */
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plainText } from '../../dialogs/plain.ts';
import type { Paged, PagerStatus, PagerTook } from '../../src/paging/pager.ts';
import type { Post } from '../support/bot.ts';
import { bullying, colleague, type LeadDesk, minute, openLeadDesk, staffed, stranger } from '../support/lead-desk.ts';
import { fileData } from '../support/stores.ts';
import { type Answers, buttonsOn } from '../support/talker.ts';

const everybody = ['lead', 'deputy', 'head', 'chair'] as const;
const mobileOf = (person: string) => `07911 12345${everybody.indexOf(person as 'lead')}`;
const personOf = ({ number }: Paged) => everybody.find((each) => mobileOf(each) === number);
const withMobiles = (changes: Record<string, unknown> = {}) =>
  staffed(changes, Object.fromEntries(everybody.map((each) => [each, { slack: `U-${each}`, mobile: mobileOf(each) }])));
const urgent: Answers = { ...bullying, danger: 'yes' };

/** A service that keeps what it is given. */
function openPager() {
  const pager = {
    texts: [] as Paged[],
    asked: [] as string[],
    /** What it answers to the next ones, before it takes any. */
    answers: [] as (PagerTook | 'hang')[],
    /** What it says of each it has. */
    standing: { status: 'delivered' } as PagerStatus,
    to: () => pager.texts.map(personOf),
    async send(paged: Paged): Promise<PagerTook> {
      const answer = pager.answers.shift();
      if (answer === 'hang') return new Promise<never>(() => {});
      if (answer && answer.status !== 'accepted') return answer;
      pager.texts.push(paged);
      return { status: 'accepted' };
    },
    async statusOf(reference: string): Promise<PagerStatus> {
      pager.asked.push(reference);
      return pager.texts.some((each) => each.reference === reference) ? pager.standing : { status: 'none' };
    },
  };
  return pager;
}

let lead: LeadDesk;
let pager: ReturnType<typeof openPager>;
async function open(organisation = withMobiles()) {
  lead = await openLeadDesk(fileData, organisation);
  pager = openPager();
  lead.desk.pager = pager;
}
beforeEach(() => open());
afterEach(() => lead.desk.data.close());

const details = async (person = 'lead') => {
  const opens = ({ message }: Post) =>
    buttonsOn(message).some(({ action }) => action.do === 'lead' && action.act === 'open');
  const on = lead.privately(person).findLast(opens) ?? lead.card();
  await lead.pressToken(person, on.token({ do: 'lead', act: 'advice', concern: lead.concernIn(on) }));
  return plainText(lead.newest(person).message);
};

it('goes to whoever the level tells, once each, and says where, what to open and the reference', async () => {
  await lead.raise(urgent);
  await lead.sweep();
  const told = everybody.filter((each) => lead.privately(each).length > 0);
  expect(told).toContain('lead');
  expect(pager.to().toSorted()).toEqual([...told].toSorted());
  expect(pager.texts[0]?.says).toEqual({
    site: lead.desk.organisation?.sites[0]?.name,
    platform: 'Slack',
    concern: lead.reference(lead.card()),
  });
});

it('is never sent for what is due today, nor to somebody without a number', async () => {
  await lead.raise(bullying);
  await lead.pass(90, 10);
  expect(pager.texts).toEqual([]);
  await lead.desk.data.close();
  await open(staffed());
  await lead.raise(urgent);
  await lead.pass(30, 10);
  expect(pager.texts).toEqual([]);
});

it('goes again with each telling until somebody takes it, and then no more', async () => {
  await lead.raise(urgent);
  await lead.pass(11);
  expect(pager.to().filter((each) => each === 'lead')).toHaveLength(2);
  expect(new Set(pager.texts.map(({ reference }) => reference)).size).toBe(pager.texts.length);
  await lead.press('lead', 'take');
  const before = pager.texts.length;
  await lead.pass(60, 5);
  expect(pager.texts).toHaveLength(before);
});

it('is shown to a lead with what became of it, moves no card, and stands in no thread', async () => {
  pager.standing = { status: 'delivered', at: lead.desk.now + minute };
  await lead.raise(urgent);
  const posts = lead.desk.posts.length;
  await lead.pass(2);
  expect(lead.desk.posts).toHaveLength(posts);
  expect(await details()).toMatch(/Lead: text delivered 10\.01am\./);
  await lead.press('lead', 'take');
  expect(lead.all(lead.thread())).not.toMatch(/text/i);
  expect(lead.staff.news().join()).not.toMatch(/text /i);
});

it('is shown as not delivered where the network says so', async () => {
  pager.standing = { status: 'failed' };
  await lead.raise(urgent);
  await lead.pass(2);
  expect(await details()).toContain('Lead: text not delivered.');
});

it.each(['number', 'not-allowed', 'limit'] as const)(
  'is shown as not delivered where it is refused: %s',
  async (reason) => {
    pager.answers = everybody.map(() => ({ status: 'refused', reason }));
    await lead.raise(urgent);
    await lead.sweep();
    expect(await details()).toContain('Lead: text not delivered.');
    expect(pager.texts).toEqual([]);
  },
);

describe('while the service', () => {
  it.each(['unreachable', 'timeout', 'busy', 'key'] as const)(
    'is away (%s), chat is as ever, and the text goes later, once',
    async (reason) => {
      pager.answers = Array.from({ length: 8 }, () => ({ status: 'away', reason }));
      await lead.raise(urgent);
      expect(lead.channel().length).toBeGreaterThan(0);
      expect(lead.privately('lead').length).toBeGreaterThan(0);
      await lead.pass(9);
      expect(pager.to().filter((each) => each === 'lead')).toHaveLength(1);
    },
  );

  it('is away for an hour, the text is given up, and whoever looks sees it', async () => {
    pager.answers = Array.from({ length: 1_000 }, () => ({ status: 'away', reason: 'unreachable' }));
    await lead.raise({ ...urgent });
    await lead.pass(130, 5);
    pager.answers = [];
    expect(await details()).toContain('Lead: text not delivered.');
  });

  it('hangs, every chat message comes at once and a press is answered', async () => {
    pager.answers = everybody.map(() => 'hang');
    const raised = lead.raise(urgent);
    await expect.poll(() => lead.channel().length).toBeGreaterThan(0);
    await expect.poll(() => lead.privately('lead').length).toBeGreaterThan(0);
    await expect.poll(() => lead.staff.hasAnswer()).toBe(true);
    lead.desk.die();
    await raised;
  });
});

it('is one text, though the process dies between sending and noting it', async () => {
  lead.desk.after = (method) => {
    // The note that it was sent never comes.
    if (method === 'enlist' && pager.texts.length === 1) lead.desk.die();
  };
  await lead.raise(urgent);
  for (let i = 0; i < 4; i++) await lead.desk.sweepLater();
  expect(pager.asked).toContain(pager.texts[0]?.reference);
  expect(pager.to().toSorted()).toEqual([...new Set(pager.to())].toSorted());
});

it('tells administrators, once, that the number for the day is reached, and goes on', async () => {
  await lead.desk.data.close();
  await open(withMobiles({ texts: { aDay: 1 } }));
  await lead.typed('administrator', 'setup');
  await lead.raise(urgent);
  await lead.pass(12);
  expect(pager.texts.length).toBeGreaterThan(2);
  const notes = lead.privately('administrator').filter(({ message }) => /as many texts/.test(plainText(message)));
  expect(notes).toHaveLength(1);
});

it('leaves no number and no name in the log, in what is stored, or in what the service keeps of us', async () => {
  pager.answers = [
    { status: 'refused', reason: 'number' },
    { status: 'away', reason: 'key' },
  ];
  await lead.raise(urgent);
  await lead.pass(12);
  const said = JSON.stringify([lead.desk.events, lead.desk.lost, pager.texts.map(({ reference }) => reference)]);
  expect(said).not.toMatch(/0?7911|Lead|Deputy|U-/);
  expect(await lead.desk.data.everything()).not.toMatch(/7911/);
});

describe('nobody who may not know is ever texted', () => {
  it('of those picked, whoever is picked, and after every change of it', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.subarray([...everybody], { minLength: 0 }),
        fc.subarray([...everybody], { minLength: 1 }),
        fc.boolean(),
        async (first, second, asStranger) => {
          await lead.desk.data.close();
          await open();
          const picks = (ids: readonly string[]) => (ids.length > 0 ? ids : ['none']);
          await lead.raise(asStranger ? stranger : colleague, asStranger ? {} : { safeToTell: picks(first) });
          await lead.pass(12, 6);
          const allowed: readonly string[] = asStranger ? ['lead', 'deputy', 'head'] : first;
          expect(pager.to().filter((each) => each === undefined || !allowed.includes(each))).toEqual([]);
          if (!asStranger && first.length > 0) expect(pager.texts.length).toBeGreaterThan(0);
          const before = pager.texts.length;
          if (asStranger) await lead.change('adultKnown', ['yes'], { safeToTell: picks(second) });
          else await lead.change('safeToTell', picks(second));
          await lead.pass(12, 6);
          const later = pager.to().slice(before);
          expect(later.filter((each) => each === undefined || !second.includes(each))).toEqual([]);
        },
      ),
      { numRuns: 5 },
    );
  });

  it('nor somebody whose text still waits when others are picked in their place', async () => {
    pager.answers = Array.from({ length: 6 }, () => ({ status: 'away', reason: 'unreachable' }));
    await lead.raise(colleague, { safeToTell: ['lead', 'deputy'] });
    await lead.change('safeToTell', ['head']);
    pager.answers = [];
    await lead.pass(9);
    expect(new Set(pager.to())).toEqual(new Set(['head']));
  });

  it('nor who takes a role over from somebody who was picked', async () => {
    await lead.raise(colleague, { safeToTell: ['head'] });
    const before = pager.texts.length;
    lead.desk.organisation = staffed({}, { head: { name: 'Another', slack: 'U-another', mobile: '07911 123499' } });
    await lead.pass(90, 5);
    expect(pager.texts.slice(before)).toEqual([]);
  });
});

it('asks no more once it knows, and never more than a day long', async () => {
  pager.standing = { status: 'sending' };
  await lead.raise(urgent);
  await lead.press('lead', 'take');
  await lead.pass(24 * 60, 30);
  const asked = pager.asked.length;
  expect(asked).toBeLessThanOrEqual(7 * pager.texts.length);
  await lead.pass(24 * 60, 60);
  expect(pager.asked).toHaveLength(asked);
  expect(buttonsOn(lead.card().message).length).toBeGreaterThan(0);
});

describe('a test, from the set-up', () => {
  const test = async () => {
    await lead.typed('administrator', 'setup');
    const card = lead.desk.posts.findLast(({ message }) =>
      buttonsOn(message).some(({ action }) => action.do === 'setup' && action.act === 'texts'),
    );
    if (!card) throw new Error('There is no button to test the texts');
    await lead.pressToken('administrator', card.token({ do: 'setup', site: 'school', act: 'texts' }));
    return plainText(lead.newest('administrator').message);
  };

  it('goes to everybody with a number, once a day, and says what came of it when pressed again', async () => {
    expect(await test()).toContain('Lead: sent. It is not known yet');
    expect(pager.to().toSorted()).toEqual([...everybody].toSorted());
    expect(pager.texts[0]?.says).toMatchObject({ site: expect.stringMatching(/^TEST ONLY, /), concern: 'TEST-ONLY' });
    expect(await test()).toContain('Lead: delivered.');
    expect(pager.texts).toHaveLength(everybody.length);
  });

  it('says why one was not sent, and stops at the number for the day, as no concern does', async () => {
    await lead.desk.data.close();
    await open(withMobiles({ texts: { aDay: 1 } }));
    pager.answers = [{ status: 'refused', reason: 'not-allowed' }];
    expect(await test()).toContain('may not text them');
    expect(await test()).toContain('not sent. Today has as many texts');
    const before = pager.texts.length;
    await lead.raise(urgent);
    await lead.sweep();
    expect(pager.texts.length).toBeGreaterThan(before);
  });

  it('is for administrators alone', async () => {
    await lead.typed('administrator', 'setup');
    await lead.pressToken('deputy', lead.desk.posts.at(-1)?.token({ do: 'setup', site: 'school', act: 'texts' }) ?? '');
    expect(plainText(lead.newest('deputy').message)).toMatch(/not yours|cannot|only/i);
    expect(pager.texts).toEqual([]);
  });
});
