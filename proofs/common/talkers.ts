/**
 * People on either platform, as a run of many needs them: each answers what is asked, knows what came twice, and looks
 * only at their own chat however many there are. They meet our program and others' bots alike.
 */
import { randomUUID } from 'node:crypto';
import type { Sent } from '../../test/support/behaviour-space.ts';
import type { SlackApi, Posted as SlackPosted } from '../../test/support/slack-api.ts';
import { buttonsIn, type SlackPerson, slackPerson, ticksState } from '../../test/support/slack-person.ts';
import type { TeamsConnector, Posted as TeamsPosted } from '../../test/support/teams-connector.ts';
import type { OpenId } from '../../test/support/teams-openid.ts';
import { labelsIn, listsIn, type TeamsPerson, teamsPerson } from '../../test/support/teams-person.ts';

/** A request as the platform sends it; sent again, it is a redelivery. */
export type Delivery = () => Promise<Sent>;

export interface Talker {
  /** How the platform knows them. */
  readonly user: string;
  /** "start", typed in the private chat. */
  starts(): Delivery;
  /** An answer to the question that stands: "No" where that is a choice, of a list the last. */
  answer(): Delivery;
  /** Texts of all messages in the chat as they stand now. */
  texts(): readonly string[];
  /** Texts that reached this person outside the chat: only to them, or in an answer. */
  aside(): readonly string[];
  /** The same person met at another process. */
  at(base: () => string): Talker;
}

export const isAnswered = (talker: Talker): boolean => talker.texts().some((text) => text.startsWith('Your answer'));

/** Messages by the chat they stand in; looks at each message once. */
function byChat<T>(messages: readonly T[], chatOf: (message: T) => string): (chat: string) => readonly T[] {
  const chats = new Map<string, T[]>();
  let seen = 0;
  return (chat) => {
    for (; seen < messages.length; seen++) {
      const message = messages[seen] as T;
      const of = chatOf(message);
      chats.set(of, [...(chats.get(of) ?? []), message]);
    }
    return chats.get(chat) ?? [];
  };
}

export function slackTalkers(api: SlackApi, team = 'T1'): (user: string, base: () => string) => Talker {
  const messagesIn = byChat(api.messages, ({ channel }) => channel);
  return talker;

  function talker(user: string, base: () => string): Talker {
    const person: SlackPerson = slackPerson({ base, api }, user, { team });
    const messages = () => messagesIn(`D${user}`);
    return {
      user,
      starts() {
        const body = person.message({ text: 'start', ts: `${Date.now() / 1000}` });
        return () => person.event(body);
      },
      answer() {
        const card = messages().findLast(({ blocks, text }) => isQuestion(text) && buttonsIn(blocks).length > 0);
        if (!card) throw new Error(`Nothing is asked of ${user}.`);
        const ticks = card.blocks.flatMap(({ type, element }) => (type === 'input' ? (element?.options ?? []) : []));
        const offered = buttonsIn(card.blocks);
        const button = ticks.length > 0 ? offered[0] : (offered.find(({ text }) => text?.text === 'No') ?? offered[0]);
        const last = ticks.at(-1)?.value;
        const body = person.pressBody(button?.value, {
          ...pressedOn(card),
          actions: [{ type: 'button', action_id: button?.action_id, block_id: 'b', value: button?.value }],
          ...(last === undefined ? {} : ticksState(card.blocks, [last])),
        });
        return () => person.interact(body);
      },
      texts: () => messages().map(({ text }) => text),
      aside: () => api.forOne.filter((each) => each.user === user).map(({ text }) => text),
      at: (other) => talker(user, other),
    };
  }
}

const pressedOn = ({ channel, ts }: SlackPosted) => ({
  container: { type: 'message', is_ephemeral: false, channel_id: channel, message_ts: ts },
  channel: { id: channel },
  message: { ts, text: '', type: 'message' },
});

const isQuestion = (text: string) => /^(Question|One more)/.test(text);

export function teamsTalkers(
  api: TeamsConnector,
  openId: Pick<OpenId, 'token'>,
  tenant: string,
): (user: string, base: () => string) => Talker {
  const messagesIn = byChat(api.messages, ({ conversation }) => conversation);
  const directory = new Map<string, string>();
  return talker;

  function talker(user: string, base: () => string): Talker {
    const aad = directory.get(user) ?? randomUUID();
    directory.set(user, aad);
    const person: TeamsPerson = teamsPerson({ base, api, openId }, user, aad, tenant);
    const messages = () => messagesIn(person.chat);
    return {
      user,
      starts() {
        const activity = person.activity('message', { textFormat: 'plain', text: 'start' });
        return () => person.send(activity);
      },
      answer() {
        const card = messages().findLast(
          (posted: TeamsPosted) => isQuestion(posted.text) && labelsIn(posted).length > 0,
        );
        if (!card) throw new Error(`Nothing is asked of ${user}.`);
        const ticks = listsIn(card).flatMap(({ choices }) => choices.map(({ value }) => value));
        const labels = labelsIn(card);
        const label = ticks.length === 0 && labels.includes('No') ? 'No' : (labels[0] ?? '');
        const activity = person.execute(card, label, ticks.at(-1));
        return () => person.send(activity);
      },
      texts: () => messages().map(({ text }) => text),
      aside: () => person.shown(),
      at: (other) => talker(user, other),
    };
  }
}
