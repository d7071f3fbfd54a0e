/** The receiver with a conversation that answers as told: what Teams is answered, when, and what the person hears. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Verdict } from '../../../src/channels/flood.ts';
import { createReceiver } from '../../../src/channels/teams/receiver.ts';
import { pointer } from '../../../src/channels/teams/words.ts';
import type { Incoming, Taken } from '../../../src/contract.ts';
import { createLog } from '../../../src/log.ts';

const words = {
  summary: 'Ring your lead',
  blocks: [
    { kind: 'text', text: ['Ring your lead'] },
    { kind: 'buttons', buttons: [{ label: 'Press me', action: { do: 'show' } }] },
  ],
} as const;
let taken: Incoming[];
let take: (incoming: Incoming) => Promise<Taken>;
let verdict: Verdict;
let now = 0;
const tell = vi.fn(async () => {});
const left = vi.fn(async () => {});
const deliver = vi.fn(async () => ({ status: 'sent', cards: [] }) as const);
const search = vi.fn(() => ({ composeExtension: {} }));

/** Longer than any test may take: what waits so long for the store never ends. */
const endlessMs = 3_600_000;

const receiver = (patienceMs = 60) =>
  createReceiver({
    take: (incoming) => {
      taken.push(incoming);
      return take(incoming);
    },
    tell,
    deliver,
    onFault: () => {},
    isNamed: (tenant) => tenant === 'T1',
    search,
    notSaved: () => words,
    judge: () => verdict,
    left,
    clock: () => now,
    log: createLog('silent'),
    patienceMs,
  });

beforeEach(() => {
  taken = [];
  take = async () => ({ status: 'taken' });
  verdict = 'fine';
  now = 1_700_000_000_000;
  vi.clearAllMocks();
});

const common = {
  id: '1',
  serviceUrl: 'https://smba.trafficmanager.net/uk/',
  from: { id: '29:one', aadObjectId: 'aad-one' },
  recipient: { id: '28:bot' },
  conversation: { id: 'a:chat', conversationType: 'personal' },
};
const message = (more: object = {}) => ({ ...common, type: 'message', text: 'yes', ...more });
const press = {
  ...common,
  type: 'invoke',
  name: 'adaptiveCard/action',
  value: { action: { verb: 'press', data: { token: 'a.b.c' } } },
};
const mention = message({ text: 'hello', conversation: { id: '19:team@thread.tacv2', conversationType: 'channel' } });
const never = () => new Promise<Taken>(() => {});
const said = {
  status: 'said',
  what: 'look-up',
  saying: { post: [words], plain: words, token: () => 'a.b.c' },
} as const satisfies Taken;

const line = (value: unknown) => ({
  is: 'done',
  body: { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value },
});
const card = (value: unknown) => ({
  is: 'done',
  body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value },
});

describe('a step that is stored', () => {
  it('is answered once it is, not before', async () => {
    const { promise, resolve } = Promise.withResolvers<Taken>();
    take = () => promise;
    const answered = vi.fn();
    const work = receiver().receive(message(), 'T1').then(answered);
    await new Promise((done) => setTimeout(done, 20));
    expect(answered).not.toHaveBeenCalled();
    resolve({ status: 'taken' });
    await work;
    expect(answered).toHaveBeenCalledWith({ is: 'done' });
  });

  it("has the activity's own id, the person's and the directory that the door found", async () => {
    await receiver().receive(message(), 'T1');
    expect(taken).toMatchObject([
      { delivery: '1', from: { channel: 'teams', tenant: 'T1', person: 'aad-one' }, at: new Date(now) },
    ]);
    expect(taken[0]?.address).not.toHaveProperty('guest');
  });

  it.each(['taken', 'repeated', 'stale'] as const)(
    'puts the answered card in the place of the one pressed, with nothing to press (%s)',
    async (status) => {
      take = async () => ({ status, answered: words });
      const answer = await receiver().receive(press, 'T1');
      expect(answer).toMatchObject(card({ type: 'AdaptiveCard', version: '1.4' }));
      expect(JSON.stringify(answer)).toContain('Ring your lead');
      expect(JSON.stringify(answer)).not.toContain('Press me');
    },
  );

  it('leaves the card alone where nothing was answered by it', async () => {
    expect(await receiver().receive(press, 'T1')).toEqual(line(expect.stringContaining('below')));
  });
});

