/** What the reporter is told of who knows, and what the lead's card, details and record say, agree for every guard answer. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { detailsCard } from '../../dialogs/leads/card/details.ts';
import { noticeCard } from '../../dialogs/leads/card/notice-card.ts';
import { recordText } from '../../dialogs/leads/record/record.ts';
import { plainText } from '../../dialogs/plain.ts';
import { toldShort } from '../../dialogs/words/acts.ts';
import { answerWords } from '../../dialogs/words/answer.ts';
import { committedCalendar } from '../../rules/calendar.ts';
import { foldConcern } from '../../src/leads/concern/concern.ts';
import { createLeadsSeal } from '../../src/leads/concern/sealed.ts';
import { viewOf } from '../../src/leads/concern/view.ts';
import { createSeal } from '../../src/seal/seal.ts';
import { bullying, colleague, type LeadDesk, openLeadDesk, stranger } from '../support/lead-desk.ts';
import { onBothStores } from '../support/stores.ts';
import type { Answers } from '../support/talker.ts';

const people = ['lead', 'deputy', 'head', 'chair'] as const;
const names: Readonly<Record<string, string>> = { lead: 'Lead', deputy: 'Deputy', head: 'Head', chair: 'Chair' };
const guards = Array.from({ length: 2 ** people.length }, (_, bits) =>
  people.filter((_person, i) => (bits & (1 << i)) !== 0),
).map((picked) => (picked.length > 0 ? picked : ['none']));
const paths: readonly (readonly [string, Answers])[] = [
  ['a colleague', colleague],
  ['a colleague with a role', { ...colleague, positionOfTrust: 'yes', council: 'north', ladoCouncil: 'north' }],
  ['danger', { ...colleague, danger: 'yes' }],
  ['a picture', { danger: 'no', site: 'school', topics: ['imagery'], adultInvolved: 'yes', adultKnown: 'unsure' }],
  ['bullying, and a colleague in it', { ...bullying, colleague: 'yes' }],
  ['bullying, and not sure of a colleague', { ...bullying, colleague: 'unsure' }],
];
/** Nobody is asked who is safe to tell: everybody named may know. */
const unguarded: readonly (readonly [string, Answers])[] = [
  ['a stranger met online', stranger],
  ['bullying, and no colleague', { ...bullying, colleague: 'no' }],
];

/** An order may stand within a sentence. */
const says = (text: string, order: string) => text.toLowerCase().includes(order.toLowerCase());

onBothStores((fresh) => {
  let lead: LeadDesk;
  beforeEach(async () => {
    lead = await openLeadDesk(fresh);
  });
  afterEach(() => lead.desk.data.close());

  /** Raises one, and gives what the reporter reads and what the leads see. */
  async function raised(answers: Answers, picked?: readonly string[]) {
    const keys = new Set<string>();
    const { step } = lead.desk.store;
    lead.desk.store.step = (request) => {
      if (request.key.split(':')[1] === 'concern') keys.add(request.key);
      return step(request);
    };
    lead.another();
    await lead.raise(answers, picked ? { safeToTell: [...picked] } : {});
    await lead.desk.idle();
    lead.desk.store.step = step;
    const reporters = lead.staff.reads();
    const [key = ''] = keys;
    const { organisation } = lead.desk;
    const seal = createLeadsSeal(createSeal(lead.desk.keys, () => Buffer.alloc(12)));
    const { entries, revision } = await lead.desk.store.read(key);
    const concern = foldConcern(seal.openEntries(entries, key, revision));
    if (!concern || !organisation) throw new Error('No concern');
    const view = viewOf(concern, { id: 'abcdefghijklmnopqrstuvwx', organisation, calendar: committedCalendar });
    const now = new Date(lead.desk.now);
    const card = plainText(noticeCard(view, now)).replaceAll(view.reference, 'REFERENCE');
    const [details = '', record = ''] = [detailsCard(view, now), recordText(view, now)].map(plainText);
    return { reporters, view, card, details, record };
  }

  describe.each(paths)('%s', (_, answers) => {
    it('agrees for every guard answer', async () => {
      const cards = new Set<string>();
      for (const picked of guards) {
        const { reporters, view, card, details, record } = await raised(answers, picked);
        const said = picked.join(', ');
        const nobody = picked.includes('none');
        expect(view.concern?.outcome && view.restricted, said).toBe(true);
        expect(reporters.includes(toldShort.withheld), said).toBe(nobody);
        expect(reporters, said).not.toContain(toldShort.sent);
        for (const theirs of [details, record]) {
          expect(says(theirs, answerWords.nobodyOrder), said).toBe(nobody);
          expect(says(theirs, answerWords.pickedOrder), said).toBe(!nobody);
          for (const person of people.filter((each) => !picked.includes(each)))
            expect(theirs, `${said}: ${person}`).not.toContain(`Ring ${names[person]},`);
        }
        for (const person of nobody ? [] : picked) expect(reporters, said).toContain(names[person]);
        cards.add(card);
      }
      // The card may be read by anyone, so no pick changes a word of it.
      expect([...cards]).toHaveLength(1);
    });
  });

  it.each(unguarded)('%s: everybody named may know, and all four say so', async (_, answers) => {
    const { reporters, view, details, record } = await raised(answers);
    expect(view.restricted).toBe(false);
    expect(reporters).toContain(toldShort.sent.split('.')[0]);
    for (const each of [reporters, details, record]) {
      expect(says(each, answerWords.nobodyOrder)).toBe(false);
      expect(says(each, answerWords.pickedOrder)).toBe(false);
    }
  });
});
