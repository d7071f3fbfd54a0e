/** The real program on Redis, met only through signed HTTP, against a stand-in for Slack's Web API. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buttonWords } from '../../dialogs/words/screens.ts';
import { asked, questions, until } from '../support/behaviour-space.ts';
import { buttonsIn, buttonValue, eventBody, form, sendSigned } from '../support/slack-person.ts';
import { type SlackSpace, slackSpace } from '../support/slack-space.ts';

let space: SlackSpace;
beforeAll(async () => {
  space = await slackSpace();
});
afterAll(() => space.stop());
afterEach(() => {
  space.api.well();
  expect(space.api.faults).toEqual([]);
});

describe('a concern', () => {
  it('begins with the command, which says where it goes on', async () => {
    const person = space.somebody();
    const sent = await person.command('');
    expect(sent.status).toBe(200);
    expect(JSON.parse(sent.body)).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringContaining('direct'),
    });
    await asked(person, 1);
  });

  it('whose direct message does not open says so where it was asked, with whom to ring', async () => {
    const person = space.somebody();
    space.api.trouble({ error: 'messages_tab_disabled' }, 'chat.postMessage');
    await person.command('');
    const told = () => space.api.forOne.filter(({ user }) => user === person.user).map(({ text }) => text);
    await until(() => expect(told().join()).toContain('01632 960001'));
    expect(told()).toHaveLength(1);
    expect(told().join()).toContain('could not put our answer into your direct message');
    space.api.well();
    await until(() => expect(person.messages()).toHaveLength(1));
  });

  it('stays in the thread it is held in', async () => {
    const person = space.somebody();
    await person.says('start', { thread_ts: '1700000000.000100' });
    await until(() => expect(person.newest()?.thread).toBe('1700000000.000100'));
  });
});

describe('what cannot be read', () => {
  const last = (person: { messages(): readonly { text: string }[] }) => person.messages().at(-1)?.text ?? '';

  it('is answered once and kindly, with the question that stands, and changes nothing', async () => {
    const person = space.somebody();
    await person.says('start');
    await asked(person, 1);
    const share = { is_share: true, is_msg_unfurl: true, text: 'CANARY-WORDS' };
    await person.says('', { attachments: [share] });
    await until(() => expect(last(person)).toContain('Do not send pictures or files'));
    await person.says('', { subtype: 'message_share', attachments: [share] });
    await until(() => expect(person.messages()).toHaveLength(3));

    await person.interact(person.pressBody(undefined));
    await until(() => expect(last(person)).toContain('could not read that press'));
    await person.interact(person.pressBody('CANARY-WORDS'));
    await until(() => expect(person.messages()).toHaveLength(5));

    const edit = { user: undefined, text: undefined, subtype: 'message_changed' };
    const edited = (text: string) => ({
      ...edit,
      message: { user: person.user, text, ts: '1.0', edited: { user: person.user, ts: '2.0' } },
      previous_message: { user: person.user, text: 'no', ts: '1.0' },
    });
    await person.event(person.message(edited('yes')));
    await until(() => expect(last(person)).toContain('We do not read messages that you change later'));
    await person.event(person.message(edited('yes!')));
    await person.event(person.message(edited('no')));
    await person.says('<@UBOT> no');
    await asked(person, 2);
    expect(person.messages()).toHaveLength(7);
    expect(space.output()).not.toContain('CANARY');
  });

  it('a mention in the direct message is one message, with one answer and no pointer', async () => {
    const person = space.somebody();
    await person.says('<@UBOT> start', { ts: '5.0' });
    const mention = {
      type: 'app_mention',
      user: person.user,
      channel: `D${person.user}`,
      text: '<@UBOT> start',
      ts: '5.0',
    };
    expect((await person.event(eventBody(mention, { team: 'T1' }))).status).toBe(200);
    await asked(person, 1);
    await sleep(200);
    expect(person.messages()).toHaveLength(1);
    expect(space.api.forOne.filter(({ user }) => user === person.user)).toEqual([]);
  });

  it('a link that Slack made of a typed address finds the same as the command', async () => {
    const person = space.somebody();
    const { body } = await person.command('<https://iwf.org.uk>');
    await person.says('<http://iwf.org.uk|iwf.org.uk>');
    await until(() => expect(last(person)).toContain('Internet Watch Foundation'));
    expect(JSON.parse(body).text).toContain('Internet Watch Foundation');
  });
});

describe('where people meet it', () => {
  it('a look-up is answered for the asker alone, in the response itself', async () => {
    const person = space.somebody();
    const sent = await person.command('helplines childline');
    expect(JSON.parse(sent.body)).toMatchObject({
      response_type: 'ephemeral',
      text: expect.stringContaining('0800 1111'),
    });
    expect((await person.command('law')).body).toContain('The law: which part?');
    const menu = await person.command('helplines');
    expect(JSON.parse(menu.body).text).toContain('What do you want to look up?');
    await sleep(200);
    expect(person.messages()).toEqual([]);
  });

  it('a press under such an answer is answered there too, and a concern in the direct message', async () => {
    const { api } = space;
    const person = space.somebody();
    const { blocks } = JSON.parse((await person.command('helplines')).body);
    const beside = { container: { type: 'message', is_ephemeral: true } };
    await person.interact(person.pressBody(buttonValue(blocks, 'A helpline for a child'), beside));
    await until(() => expect(api.forOne.findLast(({ user }) => user === person.user)?.text).toContain('0800 1111'));
    expect(person.messages()).toEqual([]);
    await person.interact(person.pressBody(buttonsIn(blocks).at(-1)?.value, beside));
    await until(() => expect(person.messages()).toHaveLength(1));
    await until(() =>
      expect(api.forOne.findLast(({ user }) => user === person.user)?.text).toContain('direct message'),
    );
  });

  it('the Home tab shows the start and the look-ups, then where the concern stands; presses go on in the direct message', async () => {
    const { api } = space;
    const person = space.somebody();
    const labels = () => buttonsIn(api.homes.get(person.user)?.blocks).map(({ text }) => text?.text);
    await person.opensHome();
    await until(() => expect(labels()).toEqual(expect.arrayContaining(['Start', 'A helpline for a child'])));
    await person.pressesOnHome('Start');
    await asked(person, 1);
    await until(() => expect(labels()).toEqual(expect.arrayContaining(['Yes', 'Not sure', 'A helpline for a child'])));
    await person.pressesOnHome('No');
    await until(() => expect(labels()).toContain(buttonWords.send));
    await asked(person, 2);
    expect(person.messages()).toHaveLength(2);
    await person.opensHome();
    await sleep(200);
    expect(person.messages()).toHaveLength(2);
    await person.pressesOnHome('A helpline for a child');
    await until(() => expect(JSON.stringify(api.homes.get(person.user))).toContain('0800 1111'));
  });

  it('the shortcut starts in the direct message and says so in a window', async () => {
    const { api } = space;
    const person = space.somebody();
    await person.shortcut();
    await until(() => expect(questions(person)).toHaveLength(1));
    await until(() => expect(api.modals.filter(({ user }) => user === person.user)).toHaveLength(1));
  });

  it('a mention in a channel gets the way to the direct message, for that person alone, and no question', async () => {
    const { api } = space;
    api.joinedChannels.add('C0TALK');
    const person = space.somebody();
    await person.mentions('C0TALK');
    await until(() => expect(api.forOne.filter(({ channel }) => channel === 'C0TALK')).toHaveLength(1));
    const [told] = api.forOne.filter(({ channel }) => channel === 'C0TALK');
    expect(told).toMatchObject({ user: person.user });
    expect(buttonsIn(told?.blocks)).toMatchObject([
      { url: expect.stringMatching(/^https:\/\/slack\.com\/app_redirect\?app=A0TEST&team=T1$/) },
    ]);
    expect(api.messages.filter(({ channel }) => channel === 'C0TALK')).toEqual([]);
    await until(() => expect(person.messages()).toHaveLength(1));
  });

  it.each([
    ['an edit', { subtype: 'message_changed', message: {} }],
    ['a deletion', { subtype: 'message_deleted' }],
    ['another bot', { bot_id: 'B1', text: 'start' }],
    ['a message in a channel', { channel_type: 'channel', text: 'start' }],
    ['an empty message', { text: '' }],
  ])('%s causes nothing', async (_, more) => {
    const person = space.somebody();
    expect((await person.event(person.message(more))).status).toBe(200);
    await sleep(150);
    expect(person.messages()).toEqual([]);
  });

  it('people of another workspace share nothing, and one that nobody named gets look-ups and is told so', async () => {
    const person = space.somebody();
    const stranger = space.somebody();
    await person.says('start');
    const shared = { user_team: 'T9', channel_type: 'im', type: 'message', text: 'start', channel: 'D1' };
    await stranger.event(eventBody({ ...shared, user: person.user }, { team: 'T1' }));
    await until(() =>
      expect(
        person
          .messages()
          .map(({ text }) => text.slice(0, 8))
          .sort(),
      ).toEqual(['Look som', 'Question']),
    );
    expect(person.messages().find(({ text }) => text.startsWith('Look'))?.text).toContain(
      'not set up for your workspace',
    );
  });
});

it('a press replayed byte for byte, and a message that Slack says it sends again, count once', async () => {
  const person = space.somebody();
  const start = person.message({ text: 'start' });
  await person.event(start);
  await person.event(start, { 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' });
  await asked(person, 1);
  const press = person.pressBody(buttonValue(person.newest()?.blocks, 'No'));
  await person.interact(press);
  await asked(person, 2);
  expect((await person.interact(press)).status).toBe(200);
  await sleep(300);
  expect(person.messages()).toHaveLength(2);
});

it('a flood of one person is told kindly, once, hears of danger all the same, and leaves others alone', async () => {
  const [flooder, other] = [space.somebody(), space.somebody()];
  const sent = await Promise.all(Array.from({ length: 60 }, () => flooder.says('childline')));
  expect(sent.every(({ status }) => status === 200)).toBe(true);
  await until(() => {
    expect(flooder.messages().filter(({ text }) => text.startsWith('That was a lot at once'))).toHaveLength(1);
  });
  await Promise.all(Array.from({ length: 30 }, () => flooder.says('he has a knife and is at the door')));
  const slowed = () =>
    flooder.messages().filter(({ text, blocks }) => /lot at once/.test(text + JSON.stringify(blocks)));
  await until(() => expect(JSON.stringify(slowed())).toContain('in danger now?'));
  await other.says('start');
  await until(() => expect(questions(other)).toHaveLength(1));
});

it('the rate limit is kept: the reply comes once, after the time it asked for', async () => {
  const person = await space.started();
  const calls = () => space.api.calls.filter(({ method }) => method === 'chat.postMessage').length;
  // What others here asked for before is still being sent.
  for (let seen = -1; seen !== calls(); await sleep(700)) seen = calls();
  space.api.trouble({ status: 429, retryAfter: 1 }, 'chat.postMessage', 1);
  const [before, began] = [calls(), Date.now()];
  await person.presses('No');
  await asked(person, 2);
  expect(Date.now() - began).toBeGreaterThan(1_000);
  expect(calls() - before).toBe(1);
  expect(person.messages()).toHaveLength(2);
});

describe('the door', () => {
  const body = () => JSON.stringify(space.somebody().message({ text: 'start' }));
  const json = { type: 'application/json' };
  it.each([
    ['a wrong secret', () => sendSigned(space.base(), body(), { ...json, secret: 'x'.repeat(32) })],
    ['six minutes ago', () => sendSigned(space.base(), body(), { ...json, at: Date.now() - 6 * 60_000 })],
    ['six minutes ahead', () => sendSigned(space.base(), body(), { ...json, at: Date.now() + 6 * 60_000 })],
    ['no signature', () => sendSigned(space.base(), body(), { ...json, headers: { 'x-slack-signature': '' } })],
    [
      'another app',
      () =>
        sendSigned(
          space.base(),
          JSON.stringify({ ...space.somebody().message({ text: 'start' }), api_app_id: 'A0OTHER' }),
          json,
        ),
    ],
    ['a workspace the app is not in', () => space.somebody('T7').says('start')],
    [
      'ssl_check with something in it',
      () => sendSigned(space.base(), form({ ssl_check: '1', ...space.somebody().commandFields('helplines') })),
    ],
    [
      'ssl_check unsigned',
      () => sendSigned(space.base(), form({ ssl_check: '1', payload: '{}' }), { secret: 'none'.repeat(8) }),
    ],
  ])('%s gets a bare 401', async (_, send) => {
    const before = space.api.messages.length;
    expect(await send()).toMatchObject({ status: 401, body: '' });
    await sleep(50);
    expect(space.api.messages).toHaveLength(before);
  });

  it('a body over 256 KB gets 413 before it is read', async () => {
    expect((await sendSigned(space.base(), 'x'.repeat(300_000))).status).toBe(413);
  });

  it('answers the challenge that Slack sets, and its own test of the certificate', async () => {
    const challenge = { type: 'url_verification', challenge: 'abc' };
    expect(await sendSigned(space.base(), JSON.stringify(challenge), json)).toMatchObject({
      status: 200,
      body: JSON.stringify({ challenge: 'abc' }),
    });
    expect(await sendSigned(space.base(), form({ ssl_check: '1', token: 'x' }))).toMatchObject({
      status: 200,
      body: '',
    });
  });
});

it('a removal that Slack tells late, from before its token was taken, changes nothing', async () => {
  const person = await space.started();
  const before = { event_time: Math.floor(Date.now() / 1000) - 3_000 };
  const said = space.api.messages.length;
  for (const event of [{ type: 'app_uninstalled' }, { type: 'tokens_revoked', tokens: { bot: ['UBOT'] } }])
    expect((await person.event(eventBody(event, { team: 'T1' }, before))).status).toBe(200);
  expect(space.api.messages).toHaveLength(said);
  await person.presses('No');
  await asked(person, 2);
});

it('nothing that anybody wrote, sent or is called stands in the log, nor a token', async () => {
  const person = space.somebody();
  await person.says('CANARY-WORDS a girl called CANARY-NAME was threatened');
  await person.sendsFile();
  await person.command('CANARY-WORDS told me');
  await sleep(200);
  expect(space.output()).toContain('"event"');
  expect(space.output()).not.toMatch(/CANARY|xoxb-|U00\d{4}|0800/);
});