describe.each([
  ['does not answer in time', never],
  ['says that it is not known', async () => ({ status: 'unknown', say: words }) as const],
  ['fails', () => Promise.reject(new Error('CANARY'))],
])('when the store %s', (_, outcome) => {
  beforeEach(() => {
    take = outcome;
  });

  it('a press is answered with the words themselves, in time and past the connector', async () => {
    tell.mockImplementation(() => new Promise(() => {}));
    const answer = await receiver().receive(press, 'T1');
    expect(answer).toMatchObject(card({ type: 'AdaptiveCard' }));
    expect(JSON.stringify(answer)).toContain('Ring your lead');
    expect(tell).not.toHaveBeenCalled();
    tell.mockImplementation(async () => {});
  });

  it('a message is answered, and the person is told once, however often it comes', async () => {
    const one = receiver();
    expect(await one.receive(message(), 'T1')).toEqual({ is: 'done' });
    expect(await one.receive(message(), 'T1')).toEqual({ is: 'done' });
    expect(tell).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ at: 'personal' }), words);
  });
});

describe('a look-up', () => {
  it('is not waited for until it is sent, and said once however often it comes', async () => {
    take = async () => said;
    deliver.mockImplementationOnce(never as never);
    const one = receiver(endlessMs);
    expect(await one.receive(message({ text: 'childline' }), 'T1')).toEqual({ is: 'done' });
    await one.receive(message({ text: 'childline' }), 'T1');
    expect(deliver).toHaveBeenCalledOnce();
  });

  it('is all that a directory gets which no organisation names', async () => {
    take = async () => said;
    expect(await receiver().receive(message(), 'T2')).toEqual({ is: 'done' });
    expect(taken).toMatchObject([{ from: { tenant: 'T2' }, address: { guest: 'yes' } }]);
  });

  it('by the message extension goes to nobody but the search', async () => {
    const query = { ...common, type: 'invoke', name: 'composeExtension/query' };
    const value = { parameters: [{ name: 'query', value: 'childline' }] };
    expect(await receiver().receive({ ...query, value }, 'T2')).toEqual({ is: 'done', body: { composeExtension: {} } });
    expect(search).toHaveBeenCalledExactlyOnceWith('childline', 'T2', new Date(now));
    expect([taken, tell.mock.calls]).toEqual([[], []]);
  });
});

describe('a mention where others read', () => {
  it('is shown the way there, the same words for everything, once', async () => {
    const one = receiver();
    await one.receive(mention, 'T1');
    await one.receive({ ...mention, id: '2' }, 'T1');
    await one.receive({ ...mention, id: '3', text: 'number for childline' }, 'T1');
    expect(tell.mock.calls).toEqual([[expect.objectContaining({ conversation: '19:team@thread.tacv2' }), pointer]]);
    expect(taken.map(({ input, address }) => [input, address.at])).toEqual([
      [{ kind: 'aloud', words: 'hello' }, 'person'],
      [{ kind: 'aloud', words: 'hello', again: true }, 'person'],
      [{ kind: 'aloud', words: 'number for childline', again: true }, 'person'],
    ]);
  });

  it('can be made again once a minute is over', async () => {
    const one = receiver();
    await one.receive(mention, 'T1');
    now += 60_000;
    await one.receive({ ...mention, id: '2' }, 'T1');
    expect([taken.length, tell.mock.calls.length]).toEqual([2, 2]);
  });

  it('says nothing in public of a store that is down', async () => {
    take = never;
    await receiver().receive(mention, 'T1');
    expect(tell).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ at: 'person' }), words);
  });
});

describe('a flood', () => {
  it.each(['person', 'workspace'] as const)('of a %s: told kindly once; a card keeps its buttons', async (whose) => {
    verdict = whose;
    const one = receiver();
    expect(await one.receive(message(), 'T1')).toEqual({ is: 'done' });
    expect(await one.receive(message({ id: '2' }), 'T1')).toEqual({ is: 'done' });
    expect(tell).toHaveBeenCalledOnce();
    expect(await one.receive(press, 'T1')).toEqual(line(expect.stringMatching(/wait|again/)));
    expect(taken).toEqual([]);
  });
});

describe('the app removed', () => {
  const gone = { ...common, type: 'installationUpdate', action: 'remove' };

  it('forgets the person, also in a flood', async () => {
    verdict = 'person';
    expect(await receiver().receive(gone, 'T1')).toEqual({ is: 'done' });
    expect(left).toHaveBeenCalledExactlyOnceWith({ channel: 'teams', tenant: 'T1', person: 'aad-one' }, undefined);
  });

  it('is to be said again when that failed', async () => {
    left.mockRejectedValueOnce(new Error('down'));
    expect(await receiver().receive(gone, 'T1')).toEqual({ is: 'again' });
  });
});

it('what is nothing is answered, and what is no activity refused', async () => {
  expect(await receiver().receive({ type: 'typing' }, 'T1')).toEqual({ is: 'done' });
  expect(await receiver().receive({ type: 'message' }, 'T1')).toEqual({ is: 'refused', reason: 'shape' });
  expect([taken, tell.mock.calls]).toEqual([[], []]);
});
