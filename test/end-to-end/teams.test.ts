/** The real program on Redis, met only through signed activities, against a stand-in for Teams' connector. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { answers, asked, questions, until } from '../support/behaviour-space.ts';
import { type TeamsSpace, teamsSpace } from '../support/teams-space.ts';

let space: TeamsSpace;
beforeAll(async () => {
  space = await teamsSpace();
});
afterAll(() => space.stop());
afterEach(() => {
  space.platform.well();
  expect(space.platform.faults).toEqual([]);
});

describe('a whole concern', () => {
  it('goes from the first word to the answer and the notice, each answered card without its buttons', async () => {
    const person = space.somebody();
    await person.says('start');
    await asked(person, 1);
    await answers(person);
    await until(() => expect(space.notices()).toHaveLength(1));
    const answered = () => person.messages().filter(({ edits }) => edits > 0);
    await until(() => expect(answered().length).toBeGreaterThan(2));
    for (const { buttons, text } of answered())
      expect([buttons, text]).toEqual([[], expect.stringMatching(/^Answered/)]);
    expect(space.notices()[0]?.text).not.toContain(person.user);
    expect(space.output()).not.toContain('CANARY');
  });

  it('shows the answered card at once, in the answer to the press', async () => {
    const person = space.teamsPerson();
    await person.says('start');
    await until(() => expect(person.newest()?.text).toMatch(/^Question 1/));
    const { status, body } = await person.presses('No');
    expect(status).toBe(200);
    expect(JSON.parse(body)).toMatchObject({
      statusCode: 200,
      type: 'application/vnd.microsoft.card.adaptive',
      value: { version: '1.4', fallbackText: expect.stringMatching(/^Answered/) },
    });
    await until(() => expect(person.newest()?.text).toMatch(/^Question 2/));
  });

  it('can be pressed on a client that knows no Action.Execute', async () => {
    const person = space.teamsPerson();
    await person.says('start');
    await until(() => expect(person.newest()?.text).toMatch(/^Question 1/));
    await person.submits('No');
    await until(() => expect(person.newest()?.text).toMatch(/^Question 2/));
  });
});

it('what the connector takes without giving it a name is sent once, and the talk goes on', async () => {
  space.api.trouble({ status: 202, html: '' }, 'send');
  const person = space.teamsPerson();
  const sends = () => space.api.calls.filter(({ what }) => what === 'send').length;
  const before = sends();
  await person.says('start');
  await until(() => expect(sends()).toBe(before + 1));
  // Longer than the outbox waits to try again.
  await sleep(8_000);
  expect(sends()).toBe(before + 1);
  space.api.well();
  await person.says('no');
  await until(() => expect(person.newest()?.text).toMatch(/^Question 2/));
});

it('what cannot be read is answered once and kindly, with the question that stands, and changes nothing', async () => {
  const person = space.teamsPerson();
  await person.says('start');
  await until(() => expect(person.newest()?.text).toMatch(/^Question 1/));
  const forward = { contentType: 'forwardedMessageReference', content: '{"body":"CANARY-WORDS"}' };
  const html = { contentType: 'text/html', content: '<attachment id="1"></attachment>' };
  await person.says('', { attachments: [forward, html] });
  await until(() => expect(person.newest()?.text).toContain('Do not send pictures or files'));

  await person.send(person.activity('message', { value: null, replyToId: person.newest()?.id }));
  await until(() => expect(person.newest()?.text).toContain('could not read that press'));
  const invoke = { name: 'adaptiveCard/action', value: { action: { verb: 'press', data: 'CANARY-WORDS' } } };
  expect((await person.send(person.activity('invoke', invoke))).status).toBe(200);
  await until(() => expect(person.messages()).toHaveLength(4));

  await person.edits('CANARY-WORDS');
  await until(() => expect(person.newest()?.text).toContain('We do not read messages that you change later'));
  await person.says('<quoted messageId="1782848598379"/> no');
  await until(() => expect(person.newest()?.text).toMatch(/^Question 2/));
  expect(space.output()).not.toContain('CANARY');
});

it('a press whose value comes as text is the press that it is', async () => {
  const person = space.teamsPerson();
  await person.says('start');
  await until(() => expect(person.newest()?.text).toMatch(/^Question 1/));
  const on = person.messages().at(-1);
  if (!on) throw new Error('There is no question.');
  const { value } = person.submit(on, 'No');
  await person.send(person.activity('message', { value: JSON.stringify(value), replyToId: on.id }));
  await until(() => expect(person.newest()?.text).toMatch(/^Question 2/));
});

describe('where people meet it', () => {
  it('is welcomed once, however Teams tells of the installation, and not again by an upgrade', async () => {
    const person = space.teamsPerson();
    await person.installs();
    await until(() => expect(person.messages()).toHaveLength(1));
    await person.upgrades();
    await person.reacts();
    await person.edits('CANARY-WORDS');
    await person.deletes();
    await person.says('show');
    await until(() => expect(person.messages()).toHaveLength(2));
  });

  it('a mention in a channel moves to the personal chat, and asks nothing where others read', async () => {
    const channel = '19:talk@thread.tacv2';
    space.api.known.add(`${channel};messageid=1700000000000`);
    const person = space.teamsPerson();
    await person.mentions(channel);
    await until(() => expect(person.messages()).toHaveLength(1));
    await until(() => expect(space.api.chat(`${channel};messageid=1700000000000`)).toHaveLength(1));
    const [said] = space.api.chat(`${channel};messageid=1700000000000`);
    expect(said?.text).not.toMatch(/CANARY|Question/);
  });

  it('the message extension finds a helpline', async () => {
    const { status, body } = await space.teamsPerson().searches('childline');
    expect([status, body]).toEqual([200, expect.stringContaining('0800 1111')]);
  });
});

describe('while the connector takes 20 s', () => {
  it('a press is answered at once; sent again with the same and with new ids, there is one next question', async () => {
    const person = space.somebody();
    await person.says('start');
    await asked(person, 1);
    space.platform.slow(20_000, 1);
    const [first, ...again] = [await person.presses('No'), ...(await person.redelivers())];
    for (const { status, ms } of [first, ...again]) expect([status, ms < 2_000]).toEqual([200, true]);
    const next = () => person.messages().filter(({ text }) => /^Question 2/.test(text));
    await until(() => expect(next()).toHaveLength(1), 60_000);
    await sleep(21_000);
    expect(next()).toHaveLength(1);
    // The answered card has become its answer, so the next question is the only one left.
    expect(questions(person)).toHaveLength(1);
  });
});
