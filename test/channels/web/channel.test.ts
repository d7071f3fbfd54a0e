import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../../dialogs/message.ts';
import type { Site } from '../../../rules/local.ts';
import { createTrialClock } from '../../../src/channels/web/clock.ts';
import type { PageEntry } from '../../../src/channels/web/view.ts';
import { serveTryPage, type TryPage } from '../../support/try-page.ts';
import { act, open, tokenOf, watch } from '../../support/web-client.ts';

const canary = 'CANARY words about a child';
const monday = new Date('2026-11-23T20:12:00Z');
let page: TryPage;

beforeEach(async () => {
  page = await serveTryPage({ clock: createTrialClock(() => monday.getTime()), limits: { sessions: 3, messages: 4 } });
});
afterEach(() => page.close());

const count = (least: number) => (entries: readonly PageEntry[]) => entries.length >= least;
const lastTaken = () => page.bot.taken.at(-1);
const said = (summary: string): Message => ({ summary, blocks: [{ kind: 'text', text: [summary] }] });

describe('opening the page', () => {
  it('greets a new person of the first organisation, at the machine’s time', async () => {
    const session = await open(page.origin);
    expect(page.bot.taken).toMatchObject([
      { from: { channel: 'web', tenant: 'derby', person: session }, at: monday, input: { kind: 'hello' } },
    ]);
    const { entries } = await watch(page.origin, session, count(1));
    expect(entries).toMatchObject([{ number: 1, place: 'conversation', summary: expect.stringContaining('worried') }]);
  });

  it('gives each message as Slack and as Teams get it', async () => {
    const { entries } = await watch(page.origin, await open(page.origin), count(1));
    expect(entries[0]?.slack[0]?.blocks[0]).toMatchObject({ type: 'header' });
    expect(entries[0]?.teams[0]?.attachments[0].content).toMatchObject({ type: 'AdaptiveCard', version: '1.4' });
  });

  it('comes back to a session that is still kept, without a second greeting', async () => {
    const session = await open(page.origin);
    const { answer } = await act(page.origin, { act: 'open', session });
    expect(answer).toMatchObject({ settings: { session } });
    expect(page.bot.taken).toHaveLength(1);
  });

  it('begins another when the program no longer has it', async () => {
    const { answer } = await act(page.origin, { act: 'open', session: 'from-before-a-restart' });
    expect(answer).toMatchObject({ settings: { session: expect.not.stringMatching('restart') } });
  });
});

describe('what is done on the page', () => {
  it('passes on a press with its value and its ticks', async () => {
    const session = await open(page.origin);
    await act(page.origin, {
      act: 'press',
      session,
      token: '{"do":"ticks","question":"topics"}',
      ticked: ['imagery'],
    });
    expect(lastTaken()).toMatchObject({
      from: { person: session },
      address: { session, place: 'conversation' },
      input: { kind: 'press', token: '{"do":"ticks","question":"topics"}', ticked: ['imagery'] },
    });
  });

  it('gives every delivery an id of its own', async () => {
    const session = await open(page.origin);
    await act(page.origin, { act: 'file', session });
    await act(page.origin, { act: 'file', session });
    expect(new Set(page.bot.taken.map(({ delivery }) => delivery)).size).toBe(3);
  });

  it('passes typed words on and keeps them nowhere', async () => {
    const session = await open(page.origin);
    await act(page.origin, { act: 'text', session, text: canary });
    expect(lastTaken()?.input).toEqual({ kind: 'text', text: canary });
    const { entries } = await watch(page.origin, session, count(2));
    expect(JSON.stringify(entries)).not.toContain('CANARY');
  });

  it('shows what is said when the store could not be asked, with nothing in it to press', async () => {
    const session = await open(page.origin);
    const blocks: Message['blocks'] = [
      { kind: 'text', text: ['This may not have been saved.'] },
      { kind: 'buttons', buttons: [{ label: 'Again', action: { do: 'show' } }] },
    ];
    page.bot.next = { status: 'unknown', say: { summary: 'Not sure if that was saved', blocks } };
    const { answer } = await act(page.origin, { act: 'text', session, text: 'yes' });
    expect(answer).toMatchObject({ status: 'unknown' });
    const { entries } = await watch(page.origin, session, count(2));
    expect(entries[1]?.summary).toBe('Not sure if that was saved');
    expect(JSON.stringify(entries[1])).not.toContain('Again');
  });
});

