/** What the reporter is told of who knows, and what the leads' card, details and record say, agree for every pick. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { detailsCard } from '../../dialogs/leads/details.ts';
import { recordText } from '../../dialogs/leads/record.ts';
import { plainText } from '../../dialogs/plain.ts';
import { answer } from '../../dialogs/words/answer.ts';
import { committedCalendar } from '../../rules/calendar.ts';
import { foldConcern } from '../../src/leads/concern.ts';
import { createLeadsSeal } from '../../src/leads/leads-seal.ts';
import { viewOf } from '../../src/leads/view.ts';
import { createSeal } from '../../src/seal/seal.ts';
import { colleague, type LeadDesk, openLeadDesk } from '../support/lead-desk.ts';
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
];

onBothStores((fresh) => {
  let lead: LeadDesk;
  beforeEach(async () => {
    lead = await openLeadDesk(fresh);
  });
  afterEach(() => lead.desk.data.close());

  describe.each(paths)('%s', (_, answers) => {
    it('agrees for every pick', async () => {
      for (const picked of guards) {
        const keys = new Set<string>();
        const { step } = lead.desk.store;
        lead.desk.store.step = (request) => {
          if (request.key.split(':')[1] === 'concern') keys.add(request.key);
          return step(request);
        };
        lead.another();
        await lead.raise(answers, { safeToTell: picked });
        await lead.desk.idle();
        lead.desk.store.step = step;
        const reporters = lead.staff.reads();
        const [key = ''] = keys;
        const { organisation } = lead.desk;
        const seal = createLeadsSeal(createSeal(lead.desk.keys, () => Buffer.alloc(12)));
        const concern = foldConcern(seal.openEntries((await lead.desk.store.read(key)).entries, key));
        if (!concern || !organisation) throw new Error('No concern');
        const view = viewOf(concern, { id: 'abcdefghijklmnopqrstuvwx', organisation, calendar: committedCalendar });
        const now = new Date(lead.desk.now);
        const theirs = [detailsCard(view, now, []), recordText(view, now)].map(plainText).join('\n');
        const said = picked.join(', ');
        const nobody = picked.includes('none');
        expect(view.concern?.outcome && view.restricted, said).toBe(true);
        expect(theirs.includes(answer.nobodyOrder), said).toBe(nobody);
        expect(theirs.includes(answer.pickedOrder), said).toBe(!nobody);
        for (const person of people.filter((each) => !picked.includes(each)))
          expect(theirs, `${said}: ${person}`).not.toContain(`Ring ${names[person]},`);
        for (const person of nobody ? [] : picked) expect(reporters, said).toContain(names[person]);
      }
    });
  });
});
