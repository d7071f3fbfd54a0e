/** The receiver with a conversation that answers as told: what Slack is answered, when, and what the person hears. */
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Verdict } from '../../../src/channels/flood.ts';
import { createAnswers } from '../../../src/channels/slack/answers.ts';
import type { Installs } from '../../../src/channels/slack/installing/installs.ts';
import { createReceiver } from '../../../src/channels/slack/receiver.ts';
import type { Incoming, Taken } from '../../../src/conversation/ports.ts';
import { createLog } from '../../../src/log.ts';

const words = { summary: 'Ring your lead', blocks: [] };
let taken: Incoming[];
let take: (incoming: Incoming) => Promise<Taken>;
let verdict: Verdict;
let known: Awaited<ReturnType<Installs['knows']>>;
let now = 0;
const tell = { words: vi.fn(async () => {}), way: vi.fn(async () => {}) };
const left = vi.fn(async () => {});
const joined = vi.fn();

const receiver = () =>
  createReceiver({
    take: (incoming) => {
      taken.push(incoming);
      return take(incoming);
    },
    installs: {
      knows: async () => known,
      tokenFor: async () => 'xoxb-1',
      tokenRefused: () => {},
      appId: () => undefined,
      remove: async () => {},
    },
    answers: createAnswers(),
    tell,
    isNamed: (workspace) => workspace === 'T1',
    notSaved: () => words,
    judge: () => verdict,
    joined,
    left,
    clock: () => now,
    log: createLog('silent'),
    patienceMs: 60,
  });

beforeEach(() => {
  taken = [];
  take = async () => ({ status: 'taken' });
  verdict = 'fine';
  known = 'yes';
  now = 1_700_000_000_000;
  vi.clearAllMocks();
});

const event = (more: Record<string, unknown> = {}, id = 'Ev1') => ({
  type: 'event_callback',
  api_app_id: 'A1',
  team_id: 'T1',
  event_id: id,
  event: { type: 'message', channel_type: 'im', channel: 'D1', user: 'U1', text: 'yes', ...more },
});
const press = {
  type: 'block_actions',
  api_app_id: 'A1',
  team: { id: 'T1' },
  user: { id: 'U1' },
  trigger_id: 't1',
  response_url: 'https://hooks.slack.com/x',
  container: { type: 'message' },
  actions: [{ value: 'token' }],
};
const command = { command: '/signpost', text: '', api_app_id: 'A1', team_id: 'T1', user_id: 'U1', trigger_id: 't1' };
const never = () => new Promise<Taken>(() => {});
const timed = async <T>(work: Promise<T>) => {
  const began = performance.now();
  return { answer: await work, ms: performance.now() - began };
};

describe('a step that is stored', () => {
  it('is answered once it is, not before', async () => {
    const { promise, resolve } = Promise.withResolvers<Taken>();
    take = () => promise;
    const answered = vi.fn();
    const work = receiver().receive(event()).then(answered);
    await new Promise((done) => setTimeout(done, 20));
    expect(answered).not.toHaveBeenCalled();
    resolve({ status: 'taken' });
    await work;
    expect(answered).toHaveBeenCalledWith({ is: 'done' });
  });

  it("has the delivery's own id and the person's own workspace", async () => {
    await receiver().receive(event());
    expect(taken).toMatchObject([
      { delivery: 'Ev1', from: { channel: 'slack', tenant: 'T1', person: 'U1' }, at: new Date(now) },
    ]);
    expect(joined).toHaveBeenCalledOnce();
  });

  it('that was seen before shows no second way', async () => {
    take = async () => ({ status: 'repeated' });
    expect(await receiver().receive(command)).toEqual({ is: 'done' });
  });
});

