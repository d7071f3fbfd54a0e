/** Somebody in Slack, as the program meets them: signed requests, as Slack would send them for what they do. */
import { randomUUID } from 'node:crypto';
import { buttonWords } from '../../dialogs/words/screens.ts';
import { sign } from '../../src/channels/slack/door.ts';
import type { Block, Element, Posted, SlackApi } from './slack-api.ts';

export const signingSecret = 's'.repeat(32);
export const app = 'A0TEST';

export interface Slack {
  readonly base: () => string;
  readonly api: SlackApi;
}

export interface Sent {
  readonly status: number;
  readonly ms: number;
  readonly body: string;
}

export interface Where {
  readonly team: string;
  readonly enterprise?: string;
  readonly isOrganisation?: boolean;
}

/** Sends `body` signed, as Slack would. */
export async function sendSigned(
  base: string,
  body: string,
  { type = 'application/x-www-form-urlencoded', headers = {}, at = Date.now(), secret = signingSecret } = {} as {
    type?: string;
    headers?: Record<string, string>;
    at?: number;
    secret?: string;
  },
): Promise<Sent> {
  const time = String(Math.floor(at / 1000));
  const began = performance.now();
  const response = await fetch(`${base}/slack/events`, {
    method: 'POST',
    headers: {
      'content-type': type,
      'x-slack-request-timestamp': time,
      'x-slack-signature': sign(time, Buffer.from(body), secret),
      ...headers,
    },
    body,
  });
  const text = await response.text();
  return { status: response.status, ms: performance.now() - began, body: text };
}

export const form = (fields: Record<string, string>) => new URLSearchParams(fields).toString();

export function eventBody(event: Record<string, unknown>, { team, enterprise, isOrganisation }: Where, more = {}) {
  return {
    type: 'event_callback',
    api_app_id: app,
    team_id: team,
    ...(enterprise && { enterprise_id: enterprise }),
    event_id: `Ev${randomUUID()}`,
    authorizations: [
      {
        team_id: isOrganisation ? null : team,
        enterprise_id: enterprise ?? null,
        is_enterprise_install: isOrganisation ?? false,
      },
    ],
    event,
    ...more,
  };
}

