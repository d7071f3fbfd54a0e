/** The receiver with a conversation that answers as told: what Slack is answered, when, and what the person hears. */
import { randomBytes } from 'node:crypto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { Verdict } from '../../../src/channels/flood.ts';
import { createApp } from '../../../src/channels/slack/app.ts';
import type { Installs } from '../../../src/channels/slack/installing/installs.ts';
import { createReceiver } from '../../../src/channels/slack/receiver.ts';
import { createTurns } from '../../../src/channels/slack/turns.ts';
import type { Incoming, Taken } from '../../../src/contract.ts';
import { createLog } from '../../../src/log.ts';
import { createIndex } from '../../../src/seal/index-key.ts';

const words = { summary: 'Ring your lead', blocks: [] };
let taken: Incoming[];
let take: (incoming: Incoming) => Promise<Taken>;
let verdict: Verdict;
let known: Awaited<ReturnType<Installs['knows']>>;
let installed: Set<string>;
let named: Set<string>;
let now = 0;
const tell = { words: vi.fn(async () => {}), way: vi.fn(async () => {}) };
const left = vi.fn(async () => {});
const joined = vi.fn();
const deliver = vi.fn(async () => ({ status: 'sent', cards: [] }) as const);
const sayBelow = vi.fn(async () => {});
const onFault = vi.fn();
const tokenFor = vi.fn(async () => 'xoxb-1');

/** Longer than any test may take: what waits so long for the store never ends. */
const endlessMs = 3_600_000;

/** The receiver, Bolt and the turns, joined as the channel joins them. */
const receiver = (appId?: string, patienceMs = 60) => {
  const log = createLog('silent');
  const clock = () => now;
  const one = createReceiver({
    installs: {
      knows: async () => known,
      tokenFor,
      tokenRefused: () => {},
      appId: () => undefined,
      remove: async () => {},
    },
    appId,
    apiUrl: 'http://127.0.0.1:1/',
    clock,
    log,
    patienceMs,
  });
  const turns = createTurns({
    take: (incoming) => {
      taken.push(incoming);
      return take(incoming);
    },
    sending: { deliver, draw: ({ post }) => post.map(({ summary: text }) => ({ text, blocks: [] })), sayBelow },
    onFault,
    tell,
    hasApp: async (workspace) => installed.has(workspace),
    isNamed: (workspace) => named.has(workspace),
    notSaved: () => words,
    judge: () => verdict,
    joined,
    left,
    clock,
    log,
  });
  createApp({ receiver: one, turns, log });
  return one;
};