describe('the clock', () => {
  it('moves the moment of report, and runs on from there', async () => {
    let now = monday;
    await page.close();
    page = await serveTryPage({ clock: createTrialClock(() => now.getTime()) });
    const session = await open(page.origin);
    await act(page.origin, { act: 'clock', session, to: 'christmas-eve' });
    now = new Date(now.getTime() + 60_000);
    await act(page.origin, { act: 'file', session });
    expect(lastTaken()?.at.toISOString()).toBe('2026-12-24T18:31:00.000Z');
  });

  it('passes little by little, and what comes due meanwhile is sent at its time', async () => {
    await page.close();
    const clock = createTrialClock(() => monday.getTime());
    const swept: string[] = [];
    page = await serveTryPage({
      clock,
      sweep: async () => swept.push(new Date(clock.now()).toISOString().slice(11, 16)),
    });
    const session = await open(page.origin);
    const { answer } = await act(page.origin, { act: 'pass', session, wait: 'ten-minutes' });
    expect(swept).toEqual(['20:14', '20:16', '20:18', '20:20', '20:22']);
    expect(answer).toMatchObject({ settings: { ahead: 600_000 } });
  });

  it('stays where it is when another session begins', async () => {
    const session = await open(page.origin);
    await act(page.origin, { act: 'pass', session, wait: 'hour' });
    await open(page.origin);
    expect(lastTaken()?.at.toISOString()).toBe('2026-11-23T21:12:00.000Z');
  });

  it('comes back to now', async () => {
    const session = await open(page.origin);
    await act(page.origin, { act: 'clock', session, to: { day: '1970-01-01', minute: 0 } });
    const { answer } = await act(page.origin, { act: 'clock', session, to: 'now' });
    expect(answer).toMatchObject({ settings: { ahead: 0 } });
  });
});

describe('the leads’ side', () => {
  it.each([
    ['press', { act: 'press', token: '{"do":"show"}' }],
    ['words', { act: 'text', text: 'concerns' }],
  ] as const)('takes a %s as the chosen person’s, answered where only they see it', async (_, what) => {
    const session = await open(page.origin);
    await act(page.origin, { ...what, session, as: 'lead' });
    expect(lastTaken()).toMatchObject({
      from: { person: `lead:${session}:lead` },
      address: { session, place: 'leads', as: 'lead' },
    });
    const { entries } = await watch(page.origin, session, count(2));
    expect(entries[1]).toMatchObject({ place: 'leads', as: 'lead' });
  });

  it('is nobody’s whom the organisation does not name', async () => {
    const session = await open(page.origin);
    const { status, answer } = await act(page.origin, { act: 'text', session, as: 'stranger', text: 'concerns' });
    expect(status).toBe(400);
    expect(answer).toMatchObject({ wrong: 'person', say: expect.stringContaining('list') });
    expect(lastTaken()?.input.kind).toBe('hello');
  });
});

describe('starting afresh', () => {
  it('is a new person, at the same organisation and time, and the old session is gone', async () => {
    const session = await open(page.origin);
    await act(page.origin, { act: 'clock', session, to: 'friday-evening' });
    const { answer } = await act(page.origin, { act: 'reset', session });
    expect(lastTaken()).toMatchObject({ input: { kind: 'hello' }, at: new Date('2026-11-27T18:30:00Z') });
    expect(lastTaken()?.from.person).not.toBe(session);
    expect(answer).toMatchObject({ settings: { organisation: 'derby', session: lastTaken()?.from.person } });
    expect((await act(page.origin, { act: 'file', session })).status).toBe(404);
  });

  it('happens when another organisation is chosen', async () => {
    const session = await open(page.origin);
    await act(page.origin, { act: 'organisation', session, organisation: 'meadow' });
    expect(lastTaken()?.from).toMatchObject({ tenant: 'meadow', person: expect.not.stringMatching(session) });
  });

  it('refuses an organisation that is not offered, and keeps the session', async () => {
    const session = await open(page.origin);
    const { status, answer } = await act(page.origin, { act: 'organisation', session, organisation: 'elsewhere' });
    expect(status).toBe(400);
    expect(answer).toMatchObject({ wrong: 'organisation', say: expect.stringContaining('list') });
    expect((await act(page.origin, { act: 'file', session })).status).toBe(200);
  });
});

