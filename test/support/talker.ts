/** Somebody who talks to the bot: presses what is drawn, types, and reads what came. Knows actions, not words. */
import { randomUUID } from 'node:crypto';
import type { Action, Button, Message, TickOption } from '../../dialogs/message.ts';
import { plainText } from '../../dialogs/plain.ts';
import { reporter } from '../../dialogs/words/lead-news.ts';
import type { Account, Taken } from '../../src/contract.ts';
import type { Desk, Post, Sending } from './bot.ts';

type Ticks = Extract<Message['blocks'][number], { kind: 'ticks' }>;

/** Answers by question; what is not named takes its most doubtful choice, except that no colleague is part of it. */
export type Answers = Readonly<Record<string, string | readonly string[]>>;
const unlessNamed: Answers = { colleague: 'no' };

export function createTalker(desk: Desk, from: Account = { channel: 'slack', tenant: 'T1', person: randomUUID() }) {
  const mine = () => desk.posts.filter(({ to }) => to.to === from.person && to.place === 'chat');
  const isNews = ({ message }: Post) => message.summary === reporter.summary;
  const all = () => mine().filter((post) => !isNews(post));
  const settled = async (taken: Promise<Taken>) => {
    const result = await taken;
    await desk.idle();
    return result;
  };

  const talker = {
    from,
    key: desk.keyOf(from),
    posts: all,
    /** What this person heard of their concern since. */
    news: () =>
      mine()
        .filter(isNews)
        .map(({ message }) => plainText(message)),
    last: (): Post => {
      const post = all().at(-1);
      if (!post) throw new Error('Nothing was posted');
      return post;
    },
    /** Everything on the newest message, as text. */
    reads: () => plainText(talker.last().message),
    type: (text: string, sending?: Sending) => settled(desk.send(from, { kind: 'text', text }, sending)),
    file: () => settled(desk.send(from, { kind: 'file' })),
    hello: () => settled(desk.send(from, { kind: 'hello' })),
    press: (action: Partial<Action>, sending?: Sending & { on?: Post; ticked?: readonly string[] }) =>
      settled(talker.pressOnly(action, sending)),
    /** A press whose reply is not waited for. */
    pressOnly(action: Partial<Action>, { on = newestWith(action, all()), ticked, ...sending }: Pressing = {}) {
      const token = on.token(buttonWith(action, on).action);
      return desk.send(from, { kind: 'press', token, ...(ticked ? { ticked } : {}) }, sending);
    },
    token: (token: string, sending?: Sending) => settled(desk.send(from, { kind: 'press', token }, sending)),
    /** The question on the newest message, if it puts one. */
    asked: () => questionOn(talker.last().message),
    hasAnswer: () => buttonsOn(talker.last().message).some(({ action }) => action.do === 'record'),
    async start(practice = false) {
      await talker.hello();
      await talker.press({ do: 'start', practice });
    },
    /** Goes on until the answer, or until this question is asked. */
    async go(
      answers: Answers = {},
      { by = 'press', until }: { by?: 'press' | 'type' | 'numbers'; until?: string } = {},
    ) {
      for (let turns = 0; !talker.hasAnswer() && talker.asked() !== until; turns++) {
        if (turns > 30) throw new Error(`No end at ${talker.asked()}`);
        await talker.answerOne(answers, by);
      }
    },
    async answerOne(answers: Answers = {}, by: 'press' | 'type' | 'numbers' = 'press') {
      const { message } = talker.last();
      const asked = talker.asked() ?? '';
      const values = [answers[asked] ?? unlessNamed[asked] ?? doubtful(message)].flat();
      return by === 'press' ? choose(values) : talker.type(written(message, values, by));
    },
    choose,
  };

  async function choose(values: readonly string[]): Promise<Taken> {
    const question = talker.asked();
    if (!question) throw new Error('No question is asked');
    return ticksOn(talker.last().message)
      ? talker.press({ do: 'ticks' }, { ticked: values })
      : talker.press({ do: 'answer', question, value: values[0] ?? '' });
  }

  return talker;
}

export type Talker = ReturnType<typeof createTalker>;
type Pressing = Sending & { on?: Post; ticked?: readonly string[] };

export function buttonsOn({ blocks }: Message): readonly Button[] {
  return blocks.flatMap((block) =>
    block.kind === 'buttons' ? [...block.buttons, ...(block.rare ?? [])] : block.kind === 'ticks' ? [block.submit] : [],
  );
}

const ticksOn = ({ blocks }: Message) => blocks.find((block): block is Ticks => block.kind === 'ticks');

function questionOn(message: Message): string | undefined {
  const answers = buttonsOn(message).flatMap(({ action }) => (action.do === 'answer' ? [action.question] : []));
  return ticksOn(message)?.question ?? answers[0];
}

/** Values that stand ticked on the newest message. */
export function tickedOn(message: Message): readonly string[] {
  return (ticksOn(message)?.options ?? []).filter(({ ticked }) => ticked).map(({ value }) => value);
}

const fits = (wanted: Partial<Action>, action: Action) =>
  Object.entries(wanted).every(([name, value]) => (action as Record<string, unknown>)[name] === value);

function newestWith(action: Partial<Action>, posts: readonly Post[]): Post {
  const post = posts.findLast(({ message }) => buttonsOn(message).some((button) => fits(action, button.action)));
  if (!post) throw new Error(`No button for ${JSON.stringify(action)}`);
  return post;
}

function buttonWith(action: Partial<Action>, { message }: Post): Button {
  const button = buttonsOn(message).find((each) => fits(action, each.action));
  if (!button) throw new Error(`No button for ${JSON.stringify(action)} on ${message.summary}`);
  return button;
}

/** The choices of a question in reading order. */
function choicesOn(message: Message): readonly { value: string; label: string }[] {
  const options: readonly TickOption[] = ticksOn(message)?.options ?? [];
  const buttons = buttonsOn(message).flatMap(({ label, action }) =>
    action.do === 'answer' ? [{ value: action.value, label }] : [],
  );
  return [...options, ...buttons];
}

/** The last choice is the most doubtful one. */
const doubtful = (message: Message) => choicesOn(message).at(-1)?.value ?? '';

function written(message: Message, values: readonly string[], by: 'type' | 'numbers'): string {
  const choices = choicesOn(message);
  const [only, ...more] = values;
  const label = choices.find(({ value }) => value === only)?.label;
  if (by === 'type' && label && more.length === 0) return label;
  return values.map((value) => choices.findIndex((choice) => choice.value === value) + 1).join(' and ');
}
