/**
 * What the behaviour suite (test/end-to-end/behaviours) asks of a channel: the real program, its store, a stand-in of
 * the platform that can be slow, wrong or gone, and people who meet it by signed requests. slack-space.ts and
 * teams-space.ts each give one; nothing here knows a platform.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, vi } from 'vitest';
import type { Program } from './program.ts';
import type { Running } from './running.ts';

/** How the program answered one request. */
export interface Sent {
  readonly status: number;
  readonly ms: number;
  readonly body: string;
}

/** One message as it stands for the person now; edited, it stays at its place. */
export interface Seen {
  /** All that is read out of it, the summary first: "Question 2: ...", "Answered: ...". */
  readonly text: string;
  /** Labels of its buttons, in order. None once it is answered. */
  readonly buttons: readonly string[];
  /** Values of its tick list. */
  readonly ticks: readonly string[];
  /** How many times it was edited. */
  readonly edits: number;
}

/** A press or tick that was made ready on a card as it was then, to be sent later or many times. */
export type Held = () => Promise<Sent>;

export interface Somebody {
  /** The platform's own id of this person; it may stand in no notice, log or store. */
  readonly user: string;
  says(text: string): Promise<Sent>;
  /** The button of this label on the newest message that has it. */
  presses(label: string): Promise<Sent>;
  /** The same press, held back. Sent twice, it is what the platform sends for two clicks: two ids, one button. */
  holds(label: string): Held;
  /** Ticks these values on the newest tick list and sends them. */
  ticks(values: readonly string[]): Promise<Sent>;
  /** Text and a file whose words and name begin with CANARY. */
  sendsFile(): Promise<Sent>;
  /** A file with these words under it. */
  captions(words: string): Promise<Sent>;
  /** Another's message that says this, and no words of the person's own. */
  forwards(words: string): Promise<Sent>;
  /** Changes what they said to this. */
  edits(words: string): Promise<Sent>;
  /** The person's last request again, in each way in which this platform redelivers; one after another. */
  redelivers(): Promise<readonly Sent[]>;
  /** In the private chat, oldest first. */
  messages(): readonly Seen[];
  /** Texts that reached this person in any way: messages, ephemeral ones, and words in an answer to a request. */
  told(): readonly string[];
  /** The same person, met by another process. */
  at(program: Program): Somebody;
}

/** What the platform's own API does to the program. */
export interface Platform {
  /** The next `times` posts take this long. */
  slow(ms: number, times?: number): void;
  /** The next `times` posts are answered with an error that may pass. */
  wrong(times?: number): void;
  /** Every call is refused because of who we are: a token that is not taken, a bot that was switched off. */
  refused(): void;
  /** Every call is refused in this word, which a place alone may say too. */
  bars(code: string): void;
  /** Nothing listens there; `back` opens the same port. */
  gone(): Promise<void>;
  back(): Promise<void>;
  /** No more trouble. */
  well(): void;
  /** Everything in what was sent that the real platform would refuse. Must be empty. */
  readonly faults: readonly string[];
}

export interface Space extends Running {
  readonly platform: Platform;
  /** A new person in a directory that the organisation names. */
  somebody(): Somebody;
  /** What the leads were sent, oldest first. */
  notices(): readonly Seen[];
}

export const until = <T>(look: () => T | Promise<T>, timeout = 30_000): Promise<T> =>
  vi.waitFor(look, { timeout, interval: 20 });

/** Anybody with a private chat. */
interface Chatting<T extends { readonly text: string }> {
  messages(): readonly T[];
}

/** The questions that stand unanswered. */
export const questions = <T extends { readonly text: string }>(person: Chatting<T>): readonly T[] =>
  person.messages().filter(({ text }) => /^(Question|One more)/.test(text));

/** Waits until the newest question is this one. */
export const asked = (person: Chatting<{ readonly text: string }>, number: number, timeout?: number) =>
  until(() => expect(questions(person).at(-1)?.text).toMatch(new RegExp(`^Question ${number}\\b`)), timeout);

/** Somebody new whose first question stands. */
export async function started(space: Pick<Space, 'somebody'>): Promise<Somebody> {
  const person = space.somebody();
  await person.says('start');
  await asked(person, 1);
  return person;
}

/** Answers whatever is asked, "No" where that is a choice, until there is an answer. @returns how many it took */
export async function answers(person: Somebody): Promise<number> {
  for (let i = 0; i < 15; i++) {
    const before = person.messages().length;
    await answersOne(person);
    await until(() => expect(person.messages().length).toBeGreaterThan(before));
    await sleep(50);
    if (person.messages().some(({ text }) => text.startsWith('Your answer'))) return i + 1;
  }
  throw new Error('No answer was reached.');
}

/** Answers the question that stands, and waits for nothing. */
export async function answersOne(person: Somebody): Promise<void> {
  const card = questions(person).at(-1);
  const lastTick = card?.ticks.at(-1);
  if (lastTick !== undefined) await person.ticks([lastTick]);
  else await person.presses(card?.buttons.includes('No') ? 'No' : (card?.buttons[0] ?? 'No'));
}