describe('delivering', () => {
  const token = () => 'value';
  const signal = AbortSignal.timeout(5_000);

  it('posts in order and gives each message an address of its own', async () => {
    const session = await open(page.origin);
    const to = { session, place: 'conversation' };
    const delivered = await page.channel.deliver({ to, post: [said('One'), said('Two')], token }, signal);
    expect(delivered).toEqual({
      status: 'sent',
      cards: [
        { ...to, card: '2' },
        { ...to, card: '3' },
      ],
    });
    const { entries } = await watch(page.origin, session, count(3));
    expect(entries.map(({ summary }) => summary).slice(1)).toEqual(['One', 'Two']);
  });

  it('shrinks an answered card where it stands', async () => {
    const session = await open(page.origin);
    const { entries } = await watch(page.origin, session, count(1));
    await act(page.origin, { act: 'press', session, token: tokenOf(entries[0], 'Start') });
    const after = await watch(page.origin, session, count(2));
    const first = after.entries.find(({ number }) => number === 1);
    expect(first?.summary).toBe('Answered: done');
    expect(JSON.stringify(first?.slack)).not.toContain('actions');
  });

  const school = { id: 'school' } as Site;

  it('puts a leads’ message in the channel of the site, beside the conversation it came from', async () => {
    const session = await open(page.origin);
    const to = page.channel.leadsAddress(school, { session, place: 'conversation' });
    expect(to).toEqual({ session, place: 'leads', site: 'school' });
    await page.channel.deliver({ to: to ?? {}, post: [said('A concern')], token }, signal);
    const { entries } = await watch(page.origin, session, count(2));
    expect(entries[1]).toMatchObject({ place: 'leads', site: 'school', summary: 'A concern' });
  });

  it('puts a private message where only that person sees it', async () => {
    const session = await open(page.origin);
    const to = page.channel.personAddress('deputy', { session, place: 'conversation' });
    expect(to).toEqual({ session, place: 'leads', as: 'deputy' });
    await page.channel.deliver({ to: to ?? {}, post: [said('For you')], token }, signal);
    const { entries } = await watch(page.origin, session, count(2));
    expect(entries[1]).toMatchObject({ place: 'leads', as: 'deputy', summary: 'For you' });
  });

  it('draws a card anew where it stands, buttons included, and puts what is said to it in its thread', async () => {
    const session = await open(page.origin);
    const to = { session, place: 'leads', site: 'school' };
    const posted = await page.channel.deliver({ to, post: [said('Nobody has it')], token }, signal);
    if (posted.status !== 'sent' || !posted.cards[0]) throw new Error('not sent');
    const [card] = posted.cards;
    const moved: Message = {
      summary: 'Sam has it',
      blocks: [{ kind: 'buttons', buttons: [{ label: 'Done', action: { do: 'show' } }] }],
    };
    const edit = [{ card, message: moved }];
    await page.channel.deliver({ to: card, post: [said('Sam took it')], edit, token }, signal);
    const { entries } = await watch(page.origin, session, count(3));
    expect(entries.find(({ number }) => number === 2)).toMatchObject({ summary: 'Sam has it', site: 'school' });
    expect(
      tokenOf(
        entries.find(({ number }) => number === 2),
        'Done',
      ),
    ).toBe('value');
    expect(entries.find(({ number }) => number === 3)).toMatchObject({ under: 2, site: 'school' });
  });

  it('a living card stands where it stood; where it is gone it is posted', async () => {
    const session = await open(page.origin);
    const to = { session, place: 'conversation' };
    const first = await page.channel.deliver({ to, post: [said('One')], token }, signal);
    const card = first.status === 'sent' ? first.cards[0] : undefined;
    if (!card) throw new Error('It was not sent');
    const inPlace = { card, moved: said('Moved') };
    const lives = { to, post: [said('Two')], inPlace, token };
    expect(await page.channel.deliver(lives, signal)).toEqual({ status: 'sent', cards: [card] });
    const gone = { ...inPlace, card: { ...card, card: '99' } };
    expect(await page.channel.deliver({ ...lives, inPlace: gone }, signal)).toMatchObject({ status: 'sent' });
    const { entries } = await watch(page.origin, session, count(3));
    expect(entries.map(({ summary }) => summary).slice(-2)).toEqual(['Two', 'Two']);
  });

  it('says nothing where the card to draw anew is gone', async () => {
    const session = await open(page.origin);
    const to = { session, place: 'leads', site: 'school' };
    const edit = [{ card: { ...to, card: '99' }, message: said('Sam has it') }];
    expect(await page.channel.deliver({ to, post: [said('Sam took it')], edit, token }, signal)).toEqual({
      status: 'failed',
      reason: 'card-gone',
    });
    const { entries } = await watch(page.origin, session, count(1));
    expect(entries).toHaveLength(1);
  });

  it.each([{ session: 'gone', place: 'conversation' }, { place: 'leads' }, {}])(
    'fails for good at an address that is no longer there: %j',
    async (to) => {
      expect(await page.channel.deliver({ to, post: [said('One')], token }, signal)).toMatchObject({
        status: 'failed',
      });
    },
  );

  it('does not fail when the card to shrink was dropped', async () => {
    const session = await open(page.origin);
    const to = { session, place: 'conversation' };
    const shrink = [{ card: { ...to, card: '99' }, message: said('Answered') }];
    expect(await page.channel.deliver({ to, post: [said('One')], shrink, token }, signal)).toMatchObject({
      status: 'sent',
    });
  });
});

