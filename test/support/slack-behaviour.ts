/** Slack as the behaviour suite sees it. */
import type { Seen, Sent, Somebody, Space } from './behaviour-space.ts';
import type { Posted, SlackApi } from './slack-api.ts';
import { buttonsIn, buttonValue, type SlackPerson, slackPerson, ticksState } from './slack-person.ts';
import { leadsChannel, slackSpace } from './slack-space.ts';

/** A person of Slack as the behaviour suite knows people. */
export function slackSomebody(api: SlackApi): (person: SlackPerson) => Somebody {
  return somebody;

  function somebody(person: SlackPerson): Somebody {
    let again: () => Promise<Sent> = () => Promise.reject(new Error('This person has sent nothing.'));
    /** Sends now, and keeps the way in which Slack would send it again. */
    const sending = (send: (headers: Record<string, string>) => Promise<Sent>) => {
      again = () => send({ 'x-slack-retry-num': '1', 'x-slack-retry-reason': 'http_timeout' });
      return send({});
    };
    const event = (more: Record<string, unknown>) => {
      const body = person.message(more);
      return sending((headers) => person.event(body, headers));
    };
    const press = (card: Posted | undefined, label: string, more: Record<string, unknown> = {}) => {
      const body = person.pressBody(buttonValue(card?.blocks, label), more);
      return () => sending(() => person.interact(body));
    };
    const newestWith = (label: string) =>
      person.messages().findLast(({ blocks }) => buttonsIn(blocks).some(({ text }) => text?.text === label));
    return {
      user: person.user,
      says: (text) => event({ text }),
      presses: (label) => press(newestWith(label), label)(),
      holds: (label) => {
        const card = newestWith(label);
        const value = buttonValue(card?.blocks, label);
        return () => person.interact(person.pressBody(value));
      },
      ticks: (values) => {
        const card = person.messages().findLast(({ blocks }) => ticksIn(blocks).length > 0);
        return press(card, submitOf(card), ticksState(card?.blocks, values))();
      },
      sendsFile: () => event({ text: 'CANARY-WORDS', subtype: 'file_share', files: [{ name: 'CANARY-FILE' }] }),
      captions: (text) => event({ text, subtype: 'file_share', files: [{ name: 'CANARY-FILE' }] }),
      forwards: (text) => event({ text: '', attachments: [{ is_share: true, author_name: 'CANARY-NAME', text }] }),
      edits: (text) => {
        const message = { user: person.user, text, ts: '1.2', edited: { user: person.user, ts: '2.2' } };
        return event({ subtype: 'message_changed', user: undefined, message, previous_message: { text: 'hi' } });
      },
      redelivers: async () => [await again()],
      messages: () => person.messages().map(seen),
      told: () => [
        ...person.messages().map(({ text }) => text),
        ...api.forOne.filter(({ user }) => user === person.user).map(({ text }) => text),
      ],
      at: (program) => somebody(slackPerson({ base: () => program.base, api }, person.user, { team: 'T1' })),
    };
  }
}

/** @param more further settings; an empty one takes one of these away */
export async function slackBehaviour(more: Readonly<Record<string, string>> = {}): Promise<Space> {
  const space = await slackSpace(more);
  const { api } = space;
  const somebody = slackSomebody(api);

  return {
    ...space,
    platform: {
      slow: (slowMs, times) => api.trouble({ slowMs }, 'chat.postMessage', times),
      wrong: (times) => api.trouble({ status: 503 }, undefined, times),
      refused: () => api.trouble({ error: 'invalid_auth' }),
      bars: (error) => api.trouble({ error }),
      gone: () => api.down(),
      back: () => api.up(),
      well: () => api.well(),
      faults: api.faults,
    },
    somebody: () => somebody(space.somebody()),
    notices: () => api.messages.filter(({ channel }) => channel === leadsChannel).map(seen),
  };
}

const seen = ({ text, blocks, edits }: Posted): Seen => ({
  text,
  edits,
  buttons: buttonsIn(blocks).flatMap((button) => button.text?.text ?? []),
  ticks: ticksIn(blocks),
});

const ticksIn = (blocks: Posted['blocks']): readonly string[] =>
  blocks.flatMap((block) => (block.type === 'input' ? (block.element?.options ?? []).map(({ value }) => value) : []));

/** The button under a tick list is the first of its card. */
const submitOf = (card: Posted | undefined) => buttonsIn(card?.blocks)[0]?.text?.text ?? '';
