/** Sending, against the stand-in for Slack's Web API over real HTTP. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Message } from '../../../dialogs/message.ts';
import { createDeliver, type SlackDeliver } from '../../../src/channels/slack/deliver.ts';
import { type Installs, NotInstalled } from '../../../src/channels/slack/installing/installs.ts';
import { addressOf, responseUrlMs, type SlackPlace } from '../../../src/channels/slack/places.ts';
import { createRespond } from '../../../src/channels/slack/respond.ts';
import { scopes } from '../../../src/channels/slack/scopes.ts';
import { createWebApi } from '../../../src/channels/slack/web-api.ts';
import type { Address, Channel } from '../../../src/contract.ts';
import { createLog } from '../../../src/log.ts';
import { type SlackApi, startSlackApi } from '../../support/slack-api.ts';

const log = createLog('silent');
const direct: SlackPlace = { at: 'direct', workspace: 'T1', user: 'U1' };
const token = () => 'token';
const message = (text: string): Message => ({ summary: text, blocks: [{ kind: 'text', text: [text] }] });
const long: Message = {
  summary: 'Long',
  blocks: Array.from({ length: 60 }, (_, i) => ({ kind: 'heading', text: `Part of it, number ${i}` })),
};

let api: SlackApi;
let now = 0;
let deliver: Channel['deliver'];
let sending: SlackDeliver;
const tokenRefused = vi.fn();
const installs: Installs = {
  knows: async () => 'yes',
  tokenFor: async (workspace) => {
    if (workspace !== 'T1') throw new NotInstalled('Install it again.');
    return 'xoxb-1';
  },
  tokenRefused,
  appId: () => undefined,
  remove: async () => {},
};

beforeAll(async () => {
  api = await startSlackApi(scopes);
});
afterAll(() => api.stop());
beforeEach(() => {
  now = Date.now();
  api.install('xoxb-1', { team: 'T1' });
  api.messages.splice(0);
  api.forOne.splice(0);
  api.calls.splice(0);
  tokenRefused.mockReset();
  sending = createDeliver({
    notOpen: () => message('Ring'),
    api: createWebApi(api.url, log),
    installs,
    respond: createRespond(api.url),
    clock: () => now,
    log,
  });
  ({ deliver } = sending);
});
afterEach(() => {
  api.well();
  api.faults.splice(0);
});

const send = (post: readonly Message[], to: SlackPlace = direct, signal = AbortSignal.timeout(5_000)) =>
  deliver({ to: addressOf(to), post, token }, signal);
const texts = () => api.messages.map(({ text }) => text.split('\n')[0]);

describe('a refusal of Slack', () => {
  it.each([
    ['ratelimited', 'retry'],
    ['internal_error', 'retry'],
    ['service_unavailable', 'retry'],
    ['token_expired', 'retry'],
    ['channel_not_found', 'failed', 'place'],
    ['not_in_channel', 'failed', 'place'],
    ['is_archived', 'failed', 'place'],
    ['restricted_action_thread_only_channel', 'failed', 'place'],
    ['channel_is_limited_access', 'failed', 'place'],
    ['ekm_access_denied', 'failed', 'place-or-all'],
    ['restricted_action', 'failed', 'place-or-all'],
    ['messages_tab_disabled', 'failed', 'place-or-all'],
    ['account_inactive', 'down'],
    ['token_revoked', 'down'],
    ['invalid_auth', 'down'],
    ['user_disabled', 'failed', 'place'],
    ['cannot_dm_bot', 'failed', 'place'],
    ['missing_scope', 'down'],
  ])('%s: %s %s', async (error, status, of?: string) => {
    api.trouble({ error }, 'chat.postMessage');
    expect(await send([message('Hi')])).toEqual({ status, reason: error, ...(of && { of }) });
  });

  it('in a word that is in no reference may pass, and is said to be unknown', async () => {
    for (const error of ['something_new', 'constructor']) {
      api.well();
      api.trouble({ error }, 'chat.postMessage');
      expect(await send([message('Hi')])).toEqual({ status: 'retry', reason: error, unknown: true });
    }
  });

  it('of a card is a fault of ours: the words come without it', async () => {
    api.trouble({ error: 'invalid_blocks' }, 'chat.postMessage', 1);
    expect(await send([message('Ring the lead')])).toMatchObject({ status: 'sent' });
    expect(api.messages).toMatchObject([{ text: expect.stringContaining('Ring the lead'), blocks: [] }]);
  });

  it('429 waits as long as Slack asks, and is one request', async () => {
    api.trouble({ status: 429, retryAfter: 7 }, 'chat.postMessage', 1);
    expect(await send([message('Hi')])).toEqual({ status: 'retry', reason: 'ratelimited', afterMs: 7_000 });
    expect(api.calls).toEqual([]);
  });

  it.each([
    [{ status: 503 }, 'http-503'],
    [{ status: 200, text: '<html>A proxy says SECRET</html>' }, 'unreadable'],
  ] as const)('%j is tried again, with a reason that is no words', async (trouble, reason) => {
    api.trouble(trouble, 'chat.postMessage');
    expect(await send([message('Hi')])).toEqual({ status: 'retry', reason });
  });

  it.each([
    ['cut', 'network'],
    [{ status: 403 }, 'http-403'],
  ] as const)('%j is of the line, and says nothing of the place', async (trouble, reason) => {
    api.trouble(trouble, 'chat.postMessage');
    expect(await send([message('Hi')])).toEqual({ status: 'down', reason });
  });

  it('too slow is left in time', async () => {
    api.trouble({ slowMs: 3_600_000 }, 'chat.postMessage', 1);
    expect(await send([message('Hi')], direct, AbortSignal.timeout(200))).toEqual({
      status: 'retry',
      reason: 'timeout',
    });
  });

  it('a token that is no good any more is not kept', async () => {
    api.trouble({ error: 'token_revoked' }, 'chat.postMessage');
    await send([message('Hi')]);
    expect(tokenRefused).toHaveBeenCalledExactlyOnceWith('T1');
  });

  it('a workspace that removed the app, a person who left, a channel that nobody invited it to', async () => {
    expect(await send([message('Hi')], { ...direct, workspace: 'T9' })).toEqual({
      status: 'down',
      reason: 'not-installed',
    });
    api.gonePeople.add('U9');
    expect(await send([message('Hi')], { ...direct, user: 'U9' })).toEqual({
      status: 'failed',
      reason: 'user_disabled',
      of: 'place',
    });
    const channel: SlackPlace = { at: 'channel', workspace: 'T1', channel: 'C9' };
    expect(await send([message('Hi')], channel)).toEqual({ status: 'failed', reason: 'not_in_channel', of: 'place' });
  });

  it('an address of another version is given up', async () => {
    expect(await deliver({ to: { at: 'moon' }, post: [], token }, AbortSignal.timeout(1_000))).toEqual({
      status: 'failed',
      reason: 'address',
    });
  });
});

describe('several messages', () => {
  it('come in order, each with the address of its last part', async () => {
    const sent = await send([long, message('After')]);
    expect(texts()).toEqual(['Part 1 of 2: Long', 'Part 2 of 2: Long', 'After']);
    expect(sent).toMatchObject({ status: 'sent', cards: [{ ts: api.messages[1]?.ts }, { ts: api.messages[2]?.ts }] });
  });

  it('that were cut short go on where they were, and nothing comes twice', async () => {
    api.trouble({ slowMs: 0 }, 'chat.postMessage', 1);
    api.trouble({ error: 'internal_error' }, 'chat.postMessage', 1);
    expect(await send([message('One'), message('Two')])).toMatchObject({ status: 'retry' });
    expect(await send([message('One'), message('Two')])).toMatchObject({ status: 'sent', cards: [{}, {}] });
    expect(texts()).toEqual(['One', 'Two']);
    await send([message('One'), message('Two')]);
    expect(texts()).toEqual(['One', 'Two', 'One', 'Two']);
  });
});

describe('an answered card', () => {
  const shrunk = async (error?: string) => {
    await send([message('Question')]);
    if (error) api.trouble({ error }, 'chat.update');
    const card = { at: 'card', workspace: 'T1', channel: 'DU1', ts: api.messages[0]?.ts ?? '' };
    const shrink = [{ card, message: message('Answered') }];
    return deliver({ to: addressOf(direct), post: [message('Next')], shrink, token }, AbortSignal.timeout(5_000));
  };

  it('is redrawn after the next question', async () => {
    expect(await shrunk()).toMatchObject({ status: 'sent' });
    expect(texts()).toEqual(['Answered', 'Next']);
    expect(api.calls.map(({ method }) => method)).toEqual(['chat.postMessage', 'chat.postMessage', 'chat.update']);
  });

  it('that cannot be redrawn keeps nothing from being sent', async () => {
    expect(await shrunk('message_not_found')).toMatchObject({ status: 'sent' });
    expect(texts()).toEqual(['Question', 'Next']);
  });
});

describe('a card that moves on', () => {
  const leads: SlackPlace = { at: 'channel', workspace: 'T1', channel: 'C0LEADS' };
  const withButton = (label: string): Message => ({
    summary: label,
    blocks: [{ kind: 'buttons', buttons: [{ label, action: { do: 'show' } }] }],
  });
  const notice = async () => {
    api.joinedChannels.add('C0LEADS');
    const sent = await send([withButton('Take it')], leads);
    const card = sent.status === 'sent' ? sent.cards[0] : undefined;
    if (!card) throw new Error('No card.');
    return card;
  };
  const moveOn = (card: Address, to: SlackPlace | Address = leads, post: readonly Message[] = []) =>
    deliver(
      { to: to as Address, post, edit: [{ card, message: withButton('Mark as done') }], token },
      AbortSignal.timeout(5_000),
    );
  const labels = () => api.messages.map(({ blocks }) => blocks[0]?.elements?.[0]?.text?.text);

  afterEach(() => api.closedChannels.clear());

  it('is drawn anew where it stands, buttons included, and nothing is posted', async () => {
    expect(await moveOn(await notice())).toEqual({ status: 'sent', cards: [] });
    expect(labels()).toEqual(['Mark as done']);
    expect(api.messages[0]).toMatchObject({ edits: 1, channel: 'C0LEADS' });
  });

  it('several at once, before what is posted', async () => {
    const cards = [await notice(), await notice()];
    const edit = cards.map((card) => ({ card, message: withButton('Mark as done') }));
    await deliver({ to: addressOf(leads), post: [message('New')], edit, token }, AbortSignal.timeout(5_000));
    expect(labels().slice(0, 2)).toEqual(['Mark as done', 'Mark as done']);
    expect(api.calls.slice(-3).map(({ method }) => method)).toEqual(['chat.update', 'chat.update', 'chat.postMessage']);
  });

  it.each(['message_not_found', 'channel_not_found', 'is_archived', 'cant_update_message', 'edit_window_closed'])(
    'that is gone (%s) is said to be, and nothing is posted',
    async (error) => {
      const card = await notice();
      api.trouble({ error }, 'chat.update');
      expect(await moveOn(card, leads, [message('New')])).toEqual({ status: 'failed', reason: 'card-gone' });
      expect(labels()).toEqual(['Take it']);
    },
  );

  it('a living card stands where it stood, and nothing is posted; its address stays', async () => {
    const card = await notice();
    const inPlace = { card, moved: message('Moved') };
    const lives = { to: addressOf(leads), post: [withButton('Next')], inPlace, token };
    expect(await deliver(lives, AbortSignal.timeout(5_000))).toEqual({ status: 'sent', cards: [card] });
    expect(labels()).toEqual(['Next']);
    expect(api.messages).toHaveLength(1);
    api.trouble({ error: 'message_not_found' }, 'chat.update', 1);
    const posted = await deliver(lives, AbortSignal.timeout(5_000));
    expect(posted).toMatchObject({ status: 'sent', cards: [expect.not.objectContaining(card)] });
    expect(api.messages).toHaveLength(2);
    expect(api.messages[0]?.text).toBe('Moved');
    api.trouble({ error: 'internal_error' }, 'chat.update', 1);
    expect(await deliver(lives, AbortSignal.timeout(5_000))).toMatchObject({ status: 'retry' });
    expect(api.messages).toHaveLength(2);
  });

  it('that has no address of a card is gone too', async () => {
    expect(await moveOn(addressOf(direct))).toEqual({ status: 'failed', reason: 'card-gone' });
  });

  it.each([
    ['ratelimited', 'retry'],
    ['internal_error', 'retry'],
    ['token_revoked', 'down'],
    ['ekm_access_denied', 'failed', 'place-or-all'],
  ])('when Slack says %s: %s', async (error, status, of?: string) => {
    const card = await notice();
    api.trouble({ error }, 'chat.update');
    expect(await moveOn(card)).toEqual({ status, reason: error, ...(of && { of }) });
  });

  it('stands for its thread: what is sent to it comes under it, and so does what is sent to an answer there', async () => {
    const card = await notice();
    const [first] = api.messages;
    const under = await deliver({ to: card, post: [message('Still open')], token }, AbortSignal.timeout(5_000));
    const reply = under.status === 'sent' ? (under.cards[0] ?? {}) : {};
    await deliver({ to: reply, post: [message('Done')], token }, AbortSignal.timeout(5_000));
    expect(api.messages.map(({ channel, thread }) => [channel, thread])).toEqual([
      ['C0LEADS', undefined],
      ['C0LEADS', first?.ts],
      ['C0LEADS', first?.ts],
    ]);
  });

  it('under a card in a direct message too', async () => {
    const sent = await send([message('For one lead')]);
    const card = sent.status === 'sent' ? (sent.cards[0] ?? {}) : {};
    await deliver({ to: card, post: [message('Still open')], token }, AbortSignal.timeout(5_000));
    expect(api.messages[1]).toMatchObject({ channel: 'DU1', thread: api.messages[0]?.ts });
  });
});

describe('for one person alone', () => {
  const beside = (url: string): SlackPlace => ({
    at: 'beside',
    workspace: 'T1',
    user: 'U1',
    url,
    until: String(now + responseUrlMs),
  });

  it('the response_url takes five, then the direct message', async () => {
    const url = api.responseUrl('U1');
    for (let i = 1; i <= 6; i++) await send([message(`Number ${i}`)], beside(url));
    expect(api.forOne.map(({ text }) => text.split('\n')[0])).toEqual([1, 2, 3, 4, 5].map((i) => `Number ${i}`));
    expect(texts()).toEqual(['Number 6']);
  });

  it('after half an hour, the direct message', async () => {
    const place = beside(api.responseUrl('U1'));
    now += 30 * 60_000;
    await send([message('Late')], place);
    expect([api.forOne.length, texts()]).toEqual([0, ['Late']]);
  });

  it("nothing goes to a place that is not Slack's", async () => {
    const stranger = await startSlackApi(scopes);
    await send([message('Hi')], beside(stranger.responseUrl('U1')));
    expect(stranger.forOne).toEqual([]);
    expect(texts()).toEqual(['Hi']);
    await stranger.stop();
  });

  it('what has no room in the answer to a command stands below it, and after half an hour in the direct message', async () => {
    const place = addressOf(beside(api.responseUrl('U1')));
    await sending.sayBelow(place, sending.draw({ to: place, post: [message('Below')], token }));
    now += 30 * 60_000;
    await sending.sayBelow(place, sending.draw({ to: place, post: [message('Too late')], token }));
    expect([api.forOne.map(({ text }) => text), texts()]).toEqual([['Below'], ['Too late']]);
  });
});

it('names nobody, previews nothing, and asks for no reading of markup', async () => {
  await send([message('<!channel> @here <@U2> https://a.example')]);
  expect(api.messages[0]?.text).not.toMatch(/<[!@]/);
});

describe('a card with folded parts, where Slack refuses to fold', () => {
  const opens = { do: 'part', part: 'why' } as const;
  const card: Message = {
    summary: 'The answer',
    blocks: [
      { kind: 'text', text: ['Ring the police'] },
      { kind: 'fold', title: 'Why', blocks: [{ kind: 'text', text: ['because'] }], opens },
    ],
  };
  const kinds = () => api.messages.map(({ blocks }) => blocks.map(({ type }) => type).join(' '));
  afterEach(() => {
    api.foldsNot = false;
  });

  it('comes folded where it can be', async () => {
    await deliver({ to: addressOf(direct), post: [card], token }, AbortSignal.timeout(5_000));
    expect(kinds()).toEqual(['section container']);
  });

  it('comes once with buttons instead, and from then on at once; an edit too', async () => {
    api.foldsNot = true;
    const sent = await deliver({ to: addressOf(direct), post: [card], token }, AbortSignal.timeout(5_000));
    expect(kinds()).toEqual(['section actions']);
    expect(api.calls).toHaveLength(2);
    const [drawn] = sent.status === 'sent' ? sent.cards : [];
    await deliver(
      { to: addressOf(direct), post: [], edit: [{ card: drawn as Address, message: card }], token },
      AbortSignal.timeout(5_000),
    );
    expect([kinds(), api.calls.length]).toEqual([['section actions'], 3]);
  });
});
