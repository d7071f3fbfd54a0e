/**
 * What becomes of every kind of thing that Slack and Teams send: docs/events.md is written from here, and each line is
 * what the code that routes it did. `UPDATE=1` writes it again.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { translate as slack } from '../../src/channels/slack/translate.ts';
import { translate as teams } from '../../src/channels/teams/translate.ts';
import type { Input } from '../../src/contract.ts';

type Wants = {
  readonly do: string;
  readonly input?: Input;
  readonly point?: unknown;
  readonly to?: { readonly at: string };
};
type Translated = string | { readonly wants?: Wants; readonly kind: string };

/** What happens, in words, by what the channel made of it. */
function becomes(made: Translated): string {
  if (typeof made === 'string') return made === 'nothing' ? 'Nothing: it is none of ours.' : 'Refused.';
  const { wants } = made;
  if (!wants) return 'Answered at once, as Slack asks.';
  if (wants.do === 'leave') return 'The app is gone there: its open conversations are forgotten.';
  if (wants.do === 'search') return 'The list of what is found.';
  const where = wants.point ? ' In the private chat; where it came from only the way there is shown.' : '';
  return `${said(wants.input)}${where}`;
}

function said(input: Input | undefined): string {
  switch (input?.kind) {
    case 'press':
      return 'The press is taken.';
    case 'text':
      return 'Read against the question that stands; the words are not kept.';
    case 'file':
      return `Told not to send such things here, with the question. ${read(input)}`;
    case 'illegible':
      return input.what === 'press'
        ? 'Told to press again, with the question.'
        : `Told once how to change an answer. ${read(input)}`;
    case 'hello':
      return 'Shown where they are. Nothing of it is read.';
    case 'glance':
      return 'The page is drawn.';
    case 'command':
      return 'Looked up, for the asker alone; what is plainly something else is read as if it were typed.';
    case 'aloud':
      return 'Looked up where it surely asks for that, else shown where they are; nothing else of it is read.';
    case 'look-up':
      return 'Looked up, for the asker alone.';
    default:
      throw new Error('It becomes something that has no words.');
  }
}

/** Whether the channel passes its words on, to be read for danger. */
const read = ({ beside }: { readonly beside?: string }): string =>
  beside === undefined ? 'Nothing of it is read.' : 'Its words are read for danger alone: the emergency card first.';

const event = (inner: object, more: object = {}) => ({
  type: 'event_callback',
  api_app_id: 'A1',
  team_id: 'T1',
  event_id: 'Ev1',
  event: { type: 'message', channel_type: 'im', channel: 'D1', user: 'U1', text: 'hi', ...inner },
  ...more,
});
const whole = { team: { id: 'T1' }, user: { id: 'U1', team_id: 'T1' }, trigger_id: 't', api_app_id: 'A1' };
const press = (more: object) => ({
  type: 'block_actions',
  ...whole,
  container: { type: 'message', is_ephemeral: false },
  channel: { id: 'D1' },
  actions: [{ action_id: 'press-1', value: 'token' }],
  ...more,
});
const changed = (more: object) =>
  event({
    subtype: 'message_changed',
    user: undefined,
    message: { user: 'U1', text: 'yes', ts: '1.0', edited: {}, ...more },
    previous_message: { text: 'no' },
  });
const command = (text: string) => ({
  command: '/signpost',
  text,
  api_app_id: 'A1',
  team_id: 'T1',
  user_id: 'U1',
  trigger_id: 't',
});

const inSlack: readonly (readonly [string, object])[] = [
  ['`message.im`: words', event({})],
  [
    '`message.im`: words in blocks alone',
    event({ text: '', blocks: [{ type: 'section', text: { type: 'mrkdwn', text: 'no' } }] }),
  ],
  ['`message.im`: a file (`file_share`)', event({ subtype: 'file_share', text: '', files: [{}] })],
  ['`message.im`: a file with words', event({ subtype: 'file_share', files: [{}] })],
  [
    '`message.im`: a forward or share (`message_share`)',
    event({ text: '', attachments: [{ is_share: true, text: 'of somebody' }] }),
  ],
  ['`message.im`: a picture in a block', event({ text: '', blocks: [{ type: 'image' }] })],
  ['`message.im`: our name alone', event({ text: '<@UBOT>' })],
  ['`message.im`: a message in a thread (`thread_broadcast`), `me_message`', event({ subtype: 'thread_broadcast' })],
  ['`message_changed` by its author', changed({})],
  ['`message_changed` by Slack: a preview', changed({ edited: undefined })],
  ['`message_deleted`, `message_replied`, `tombstone`', event({ subtype: 'message_deleted' })],
  ['any other subtype: joins, topics, reminders, calls', event({ subtype: 'channel_join' })],
  ['a message of a bot, of Slackbot, of ourselves', event({ bot_id: 'B1' })],
  ['a message in a channel or a group', event({ channel_type: 'channel' })],
  ['`app_mention` in a channel', event({ type: 'app_mention', channel: 'C1' })],
  ['`app_mention` in the direct message, which comes as a message too', event({ type: 'app_mention', channel: 'D1' })],
  ['`app_home_opened`: the Home tab', event({ type: 'app_home_opened', tab: 'home' })],
  ['`app_home_opened`: the Messages tab', event({ type: 'app_home_opened', tab: 'messages' })],
  ['`app_uninstalled`', event({ type: 'app_uninstalled', user: undefined })],
  ['`tokens_revoked` of the bot', event({ type: 'tokens_revoked', tokens: { bot: ['B1'] } })],
  ['`tokens_revoked` of a person', event({ type: 'tokens_revoked', user: undefined, tokens: { bot: [] } })],
  ['any other event: reactions, members, files, channels', event({ type: 'reaction_added' })],
  ['`app_rate_limited`', { type: 'app_rate_limited', team_id: 'T1' }],
  ['`url_verification`', { type: 'url_verification', challenge: 'c' }],
  ['`block_actions`: a button of ours', press({})],
  [
    '`block_actions`: a button in the leads’ channel',
    press({ channel: { id: 'C1' }, response_url: 'https://hooks.slack.com/x' }),
  ],
  [
    '`block_actions`: a button of ours without a value that can be read',
    press({ actions: [{ action_id: 'press-1', value: null }] }),
  ],
  ['`block_actions`: a link, a tick', press({ actions: [{ action_id: 'open-direct' }] })],
  ['`shortcut`: ours', { type: 'shortcut', callback_id: 'start_concern', ...whole }],
  [
    '`shortcut` of another name, `message_action`, `view_submission`, `view_closed`, `block_suggestion`',
    { type: 'view_closed' },
  ],
  ['the command, with something to look up', command('childline')],
  ['the command, with anything else or nothing', command('')],
  ['what has no type, or lacks what Slack always sends', {}],
];

