/** People in mid-conversation while something goes wrong around them: each goes on as a person would, and what they see is noted. */
import { setTimeout as sleep } from 'node:timers/promises';
import { isAnswered, type Talker } from './talkers.ts';

export interface Lived {
  /** They came to their answer. */
  readonly finished: boolean;
  /** The longest they saw nothing new after they had done something, in milliseconds. */
  readonly silence: number;
  /** How often they were told that it may not have been saved. */
  readonly told: number;
  /** Messages in the chat at the end. */
  readonly messages: number;
  readonly finishedAt: number;
}

/** Messages of a chat that say the same as another of it: what came twice. */
export function repeatsIn(talker: Talker): number {
  const texts = talker.texts();
  return texts.length - new Set(texts).size;
}

/** After so long without a word a person presses again. */
const patienceMs = 10_000;

/** @param endsAt on `performance.now()`: whoever is not done by then is lost */
export async function lives(talker: Talker, endsAt: () => number): Promise<Lived> {
  let silence = 0;
  let told = 0;
  while (!isAnswered(talker) && performance.now() < endsAt()) {
    const began = performance.now();
    const seen = () => `${talker.texts().length} ${talker.aside().length}`;
    const before = seen();
    const asides = talker.aside().length;
    for (let pressed = Number.NEGATIVE_INFINITY; seen() === before && performance.now() < endsAt(); ) {
      if (performance.now() - pressed > patienceMs) {
        pressed = performance.now();
        void act(talker);
      }
      await sleep(20);
    }
    silence = Math.max(silence, performance.now() - began);
    const news = talker.aside().slice(asides);
    if (news.some((text) => /may not have been saved/.test(text))) told++;
    await sleep(500);
  }
  return {
    finished: isAnswered(talker),
    silence,
    told,
    messages: talker.texts().length,
    finishedAt: performance.now(),
  };
}

/** The program may be gone: then nothing was done. */
async function act(talker: Talker): Promise<void> {
  try {
    await (talker.texts().length === 0 ? talker.starts() : talker.answer())();
  } catch {
    // They see nothing, and will press again.
  }
}