export const slackPerson = (slack: Slack, user: string, where: Where) => {
  const { api } = slack;
  const who = {
    team: { id: where.team, domain: 'example' },
    enterprise: where.enterprise ? { id: where.enterprise } : null,
    is_enterprise_install: where.isOrganisation ?? false,
    user: { id: user, username: 'CANARY-NAME', team_id: where.team },
  };
  const event = (body: object, headers: Record<string, string> = {}) =>
    sendSigned(slack.base(), JSON.stringify(body), { type: 'application/json', headers });
  const message = (more: Record<string, unknown>) =>
    eventBody(
      { type: 'message', channel: `D${user}`, channel_type: 'im', user, team: where.team, ts: '1.2', ...more },
      where,
    );
  const pressBody = (value: string | undefined, more: Record<string, unknown> = {}) => ({
    type: 'block_actions',
    api_app_id: app,
    ...who,
    trigger_id: api.trigger(user),
    response_url: api.responseUrl(user),
    container: { type: 'message', is_ephemeral: false },
    channel: { id: `D${user}` },
    message: {},
    actions: [{ type: 'button', action_id: 'press-1', ...(value && { value }) }],
    ...more,
  });
  const interact = (body: object) => sendSigned(slack.base(), form({ payload: JSON.stringify(body) }));
  const newest = () => api.dm(user).at(-1);

  return {
    user,
    event,
    message,
    pressBody,
    interact,
    newest,
    messages: () => api.dm(user),
    says: (text: string, more: Record<string, unknown> = {}) => event(message({ text, ...more })),
    sendsFile: () => event(message({ text: 'CANARY-WORDS', subtype: 'file_share', files: [{ name: 'CANARY-FILE' }] })),
    opensHome: () => event(eventBody({ type: 'app_home_opened', user, channel: `D${user}`, tab: 'home' }, where)),
    mentions: (channel: string) =>
      event(
        eventBody(
          {
            type: 'app_mention',
            user,
            team: where.team,
            channel,
            channel_type: 'channel',
            text: '<@UBOT> CANARY-WORDS',
            ts: '1.2',
          },
          where,
        ),
      ),
    command: (text: string) => sendSigned(slack.base(), form(commandFields(text))),
    commandFields,
    shortcut: () =>
      interact({
        type: 'shortcut',
        callback_id: 'start_concern',
        ...who,
        trigger_id: api.trigger(user),
        action_ts: '1.2',
      }),
    /** Presses the button of this label on the newest message that has it. */
    presses: (label: string, more: Record<string, unknown> = {}) => {
      const on = api.dm(user).findLast(({ blocks }) => buttonIn(blocks, label));
      return interact(pressBody(buttonValue(on?.blocks, label), { ...chosen(buttonIn(on?.blocks, label)), ...more }));
    },
    /** Presses a button of a message that stands in a channel, or in a thread of it. */
    pressesOn: (on: Posted | undefined, label: string) =>
      interact(
        pressBody(buttonValue(on?.blocks, label), {
          channel: { id: on?.channel },
          message: { ts: on?.ts, ...(on?.thread && { thread_ts: on.thread }) },
        }),
      ),
    pressesOnHome: (label: string) =>
      interact(
        pressBody(buttonValue(api.homes.get(user)?.blocks, label), { container: { type: 'view' }, channel: undefined }),
      ),
    ticks: (values: readonly string[], label = buttonWords.send) => {
      const on = api.dm(user).findLast(({ blocks }) => buttonIn(blocks, label));
      return interact(pressBody(buttonValue(on?.blocks, label), ticksState(on?.blocks, values)));
    },
  };

  function commandFields(text: string): Record<string, string> {
    return {
      command: '/signpost',
      text,
      api_app_id: app,
      team_id: where.team,
      ...(where.enterprise && { enterprise_id: where.enterprise }),
      is_enterprise_install: String(where.isOrganisation ?? false),
      user_id: user,
      channel_id: 'C1',
      trigger_id: api.trigger(user),
      response_url: api.responseUrl(user),
    };
  }
};
export type SlackPerson = ReturnType<typeof slackPerson>;

/** A choice of a menu comes in another shape than a button's value. */
const chosen = (element: Element | undefined) =>
  element?.type === 'overflow'
    ? { actions: [{ type: 'overflow', action_id: 'menu-1', selected_option: { value: element.value } }] }
    : {};

/** Everything that can be pressed: buttons, what stands behind a menu, and what is in a folded part. */
export const buttonsIn = (blocks: readonly Block[] = []): readonly Element[] =>
  blocks.flatMap((block) => {
    if (block.type === 'container') return buttonsIn(block.child_blocks);
    if (block.type !== 'actions') return [];
    return (block.elements ?? []).flatMap((each) =>
      each.type === 'overflow' ? (each.options ?? []).map((option) => ({ type: 'overflow', ...option })) : [each],
    );
  });

export const buttonIn = (blocks: readonly Block[] | undefined, label: string) =>
  buttonsIn(blocks).find((element) => element.text?.text === label);

export function buttonValue(blocks: readonly Block[] | undefined, label: string): string {
  const value = buttonIn(blocks, label)?.value;
  if (value === undefined) {
    throw new Error(
      `There is no "${label}". There is: ${buttonsIn(blocks)
        .map((each) => each.text?.text)
        .join(', ')}`,
    );
  }
  return value;
}

/** What Slack sends of a list's ticks beside the press of the button under it. */
export function ticksState(blocks: readonly Block[] = [], values: readonly string[]) {
  const lists = blocks.filter(({ type }) => type === 'input');
  const offered = lists.flatMap(({ element }) => element?.options ?? []);
  const missing = values.find((value) => !offered.some((option) => option.value === value));
  if (missing !== undefined) throw new Error(`There is no tick box "${missing}".`);
  const state = lists.map(({ block_id = 'none', element }) => {
    const selected = element?.options.filter(({ value }) => values.includes(value)) ?? [];
    return [block_id, { [element?.action_id ?? 'none']: { type: 'checkboxes', selected_options: selected } }];
  });
  return { state: { values: Object.fromEntries(state) } };
}