beforeEach(() => {
  taken = [];
  take = async () => ({ status: 'taken' });
  verdict = 'fine';
  known = 'yes';
  installed = new Set(['T1']);
  named = new Set(['T1']);
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
const said = {
  status: 'said',
  what: 'look-up',
  saying: { post: [words], plain: words, token: () => 'a.b.c' },
} as const satisfies Taken;

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
    expect(await one.receive(event())).toEqual({ is: 'again' });
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

describe('through Bolt', () => {
  const shortcut = {
    type: 'shortcut',
    callback_id: 'start_concern',
    team: { id: 'T1' },
    user: { id: 'U1' },
    trigger_id: 't1',
  };
  const grid = { authorizations: [{ team_id: null, enterprise_id: 'E1', is_enterprise_install: true }], team_id: null };
  const gridPress = { ...press, team: null, enterprise: { id: 'E1' }, is_enterprise_install: true };

  it.each([
    ['a message', event(), 'text'],
    ['a mention', event({ type: 'app_mention', channel: 'C1' }), 'hello'],
    ['the Home tab', event({ type: 'app_home_opened', tab: 'home' }), 'glance'],
    ['a press', press, 'press'],
    ['a press on the Home tab', { ...press, container: { type: 'view' }, view: { id: 'V1' } }, 'press'],
    ['the shortcut', shortcut, 'text'],
    ['the command', command, 'text'],
    ['the command by another name', { ...command, command: '/signpost-test' }, 'text'],
    ['a Grid message', { ...event(), ...grid }, 'text'],
    ['a Grid press, of no workspace', gridPress, 'press'],
  ])('%s reaches its listener, and no token is looked up for it', async (_, payload, kind) => {
    expect(await receiver().receive(payload)).toMatchObject({ is: 'done' });
    expect(taken[0]).toMatchObject({ input: { kind } });
    expect(tokenFor).not.toHaveBeenCalled();
  });

  it('what Bolt takes for something else than we do is not lost in silence', async () => {
    expect(await receiver().receive({ ...press, name: 'a menu' })).toEqual({ is: 'again' });
  });

  it('what Bolt cannot read is to come again', async () => {
    expect(await receiver().receive({ ...command, event: 'text' })).toEqual({ is: 'again' });
  });

  it('a listener that fails is to be asked again, not acknowledged', async () => {
    joined.mockImplementationOnce(() => {
      throw new Error('CANARY');
    });
    expect(await receiver().receive(event())).toEqual({ is: 'again' });
  });
});

describe('the Home tab', () => {
  it('is drawn without a wait, once however often the same opening comes', async () => {
    take = never;
    const one = receiver(undefined, endlessMs);
    const opened = event({ type: 'app_home_opened', tab: 'home' });
    expect(await one.receive(opened)).toEqual({ is: 'done' });
    await one.receive(opened);
    expect(taken).toMatchObject([{ input: { kind: 'glance' }, address: { at: 'home' } }]);
    expect(joined).not.toHaveBeenCalled();
  });

  it('is drawn again after a press on it, once the press is stored', async () => {
    const { promise, resolve } = Promise.withResolvers<Taken>();
    take = () => promise;
    const work = receiver().receive({ ...press, container: { type: 'view' }, view: { id: 'V1' } });
    await new Promise((done) => setTimeout(done, 20));
    expect(taken).toMatchObject([{ input: { kind: 'press' }, address: { at: 'direct' } }]);
    resolve({ status: 'taken' });
    await work;
    expect(taken[1]).toMatchObject({ input: { kind: 'glance' }, address: { at: 'home' } });
  });
});

describe('a look-up', () => {
  beforeEach(() => {
    take = async () => said;
  });

  it('is not waited for until it is sent, and said once however often it comes', async () => {
    deliver.mockImplementationOnce(never as never);
    const one = receiver(undefined, endlessMs);
    expect(await one.receive(event({ text: 'childline' }))).toEqual({ is: 'done' });
    await one.receive(event({ text: 'childline' }));
    expect(deliver).toHaveBeenCalledOnce();
    expect(joined).not.toHaveBeenCalled();
  });

  it('is all that a workspace gets which no organisation names', async () => {
    const stranger = event({ user_team: 'T2' });
    expect(await receiver().receive(stranger)).toEqual({ is: 'done' });
    expect(taken).toMatchObject([{ from: { tenant: 'T2' }, address: { guest: 'yes' } }]);
    expect(joined).not.toHaveBeenCalled();
  });

  it('that was pressed on the Home tab is shown there, and nowhere else', async () => {
    await receiver().receive({ ...press, container: { type: 'view' }, view: { id: 'V1' } });
    expect(deliver).toHaveBeenCalledExactlyOnceWith(
      expect.objectContaining({ to: expect.objectContaining({ at: 'home' }) }),
      expect.anything(),
    );
    expect([taken.length, tell.way.mock.calls]).toEqual([1, []]);
  });

  it('of a command is the answer to it; what has no room there comes below', async () => {
    const two = { ...said.saying, post: [words, { ...words, summary: 'More' }] };
    take = async () => ({ ...said, saying: two });
    const answer = await receiver().receive({ ...command, text: 'childline', response_url: press.response_url });
    expect(answer).toMatchObject({ is: 'done', body: { text: 'Ring your lead', response_type: 'ephemeral' } });
    expect(deliver).not.toHaveBeenCalled();
    expect(sayBelow).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ at: 'beside' }), [
      { text: 'More', blocks: [] },
    ]);
  });

  it('that comes too late for the command is said where it was asked', async () => {
    const { promise, resolve } = Promise.withResolvers<Taken>();
    take = () => promise;
    await receiver(undefined, 1).receive({ ...command, text: 'childline', response_url: press.response_url });
    resolve(said);
    await vi.waitFor(() =>
      expect(deliver).toHaveBeenCalledExactlyOnceWith(
        expect.objectContaining({ to: expect.objectContaining({ at: 'beside' }) }),
        expect.anything(),
      ),
    );
  });
});