const common = {
  id: '1',
  channelId: 'msteams',
  serviceUrl: 'https://smba.trafficmanager.net/uk/',
  from: { id: '29:one' },
  recipient: { id: '28:bot' },
  conversation: { id: 'a:chat', conversationType: 'personal' },
};
const message = (more: object = {}) => ({ ...common, type: 'message', text: 'hi', ...more });
const team = { conversation: { id: '19:team@thread.tacv2', conversationType: 'channel' } };
const invoke = (data: unknown) => ({
  ...common,
  type: 'invoke',
  name: 'adaptiveCard/action',
  value: { action: { verb: 'press', data } },
});

const inTeams: readonly (readonly [string, object])[] = [
  ['`message`: words', message()],
  [
    '`message`: words in HTML alone',
    message({ text: '', attachments: [{ contentType: 'text/html', content: '<p>no</p>' }] }),
  ],
  ['`message`: a file or a picture', message({ text: '', attachments: [{ contentType: 'image/png' }] })],
  ['`message`: a file or a picture, with words', message({ attachments: [{ contentType: 'image/png' }] })],
  [
    '`message`: a forward, a quote or a card, and no words',
    message({
      text: '',
      attachments: [{ contentType: 'forwardedMessageReference', content: { originalMessageContent: 'of somebody' } }],
    }),
  ],
  ['`message`: our name alone', message({ text: '<at>Signpost</at>' })],
  ['`message` with the value of a button of ours', message({ text: undefined, value: { token: 'abc' } })],
  ['`message` with a value that cannot be read', message({ text: undefined, value: null })],
  ['`message` in a team or a group', message(team)],
  ['`message` in a team or a group that asks for a look-up', message({ ...team, text: 'number for childline' })],
  ['`message` of a bot, of ourselves', message({ from: { id: '28:bot' } })],
  ['`messageUpdate`: an edit', { ...message(), type: 'messageUpdate', channelData: { eventType: 'editMessage' } }],
  [
    '`messageUpdate`: a deletion undone',
    { ...message(), type: 'messageUpdate', channelData: { eventType: 'undeleteMessage' } },
  ],
  ['`messageDelete`, `messageReaction`, `typing`, `event`, `endOfConversation`', { ...common, type: 'messageDelete' }],
  ['`invoke` `adaptiveCard/action`: a button of ours', invoke({ token: 'abc' })],
  ['`invoke` `adaptiveCard/action`: a button that cannot be read', invoke('words')],
  ['`invoke` `composeExtension/query`', { ...common, type: 'invoke', name: 'composeExtension/query', value: {} }],
  ['`invoke` of any other name', { ...common, type: 'invoke', name: 'task/fetch' }],
  [
    '`conversationUpdate`, `installationUpdate`: the app was added',
    { ...common, type: 'installationUpdate', action: 'add' },
  ],
  ['`installationUpdate`: the app was removed', { ...common, type: 'installationUpdate', action: 'remove' }],
  ['`installationUpdate`: an upgrade', { ...common, type: 'installationUpdate', action: 'add-upgrade' }],
  ['`conversationUpdate`: somebody else comes or goes, a new name', { ...common, type: 'conversationUpdate' }],
  ['any other type', { ...common, type: 'hologram' }],
  ['what lacks what Teams always sends', { type: 'message' }],
];

const table = (rows: readonly (readonly [string, string])[]) =>
  ['| what comes | what becomes of it |', '| --- | --- |', ...rows.map(([what, then]) => `| ${what} | ${then} |`)].join(
    '\n',
  );

const page = () => `# What comes, and what becomes of it

For whoever looks after Signpost. test/channels/events.test.ts sends one of each line to the code that routes it and
writes this page from what it did.

Whatever arrives from a person in their private chat is answered, or it is none of ours. What others wrote, the words
beside a file and those of an edit are read for danger alone, never as an answer; and nobody's words are kept.

## Slack

Over HTTP and over Socket Mode alike. Over Socket Mode an envelope of an unknown kind is acknowledged, and a frame that
cannot be read is left out; the log says so.

${table(inSlack.map(([what, payload]) => [what, becomes(slack(payload, 0))]))}

## Teams

${table(inTeams.map(([what, activity]) => [what, becomes(teams(activity, 'T1'))]))}
`;

it('docs/events.md says what the code does', async () => {
  const path = join(import.meta.dirname, '..', '..', 'docs', 'events.md');
  if (process.env.UPDATE === '1') await writeFile(path, page());
  expect(await readFile(path, 'utf8')).toBe(page());
});
