import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Arrival, translate } from '../../../src/channels/slack/translate.ts';

const now = 1_700_000_000_000;
const at = (payload: unknown) => translate(payload, now) as Arrival;
const event = (inner: Record<string, unknown>, more: Record<string, unknown> = {}) => ({
  type: 'event_callback',
  api_app_id: 'A1',
  team_id: 'T1',
  event_id: 'Ev1',
  authorizations: [{ team_id: 'T1', is_enterprise_install: false }],
  event: { type: 'message', channel_type: 'im', channel: 'D1', user: 'U1', text: 'hi', ...inner },
  ...more,
});
const press = (more: Record<string, unknown> = {}) => ({
  type: 'block_actions',
  api_app_id: 'A1',
  team: { id: 'T1' },
  user: { id: 'U1', team_id: 'T1' },
  trigger_id: 'trigger',
  response_url: 'https://hooks.slack.com/actions/T1/1/x',
  container: { type: 'message', is_ephemeral: false },
  actions: [{ action_id: 'press-1', value: 'token' }],
  ...more,
});

describe('who it is', () => {
  it.each([
    ['a workspace', event({ team: 'T1' }), 'T1', 'T1'],
    [
      'a Slack Connect channel: their own workspace, our token',
      event({ user_team: 'T2' }, { is_ext_shared_channel: true }),
      'T1',
      'T2',
    ],
    [
      'a whole organisation: its id',
      event(
        { team: 'T1' },
        { enterprise_id: 'E1', authorizations: [{ team_id: null, enterprise_id: 'E1', is_enterprise_install: true }] },
      ),
      'E1',
      'E1',
    ],
    [
      'a workspace in Grid, where the person has the id of the organisation',
      event({ user_team: 'E1' }, { enterprise_id: 'E1' }),
      'T1',
      'T1',
    ],
    ['a press', press(), 'T1', 'T1'],
    ['a press by a stranger', press({ user: { id: 'U1', team_id: 'T2' } }), 'T1', 'T2'],
    [
      'a press in an organisation',
      press({ is_enterprise_install: true, enterprise: { id: 'E1' }, team: { id: 'T5' } }),
      'E1',
      'E1',
    ],
    [
      'a shortcut in an organisation without a workspace',
      {
        type: 'shortcut',
        callback_id: 'start_concern',
        team: null,
        enterprise: { id: 'E1' },
        is_enterprise_install: true,
        user: { id: 'U1' },
        trigger_id: 't',
      },
      'E1',
      'E1',
    ],
    [
      'a command in an organisation',
      {
        command: '/signpost',
        text: '',
        api_app_id: 'A1',
        team_id: 'T5',
        enterprise_id: 'E1',
        is_enterprise_install: 'true',
        user_id: 'U1',
        trigger_id: 't',
      },
      'E1',
      'E1',
    ],
  ])('%s', (_, payload, workspace, tenant) => {
    expect(at(payload)).toMatchObject({ workspace, from: { channel: 'slack', tenant, person: 'U1' } });
  });
});