describe('a channel shared by Slack Connect', () => {
  const mention = (own: string, at: string) => ({
    ...event({ type: 'app_mention', channel: 'C1', user_team: own }),
    team_id: at,
    authorizations: [{ team_id: at, is_enterprise_install: false }],
    is_ext_shared_channel: true,
  });
  const pressIn = (own: string, at: string) => ({ ...press, team: { id: at }, user: { id: 'U1', team_id: own } });

  beforeEach(() => {
    installed = new Set(['T1', 'T2']);
    named = new Set(['T1', 'T2']);
  });

  it.each([
    ['T2', 'T1'],
    ['T1', 'T2'],
  ])("a person of %s in %s has their own workspace's state, and is written to by its app", async (own, at) => {
    await receiver().receive(mention(own, at));
    await receiver().receive(pressIn(own, at));
    expect(taken).toMatchObject([
      { from: { tenant: own, person: 'U1' }, address: { at: 'direct', workspace: own } },
      { from: { tenant: own, person: 'U1' }, address: { at: 'direct', workspace: own } },
    ]);
  });

  it('the same person id of two workspaces is two conversations', async () => {
    const index = createIndex(randomBytes(32));
    for (const [own, at] of [
      ['T1', 'T1'],
      ['T2', 'T1'],
      ['T1', 'T2'],
      ['T2', 'T2'],
    ] as const) {
      await receiver().receive(mention(own, at));
    }
    const [one, two, oneAway, twoAtHome] = taken.map(({ from }) => index.conversation(from));
    expect([oneAway, twoAtHome]).toEqual([one, two]);
    expect(one).not.toBe(two);
  });

  it('the way is shown by the app that was mentioned, which is in the channel', async () => {
    await receiver().receive(mention('T2', 'T1'));
    expect(tell.way).toHaveBeenCalledWith(expect.objectContaining({ workspace: 'T1' }), expect.anything());
  });

  it('without the app in their own workspace, the one they met it in writes to them', async () => {
    installed.delete('T2');
    await receiver().receive(mention('T2', 'T1'));
    expect(taken).toMatchObject([{ from: { tenant: 'T2' }, address: { workspace: 'T1' } }]);
  });

  it('a workspace that is named nowhere gets look-ups, whoever mentions whom', async () => {
    named.delete('T2');
    await receiver().receive(mention('T2', 'T1'));
    await receiver().receive(mention('T1', 'T2'));
    expect(taken).toMatchObject([
      { from: { tenant: 'T2' }, address: { guest: 'yes', workspace: 'T1' } },
      { from: { tenant: 'T1' }, address: { workspace: 'T1' } },
    ]);
    expect(taken[1]?.address).not.toHaveProperty('guest');
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

  it('another app than the one in the settings, from the first', async () => {
    const one = receiver('A2');
    expect(await one.receive(event())).toEqual({ is: 'refused', reason: 'app' });
    expect(await one.receive({ ...event(), api_app_id: 'A2' })).toEqual({ is: 'done' });
    expect(taken).toHaveLength(1);
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
    expect(left).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ workspace: 'T1' }));
  });

  it('is to be said again when that failed', async () => {
    left.mockRejectedValueOnce(new Error('down'));
    expect(await receiver().receive(gone)).toEqual({ is: 'again' });
  });
});