describe('the events', () => {
  it('come as they happen', async () => {
    const session = await open(page.origin);
    const watched = watch(page.origin, session, (entries) => entries.some(({ summary }) => /pictures/.test(summary)));
    await act(page.origin, { act: 'file', session });
    expect((await watched).entries.at(-1)?.summary).toBe('Do not send pictures');
  });

  it('start after what the page already has', async () => {
    const session = await open(page.origin);
    const { id } = await watch(page.origin, session, count(1));
    await act(page.origin, { act: 'file', session });
    const { entries } = await watch(page.origin, session, count(1), id);
    expect(entries.map(({ number }) => number)).toEqual([2]);
  });

  it('are refused for a session that is not kept', async () => {
    expect((await fetch(`${page.origin}/try/events?session=none`)).status).toBe(404);
  });

  it('end with their session', async () => {
    const session = await open(page.origin);
    const events = await fetch(`${page.origin}/try/events?session=${session}`);
    await act(page.origin, { act: 'reset', session });
    expect(await events.text()).toContain('event: entries');
  });
});

describe('memory', () => {
  it('keeps the newest messages of a session', async () => {
    const session = await open(page.origin);
    for (let sent = 0; sent < 5; sent += 1) await act(page.origin, { act: 'file', session });
    const { entries } = await watch(page.origin, session, count(4));
    expect(entries.map(({ number }) => number)).toEqual([3, 4, 5, 6]);
  });

  it('keeps the sessions last used', async () => {
    const [first, second] = [await open(page.origin), await open(page.origin)];
    await open(page.origin);
    await act(page.origin, { act: 'file', session: first });
    await open(page.origin);
    expect((await act(page.origin, { act: 'file', session: first })).status).toBe(200);
    expect((await act(page.origin, { act: 'file', session: second })).status).toBe(404);
  });
});

describe('what the page is not', () => {
  it.each(['', 'not json', '{}', '[]', '{"act":"fly"}', '{"act":"press","session":"s"}', '{"act":"open","more":1}'])(
    'told %j, it says so and does nothing',
    async (body) => {
      const response = await fetch(`${page.origin}/try/act`, { method: 'POST', body });
      expect(response.status).toBe(400);
      expect(await response.json()).toMatchObject({ wrong: 'act' });
      expect(page.bot.taken).toEqual([]);
    },
  );

  it('lets nothing inline or from elsewhere run', async () => {
    const response = await fetch(page.origin);
    const policy = response.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(await response.text()).not.toMatch(/<script>|<style|style=|https?:/);
  });
});
