/** Sending, against the stand-in for Teams' connector over real HTTP. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Message } from '../../../dialogs/message.ts';
import { createConnector } from '../../../src/channels/teams/connector.ts';
import { createDeliver } from '../../../src/channels/teams/deliver.ts';
import { addressOf, type TeamsPlace } from '../../../src/channels/teams/places.ts';
import { guestBlocks } from '../../../src/channels/teams/words.ts';
import type { Address, Channel } from '../../../src/contract.ts';
import { createLog } from '../../../src/log.ts';
import {
  appId,
  appPassword,
  botId,
  startTeamsConnector,
  type TeamsConnector,
  type Trouble,
} from '../../support/teams-connector.ts';

const user = '29:somebody';
const token = () => 'token';
const message = (text: string): Message => ({ summary: text, blocks: [{ kind: 'text', text: [text] }] });
const long: Message = {
  summary: 'Long',
  blocks: Array.from({ length: 40 }, (_, i) => ({
    kind: 'text',
    text: [`Part of it, number ${i}. ${'word '.repeat(100)}`],
  })),
};

let api: TeamsConnector;
let deliver: Channel['deliver'];
let conversation: string;
let personal: TeamsPlace;
let person: TeamsPlace;
const now = Date.UTC(2026, 10, 23, 10);

beforeAll(async () => {
  api = await startTeamsConnector();
});
afterAll(() => api.stop());
beforeEach(() => {
  api.messages.splice(0);
  api.calls.splice(0);
  conversation = api.personal('T1', user);
  const there = { tenant: 'T1', bot: botId, serviceUrl: api.serviceUrl };
  personal = { at: 'personal', ...there, user, conversation };
  person = { at: 'person', ...there, user };
  const config = {
    kind: 'verified',
    appId,
    credential: { kind: 'password', password: appPassword },
    openIdMetadataUrl: 'https://openid.example',
    tokenUrl: api.tokenUrl,
    serviceHosts: [api.host],
  } as const;
  deliver = createDeliver({
    connector: createConnector({ config, clock: Date.now }),
    clock: () => now,
    log: createLog('silent'),
  });
});
afterEach(() => {
  api.well();
  expect(api.faults.splice(0)).toEqual([]);
});

const send = (post: readonly Message[], to: TeamsPlace = personal, signal = AbortSignal.timeout(5_000)) =>
  deliver({ to: addressOf(to), post, token }, signal);
const texts = () => api.messages.map(({ text }) => text.split('\n')[0]);
const count = (what: string) => api.calls.filter((each) => each.what === what).length;

describe('a refusal of Teams', () => {
  it.each<[Trouble, object]>([
    [
      { status: 403, code: 'MessageWritesBlocked' },
      { status: 'failed', reason: 'MessageWritesBlocked', of: 'place' },
    ],
    [{ status: 403 }, { status: 'down', reason: 'http-403' }],
    [
      { status: 403, code: 'BotDisabledByAdmin' },
      { status: 'down', reason: 'BotDisabledByAdmin' },
    ],
    [
      { status: 403, code: 'SomethingNew' },
      { status: 'retry', reason: 'SomethingNew', unknown: true },
    ],
    [{ status: 418 }, { status: 'retry', reason: 'http-418', unknown: true }],
    [{ status: 307 }, { status: 'down', reason: 'http-307' }],
    [
      { status: 404, code: 'ConversationNotFound' },
      { status: 'failed', reason: 'ConversationNotFound', of: 'place' },
    ],
    [{ status: 404 }, { status: 'failed', reason: 'http-404', of: 'place-or-all' }],
    [
      { status: 400, code: 'BadSyntax' },
      { status: 'failed', reason: 'BadSyntax' },
    ],
    [
      { status: 413, code: 'MessageSizeTooBig' },
      { status: 'failed', reason: 'MessageSizeTooBig' },
    ],
    [
      { status: 412, code: 'PreconditionFailed' },
      { status: 'retry', reason: 'PreconditionFailed' },
    ],
    [{ status: 401 }, { status: 'down', reason: 'http-401' }],
    [{ status: 408 }, { status: 'retry', reason: 'http-408' }],
    [
      { status: 429, retryAfter: '7' },
      { status: 'retry', reason: 'ratelimited', afterMs: 7_000 },
    ],
    [{ status: 429 }, { status: 'retry', reason: 'ratelimited' }],
    [
      { status: 429, retryAfter: 'Mon, 23 Nov 2026 10:00:30 GMT' },
      { status: 'retry', reason: 'ratelimited', afterMs: 30_000 },
    ],
    [
      { status: 429, retryAfter: 'soon' },
      { status: 'retry', reason: 'ratelimited' },
    ],
    [{ status: 500 }, { status: 'retry', reason: 'http-500' }],
    [
      { status: 502, html: '<html>A proxy says SECRET</html>' },
      { status: 'retry', reason: 'http-502' },
    ],
    [
      { status: 503, retryAfter: '20' },
      { status: 'retry', reason: 'http-503', afterMs: 20_000 },
    ],
    [{ status: 504 }, { status: 'retry', reason: 'http-504' }],
    [
      { status: 503, code: 'what somebody wrote' },
      { status: 'retry', reason: 'http-503' },
    ],
    [
      { status: 200, html: '<html>A proxy says SECRET</html>' },
      { status: 'retry', reason: 'unreadable' },
    ],
    ['cut', { status: 'down', reason: 'network' }],
  ])('%j is %j', async (trouble, delivered) => {
    api.trouble(trouble, 'send');
    expect(await send([message('Hi')])).toEqual(delivered);
    expect(api.messages).toEqual([]);
  });

  it.each([
    { status: 202, html: '' },
    { status: 202 },
    { status: 200, html: '' },
    { status: 201, html: 'null' },
  ] as const)('%j is taken without a name: sent, and it cannot be drawn anew', async (trouble) => {
    api.trouble(trouble, 'send', 1);
    const sent = await send([message('Hi')]);
    expect(sent).toMatchObject({ status: 'sent' });
    const [card = {}] = sent.status === 'sent' ? sent.cards : [];
    const edit = [{ card, message: message('Answered') }];
    expect(await deliver({ to: card, post: [], edit, token }, AbortSignal.timeout(5_000))).toEqual({
      status: 'failed',
      reason: 'card-gone',
    });
    expect(await send([message('Under it')], card as TeamsPlace)).toMatchObject({ status: 'sent' });
    expect(count('send')).toBe(2);
  });

  it('too slow is left in time', async () => {
    api.trouble({ slowMs: 3_600_000 }, 'send', 1);
    expect(await send([message('Hi')], personal, AbortSignal.timeout(300))).toEqual({
      status: 'retry',
      reason: 'timeout',
    });
  });

  it('gone altogether is of the line', async () => {
    await api.down();
    expect(await send([message('Hi')])).toEqual({ status: 'down', reason: 'network' });
    await api.up();
    expect(await send([message('Hi')])).toMatchObject({ status: 'sent' });
  });

  it('no token is of the line, with the code', async () => {
    api.trouble({ status: 401, html: JSON.stringify({ error: 'invalid_client' }) }, 'token');
    expect(await send([message('Hi')])).toEqual({ status: 'down', reason: 'token-invalid_client' });
  });

  it('a host that is not on the list is of the settings; an address of another version is given up', async () => {
    const elsewhere = { ...personal, serviceUrl: 'https://evil.example/' } as TeamsPlace;
    expect(await send([message('Hi')], elsewhere)).toEqual({ status: 'down', reason: 'service-host' });
    const moon = deliver({ to: { at: 'moon' }, post: [], token }, AbortSignal.timeout(1_000));
    expect(await moon).toEqual({ status: 'failed', reason: 'address' });
    expect(api.calls).toEqual([]);
  });
});

describe('several messages', () => {
  it('come in order, each with the address of its last part', async () => {
    const sent = await send([long, message('After')]);
    expect(texts()).toEqual(['Part 1 of 2: Long', 'Part 2 of 2: Long', 'After']);
    const [, second, third] = api.messages;
    expect(sent).toMatchObject({
      status: 'sent',
      cards: [
        { at: 'card', conversation, activity: second?.id },
        { at: 'card', conversation, activity: third?.id },
      ],
    });
  });

  it('that were cut short go on where they were, and nothing comes twice', async () => {
    api.trouble({ slowMs: 0 }, 'send', 1);
    api.trouble({ status: 502 }, 'send', 1);
    expect(await send([message('One'), message('Two')])).toMatchObject({ status: 'retry' });
    expect(await send([message('One'), message('Two')])).toMatchObject({ status: 'sent', cards: [{}, {}] });
    expect(texts()).toEqual(['One', 'Two']);
    await send([message('One'), message('Two')]);
    expect(texts()).toEqual(['One', 'Two', 'One', 'Two']);
  });
});

describe('an answered card', () => {
  const shrunk = async (trouble?: Trouble) => {
    const asked = await send([message('Question')]);
    if (trouble) api.trouble(trouble, 'update');
    const [card = {}] = asked.status === 'sent' ? asked.cards : [];
    const shrink = [{ card, message: message('Answered') }];
    return deliver({ to: addressOf(personal), post: [message('Next')], shrink, token }, AbortSignal.timeout(5_000));
  };

  it('is redrawn after the next question', async () => {
    expect(await shrunk()).toMatchObject({ status: 'sent' });
    expect(texts()).toEqual(['Answered', 'Next']);
    expect(api.calls.map(({ what }) => what)).toEqual(['token', 'send', 'send', 'update']);
  });

  it.each([[{ status: 404 }], [{ status: 503 }], ['cut'] as const])(
    'that cannot be redrawn (%j) keeps nothing from being sent',
    async (trouble) => {
      expect(await shrunk(trouble)).toMatchObject({ status: 'sent' });
      expect(texts()).toEqual(['Question', 'Next']);
    },
  );
});

describe('somebody met elsewhere', () => {
  it('has their personal chat opened, once', async () => {
    expect(await send([message('One')], person)).toMatchObject({ status: 'sent', cards: [{ conversation }] });
    await send([message('Two')], person);
    expect([texts(), count('open')]).toEqual([['One', 'Two'], 1]);
  });

  it('whose chat is not there any more has it opened afresh', async () => {
    await send([message('One')], person);
    api.known.delete(conversation);
    expect(await send([message('Two')], person)).toEqual({
      status: 'failed',
      reason: 'ConversationNotFound',
      of: 'place',
    });
    expect(await send([message('Two')], person)).toMatchObject({ status: 'sent' });
  });

  it('who blocked the bot is given up', async () => {
    api.trouble({ status: 403, code: 'ForbiddenOperationException' }, 'open');
    expect(await send([message('One')], person)).toEqual({
      status: 'failed',
      reason: 'ForbiddenOperationException',
      of: 'place-or-all',
    });
  });
});

describe('a notice in a channel', () => {
  const channel = '19:leads@thread.tacv2';
  const place = (): TeamsPlace => {
    api.known.add(channel);
    return { at: 'channel', tenant: 'T1', conversation: channel, bot: botId, serviceUrl: api.serviceUrl };
  };
  const noticed = async () => {
    const sent = await send([message('Notice')], place());
    const [card = {}] = sent.status === 'sent' ? sent.cards : [];
    return card;
  };
  const edited = (card: Address, post: readonly Message[] = []) => {
    const edit = [{ card, message: message('Notice, taken') }];
    return deliver({ to: card, post, edit, token }, AbortSignal.timeout(5_000));
  };

  it('is answered in its own thread', async () => {
    const card = await noticed();
    const [{ id } = { id: '' }] = api.chat(channel);
    api.known.add(`${channel};messageid=${id}`);
    expect(await send([message('Reminder')], card as TeamsPlace)).toMatchObject({ status: 'sent' });
    expect(api.chat(`${channel};messageid=${id}`)).toMatchObject([{ summary: 'Reminder' }]);
  });

  it('moves on where it stands, before anything is said under it', async () => {
    const card = await noticed();
    api.trouble({ status: 503 }, 'update', 1);
    expect(await edited(card)).toMatchObject({ status: 'retry' });
    expect(await edited(card)).toEqual({ status: 'sent', cards: [] });
    expect(api.chat(channel)).toMatchObject([{ summary: 'Notice, taken', edits: 1 }]);
  });

  it('that lives stands where it stood, its address kept; where it was deleted it is posted', async () => {
    const card = await noticed();
    const lives = { to: card, post: [message('Next')], inPlace: { card, moved: message('Moved') }, token };
    expect(await deliver(lives, AbortSignal.timeout(5_000))).toEqual({ status: 'sent', cards: [card] });
    expect(api.chat(channel)).toMatchObject([{ summary: 'Next', edits: 1 }]);
    expect(count('send')).toBe(1);
    api.messages.splice(0);
    expect(await deliver({ ...lives, to: personal as never }, AbortSignal.timeout(5_000))).toMatchObject({
      status: 'sent',
      cards: [expect.not.objectContaining(card)],
    });
    expect(count('send')).toBe(2);
  });

  it('that was deleted is said to be gone, and nothing is posted', async () => {
    const card = await noticed();
    api.messages.splice(0);
    expect(await edited(card, [message('Reminder')])).toEqual({ status: 'failed', reason: 'card-gone' });
    expect(count('send')).toBe(1);
  });
});

it('a directory that nobody named is told so, before the first message only', async () => {
  await send([message('One'), message('Two')], { ...personal, guest: 'yes' } as TeamsPlace);
  const [first] = guestBlocks;
  const said = first?.kind === 'text' ? String(first.text[0]).slice(0, 20) : '';
  expect(said).not.toBe('');
  expect(api.messages.map(({ text }) => text.includes(said))).toEqual([true, false]);
});
