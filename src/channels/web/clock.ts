/** The trial's clock: what it can be set to, and how time passes. All times of day are on the wall in Europe/London. */
import { dayOf, daysLater, instantAt, weekdayOf } from '../../../rules/london.ts';

/**
 * The machine's clock, moved. The whole trial goes by one, so that what the leads are told fits what was reported, and
 * what comes due comes due by it.
 */
export interface TrialClock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Milliseconds by which it is ahead of the machine's. */
  ahead(): number;
  /** Less than 0 moves it back. What lies between comes due at once. */
  advance(ms: number): void;
}

export function createTrialClock(machine: () => number): TrialClock {
  let ahead = 0;
  return {
    now: () => machine() + ahead,
    ahead: () => ahead,
    advance: (ms) => {
      ahead += ms;
    },
  };
}

export const presets = ['now', 'friday-evening', 'christmas-eve'] as const;
export type ClockChoice = (typeof presets)[number] | { readonly day: string; readonly minute: number };

export const waits = ['ten-minutes', 'hour', 'morning'] as const;
export type Wait = (typeof waits)[number];

const minuteMs = 60_000;
const morning = 9 * 60;
const evening = 18 * 60 + 30;

/** The chosen moment: for a preset, the next one that has not passed at `now`, which is the machine's. */
export function chosenMoment(choice: ClockChoice, now: Date): Date {
  if (typeof choice === 'object') return instantAt(choice.day, choice.minute);
  if (choice === 'now') return now;
  const fits =
    choice === 'friday-evening'
      ? (day: string) => weekdayOf(day) === 'friday'
      : (day: string) => day.endsWith('-12-24');
  let day = dayOf(now);
  while (!fits(day) || instantAt(day, evening) < now) day = daysLater(day, 1);
  return instantAt(day, evening);
}

/** When the wait is over that begins at `now`. `morning`: 9:00 tomorrow. */
export function endOfWait(wait: Wait, now: Date): Date {
  if (wait === 'morning') return instantAt(daysLater(dayOf(now), 1), morning);
  return new Date(now.getTime() + (wait === 'hour' ? 60 : 10) * minuteMs);
}

/** Shorter than any wait of the program, so that each thing comes due in its turn. */
const stepMs = 2 * minuteMs;

/** Lets time pass little by little. @param work does what has come due */
export async function passTime(clock: TrialClock, until: Date, work: () => Promise<unknown>): Promise<void> {
  for (let left = until.getTime() - clock.now(); left > 0; left -= stepMs) {
    clock.advance(Math.min(stepMs, left));
    await work();
  }
}
