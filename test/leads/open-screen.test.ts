/** A lead has opened something behind their card, and the concern goes on meanwhile. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { LeadAct } from '../../dialogs/leads/concern/concern-view.ts';
import { plainText } from '../../dialogs/plain.ts';
import { leadCardWords, taskScreens } from '../../dialogs/words/lead-tasks.ts';
import { bullying, type LeadDesk, minute, openLeadDesk } from '../support/lead-desk.ts';
import { onBothStores } from '../support/stores.ts';

onBothStores((fresh) => {
  let lead: LeadDesk;
  beforeEach(async () => {
    lead = await openLeadDesk(fresh);
    await lead.raise(bullying);
    await lead.press('lead', 'take');
    await lead.press('deputy', 'open');
  });
  afterEach(() => lead.desk.data.close());

  const reads = () => plainText(lead.newest('lead').message);
  const presses = (person: string, act: LeadAct, detail: string) =>
    lead.pressToken(person, lead.card().token({ do: 'lead', act, concern: lead.concernIn(lead.card()), detail }));
  /** Somebody else does something of which the lead's card tells, and which needs nothing of them. */
  const deputyTries = () => presses('deputy', 'tried', 'parents');
  const opens = (act: 'more' | 'task' | 'advice' | 'hand') => lead.press('lead', act, { on: lead.newest('lead') });

  it.each(['more', 'task', 'advice', 'hand'] as const)(
    'what was opened by "%s" stays where it is, and says that there is news',
    async (act) => {
      await opens(act);
      const before = reads();
      const posts = lead.privately('lead').length;
      await deputyTries();
      expect(reads()).toContain(leadCardWords.news);
      expect(reads().replace(`${leadCardWords.news}\n`, '')).toContain(before.split('\n')[1]);
      expect(lead.privately('lead')).toHaveLength(posts);
      await lead.press('lead', 'back', { on: lead.newest('lead') });
      expect(reads()).toContain(leadCardWords.yours);
      expect(reads()).not.toContain(leadCardWords.news);
      // From then on their card is quietly drawn anew.
      await deputyTries();
      expect(reads()).toContain(leadCardWords.yours);
    },
  );

  it('what needs them comes all the same, as a new card below', async () => {
    await opens('more');
    const posts = lead.privately('lead').length;
    await lead.change('danger', ['yes'], { aboutBullying: ['none'] });
    expect(lead.privately('lead').length).toBeGreaterThan(posts);
    expect(reads()).toContain(leadCardWords.yours);
    expect(reads()).not.toContain(taskScreens.more);
  });

  it('whoever opened something and went away finds the card', async () => {
    await opens('more');
    lead.desk.now += 31 * minute;
    await deputyTries();
    expect(reads()).toContain(leadCardWords.yours);
  });

  it('what is somebody else’s now brings the card back', async () => {
    await lead.press('deputy', 'more', { on: lead.newest('deputy') });
    await presses('lead', 'hand', lead.handTo('head'));
    expect(plainText(lead.newest('deputy').message)).toContain(leadCardWords.has);
  });
});