describe.each([
  ['does not answer in time', never, 'Ring your lead'],
  ['says that it is not known', async () => ({ status: 'unknown', say: words }) as const, 'Ring your lead'],
  ['fails', () => Promise.reject(new Error('CANARY')), 'Ring your lead'],
])('when the store %s', (_, outcome, says) => {
  beforeEach(() => {
    take = outcome;
  });

  it('an event is to come again, and the person is told once', async () => {
    const one = receiver();
    const { answer, ms } = await timed(one.receive(event()));
    expect(answer).toEqual({ is: 'again' });
    expect(ms).toBeLessThan(500);
    expect(await one.receive(event())).toEqual({ is: 'again' });
    expect(tell.words).toHaveBeenCalledOnce();
    expect(tell.words).toHaveBeenCalledWith(expect.anything(), expect.objectContaining({ summary: says }));
  });

  it('an event that another process has spoken about is not spoken about again', async () => {
    expect(await receiver().receive(event(), 'http_error')).toEqual({ is: 'again' });
    expect(tell.words).not.toHaveBeenCalled();
    expect(await receiver().receive(event(), 'http_timeout')).toEqual({ is: 'again' });
    expect(tell.words).toHaveBeenCalledOnce();
  });

  it('a press is done, and the person is told', async () => {
    expect(await receiver().receive(press)).toEqual({ is: 'done' });
    expect(tell.words).toHaveBeenCalledOnce();
  });

  it('a command holds the words itself', async () => {
    expect(await receiver().receive(command)).toEqual({
      is: 'done',
      body: expect.objectContaining({ response_type: 'ephemeral', text: expect.stringContaining(says) }),
    });
    expect(tell.words).not.toHaveBeenCalled();
  });

  it('an event that comes again once it works is taken', async () => {
    const one = receiver();
    await one.receive(event());
    take = async () => ({ status: 'taken' });
    expect(await one.receive(event(), 'http_error')).toEqual({ is: 'done' });
  });
});

describe('a look-up', () => {
  it('waits for nothing, and is done once however often it comes', async () => {
    take = never;
    const one = receiver();
    const { answer, ms } = await timed(one.receive(event({ text: 'childline' })));
    expect([answer, ms < 50]).toEqual([{ is: 'done' }, true]);
    await one.receive(event({ text: 'childline' }));
    expect(taken).toHaveLength(1);
  });

  it('is all that a workspace gets which no organisation names', async () => {
    take = never;
    const stranger = event({ user_team: 'T2' });
    expect(await receiver().receive(stranger)).toEqual({ is: 'done' });
    expect(taken).toMatchObject([{ from: { tenant: 'T2' }, address: { guest: 'yes' } }]);
  });
});

describe('refused', () => {
  it('a workspace that the app is not in, but not while that cannot be found out', async () => {
    known = 'no';
    expect(await receiver().receive(event())).toEqual({ is: 'refused', reason: 'workspace' });
    known = 'unsure';
    expect(await receiver().receive(event())).toEqual({ is: 'done' });
  });

  it('another app than the one that was seen first', async () => {
    const one = receiver();
    await one.receive(event());
    expect(await one.receive({ ...event(), api_app_id: 'A2' })).toEqual({ is: 'refused', reason: 'app' });
  });

  it('what is no payload of Slack', async () => {
    expect(await receiver().receive({ type: 'event_callback' })).toEqual({ is: 'refused', reason: 'shape' });
  });
});

describe('a flood', () => {
  it('of one person: told kindly once, and a command each time', async () => {
    verdict = 'person';
    const one = receiver();
    expect(await one.receive(event())).toEqual({ is: 'done' });
    expect(await one.receive(press)).toEqual({ is: 'done' });
    expect(tell.words).toHaveBeenCalledOnce();
    expect(await one.receive(command)).toMatchObject({ body: { text: expect.stringContaining('wait') } });
    expect(taken).toEqual([]);
  });

  it('of a workspace: an event is to come again later', async () => {
    verdict = 'workspace';
    expect(await receiver().receive(event())).toEqual({ is: 'again' });
    expect(tell.words).toHaveBeenCalledOnce();
  });
});

describe('the app removed', () => {
  const gone = { ...event(), event: { type: 'app_uninstalled' } };

  it('forgets the workspace, also when it is no longer known', async () => {
    known = 'no';
    expect(await receiver().receive(gone)).toEqual({ is: 'done' });
    expect(left).toHaveBeenCalledExactlyOnceWith('T1');
  });

  it('is to be said again when that failed', async () => {
    left.mockRejectedValueOnce(new Error('down'));
    expect(await receiver().receive(gone)).toEqual({ is: 'again' });
  });
});
