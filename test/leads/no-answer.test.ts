/** "No answer": the next person whom the guard allows is told at once, and nobody else; nobody left, the calls come up. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { plainText } from '../../dialogs/plain.ts';
import { bullying, colleague, type LeadDesk, openLeadDesk } from '../support/lead-desk.ts';
import { onBothStores } from '../support/stores.ts';
import { createTalker } from '../support/talker.ts';

const pressed = { do: 'called', result: 'no-answer' } as const;
const people = ['lead', 'deputy', 'head', 'chair'];

onBothStores((fresh) => {
  let lead: LeadDesk;
  beforeEach(async () => {
    lead = await openLeadDesk(fresh);
    // Wednesday morning: all of the school are on cover.
    lead.desk.now = Date.UTC(2026, 10, 25, 10, 30);
  });
  afterEach(() => lead.desk.data.close());

  const counts = () => Object.fromEntries(people.map((person) => [person, lead.privately(person).length]));
  async function noAnswer(): Promise<readonly string[]> {
    const before = counts();
    await lead.staff.press(pressed);
    await lead.desk.idle();
    await lead.settle();
    const after = counts();
    return people.filter((person) => after[person] !== before[person]);
  }

  it('of one that everybody may know of: the next is told, the one after that next, and the channel reads of both', async () => {
    await lead.raise(bullying, { danger: 'no' });
    await lead.pass(1);
    const posts = lead.channel().length;
    expect(await noAnswer()).toEqual(['deputy']);
    expect(lead.all(lead.privately('deputy'))).toMatch(/rang Lead and got no answer/);
    expect(lead.all(lead.thread())).toMatch(/rang Lead and got no answer/);
    expect(lead.channel()).toHaveLength(posts);
    expect(await noAnswer()).toEqual(['head']);
    const card = plainText(lead.staff.last().message);
    expect(card).toMatch(/No answer from Deputy/);
    // Both sides can say which concern they mean.
    expect(card).toContain(`Ref ${lead.reference(lead.card())}`);
  });

  it('of a guarded one: only those picked, each spoken of by name to the other; nobody is left, and the calls outside come up', async () => {
    await lead.raise(colleague, { safeToTell: ['lead', 'deputy'] });
    await lead.pass(1);
    expect(await noAnswer()).toEqual(['deputy']);
    expect(lead.newest('deputy') && lead.all(lead.privately('deputy'))).toMatch(/rang Lead and got no answer/);
    expect(await noAnswer()).toEqual([]);
    expect(lead.staff.reads()).toMatch(/No answer from Deputy, .*\n.*Ring (the police|social care)/);
    expect(await noAnswer()).toEqual([]);
    expect([...lead.channel(), ...lead.privately('head'), ...lead.privately('chair')]).toEqual([]);
  });

  it('whoever rang somebody in vain is not sent to them again by what they hear next', async () => {
    // The lead has gone home; the deputy is there until six.
    lead.desk.now = Date.UTC(2026, 10, 25, 16, 30);
    await lead.raise(colleague, { safeToTell: ['lead', 'deputy'] });
    await lead.pass(1);
    expect(plainText(lead.staff.last().message)).toMatch(/Deputy/);
    const heard = lead.staff.news().length;
    await noAnswer();
    const news = lead.staff.news().slice(heard).join('\n');
    expect(news).toContain('We are telling Lead now');
    expect(news).toMatch(/Ring /);
    expect(news).not.toMatch(/Ring Deputy|01632 960022/);
  });

  it('nobody picked: nobody is told, whatever does not answer', async () => {
    await lead.raise(colleague, { safeToTell: ['none'] });
    for (let calls = 0; calls < 4; calls++) {
      await lead.staff.type('no answer');
      await lead.desk.idle();
    }
    await lead.settle();
    expect(counts()).toEqual({ lead: 0, deputy: 0, head: 0, chair: 0 });
    expect(lead.channel()).toEqual([]);
  });

  it('while it is asked again who is safe: an old card tells nobody', async () => {
    await lead.raise(bullying, { danger: 'no' });
    await lead.pass(1);
    const card = lead.staff.last();
    await lead.staff.press({ do: 'change' });
    await lead.staff.press({ do: 'change', question: 'topics' });
    await lead.staff.choose(['adult']);
    await lead.staff.go({ adultKnown: 'yes' }, { until: 'safeToTell' });
    const before = counts();
    await lead.staff.press(pressed, { on: card });
    await lead.settle();
    expect(counts()).toEqual(before);
  });

  it('whoever has it is told, where somebody else did not answer; "rung" after it tells nobody', async () => {
    await lead.raise(bullying, { danger: 'no' });
    await lead.pass(1);
    await lead.press('head', 'take');
    expect(await noAnswer()).toEqual(['head']);
    const before = counts();
    await lead.staff.type('rung');
    await lead.settle();
    expect(counts()).toEqual(before);
  });

  it('of one that is over, or by somebody else: nobody is told', async () => {
    await lead.raise(bullying, { danger: 'no' });
    await lead.pass(1);
    const card = lead.staff.last();
    const on = lead.card();
    const close = { do: 'lead', act: 'not-us', concern: lead.concernIn(on), detail: 'test!' } as const;
    await lead.pressToken('lead', on.token(close));
    await lead.settle();
    expect(await noAnswer()).toEqual([]);
    const stranger = createTalker(lead.desk, { channel: 'slack', tenant: 'T1', person: 'U-stranger' });
    const before = counts();
    await lead.desk.send(stranger.from, { kind: 'press', token: card.token({ ...pressed, whom: 'lead' }) });
    await lead.desk.idle();
    await lead.settle();
    expect(counts()).toEqual(before);
    expect(stranger.reads()).toContain('earlier talk that has ended');
  });

  it('in a practice run nobody is told', async () => {
    await lead.staff.start(true);
    await lead.staff.go(bullying);
    await lead.staff.press(pressed);
    await lead.settle();
    expect(counts()).toEqual({ lead: 0, deputy: 0, head: 0, chair: 0 });
  });
});
