/** Erasing before its time: only what is over, by two people, told before it is gone; and never by somebody who may not know. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { plainText } from '../../dialogs/plain.ts';
import { erasing } from '../../dialogs/words/lead-set-up.ts';
import { leadActWords, refusals } from '../../dialogs/words/leads.ts';
import type { Post } from '../support/bot.ts';
import { bullying, colleague, type LeadDesk, openLeadDesk } from '../support/lead-desk.ts';
import { onBothStores } from '../support/stores.ts';
import { buttonsOn } from '../support/talker.ts';

onBothStores((fresh) => {
  let lead: LeadDesk;
  beforeEach(async () => {
    lead = await openLeadDesk(fresh);
    lead.desk.publicUrl = 'https://signpost.example';
  });
  afterEach(() => lead.desk.data.close());

  /** What this person is answered, whatever else is posted meanwhile. */
  async function typed(person: string, text: string): Promise<string> {
    await lead.typed(person, text);
    const answer = lead.desk.posts.findLast(({ to }) => to.place === 'chat' && to.to === `U-${person}`);
    return answer ? plainText(answer.message) : 'nothing';
  }
  /** Closed as not for us, by this person, on what they were shown. */
  async function close(person: string, on = lead.card()): Promise<void> {
    const concern = lead.concernIn(on);
    const token = on.token({ do: 'lead', act: 'not-us', concern, detail: 'test!' });
    await lead.pressToken(person, token);
  }
  const audit = async (): Promise<string> => {
    const said = await typed('administrator', 'export');
    const route = lead.desk.bot.routes.find(({ path, method }) => path.includes('audit') && method === 'POST');
    const key = /audit#([^\s)]+)/.exec(said + JSON.stringify(lead.desk.posts.at(-1)?.message))?.[1] ?? '';
    const raw = Buffer.from(`${new URLSearchParams({ key: key.replace(/["\\].*$/, '') })}`);
    const answer = await route?.handle({ query: new URLSearchParams(), headers: {}, raw } as never);
    return String(answer?.body);
  };

  it('one that is not over is refused, by an administrator and by who has it, and the try is in the audit', async () => {
    await lead.raise(bullying);
    const reference = lead.reference(lead.card());
    expect(await typed('administrator', `erase ${reference}`)).toContain(refusals['not-over']);
    await lead.press('lead', 'take');
    expect(await typed('lead', `erase ${reference}`)).toContain(refusals['not-over']);
    expect(await typed('administrator', 'list')).toContain(reference);
    const tried = (await audit()).split('\n').filter((line) => line.includes('erase-refused'));
    expect(tried).toHaveLength(2);
    expect(tried.join()).toContain(reference);
  });

  it('once it is closed: one asks, another who may see it agrees; its card and its reporter are told, and it is gone', async () => {
    await lead.raise(bullying);
    const reference = lead.reference(lead.card());
    await close('lead');
    expect(await typed('administrator', `erase ${reference}`)).toContain(erasing.askedSummary);
    expect(await typed('administrator', `erase ${reference}`)).toContain(refusals['second-person']);
    expect(await typed('administrator', 'list')).toContain(reference);
    expect(lead.staff.news().join()).toContain('asked to erase');

    await lead.typed('lead', reference);
    const opened = lead.desk.posts.at(-1) as Post;
    const button = buttonsOn(opened.message).find(({ label }) => label === leadActWords.erase);
    expect(button).toBeDefined();
    if (button) await lead.pressToken('lead', opened.token(button.action));
    expect(plainText(lead.newest('lead').message)).toContain(erasing.doneSummary);
    expect(plainText(lead.card().message)).toContain(erasing.noteSummary);
    expect(
      lead.desk.posts.some(({ to, message }) => to.place === 'chat' && message.summary === erasing.noteSummary),
    ).toBe(true);
    expect(await typed('administrator', 'list')).not.toContain(reference);
    await lead.settle();
    expect(await audit()).toMatch(new RegExp(`"what":"erased","reference":"${reference}"`));
  });

  it('nothing is gone while its reporter cannot be told, or after its reporter changed an answer', async () => {
    await lead.raise(bullying);
    const reference = lead.reference(lead.card());
    await close('lead');
    await typed('administrator', `erase ${reference}`);
    const { person: reporter } = lead.staff.from;
    lead.desk.refuses = ({ to }) => (to === reporter ? { status: 'retry', reason: '503' } : undefined);
    expect(await typed('lead', `erase ${reference}`)).toContain(refusals['not-told']);
    lead.desk.refuses = () => undefined;
    await lead.settle();
    await lead.change('danger', ['yes'], bullying);
    expect(await typed('deputy', `erase ${reference}`)).toContain(refusals['not-over']);
    await close('lead', lead.channel().at(-1));
    expect(await typed('deputy', `erase ${reference}`)).toContain(erasing.askedSummary);
  });

  it('a guarded one: to an administrator and to others there is none; two of those picked can', async () => {
    await lead.raise(colleague, { safeToTell: ['head', 'deputy'] });
    const card = lead.newest('head');
    const reference = lead.reference(card);
    await close('head', card);
    const unknown = await typed('administrator', 'erase AAAA-AAAA');
    expect(await typed('administrator', `erase ${reference}`)).toBe(unknown);
    expect(await typed('lead', `erase ${reference}`)).toBe(unknown);
    expect(await typed('head', `erase ${reference}`)).toContain(erasing.askedSummary);
    expect(await typed('head', `erase ${reference}`)).toContain(refusals['second-person']);
    expect(await typed('deputy', `erase ${reference}`)).toContain(erasing.doneSummary);
    expect(await typed('head', `erase ${reference}`)).toBe(unknown);
    expect(await audit()).not.toContain(reference);
  });
});
