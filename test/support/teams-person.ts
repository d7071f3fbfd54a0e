/**
 * Somebody in Teams, as the program meets them: activities in the shapes that Teams sends for what they do, each signed
 * as Bot Framework would. The shapes follow Microsoft's pages; no real Teams was listened to.
 */
import { randomUUID } from 'node:crypto';
import { buttonWords } from '../../dialogs/words/screens.ts';
import { nodes } from './adaptive-card.ts';
import type { Sent } from './behaviour-space.ts';
import { appId, botId, type Posted, type TeamsConnector } from './teams-connector.ts';
import type { OpenId } from './teams-openid.ts';

export interface Teams {
  readonly base: () => string;
  readonly api: TeamsConnector;
  readonly openId: Pick<OpenId, 'token'>;
}

type Fields = Readonly<Record<string, unknown>>;
interface Button {
  readonly title: string;
  readonly data: { readonly token: string };
}
interface ChoiceSet {
  readonly id: string;
  readonly choices: readonly { readonly value: string }[];
}

/** Sends an activity with a token for it. */
async function sendActivity({ base, openId }: Teams, activity: Fields): Promise<Sent> {
  const token = await openId.token({ aud: appId, serviceurl: activity.serviceUrl });
  const began = performance.now();
  const response = await fetch(`${base()}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8', authorization: `Bearer ${token}` },
    body: JSON.stringify(activity),
  });
  const body = await response.text();
  return { status: response.status, ms: performance.now() - began, body };
}

/** @param user `29:...`, by which the bot knows them @param aad the directory's id of them */
export const teamsPerson = (teams: Teams, user: string, aad: string, tenant: string) => {
  const { api } = teams;
  const chat = api.personal(tenant, user);
  api.knownAs(tenant, user, aad);
  const personal = { conversationType: 'personal', tenantId: tenant, id: chat };
  /** What came back for the invokes: Teams shows it to this person. */
  const shown: string[] = [];
  let last: Fields = {};

  const activity = (type: string, more: Fields = {}): Fields => ({
    type,
    id: `1:${randomUUID()}`,
    timestamp: new Date().toISOString(),
    channelId: 'msteams',
    serviceUrl: api.serviceUrl,
    from: { id: user, name: 'CANARY-NAME', aadObjectId: aad },
    recipient: { id: botId, name: 'Signpost' },
    conversation: personal,
    entities: [{ type: 'clientInfo', locale: 'en-GB', country: 'GB', platform: 'iOS' }],
    channelData: { tenant: { id: tenant } },
    locale: 'en-GB',
    ...more,
  });
  const send = async (sent: Fields): Promise<Sent> => {
    last = sent;
    const answered = await sendActivity(teams, sent);
    if (sent.type === 'invoke') shown.push(answered.body);
    return answered;
  };
  const message = (more: Fields) => activity('message', { textFormat: 'plain', ...more });
  const messages = () => api.chat(chat);
  const holding = (label: string) => {
    const on = messages().findLast((posted) => buttonIn(posted, label));
    if (!on) throw new Error(`There is no "${label}". There is: ${messages().flatMap(labelsIn).join(', ')}`);
    return on;
  };

  /** Action.Execute. `ticks`: what the list above the button says, with commas between. */
  const execute = (posted: Posted, label: string, ticks?: string): Fields =>
    activity('invoke', {
      name: 'adaptiveCard/action',
      replyToId: posted.id,
      value: {
        action: { type: 'Action.Execute', title: label, verb: 'press', data: pressed(posted, label, ticks) },
        trigger: 'manual',
      },
    });
  /** Action.Submit, of a client that knows no other. */
  const submit = (posted: Posted, label: string, ticks?: string): Fields =>
    activity('message', { replyToId: posted.id, value: { ...pressed(posted, label, ticks), verb: 'press' } });

  const inChannel = (conversation: string, under: string): Fields => ({
    conversation: {
      isGroup: true,
      conversationType: 'channel',
      tenantId: tenant,
      id: `${conversation};messageid=${under}`,
    },
    channelData: { tenant: { id: tenant }, channel: { id: conversation }, team: { id: conversation } },
  });

  /** In a channel or a group chat, where everybody reads it. */
  const inPublic = (conversation: string, text: string): Fields => {
    const isChannel = conversation.includes('@thread.tacv2');
    const entity = { type: 'mention', text: '<at>Signpost</at>', mentioned: { id: botId, name: 'Signpost' } };
    return message({
      text: `${entity.text} ${text}`,
      entities: [entity],
      ...(isChannel
        ? inChannel(conversation, '1700000000000')
        : {
            conversation: { isGroup: true, conversationType: 'groupChat', tenantId: tenant, id: conversation },
            channelData: { tenant: { id: tenant } },
          }),
    });
  };

  return {
    user,
    aad,
    chat,
    activity,
    send,
    execute,
    submit,
    messages,
    newest: () => messages().at(-1),
    /** Everything that came back for an invoke, as it came. */
    shown: (): readonly string[] => shown,
    says: (text: string, more: Fields = {}) => send(message({ text, ...more })),
    sendsFile: () =>
      send(
        message({
          text: 'CANARY-WORDS',
          attachments: [
            {
              contentType: 'application/vnd.microsoft.teams.file.download.info',
              contentUrl: 'https://example.sharepoint.com/CANARY-FILE.pdf',
              name: 'CANARY-FILE.pdf',
              content: { downloadUrl: 'https://example.sharepoint.com/CANARY-FILE', uniqueId: 'x', fileType: 'pdf' },
            },
            { contentType: 'text/html', content: '<p>CANARY-WORDS</p>' },
          ],
        }),
      ),
    captions: (text: string) =>
      send(message({ text, attachments: [{ contentType: 'image/png', name: 'CANARY-FILE' }] })),
    forwards: (originalMessageContent: string) =>
      send(
        message({
          text: '<attachment id="1"></attachment>',
          attachments: [
            { contentType: 'forwardedMessageReference', content: JSON.stringify({ originalMessageContent }) },
          ],
        }),
      ),
    mentions: (conversation: string, text = 'CANARY-WORDS') => send(inPublic(conversation, text)),
    /** The search of the message extension; without words, as Teams does when it is opened. */
    searches: (query?: string) =>
      send(
        activity('invoke', {
          name: 'composeExtension/query',
          value: {
            commandId: 'helplines',
            parameters: [query === undefined ? { name: 'initialRun', value: 'true' } : { name: 'query', value: query }],
            queryOptions: { skip: 0, count: 25 },
          },
        }),
      ),
    /** Teams tells the bot in two ways. */
    async installs() {
      await send(activity('conversationUpdate', { membersAdded: [{ id: botId }] }));
      return send(activity('installationUpdate', { action: 'add' }));
    },
    upgrades: () => send(activity('installationUpdate', { action: 'add-upgrade' })),
    removes: () => send(activity('installationUpdate', { action: 'remove' })),
    reacts: (type = 'like') =>
      send(activity('messageReaction', { reactionsAdded: [{ type }], replyToId: messages().at(-1)?.id ?? '1' })),
    edits: (text: string) =>
      send(activity('messageUpdate', { text, channelData: { eventType: 'editMessage', tenant: { id: tenant } } })),
    deletes: () =>
      send(activity('messageDelete', { channelData: { eventType: 'softDeleteMessage', tenant: { id: tenant } } })),
    /** Presses the button of this label on the newest message that has it. */
    presses: (label: string) => send(execute(holding(label), label)),
    /** On a message of a channel. */
    pressesOn: (posted: Posted, label: string) =>
      send({ ...execute(posted, label), ...inChannel(posted.conversation, posted.id) }),
    /** The same on an older client. */
    submits: (label: string) => send(submit(holding(label), label)),
    /** That press later, or often; each has an id of its own. */
    holds(label: string) {
      const held = execute(holding(label), label);
      return () => send({ ...held, id: `1:${randomUUID()}` });
    },
    ticks: (values: readonly string[], label = buttonWords.send) =>
      send(execute(holding(label), label, values.join(','))),
    /** The last activity again: with the same id, then with a new one, as Teams does when the bot is slow. */
    redelivers: async (): Promise<readonly Sent[]> => [
      await send({ ...last }),
      await send({ ...last, id: `1:${randomUUID()}` }),
    ],
  };

  function pressed(posted: Posted, label: string, ticks: string | undefined) {
    const lists = listsIn(posted);
    const wanted = ticks?.split(',').filter(Boolean) ?? [];
    const token = buttonIn(posted, label)?.data.token;
    if (token === undefined) throw new Error(`There is no "${label}". There is: ${labelsIn(posted).join(', ')}`);
    const offered = lists.flatMap(({ choices }) => choices.map(({ value }) => value));
    const missing = wanted.find((value) => !offered.includes(value));
    if (missing !== undefined) throw new Error(`There is no tick box "${missing}".`);
    const sent = lists.map(({ id, choices }) => {
      const own = choices.filter(({ value }) => wanted.includes(value));
      return [id, own.map(({ value }) => value).join(',')];
    });
    return { token, ...Object.fromEntries(sent) };
  }
};
export type TeamsPerson = ReturnType<typeof teamsPerson>;

function buttonsIn({ card }: Pick<Posted, 'card'>): readonly Button[] {
  return [...nodes(card)].filter(({ type }) => type === 'Action.Execute') as unknown as Button[];
}

export const labelsIn = (posted: Pick<Posted, 'card'>) => buttonsIn(posted).map(({ title }) => title);

export function listsIn({ card }: Pick<Posted, 'card'>): readonly ChoiceSet[] {
  return [...nodes(card)].filter(({ type }) => type === 'Input.ChoiceSet') as unknown as readonly ChoiceSet[];
}

const buttonIn = (posted: Posted, label: string) => buttonsIn(posted).find(({ title }) => title === label);