describe('what they did', () => {
  it('text, as it was typed', () => {
    expect(at(event({ text: 'a &amp; b &lt;c&gt;' })).wants).toMatchObject({
      input: { kind: 'text', text: 'a & b <c>' },
    });
  });

  it('a file, and nothing of it; what was written with it is no answer', () => {
    const arrival = at(event({ subtype: 'file_share', text: 'her', files: [{ name: 'CANARY' }] }));
    expect(arrival.wants).toMatchObject({ input: { kind: 'file', beside: 'her' } });
    expect(JSON.stringify(arrival)).not.toContain('CANARY');
  });

  const inBlock = { message: { blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'of others' } }] } };
  it.each([
    ['its text', [{ text: 'of others' }]],
    ['blocks', [{ message_blocks: [inBlock] }]],
    ['no more than what is shown in its place', [{ fallback: 'of others' }]],
    ['a shape of another version beside it', [7, null, { text: 8, message_blocks: 'x' }, { text: 'of others' }]],
  ])('a forward with %s: its words are no answer', (_, attachments) => {
    expect(at(event({ text: '', attachments })).wants).toMatchObject({ input: { kind: 'file', beside: 'of others' } });
    expect(at(event({ text: 'yes', attachments })).wants).toMatchObject({
      input: { kind: 'text', text: 'yes', beside: 'of others' },
    });
  });

  const share = { is_share: true, author_name: 'CANARY' };
  it.each([
    ['a forward', { text: '', attachments: [{ ...share, is_msg_unfurl: true }] }],
    ['a share', { text: '', subtype: 'message_share', attachments: [share] }],
    ['a picture in a block', { text: '', blocks: [{ type: 'image', image_url: 'https://x.example/CANARY' }] }],
  ])('%s is taken for a file, and nothing of it', (_, inner) => {
    const arrival = at(event(inner));
    expect(arrival.wants).toMatchObject({ input: { kind: 'file' } });
    expect(JSON.stringify(arrival)).not.toContain('CANARY');
  });

  it('words beside a forward are theirs', () => {
    expect(at(event({ text: 'no', attachments: [share] })).wants).toMatchObject({
      input: { kind: 'text', text: 'no' },
    });
  });

  const section = (...elements: object[]) => [
    { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] },
  ];
  it.each([
    ['a mention of us', { text: '<@UBOT> no' }],
    ['a mention with a name', { text: '<@U2|CANARY> no <#C1|canary>' }],
    ['a group', { text: '<!subteam^S1|@CANARY> <!here> no' }],
    ['a link', { text: '<http://no|no>' }],
    ['an address', { text: '<mailto:no|no>' }],
    ['blocks alone', { text: '', blocks: section({ type: 'user', user_id: 'U2' }, { type: 'text', text: 'no' }) }],
    ['words in pieces', { text: '', blocks: section({ type: 'text', text: 'n' }, { type: 'text', text: 'o' }) }],
    ['an older kind of block', { text: '', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'no' } }] }],
  ])('mark-up is taken off: %s', (_, inner) => {
    expect(at(event(inner)).wants).toMatchObject({ input: { kind: 'text', text: 'no' } });
  });

  it('our name alone shows where they are; an empty message is nothing', () => {
    const us = section({ type: 'user', user_id: 'UBOT' });
    expect(at(event({ text: '<@UBOT>', blocks: us })).wants).toMatchObject({ input: { kind: 'hello' } });
    for (const text of ['', null]) expect(translate(event({ text }), now)).toBe('nothing');
  });

  it.each([[''], [null], [undefined], [7], [{ a: 1 }]])('a press with %j for a value is told', (value) => {
    const wants = at(press({ actions: [{ action_id: 'press-1', value }] })).wants;
    expect(wants).toMatchObject({ input: { kind: 'illegible', what: 'press' } });
  });

  const edit = (more: object = {}, inner: object = {}) =>
    event({
      subtype: 'message_changed',
      user: undefined,
      text: undefined,
      message: { user: 'U1', text: 'CANARY', ts: '1.0', edited: { user: 'U1', ts: '2.0' }, ...more },
      previous_message: { user: 'U1', text: 'no', ts: '1.0' },
      ...inner,
    });
  it('an edit is told, once for each message, and is no answer', () => {
    const arrival = at(edit());
    expect(arrival).toMatchObject({
      delivery: 'edit D1 1.0',
      from: { person: 'U1' },
      wants: { input: { kind: 'illegible', what: 'edit', beside: 'CANARY' } },
    });
  });
  it.each([
    ['a preview of a link', edit({ edited: undefined })],
    ['a preview added to what was edited before', edit({ text: 'no' })],
    ['a bot', edit({ bot_id: 'B1' })],
    ['what is not in the direct message', edit({}, { channel_type: 'channel' })],
  ])('a change by or of %s is nothing', (_, payload) => {
    expect(translate(payload, now)).toBe('nothing');
  });

  it('a mention in the direct message comes as a message too, so it is nothing', () => {
    expect(translate(event({ type: 'app_mention', channel: 'D1' }), now)).toBe('nothing');
  });

  it('a mention: nothing that was written in public', () => {
    const arrival = at(event({ type: 'app_mention', channel: 'C1', channel_type: 'channel', text: 'CANARY' }));
    expect(arrival.wants).toMatchObject({
      input: { kind: 'hello' },
      to: { at: 'direct' },
      point: { by: 'channel', channel: 'C1' },
    });
    expect(JSON.stringify(arrival)).not.toContain('CANARY');
  });

  it('ticks, from the state beside the press; an empty list is a list', () => {
    const state = (options: readonly { value: string }[]) => ({
      state: { values: { 'ticks:topics': { ticks: { type: 'checkboxes', selected_options: options } } } },
    });
    expect(at(press(state([{ value: 'a' }, { value: 'b' }]))).wants).toMatchObject({ input: { ticked: ['a', 'b'] } });
    expect(at(press(state([]))).wants).toMatchObject({ input: { ticked: [] } });
    expect(at(press()).wants).not.toHaveProperty('input.ticked');
  });

  /** Whatever it is: a channel cannot tell. */
  const token = '1.abc.mac';
  const pressed = (more: Record<string, unknown> = {}) => at(press({ actions: [{ value: token }], ...more })).wants;

  it('a press in a thread of the direct message is answered there', () => {
    const wants = at(press({ channel: { id: 'D1' }, message: { thread_ts: '1.2' } })).wants;
    expect(wants).toMatchObject({ to: { at: 'direct', thread: '1.2' } });
    expect(wants).not.toHaveProperty('point');
  });

  it("a press in a channel is answered in the direct message and not in the channel's thread; the way is shown", () => {
    const wants = pressed({ channel: { id: 'C1' }, message: { thread_ts: '1.2' } });
    expect(wants).toMatchObject({ to: { at: 'direct', user: 'U1' }, point: { by: 'response-url' } });
    expect(wants).not.toHaveProperty('to.thread');
  });

  describe('on the Home tab', () => {
    const view = { container: { type: 'view' } };
    it('opening it, or going back to where one was, only looks', () => {
      const look = { input: { kind: 'glance' }, to: { at: 'home' } };
      expect(at(event({ type: 'app_home_opened', tab: 'home' })).wants).toMatchObject(look);
    });

    it('whatever is pressed goes on in the direct message, or is shown there where the conversation says so', () => {
      expect(pressed(view)).toMatchObject({
        input: { kind: 'press', onPage: true },
        to: { at: 'direct' },
        aside: { at: 'home' },
        home: { at: 'home' },
        point: { by: 'modal', trigger: 'trigger' },
      });
    });
  });

  it('pressed on a message for one alone, what changes nothing can be answered beside it', () => {
    const container = { type: 'message', is_ephemeral: true };
    expect(pressed({ container })).toMatchObject({
      to: { at: 'direct' },
      aside: { at: 'beside' },
      point: { by: 'response-url' },
    });
  });

  it.each([
    ['an edit', event({ subtype: 'message_changed' })],
    ['a deletion', event({ subtype: 'message_deleted' })],
    ['a bot', event({ bot_id: 'B1' })],
    ['Slackbot', event({ user: 'USLACKBOT' })],
    ['a channel', event({ channel_type: 'channel' })],
    ['a group', event({ channel_type: 'mpim' })],
    ['somebody joining', event({ subtype: 'channel_join' })],
    ['the Messages tab opened', event({ type: 'app_home_opened', tab: 'messages' })],
    ['a reaction', event({ type: 'reaction_added' })],
    ['a button that opens a link', press({ actions: [{ action_id: 'open-direct' }] })],
    ['a window closed', { type: 'view_closed' }],
    [
      "a person's own token revoked",
      event({ type: 'tokens_revoked', user: undefined, tokens: { oauth: ['U1'], bot: [] } }),
    ],
  ])('%s is nothing', (_, payload) => {
    expect(translate(payload, now)).toBe('nothing');
  });

  it.each([
    ['no payload', null],
    ['no type', {}],
    ['an event without an id', { ...event({}), event_id: undefined }],
    ['a person that is no id', { ...press(), user: { id: '<script>' } }],
    ['a press of nothing', press({ actions: [] })],
  ])('%s is refused', (_, payload) => {
    expect(translate(payload, now)).toBe('shape');
  });

  it('whatever comes, it never throws', () => {
    fc.assert(
      fc.property(
        fc.object(),
        fc.constantFrom('event_callback', 'block_actions', 'shortcut', 'other'),
        (junk, type) => {
          expect(() => translate({ ...junk, type }, now)).not.toThrow();
          expect(() => translate({ ...event({}), event: { ...event({}).event, ...junk } }, now)).not.toThrow();
        },
      ),
    );
  });
});
