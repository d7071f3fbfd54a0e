/** The moments a reviewer can set the session's clock to. All are times on the wall in Europe/London. */
import { dayOf, daysLater, instantAt, weekdayOf } from '../../../rules/london.ts';

export const presets = ['now', 'friday-evening', 'christmas-eve'] as const;
export type ClockChoice = (typeof presets)[number] | { readonly day: string; readonly minute: number };

const evening = 18 * 60 + 30;

/** The chosen moment: for a preset, the next one that has not passed at `now`. */
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
